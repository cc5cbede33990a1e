"""A chart with texts of characters that the font has, whoever made it."""

from __future__ import annotations

from dataclasses import replace

from bot.charts.lettering import latin_name, legible
from bot.charts.spec import Bars, Chart, Columns, Timeline


def made_legible(chart: Chart) -> Chart:
    """The same chart; what cannot be drawn is left out of its texts."""
    notes = tuple(filter(None, map(legible, chart.notes)))
    chart = replace(chart, title=legible(chart.title), subtitle=legible(chart.subtitle), notes=notes)
    if isinstance(chart, Bars):
        bars = tuple(replace(bar, label=latin_name(bar.label), shown=legible(bar.shown)) for bar in chart.bars)
        return replace(chart, bars=bars)
    if isinstance(chart, Columns):
        columns = tuple(replace(one, label=legible(one.label), group=legible(one.group)) for one in chart.columns)
        unit = legible(chart.unit) + (" " if chart.unit.endswith(" ") else "")
        return replace(chart, unit=unit, columns=columns)
    if isinstance(chart, Timeline):
        moments = tuple(
            replace(one, lane=legible(one.lane), shown=legible(one.shown), text=latin_name(one.text))
            for one in chart.moments
        )
        return replace(chart, moments=moments)
    first, second = map(legible, chart.heads)
    left, right = tuple(map(latin_name, chart.left)), tuple(map(latin_name, chart.right))
    return replace(chart, heads=(first, second), left=left, right=right)
