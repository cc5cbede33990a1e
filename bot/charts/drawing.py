"""From a chart to its layout and its picture."""

from __future__ import annotations

from bot.charts.bars import lay_bars
from bot.charts.columns import lay_columns
from bot.charts.layout import Layout
from bot.charts.legible import made_legible
from bot.charts.links import lay_map
from bot.charts.moments import lay_timeline
from bot.charts.paint import paint
from bot.charts.spec import Bars, Chart, Columns, Timeline


def laid_out(chart: Chart) -> Layout:
    """Where everything stands."""
    chart = made_legible(chart)
    if isinstance(chart, Bars):
        return lay_bars(chart)
    if isinstance(chart, Columns):
        return lay_columns(chart)
    if isinstance(chart, Timeline):
        return lay_timeline(chart)
    return lay_map(chart)


def drawn(chart: Chart) -> bytes:
    """A chart as a PNG."""
    return paint(laid_out(chart))
