"""What a price is paid for: a thing to keep, or its use by the month, by the hour or by the piece of work."""

from __future__ import annotations

from bot.answers.asked.words import stems
from bot.grammar import paces
from bot.grammar.patterns import Pattern
from bot.model.money import Money
from bot.store.read import StoredEvent

ASKS_PACE = Pattern(
    rf"\b(?:rent\w*|leas(?:e|es|ed|ing)|hire|subscri\w+|fees?|monthly|(?:an?|per|each) (?:{paces.TIMES}))\b"
)
"""A question for what the use of something costs."""
OF_PACE = stems(
    "rent rented rental lease leased hire hired subscription fee monthly hourly month year week day hour paid"
)
"""Stems of its words, which say nothing of what is priced."""


def pace_of(told: StoredEvent) -> str:
    """By what a price is paid, "a month" or "per robot-hour", in the words of the article; empty where it is once."""
    amount = told.event.best("amount")
    if not isinstance(amount, Money):
        return ""
    found = {pace for quote in _quotes(told, amount) for pace in paces.paces(quote, amount)}
    return found.pop() if len(found) == 1 else ""


def is_for_use(told: StoredEvent) -> bool:
    """Whether a price buys the use of something: by the hour, as a fee, as a rent."""
    amount = told.event.best("amount")
    if not isinstance(amount, Money):
        return False
    said = {paces.is_for_use(quote, amount) for quote in _quotes(told, amount)} - {None}
    return said == {True}


def _quotes(told: StoredEvent, amount: Money) -> list[str]:
    return list(dict.fromkeys(s.quote for s in told.statements if s.slots.get("amount") == amount))
