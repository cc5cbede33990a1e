"""All that is said of an event in one piece of text: what an answer shows is read by one lookup an event.

The tables beside it hold the same in columns, for whoever asks them by hand. Both come from the same content.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, cast

from bot.model.answer import Citation
from bot.model.event import Event, EventValue
from bot.model.money import Money
from bot.model.statement import SLOT_TYPES, Investor, SlotValue, Statement, is_name, members
from bot.model.when import Precision, When
from bot.store.records import StoredEvent, StoredStatement

_RANKS = ("preferred", "normal", "deprecated")
_NUMBERS = {rank: number for number, rank in enumerate(_RANKS)}

Cite = Callable[[str, str], Citation]
"""An article's id and a sentence of it as a citation."""


def pack(
    event: Event,
    statements: Sequence[Statement],
    resolved: Mapping[str, Mapping[str, SlotValue]],
    names: Mapping[str, str],
    said: tuple[str, str, float | None],
) -> str:
    """An event as text; `statements` in the order they are shown in, `said` is when first, when last, how many dollars.

    `resolved` gives the slots of a statement with entity ids for names, `names` the names of the ids of the event.
    """
    ids = [statement.id for statement in statements]
    places = {one: place for place, one in enumerate(ids)}
    values = [
        [v.slot, _plain(v.slot, v.value), _NUMBERS[v.rank], [places[one] for one in sorted(v.statements)]]
        for v in sorted(event.values, key=lambda v: (v.slot, _NUMBERS[v.rank]))
    ]
    told = [_statement(one, statement, resolved[one]) for one, statement in zip(ids, statements, strict=True)]
    body = [event.kind, *said, values, told, dict(sorted(names.items()))]
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def _statement(number: str, statement: Statement, resolved: Mapping[str, SlotValue]) -> list[Any]:
    slots = sorted(statement.slots)
    entities = {slot: list(members(resolved[slot])) for slot in slots if is_name(slot)}
    quote = statement.quote
    said = {slot: _plain(slot, statement.slots[slot]) for slot in slots}
    return [number, statement.article, statement.kind, said, entities, quote.text, quote.start, quote.end]


def articles_of(body: Any) -> list[str]:
    """Ids of the articles that tell the event of a text, once that is read as JSON."""
    return [told[1] for told in body[5]]


def unpack(event_id: str, body: Any, cite: Cite) -> StoredEvent:
    """The event of a text that `pack` made, once that is read as JSON."""
    kind, first, last, usd, values, told, names = body
    statements = tuple(
        StoredStatement(
            number,
            article,
            of_kind,
            {slot: _VALUE[slot](value) for slot, value in said.items()},
            {slot: tuple(ids) for slot, ids in entities.items()},
            quote,
            cite(article, quote),
            (start, end),
        )
        for number, article, of_kind, said, entities, quote, start, end in told
    )
    ids = [statement.id for statement in statements]
    event = Event(
        event_id,
        kind,
        tuple(
            EventValue(slot, _VALUE[slot](value), cast(Any, _RANKS[rank]), tuple([ids[at] for at in by]))
            for slot, value, rank, by in values
        ),
        tuple(sorted(ids)),
    )
    best = event.best("date") or event.best("start")
    return StoredEvent(event, statements, names, best if isinstance(best, When) else None, first, last, usd)


def _plain(slot: str, value: SlotValue) -> Any:
    """A value as JSON holds it."""
    if isinstance(value, When):
        when = (value.start.isoformat(), value.end.isoformat(), value.precision, value.approximate, value.open)
        return list(when)
    if isinstance(value, Money):
        return [float(value.value), value.currency, value.approximate, value.high]
    if isinstance(value, tuple):
        return [[one.name, one.lead] if isinstance(one, Investor) else one for one in value]
    if isinstance(value, str):
        return value
    return bool(value) if SLOT_TYPES[slot] == "flag" else float(value)


@lru_cache(maxsize=4096)
def _when(start: str, end: str, precision: Precision, approximate: bool, opened: Any) -> When:
    return When(date.fromisoformat(start), date.fromisoformat(end), precision, approximate, opened)


@lru_cache(maxsize=4096)
def _money(value: float, currency: str, approximate: bool, high: float | None) -> Money:
    return Money(value, currency, approximate, high)


def _investors(value: list[list[Any]]) -> tuple[Investor, ...]:
    return tuple([Investor(name, lead) for name, lead in value])


_AS: dict[str, Callable[[Any], SlotValue]] = {
    "when": lambda value: _when(*value),
    "money": lambda value: _money(*value),
    "investors": _investors,
    "names": tuple,
}
"""How a value is made of what JSON holds, by the type of its slot; the others are what JSON holds."""

_VALUE: dict[str, Callable[[Any], SlotValue]] = {
    slot: _AS.get(kind, lambda value: cast(SlotValue, value)) for slot, kind in SLOT_TYPES.items()
}
