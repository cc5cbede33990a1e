"""How wide text is, by the measures that Helvetica, Arial and Liberation Sans share; no font file is needed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

FAMILY = "Helvetica, Arial, 'Liberation Sans', sans-serif"
"""Fonts of one measure; what a viewer has in their place is seldom wider."""

_WIDTHS = {
    191: "'", 222: "ijl‘’", 260: "|", 278: " !,./:;[]\\It", 333: "()-`r“”", 334: "{}", 350: "•", 355: '"', 389: "*",
    469: "^", 500: "ckvsxyzJ", 556: "#$0123456789?Labdeghnopqu_–", 584: "+<=>~", 611: "FTZ", 667: "&ABEKPSVXY",
    722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W",
}  # fmt: skip
"""Thousandths of the size. `f` is in a line of its own, so that a bold one has room as well."""
_WIDTH = {letter: width for width, letters in _WIDTHS.items() for letter in letters} | {"f": 278}
_WIDEST = 1015
"""For all others: Chinese characters fill a square."""
_BOLD = 1.1


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one look."""

    text: str
    bold: bool = False
    link: bool = False


Line = tuple[Run, ...]


def width(text: str, size: float, bold: bool = False) -> float:
    """How much room a text of a size takes at most."""
    plain = unicodedata.normalize("NFC", text)
    return sum(_WIDTH.get(letter, _WIDEST) for letter in plain) * size / 1000 * (_BOLD if bold else 1)


def lines(runs: Iterable[Run], size: float, room: float) -> Iterator[Line]:
    """The runs on lines that fit, parted between words; a word wider than the room has a line to itself."""
    line: list[Run] = []
    used = 0.0
    for word in _words(runs):
        space = width(" ", size, bold=True) if line else 0.0
        needed = sum(width(run.text, size, run.bold) for run in word)
        if line and used + space + needed > room:
            yield _joined(line)
            line, used, space = [], 0.0, 0.0
        if line:
            line.append(Run(" "))
        line += word
        used += space + needed
    if line:
        yield _joined(line)


def _words(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """What stands between spaces; a word may change its look in its middle."""
    word: list[Run] = []
    for run in runs:
        for at, part in enumerate(run.text.split(" ")):
            if at and word:
                yield word
                word = []
            if part:
                word.append(replace(run, text=part))
    if word:
        yield word


def _joined(line: list[Run]) -> Line:
    """Neighbours of one look as one run."""
    made = line[:1]
    for run in line[1:]:
        last = made[-1]
        if run.text == " " or (run.bold, run.link) == (last.bold, last.link):
            made[-1] = replace(last, text=last.text + run.text)
        else:
            made.append(run)
    return tuple(made)
