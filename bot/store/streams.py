"""Events in their order, found one after another: whoever stops early has paid for no more than was read."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from heapq import merge
from typing import Any, NamedTuple

from bot.store.query import EventQuery, bounds

_MOST_CURSORS = 24
"""Entities, or kinds, whose events are merged; more are sorted by SQLite."""
_MOST_KEPT = 1000
_RARE = 2000
"""Events with so large a sum up to which they are sorted, where more are met soon enough by looking at all."""


class Met(NamedTuple):
    """An event as it is met, and what the index tells of it on the way."""

    usd: float | None
    day: str
    event: str
    kind: str
    dated: int | None
    """Whether it has a date; None where the index does not tell."""


class _Later:
    """A day that goes before earlier ones."""

    __slots__ = ("day",)

    def __init__(self, day: str) -> None:
        self.day = day

    def __lt__(self, other: _Later) -> bool:
        return self.day > other.day

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Later) and self.day == other.day


def met(db: sqlite3.Connection, query: EventQuery, kinds: tuple[str, ...], sums: Sums) -> Iterator[Met]:
    """The events a query asks for, in its order, each once. `kinds` are all that there are."""
    streams = _by_entity(db, query)
    if streams is None:
        streams = _by_words(db, query, query.kinds or kinds)
    if streams is None:
        streams = _by_kind(db, query, query.kinds or kinds, sums)
    if streams is None:
        sql, given = query.sql()
        yield from (Met(None, "", row[0], "", None) for row in db.execute(sql, given))
        return
    each = streams[0] if len(streams) == 1 else merge(*streams, key=_KEYS[query.order])
    last, found = "", 0
    for one in each if query.limit is None or query.limit > 0 else ():
        if one.event == last:
            continue  # an entity plays two parts in it, or its round is told in two wordings
        last = one.event
        yield one
        found += 1
        if found == query.limit:
            return


_KEYS: dict[str, Callable[[Met], tuple[Any, ...]]] = {
    "largest": lambda one: (one.usd is None, -(one.usd or 0.0), _Later(one.day), one.event),
    "newest": lambda one: (_Later(one.day), one.event),
    "oldest": lambda one: (one.day == "", one.day, one.event),
}
"""What sorts as the orders of queries do; what has no day, or no sum, comes last."""


def _by_entity(db: sqlite3.Connection, query: EventQuery) -> list[Iterator[Met]] | None:
    """One stream for each of the entities of which one takes part."""
    leading = query.leading
    if leading is None or len(leading.ids) > _MOST_CURSORS:
        return None
    conditions, given = query.conditions(led=True)
    ids, roles = leading
    wanted = ["x.entity = ?"]
    first: list[Any] = []
    if roles is not None:
        wanted.append("x.held")
        if roles:
            wanted.append(f"x.role IN ({', '.join('?' * len(roles))})")
            first += roles
    if query.kinds:
        wanted.append(f"x.kind IN ({', '.join('?' * len(query.kinds))})")
        first += query.kinds
    if query.min_usd is not None:
        wanted.append("x.usd >= ?")
        first.append(query.min_usd)
    if query.period is not None:
        wanted.append("x.date <= ?")
        first.append(bounds(query.period)[1])
    largest = query.order == "largest"
    joined = " CROSS JOIN event e ON e.id = x.event" if conditions or largest else ""
    every = " AND ".join([*wanted, *conditions])
    columns = _Columns("e.usd" if largest else "NULL", "x.date", "x.event", "x.kind", "x.dated")
    told = f"FROM event_entity x{joined} WHERE {every}"
    return [_in_order(db, query, columns, told, [entity, *first, *given]) for entity in ids]


def _by_kind(
    db: sqlite3.Connection, query: EventQuery, kinds: tuple[str, ...], sums: Sums
) -> list[Iterator[Met]] | None:
    """One stream for each kind, by an index that holds the day and the sum: the rest is read of what they let pass."""
    if query.leading is not None or len(kinds) > _MOST_CURSORS:
        return None
    conditions, given = query.conditions()
    wanted, index, day = ["i.kind = ?"], "event_kind", "i.sort_date"
    first: list[Any] = []
    if query.min_usd is not None:
        wanted.append("coalesce(i.usd_high, i.usd) >= ?")
        first.append(query.min_usd)
        if query.order != "largest" and sums.few(query.min_usd, kinds):
            index, day = "event_money", "+i.sort_date"
    if query.order == "largest":
        index = "event_usd"
    joined = " CROSS JOIN event e ON e.id = i.id" if conditions else ""
    told = f"FROM event i INDEXED BY {index}{joined} WHERE {' AND '.join([*wanted, *conditions])}"
    columns = _Columns("i.usd", day, "i.id", "i.kind")
    return [_in_order(db, query, columns, told, [kind, *first, *given]) for kind in kinds]


def _by_words(db: sqlite3.Connection, query: EventQuery, kinds: tuple[str, ...]) -> list[Iterator[Met]] | None:
    """One stream for each wording of a round, or for a state, and each kind."""
    texts: tuple[str | None, ...] = (query.rounds or ()) if query.wording == "round" else (query.status,)
    if not query.wording or len(texts) * len(kinds) > _MOST_CURSORS:
        return None
    conditions, given = query.conditions(led=True)
    largest = query.order == "largest"
    joined = " CROSS JOIN event e ON e.id = w.event" if conditions or largest else ""
    every = " AND ".join(["w.slot = ?", "w.text = ?", "w.kind = ?", *conditions])
    columns = _Columns("e.usd" if largest else "NULL", "w.date", "w.event", "w.kind")
    told = f"FROM event_word w{joined} WHERE {every}"
    return [_in_order(db, query, columns, told, [query.wording, t, kind, *given]) for t in texts for kind in kinds]


class Sums:
    """Tells whether few events have so large a sum: counted once for each sum that is asked for."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._few: dict[tuple[float, tuple[str, ...], int], bool] = {}

    def few(self, usd: float, kinds: tuple[str, ...]) -> bool:
        asked = (usd, kinds, _RARE)
        if asked not in self._few:
            if len(self._few) >= _MOST_KEPT:
                self._few.clear()
            self._few[asked] = self._count(usd, kinds) < _RARE
        return self._few[asked]

    def _count(self, usd: float, kinds: tuple[str, ...]) -> int:
        count = 0
        for kind in kinds:
            if count < _RARE:
                row = self._db.execute(
                    "SELECT count(*) FROM (SELECT 1 FROM event e INDEXED BY event_money"
                    " WHERE e.kind = ? AND coalesce(e.usd_high, e.usd) >= ? LIMIT ?)",
                    (kind, usd, _RARE - count),
                ).fetchone()
                count += row[0]
        return count


class _Columns(NamedTuple):
    """What an order is made of, and what else the index holds."""

    usd: str
    day: str
    event: str
    kind: str
    dated: str = "NULL"


def _in_order(
    db: sqlite3.Connection, query: EventQuery, columns: _Columns, told: str, given: list[Any]
) -> Iterator[Met]:
    """What is met, as the query orders."""
    usd, day, event, kind, dated = columns
    plain = day.removeprefix("+")
    select = f"SELECT {usd}, {plain}, {event}, {kind}, {dated} {told}"
    if query.order == "largest":
        orders = [f"{select} ORDER BY {usd} DESC, {day} DESC, {event}"]
    elif query.order == "newest":
        orders = [f"{select} ORDER BY {day} DESC, {event}"]
    else:
        orders = [
            f"{select} AND {plain} > '' ORDER BY {day}, {event}",
            f"{select} AND {plain} = '' ORDER BY {event}",
        ]
    rows = db.cursor()
    rows.row_factory = None
    for sql in orders:
        yield from map(Met._make, rows.execute(sql, given))
