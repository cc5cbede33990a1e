"""A map of two sides: names left and right, and the links between them, in an order with few crossings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from bot.charts.layout import BLUE, GREEN, MARGIN, MOST_LINES, QUIET, WIDTH, Disc, Layout, Page, Stroke, height, wrapped
from bot.charts.spec import Map

_SIZE = 19
_ROOM = 370
_SWEEPS = 6
_THIN, _THICK = "#9DB8D2", "#1F6FB2"


def lay_map(chart: Map) -> Layout:
    page = Page(chart.title, chart.subtitle)
    at_left, at_right = MARGIN + _ROOM + 30, WIDTH - MARGIN - _ROOM - 30
    page.text(at_left, page.y, chart.heads[0], _SIZE, "bold", QUIET, anchor="right")
    page.text(at_right, page.y, chart.heads[1], _SIZE, "bold", QUIET)
    page.y += height(_SIZE) + 10
    left, right = ordered(chart)
    tall = max(_tall(chart.left), _tall(chart.right))
    lefts = _placed(page, chart.left, left, at_left, tall, outwards=-1)
    rights = _placed(page, chart.right, right, at_right, tall, outwards=1)
    weight: dict[tuple[str, int], int] = defaultdict(int)
    for link in sorted(chart.links, key=lambda link: (link.strong, link.left, link.right)):
        weight["l", link.left] += 1
        weight["r", link.right] += 1
        colour, wide = (_THICK, 3.0) if link.strong else (_THIN, 1.8)
        page.layout.shapes.append(Stroke(_curve(at_left, lefts[link.left], at_right, rights[link.right]), colour, wide))
    for n, y in lefts.items():
        page.layout.shapes.append(Disc(at_left, y, _radius(weight["l", n]), BLUE))
    for n, y in rights.items():
        page.layout.shapes.append(Disc(at_right, y, _radius(weight["r", n]), GREEN))
    page.y += tall
    return page.finished(chart.notes)


def ordered(chart: Map) -> tuple[list[int], list[int]]:
    """The two sides from top to bottom: each name near the middle of those it is linked with."""
    to_left: dict[int, list[int]] = defaultdict(list)
    to_right: dict[int, list[int]] = defaultdict(list)
    for link in chart.links:
        to_left[link.right].append(link.left)
        to_right[link.left].append(link.right)
    right = sorted(range(len(chart.right)), key=lambda n: (-len(to_left[n]), chart.right[n], n))
    left = list(range(len(chart.left)))
    for _ in range(_SWEEPS):
        left = _by_middle(left, to_right, right, chart.left)
        right = _by_middle(right, to_left, left, chart.right)
    return left, right


def _by_middle(side: list[int], to: Mapping[int, list[int]], other: list[int], names: Sequence[str]) -> list[int]:
    place = {n: at for at, n in enumerate(other)}

    def middle(n: int) -> float:
        linked = [place[m] for m in to.get(n, ())]
        return sum(linked) / len(linked) if linked else len(other)

    return sorted(side, key=lambda n: (middle(n), names[n], n))


def _tall(names: Sequence[str]) -> int:
    return sum(_step(name) for name in names)


def _step(name: str) -> int:
    return len(wrapped(name, _ROOM, _SIZE, most=MOST_LINES)) * height(_SIZE) + 14


def _placed(
    page: Page, names: Sequence[str], order: Sequence[int], x: float, tall: float, outwards: int
) -> dict[int, float]:
    """Writes the names of one side, spread over the height; gives the middle of each."""
    spare = (tall - _tall(names)) / len(names)
    line = height(_SIZE)
    y = float(page.y)
    middles = {}
    for n in order:
        lines = wrapped(names[n], _ROOM, _SIZE, most=MOST_LINES)
        middle = y + (_step(names[n]) + spare) / 2
        for at, words in enumerate(lines):
            top = middle - len(lines) * line / 2 + at * line
            page.text(x + outwards * 20, top, words, _SIZE, anchor="right" if outwards < 0 else "left")
        middles[n] = middle
        y += _step(names[n]) + spare
    return middles


def _radius(links: int) -> float:
    return min(5.0 + 1.2 * links, 13.0)


def _curve(x0: float, y0: float, x1: float, y1: float) -> tuple[tuple[float, float], ...]:
    """A soft S from one side to the other."""
    points = []
    for step in range(25):
        t = step / 24
        ease = t * t * (3 - 2 * t)
        points.append((x0 + (x1 - x0) * t, y0 + (y1 - y0) * ease))
    return tuple(points)
