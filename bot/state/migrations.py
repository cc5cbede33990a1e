"""The tables of the state, as the steps that made them. A step that was released is never edited: add another."""

from __future__ import annotations

from bot.state.database import Database, StateError

MIGRATIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "01 feedback",
        (
            """CREATE TABLE feedback (
              id INTEGER PRIMARY KEY, platform TEXT NOT NULL, user TEXT NOT NULL, channel TEXT NOT NULL,
              question TEXT NOT NULL, verdict TEXT NOT NULL CHECK (verdict IN ('good', 'bad')),
              events TEXT NOT NULL, at TEXT NOT NULL, UNIQUE (platform, user, channel, question))""",
            "CREATE INDEX feedback_at ON feedback(at)",
        ),
    ),
    (
        "02 channel settings",
        (
            """CREATE TABLE channel (
              platform TEXT NOT NULL, id TEXT NOT NULL, public INTEGER NOT NULL DEFAULT 0, changed TEXT NOT NULL,
              PRIMARY KEY (platform, id)) WITHOUT ROWID""",
        ),
    ),
    (
        "03 kept and seen",
        (
            "CREATE TABLE kept (key TEXT PRIMARY KEY, value TEXT NOT NULL, until TEXT NOT NULL) WITHOUT ROWID",
            "CREATE TABLE seen (platform TEXT NOT NULL, event TEXT NOT NULL, until TEXT NOT NULL,"
            " PRIMARY KEY (platform, event)) WITHOUT ROWID",
            "CREATE INDEX kept_until ON kept(until)",
            "CREATE INDEX seen_until ON seen(until)",
        ),
    ),
    (
        "04 watches",
        (
            """CREATE TABLE watch (
              id INTEGER PRIMARY KEY, platform TEXT NOT NULL, owner_kind TEXT NOT NULL
              CHECK (owner_kind IN ('user', 'channel')), owner TEXT NOT NULL, entity TEXT NOT NULL,
              name TEXT NOT NULL, since TEXT NOT NULL, UNIQUE (platform, owner_kind, owner, entity))""",
        ),
    ),
)


def migrate(database: Database) -> list[str]:
    """Takes the steps that were not taken yet and records them; StateError where the file is ahead of this program."""
    known = [name for name, _ in MIGRATIONS]
    with database.transaction():
        database.write("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID")
        taken = {row["name"] for row in database.rows("SELECT name FROM migration")}
        ahead = sorted(taken - set(known))
        if ahead:
            raise StateError(
                f"the state database was made by a newer version of the bot (it has “{ahead[0]}”): update the bot"
            )
        fresh = [(name, steps) for name, steps in MIGRATIONS if name not in taken]
        for name, steps in fresh:
            for step in steps:
                database.write(step)
            database.write("INSERT INTO migration (name, at) VALUES (?, ?)", (name, database.stamp()))
    return [name for name, _ in fresh]
