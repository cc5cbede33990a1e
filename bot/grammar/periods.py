"""Periods as people ask for them and as answers print them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from bot.grammar.date_mentions import find_dates
from bot.grammar.date_words import COUNT, MONTH_NAMES, SEASONS, number, season, shift_month, third
from bot.grammar.patterns import Pattern
from bot.model.when import When

_LAST = Pattern(
    rf"(?<!\w)(?:last|past|previous)\s+(?:(?P<n>{COUNT}|\d{{1,3}})\s+)?(?P<unit>day|week|month|year)s(?!\w)"
    rf"|(?<!\w)(?:past)\s+(?P<one>day|week|month|year)(?!\w)",
    re.I,
)


def parse_period(text: str, today: date) -> When | None:
    """The period a question names: "2025", "since 2024", "Q3 2025", "last month", "between 2023 and 2025".

    "before 2024" is everything until 2023 and "after 2024" everything since 2025: the bound itself is inside.
    """
    if found := _LAST.search(text):
        return _back(found, today)
    published = When.day(today)
    mentions = find_dates(text, published)
    if not mentions:
        mentions = find_dates(f"in {text.strip().title()}", published)
    first = next((m for m in mentions if m.when), None)
    if first is None or first.when is None:
        return None
    try:
        return _beside(first.when) if first.relation in ("before", "after") else first.when
    except (ValueError, OverflowError):
        return None


def _back(found: re.Match[str], today: date) -> When | None:
    """The last so many days, weeks, months or years, up to today; nothing where no number is told."""
    count = 1 if found["one"] else number(found["n"]) if found["n"] else 0
    unit = (found["one"] or found["unit"]).lower()
    if not count:
        return None
    try:
        if unit in ("day", "week"):
            return When(today - timedelta(days=count * (7 if unit == "week" else 1)), today, "span")
        month = shift_month(today.year, today.month, -count * (12 if unit == "year" else 1))
        return When(month.start.replace(day=min(today.day, month.end.day)), today, "span")
    except (ValueError, OverflowError):
        return None


def _beside(when: When) -> When:
    """The neighbour of a period, on the side it is open to, told in the same precision."""
    by = -1 if when.open == "before" else 1
    year, month = when.start.year, when.start.month
    beside = When.day(when.start - timedelta(days=1) if by < 0 else when.end + timedelta(days=1))
    if when == replace(When.year(year), approximate=when.approximate, open=when.open):
        beside = When.year(year + by)
    elif when.precision == "month":
        beside = shift_month(year, month, by)
    elif when.precision == "quarter":
        moved = shift_month(year, month, 3 * by).start
        beside = When.quarter(moved.year, (moved.month + 2) // 3)
    elif when.precision == "half":
        moved = shift_month(year, month, 6 * by).start
        beside = When.half(moved.year, 1 if moved.month == 1 else 2)
    return replace(beside, approximate=when.approximate, open=when.open)


@lru_cache(maxsize=1000)
def format_when(when: When) -> str:
    """A period in words, as exact as it was told and no more; `parse_period` reads it back."""
    lead = {"": "", "after": "since ", "before": "by "}[when.open]
    return f"{lead}{'around ' if when.approximate else ''}{_bare(when)}"


def _bare(when: When) -> str:
    start = when.start
    if when.precision == "day":
        return _day(start)
    if when.precision == "month":
        return _month(start)
    if when.precision == "quarter":
        return f"Q{(start.month + 2) // 3} {start.year}"
    if when.precision == "half":
        return f"H{(start.month + 5) // 6} {start.year}"
    if when.precision == "decade":
        return f"{start.year}s"
    return _year(when) if when.precision == "year" else _span(when)


_THIRDS: tuple[Literal["early", "mid", "late"], ...] = ("early", "mid", "late")


def _year(when: When) -> str:
    """The year, or the season or third of it that the interval is."""
    year, bounds = when.start.year, (when.start, when.end)
    for name, month in SEASONS.items():
        part = season(year, month)
        if bounds == (part.start, part.end):
            return f"{name} {year}"
    for name in _THIRDS:
        part = third(year, name)
        if bounds == (part.start, part.end):
            return f"mid-{year}" if name == "mid" else f"{name} {year}"
    return str(year)


def _span(when: When) -> str:
    start, end = when.start, when.end
    months = start.day == 1 and end == When.month(end.year, end.month).end
    if months and start.month == 1 and end.month == 12 and start.year < end.year:
        return f"{start.year} to {end.year}"
    return f"{_month(start)} to {_month(end)}" if months else f"{_day(start)} to {_day(end)}"


def _month(day: date) -> str:
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"


def _day(day: date) -> str:
    return f"{day.day} {_month(day)}"
