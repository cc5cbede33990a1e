"""When digests are due, against a reference that knows nothing of `fold`: it walks along the instants of a zone."""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.digests.schedule import Plan, due_periods

ZONES = (
    "UTC",
    "Europe/Berlin",
    "Europe/London",
    "Europe/Dublin",
    "Europe/Moscow",
    "Europe/Istanbul",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Shanghai",
    "Asia/Tehran",
    "Asia/Gaza",
    "Asia/Pyongyang",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Chatham",
    "America/New_York",
    "America/Sao_Paulo",
    "America/St_Johns",
)
FIRST, LAST = datetime(2011, 1, 1, tzinfo=UTC), datetime(2021, 1, 1, tzinfo=UTC)
TIMES = (time(0, 0), time(0, 30), time(1, 30), time(2, 0), time(2, 30), time(2, 59, 59), time(3, 0), time(9, 0))


@cache
def stretches(zone: str) -> list[tuple[datetime, timedelta]]:
    """From when on a zone has which offset, within the ten years and a week around."""
    info = ZoneInfo(zone)
    step = timedelta(hours=6)
    at, end = FIRST - timedelta(days=7), LAST + timedelta(days=7)
    found = [(at, _offset(at, info))]
    while at < end:
        if _offset(at + step, info) != found[-1][1]:
            low, high = at, at + step
            while high - low > timedelta(seconds=1):
                middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
                low, high = (low, middle) if _offset(middle, info) != found[-1][1] else (middle, high)
            found.append((high, _offset(high, info)))
        at += step
    return found


def _offset(instant: datetime, zone: ZoneInfo) -> timedelta:
    offset = instant.astimezone(zone).utcoffset()
    assert offset is not None
    return offset


def reference(wall: datetime, zone: str) -> datetime:
    """The first instant at which the clocks of a zone show a wall time, else the first at which they show a later."""
    known = stretches(zone)
    later: list[datetime] = []
    for number, (start, offset) in enumerate(known):
        instant = (wall - offset).replace(tzinfo=UTC)
        end = known[number + 1][0] if number + 1 < len(known) else LAST + timedelta(days=30)
        if start <= instant < end:
            return instant
        if instant < start:
            later.append(start)
    return min(later)


@cache
def all_due(zone: str, weekday: int, at: time) -> list[datetime]:
    day = FIRST.date() - timedelta(days=5)
    days = [day + timedelta(days=n) for n in range((LAST - FIRST).days + 10)]
    return sorted({reference(datetime.combine(d, at), zone) for d in days if d.weekday() == weekday})


def between(instants: list[datetime], after: datetime, until: datetime) -> list[datetime]:
    return instants[bisect_right(instants, after) : bisect_right(instants, until)]


@pytest.mark.parametrize("zone", ZONES)
def test_ten_years_of_nights(zone: str) -> None:
    for weekday in range(7):
        for at in TIMES:
            expected = between(all_due(zone, weekday, at), FIRST, LAST)
            assert due_periods(weekday, at, zone, FIRST, LAST) == expected, (weekday, at)


@given(
    st.sampled_from(ZONES),
    st.integers(0, 6),
    st.times().map(lambda t: t.replace(microsecond=0)),
    st.datetimes(FIRST.replace(tzinfo=None), LAST.replace(tzinfo=None)),
    st.timedeltas(timedelta(0), timedelta(days=120)),
)
@settings(max_examples=150, deadline=None)
def test_any_window(zone: str, weekday: int, at: time, start: datetime, length: timedelta) -> None:
    after = start.replace(tzinfo=UTC)
    until = min(after + length, LAST)
    assert due_periods(weekday, at, zone, after, until) == between(all_due(zone, weekday, at), after, until)


