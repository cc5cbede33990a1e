"""Which channel gets a digest when, of what."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Literal

from bot.state.database import Database, Row

_NEWEST = "coalesce((SELECT max(number) FROM build), 0)"


@dataclass(frozen=True, slots=True)
class Subscription:
    """One channel's digest. `entities` are pairs of id and name: the name finds it again where a build changed ids."""

    platform: str
    channel: str
    every: Literal["day", "week", "month"] = "week"
    weekday: int = 0
    day: int = 1
    at: time = time(9, 0)
    zone: str = "UTC"
    entities: tuple[tuple[str, str], ...] = ()
    kinds: tuple[str, ...] = ()
    min_usd: float | None = None
    say_nothing_new: bool = False
    """Whether a digest without news says so; else nothing is posted."""
    on_arrival: bool = False
    """Whether news is posted as well soon after new articles came."""
    paused: str = ""
    """Why nothing is posted: `by hand`, or what the platform said; empty where it runs."""
    by: str = ""
    """Who set it up."""
    since: datetime | None = None
    """When it began, was changed, or went on after a pause: what was due before is not posted. Set by the state."""
    build: int = 0
    """The newest build at that moment: what came with it is no news. Set by the state."""


class Subscriptions:
    """One a channel at the most."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, wanted: Subscription) -> Subscription:
        """Begins a subscription, or changes the one of the channel; only what is due from now on is posted."""
        self._database.write(
            "INSERT INTO subscription (platform, channel, every, weekday, day, at, zone, entities, kinds, min_usd,"
            " say_nothing_new, on_arrival, paused, by, since, build)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            f" {_NEWEST}) ON CONFLICT (platform, channel) DO UPDATE SET"
            " every = excluded.every, weekday = excluded.weekday,"
            " day = excluded.day, at = excluded.at, zone = excluded.zone, entities = excluded.entities,"
            " kinds = excluded.kinds, min_usd = excluded.min_usd, say_nothing_new = excluded.say_nothing_new,"
            " on_arrival = excluded.on_arrival, paused = excluded.paused, by = excluded.by, since = excluded.since",
            (
                wanted.platform,
                wanted.channel,
                wanted.every,
                wanted.weekday,
                wanted.day,
                wanted.at.isoformat(),
                wanted.zone,
                json.dumps(wanted.entities),
                json.dumps(wanted.kinds),
                wanted.min_usd,
                int(wanted.say_nothing_new),
                int(wanted.on_arrival),
                wanted.paused,
                wanted.by,
                self._database.stamp(),
            ),
        )
        kept = self.get(wanted.platform, wanted.channel)
        assert kept is not None
        return kept

    def get(self, platform: str, channel: str) -> Subscription | None:
        found = self._database.rows(
            "SELECT * FROM subscription WHERE platform = ? AND channel = ?", (platform, channel)
        )
        return next(iter(_subscriptions(found)), None)

    def all(self) -> list[Subscription]:
        """Every subscription, paused ones too, in the order they were set up."""
        return list(_subscriptions(self._database.rows("SELECT * FROM subscription ORDER BY id")))

    def active(self) -> list[Subscription]:
        """Those that are not paused."""
        return [subscription for subscription in self.all() if not subscription.paused]

    def pause(self, platform: str, channel: str, why: str = "by hand") -> bool:
        """Stops posting until `resume`; False where there is no subscription or it is paused already."""
        return bool(
            self._database.write(
                "UPDATE subscription SET paused = ? WHERE platform = ? AND channel = ? AND paused = ''",
                (why, platform, channel),
            )
        )

    def resume(self, platform: str, channel: str) -> bool:
        """Posts again, from now on; False where there is no subscription or it is not paused."""
        return bool(
            self._database.write(
                f"UPDATE subscription SET paused = '', since = ?, build = {_NEWEST}"
                " WHERE platform = ? AND channel = ? AND paused <> ''",
                (self._database.stamp(), platform, channel),
            )
        )

    def remove(self, platform: str, channel: str) -> bool:
        """Ends a subscription; False where there was none."""
        return bool(
            self._database.write("DELETE FROM subscription WHERE platform = ? AND channel = ?", (platform, channel))
        )

    def forget(self, platform: str, user: str) -> int:
        """Takes a person's name off the subscriptions; how many bore it."""
        return self._database.write(
            "UPDATE subscription SET by = '' WHERE platform = ? AND by = ? AND by <> ''", (platform, user)
        )


def _subscriptions(rows: Iterable[Row]) -> Iterable[Subscription]:
    for row in rows:
        yield Subscription(
            row["platform"],
            row["channel"],
            row["every"],
            row["weekday"],
            row["day"],
            time.fromisoformat(row["at"]),
            row["zone"],
            tuple((one, name) for one, name in json.loads(row["entities"])),
            tuple(json.loads(row["kinds"])),
            row["min_usd"],
            bool(row["say_nothing_new"]),
            bool(row["on_arrival"]),
            row["paused"],
            row["by"],
            datetime.fromisoformat(row["since"]),
            row["build"],
        )
