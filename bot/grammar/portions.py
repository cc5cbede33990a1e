"""Which part of a company changes hands: the first that gives control, or what was left after it."""

from __future__ import annotations

import re
from typing import Final, Literal

_REST: Final = re.compile(
    r"\b(?:remaining|rest of the|remainder|outstanding|the other \d|still h[eo]ld|last \d[\d.]* ?(?:%|per ?cent))", re.I
)
_FIRST: Final = re.compile(
    r"\b(?:majority|controlling|control of|(?:[6-9]\d|5\d)(?:\.\d+)? ?(?:%|per ?cent\b|percent\b))", re.I
)


def portion(text: str) -> Literal["", "old", "new"]:
    """ "new" of what was left ("the remaining 9%"), "old" of a majority that came before it, else nothing."""
    if _REST.search(text):
        return "new"
    return "old" if _FIRST.search(text) else ""
