"""Full-text search over sentences, in Latin letters and CJK, and with anything people type."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.shelf import CLOUD, QUILLON


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("raised million", {"Quillon Robotics raised", "Quillon raised over"}),
        ("raising", {"Quillon Robotics raised", "Quillon raised over"}),
        ("who led the round", {"Tessaro Cloud led"}),
        ("融资", {"奎隆机器人完成融资"}),
        ("机器人", {"奎隆机器人完成融资"}),
        ("奎隆融资", {"奎隆机器人完成融资"}),
        ("上海", set()),
        ("unicorn", set()),
        ("", set()),
        ("?!", set()),
    ],
)
def test_sentences_that_hold_the_words(facts, words, expected):
    found = [p.text for p in facts.search(words, 10)]
    assert len(found) == len(expected)
    assert all(any(text.startswith(start) for text in found) for start in expected)


@pytest.mark.parametrize(
    "words",
    ['"', "raised OR", "NEAR(raised, 2)", "words:raised", "raised*", "-raised", "^raised", "(raised", "raised)",
     "raised'; DROP TABLE passage; --", "\x00raised", "raised AND NOT", "{raised}", "raised + ", "a" * 5000],
)  # fmt: skip
def test_no_input_is_syntax(facts, words):
    texts = [p.text for p in facts.search(words, 10)]
    assert all("raised" in text for text in texts)
    assert bool(texts) == ("raised" in words)


@given(st.text(max_size=60))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_breaks_search_or_names(facts, text):
    assert len(facts.search(text, 3)) <= 3
    assert all(text[hit.start : hit.end] == hit.text for hit in facts.find_names(text))
    assert len(facts.complete(text, 3)) <= 3


def test_a_passage_is_cited_and_knows_who_is_in_it(facts):
    (found,) = facts.search("led round", 10)
    assert found.citation.quote == found.text == "Tessaro Cloud led the round."
    assert found.citation.source == "one.md"
    assert found.entities == (CLOUD.id,)


def test_search_in_some_articles_only(facts):
    assert [p.citation.source for p in facts.search("raised", 10, articles=("id-two.md",))] == ["two.md"]
    assert facts.search("raised", 10, articles=()) == []
    assert len(facts.search("raised", 1)) == 1


def test_the_sentences_of_an_article_in_order(facts):
    found = facts.passages("id-one.md")
    assert [p.ordinal for p in found] == [0, 1, 2]
    assert found[0].entities == (QUILLON.id,)


def test_articles_the_newest_first(facts):
    assert [(a.source, a.published) for a in facts.articles()] == [("two.md", "2025-10-01"), ("one.md", "2025-09-09")]


def test_whether_some_article_is_told_in_a_language(facts):
    told = {article.lang for article in facts.articles()}
    assert told
    assert all(facts.is_told_in(language) for language in told)
    assert not facts.is_told_in("xx")


def test_the_sentences_before_one_are_given_the_nearest_first(facts):
    article = facts.articles()[0].id
    sentences = facts.passages(article)
    last = sentences[-1]
    assert len(sentences) > 1
    assert facts.texts_before(last, 2) == [(p.ordinal, p.text) for p in reversed(sentences[:-1])][:2]
    assert facts.texts_before(sentences[0], 2) == []
