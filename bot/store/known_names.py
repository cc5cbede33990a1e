"""Names as the store keeps them: found in a text and told by their words, without holding them in memory.

What is in memory are numbers made of names, in order: they tell what is no name, which is nearly every word. Whatever
they do not rule out is looked up.
"""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bot.names.folding import Token, join, tokens
from bot.store.names import Bearers, NameHit, longest_hits

_MASK = (1 << 64) - 1
_MOST_KEPT = 4000
_LONGEST_NAME = 255
_MOST_COMPARED = 2000


@dataclass(frozen=True, slots=True)
class Bearer:
    """An entity that goes by a name, folded."""

    folded: str
    entity: str
    kind: str
    events: int


class _Called(NamedTuple):
    """An entity with one of its names, and the words of that."""

    entity: str
    alias: str
    forms: tuple[str, ...]


class Sieve:
    """Tells that a word is none of some, or that it may be one; eight bytes a word."""

    def __init__(self, words: Iterable[str]) -> None:
        self._numbers = array("Q", sorted({hash(word) & _MASK for word in words}))
        self._known: dict[str, bool] = {}
        """Of the words that were asked for last: sentences are made of few."""

    def __contains__(self, word: str) -> bool:
        known = self._known.get(word)
        if known is None:
            number = hash(word) & _MASK
            at = bisect_left(self._numbers, number)
            known = at < len(self._numbers) and self._numbers[at] == number
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            self._known[word] = known
        return known


class KnownNames:
    """The names of one store."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._called: dict[str, list[_Called]] = {}
        self._mosts: dict[str, int] = {}
        self._whole = Sieve(row[0] for row in db.execute("SELECT folded FROM alias"))
        self.words = Sieve(row[0] for row in db.execute("SELECT DISTINCT word FROM alias_word"))
        longest: dict[int, int] = {}
        for head, words in db.execute("SELECT head, max(words) FROM alias GROUP BY head"):
            longest[hash(head) & _MASK] = max(words, longest.get(hash(head) & _MASK, 0))
        self._heads = array("Q", sorted(longest))
        self._longest = array("B", (min(longest[number], _LONGEST_NAME) for number in self._heads))

    def find(self, text: str, words: list[Token] | None = None) -> list[NameHit]:
        """The names in a text from left to right, the longest that fit, none inside another. `words`: its tokens."""
        words = list(tokens(text)) if words is None else words
        return longest_hits(text, words, self._most, self._bearers)

    def ids(self, folded: str) -> list[str]:
        """The entities that go by a name, folded."""
        return list(dict.fromkeys(called.entity for called in self._rows(folded)))

    def bearing(self, word: str) -> Iterator[Bearer]:
        """The names that hold a word, of entities that some event is about."""
        if word in self.words:
            for row in self._db.execute(
                "SELECT w.folded, w.entity, e.kind, e.events FROM alias_word w JOIN entity e ON e.id = w.entity"
                " WHERE w.word = ? AND e.events > 0",
                (word,),
            ):
                yield Bearer(*row)

    def beginning(self, start: str, length: int) -> list[str]:
        """Words of names that begin so and are about as long, of entities that some event is about."""
        rows = self._db.execute(
            "SELECT DISTINCT w.word FROM alias_word w JOIN entity e ON e.id = w.entity"
            " WHERE w.word >= ? AND w.word < ? AND abs(length(w.word) - ?) <= 2 AND e.events > 0 LIMIT ?",
            (start, start + "\U0010ffff", length, _MOST_COMPARED),
        )
        return [row[0] for row in rows]

    def is_told(self, word: str) -> bool:
        """Whether a word stands in the name of an entity that some event is about."""
        return next(self.bearing(word), None) is not None

    def _most(self, head: str) -> int:
        """Words of the longest name that begins with a word."""
        most = self._mosts.get(head)
        if most is None:
            number = hash(head) & _MASK
            at = bisect_left(self._heads, number)
            most = self._longest[at] if at < len(self._heads) and self._heads[at] == number else 0
            if len(self._mosts) >= _MOST_KEPT:
                self._mosts.clear()
            self._mosts[head] = most
        return most

    def _bearers(self, forms: tuple[str, ...], met: str) -> Bearers | None:
        same = [called for called in self._rows(join(forms)) if called.forms == forms]
        if not same:
            return None
        return tuple(dict.fromkeys(called.entity for called in same)), any(called.alias == met for called in same)

    def _rows(self, folded: str) -> list[_Called]:
        """Entities with their names that are one name when folded."""
        if folded not in self._whole:
            return []
        found = self._called.get(folded)
        if found is None:
            rows = self._db.execute(
                "SELECT entity, alias FROM alias WHERE folded = ? ORDER BY entity, alias", (folded,)
            )
            found = [_Called(row[0], row[1], tuple(token.form for token in tokens(row[1]))) for row in rows]
            if len(self._called) >= _MOST_KEPT:
                self._called.clear()
            self._called[folded] = found
        return found