@given(
    st.sampled_from(ZONES),
    st.times(),
    st.lists(st.datetimes(datetime(2011, 1, 1), datetime(2012, 6, 1)), min_size=3, max_size=6).map(sorted),
)
@settings(deadline=None)
def test_windows_side_by_side_miss_nothing_and_repeat_nothing(zone: str, at: time, cuts: list[datetime]) -> None:
    edges = [cut.replace(tzinfo=UTC) for cut in cuts]
    parts = [due_periods(4, at, zone, after, until) for after, until in pairwise(edges)]
    assert [instant for part in parts for instant in part] == due_periods(4, at, zone, edges[0], edges[-1])


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("why", "weekday", "at", "zone", "after", "until", "expected"),
    [
        (
            "a plain week",
            0,
            time(9),
            "UTC",
            "2025-10-06T00:00",
            "2025-10-13T23:00",
            ["2025-10-06T09:00", "2025-10-13T09:00"],
        ),
        ("after is outside", 0, time(9), "UTC", "2025-10-06T09:00", "2025-10-12T00:00", []),
        ("until is inside", 0, time(9), "UTC", "2025-10-05T00:00", "2025-10-06T09:00", ["2025-10-06T09:00"]),
        ("a window of nothing", 0, time(9), "UTC", "2025-10-06T09:00", "2025-10-06T09:00", []),
        ("a window the wrong way round", 0, time(9), "UTC", "2025-10-20T00:00", "2025-10-01T00:00", []),
        ("Berlin in summer", 0, time(9), "Europe/Berlin", "2025-07-07T00:00", "2025-07-08T00:00", ["2025-07-07T07:00"]),
        (
            "Berlin, 02:30 that is not",
            6,
            time(2, 30),
            "Europe/Berlin",
            "2025-03-29T00:00",
            "2025-03-31T00:00",
            ["2025-03-30T01:00"],
        ),
        (
            "Berlin, 02:00 that is not",
            6,
            time(2),
            "Europe/Berlin",
            "2025-03-29T00:00",
            "2025-03-31T00:00",
            ["2025-03-30T01:00"],
        ),
        (
            "Berlin, 03:00 that is",
            6,
            time(3),
            "Europe/Berlin",
            "2025-03-29T00:00",
            "2025-03-31T00:00",
            ["2025-03-30T01:00"],
        ),
        (
            "Berlin, 02:30 twice",
            6,
            time(2, 30),
            "Europe/Berlin",
            "2025-10-25T00:00",
            "2025-10-27T00:00",
            ["2025-10-26T00:30"],
        ),
        (
            "half an hour that is not",
            6,
            time(2, 15),
            "Australia/Lord_Howe",
            "2025-10-04T00:00",
            "2025-10-06T00:00",
            ["2025-10-04T15:30"],
        ),
        ("Kolkata", 0, time(9), "Asia/Kolkata", "2025-10-06T00:00", "2025-10-07T00:00", ["2025-10-06T03:30"]),
        (
            "Apia had no Friday",
            4,
            time(9),
            "Pacific/Apia",
            "2011-12-27T00:00",
            "2012-01-01T00:00",
            ["2011-12-30T10:00"],
        ),
        (
            "Apia, the Saturday after",
            5,
            time(9),
            "Pacific/Apia",
            "2011-12-27T00:00",
            "2012-01-01T00:00",
            ["2011-12-30T19:00"],
        ),
        ("29 February", 3, time(9), "Asia/Shanghai", "2024-02-25T00:00", "2024-03-02T00:00", ["2024-02-29T01:00"]),
        (
            "midnight that is not",
            6,
            time(0),
            "America/Sao_Paulo",
            "2018-11-03T00:00",
            "2018-11-05T00:00",
            ["2018-11-04T03:00"],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_known_weeks(why: str, weekday: int, at: time, zone: str, after: str, until: str, expected: list[str]) -> None:
    assert due_periods(weekday, at, zone, utc(after), utc(until)) == [utc(text) for text in expected]


def test_a_window_may_be_told_in_any_zone() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    after, until = datetime(2025, 10, 6, 9, tzinfo=berlin), datetime(2025, 10, 13, 9, tzinfo=berlin)
    found = due_periods(0, time(9), "Europe/Berlin", after, until)
    assert found == [utc("2025-10-13T07:00")]
    assert found[0].tzinfo is UTC


@pytest.mark.parametrize("zone", ["", "Europe/Berlino", "../../etc/passwd", "/etc/passwd", "Europe", "nul\0"])
def test_what_is_no_zone_is_refused(zone: str) -> None:
    with pytest.raises(ValueError, match="no time zone"):
        due_periods(0, time(9), zone, FIRST, LAST)


def test_what_is_no_plan_is_refused() -> None:
    with pytest.raises(ValueError, match="weekday 7"):
        due_periods(7, time(9), "UTC", FIRST, LAST)
    with pytest.raises(ValueError, match="day 32"):
        Plan("month", day=32)
    with pytest.raises(ValueError, match="wall time"):
        Plan(at=time(9, tzinfo=UTC))
    with pytest.raises(ValueError, match="need a time zone"):
        due_periods(0, time(9), "UTC", datetime(2025, 1, 1), LAST)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (1, ["2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01"]),
        (29, ["2024-01-29", "2024-02-29", "2024-03-29", "2024-04-29"]),
        (31, ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"]),
    ],
)
def test_months(day: int, expected: list[str]) -> None:
    plan = Plan("month", time(8), "Asia/Tokyo", day=day)
    found = plan.due(utc("2023-12-31T12:00"), utc("2024-04-30T12:00"))
    assert [instant.astimezone(ZoneInfo("Asia/Tokyo")).date().isoformat() for instant in found] == expected


def test_days_come_once_each_whatever_the_clocks_do() -> None:
    plan = Plan("day", time(2, 30), "Europe/Berlin")
    found = plan.due(utc("2025-03-28T12:00"), utc("2025-04-01T12:00"))
    assert found == [
        utc("2025-03-29T01:30"), utc("2025-03-30T01:00"), utc("2025-03-31T00:30"), utc("2025-04-01T00:30"),
    ]  # fmt: skip


@given(st.sampled_from(["day", "week", "month"]), st.sampled_from(ZONES), st.dates(date(2011, 6, 1), date(2020, 1, 1)))
def test_the_last_and_the_next_lie_around_an_instant(every: str, zone: str, day: date) -> None:
    plan = Plan(every, time(9), zone, weekday=day.weekday(), day=31)  # type: ignore[arg-type]
    now = datetime.combine(day, time(12), UTC)
    last, following = plan.last(now), plan.next(now)
    assert last <= now < following
    assert plan.due(last, following) == [following]
