"""What people say is wrong with an answer, in their own words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.state.database import ALL, Database, listed, stamp

LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class Correction:
    """`turns` are the messages that led to the answer, the question last; `events` what the answer showed."""

    platform: str
    user: str
    channel: str
    turns: tuple[str, ...]
    text: str
    events: tuple[str, ...] = ()
    at: str = ""
    """When it was given, ISO, UTC."""


class Corrections:
    """Kept for whoever looks after the facts; nothing is changed by them on its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self, platform: str, user: str, channel: str, turns: Sequence[str], text: str, events: Sequence[str] = ()
    ) -> None:
        """Keeps a correction, of its text what is within `LONGEST`."""
        kept = text[:LONGEST].encode("utf-8", "replace").decode()
        self._database.write(
            'INSERT INTO correction (platform, "user", channel, question, text, events, at)'
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (platform, user, channel, listed(turns), kept, listed(events), self._database.stamp()),
        )

    def entries(self, since: datetime | None = None, limit: int | None = None) -> list[Correction]:
        """The corrections, the newest first."""
        rows = self._database.rows(
            "SELECT * FROM correction WHERE at >= ? ORDER BY at DESC, id DESC LIMIT ?",
            (stamp(since) if since else "", ALL if limit is None else limit),
        )
        return [
            Correction(
                row["platform"],
                row["user"],
                row["channel"],
                tuple(json.loads(row["question"])),
                row["text"],
                tuple(json.loads(row["events"])),
                row["at"],
            )
            for row in rows
        ]

    def forget(self, platform: str, user: str) -> int:
        """Removes what one person said; how many corrections that were."""
        return self._database.write('DELETE FROM correction WHERE platform = ? AND "user" = ?', (platform, user))

    def prune(self, before: datetime) -> int:
        """Removes what is older; how many corrections that were."""
        return self._database.write("DELETE FROM correction WHERE at < ?", (stamp(before),))
