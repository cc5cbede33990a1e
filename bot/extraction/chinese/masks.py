"""Masked text: every name, date, sum, round and number becomes a run of its own letter, at its own place.

A pattern then says `{org}宣布完成{money}{round}融资` and meets any company, sum and round.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

MarkKind = Literal["org", "person", "product", "money", "date", "round", "number"]

_FIRST = 0xE000  # the private use area: letters that no article uses
_ORDER: tuple[MarkKind, ...] = ("org", "person", "product", "money", "date", "round", "number")
LETTERS: dict[MarkKind, tuple[str, str]] = {
    kind: (chr(_FIRST + 2 * i), chr(_FIRST + 2 * i + 1)) for i, kind in enumerate(_ORDER)
}
_PLACEHOLDER = re.compile(r"\{(" + "|".join(_ORDER) + r")(?::(\w+))?\}")


def run(kind: MarkKind, length: int) -> str:
    """What stands in the masked text for a mark of that length."""
    first, rest = LETTERS[kind]
    return first + rest * (length - 1)


@cache
def pattern(source: str) -> re.Pattern[str]:
    """A pattern over masked text: `{org}` is any organisation, `{org:buyer}` one that is kept as group `buyer`."""

    def letters(found: re.Match[str]) -> str:
        first, rest = LETTERS[found[1]]  # type: ignore[index]
        body = f"{first}{rest}*"
        return f"(?P<{found[2]}>{body})" if found[2] else f"(?:{body})"

    return re.compile(_PLACEHOLDER.sub(letters, source))
