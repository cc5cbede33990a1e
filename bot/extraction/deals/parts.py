"""Sentences that tell of several rounds: where what is said of one ends and what is said of the next begins.

"$9 million from Foo in 2021, $60 million from Bar in 2023, then, in March, a $350 million round led by Baz" has three
parts. A part ends where the names behind its sum do; what leads up to the next sum belongs to that one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

Span = tuple[int, int]

_STOP = re.compile(r"[;·•|]\s|\s[–—]\s|[.:]\s|\)(?=,? (?:and|or) |, )")
_PAUSE = re.compile(r",|\s(?:and|then|plus|before|while|after)\b")
_DOES = re.compile(
    r"(?:['’]s [\w ]{1,25})?,? (?:(?:then|also|later|again|jointly|has|had|which|who) )*"
    r"(?:co-?led|leads?|led|put|puts|added|adds|gave|gives|invested|invests|contributed|wrote|followed|joined|did|"
    r"came|paid|chipped|poured|lent|provided|backed|"
    r"(?:add|lead|putt|join|contribut|invest|provid|chipp|giv|follow)ing)\b"
)
"""Behind the names of who puts in the next sum."""


def cuts(text: str, sums: Sequence[Span], names: Sequence[Span]) -> list[int]:
    """Where the part of each sum begins, the first at the beginning of the text; all places are those of the text."""
    begins = [0]
    for (_, end), (start, _) in pairwise(sums):
        begins.append(_cut(text, end, start, [n for n in names if end <= n[0] and n[1] <= start]))
    return begins


def _cut(text: str, end: int, start: int, names: Sequence[Span]) -> int:
    """Where what is said of the sum that ends at a place goes over to the sum that starts at another."""
    stops = [m.end() for m in _STOP.finditer(text, end, start)]
    if stops:
        return stops[-1]
    giver = names[-1] if names and _DOES.match(text, names[-1][1], start) else None
    if giver is not None:
        before = [m.start() for m in _PAUSE.finditer(text, end, giver[0])]
        return before[-1] if before else end
    pause = _PAUSE.search(text, names[-1][1] if names else end, start)
    return pause.start() if pause else start
