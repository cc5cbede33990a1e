"""Two measures before two figures: "revenue and net profit were 1.2 billion and 300 million yuan, respectively"."""

from __future__ import annotations

import re

from bot.extraction.figures.cue import Cue
from bot.extraction.figures.figures import Figure

_MEASURES = (
    ("profit", -1, r"(?:net |operating )?loss(?:es)?"),
    ("profit", 1, r"(?:(?:net|operating|gross|pre-?tax) )?profits?|net income|earnings|ebitda?"),
    ("revenue", 1, r"(?:net |operating |total |annual )?(?:revenues?|sales|income)|turnover"),
    ("orders", 1, r"(?:new )?orders|backlog|order (?:intake|book)"),
)
_ANY = "|".join(words for _, _, words in _MEASURES)
_BOTH = re.compile(
    rf"\b(?P<first>{_ANY})(?: [a-z]+){{0,5}} and (?:(?:the|its|their) )?(?P<second>{_ANY})\b"
    r"(?:[^<;.]|<[nd]\d+>){0,60}\Z",
    re.IGNORECASE,
)
_PAIR = re.compile(r",? and (?:about |some |nearly |over |a )?", re.IGNORECASE)


def respective(figure: Figure) -> Cue | None:
    """What a sum measures that stands in a pair of sums behind a pair of measures."""
    figures, text = figure.stretch.figures, figure.stretch.text
    at = figures.index(figure)
    for first in (at, at - 1):
        pair = figures[first : first + 2] if first >= 0 else []
        if len(pair) < 2 or not _PAIR.fullmatch(text, pair[0].end, pair[1].start):
            continue
        begin = figure.stretch.edge_before(pair[0].start)
        if said := _BOTH.search(text, begin, pair[0].start):
            word = said["first" if at == first else "second"]
            name, sign = next((n, s) for n, s, words in _MEASURES if re.fullmatch(words, word, re.IGNORECASE))
            return Cue(name, said.start(), pair[0].start, sign)
    return None
