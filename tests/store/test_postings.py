"""Sentences are ranked as FTS5 ranks them, to the last digit, and nothing is counted twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.store import postings
from bot.store.postings import Postings
from bot.store.schema import TOKENIZER
from bot.store.stemming import Stemmer
from bot.store.words import indexed, match, search_terms

WORDS = ["robot", "robots", "raised", "raise", "Zürich", "zurich", "机器人", "12", "round", "Series", "A", "ships"]
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
LONG = "word " * 200 + "robot"


def shelf(sentences: Sequence[str]) -> sqlite3.Connection:
    """A store of nothing but sentences, three to an article."""
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE passage (id INTEGER PRIMARY KEY, article TEXT NOT NULL)")
    db.execute(f"CREATE VIRTUAL TABLE passage_fts USING fts5(words, content = '', tokenize = '{TOKENIZER}')")
    for number, text in enumerate(sentences, 1):
        db.execute("INSERT INTO passage VALUES (?, ?)", (number, f"article-{number // 3}"))
        db.execute("INSERT INTO passage_fts(rowid, words) VALUES (?, ?)", (number, indexed(text)))
    return db


def by_fts(db: sqlite3.Connection, words: str, limit: int) -> list[tuple[float, int]]:
    return db.execute(
        "SELECT bm25(passage_fts) AS rank, rowid FROM passage_fts WHERE passage_fts MATCH ?"
        " ORDER BY rank, rowid LIMIT ?",
        (match(search_terms(words)), limit),
    ).fetchall()


@given(st.lists(SENTENCE, min_size=1, max_size=12), SENTENCE, st.integers(1, 12), st.booleans())
@settings(max_examples=150, deadline=None)
def test_ranks_and_order_are_those_of_the_index(sentences: list[str], words: str, limit: int, ahead: bool) -> None:
    db = shelf([*sentences, LONG])
    kept = Postings(db, Stemmer())
    if ahead:
        kept.read_ahead()
    assert kept.best(search_terms(words), limit, None) == by_fts(db, words, limit)


def test_of_some_articles_only() -> None:
    kept = Postings(shelf(["robot one", "robot", "robot two", "robot robot"]), Stemmer())
    found = kept.best(["robot"], 9, ["article-1"])
    assert found is not None
    assert {number for _, number in found} == {3, 4}
    assert kept.best(["robot"], 9, []) == []
    assert kept.best(["robot"], 9, ["article-9"]) == []


def test_a_word_that_the_index_takes_for_several_is_left_to_it() -> None:
    kept = Postings(shelf(["self driving"]), Stemmer())
    assert kept.best(["self·driving"], 9, None) is None
    assert kept.best(["…"], 9, None) is None


def test_a_word_is_looked_up_once_however_it_is_written() -> None:
    db = shelf(["it raised money", "they raise more"])
    kept = Postings(db, Stemmer())
    asked: list[str] = []
    db.set_trace_callback(lambda statement: asked.append(statement) if "count(*)" in statement else None)
    for word in ("raised", "raising", "raises", "raised"):
        assert kept.best([word], 9, None)
    assert len(asked) == 1


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "_PLACES_KEPT", 5)
    sentences = ["robot round", "robot series", "robot ships"]
    db = shelf(sentences)
    kept = Postings(db, Stemmer())
    for words in ("robot", "round", "series", "ships", "robot round series"):
        assert kept.best(search_terms(words), 9, None) == by_fts(db, words, 9)
        assert sum(len(numbers) for numbers, _ in kept._held.values()) <= 5
