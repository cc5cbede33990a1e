"""What is kept of the sentences of a store is what looking again tells, and never more than a fixed number."""

from __future__ import annotations

import pytest

from bot.answers.asked.spotting import Spotter
from bot.answers.asked.wishes import Term
from bot.answers.asked.words import stem
from bot.answers.sentences.discourse import Discourse
from bot.answers.sentences.nameless import description
from bot.answers.sentences.nameless.description import Holding
from bot.store.read import Facts


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
