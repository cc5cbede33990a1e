"""A timeline to scale: numbered marks in lanes above, what each number stands for below."""

from __future__ import annotations

from calendar import month_abbr
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from bot.charts.layout import (
    BLUE,
    FRAME,
    GRID,
    INK,
    MARGIN,
    PALE,
    QUIET,
    WIDTH,
    Disc,
    Layout,
    Page,
    Rect,
    Stroke,
    height,
    width,
    wrapped,
)
from bot.charts.spec import Moment, Timeline

_RADIUS = 13
_SIZE = 19
_NUMBER = 16
_TICK = 17
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months between two lines."""
_ROW = 2 * _RADIUS + 6


@dataclass(frozen=True, slots=True)
class _Axis:
    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        days = max((self.last - self.first).days, 1)
        return self.left + (self.right - self.left) * (day - self.first).days / days


def lay_timeline(chart: Timeline) -> Layout:
    page = Page(chart.title, chart.subtitle)
    lanes = list(dict.fromkeys(one.lane for one in chart.moments))
    left = MARGIN + max(width(lane, _SIZE, "bold") for lane in lanes) + 40
    axis = _axis(chart.moments, left, WIDTH - MARGIN - 20)
    top = page.y + height(_TICK) + 6
    y = top
    for n, lane in enumerate(lanes):
        rows = _lane(page, chart.moments, lane, axis, y + 8)
        tall = rows * _ROW + 10
        page.text(MARGIN, y + 8 + (rows * _ROW - height(_SIZE)) / 2 - 3, lane, _SIZE, "bold")
        y += tall
        if n < len(lanes) - 1:
            page.layout.shapes.append(Stroke(((MARGIN, y), (WIDTH - MARGIN, y)), GRID, 1.5))
    ticks = _ticks(page, axis, page.y, top, y + 6)
    page.layout.shapes[:0] = [*ticks, Stroke(((left - 20, top), (WIDTH - MARGIN, top)), FRAME, 2)]
    page.y = y + 22
    _key(page, chart.moments)
    return page.finished(chart.notes)


def _axis(moments: tuple[Moment, ...], left: float, right: float) -> _Axis:
    first = min(date.fromisoformat(one.start) for one in moments)
    last = max(date.fromisoformat(one.end) for one in moments)
    if (last - first).days < 60:
        first, last = first - timedelta(30), last + timedelta(30)
    return _Axis(first, last, left, right)


def _lane(page: Page, moments: tuple[Moment, ...], lane: str, axis: _Axis, top: float) -> int:
    """Marks of one lane in as many rows as they need not to touch; gives the number of rows."""
    ends: list[float] = []
    for number, one in enumerate(moments, start=1):
        if one.lane != lane:
            continue
        first, last = axis.x(date.fromisoformat(one.start)), axis.x(date.fromisoformat(one.end))
        middle = (first + last) / 2
        span = last - first > 3 * _RADIUS
        begin, end = (first, last) if span else (middle - _RADIUS, middle + _RADIUS)
        row = next((n for n, taken in enumerate(ends) if taken + 3 < begin), len(ends))
        ends[row : row + 1] = [end]
        y = top + row * _ROW + _RADIUS
        if span:
            page.layout.shapes.append(Rect(first, y - 9, last - first, 18, PALE, 9, BLUE))
        page.layout.shapes.append(Disc(middle, y, _RADIUS, BLUE))
        page.text(middle, y - height(_NUMBER) / 2, str(number), _NUMBER, "bold", "#FFFFFF", BLUE, "middle")
    return max(len(ends), 1)


def _ticks(page: Page, axis: _Axis, y: float, top: float, bottom: float) -> list[Stroke]:
    """Lines at the begin of months, quarters or years with their names above, as many as have room."""
    strokes = []
    for day, name in _dates(axis):
        x = axis.x(day)
        strokes.append(Stroke(((x, top), (x, bottom)), GRID, 1.5))
        if x + width(name, _TICK) / 2 < WIDTH - 14:
            page.text(x, y, name, _TICK, colour=QUIET, anchor="middle")
    return strokes


def _dates(axis: _Axis) -> list[tuple[date, str]]:
    """The begins of months that are the fewest months apart at which their names do not touch."""
    months = range(axis.first.year * 12 + axis.first.month - 1, axis.last.year * 12 + axis.last.month)
    for every in _STEPS:
        days = [date(n // 12, n % 12 + 1, 1) for n in months if n % every == 0]
        made = [(d, str(d.year) if every >= 12 else f"{month_abbr[d.month]} {d.year}") for d in days if d >= axis.first]
        room = min((axis.x(b) - axis.x(a) for (a, _), (b, _) in pairwise(made)), default=axis.right)
        if not made or room > max(width(name, _TICK) for _, name in made) + 16:
            return made
    return []


def _key(page: Page, moments: tuple[Moment, ...]) -> None:
    dates = [wrapped(one.shown, 260, _SIZE, most=2) for one in moments]
    left = MARGIN + 2 * _RADIUS + 12
    words = left + max((width(line, _SIZE) for lines in dates for line in lines), default=0) + 18
    line = height(_SIZE)
    for number, (one, shown) in enumerate(zip(moments, dates, strict=True), start=1):
        told = wrapped(one.text, WIDTH - MARGIN - int(words), _SIZE, most=4)
        page.layout.shapes.append(Disc(MARGIN + _RADIUS, page.y + line / 2, _RADIUS, BLUE))
        page.text(
            MARGIN + _RADIUS, page.y + (line - height(_NUMBER)) / 2, str(number), _NUMBER, "bold", "#FFFFFF", BLUE,
            "middle",
        )  # fmt: skip
        for n, text in enumerate(shown):
            page.text(left, page.y + n * line, text, _SIZE, colour=QUIET)
        for n, text in enumerate(told):
            page.text(words, page.y + n * line, text, _SIZE, colour=INK)
        page.y += max(len(shown), len(told), 1) * line + 9
