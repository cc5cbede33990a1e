"""Sentences that hold some words best.

A small store is searched whole, with the ranks that FTS5 gives. In a large one that would read the places of every
frequent word, which takes seconds: there the rare words choose the sentences, and all of the words put them in order.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from math import log
from typing import Any

from bot.model.answer import Citation
from bot.store.citing import Citing
from bot.store.postings import Postings
from bot.store.records import Passage
from bot.store.schema import FREQUENT
from bot.store.stemming import Stemmer
from bot.store.words import match, search_terms, words_of

_LARGE = 30_000
"""Sentences from which on not all that hold a word are looked at."""
_BUDGET = 3000
"""Places of words that the rare words of one search may have together."""
_LOOKED_AT = 80
"""Sentences that are put in order by all the words, for each way of choosing them."""
_FEW = 12
"""Sentences that are asked for up to which half as many are put in order."""
_ENOUGH = 10
"""Sentences that have to weigh more than any without a rare word, so that none of those is looked for."""
_LENGTH, _SATURATION, _BY_LENGTH = 18.0, 1.2, 0.75
"""Of the ranking: words of a common sentence; how soon a word that is repeated counts no more; what length costs."""
_PAIRED = 2
"""Frequent words beside which one of the others has to stand."""
_LEAST = 1e-6
"""What a word weighs that half of all sentences hold, as in FTS5."""
_MOST_KEPT, _FOUND_KEPT, _SEARCHES_KEPT = 20_000, 50, 40
_TOLD_KEPT, _OF_MANY_KEPT = 5000, 500
"""Sentences of which it is kept what is known of them: nearly all of a small store, those of some questions else."""
_COLUMNS = "p.id, p.article, p.ordinal, p.entities, p.text"

Row = tuple[int, str, int, str, str]
"""What is read of a sentence, in the order of `_COLUMNS`."""
_Told = tuple[str, int, str, Citation, tuple[str, ...]]
"""What is known of a sentence: its article, its number there, its text, how it is cited, whom it names."""


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
        self._db = db.cursor()
        self._db.row_factory = None
        self._citing = citing
        self._stem = Stemmer()
        self._frequent: dict[str, int] = {}
        self._absent: set[str] = set()
        """Stems that no sentence holds: what a question may mean by its words is asked for again and again."""
        self._found: dict[tuple[str, int], array[int]] = {}
        """What a question searched for, for it searches for the same words several times."""
        self._told: dict[int, _Told] = {}
        """What is known of sentences: one question meets the same again and again."""
        self._words: dict[int, list[str]] = {}
        """Of the sentences looked at last in a large store."""
        self._postings = Postings(db, self._stem)
        self._searched: dict[tuple[str, int, tuple[str, ...] | None], list[Passage]] = {}
        """What a small store was searched for last: several ways to answer one question look for the same."""

    def search(
        self, words: str, limit: int, articles: Iterable[str] | None = None, whole: bool = False
    ) -> list[Passage]:
        """The sentences that hold the words best, from all articles or some (ids); `whole`: however many there are."""
        terms = search_terms(words)
        if not terms or limit <= 0:
            return []
        if whole or self._count <= _LARGE:
            key = (match(terms), limit, None if articles is None else tuple(articles))
            if key not in self._searched:
                if len(self._searched) >= _SEARCHES_KEPT:
                    self._searched = {}
                self._searched[key] = self._ranked(terms, *key)
            return list(self._searched[key])
        asked = self._asked(terms)
        most = _LOOKED_AT if limit > _FEW else _LOOKED_AT // 2
        rows = self._rows(self._chosen(asked, most)) if articles is None else self._of(articles)
        return self._best(rows, {word.stem: word.weight for word in asked}, limit)

    def read_ahead(self) -> None:
        """Cuts all words of the sentences to their stems and weighs them: questions ask in most of them."""
        texts = self._db.execute("SELECT text FROM passage")
        self._stem.learn(sorted({word for (text,) in texts for word in search_terms(text)}))
        if self._count <= _LARGE:
            self._postings.read_ahead()

    def spread(self, word: str) -> int:
        """How many sentences hold a word."""
        terms = search_terms(word)
        if not terms:
            return 0
        if len(terms) == 1 and self._held(stem := self._stem(terms[0])) >= FREQUENT:
            return self._frequent[stem]
        asked = "SELECT count(*) FROM passage_fts WHERE passage_fts MATCH ?"
        row = self._db.execute(asked, (match(terms),)).fetchone()
        return int(row[0])

    def of_article(self, article: str) -> list[Passage]:
        """The sentences of an article (its id) in their order."""
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM passage p WHERE article = ? ORDER BY ordinal", (article,))
        return list(self._passages([(row, 0.0) for row in rows]))

    def before(self, passage: Passage, count: int) -> list[tuple[int, str]]:
        """The numbers and texts of some sentences right before one, the nearest first."""
        return self._db.execute(
            "SELECT ordinal, text FROM passage WHERE article = ? AND ordinal < ? ORDER BY ordinal DESC LIMIT ?",
            (passage.article, passage.ordinal, count),
        ).fetchall()

    def beside(self, source: str, quote: str, count: int) -> tuple[list[str], list[str]]:
        """Some sentences right before and after a quote of the article with that file name."""
        rows = self._db.execute(
            "SELECT p.text FROM article a JOIN passage p ON p.article = a.id"
            " WHERE a.source = ? AND p.ordinal > 0 ORDER BY a.id, p.ordinal",
            (source,),
        ).fetchall()
        texts = [" ".join(text.split()) for (text,) in rows]
        wanted = " ".join(quote.split())
        held = [n for n, text in enumerate(texts) if text and (text in wanted or wanted in text)]
        if not held:
            return [], []
        first, last = held[0], held[-1]
        return texts[max(0, first - count) : first], texts[last + 1 : last + 1 + count]

    def openings(self, article: str) -> frozenset[int]:
        """The numbers of the sentences of an article (its id) that begin a line: a paragraph, an item, a heading."""
        rows = self._db.execute(
            'SELECT ordinal, start, "end" FROM passage WHERE article = ? ORDER BY ordinal', (article,)
        ).fetchall()
        told = self._db.execute("SELECT raw FROM article_text WHERE article = ?", (article,)).fetchone()
        if told is None:
            return frozenset(number for number, _, _ in rows)
        found, last = [], 0
        for number, start, end in rows:
            if number == 0 or "\n" in told[0][last:start]:
                found.append(number)
            last = end
        return frozenset(found)

    @cached_property
    def _count(self) -> int:
        return int(self._db.execute("SELECT coalesce(max(id), 0) FROM passage").fetchone()[0])

    def _ranked(self, words: list[str], expression: str, limit: int, articles: Iterable[str] | None) -> list[Passage]:
        """Of all sentences that hold one of the words those that FTS5 ranks first."""
        if self._count <= _LARGE and (best := self._postings.best(words, limit, articles)) is not None:
            return self._numbered(best)
        within = "" if articles is None else " AND p.article IN (SELECT value FROM json_each(?))"
        given: list[Any] = [expression] if articles is None else [expression, json.dumps(list(articles))]
        rows = self._db.execute(
            f"SELECT {_COLUMNS}, bm25(passage_fts) AS rank FROM passage_fts f JOIN passage p ON p.id = f.rowid"
            f" WHERE passage_fts MATCH ?{within} ORDER BY rank, p.id LIMIT ?",
            (*given, limit),
        ).fetchall()
        return list(self._passages([(row[:-1], float(row[-1])) for row in rows]))

    def _asked(self, terms: list[str]) -> list[_Word]:
        """The words that are searched for, the rarest first; of words with one stem the first."""
        found: dict[str, _Word] = {}
        for written in terms:
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
            if len(self._frequent) >= _MOST_KEPT:
                self._frequent.clear()
            self._frequent[stem] = int(row[0]) if row else 0
        return self._frequent[stem] or FREQUENT // 2

    def _chosen(self, asked: list[_Word], most: int) -> list[int]:
        """The numbers of the sentences to look at: those that hold a rare word, and most of all words by their weight.

        Sentences without a rare word come in where their words may weigh more.
        """
        sums = accumulate(word.held for word in asked)
        rare = [word for word, held in zip(asked, sums, strict=True) if held <= _BUDGET]
        others = asked[len(rare) :]
        told: dict[int, float] = {}  # weighed here, for the ranks of FTS5 would cost ten times as much
        met = [word for word in rare if word.stem not in self._absent and self._weigh(told, word, word.quoted, _BUDGET)]
        if len(self._absent) < _MOST_KEPT:
            self._absent.update(word.stem for word in rare if word not in met)
        for word in others[:1] if len(told) > most else ():  # more of them would hardly change the order
            # Beside a single rare word the first are the heaviest.
            self._weigh(told, word, f"({_either(met)}) AND {word.quoted}", most if len(met) == 1 else _BUDGET)
        best = sorted(sorted(told), key=told.__getitem__, reverse=True)[:most]  # of one weight the first come first
        found = dict.fromkeys(best)
        if len(best) < _ENOUGH or sum(word.weight for word in others) > told[best[_ENOUGH - 1]]:
            for expression in _frequent_together(others):
                if len(found) >= most + len(best):
                    break
                found |= dict.fromkeys(self._numbers(expression, most))
        return list(found)

    def _weigh(self, told: dict[int, float], word: _Word, expression: str, most: int) -> int:
        """Adds the weight of a word to that of the first sentences an expression finds; how many those are."""
        held = dict.fromkeys(self._numbers(expression, most), word.weight)
        for number in told.keys() & held.keys():  # few of thousands
            held[number] += told[number]
        told |= held
        return len(held)

    def _numbers(self, expression: str, most: int) -> array[int]:
        """The first sentences that an expression finds."""
        asked = (expression, most)
        if asked not in self._found:
            row = self._db.execute(
                "SELECT json_group_array(rowid) FROM"  # one piece of text is made sooner than a thousand rows
                " (SELECT rowid FROM passage_fts WHERE passage_fts MATCH ? ORDER BY rowid LIMIT ?)",
                asked,
            ).fetchone()
            if len(self._found) >= _FOUND_KEPT:
                self._found.clear()
            self._found[asked] = array("I", json.loads(row[0]))
        return self._found[asked]

    def _rows(self, numbers: Iterable[int]) -> list[Row]:
        return self._db.execute(
            f"SELECT {_COLUMNS} FROM passage p WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(numbers)),),
        ).fetchall()

    def _of(self, articles: Iterable[str]) -> list[Row]:
        return self._db.execute(
            f"SELECT {_COLUMNS} FROM passage p WHERE article IN (SELECT value FROM json_each(?))",
            (json.dumps(list(articles)),),
        ).fetchall()

    def _best(self, rows: list[Row], weights: dict[str, float], limit: int) -> list[Passage]:
        """Those of some sentences that hold the most of the words, as BM25 counts."""
        told = [self._words_of(row) for row in rows]
        stems = self._stem.among(set().union(*told), weights)
        scored = []
        for row, words in zip(rows, told, strict=True):
            held: dict[str, int] = {}
            for stem in filter(None, map(stems.get, words)):
                held[stem] = held.get(stem, 0) + 1
            if held:
                long = _SATURATION * (1 - _BY_LENGTH + _BY_LENGTH * len(words) / _LENGTH)
                score = sum(weights[stem] * times * (_SATURATION + 1) / (times + long) for stem, times in held.items())
                scored.append((-score, row[0], row))
        scored.sort()  # no two have one number
        return list(self._passages([(row, rank) for rank, _, row in scored[:limit]]))

    def _words_of(self, row: Row) -> list[str]:
        """The words of a sentence: the searches for one question meet the same."""
        words = self._words.get(row[0])
        if words is None:
            if len(self._words) >= _OF_MANY_KEPT:
                self._words.clear()
            words = self._words[row[0]] = words_of(row[-1].casefold())
        return words

    def _numbered(self, best: list[tuple[float, int]]) -> list[Passage]:
        """The sentences with some numbers and ranks, those read that are not known yet."""
        met = [self._told.get(number) for _, number in best]
        if None in met:
            rows = self._rows(number for (_, number), told in zip(best, met, strict=True) if told is None)
            self._citing.read(row[1] for row in rows)
            learnt = {row[0]: self._learnt(row) for row in rows}
            met = [told or learnt[number] for (_, number), told in zip(best, met, strict=True)]
        found = ((told, rank) for told, (rank, _) in zip(met, best, strict=True) if told is not None)
        return [Passage(told[0], told[1], told[2], told[3], rank, told[4]) for told, rank in found]

    def _passages(self, rows: list[tuple[Row, float]]) -> Iterator[Passage]:
        self._citing.read(row[1] for row, _ in rows)
        for row, rank in rows:
            article, ordinal, text, cited, named = self._told.get(row[0]) or self._learnt(row)
            yield Passage(article, ordinal, text, cited, rank, named)

    def _learnt(self, row: Row) -> _Told:
        """What is known of a sentence whose article was read before."""
        number, article, ordinal, entities, text = row
        if len(self._told) >= (_TOLD_KEPT if self._count <= _LARGE else _OF_MANY_KEPT):
            self._told.clear()
        told = article, ordinal, text, self._citing.cite(article, text), tuple(entities.split())
        self._told[number] = told
        return told


def _frequent_together(words: list[_Word]) -> Iterator[str]:
    """Expressions for sentences that hold several of some frequent words, the rarest first; at last for one of them."""
    if words[2:]:
        yield " AND ".join(word.quoted for word in words[:3])
    for n, word in enumerate(words[:_PAIRED]):
        if beside := words[n + 1 :]:
            yield f"({_either(beside)}) AND {word.quoted}"
    yield from (word.quoted for word in words)


def _either(words: Iterable[_Word]) -> str:
    return " OR ".join(word.quoted for word in words)
