"""Small questions to the tables of a store that answers ask again and again."""

from __future__ import annotations

import sqlite3


def kinds(db: sqlite3.Connection) -> tuple[str, ...]:
    """The kinds of events that there are."""
    return tuple(_distinct(db, "event", "kind", "1"))


def rounds_told(db: sqlite3.Connection) -> list[str]:
    """The wordings in which rounds are told."""
    return _distinct(db, "event_word", "text", "slot = 'round'")


def set_up_within(db: sqlite3.Connection, entity: str) -> frozenset[str]:
    """Ids of the organisations that were founded within one."""
    rows = db.execute(
        "SELECT o.entity FROM event_entity p JOIN event_entity o ON o.event = p.event"
        " WHERE p.entity = ? AND p.role = 'parent' AND p.kind = 'founding' AND p.held"
        " AND o.role = 'organization' AND o.held",
        (entity,),
    )
    return frozenset(row[0] for row in rows)


def kin(db: sqlite3.Connection, entity: str) -> frozenset[str]:
    """Whose product something is, where somebody has a post, within what an organisation was founded."""
    rows = db.execute(
        # By the indexes that hold nothing else: SQLite would look at all that somebody takes part in, 30 ms of it.
        "SELECT o.entity FROM event_entity x INDEXED BY event_entity_owned JOIN event_entity o ON o.event = x.event"
        " WHERE x.entity = ?1 AND x.role IN ('product', 'person')"
        " AND x.kind IN ('launch', 'deployment', 'role', 'founding') AND x.held"
        " AND o.role IN ('maker', 'organization') AND o.held"
        " UNION SELECT p.entity"
        " FROM event_entity x INDEXED BY event_entity_founded JOIN event_entity p ON p.event = x.event"
        " WHERE x.entity = ?1 AND x.role = 'organization' AND x.kind = 'founding' AND x.held"
        " AND p.role = 'parent' AND p.held",
        (entity,),
    )
    return frozenset(row[0] for row in rows)


def possessives(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """Ids and names of entities that are called "Acme's …", by name."""
    rows = db.execute("SELECT id, name FROM entity WHERE instr(replace(name, '’', ''''), '''s ') > 0 ORDER BY name, id")
    return [(row[0], row[1]) for row in rows]


def _distinct(db: sqlite3.Connection, table: str, column: str, where: str) -> list[str]:
    """The values of a column that leads an index, each found by one step in it."""
    rows = db.execute(
        f"WITH RECURSIVE found(value) AS (SELECT min({column}) FROM {table} WHERE {where} UNION ALL"
        f" SELECT (SELECT min({column}) FROM {table} WHERE {where} AND {column} > value) FROM found"
        " WHERE value IS NOT NULL) SELECT value FROM found WHERE value IS NOT NULL"
    )
    return [row[0] for row in rows]
