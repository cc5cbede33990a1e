"""What the articles of an answer say besides, on a part of the question that nothing answers for sure."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.answers.asked.question import clauses
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one, usd

ARTICLE = """Quillon cuts the price of the Heron

The Heron of Quillon Robotics costs $48,000 since Monday.

Of the older model a museum has taken the last five, for a show on obsolete gadgets.

The canteen of the plant serves soup on Fridays.
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    store = of_one(
        tmp_path_factory.mktemp("alongside"),
        ARTICLE,
        [("Quillon Robotics", "org"), ("Heron", "product")],
        [
            (
                "price",
                {"product": "Heron", "amount": usd(48000)},
                "The Heron of Quillon Robotics costs $48,000 since Monday.",
            )
        ],
    )
    with Facts.open(store) as facts:
        yield Answerer(facts)


def test_a_part_that_nothing_answers_is_looked_for_in_the_article_that_answers_the_other(asked: Answerer) -> None:
    text = plain(asked.reply(["What does the Heron cost, and what became of the obsolete model in the museum show?"]))
    assert "$48,000" in text
    assert "last five" in text
    assert "soup" not in text


def test_nothing_is_put_beside_an_answer_that_leaves_nothing_open(asked: Answerer) -> None:
    answer = asked.reply(["What does the Heron cost?"])
    assert "$48,000" in plain(answer)
    assert "museum" not in plain(answer)


@pytest.mark.parametrize(
    ("question", "closest"),
    [
        ("How many of the older model went to the museum?", "the last five"),
        ("When does the canteen of Quillon Robotics serve soup?", "on Fridays"),
        ("What does the Heron cost these days?", "$48,000"),
    ],
)
def test_the_sentence_that_says_most_of_what_is_asked_in_the_form_asked_for_comes_closest(
    asked: Answerer, question: str, closest: str
) -> None:
    desk = asked.desk()
    clause = clauses(question, desk.lookup.spotter, desk.today)[0]
    article = desk.facts.articles()[0].id
    assert closest in desk.sentences.closeness.ranked(clause, article)[0].passage.text


def test_nothing_comes_close_that_says_no_word_of_the_question(asked: Answerer) -> None:
    desk = asked.desk()
    clause = clauses("Who insures the submarines?", desk.lookup.spotter, desk.today)[0]
    assert desk.sentences.closeness.ranked(clause, desk.facts.articles()[0].id) == []
