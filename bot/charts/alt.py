"""What a chart shows, in words with its figures: for those who do not see it."""

from __future__ import annotations

from collections import defaultdict

from bot.charts.figures import compact
from bot.charts.spec import Bars, Chart, Columns, Timeline

MOST = 980
"""Characters; Slack takes 1,000 and Discord 1,024."""


def in_words(chart: Chart, most: int = MOST) -> str:
    """The form, the title, every figure that there is room for, and the notes."""
    form, items = _told(chart)
    title = chart.title if chart.title.startswith(form) else f"{form}: {chart.title}"
    head = ". ".join(part.rstrip(".") for part in (title, chart.subtitle) if part) + "."
    tail = "".join(f" {note}" for note in chart.notes)
    head = head[: most // 2]
    tail = tail if len(head) + len(tail) < most - 200 else ""
    shown: list[str] = []
    room = most - len(head) - len(tail) - len(" … and 000 more.")
    for item in items:
        room -= len(item) + 2
        if room < 0:
            break
        shown.append(item)
    left = len(items) - len(shown)
    body = "; ".join(shown) + (f" … and {left} more" if left else "")
    return f"{head} {body}.{tail}"


def _told(chart: Chart) -> tuple[str, list[str]]:
    if isinstance(chart, Bars):
        return "Bar chart", [f"{bar.label}: {bar.shown}" for bar in chart.bars]
    if isinstance(chart, Columns):
        told = [one for one in chart.columns if one.value]
        return "Column chart", [
            f"{one.label} {one.group}".strip() + f": {chart.unit}{compact(one.value)}" for one in told
        ]
    if isinstance(chart, Timeline):
        return "Timeline", [f"{one.shown}: {one.text}" for one in chart.moments]
    ends: dict[int, list[str]] = defaultdict(list)
    for link in chart.links:
        ends[link.right].append(chart.left[link.left] + (" (lead)" if link.strong else ""))
    return "Map", [f"{chart.right[n]}: {', '.join(names)}" for n, names in sorted(ends.items())]
