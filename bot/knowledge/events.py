"""From resolved statements to events, with what lists of events are put in order by."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable

from bot.grammar.rates import to_usd
from bot.knowledge.merge import group
from bot.knowledge.rank import rank
from bot.knowledge.told import Told
from bot.knowledge.values import Parents
from bot.model.event import Event, EventValue, KnownEvent
from bot.model.money import Money
from bot.model.statement import is_name, members
from bot.model.when import When

Revision = Callable[[list[Told], tuple[EventValue, ...]], tuple[EventValue, ...]]
"""Puts right the values of an event, given what tells of it."""


def events_of(statements: Iterable[Told], parents: Parents, revise: Revision | None = None) -> list[KnownEvent]:
    """The events that statements tell of, in the order of their ids."""
    return sorted((_known(told, parents, revise) for told in group(statements, parents)), key=lambda k: k.event.id)


def event_id(kind: str, anchor: str) -> str:
    """The id of an event is that of its first statement, so that a later article about it leaves it as it is."""
    return hashlib.sha256(f"event {kind} {anchor}".encode()).hexdigest()[:16]


def _known(told: list[Told], parents: Parents, revise: Revision | None) -> KnownEvent:
    values = rank(told, parents)
    if revise is not None:
        values = revise(told, values)
    event = Event(event_id(told[0].kind, told[0].id), told[0].kind, values, tuple(sorted(t.id for t in told)))
    days = [t.day for t in told if t.day]
    date = event.best("date") or event.best("start")
    low, high = _dollars(event)
    roles: dict[str, set[str]] = defaultdict(set)
    for statement in told:
        for slot, value in statement.slots.items():
            if is_name(slot):
                roles[slot] |= set(members(value))
    return KnownEvent(
        event,
        min(days, default=""),
        max(days, default=""),
        date if isinstance(date, When) else None,
        low,
        high,
        len({t.article for t in told}),
        tuple((slot, name) for slot in sorted(roles) for name in sorted(roles[slot])),
    )


def _dollars(event: Event) -> tuple[float | None, float | None]:
    amount = event.best("amount")
    if not isinstance(amount, Money):
        value, unit, high = event.best("value"), event.best("unit"), event.best("high")
        if not isinstance(value, float) or not isinstance(unit, str):
            return None, None
        amount = Money(value, unit, high=high if isinstance(high, float) else None)
    low = to_usd(amount)
    top = to_usd(Money(amount.high, amount.currency)) if amount.high is not None else low
    return low, top
