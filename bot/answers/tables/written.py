"""Rows as text: CSV that no spreadsheet runs, JSON, a table in Markdown. The same rows give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable

from bot.answers.tables.columns import COLUMNS, IN_MARKDOWN
from bot.answers.tables.rows import Cell, Row

BETWEEN = "; "
"""Between the parts of a list in one cell."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, also in the wide letters of Chinese and Japanese."""


def as_csv(rows: Iterable[Row]) -> bytes:
    """UTF-8 with a head. A text that begins like a formula gets a `'` before it; numbers are numbers."""
    lines = [",".join(column.name for column in COLUMNS)]
    lines += (",".join(_quoted(row[column.name]) for column in COLUMNS) for row in rows)
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def as_json(rows: Iterable[Row]) -> bytes:
    """One array, an object a line; lists are lists, what is not told is null."""
    lines = [json.dumps(row, ensure_ascii=False, allow_nan=False) for row in rows]
    return ("[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n").encode("utf-8", "replace")


def as_markdown(rows: Iterable[Row]) -> bytes:
    """A table of what a page has room for: the fact in a line, and what it rests on."""
    head = [" | ".join(IN_MARKDOWN), " | ".join("---" for _ in IN_MARKDOWN)]
    lines = [*head, *(" | ".join(_in_table(row[name]) for name in IN_MARKDOWN) for row in rows)]
    return "".join(f"| {line} |\n" for line in lines).encode("utf-8", "replace")


def text_of(cell: Cell) -> str:
    """A cell in words. Of a list also its empty parts keep their place, unless all of them are empty."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, list):
        return BETWEEN.join(cell) if any(cell) else ""
    return str(cell)


def _quoted(cell: Cell) -> str:
    """A cell of CSV; in quotes also where a program that parts at semicolons would part it."""
    text = text_of(cell)
    if isinstance(cell, str | list) and text.lstrip().startswith(_FORMULA):
        text = f"'{text}"
    if any(sign in text for sign in ",;\"'\t\r\n"):
        return '"' + text.replace('"', '""') + '"'
    return text


def _in_table(cell: Cell) -> str:
    r"""A cell of Markdown: nothing in it parts cells, begins markup or becomes a link that was none."""
    text = text_of(cell).replace("\\", "\\\\")
    for sign in "|`*_[]<>":
        text = text.replace(sign, f"\\{sign}")
    return text
