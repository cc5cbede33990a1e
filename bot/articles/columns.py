"""Tables printed in columns, apart by spaces or tabs: their cells are parted by bars, as those of other tables are."""

from __future__ import annotations

import re

from bot.articles.traced import Edit, Traced

_GAP = re.compile(r"(?<=\S)(?: {2,}|\t+ *)(?=\S)")
_CELLS = 3
_LINES = 3
"""Cells and lines that make a table; fewer are a line under a title, or chance."""


def barred(body: Traced) -> Traced:
    """The body with a bar in each gap of lines that stand together and have the same number of gaps."""
    edits: list[Edit] = []
    run: list[list[Edit]] = []
    at = 0
    for line in [*body.text.split("\n"), ""]:
        gaps = [] if "|" in line else [(at + m.start(), at + m.end(), " | ") for m in _GAP.finditer(line)]
        if run and len(gaps) != len(run[-1]):
            edits += _bars(run)
            run = []
        if gaps:
            run.append(gaps)
        at += len(line) + 1
    return body.edited(edits)


def _bars(run: list[list[Edit]]) -> list[Edit]:
    if len(run) < _LINES or len(run[0]) < _CELLS - 1:
        return []
    return [edit for line in run for edit in line]
