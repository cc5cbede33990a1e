"""Puts events together from their rows."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from bot.model.event import Event, EventValue
from bot.model.statement import SLOT_TYPES, SlotValue
from bot.model.when import When
from bot.store.citing import Citing
from bot.store.records import StoredEvent, StoredStatement
from bot.store.schema import NAMES, value_of

_RANKS = {"preferred": 0, "normal": 1, "deprecated": 2}
_MOST_KEPT = 2000
"""Events that are kept once they were read: a store never changes while it is open. Some kilobytes each."""


class EventLoader:
    """Loads events by id, a handful of statements however many they are."""

    def __init__(self, connection: sqlite3.Connection, citing: Citing) -> None:
        self._db = connection
        self._citing = citing
        self._kept: dict[str, StoredEvent] = {}

    def load(self, ids: list[str]) -> list[StoredEvent]:
        """The events of some ids, in their order; unknown ids are left out. What was read once is not read again."""
        missing = [one for one in dict.fromkeys(ids) if one not in self._kept]
        read = {told.id: told for told in self._read(missing)} if missing else {}
        loaded = [told for one in ids if (told := self._kept.get(one) or read.get(one)) is not None]
        if len(self._kept) + len(read) > _MOST_KEPT:
            self._kept = {}
        if len(read) <= _MOST_KEPT:
            self._kept |= read
        return loaded

    def _read(self, ids: list[str]) -> list[StoredEvent]:
        rows = {row["id"]: row for row in self._in("SELECT * FROM event WHERE id", ids)}
        told: dict[str, list[str]] = defaultdict(list)
        for row in self._in(
            "SELECT event, statement FROM event_statement WHERE event", ids, "ORDER BY event, statement"
        ):
            told[row["event"]].append(row["statement"])
        statements = self._statements([s for found in told.values() for s in found])
        values = self._values(ids)
        names = self._names(ids)
        loaded = []
        for event_id in ids:
            if event_id not in rows:
                continue
            row = rows[event_id]
            event = Event(event_id, row["kind"], tuple(values[event_id]), tuple(told[event_id]))
            best = event.best("date") or event.best("start")
            inside = sorted(
                (statements[s] for s in told[event_id]),
                key=lambda s: (s.citation.published == "", s.citation.published, s.citation.source, s.id),
            )
            loaded.append(
                StoredEvent(
                    event,
                    tuple(inside),
                    names[event_id],
                    best if isinstance(best, When) else None,
                    row["said_first"],
                    row["said_last"],
                    row["usd"],
                )
            )
        return loaded

    def _values(self, ids: list[str]) -> dict[str, list[EventValue]]:
        """Event values by event. The rows of one value follow one another from ordinal 0 on."""
        supporters: dict[int, list[str]] = defaultdict(list)
        for row in self._in(
            "SELECT s.value, s.statement FROM event_value_statement s JOIN event_value v ON v.id = s.value"
            " WHERE v.event",
            ids,
            "ORDER BY s.value, s.statement",
        ):
            supporters[row["value"]].append(row["statement"])
        found: dict[str, list[EventValue]] = defaultdict(list)
        group: list[sqlite3.Row] = []

        def close() -> None:
            if group:
                head = group[0]
                value = value_of(head["slot"], group, "entity")
                found[head["event"]].append(
                    EventValue(head["slot"], value, head["rank"], tuple(supporters[head["id"]]))
                )
                group.clear()

        for row in self._in("SELECT * FROM event_value WHERE event", ids, "ORDER BY id"):
            if row["ordinal"] == 0:
                close()
            group.append(row)
        close()
        for values in found.values():
            values.sort(key=lambda v: (v.slot, _RANKS[v.rank]))
        return found

    def _statements(self, ids: list[str]) -> dict[str, StoredStatement]:
        slots: dict[str, dict[str, list[sqlite3.Row]]] = defaultdict(lambda: defaultdict(list))
        for row in self._in("SELECT * FROM slot WHERE statement", ids, "ORDER BY statement, slot, ordinal"):
            slots[row["statement"]][row["slot"]].append(row)
        loaded = {}
        rows = self._in(
            "SELECT s.id, s.kind, s.article, e.start, e.end, e.quote"
            " FROM statement s JOIN evidence e ON e.statement = s.id WHERE s.id",
            ids,
        )
        articles = self._citing.articles(row["article"] for row in rows)
        for row in rows:
            said: dict[str, SlotValue] = {}
            entities: dict[str, tuple[str, ...]] = {}
            for slot, parts in slots[row["id"]].items():
                said[slot] = value_of(slot, parts)
                if SLOT_TYPES[slot] in NAMES:
                    entities[slot] = tuple(part["entity"] for part in parts)
            loaded[row["id"]] = StoredStatement(
                row["id"],
                row["article"],
                row["kind"],
                said,
                entities,
                row["quote"],
                self._citing.citation(articles[row["article"]], row["quote"]),
                (row["start"], row["end"]),
            )
        return loaded

    def _names(self, ids: list[str]) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for row in self._in(
            "SELECT x.event, n.id, n.name FROM event_entity x JOIN entity n ON n.id = x.entity WHERE x.event", ids
        ):
            found[row["event"]][row["id"]] = row["name"]
        return found

    def _in(self, select: str, ids: Iterable[str], order: str = "") -> list[Any]:
        """The rows whose last named column is one of the ids; one parameter however many there are."""
        sql = f"{select} IN (SELECT value FROM json_each(?)) {order}"
        return self._db.execute(sql, (json.dumps(list(ids)),)).fetchall()
