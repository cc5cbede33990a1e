"""What is kept of the sentences of a store is what looking again tells, and never more than a fixed number."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers import Answerer
from bot.answers.asked import spotting
from bot.answers.asked.spotting import Spotter
from bot.answers.asked.wishes import Term
from bot.answers.asked.words import stem
from bot.answers.sentences import discourse as discourse_module
from bot.answers.sentences.discourse import Discourse
from bot.answers.sentences.nameless import description
from bot.answers.sentences.nameless.description import Holding
from bot.store.read import Facts

TODAY = date(2026, 3, 2)


@pytest.fixture(scope="module")
def discourse(facts: Facts) -> Discourse:
    return Discourse(facts, Spotter(facts))


def test_whom_a_sentence_names_is_told_alike_each_time(facts: Facts, discourse: Discourse) -> None:
    asked = [
        frozenset((hit,))
        for name in ("Quillon Robotics", "Mira Aldane")
        for hit in facts.known_names.ids(name.casefold())
    ]
    passages = [p for article in facts.articles() for p in discourse.article(article.id)]
    told = [[discourse.names_one(p, ids) for p in passages] for ids in asked]
    assert [any(row) for row in told] == [True, True]
    assert told == [[discourse.names_one(p, ids) for p in passages] for ids in asked]
    assert told == [[Discourse(facts, discourse.spotter).names_one(p, ids) for p in passages] for ids in asked]


def test_no_more_than_a_number_of_them_is_kept(
    facts: Facts, discourse: Discourse, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Discourse(facts, discourse.spotter)
    monkeypatch.setattr(other, "_most_named", 3)
    ids = frozenset(facts.known_names.ids("quillon robotics"))
    for article in facts.articles():
        for passage in other.article(article.id):
            assert other.names_one(passage, ids) is discourse.names_one(passage, ids)
            assert len(other._names_one) <= 3


def test_shares_of_an_article_are_those_of_its_sentences(
    facts: Facts, discourse: Discourse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(description, "_SHARES_KEPT", 2)
    holding = Holding(discourse)
    terms = [Term(word, stem(word)) for word in ("robots", "factory", "raised")]
    for _ in range(2):
        for article in facts.articles():
            for term in terms:
                expected = tuple(holding.share(term, [p]) for p in discourse.article(article.id))
                assert holding.shares(term, article.id) == expected
                assert len(holding._shares) <= 2


QUESTIONS = (
    "who founded Quillon?",
    "what does it say of safety",
    "/deal Quillon",
    "某某某是谁？",
    "which robots were sold?",
)


@pytest.mark.parametrize("most", [0, 10_000])
def test_what_is_read_ahead_changes_no_answer(facts: Facts, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(discourse_module, "_READ_AHEAD", most)
    at_once, ahead = Answerer(facts, TODAY), Answerer(facts, TODAY)
    ahead.read_ahead()
    assert [ahead.reply([question]) for question in QUESTIONS] == [at_once.reply([question]) for question in QUESTIONS]


def test_after_reading_ahead_no_sentence_is_looked_through_for_names_again(
    facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    spotter = Spotter(facts)
    reading = Discourse(facts, spotter)
    reading.read_ahead()
    monkeypatch.setattr(spotter, "_find", None)  # would be called for a text that is not known
    assert any(reading.named(p) for article in facts.articles() for p in reading.article(article.id))


def test_no_more_than_a_number_of_texts_is_kept(facts: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spotting, "_TEXTS_KEPT", 2)
    spotter = Spotter(facts)
    texts = [f"Quillon Robotics met {name}." for name in ("Mira Aldane", "Otto Brandvik", "nobody", "Mira Aldane")]
    for text in texts:
        assert [m.text for m in spotter.find(text)] == [m.text for m in Spotter(facts).find(text)]
        assert len(spotter._found) <= 2
