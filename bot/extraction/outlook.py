"""Whether a figure is about what will be rather than what is."""

from __future__ import annotations

import re

from bot.extraction.context import Context
from bot.extraction.figures import Figure
from bot.extraction.whose import governors, is_future

AHEAD = re.compile(
    r"\b(?:expect(?:s|ed|ing)?|forecasts?|project(?:s|ed)|predict(?:s|ed)?|anticipat\w+|plans?|planned|aims?|aiming|wants?|intend\w*|targets?|targeting|hopes?|goal|"
    r"will|would|could|should|may|might|shall|'ll|promise[sd]?|undertakes?|strives?|means to|is to|are to|to be|envisage\w*|guidance|outlook|eyes|seeks?|pledge[sd]?)\b|\d{4}E\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:expected to (?:have|generate))\b")
_MOODS = {"future", "possible", "planned"}


def horizon(ctx: Context, figure: Figure) -> bool:
    """Whether a date of the future stands with the figure."""
    stretch = figure.stretch
    low, high = stretch.edge_before(figure.start), stretch.edge_after(figure.end)
    for number, date in enumerate(stretch.dates):
        if date.when is None or not is_future(date.when, ctx.published):
            continue
        start, _ = stretch.at[f"d{number}"]
        if low <= start < high or start < 15:
            return True
    return False


def is_outlook(ctx: Context, figure: Figure) -> bool:
    """Whether a figure is a plan or a forecast: what governs it looks ahead, or its date does."""
    stretch = figure.stretch
    inner = governors(stretch.sentence, figure.origin)
    if inner and inner[0].mood in _MOODS:
        past = [d for d in stretch.dates if d.when is not None and ctx.published and d.when.end < ctx.published.start]
        return not (past and _DONE.search(stretch.text) and not horizon(ctx, figure))
    return horizon(ctx, figure)
