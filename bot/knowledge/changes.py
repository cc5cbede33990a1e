"""What a build brought: the events of the store before against the events now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from bot.model.event import Event, EventValue
from bot.model.statement import is_name, slots_to_json

What = Literal["new", "corroborated", "corrected", "conflicting", "withdrawn"]
_QUIET = frozenset({"high", "approximate", "unit", "text", "use", "topic"})
"""Slots whose wording may change without news."""

_BESIDE = frozenset({"high", "approximate", "lead"})
"""Slots that say nothing without another."""
_ORDER = (
    "person", "company", "buyer", "maker", "subject", "speaker",
    "title", "measure", "amount", "value", "unit", "round", "date", "start", "end",
)  # fmt: skip
"""Slots in the order in which a line tells them; what is not named follows."""


@dataclass(frozen=True, slots=True)
class Seen:
    """An event as one store holds it; `articles` are the ids of those that tell it, `roles` who takes part."""

    event: Event
    articles: frozenset[str]
    roles: frozenset[tuple[str, str]]
    words: str
    """One line that tells it, for an event that is gone."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changed; `before` and `after` are printed values, counts of articles or the line of the event."""

    what: What
    event: str
    kind: str
    slot: str
    before: str
    after: str
    entities: tuple[str, ...]


def differences(before: Iterable[Seen], now: Iterable[Seen]) -> list[Difference]:
    """Events are matched by their ids and by the statements they share; one with neither is new or withdrawn."""
    old = {seen.event.id: seen for seen in before}
    holder = {statement: seen.event.id for seen in old.values() for statement in seen.event.statements}
    anchored = _by_content(old.values())
    found: list[Difference] = []
    kept: set[str] = set()
    for seen in sorted(now, key=lambda s: s.event.id):
        earlier = _match(seen, old, holder, anchored)
        if not earlier:
            found.append(_difference("new", seen, after=seen.words))
            continue
        kept.update(earlier)
        found += _compare([old[e] for e in earlier], seen)
    for event_id in sorted(set(old) - kept):
        found.append(_difference("withdrawn", old[event_id], before=old[event_id].words))
    return found


def print_value(value: EventValue) -> str:
    """A value as it stands in a list of changes; names are ids."""
    told = slots_to_json({value.slot: value.value})[value.slot]
    if isinstance(told, dict):
        high = f"-{_figure(told['high'])}" if "high" in told else ""
        return f"{_figure(told['value'])}{high} {told['currency']}"
    if isinstance(told, list):
        return ", ".join(str(item["name"] if isinstance(item, dict) else item) for item in told)
    return _figure(told) if isinstance(told, int | float) and not isinstance(told, bool) else str(told)


def in_words(kind: str, values: Iterable[EventValue]) -> str:
    """One line that tells an event: its kind, who takes part, and its best values; `values` hold names."""
    best = sorted((v for v in values if v.rank == "preferred" and v.slot not in _BESIDE), key=_place)
    named = [print_value(value) for value in best if is_name(value.slot)]
    others = [print_value(value) for value in best if not is_name(value.slot)]
    return f"{kind}: " + ": ".join(", ".join(part) for part in (named, others) if part)


def _place(value: EventValue) -> int:
    return _ORDER.index(value.slot) if value.slot in _ORDER else len(_ORDER)


def _figure(number: float) -> str:
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,}"


def _match(
    seen: Seen, old: Mapping[str, Seen], holder: Mapping[str, str], anchored: Mapping[str, list[str]]
) -> list[str]:
    by_statement = {holder[s] for s in seen.event.statements if s in holder}
    if seen.event.id in old:
        by_statement.add(seen.event.id)
    # A revised article gives new statements: the same kind with the same people in the same posts is the same event.
    return sorted(by_statement) or [e for e in anchored.get(_content(seen), ()) if e in old][:1]


def _by_content(events: Iterable[Seen]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for seen in events:
        found[_content(seen)].append(seen.event.id)
    return {content: ids for content, ids in found.items() if len(ids) == 1}


def _content(seen: Seen) -> str:
    return f"{seen.event.kind} {sorted(seen.roles)}"


def _compare(before: list[Seen], now: Seen) -> Iterable[Difference]:
    old = before[0]
    slots = sorted({v.slot for v in now.event.values} - _QUIET)
    quarrels = {slot for seen in before for slot in slots if seen.event.conflicting(slot)}
    for slot in slots:
        was, new = _best(old.event, slot), _best(now.event, slot)
        if now.event.conflicting(slot) and slot not in quarrels:
            said = " / ".join(print_value(v) for v in now.event.conflicting(slot))
            yield _difference("conflicting", now, slot, was, said)
        elif was and new and was != new:
            yield _difference("corrected", now, slot, was, new)
    fresh = now.articles - frozenset().union(*(seen.articles for seen in before))
    if fresh and len(now.articles) > len(old.articles):
        yield _difference("corroborated", now, "", str(len(old.articles)), str(len(now.articles)))


def _best(event: Event, slot: str) -> str:
    return next((print_value(v) for v in event.values if v.slot == slot and v.rank == "preferred"), "")


def _difference(what: What, seen: Seen, slot: str = "", before: str = "", after: str = "") -> Difference:
    entities = tuple(sorted({entity for _, entity in seen.roles}))
    return Difference(what, seen.event.id, seen.event.kind, slot, before, after, entities)
