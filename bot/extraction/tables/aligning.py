"""Rows whose empty cells a page lost: what stands behind them moved to the left, and the line ends in empty cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from bot.extraction.tables.cells import number, period, round_of, sums
from bot.extraction.tables.grid import Cell, Row
from bot.extraction.tables.heads import Head, Sort
from bot.grammar.date_words import MONTH_SHORT

_MOST = 3
"""Cells that a row may have lost."""
_WORDS_OF_ROUNDS = re.compile(
    r"\b(?:round|stake|investment|offering|acquisition|merger|grant|loan|debt|IPO|repurchase|"
    r"buyback|extension|equity|SPAC|crowdfunding)\b",
    re.IGNORECASE,
)


_DAY = re.compile(rf"(?:{MONTH_SHORT}|May)[a-z]{{0,6}}\.? \d{{1,2}}", re.IGNORECASE)


def _is_day(text: str) -> bool:
    """Whether a cell holds a time, a day of a month that names no year among them."""
    return _DAY.fullmatch(text) is not None or period(text, None) is not None


def aligned(rows: Iterable[Row], heads: list[Head]) -> Iterator[Row]:
    """The rows, those that end in empty cells with these where each cell then stands below a head of its sort."""
    for row in rows:
        cells = list(row.cells)
        while cells and not cells[-1].text:
            cells.pop()
        lost = min(len(heads) - len(cells), _MOST)
        empty = Cell("", row.end)
        choices = [row.cells]
        for count in range(1, lost + 1):
            for gaps in combinations(range(1, len(cells) + count), count):
                left = iter(cells)
                choices.append(tuple(empty if at in gaps else next(left) for at in range(len(cells) + count)))
        best = max(choices, key=lambda choice: _fit(choice, heads))
        yield Row(best, row.start, row.end)


def _fit(cells: tuple[Cell, ...], heads: list[Head]) -> int:
    """How well the cells of a row suit the heads above them."""
    return sum(_suits(cell.text, head.sort) for cell, head in zip(cells, heads, strict=False) if cell.text)


def _suits(text: str, sort: Sort) -> int:
    figure = number(text) is not None or bool(sums(text))
    if sort == "amount":
        return 2 if figure else -2
    if sort == "date":
        return 2 if _is_day(text) else -2
    if figure or _is_day(text):
        return -2
    if sort == "round":
        named = _WORDS_OF_ROUNDS.search(text) or (round_of(text) or "").startswith(("Series", "Seed", "Pre", "Angel"))
        return 1 if named else -1
    return 0
