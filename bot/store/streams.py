"""Ids of events in their order, found one after another: whoever stops early has paid for no more than was read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from heapq import merge
from typing import Any, NamedTuple

from bot.store.query import EventQuery, bounds

_MOST_CURSORS = 24
"""Entities, or kinds, whose events are merged; more are sorted by SQLite."""
_RARE = 2000
"""Events with so large a sum up to which they are sorted, where more are met soon enough by looking at all."""

Key = tuple[Any, ...]


class _Later:
    """A day that goes before earlier ones."""

    __slots__ = ("day",)

    def __init__(self, day: str) -> None:
        self.day = day

    def __lt__(self, other: _Later) -> bool:
        return self.day > other.day

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Later) and self.day == other.day


def event_ids(db: sqlite3.Connection, query: EventQuery, kinds: tuple[str, ...]) -> Iterator[str]:
    """The ids a query asks for, in its order, each once. `kinds` are all that there are."""
    streams = _by_entity(db, query)
    if streams is None:
        streams = _by_words(db, query, query.kinds or kinds)
    if streams is None:
        streams = _by_kind(db, query, query.kinds or kinds)
    if streams is None:
        sql, given = query.sql()
        yield from (row[0] for row in db.execute(sql, given))
        return
    keyed = streams[0] if len(streams) == 1 else merge(*streams)
    last, found = "", 0
    for key in keyed if query.limit is None or query.limit > 0 else ():
        if key[-1] == last:
            continue  # an entity plays two parts in it, or its round is told in two wordings
        last = key[-1]
        yield last
        found += 1
        if found == query.limit:
            return


def _by_entity(db: sqlite3.Connection, query: EventQuery) -> list[Iterator[Key]] | None:
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
    columns = _Columns("e.usd" if largest else "NULL", "x.date", "x.event")
    told = f"FROM event_entity x{joined} WHERE {every}"
    return [_in_order(db, query, columns, told, [entity, *first, *given]) for entity in ids]


def _by_kind(db: sqlite3.Connection, query: EventQuery, kinds: tuple[str, ...]) -> list[Iterator[Key]] | None:
    """One stream for each kind, by an index that holds the day and the sum: the rest is read of what they let pass."""
    if query.leading is not None or len(kinds) > _MOST_CURSORS:
        return None
    conditions, given = query.conditions()
    wanted, index, day = ["i.kind = ?"], "event_kind", "i.sort_date"
    first: list[Any] = []
    if query.min_usd is not None:
        wanted.append("coalesce(i.usd_high, i.usd) >= ?")
        first.append(query.min_usd)
        if query.order != "largest" and _few(db, query.min_usd, kinds):
            index, day = "event_money", "+i.sort_date"
    if query.order == "largest":
        index = "event_usd"
    joined = " CROSS JOIN event e ON e.id = i.id" if conditions else ""
    told = f"FROM event i INDEXED BY {index}{joined} WHERE {' AND '.join([*wanted, *conditions])}"
    columns = _Columns("i.usd", day, "i.id")
    return [_in_order(db, query, columns, told, [kind, *first, *given]) for kind in kinds]


def _by_words(db: sqlite3.Connection, query: EventQuery, kinds: tuple[str, ...]) -> list[Iterator[Key]] | None:
    """One stream for each wording of a round, or for a state, and each kind."""
    texts: tuple[str | None, ...] = (query.rounds or ()) if query.wording == "round" else (query.status,)
    if not query.wording or len(texts) * len(kinds) > _MOST_CURSORS:
        return None
    conditions, given = query.conditions(led=True)
    largest = query.order == "largest"
    joined = " CROSS JOIN event e ON e.id = w.event" if conditions or largest else ""
    every = " AND ".join(["w.slot = ?", "w.text = ?", "w.kind = ?", *conditions])
    columns = _Columns("e.usd" if largest else "NULL", "w.date", "w.event")
    told = f"FROM event_word w{joined} WHERE {every}"
    return [_in_order(db, query, columns, told, [query.wording, t, kind, *given]) for t in texts for kind in kinds]


def _few(db: sqlite3.Connection, usd: float, kinds: tuple[str, ...]) -> bool:
    count = 0
    for kind in kinds:
        row = db.execute(
            "SELECT count(*) FROM (SELECT 1 FROM event e INDEXED BY event_money"
            " WHERE e.kind = ? AND coalesce(e.usd_high, e.usd) >= ? LIMIT ?)",
            (kind, usd, _RARE),
        ).fetchone()
        count += row[0]
    return count < _RARE


class _Columns(NamedTuple):
    """What an order is made of."""

    usd: str
    day: str
    event: str


def _in_order(
    db: sqlite3.Connection, query: EventQuery, columns: _Columns, told: str, given: list[Any]
) -> Iterator[Key]:
    """Keys that sort as the query orders; what has no day, or no sum, comes last."""
    usd, day, event = columns
    plain = day.removeprefix("+")
    if query.order == "largest":
        sql = f"SELECT {usd}, {plain}, {event} {told} ORDER BY {usd} DESC, {day} DESC, {event}"
        for dollars, date, one in db.execute(sql, given):
            yield dollars is None, -(dollars or 0.0), _Later(date), one
    elif query.order == "newest":
        for date, one in db.execute(f"SELECT {plain}, {event} {told} ORDER BY {day} DESC, {event}", given):
            yield _Later(date), one
    else:
        for date, one in db.execute(f"SELECT {plain}, {event} {told} AND {plain} > '' ORDER BY {day}, {event}", given):
            yield False, date, one
        for date, one in db.execute(f"SELECT {plain}, {event} {told} AND {plain} = '' ORDER BY {event}", given):
            yield True, date, one
