"""What must hold of every laid-out chart, found by computing."""

from __future__ import annotations

from itertools import combinations

from bot.charts.layout import Disc, Layout, Rect, Stroke, Text, font
from bot.charts.lettering import SHOWN

EDGE = 8
"""Pixels that stay free at every edge."""
READABLE = 4.5
"""The least contrast of small text that WCAG 2 asks for."""


def faults(layout: Layout) -> list[str]:
    """Everything that is wrong with a layout, in words."""
    found = []
    for text in layout.texts:
        left, top, right, bottom = text.box
        if left < EDGE or top < EDGE or right > layout.width - EDGE or bottom > layout.height - EDGE:
            found.append(f"cut at the edge: {text.text!r} {text.box}")
        if not _inside(ink(text), text.box, above=text.size // 5):
            found.append(f"larger than its box: {text.text!r}")
        if not set(text.text) <= SHOWN:
            found.append(f"empty boxes: {text.text!r}")
        if contrast(text.colour, text.on) < READABLE:
            found.append(f"too pale: {text.text!r}")
    found += [f"{a.text!r} on {b.text!r}" for a, b in combinations(layout.texts, 2) if _meet(a.box, b.box)]
    for shape in layout.shapes:
        left, top, right, bottom = extent(shape)
        if left < 0 or top < 0 or right > layout.width or bottom > layout.height:
            found.append(f"outside: {shape}")
        if isinstance(shape, Rect) and shape.colour != "#DCE9F5":
            found += [f"a bar behind {text.text!r}" for text in layout.texts if _meet(extent(shape), text.box)]
    return found


def ink(text: Text) -> tuple[float, float, float, float]:
    """What the letters cover."""
    left, top, right, bottom = font(text.size, text.weight).getbbox(text.text)
    return text.x + left, text.y + top, text.x + right, text.y + bottom


def extent(shape: Rect | Stroke | Disc) -> tuple[float, float, float, float]:
    if isinstance(shape, Rect):
        return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
    if isinstance(shape, Disc):
        return shape.x - shape.radius, shape.y - shape.radius, shape.x + shape.radius, shape.y + shape.radius
    xs, ys = zip(*shape.points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def contrast(one: str, other: str) -> float:
    """Of two colours, 1 to 21, as WCAG 2 computes it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _inside(one: tuple[float, ...], other: tuple[float, ...], above: int) -> bool:
    """`above`: pixels that marks on capitals (Ã, Ẫ) may reach into the space between lines."""
    return one[0] >= other[0] - 2 and one[1] >= other[1] - above and one[2] <= other[2] + 2 and one[3] <= other[3] + 1


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
