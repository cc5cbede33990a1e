"""What a company makes, sells, charges and whom it serves, asked in a word or two; and what is no answer to that."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import Fact, of_one

NAMES: list[tuple[str, EntityKind]] = [
    ("Orrin Robotics", "org"),
    ("Halvard Motion", "org"),
    ("Nordal Capital", "org"),
    ("Fjordmat", "org"),
    ("Petra Lund", "person"),
]
TEXT = """Two workshops at the fjord

Orrin Robotics, a maker of walking machines for fish farms, raised NOK 90 million from Nordal Capital in May.
Robots are the future, Petra Lund of Orrin Robotics said, and customers will come.
First machines of Orrin Robotics are due to reach customers next year.

Halvard Motion sells welding arms.
Fjordmat uses 12 arms from Halvard Motion at its shipyard.
Nordal Capital took a stake in Halvard Motion in June.
"""
FACTS: list[Fact] = []


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("goods"), TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("asked", "told", "beside"),
    [
        ("Orrin Robotics products", "maker of walking machines", "are the future"),
        ("what does Orrin Robotics sell", "maker of walking machines", "are the future"),
        ("Halvard Motion customers", "Fjordmat uses", "took a stake"),
    ],
)
def test_a_question_of_a_word_is_answered_by_what_gives_it(
    answerer: Answerer, asked: str, told: str, beside: str
) -> None:
    lines = plain(answerer.reply([asked]), 2500).split("Near it in the articles")[0]
    assert told in lines
    assert beside not in lines


@pytest.mark.parametrize(
    "asked",
    ["Orrin Robotics customers", "Orrin Robotics factory", "Orrin Robotics suppliers", "Halvard Motion patents"],
)
def test_what_no_sentence_gives_is_declined(answerer: Answerer, asked: str) -> None:
    assert not answerer.reply([asked]).answered
