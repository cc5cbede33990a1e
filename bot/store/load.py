"""Reads whole events: one lookup an event, however much is told of it."""

from __future__ import annotations

import json
import sqlite3

from bot.store.citing import Citing
from bot.store.records import StoredEvent
from bot.store.told import articles_of, unpack

_MOST_KEPT, _OF_MANY_KEPT = 600, 300
"""Events that are kept once they were read: a store never changes while it is open. Some kilobytes each; of a large
store no more than some questions meet."""


class EventLoader:
    """Loads events by id."""

    def __init__(self, connection: sqlite3.Connection, citing: Citing, many: bool = False) -> None:
        self._rows = connection.cursor()
        self._rows.row_factory = None
        self._citing = citing
        self._most_kept = _OF_MANY_KEPT if many else _MOST_KEPT
        self._kept: dict[str, StoredEvent] = {}

    def load(self, ids: list[str]) -> list[StoredEvent]:
        """The events of some ids, in their order; unknown ids are left out. What was read once is not read again."""
        missing = [one for one in dict.fromkeys(ids) if one not in self._kept]
        read = {told.id: told for told in self._read(missing)} if missing else {}
        loaded = [told for one in ids if (told := self._kept.get(one) or read.get(one)) is not None]
        if len(self._kept) + len(read) > self._most_kept:
            self._kept = {}
        if len(read) <= self._most_kept:
            self._kept |= read
        return loaded

    def _read(self, ids: list[str]) -> list[StoredEvent]:
        rows = self._rows.execute(
            "SELECT event, told FROM event_told WHERE event IN (SELECT value FROM json_each(?))", (json.dumps(ids),)
        ).fetchall()
        told = [(event, json.loads(body)) for event, body in rows]
        self._citing.read(article for _, body in told for article in articles_of(body))
        return [unpack(event, body, self._citing.cite) for event, body in told]
