"""Tables of an article: lines of cells between bars, the first of which heads the columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_LINE = re.compile(r"[^\n]+")
_LEAST = 3
"""Columns and lines that make a table; fewer are a list of pairs."""
_LONGEST = 200
"""Letters of a caption at most; what is cut is no line."""
_DIGITS = re.compile(r"\d")
_YEARS = re.compile(r"\b\d{1,2} (?=[A-Z][a-z]{2,8} \d{4})|\b(?:19|20)\d\d\b|\b[QH][1-4]\b|\bFY ?\d\d\b|'000|\b\dM\b")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands between two bars, and where in the clean text."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table, `start` to `end` of the clean text."""

    cells: tuple[Cell, ...]
    start: int
    end: int

    def at(self, column: int) -> Cell | None:
        """The cell of a column; None where the line ends before it or nothing stands there."""
        cell = self.cells[column] if 0 <= column < len(self.cells) else None
        return cell if cell is not None and cell.text.strip("-–—. /") else None


@dataclass(frozen=True, slots=True)
class Table:
    """The heads of the columns, from the left, and the rows below them."""

    head: tuple[str, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    """The line above: what is counted, or in what unit ("in thousands", "Millions of yen")."""


def tables(text: str) -> Iterator[Table]:
    """Every table that has heads; what is none is left to those who read sentences."""
    run: list[Row] = []
    for line in [*_LINE.finditer(text), None]:
        row = _row(line.group(), line.start()) if line is not None else None
        if row is not None and (not run or row.start - run[-1].end <= 2):
            run.append(row)
            continue
        if (table := _table(run)) is not None:
            yield replace(table, caption=_caption(text, run[0].start))
        run = [row] if row is not None else []


def _caption(text: str, start: int) -> str:
    """The line above a table, an empty one between them or not; nothing where that is a sentence."""
    lines = text[max(0, start - _LONGEST) : start].rstrip("\n").split("\n")
    last = lines[-1].strip()
    return last if "|" not in last and not last.endswith((".", ':"', "?", "!")) else ""


def _row(line: str, start: int) -> Row | None:
    if line.count("|") < _LEAST - 1:
        return None
    cells, at = [], 0
    for part in line.split("|"):
        stripped = part.strip()
        cells.append(Cell(stripped, start + at + (part.index(stripped) if stripped else 0)))
        at += len(part) + 1
    return Row(tuple(cells), start, start + len(line))


def _table(run: list[Row]) -> Table | None:
    if len(run) < _LEAST:
        return None
    head, rows = run[0], run[1:]
    if any(_DIGITS.search(_YEARS.sub("", cell.text)) for cell in head.cells):
        return None
    width = len(head.cells)
    fitting = tuple(row for row in rows if width - 1 <= len(row.cells) <= width)
    return Table(tuple(cell.text for cell in head.cells), fitting) if len(fitting) >= _LEAST - 1 else None
