"""Sentences that hold some words best.

A small store is searched whole, with the ranks that FTS5 gives. In a large one that would read the places of every
frequent word, which takes seconds: there the rare words choose the sentences, and all of the words put them in order.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from math import log
from typing import Any

from bot.store.citing import Citing
from bot.store.records import Passage
from bot.store.schema import FREQUENT, TOKENIZER
from bot.store.words import match, search_terms, words_of

_LARGE = 30_000
"""Sentences from which on not all that hold a word are looked at."""
_BUDGET = 3000
"""Places of words that the rare words of one search may have together."""
_LOOKED_AT = 80
"""Sentences that are put in order by all the words, for each way of choosing them."""
_FEW = 12
"""Sentences that are asked for up to which half as many are put in order."""
_LENGTH, _SATURATION, _BY_LENGTH = 18.0, 1.2, 0.75
"""Of the ranking: words of a common sentence; how soon a word that is repeated counts no more; what length costs."""
_PAIRED = 2
"""Frequent words beside which one of the others has to stand."""
_LEAST = 1e-6
"""What a word weighs that half of all sentences hold, as in FTS5."""
_BEGINNING, _ENDING = 2, 2
"""A stem begins as its word does, and differs in its last letters at most: most words need not be cut to theirs."""
_MOST_STEMS = 20_000

Row = sqlite3.Row


class Stemmer:
    """Words as the full-text index keeps them, by the same tokenizer."""

    def __init__(self) -> None:
        self._db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._db.execute(f"CREATE VIRTUAL TABLE one USING fts5(words, content = '', tokenize = '{TOKENIZER}')")
        self._db.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab('one', 'row')")
        self._known: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        """The stem of a word; of what the index takes for several words, the first."""
        found = self._known.get(word)
        if found is None:
            self._db.execute("INSERT INTO one(rowid, words) VALUES (1, ?)", (word,))
            row = self._db.execute("SELECT term FROM vocabulary LIMIT 1").fetchone()
            self._db.execute("INSERT INTO one(one) VALUES ('delete-all')")
            found = str(row[0]) if row else word
            if len(self._known) >= _MOST_STEMS:
                self._known.clear()
            self._known[word] = found
        return found


@dataclass(frozen=True, slots=True)
class _Word:
    """A word that is searched for: as it is written, its stem, how many sentences hold it, how telling it is."""

    written: str
    stem: str
    held: int
    weight: float

    @property
    def quoted(self) -> str:
        return f'"{self.written}"'


class Searcher:
    """Looks through the sentences of one store."""

    def __init__(self, db: sqlite3.Connection, citing: Citing) -> None:
        self._db = db
        self._citing = citing
        self._stem = Stemmer()
        self._frequent: dict[str, int] = {}

    def search(
        self, words: str, limit: int, articles: Iterable[str] | None = None, whole: bool = False
    ) -> list[Passage]:
        """The sentences that hold the words best, from all articles or some (ids); `whole`: however many there are."""
        expression = match(words)
        if not expression or limit <= 0:
            return []
        if whole or self._count <= _LARGE:
            return self._ranked(expression, limit, articles)
        asked = self._asked(words)
        most = _LOOKED_AT if limit > _FEW else _LOOKED_AT // 2
        rows = self._rows(self._chosen(asked, most)) if articles is None else self._of(articles)
        return self._best(rows, {word.stem: word.weight for word in asked}, limit)

    def spread(self, word: str) -> int:
        """How many sentences hold a word."""
        expression = match(word)
        if not expression:
            return 0
        terms = search_terms(word)
        if len(terms) == 1 and self._held(stem := self._stem(terms[0])) >= FREQUENT:
            return self._frequent[stem]
        row = self._db.execute("SELECT count(*) FROM passage_fts WHERE passage_fts MATCH ?", (expression,)).fetchone()
        return int(row[0])

    def of_article(self, article: str) -> list[Passage]:
        """The sentences of an article (its id) in their order."""
        rows = self._db.execute("SELECT *, 0.0 AS rank FROM passage WHERE article = ? ORDER BY ordinal", (article,))
        return list(self._passages([(row, 0.0) for row in rows]))

    @cached_property
    def _count(self) -> int:
        return int(self._db.execute("SELECT coalesce(max(id), 0) FROM passage").fetchone()[0])

    def _ranked(self, expression: str, limit: int, articles: Iterable[str] | None) -> list[Passage]:
        """Of all sentences that hold one of the words those that FTS5 ranks first."""
        within = "" if articles is None else " AND p.article IN (SELECT value FROM json_each(?))"
        given: list[Any] = [expression] if articles is None else [expression, json.dumps(list(articles))]
        rows = self._db.execute(
            "SELECT p.*, bm25(passage_fts) AS rank FROM passage_fts f JOIN passage p ON p.id = f.rowid"
            f" WHERE passage_fts MATCH ?{within} ORDER BY rank, p.id LIMIT ?",
            (*given, limit),
        ).fetchall()
        return list(self._passages([(row, float(row["rank"])) for row in rows]))

    def _asked(self, words: str) -> list[_Word]:
        """The words that are searched for, the rarest first; of words with one stem the first."""
        found: dict[str, _Word] = {}
        for written in search_terms(words):
            stem = self._stem(written)
            if stem not in found:
                held = self._held(stem)
                telling = log((self._count - held + 0.5) / (held + 0.5)) if 2 * held < self._count else _LEAST
                found[stem] = _Word(written, stem, held, max(telling, _LEAST))
        return sorted(found.values(), key=lambda word: word.held)

    def _held(self, stem: str) -> int:
        """In how many sentences a stem stands; roughly where it stands in few."""
        if stem not in self._frequent:
            row = self._db.execute("SELECT passages FROM frequent_word WHERE word = ?", (stem,)).fetchone()
            if len(self._frequent) >= _MOST_STEMS:
                self._frequent.clear()
            self._frequent[stem] = int(row[0]) if row else 0
        return self._frequent[stem] or FREQUENT // 2

    def _chosen(self, asked: list[_Word], most: int) -> list[int]:
        """The numbers of the sentences to look at: those with most of the rare words, some with two frequent ones."""
        rare = [word for n, word in enumerate(asked) if sum(other.held for other in asked[: n + 1]) <= _BUDGET]
        others = asked[len(rare) :]
        found: dict[int, None] = {}
        if len(rare) == 2:
            found |= dict.fromkeys(self._numbers(" AND ".join(word.quoted for word in rare), most))
        elif rare[2:]:
            found |= dict.fromkeys(self._with_most(rare, most))
        for n, word in enumerate(others[:_PAIRED]):
            if beside := [*rare, *others[n + 1 :]]:
                found |= dict.fromkeys(self._numbers(f"({_either(beside)}) AND {word.quoted}", most))
        if len(found) < most:
            alone = rare[0] if rare else asked[0]
            found |= dict.fromkeys(self._numbers(alone.quoted, most))
        return list(found)

    def _with_most(self, rare: list[_Word], most: int) -> list[int]:
        """The sentences that hold the most of some rare words: counted here, for ranks would cost ten times as much."""
        told: dict[int, float] = {}
        for word in rare:
            for number in self._numbers(word.quoted, _BUDGET):
                told[number] = told.get(number, 0.0) + word.weight
        return nsmallest(most, told, key=lambda number: (-told[number], number))

    def _numbers(self, expression: str, most: int) -> list[int]:
        """The first sentences that an expression finds."""
        rows = self._db.execute(
            "SELECT rowid FROM passage_fts WHERE passage_fts MATCH ? ORDER BY rowid LIMIT ?", (expression, most)
        )
        return [row[0] for row in rows]

    def _rows(self, numbers: Iterable[int]) -> list[Row]:
        return self._db.execute(
            "SELECT * FROM passage WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(numbers)),)
        ).fetchall()

    def _of(self, articles: Iterable[str]) -> list[Row]:
        return self._db.execute(
            "SELECT * FROM passage WHERE article IN (SELECT value FROM json_each(?))", (json.dumps(list(articles)),)
        ).fetchall()

    def _best(self, rows: list[Row], weights: dict[str, float], limit: int) -> list[Passage]:
        """Those of some sentences that hold the most of the words, as BM25 counts."""
        beginnings = frozenset(stem[:_BEGINNING] for stem in weights)
        longer = tuple({stem[: max(_BEGINNING, len(stem) - _ENDING)] for stem in weights})
        scored = []
        for row in rows:
            score = self._score(row["text"].casefold(), weights, beginnings, longer)
            if score > 0:
                scored.append((-score, row["id"], row))
        best = nsmallest(limit, scored, key=lambda one: one[:2])
        return list(self._passages([(row, score) for score, _, row in best]))

    def _score(
        self, text: str, weights: dict[str, float], beginnings: frozenset[str], longer: tuple[str, ...]
    ) -> float:
        """What the words of a sentence count; `beginnings` are those of the stems that are searched for."""
        words = words_of(text)
        likely = words
        if text.isascii():  # letters with marks may begin otherwise in the index
            likely = [word for word in words if word[:_BEGINNING] in beginnings and word.startswith(longer)]
        held: dict[str, int] = {}
        for word in likely:
            stem = self._stem(word)
            if stem in weights:
                held[stem] = held.get(stem, 0) + 1
        long = _SATURATION * (1 - _BY_LENGTH + _BY_LENGTH * len(words) / _LENGTH)
        return sum(weights[stem] * times * (_SATURATION + 1) / (times + long) for stem, times in held.items())

    def _passages(self, rows: list[tuple[Row, float]]) -> Iterator[Passage]:
        self._citing.read(row["article"] for row, _ in rows)
        for row, rank in rows:
            cited = self._citing.cite(row["article"], row["text"])
            yield Passage(row["article"], row["ordinal"], row["text"], cited, rank, tuple(row["entities"].split()))


def _either(words: Iterable[_Word]) -> str:
    return " OR ".join(word.quoted for word in words)
