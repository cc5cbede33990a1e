"""Commands where no fact knows a name: the sentences that write it, and a plain no where none tells what is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one

ARTICLE = """A week of deals

Quillon Robotics sells grippers to bakers.

Lumen & Lathe of Sheffield took in £14 million in a Series A led by Northern Grit.

Northern Grit was set up by two sisters.

The works manager of Quillon, Karin van Moberg, wants a third shift.

Brannigan Steel, says Quillon, has never paid an invoice late.

Pellwood Partners was among the investors in that round, too.

Quillon was valued at $90 million when it raised a bridge from its backers in May.
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    store = of_one(
        tmp_path_factory.mktemp("written"),
        ARTICLE,
        [("Quillon Robotics", "org")],
        [
            (
                "metric",
                {"subject": "Quillon Robotics", "measure": "valuation", "value": 90e6, "unit": "USD"},
                "Quillon was valued at $90 million when it raised a bridge from its backers in May.",
            )
        ],
    )
    with Facts.open(store) as facts:
        yield Answerer(facts)


TOLD = [
    ("/who Karin van Moberg", "works manager"),
    ("/deal Lumen & Lathe", "£14 million"),
    ("/deal Lumen & Lathe Series A", "£14 million"),
    ("/deal Pellwood Partners", "among the investors"),
    ("/timeline Lumen & Lathe", "£14 million"),
    ("/deal Quillon Robotics", "bridge"),
]


@pytest.mark.parametrize(("message", "said"), TOLD, ids=[message for message, _ in TOLD])
def test_the_sentences_that_write_the_name_are_shown(asked: Answerer, message: str, said: str) -> None:
    answer = asked.reply([message])
    assert answer.answered, plain(answer)
    assert answer.title.startswith("What the articles say")
    assert said in plain(answer)
    assert all(line.citations for line in answer.lines)


@pytest.mark.parametrize(
    "message", ["/deal Brannigan Steel", "/who Karin Bloom", "/deal Grit Partners", "/timeline Hollow Motion"]
)
def test_a_name_of_which_nothing_of_the_kind_is_written_is_not_known(asked: Answerer, message: str) -> None:
    assert not asked.reply([message]).answered


BARE = ["Tallow seed", "Tallow's seed in 2024", "what was Tallow's seed?"]


@pytest.mark.parametrize("message", ["/deal Tallow seed", *BARE])
def test_a_round_need_not_be_called_one(answerer: Answerer, message: str) -> None:
    text = plain(answerer.reply([message]))
    assert "$9 million" in text
    assert "$120 million" not in text


def test_the_first_quote_of_an_article_tells_its_title(answerer: Answerer) -> None:
    text = plain(answerer.reply(["/deal Quillon"]))
    assert text.count("Quillon Robotics closes its Series B") == 1
    assert "(Quillon Robotics closes its Series B, The Invented Courier, 2025-03-11)" in text
