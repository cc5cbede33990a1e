"""What a build brings: the events it found against those of the store that it is to replace, names in place of ids."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.knowledge.changes import Difference, Seen, differences, in_words
from bot.knowledge.resolve import Resolution
from bot.model.event import EventValue, KnownEvent
from bot.model.statement import SLOT_TYPES, Investor, SlotValue, is_name
from bot.store.earlier import carried
from bot.store.query import EventQuery
from bot.store.read import Facts
from bot.store.records import Change, NoStore


def brought(target: Path, known: Resolution, events: Sequence[KnownEvent]) -> tuple[list[Change], list[dict[str, Any]]]:
    """What changes against the store that is at the place now, and what the builds before changed.

    Without a store that can be read, nothing is told to have changed.
    """
    names = {e.id: e.name for e in known.entities}
    article_of = {t.id: t.article for t in known.told}
    now = [
        Seen(
            e.event,
            frozenset(article_of[s] for s in e.event.statements),
            frozenset(e.roles),
            _words(e.event.kind, e.event.values, names),
        )
        for e in events
    ]
    try:
        with Facts.open(target) as facts:
            before, earlier = _seen(facts, names), carried(facts)
    except (NoStore, sqlite3.DatabaseError):  # a broken store is what a build repairs
        return [], []
    return [_printed(d, names) for d in differences(before, now)], earlier


def _seen(facts: Facts, names: dict[str, str]) -> list[Seen]:
    """The events of a store; the names of entities that are gone are added to `names`."""
    seen = []
    for stored in facts.events(EventQuery()):
        for entity, name in stored.names.items():
            names.setdefault(entity, name)
        roles = {(slot, e) for s in stored.statements for slot, ids in s.entities.items() for e in ids}
        articles = frozenset(s.article for s in stored.statements)
        words = _words(stored.kind, stored.event.values, names)
        seen.append(Seen(stored.event, articles, frozenset(roles), words))
    return seen


def _printed(difference: Difference, names: dict[str, str]) -> Change:
    d = difference
    before, after = d.before, d.after
    if is_name(d.slot):
        before, after = (", ".join(names.get(n, n) for n in text.split(", ")) for text in (before, after))
    return Change(d.what, d.event, d.kind, d.slot, before, after, d.entities)


def _words(kind: str, values: Sequence[EventValue], names: dict[str, str]) -> str:
    """One line that tells an event, names in place of ids."""
    return in_words(kind, [EventValue(v.slot, _named(v.slot, v.value, names), v.rank, v.statements) for v in values])


def _named(slot: str, value: SlotValue, names: dict[str, str]) -> SlotValue:
    if isinstance(value, tuple):
        return tuple(names.get(v.name, v.name) if isinstance(v, Investor) else names.get(v, v) for v in value)
    return names.get(value, value) if SLOT_TYPES.get(slot) == "name" and isinstance(value, str) else value
