"""Which sentences hold a word, and how much each tells by it: the ranks of FTS5, counted once for a word.

FTS5 counts for every search anew how many sentences hold each word, and what each weighs in each of them. One question
searches for the same words again and again, so that here is kept what they weigh.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable
from functools import cached_property
from math import log
from operator import neg
from typing import TypeAlias

from bot.store.stemming import Stemmer

_SATURATION, _BY_LENGTH = 1.2, 0.75
"""Of the ranking, as in FTS5: how soon a word that is repeated counts no more; what length costs."""
_LEAST = 1e-6
"""What a word weighs that half of all sentences hold."""
_PLACES_KEPT = 200_000
"""Sentences of all words together of which it is kept what they weigh: some two megabytes."""
_WORDS_KEPT, _ARTICLES_KEPT = 20_000, 2000

Held: TypeAlias = "tuple[array[int], array[float]]"
"""The numbers of the sentences that hold a word, and what it weighs in each."""


class Postings:
    """What the words of one store weigh in its sentences; for a store of which every sentence is looked at."""

    def __init__(self, db: sqlite3.Connection, stem: Stemmer) -> None:
        self._db = db.cursor()
        self._db.row_factory = None
        self._stem = stem
        self._stems: dict[str, str] = {}
        self._held: dict[str, Held] = {}
        self._places = 0
        self._of_articles: dict[str, array[int]] = {}

    def read_ahead(self) -> None:
        """Weighs all words of the sentences at once, where so much may be kept: a tenth of the time of one by one."""
        self._open()
        rows = self._db.execute(
            "SELECT term, doc, count(*) FROM temp.word_at GROUP BY term, doc LIMIT ?", (_PLACES_KEPT,)
        )
        held: dict[str, list[tuple[int, int]]] = {}
        for term, number, times in rows:
            held.setdefault(term, []).append((number, times))
        places = sum(map(len, held.values()))
        if places < _PLACES_KEPT and len(held) < _WORDS_KEPT:
            self._held = {term: self._weights(told) for term, told in held.items()}
            self._places = places

    def best(self, words: list[str], limit: int, articles: Iterable[str] | None) -> list[tuple[float, int]] | None:
        """The ranks and the numbers of the sentences that hold some words best, the best first.

        None where the index takes a word for several: it has to look for those itself.
        """
        told: dict[int, float] = {}
        self._stem.learn(words)
        for word in words:
            stem = self._stem_of(word)
            if not stem:
                return None
            numbers, weights = self._holding(stem)
            if told:
                for number, weight in zip(numbers, weights, strict=True):
                    told[number] = told.get(number, 0.0) + weight
            else:
                told = dict(zip(numbers, weights, strict=True))
        if articles is not None:
            within = frozenset[int]().union(*map(self._of_article, articles))
            told = {number: told[number] for number in within & told.keys()}
        return sorted(zip(map(neg, told.values()), told, strict=True))[:limit]

    def _stem_of(self, word: str) -> str:
        """A word as it is indexed; empty where it is none, or several."""
        known = self._stems.get(word)
        if known is None:
            if len(self._stems) >= _WORDS_KEPT:
                self._stems.clear()
            known = self._stems[word] = self._stem.of_one(word)
        return known

    def _holding(self, stem: str) -> Held:
        known = self._held.get(stem)
        if known is None:
            known = self._weighed(stem)
            self._places += len(known[0])
            if self._places > _PLACES_KEPT or len(self._held) >= _WORDS_KEPT:
                self._held.clear()
                self._places = len(known[0])
            self._held[stem] = known
        return known

    def _open(self) -> None:
        self._db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_at USING fts5vocab(main, passage_fts, instance)")

    def _weighed(self, stem: str) -> Held:
        self._open()
        asked = "SELECT doc, count(*) FROM temp.word_at WHERE term = ? GROUP BY doc"
        return self._weights(self._db.execute(asked, (stem,)).fetchall())

    def _weights(self, rows: list[tuple[int, int]]) -> Held:
        """The sentences that hold a word, by how often, with what it weighs in each."""
        lengths, average = self._lengths
        # The operations of FTS5 in their order, so that not even the last digit differs.
        telling = log((len(lengths) - len(rows) + 0.5) / (len(rows) + 0.5))
        if telling <= 0:
            telling = _LEAST
        weights = (
            telling
            * (
                (times * (_SATURATION + 1.0))
                / (times + _SATURATION * (1 - _BY_LENGTH + _BY_LENGTH * lengths[number] / average))
            )
            for number, times in rows
        )
        return array("I", (number for number, _ in rows)), array("d", weights)

    @cached_property
    def _lengths(self) -> tuple[dict[int, int], float]:
        """How many words each sentence has as it is indexed, and how many on average."""
        rows = self._db.execute("SELECT id, sz FROM passage_fts_docsize").fetchall()
        lengths = {number: _integer(size) for number, size in rows}
        return lengths, sum(lengths.values()) / max(1, len(lengths))

    def _of_article(self, article: str) -> array[int]:
        """The numbers of the sentences of an article."""
        known = self._of_articles.get(article)
        if known is None:
            if len(self._of_articles) >= _ARTICLES_KEPT:
                self._of_articles.clear()
            rows = self._db.execute("SELECT id FROM passage WHERE article = ?", (article,))
            known = self._of_articles[article] = array("I", (number for (number,) in rows))
        return known


def _integer(written: bytes) -> int:
    """A number as FTS5 writes it: seven bits to a byte, the highest first."""
    told = 0
    for byte in written:
        told = told << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return told
