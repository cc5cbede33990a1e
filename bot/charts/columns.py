"""Columns in the order of time, over a scale; figures above them where there is room."""

from __future__ import annotations

from itertools import groupby
from math import ceil, floor, log10

from bot.charts.figures import compact
from bot.charts.layout import BLUE, GRID, MARGIN, QUIET, WIDTH, Layout, Page, Rect, Stroke, height, width
from bot.charts.spec import Columns

_TALL = 420
_SIZE = 17
Box = tuple[float, float, float, float]


def steps(top: float) -> list[float]:
    """Round figures from 0 to `top` or just above it, four to six of them."""
    if top < 1e-6:
        return [0, 1]
    raw = top / 4
    base = 10 ** floor(log10(raw))
    step = next(base * n for n in (1, 2, 2.5, 5, 10) if base * n >= raw * 0.999)
    return [step * n for n in range(ceil(top / step - 1e-9) + 1)]


def lay_columns(chart: Columns) -> Layout:
    page = Page(chart.title, chart.subtitle)
    taken: list[Box] = []
    scale = steps(max(one.value for one in chart.columns))
    marks = [f"{chart.unit}{compact(step)}" for step in scale]
    line = height(_SIZE)
    left = MARGIN + max(width(mark, _SIZE) for mark in marks) + 12
    bottom = page.y + line + _TALL
    for step, mark in zip(scale, marks, strict=True):
        y = bottom - _TALL * step / scale[-1]
        page.layout.shapes.append(Stroke(((left, y), (WIDTH - MARGIN, y)), GRID, 1.5))
        taken.append(page.text(left - 12, y - line / 2, mark, _SIZE, colour=QUIET, anchor="right").box)
    pitch = min(130.0, (WIDTH - MARGIN - left) / len(chart.columns))
    middles = [left + pitch * (n + 0.5) for n in range(len(chart.columns))]
    broad = pitch * 0.68
    for one, x in zip(chart.columns, middles, strict=True):
        tall = max(2.0, _TALL * one.value / scale[-1]) if one.value else 0
        if tall:
            page.layout.shapes.append(Rect(x - broad / 2, bottom - tall, broad, tall, BLUE, 2))
    _figures(page, chart, middles, bottom, scale[-1], taken)
    page.y = bottom + 8
    _names(page, [one.label for one in chart.columns], middles, pitch)
    page.y += line + 2
    _groups(page, chart, middles, pitch)
    return page.finished(chart.notes)


def _figures(page: Page, chart: Columns, middles: list[float], bottom: float, top: float, taken: list[Box]) -> None:
    """Figures above their columns, the largest first; one that would touch another text or column is left out."""
    line = height(_SIZE)
    heights = [_TALL * one.value / top for one in chart.columns]
    for n in sorted(range(len(middles)), key=lambda n: (-chart.columns[n].value, n)):
        if not chart.columns[n].value:
            continue
        figure = f"{chart.unit}{compact(chart.columns[n].value)}"
        half = width(figure, _SIZE, "bold") / 2 + 3
        y = bottom - heights[n] - line - 3
        box = (middles[n] - half, y, middles[n] + half, y + line)
        inside = box[0] > 10 and box[2] < WIDTH - 10
        others = [t for t in taken if t[0] < box[2] and box[0] < t[2] and t[1] < box[3] and box[1] < t[3]]
        behind = [
            m for m, x in enumerate(middles)
            if m != n and abs(x - middles[n]) < half + _half(middles) and bottom - heights[m] < box[3]
        ]  # fmt: skip
        if inside and not others and not behind:
            page.text(middles[n], y, figure, _SIZE, "bold", anchor="middle")
            taken.append(box)


def _half(middles: list[float]) -> float:
    return 0.34 * (middles[1] - middles[0]) if len(middles) > 1 else 0.0


def _names(page: Page, names: list[str], middles: list[float], pitch: float) -> None:
    """Names below the columns; every second, third … where not all of them have room."""
    widest = max(width(name, _SIZE) for name in names)
    every = max(1, ceil((widest + 8) / pitch))
    for n, (name, x) in enumerate(zip(names, middles, strict=True)):
        if n % every == 0:
            page.text(x, page.y, name, _SIZE, anchor="middle")


def _groups(page: Page, chart: Columns, middles: list[float], pitch: float) -> None:
    """What neighbours have in common below them, with a line over all of them; not where there is no room for it."""
    if not any(one.group for one in chart.columns):
        return
    drawn_to = 0.0
    for group, members in groupby(range(len(middles)), key=lambda n: chart.columns[n].group):
        at = list(members)
        first, last = middles[at[0]] - pitch * 0.4, middles[at[-1]] + pitch * 0.4
        page.layout.shapes.append(Stroke(((first, page.y + 4), (last, page.y + 4)), QUIET, 1.5))
        half = width(group, _SIZE) / 2
        middle = (first + last) / 2
        if middle - half > drawn_to + 6:
            page.text(middle, page.y + 8, group, _SIZE, colour=QUIET, anchor="middle")
            drawn_to = middle + half
    page.y += height(_SIZE) + 10
