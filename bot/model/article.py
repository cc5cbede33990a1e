"""One article: what was read, what was cleaned, and the way back from one to the other."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from bot.model.when import When


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Maps positions of the clean text to positions of the raw text.

    `clean` and `raw` are parallel ascending lists of anchors: from clean[i] on, text was copied
    one to one from raw[i] on. Inserted characters map to the raw position they were inserted at.
    """

    clean: tuple[int, ...] = (0,)
    raw: tuple[int, ...] = (0,)

    def to_raw(self, position: int) -> int:
        """The raw position of the character at `position` of the clean text."""
        i = bisect_right(self.clean, position) - 1
        shifted = self.raw[i] + position - self.clean[i]
        return min(shifted, self.raw[i + 1]) if i + 1 < len(self.raw) else shifted

    def span_to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw span of clean[start:end]; `end` is outside, as in a slice."""
        if end <= start:
            raise ValueError(f"an empty span: {start} to {end}")
        return self.to_raw(start), self.to_raw(end - 1) + 1


@dataclass(frozen=True, slots=True)
class Article:
    """`raw` is the decoded file (for HTML: the text taken out of the page); `text` the cleaned body that is read.

    `text` starts with the title as its first paragraph where one is known; paragraphs are apart by
    blank lines. Quotes are slices of `raw`, found through `offsets`.
    """

    source: str
    raw: str
    text: str
    offsets: OffsetMap
    title: str = ""
    published: When | None = None
    published_inferred: bool = False
    publisher: str = ""
    url: str = ""
    lang: str = "en"
    links: tuple[str, ...] = field(default_factory=tuple)
    id: str = ""
    """Hash of the cleaned text: the same article twice has the same id."""

    def quote(self, start: int, end: int) -> tuple[int, int, str]:
        """The raw span and its text for a span of the clean text."""
        first, last = self.offsets.span_to_raw(start, end)
        return first, last, self.raw[first:last]
