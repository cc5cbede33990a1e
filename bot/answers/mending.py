"""Slips of the finger in a question: a word that nobody knows and that is one slip away from one that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from rapidfuzz.distance import OSA

from bot.answers.common import ORDINARY
from bot.answers.words import CLASS_WORDS, STOP, stem
from bot.store.read import Facts

_WORD = re.compile(r"(?<![\w@#./-])[A-Za-z][a-z]{3,}(?![\w@./-])")
_SHORTEST_NAME = 5
_LONG = 7
"""Letters of a word from which on one letter may stand for another; a shorter one is too often a word of its own."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789.+"
_ASKING = frozenset(
    ["much", "many", "headquarters", "headcount", "latest", "biggest", "largest", "smallest", "cheapest", "customers",
     "employees", "compare", "between", "before", "after", "since", "series", "valuation", "investors", "founders"]
)  # fmt: skip


class Mender:
    """Mends what was mistyped, and says what it mended."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._told: dict[str, bool] = {}

    def mended(self, text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The text as it was meant, with every word that was mended and what it was read as."""
        mended: list[tuple[str, str]] = []
        if text.startswith("/") and not text.startswith("/ask "):
            return text, ()  # a command takes names as they are, and offers those that are near

        def one(match: re.Match[str]) -> str:
            meant = self._meant(match[0])
            if meant is None:
                return match[0]
            mended.append((match[0], meant))
            return meant

        return _WORD.sub(one, text), tuple(mended)

    def _meant(self, word: str) -> str | None:
        low = word.casefold()
        if low in self._words or stem(low) in self._stems or self._in_name(low) or self._in_articles(low):
            return None
        asked = _nearest(low, self._words, _LONG, endings=False)
        if asked:
            return asked if word.islower() else None
        if len(low) < _SHORTEST_NAME:
            return None
        return _nearest(low, filter(self._in_name, one_slip_away(low)), _SHORTEST_NAME + 1)

    def _in_articles(self, word: str) -> bool:
        if word not in self._told:
            self._told[word] = any(word in p.text.casefold() for p in self.facts.search(word, 5))
        return self._told[word]

    @cached_property
    def _words(self) -> frozenset[str]:
        return STOP | CLASS_WORDS | ORDINARY | _ASKING

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(stem(word) for word in self._words)

    def _in_name(self, word: str) -> bool:
        """Whether a word stands in a name that something is known of, and is long enough to tell it by."""
        return len(word) >= _SHORTEST_NAME and self.facts.known_names.is_told(word)


def one_slip_away(word: str) -> Iterator[str]:
    """What a word may be with one letter more, fewer, otherwise or swapped with the next, the first as it is."""
    for at in range(1, len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]


def _nearest(word: str, known: Iterable[str], letter_from: int, endings: bool = True) -> str | None:
    """The only known word one slip away; below `letter_from` letters no letter may stand for another.

    Without `endings` a word that only ends otherwise ("joint", "join") is another word, not a slip.
    """
    found = set()
    for other in known:
        if other[0] != word[0] or abs(len(other) - len(word)) > 1 or len(other) < 4:
            continue
        if not endings and (word.startswith(other) or other.startswith(word) or word[:-1] == other[:-1]):
            continue
        if OSA.distance(word, other, score_cutoff=1) == 1 and (
            len(word) >= letter_from or len(other) != len(word) or sorted(other) == sorted(word)
        ):
            found.add(other)
    return found.pop() if len(found) == 1 else None
