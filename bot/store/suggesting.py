"""What may have been meant by a name that is not known."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from rapidfuzz import fuzz, process

from bot.names.folding import fold

_PART_ALIKE = 75
_PART_COUNTS_LESS = 8
"""Of 100: a whole name that looks like the one that was meant goes before a part of one."""
_SHORTEST_PART = 4
_SHORTEST_LIKE = 5
"""Letters from which on it is enough that a name is like a part of what was written: "foobar" is no BAIR."""
_MOST_SHARING = 3
"""A word in more names than these (robotics, capital) says nothing of which one is meant."""
_MANY = 20_000
"""Names from which on only those are compared that begin, or of which a word begins, like what was written."""
_BEGINNING = 2
_MOST_COMPARED = 5000


class Suggestions:
    """Names of one store that look like others; only of entities that some event is about."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def near(self, name: str, limit: int) -> list[str]:
        """Ids of the entities whose names look like one, the likeliest first."""
        wanted = fold(name)
        if not wanted or limit <= 0:
            return []
        names, parts = self._compared(wanted)
        scored: dict[str, float] = {}
        for alias, score, _ in process.extract(wanted, names, scorer=fuzz.WRatio, limit=10 * limit, score_cutoff=70):
            if min(len(alias), len(wanted)) < 0.5 * max(len(alias), len(wanted)) and not alias.startswith(wanted):
                continue
            short = len(alias) < _SHORTEST_LIKE or (len(wanted) < _SHORTEST_PART and not alias.startswith(wanted))
            if short and fuzz.ratio(alias, wanted) < _PART_ALIKE:
                continue
            for entity in self._bearers(alias):
                scored[entity] = max(scored.get(entity, 0.0), score)
        for part, score, _ in process.extract(
            wanted, list(parts), scorer=fuzz.ratio, limit=10 * limit, score_cutoff=_PART_ALIKE
        ):
            for entity in parts[part]:
                scored[entity] = max(scored.get(entity, 0.0), score - _PART_COUNTS_LESS)
        closest = max(scored.values(), default=0.0)
        scored = {entity: score for entity, score in scored.items() if score >= closest - 12}
        events = {entity: self._events(entity) for entity in scored}
        return sorted(scored, key=lambda e: (-scored[e], -events[e], e))[:limit]

    def _compared(self, wanted: str) -> tuple[Sequence[str], dict[str, list[str]]]:
        """Folded names, and parts of names with whose they are, among which the likely ones are."""
        if self._count <= _MANY:
            return self._all
        found: set[str] = set()
        ids: set[str] = set()
        for word in wanted.split(" "):
            start = word[:_BEGINNING]
            for folded, entity in self._db.execute(
                "SELECT w.folded, w.entity FROM alias_word w JOIN entity e ON e.id = w.entity"
                " WHERE w.word >= ? AND w.word < ? AND abs(length(w.word) - ?) <= 2 AND e.events > 0 LIMIT ?",
                (start, start + "\U0010ffff", len(word), _MOST_COMPARED),
            ):
                found.add(folded)
                ids.add(entity)
        return sorted(found), self._parts(sorted(ids))

    @cached_property
    def _count(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM alias").fetchone()[0])

    @cached_property
    def _all(self) -> tuple[list[str], dict[str, list[str]]]:
        names = self._db.execute(
            "SELECT DISTINCT a.folded FROM alias a JOIN entity e ON e.id = a.entity"
            " WHERE e.events > 0 ORDER BY a.folded"
        )
        told = self._db.execute("SELECT id FROM entity WHERE events > 0 ORDER BY id")
        return [row[0] for row in names], self._parts([row[0] for row in told])

    def _parts(self, ids: Iterable[str]) -> dict[str, list[str]]:
        """The first and the last word of longer names, with their ids: people are called by their last name,
        companies by their first word."""
        parts: dict[str, list[str]] = defaultdict(list)
        for entity in ids:
            name = self._db.execute("SELECT name FROM entity WHERE id = ?", (entity,)).fetchone()[0]
            words = fold(name).split()
            for word in {words[0], words[-1]} if len(words) > 1 else ():
                if len(word) >= _SHORTEST_PART:
                    parts[word].append(entity)
        return {word: ids for word, ids in parts.items() if len(ids) <= _MOST_SHARING}

    def _bearers(self, folded: str) -> list[str]:
        rows = self._db.execute(
            "SELECT DISTINCT a.entity FROM alias a JOIN entity e ON e.id = a.entity"
            " WHERE a.folded = ? AND e.events > 0 ORDER BY a.entity",
            (folded,),
        )
        return [row[0] for row in rows]

    def _events(self, entity: str) -> int:
        row = self._db.execute("SELECT events FROM entity WHERE id = ?", (entity,)).fetchone()
        return int(row[0]) if row else 0
