"""Figures written out in English: "eight", "thirty-five", "half a million", "four hundred and twenty thousand"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.grammar.patterns import Pattern

WORD_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "dozen": 12,
    "lakh": 10**5,
    "crore": 10**7,
}
_UNITS = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
FIRST_WORDS = ("a", "an", "half", *_UNITS, *_TENS)
"""Words a written-out figure may begin with."""

_SCALE_WORDS = "|".join(WORD_SCALES)
_SHARE = Pattern(
    rf"(?:(?P<half>(?:an? )?half)|(?P<quarter>a quarter)|(?P<quarters>three[ -]quarters))"
    rf"[ \u00a0-](?:of[ -])?(?:an?[ -])?(?P<scale>{_SCALE_WORDS})(?![A-Za-z])",
    re.IGNORECASE | re.ASCII,
)
_AND_A_HALF = Pattern(r" and a half(?![A-Za-z])", re.IGNORECASE)
_COMPOUND = Pattern(rf"-(?!(?:{'|'.join((*_UNITS, *_TENS))})(?![A-Za-z]))[A-Za-z]", re.IGNORECASE)
_TOKEN = Pattern(r"[ \u00a0-]?([A-Za-z]+)")
_SHARES = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.75")}


@dataclass(frozen=True, slots=True)
class WordFigure:
    """`bare` times `factor` is the value; text up to `bare_end` is the figure without its last scale."""

    end: int
    value: Decimal
    bare: Decimal
    bare_end: int
    scale: str
    factor: Decimal


def read_words(text: str, start: int) -> tuple[WordFigure | None, int]:
    """The written-out figure that begins at `start`, None where the words there are none, and where to read on."""
    share = _SHARE.match(text, start)
    if share is not None and share.lastgroup is not None:
        kind = next(name for name in _SHARES if share[name])
        scale = share["scale"].lower()
        factor = Decimal(WORD_SCALES[scale])
        figure = WordFigure(share.end(), _SHARES[kind] * factor, _SHARES[kind], share.end(), scale, factor)
        return figure, figure.end
    return _read_sum(text, start)


def _read_sum(text: str, start: int) -> tuple[WordFigure | None, int]:
    done = section = Decimal(0)
    factor, scale = Decimal(1), ""
    previous = ""
    end = bare_end = here = start
    first_end = 0
    while (token := _TOKEN.match(text, here)) is not None:
        word, here = token[1].lower(), token.end()
        first_end = first_end or here
        if word in ("a", "an") and not previous:
            section = Decimal(1)
        elif word in _UNITS or word in _TENS:
            if previous in ("a", "an"):
                return None, first_end  # "a three million dollar round": the figure begins behind the article
            if not _may_follow(word, previous):
                if _COMPOUND.match(text, here):
                    break  # "two five-fingered hands"
                return None, here  # a year or a time of day read out, or a list
            section += _UNITS.get(word, 0) + _TENS.get(word, 0)
            if (half := _AND_A_HALF.match(text, here)) is not None:
                section += Decimal("0.5")
                here = half.end()
            end = bare_end = here
        elif word in ("hundred", "dozen") and previous not in ("", "dozen"):
            section *= WORD_SCALES[word]
            end, scale = here, word
        elif word in WORD_SCALES and previous and section:
            factor, scale = Decimal(WORD_SCALES[word]), word
            done += section * factor
            section = Decimal(0)
            end = here
        elif not (word == "and" and previous in WORD_SCALES):
            break
        previous = word
    if end == start:
        return None, first_end
    value = done + section
    return WordFigure(end, value, value / factor, bare_end, scale, factor), end


def _may_follow(word: str, previous: str) -> bool:
    """Whether a unit or ten may stand after the word before it: "thirty five", not "five thirty"."""
    if previous in _TENS:
        return 0 < _UNITS.get(word, 0) < 10
    return previous not in _UNITS
