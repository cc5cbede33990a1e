"""What somebody makes or is known for, and what something is, as sentences say it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import Fact, of_one, usd

NAMES: list[tuple[str, EntityKind]] = [
    ("Corran Arms", "org"),
    ("Selby Motion", "org"),
    ("Vestrel", "org"),
    ("Pella", "product"),
]
_BOUGHT = "Corran Arms bought Selby Motion for $7 million."
_SHOWN = "Corran Arms showed Pella in Delft."
TEXT = f"""Corran Arms grows

{_BOUGHT} {_SHOWN}

Corran Arms, a maker of grippers for bakeries, has 40 people. It is best known for its two-fingered tongs.

The Pella computer, capable of 40 trillion steps a second, steers an arm.

Selby Motion was there too. Vestrel had a year to forget, a year of losses. It is a long way.
"""
FACTS: list[Fact] = [
    ("acquisition", {"acquirer": "Corran Arms", "target": "Selby Motion", "amount": usd(7e6)}, _BOUGHT),
    ("launch", {"maker": "Corran Arms", "product": "Pella"}, _SHOWN),
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("what"), TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("what is Corran Arms known for?", "two-fingered tongs"),
        ("what's Corran Arms best known for", "two-fingered tongs"),
        ("what does Corran Arms do?", "grippers for bakeries"),
        ("what does Corran Arms make", "grippers for bakeries"),
        ("what is Corran Arms?", "grippers for bakeries"),
        ("what is Pella?", "40 trillion steps"),
    ],
)
def test_a_sentence_says_what_it_is(answerer: Answerer, asked: str, said: str) -> None:
    assert said in plain(answerer.reply([asked]))


def test_a_figure_of_speech_does_not(answerer: Answerer) -> None:
    assert not answerer.reply(["what is Vestrel famous for?"]).answered


def test_being_bought_is_nothing_to_be_known_for(answerer: Answerer) -> None:
    assert "$7 million" not in plain(answerer.reply(["what is Selby Motion known for"]))
