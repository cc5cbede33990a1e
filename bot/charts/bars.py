"""Bars one below the other: names at the left, figures right of each bar."""

from __future__ import annotations

from bot.charts.layout import (
    BLUE,
    BROWN,
    GREEN,
    GRID,
    MARGIN,
    MOST_LINES,
    WIDTH,
    Layout,
    Page,
    Rect,
    Stroke,
    height,
    width,
    wrapped,
)
from bot.charts.spec import Bars

_SIZE = 20
_NAME_ROOM = 480
_GAP = 14
_COLOURS = {"": BLUE, "sum": GREEN, "stated": BROWN}


def lay_bars(chart: Bars) -> Layout:
    page = Page(chart.title, chart.subtitle)
    names = [wrapped(bar.label, _NAME_ROOM, _SIZE, most=MOST_LINES) for bar in chart.bars]
    figures = [wrapped(bar.shown, 330, _SIZE, "bold", most=2) for bar in chart.bars]
    left = MARGIN + max((width(line, _SIZE) for name in names for line in name), default=0) + _GAP
    room = WIDTH - MARGIN - left - _GAP - max((width(line, _SIZE, "bold") for f in figures for line in f), default=0)
    longest = max(bar.value for bar in chart.bars) or 1
    line = height(_SIZE)
    top = page.y
    for bar, name, figure in zip(chart.bars, names, figures, strict=True):
        tall = max(len(name), len(figure), 1) * line
        middle = page.y + tall / 2
        for n, words in enumerate(name):
            page.text(left - _GAP, middle - len(name) * line / 2 + n * line, words, _SIZE, anchor="right")
        long = max(2.0, room * bar.value / longest) if bar.value else 0
        if long:
            page.layout.shapes.append(Rect(left, middle - 11, long, 22, _COLOURS[bar.tone], 2))
        for n, words in enumerate(figure):
            page.text(left + long + _GAP, middle - len(figure) * line / 2 + n * line, words, _SIZE, "bold")
        page.y += tall + 11
    page.layout.shapes.insert(0, Stroke(((left - 1, top - 4), (left - 1, page.y - 7)), GRID, 2))
    return page.finished(chart.notes)
