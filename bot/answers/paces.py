"""What a price is paid for: a thing to keep, or its use by the month, by the hour or by the piece of work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answers.asked.words import stems
from bot.grammar.money import find_money
from bot.grammar.patterns import Pattern
from bot.model.money import Money
from bot.store.read import StoredEvent

_TIMES = "month|year|week|day|night|hour|minute|shift|season"
_WORK = (
    "acre|hectare|kilo|kilogram|kilometre|kilometer|mile|metre|meter|tonne|procedure|case|operation|surgery|pick|"
    "parcel|delivery|trip|flight|ride|meal|cup|dish|call|task|go|motion|token|pallet|tree"
)
_PACE = Pattern(
    rf"[)\s]{{0,2}},?[\s-]?(?P<each>an?\b|per\b|for every\b|for each\b|each\b|every\b|/)[\s-]?"
    rf"(?P<what>(?:[\w-]+[ -](?:an? |per )?){{0,2}}?(?:{_TIMES}|{_WORK})s?)(?!\w)",
    re.I,
)
"""What follows a sum that is paid again and again."""
_HIRED = Pattern(
    r"\b(?:rent(?:s|ed|als?|ing)?|leas(?:e|es|ed|ing)|subscri\w+|deposits?|fees?|monthly|hourly)\b[^.;:!?\d]{0,25}$",
    re.I,
)
"""What goes before a sum that buys nothing."""
ASKS_PACE = Pattern(rf"\b(?:rent\w*|leas(?:e|es|ed|ing)|hire|subscri\w+|fees?|monthly|(?:an?|per|each) (?:{_TIMES}))\b")
"""A question for what the use of something costs."""
OF_PACE = stems(
    "rent rented rental lease leased hire hired subscription fee monthly hourly month year week day hour paid"
)
"""Stems of its words, which say nothing of what is priced."""


def pace_of(told: StoredEvent) -> str:
    """By what a price is paid, "a month" or "per robot-hour", in the words of the article; empty where it is once."""
    paces = {" ".join(f"{met['each']} {met['what']}".split()).casefold() for _, met in _after(told) if met is not None}
    return paces.pop().replace("/ ", "per ") if len(paces) == 1 and all(met for _, met in _after(told)) else ""


def is_for_use(told: StoredEvent) -> bool:
    """Whether a price buys the use of something: by the hour, as a fee, as a rent."""
    found = list(_after(told))
    return bool(found) and all(met is not None or _HIRED.search(before) for before, met in found)


def _after(told: StoredEvent) -> Iterator[tuple[str, re.Match[str] | None]]:
    """What goes before the price in each sentence that tells it, and the pace that follows it there."""
    amount = told.event.best("amount")
    if not isinstance(amount, Money):
        return
    for quote in dict.fromkeys(s.quote for s in told.statements if s.slots.get("amount") == amount):
        met = [(m.start, m.end) for m in find_money(quote) if _same(m.money, amount)]
        bare = re.escape(f"{amount.value:,.0f}")
        for start, end in met or [m.span() for m in re.finditer(rf"(?<![\d,.]){bare}(?![\d,.]*\d)", quote)]:
            yield quote[:start], _PACE.compiled.match(quote, end)


def _same(one: Money, other: Money) -> bool:
    return (one.value, one.currency) == (other.value, other.currency)
