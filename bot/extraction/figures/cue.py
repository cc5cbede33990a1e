"""The words that say what a figure measures, and where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.extraction.figures.figures import Figure


@dataclass(frozen=True, slots=True)
class Cue:
    """A measure with where its cue stands in the masked text; `sign` is -1 for losses."""

    measure: str
    start: int
    end: int
    sign: int = 1


def start_of(figure: Figure, pattern: re.Pattern[str]) -> int:
    """Where a pattern that ends at a figure begins in the masked text."""
    match = pattern.search(figure.before)
    return figure.start - len(figure.before) + (match.start() if match else 0)
