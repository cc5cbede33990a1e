"""What people thought of answers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.state.database import ALL, Database, listed, stamp

Verdict = Literal["good", "bad"]


@dataclass(frozen=True, slots=True)
class Feedback:
    """One verdict on one answer. `turns` are the messages that led to it, the question last."""

    platform: str
    user: str
    channel: str
    turns: tuple[str, ...]
    verdict: Verdict
    events: tuple[str, ...] = ()
    """Ids of the events that the answer showed."""
    at: str = ""
    """When it was given, ISO, UTC."""

    @property
    def question(self) -> str:
        return self.turns[-1] if self.turns else ""


class FeedbackBook:
    """Every verdict; a person's newest on one question in one channel takes the place of the one before."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(
        self,
        platform: str,
        user: str,
        channel: str,
        turns: Sequence[str],
        verdict: Verdict,
        events: Sequence[str] = (),
    ) -> None:
        """Keeps a verdict."""
        given = (verdict, listed(events), self._database.stamp(), platform, user, channel, listed(turns))
        with self._database.transaction():
            if self._database.write(
                "UPDATE feedback SET verdict = ?, events = ?, at = ?"
                ' WHERE platform = ? AND "user" = ? AND channel = ? AND question = ?',
                given,
            ):
                return
            self._database.write(
                'INSERT INTO feedback (verdict, events, at, platform, "user", channel, question)'
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                given,
            )

    def entries(
        self, verdict: Verdict | None = None, since: datetime | None = None, limit: int | None = None
    ) -> list[Feedback]:
        """The verdicts, the newest first."""
        rows = self._database.rows(
            "SELECT * FROM feedback WHERE ? IN ('', verdict) AND at >= ? ORDER BY at DESC, id DESC LIMIT ?",
            (verdict or "", stamp(since) if since else "", ALL if limit is None else limit),
        )
        return [
            Feedback(
                row["platform"],
                row["user"],
                row["channel"],
                tuple(json.loads(row["question"])),
                row["verdict"],
                tuple(json.loads(row["events"])),
                row["at"],
            )
            for row in rows
        ]

    def forget(self, platform: str, user: str) -> int:
        """Removes what one person said; how many verdicts that were."""
        return self._database.write('DELETE FROM feedback WHERE platform = ? AND "user" = ?', (platform, user))

    def prune(self, before: datetime) -> int:
        """Removes what is older; how many verdicts that were."""
        return self._database.write("DELETE FROM feedback WHERE at < ?", (stamp(before),))
