"""The biggest rounds: those of the field, what was done before what is only talked of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one, usd

CHIPS = "The fund has put $900 million into chipmaker Tessel this year."
DONE = "Quillon Robotics raised $60 million in May 2025."
TALKS = "Ostrel Hands is said to be in talks to raise $200 million."
SMALL = "Brindle Motion, whose robots pack apples for a bank, raised $8 million in June 2025."
ARTICLE = "\n\n".join(["Money this year", CHIPS, DONE, TALKS, SMALL])
FACTS = [
    ("funding", {"company": "Tessel", "amount": usd(900e6), "status": "completed", "date": "2025"}, CHIPS),
    ("funding", {"company": "Quillon Robotics", "amount": usd(60e6), "status": "completed", "date": "2025-05"}, DONE),
    ("funding", {"company": "Ostrel Hands", "amount": usd(200e6), "status": "rumored"}, TALKS),
    ("funding", {"company": "Brindle Motion", "amount": usd(8e6), "status": "completed", "date": "2025-06"}, SMALL),
]
NAMES: list[tuple[str, EntityKind]] = [
    (name, "org") for name in ("Tessel", "Quillon Robotics", "Ostrel Hands", "Brindle Motion")
]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("biggest"), ARTICLE, NAMES, FACTS)) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize("question", ["biggest round", "biggest humanoid rounds", "the largest robotics round so far?"])
def test_a_chipmaker_is_none_of_the_field_and_a_rumour_comes_last(asked: Answerer, question: str) -> None:
    lines = [line.text for line in asked.reply([question]).lines if line.event]
    assert [line.split(" ")[0] for line in lines] == ["Quillon", "Brindle", "Ostrel"]


def test_whoever_is_asked_for_by_name_is_told_whatever_the_trade(asked: Answerer) -> None:
    assert "$900 million" in plain(asked.reply(["how much did Tessel raise?"]))
