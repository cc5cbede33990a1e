"""With which build each article, and each change of what was known, first came. Builds are numbered as they come."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.state.database import Database


class Arrivals:
    """What is new to a channel is what came with the builds after the last one it was told of.

    An article is known by its file name, so that a revised one is not new again. Numbers, not times, tell what came
    after what: no step of the clock loses or repeats news.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, build: str, articles: Iterable[tuple[str, str]], changes: Sequence[Mapping[str, Any]]) -> bool:
        """Takes note of a build: its articles as (source, id), and what it changed. False where it was noted before."""
        with self._database.transaction():
            number = self.newest() + 1
            if not self._database.write(
                "INSERT INTO build (number, name, at, changes) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                (number, build, self._database.stamp(), json.dumps(list(changes))),
            ):
                return False
            for source, article in articles:
                self._database.write(
                    "INSERT INTO arrival (source, article, build) VALUES (?, ?, ?)"
                    " ON CONFLICT (source) DO UPDATE SET article = excluded.article",
                    (source, article, number),
                )
        return True

    def knows(self, build: str) -> bool:
        """Whether a build was noted."""
        return bool(self._database.rows("SELECT 1 FROM build WHERE name = ?", (build,)))

    def number(self, build: str) -> int:
        """The number of a build, 0 where it was not noted."""
        row = self._database.row("SELECT number FROM build WHERE name = ?", (build,))
        return int(row["number"]) if row is not None else 0

    def noted_at(self, number: int) -> datetime | None:
        """When a build was noted, None where there is none of that number."""
        row = self._database.row("SELECT at FROM build WHERE number = ?", (number,))
        return datetime.fromisoformat(row["at"]) if row is not None else None

    def newest_name(self) -> str:
        """The newest build noted, empty where there is none."""
        row = self._database.row("SELECT name FROM build ORDER BY number DESC LIMIT 1")
        return str(row["name"]) if row is not None else ""

    def noted(self) -> list[tuple[str, int]]:
        """When each build was noted (ISO, UTC), and its number."""
        rows = self._database.rows("SELECT at, number FROM build ORDER BY number")
        return [(row["at"], row["number"]) for row in rows]

    def newest(self) -> int:
        """The number of the newest build noted, 0 where there is none."""
        row = self._database.row("SELECT max(number) AS newest FROM build")
        return int(row["newest"] or 0) if row is not None else 0

    def articles(self, after: int, until: int) -> frozenset[str]:
        """Ids of the articles that came with the builds after one, until another."""
        rows = self._database.rows("SELECT article FROM arrival WHERE build > ? AND build <= ?", (after, until))
        return frozenset(row["article"] for row in rows)

    def changes(self, after: int, until: int) -> list[dict[str, Any]]:
        """What those builds changed, the oldest first."""
        rows = self._database.rows(
            "SELECT changes FROM build WHERE number > ? AND number <= ? ORDER BY number", (after, until)
        )
        return [change for row in rows for change in json.loads(row["changes"])]
