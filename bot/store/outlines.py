"""What of events is enough to weigh them: a line a piece, where whole events would be read for nothing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.store.streams import Met

_WANTED = """WITH wanted(id) AS (
  SELECT t.event FROM statement s JOIN event_statement t ON t.statement = s.id
  WHERE s.article IN (SELECT value FROM json_each(?1)) UNION SELECT value FROM json_each(?2))"""


@dataclass(slots=True)
class Outline:
    """One event, without what is said of it."""

    id: str
    kind: str
    usd: float | None
    date_end: str
    """The last day of when it was or will be true, ISO; empty where nobody says."""
    said_last: str
    articles: set[str] = field(default_factory=set)
    """Ids of those that tell it."""


class Sketch(NamedTuple):
    """What is enough to choose among events."""

    id: str
    kind: str
    dated: bool


def sketches(db: sqlite3.Connection, found: Iterable[Met]) -> list[Sketch]:
    """Sketches of some events, in their order; only what the way to them did not tell is looked up."""
    every = list(found)
    looked_up: dict[str, Sketch] = {}
    if missing := [one.event for one in every if one.dated is None]:
        rows = db.execute(
            "SELECT id, kind, date_start IS NOT NULL FROM event WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(missing),),
        )
        looked_up = {row[0]: Sketch(row[0], row[1], bool(row[2])) for row in rows}
    return [looked_up.get(one.event) or Sketch(one.event, one.kind, bool(one.dated)) for one in every]


def outlines(db: sqlite3.Connection, articles: Iterable[str], events: Iterable[str]) -> list[Outline]:
    """The events that some articles tell, and those of some ids, by id."""
    given = (json.dumps(sorted(articles)), json.dumps(sorted(events)))
    found = {
        row[0]: Outline(*row)
        for row in db.execute(
            f"{_WANTED} SELECT e.id, e.kind, e.usd, coalesce(e.date_end, ''), e.said_last"
            " FROM wanted JOIN event e USING (id) ORDER BY e.id",
            given,
        )
    }
    for event, article in db.execute(
        f"{_WANTED} SELECT t.event, s.article FROM wanted JOIN event_statement t ON t.event = wanted.id"
        " JOIN statement s ON s.id = t.statement",
        given,
    ):
        found[event].articles.add(article)
    return list(found.values())


def events_with(db: sqlite3.Connection, entities: Iterable[str]) -> frozenset[str]:
    """Ids of the events in which one of some entities takes part."""
    rows = db.execute(
        "SELECT DISTINCT event FROM event_entity WHERE entity IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(entities)),),
    )
    return frozenset(row[0] for row in rows)


def counts(db: sqlite3.Connection) -> dict[str, int]:
    """How many there are of everything that a store holds."""
    sources = {
        "articles": "article",
        "facts": "statement",
        "events": "event",
        "entities": "entity WHERE events > 0",
        "passages": "passage",
        "conflicts": "(SELECT DISTINCT event FROM conflict)",
    }
    return {name: int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for name, table in sources.items()}
