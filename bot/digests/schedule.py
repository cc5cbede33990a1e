"""When digests are due, as wall clocks tell it. Pure: the same question has the same answer."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

Every = Literal["day", "week", "month"]


@dataclass(frozen=True, slots=True)
class Plan:
    """A digest that comes again and again at a wall time of a zone."""

    every: Every = "week"
    at: time = time(9, 0)
    zone: str = "UTC"
    weekday: int = 0
    """For weekly ones; 0 is Monday."""
    day: int = 1
    """For monthly ones; in a shorter month it is the last day."""

    def __post_init__(self) -> None:
        zone_of(self.zone)
        if not 0 <= self.weekday <= 6:
            raise ValueError(f"weekday {self.weekday} is none: 0 is Monday, 6 is Sunday")
        if not 1 <= self.day <= 31:
            raise ValueError(f"no month has a day {self.day}")
        if self.at.tzinfo is not None:
            raise ValueError("the time of a plan is a wall time: its zone is named apart")

    def due(self, after: datetime, until: datetime) -> list[datetime]:
        """The instants at which it is due, UTC, in order; `after` outside, `until` inside."""
        return _due(self._falls_on, self.at, zone_of(self.zone), after, until)

    def last(self, until: datetime) -> datetime:
        """The newest instant at which it was due, `until` inside."""
        return self.due(until - timedelta(days=40), until)[-1]

    def next(self, after: datetime) -> datetime:
        """The first instant at which it is due, `after` outside."""
        return self.due(after, after + timedelta(days=40))[0]

    def _falls_on(self, day: date) -> bool:
        if self.every == "week":
            return day.weekday() == self.weekday
        if self.every == "month":
            return day.day == min(self.day, monthrange(day.year, day.month)[1])
        return True


def due_periods(weekday: int, at: time, zone: str, after: datetime, until: datetime) -> list[datetime]:
    """The due instants of a weekly digest, UTC, in order; `weekday` 0 is Monday, `after` outside, `until` inside.

    A wall time that comes twice counts once, at the first; one that does not exist falls at the first instant after
    the gap. ValueError for a zone that is not known and for instants without a zone.
    """
    return Plan("week", at, zone, weekday).due(after, until)


def zone_of(name: str) -> ZoneInfo:
    """The zone of a name such as `Europe/Berlin`; ValueError where there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError(f"{name!r} is no time zone: write it as Europe/Berlin") from None


def _due(
    falls_on: Callable[[date], bool], at: time, zone: ZoneInfo, after: datetime, until: datetime
) -> list[datetime]:
    if after.tzinfo is None or until.tzinfo is None:
        raise ValueError("after and until need a time zone")
    # A day more on both sides: a wall time in a gap falls later than its date says, by a day at the most.
    day = after.astimezone(zone).date() - timedelta(days=2)
    last = until.astimezone(zone).date() + timedelta(days=1)
    found: set[datetime] = set()
    while day <= last:
        if falls_on(day):
            instant = _instant(datetime.combine(day, at), zone)
            if after < instant <= until:
                found.add(instant)
        day += timedelta(days=1)
    return sorted(found)


def _instant(wall: datetime, zone: ZoneInfo) -> datetime:
    """The instant of a wall time: the first of two, or the first after the gap that swallowed it."""
    first = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if _wall(first, zone) == wall:
        return first
    # In a gap `fold` 1 reads the wall time with the offset after it, which is an instant before it, and 0 the reverse.
    before = wall.replace(tzinfo=zone, fold=1).astimezone(UTC).replace(microsecond=0)
    beyond = first.replace(microsecond=0) + timedelta(seconds=1)
    while beyond - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(beyond - before) // timedelta(seconds=2))
        if _wall(middle, zone) > wall:
            beyond = middle
        else:
            before = middle
    return beyond


def _wall(instant: datetime, zone: ZoneInfo) -> datetime:
    return instant.astimezone(zone).replace(tzinfo=None, fold=0)
