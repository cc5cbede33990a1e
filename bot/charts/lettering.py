"""What the font of the charts can show: Latin, Greek and Cyrillic letters. A Chinese name would be empty boxes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_RANGES = (
    (0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x24F), (0x259, 0x259), (0x391, 0x3A1), (0x3A3, 0x3C9), (0x401, 0x40C),
    (0x40E, 0x44F), (0x451, 0x45C), (0x45E, 0x45F), (0x490, 0x491), (0x1E00, 0x1EF9), (0x2010, 0x2015),
    (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026), (0x2030, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A),
    (0x20A0, 0x20B5), (0x20B8, 0x20BA), (0x20BD, 0x20BD), (0x2116, 0x2116), (0x2122, 0x2122), (0x2190, 0x2193),
    (0x2212, 0x2212), (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265),
)  # fmt: skip
SHOWN = frozenset(chr(code) for first, last in _RANGES for code in range(first, last + 1))
"""Every character that can be drawn."""

NAMELESS = "(name not in Latin script)"
_LOOSE = " ·,;:|/"
"""What held a left-out name apart from what followed."""
_EMPTIED = ("()", "( )", "[]", "“”", '""', "‘’")


def drawable(text: str) -> bool:
    """Whether every character of a text can be drawn."""
    return all(char in SHOWN for char in unicodedata.normalize("NFC", text))


def legible(text: str) -> str:
    """A text of characters that can be drawn: others in their plain form where they have one, else left out."""
    kept = []
    for char in unicodedata.normalize("NFC", text):
        if char in SHOWN:
            kept.append(char)
        elif char.isspace():
            kept.append(" ")
        else:
            kept.extend(c for c in unicodedata.normalize("NFKC", char) if c in SHOWN)
    shown = " ".join("".join(kept).split())
    for left in _EMPTIED:
        shown = " ".join(shown.replace(left, " ").split())
    return shown.strip(_LOOSE)


def latin_name(name: str, aliases: Iterable[str] = ()) -> str:
    """A name as a chart shows it: itself, else the longest other name that can be drawn, else what is left of it."""
    if drawable(name) and name.strip():
        return name
    others = sorted((a for a in aliases if drawable(a) and sum(c.isalpha() for c in a) > 1), key=lambda a: (-len(a), a))
    if others:
        return others[0]
    left = legible(name)
    return left if sum(char.isalnum() for char in left) > 1 else NAMELESS
