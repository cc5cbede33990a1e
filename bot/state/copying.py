"""A whole state from one database into another, such as from a file into PostgreSQL."""

from __future__ import annotations

from bot.state.database import Database, StateError

TABLES: dict[str, tuple[str, ...]] = {
    "feedback": ("id", "platform", "user", "channel", "question", "verdict", "events", "at"),
    "channel": ("platform", "id", "public", "changed", "language"),
    "kept": ("key", "value", "until"),
    "seen": ("platform", "event", "until"),
    "watch": ("id", "platform", "owner_kind", "owner", "entity", "name", "since", "place"),
    "correction": ("id", "platform", "user", "channel", "question", "text", "events", "at"),
    "subscription": (
        "id", "platform", "channel", "every", "weekday", "day", "at", "zone", "entities", "kinds", "min_usd",
        "say_nothing_new", "on_arrival", "paused", "by", "since", "build",
    ),
    "delivery": (
        "id", "platform", "channel", "kind", "period", "token", "since", "until", "status", "owner", "lease", "tries",
        "claimed", "done", "message", "events", "reason",
    ),
    "build": ("number", "name", "at", "changes"),
    "arrival": ("source", "article", "build"),
    "audit": ("number", "who", "action", "what", "outcome", "at", "done", "undone"),
    "judgement": (
        "number", "verdict", "targets", "words", "slot", "value", "who", "at", "action", "undone",
    ),
    "saved": ("action", "name", "away"),
}  # fmt: skip
"""Every table with its columns, but for the one that records the migrations."""


def is_empty(database: Database) -> bool:
    """Whether nobody did or set anything yet."""
    return not any(database.rows(f"SELECT 1 AS one FROM {table} LIMIT 1") for table in TABLES)


def copy(source: Database, target: Database) -> None:
    """Every row of a state into one that is empty; StateError, and nothing is done, where it is not."""
    with source.transaction(), target.filling():
        if not is_empty(target):
            raise StateError("there is something in it already: name an empty database")
        for table, columns in TABLES.items():
            names = ", ".join(f'"{name}"' for name in columns)
            places = ", ".join("?" * len(columns))
            for row in source.rows(f"SELECT {names} FROM {table}"):
                values = [row[name] for name in columns]
                target.write(f"INSERT INTO {table} ({names}) VALUES ({places})", values)
