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
    (
        "05 corrections",
        (
            """CREATE TABLE correction (
              id INTEGER PRIMARY KEY, platform TEXT NOT NULL, user TEXT NOT NULL, channel TEXT NOT NULL,
              question TEXT NOT NULL, text TEXT NOT NULL, events TEXT NOT NULL, at TEXT NOT NULL)""",
            "CREATE INDEX correction_at ON correction(at)",
        ),
    ),
    (
        "06 subscriptions",
        (
            """CREATE TABLE subscription (
              id INTEGER PRIMARY KEY, platform TEXT NOT NULL, channel TEXT NOT NULL,
              every TEXT NOT NULL CHECK (every IN ('day', 'week', 'month')), weekday INTEGER NOT NULL,
              day INTEGER NOT NULL, at TEXT NOT NULL, zone TEXT NOT NULL, entities TEXT NOT NULL, kinds TEXT NOT NULL,
              min_usd REAL, say_nothing_new INTEGER NOT NULL, on_arrival INTEGER NOT NULL,
              paused TEXT NOT NULL, by TEXT NOT NULL, since TEXT NOT NULL, build INTEGER NOT NULL,
              UNIQUE (platform, channel))""",
        ),
    ),
    (
        "07 deliveries",
        (
            """CREATE TABLE delivery (
              id INTEGER PRIMARY KEY, platform TEXT NOT NULL, channel TEXT NOT NULL,
              kind TEXT NOT NULL CHECK (kind IN ('digest', 'arrivals', 'watch')), period TEXT NOT NULL,
              token TEXT NOT NULL UNIQUE, since INTEGER NOT NULL, until INTEGER NOT NULL,
              status TEXT NOT NULL CHECK (status IN ('claimed', 'sent', 'empty', 'failed')),
              owner TEXT NOT NULL, lease TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
              claimed TEXT NOT NULL, done TEXT NOT NULL DEFAULT '', message TEXT NOT NULL DEFAULT '',
              events TEXT NOT NULL DEFAULT '[]', reason TEXT NOT NULL DEFAULT '',
              UNIQUE (platform, channel, kind, period))""",
            "CREATE INDEX delivery_open ON delivery(lease) WHERE status = 'claimed'",
        ),
    ),
    (
        "08 arrivals",
        (
            "CREATE TABLE build (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, at TEXT NOT NULL,"
            " changes TEXT NOT NULL)",
            "CREATE TABLE arrival (source TEXT PRIMARY KEY, article TEXT NOT NULL,"
            " build INTEGER NOT NULL REFERENCES build(number)) WITHOUT ROWID",
            "CREATE INDEX arrival_build ON arrival(build)",
        ),
    ),
    (
        "09 audit and judgements",
        (
            """CREATE TABLE audit (
              number INTEGER PRIMARY KEY, who TEXT NOT NULL, action TEXT NOT NULL, what TEXT NOT NULL,
              outcome TEXT NOT NULL, at TEXT NOT NULL, done TEXT NOT NULL,
              undone INTEGER REFERENCES audit(number))""",
            """CREATE TABLE judgement (
              number INTEGER PRIMARY KEY, verdict TEXT NOT NULL, targets TEXT NOT NULL, words TEXT NOT NULL,
              slot TEXT NOT NULL, value TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL,
              action INTEGER NOT NULL REFERENCES audit(number), undone INTEGER REFERENCES audit(number))""",
            "CREATE INDEX judgement_standing ON judgement(action) WHERE undone IS NULL",
        ),
    ),
    (
        "10 saved articles",
        (
            "CREATE TABLE saved (action INTEGER PRIMARY KEY REFERENCES audit(number), name TEXT NOT NULL,"
            " away TEXT NOT NULL)",
        ),
    ),
    ("11 language of a channel", ("ALTER TABLE channel ADD COLUMN language TEXT NOT NULL DEFAULT ''",)),
    (
        "12 watches in threads",
        (
            """CREATE TABLE watch_placed (
              id INTEGER PRIMARY KEY, platform TEXT NOT NULL, owner_kind TEXT NOT NULL
              CHECK (owner_kind IN ('user', 'channel')), owner TEXT NOT NULL, entity TEXT NOT NULL,
              name TEXT NOT NULL, since TEXT NOT NULL, place TEXT NOT NULL DEFAULT '',
              UNIQUE (platform, owner_kind, owner, entity, place))""",
            "INSERT INTO watch_placed (id, platform, owner_kind, owner, entity, name, since)"
            " SELECT id, platform, owner_kind, owner, entity, name, since FROM watch",
            "DROP TABLE watch",
            "ALTER TABLE watch_placed RENAME TO watch",
        ),
    ),
)


def migrate(database: Database) -> list[str]:
    """Takes the steps that were not taken yet and records them; StateError where the file is ahead of this program."""
    known = [name for name, _ in MIGRATIONS]
    with database.transaction():
        database.define("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID")
        taken = {row["name"] for row in database.rows("SELECT name FROM migration")}
        ahead = sorted(taken - set(known))
        if ahead:
            raise StateError(
                f"the state database was made by a newer version of the bot (it has “{ahead[0]}”): update the bot"
            )
        fresh = [(name, steps) for name, steps in MIGRATIONS if name not in taken]
        for name, steps in fresh:
            for step in steps:
                database.define(step)
            database.write("INSERT INTO migration (name, at) VALUES (?, ?)", (name, database.stamp()))
    return [name for name, _ in fresh]
