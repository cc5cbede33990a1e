"""Cuts a cleaned article into the sentences that are searched and shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.model.article import Article

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?=\s)|[。！？]+[”’」』）]*")
"""Begins where a row of stops begins and gives nothing back: half a megabyte of full stops is read once."""
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Inc|Ltd|Co|Corp|No|vs|approx|Jr|Sr|Sen|Gen|e\.g|i\.e|U\.S|U\.K"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|(?<![\w.])[A-Z])\.$"
)
_LONGEST_SHORT = 8
_WORD = re.compile(r"\S")


def sentences(article: Article) -> Iterator[tuple[int, int, str]]:
    """Raw span and raw text of every sentence, in order."""
    for paragraph in _PARAGRAPH.finditer(article.text):
        for start, end in _spans(paragraph[0]):
            first, last = paragraph.start() + start, paragraph.start() + end
            if any(c.isalnum() for c in article.text[first:last]):
                yield article.quote(first, last)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _END.finditer(text):
        before = max(0, stop.start() - _LONGEST_SHORT)  # no copies of what may be a paragraph of 500 kB
        if stop[0].startswith(".") and (_SHORT.search(text, before, stop.start() + 1) or _goes_on(text, stop.end())):
            continue
        yield from _trimmed(text, start, stop.end())
        start = stop.end()
    yield from _trimmed(text, start, len(text))


def _goes_on(text: str, end: int) -> bool:
    following = _WORD.search(text, end)
    return following is not None and following[0].islower()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    first = start + len(part) - len(part.lstrip())
    last = start + len(part.rstrip())
    if first < last:
        yield first, last
