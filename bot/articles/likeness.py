"""Which article is a copy of another: agencies' reports and press releases appear under many addresses.

Texts are compared by their shingles, runs of five words (of Chinese, Japanese or Korean text: of eight characters).
Two reporters who write about one event share few of them, even where they quote the same sentence.
"""

from __future__ import annotations

import json
import re
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.model.article import Article
from bot.model.statement import Statement, slots_to_json

_WORDS = 5
_CHARACTERS = 8
_FEWEST = 20
"""Shingles below which a text is too short to be known again."""
_COPIED = 0.5
"""Share of its shingles that a copy has from its original, or the original has in a copy with something around it."""
_AROUND = 2.0
"""How much longer than the original a copy with something around it may be; a round-up is longer."""
_LONG = 200
_EVERY = 4
"""Of texts with so many shingles every fourth is enough to find them by."""

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]|[^\W_]+")
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]")


def shingles(text: str) -> frozenset[int]:
    """Numbers that stand for the runs of words in a text; case, punctuation and spacing aside."""
    words = [word.encode() for word in _TOKEN.findall(text.casefold())]
    eastern = 2 * len(_EAST.findall(text)) > len(words)
    run = _CHARACTERS if eastern else _WORDS
    return frozenset(zlib.crc32(b" ".join(words[i : i + run])) for i in range(len(words) - run + 1))


def likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """How far the one is a copy of the other, from 0 to 1; 0 also where a text is too short to say."""
    return _likeness(len(one & other), len(one), len(other))


def _likeness(common: int, one: int, other: int) -> float:
    if min(one, other) < _FEWEST:
        return 0.0
    inside = common / one
    around = common / other if one <= _AROUND * other else 0.0
    return max(inside, around)


@dataclass(frozen=True, slots=True)
class Like:
    """The text most like another, by the key it was added under."""

    key: str
    share: float


class Originals:
    """Texts among which the original of another is looked for. Of long texts a part of the shingles is an index."""

    def __init__(self) -> None:
        self._keys: dict[str, int] = {}
        self._shingles: list[array[int]] = []
        self._holders: dict[int, list[int]] = defaultdict(list)

    def __contains__(self, key: str) -> bool:
        return key in self._keys

    def add(self, key: str, text: str) -> None:
        """Adds a text; a key that is there already is left as it is."""
        if key in self._keys:
            return
        number = self._keys[key] = len(self._keys)
        found = shingles(text)
        self._shingles.append(array("L", found))
        for shingle in found:
            if len(found) < _LONG or shingle % _EVERY == 0:
                self._holders[shingle].append(number)

    def original(self, text: str, apart: str = "") -> Like | None:
        """The text that this one is a copy of, the first added of those equally like; `apart` is a key passed over."""
        found = shingles(text)
        near = {number for shingle in found for number in self._holders.get(shingle, ())}
        near.discard(self._keys.get(apart, -1))
        best: tuple[float, int] | None = None
        for number in sorted(near):
            held = self._shingles[number]
            share = _likeness(sum(shingle in found for shingle in held), len(found), len(held))
            if share >= _COPIED and (best is None or share > best[0]):
                best = (share, number)
        return Like(list(self._keys)[best[1]], best[0]) if best is not None else None


def copies(articles: Iterable[Article]) -> dict[str, str]:
    """Copied article's id → id of its original. Originals are no key, and no copy is an original.

    The earliest published of those alike is the original; an article without a date comes after those with one.
    """
    originals = Originals()
    found: dict[str, str] = {}
    for article in sorted(articles, key=_age):
        like = originals.original(article.text)
        if like is not None:
            found[article.id] = like.key
        else:
            originals.add(article.id, article.text)
    return found


def repeated(articles: Iterable[Article], statements: Iterable[Statement]) -> frozenset[str]:
    """Ids of statements that a copy makes as its original does, in its words or in others: no second source.

    What a copy tells beside that, or otherwise, is its own.
    """
    original = copies(articles)
    if not original:
        return frozenset()
    said: dict[tuple[str, str], list[_Said]] = defaultdict(list)
    for one in statements:
        slots = frozenset((slot, json.dumps(told, sort_keys=True)) for slot, told in slots_to_json(one.slots).items())
        said[one.article, one.kind].append(_Said(one.id, _words(one.quote.text), slots))
    return frozenset(
        copy.id
        for (article, kind), told in said.items()
        if article in original
        for copy in told
        if any(copy.repeats(other) for other in said.get((original[article], kind), ()))
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement by its words and by what it holds."""

    id: str
    words: str
    slots: frozenset[tuple[str, str]]

    def repeats(self, other: _Said) -> bool:
        """Whether it says no more than another: an agency's sentence may be worded anew by who prints it."""
        return self.words in other.words or other.words in self.words or self.slots <= other.slots


def _words(text: str) -> str:
    return f" {' '.join(_TOKEN.findall(text.casefold()))} "


def _age(article: Article) -> tuple[date, str, str]:
    dated = article.published and not article.published_inferred
    return (article.published.start if article.published and dated else date.max, article.source, article.id)
