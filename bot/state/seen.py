"""Which events of a platform were handled already: a platform that gets no answer in time sends them again."""

from __future__ import annotations

from datetime import timedelta

from bot.state.database import Database, stamp

KEPT_FOR = timedelta(hours=24)


class Seen:
    """Shared by all processes on one state, so that only one of them handles an event."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def first(self, platform: str, event: str, ttl: timedelta = KEPT_FOR) -> bool:
        """Whether an event id is met for the first time; it is remembered for `ttl`."""
        now = self._database.now()
        return bool(
            self._database.write(
                "INSERT INTO seen (platform, event, until) VALUES (?1, ?2, ?3)"
                " ON CONFLICT (platform, event) DO UPDATE SET until = excluded.until WHERE seen.until <= ?4",
                (platform, event, stamp(now + ttl), stamp(now)),
            )
        )

    def prune(self) -> int:
        """Removes what has run out; how many ids that were."""
        return self._database.write("DELETE FROM seen WHERE until <= ?", (self._database.stamp(),))
