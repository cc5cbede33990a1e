"""A laid-out chart: every shape and every text with its place, before a pixel is drawn."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from math import floor
from pathlib import Path
from typing import Literal

from PIL import ImageFont

Weight = Literal["regular", "bold"]

WIDTH = 1200
MARGIN = 40
TALLEST = 5000
MOST_LINES = 6
"""Of a name: some 250 letters, more than any has."""

GROUND = "#FFFFFF"
FRAME = "#C9D1D9"
INK = "#1B1F24"
QUIET = "#57606A"
GRID = "#E1E4E8"
BLUE = "#1F6FB2"
GREEN = "#2F7D3B"
BROWN = "#8A5A00"
PALE = "#DCE9F5"

_FILES: dict[Weight, str] = {"regular": "DejaVuSansCondensed.ttf", "bold": "DejaVuSansCondensed-Bold.ttf"}


def font_folder() -> Path:
    """`data/fonts` of a checkout, or the copy inside an installed package."""
    here = Path(__file__).resolve().parents[1]
    inside = here / "_data" / "fonts"
    return inside if inside.is_dir() else here.parent / "data" / "fonts"


@cache
def font(size: int, weight: Weight) -> ImageFont.FreeTypeFont:
    """The simple layout engine: the same everywhere, whatever shaping library is installed."""
    return ImageFont.truetype(str(font_folder() / _FILES[weight]), size, layout_engine=ImageFont.Layout.BASIC)


@dataclass(frozen=True, slots=True)
class Text:
    """`x` and `y` are its upper left corner; the box is as wide as the words and as high as a line."""

    x: int
    y: int
    text: str
    size: int
    weight: Weight = "regular"
    colour: str = INK
    on: str = GROUND
    """What it stands on."""

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right, bottom."""
        return self.x, self.y, self.x + width(self.text, self.size, self.weight), self.y + height(self.size)


@dataclass(frozen=True, slots=True)
class Rect:
    x: float
    y: float
    width: float
    height: float
    colour: str
    radius: float = 0
    outline: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through some points."""

    points: tuple[tuple[float, float], ...]
    colour: str
    width: float = 1


@dataclass(frozen=True, slots=True)
class Disc:
    x: float
    y: float
    radius: float
    colour: str


Shape = Rect | Stroke | Disc


@dataclass(slots=True)
class Layout:
    """Shapes are drawn in their order, texts above them all."""

    width: int
    height: int
    shapes: list[Shape] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)


@cache
def height(size: int) -> int:
    """Of a line."""
    ascent, descent = font(size, "regular").getmetrics()
    return ascent + descent


@lru_cache(8192)
def width(text: str, size: int, weight: Weight = "regular") -> int:
    """Of a text in one line, whole pixels."""
    return int(font(size, weight).getlength(text)) + 1


def wrapped(text: str, room: int, size: int, weight: Weight = "regular", most: int = 3) -> list[str]:
    """A text in lines of at most `room` pixels; beyond `most` lines an ellipsis tells that there is more."""
    lines: list[str] = []
    line = ""
    for word in (piece for given in text.split() for piece in _pieces(given, room, size, weight)):
        longer = f"{line} {word}" if line else word
        if width(longer, size, weight) <= room:
            line = longer
        else:
            lines.append(line)
            line = word
    if line:
        lines.append(line)
    if len(lines) > most:
        lines = [*lines[: most - 1], _ended(lines[most - 1], room, size, weight)]
    return lines


def _pieces(word: str, room: int, size: int, weight: Weight) -> list[str]:
    """A word that is wider than a line, cut into what is not."""
    pieces: list[str] = []
    while width(word, size, weight) > room and len(word) > 1:
        end = max(bisect_right(range(1, len(word)), room, key=partial(_wide, word, size, weight)), 1)
        pieces.append(word[:end])
        word = word[end:]
    return [*pieces, word]


def _wide(word: str, size: int, weight: Weight, letters: int) -> int:
    return width(word[:letters], size, weight)


def _ended(line: str, room: int, size: int, weight: Weight) -> str:
    while line and width(f"{line}…", size, weight) > room:
        line = line[:-1].rstrip()
    return f"{line.rstrip(' ,;:')}…"


class Page:
    """A layout that grows downwards: the head first, then what a chart puts there, the notes last."""

    def __init__(self, title: str, subtitle: str) -> None:
        self.layout = Layout(WIDTH, 0)
        self.y = MARGIN - 8
        self.paragraph(title, 30, "bold", most=2)
        if subtitle:
            self.paragraph(subtitle, 20, colour=QUIET, most=3)
        self.y += 18

    def text(
        self, x: float, y: float, text: str, size: int = 20, weight: Weight = "regular", colour: str = INK,
        on: str = GROUND, anchor: Literal["left", "middle", "right"] = "left",
    ) -> Text:  # fmt: skip
        """A text in one line; `x` is its left end, its middle or its right end."""
        wide = width(text, size, weight)
        left = {"left": x, "middle": x - wide / 2, "right": x - wide}[anchor]
        # Half pixels always go up: lines that are a whole number apart stay so.
        placed = Text(floor(left + 0.5), floor(y + 0.5), text, size, weight, colour, on)
        self.layout.texts.append(placed)
        return placed

    def paragraph(
        self, text: str, size: int, weight: Weight = "regular", colour: str = INK, most: int = 3
    ) -> None:  # fmt: skip
        """Lines over the whole width."""
        for line in wrapped(text, WIDTH - 2 * MARGIN, size, weight, most):
            self.text(MARGIN, self.y, line, size, weight, colour)
            self.y += height(size) + 4

    def finished(self, notes: tuple[str, ...]) -> Layout:
        """The layout with its notes and its height."""
        if notes:
            self.y += 14
        for note in notes:
            self.paragraph(note, 17, colour=QUIET, most=4)
        self.layout.height = round(self.y) + MARGIN - 12
        return self.layout
