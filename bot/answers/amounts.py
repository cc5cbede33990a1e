"""Sums that may stand side by side in one picture: of one currency, told as done or agreed, never mixed silently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answers.lines import event_line
from bot.answers.picturing import currency_name
from bot.answers.view import ids_by_slot
from bot.model.money import Money
from bot.model.rounds import round_key
from bot.store.read import StoredEvent

UNSURE = ("rumored", "denied")
"""States of a deal whose sum is not added up, and that is told last."""
ONE_ROUND = "Of several sums told of one round the largest is counted."
DISPUTED = "Articles give different sums: the lines of the answer tell them."


@dataclass(frozen=True, slots=True)
class Sums:
    """`drawn`: the deals with their sums; `left`: what is not drawn, in words ("2 told in yuan")."""

    currency: str
    drawn: tuple[tuple[StoredEvent, Money], ...]
    left: tuple[str, ...]


def comparable(told: Iterable[StoredEvent], currency: str = "") -> Sums:
    """The deals of one currency: the one asked for, else US dollars where two are told in them, else the commonest."""
    sure, unsure, untold = [], 0, 0
    for one in told:
        amount = one.event.best("amount")
        if not isinstance(amount, Money):
            untold += 1
        elif one.event.best("status") in UNSURE:
            unsure += 1
        else:
            sure.append((one, amount))
    counted = Counter(money.currency for _, money in sure)
    if not currency and counted:
        commonest = max(counted, key=lambda code: (counted[code], code == "USD", code))
        currency = "USD" if counted["USD"] > 1 else commonest
    left = []
    for code in sorted(set(counted) - {currency}):
        left.append(f"{counted[code]} told in {currency_name(code)}")
    if untold:
        left.append(f"{untold} without a sum")
    if unsure:
        left.append(f"{unsure} rumoured or denied")
    return Sums(currency, tuple(pair for pair in sure if pair[1].currency == currency), tuple(left))


def distinct(pairs: Sequence[tuple[StoredEvent, Money]]) -> list[tuple[StoredEvent, Money]]:
    """The deals that may be added up: of several sums told of one round of a company the largest, for an extension
    is often told with what came before. Rounds without a name are rounds of their own."""
    largest: dict[tuple[str, str], tuple[StoredEvent, Money]] = {}
    for told, money in pairs:
        name = told.event.best("round")
        company = min(ids_by_slot(told).get("company", {told.id}))
        key = (company, round_key(name)) if told.kind == "funding" and isinstance(name, str) else (told.id, "")
        if key not in largest or money.value > largest[key][1].value:
            largest[key] = (told, money)
    kept = {told.id for told, _ in largest.values()}
    return [pair for pair in pairs if pair[0].id in kept]


def total(sums: Sequence[Money], currency: str) -> Money:
    """All of them together; approximate where one of them is."""
    approximate = any(money.approximate or money.high is not None for money in sums)
    return Money(sum(money.value for money in sums), currency, approximate)


def disputed(told: StoredEvent) -> bool:
    """Whether the articles do not agree about the sum."""
    return any("gives the amount" in note.text for note in event_line(told).notes)
