"""Text in which every character remembers where in the raw text it came from."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Sequence

from bot.model.article import OffsetMap

Edit = tuple[int, int, str]
"""Replace text[start:end] by the string; start == end inserts."""


class Traced:
    """A string under cleaning. Every operation gives a new one; origins ascend."""

    __slots__ = ("origin", "text")

    def __init__(self, text: str, origin: Sequence[int]) -> None:
        self.text = text
        self.origin = origin

    @classmethod
    def of(cls, raw: str, start: int = 0, end: int | None = None) -> Traced:
        stop = len(raw) if end is None else end
        return cls(raw[start:stop], range(start, stop))

    def __len__(self) -> int:
        return len(self.text)

    def cut(self, start: int, end: int) -> Traced:
        return Traced(self.text[start:end], self.origin[start:end])

    def strip(self) -> Traced:
        left = len(self.text) - len(self.text.lstrip())
        return self.cut(left, max(left, len(self.text.rstrip())))

    def edited(self, edits: Iterable[Edit]) -> Traced:
        """With the edits made; they must be in order and apart. A replacement of equal length maps one to one."""
        pieces: list[str] = []
        origin = array("q")
        at = 0
        for start, end, new in edits:
            pieces += [self.text[at:start], new]
            origin.extend(self.origin[at:start])
            last = max(start, end - 1)
            origin.extend(self._origin_at(min(start + i, last)) for i in range(len(new)))
            at = end
        if not pieces:
            return self
        pieces.append(self.text[at:])
        origin.extend(self.origin[at:])
        return Traced("".join(pieces), origin)

    def _origin_at(self, position: int) -> int:
        if position < len(self.origin):
            return self.origin[position]
        return self.origin[-1] + 1 if len(self.origin) else 0

    def sub(self, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> Traced:
        """As `re.sub`, with a plain string or a function."""
        return self.edited(
            (m.start(), m.end(), new if isinstance(new, str) else new(m)) for m in pattern.finditer(self.text)
        )

    def keep(self, pattern: re.Pattern[str], group: int | str = 1) -> Traced:
        """Of every match only the group is kept, in its place."""
        edits: list[Edit] = []
        for m in pattern.finditer(self.text):
            start, end = m.span(group)
            edits += [(m.start(), start, ""), (end, m.end(), "")]
        return self.edited(edits)

    def lines(self) -> list[Traced]:
        out, at = [], 0
        for line in self.text.split("\n"):
            out.append(self.cut(at, at + len(line)))
            at += len(line) + 1
        return out

    def offsets(self) -> OffsetMap:
        """The way back: an anchor wherever the copy does not run on."""
        clean, raw = [0], [self.origin[0] if len(self.origin) else 0]
        expected = raw[0]
        for position, origin in enumerate(self.origin):
            if origin != expected:
                clean.append(position)
                raw.append(origin)
            expected = origin + 1
        return OffsetMap(tuple(clean), tuple(raw))


def join(parts: Sequence[Traced], between: str) -> Traced:
    """The parts, in raw order, with a string between them that stands for what was there."""
    pieces: list[str] = []
    origin = array("q")
    for part in parts:
        if pieces:
            last, following = origin[-1], part.origin[0]
            pieces.append(between)
            origin.extend(min(last + 1 + i, following) for i in range(len(between)))
        pieces.append(part.text)
        origin.extend(part.origin)
    return Traced("".join(pieces), origin)
