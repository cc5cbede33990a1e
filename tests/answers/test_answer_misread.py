"""Sentences that hold what is asked of somebody else: nobody is given another company's chief, or its money."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one

NAMES: list[tuple[str, EntityKind]] = [("Orrery Motion", "org"), ("Tamsin Labs", "org"), ("Halberd Tools", "org")]
TEXT = """Orrery Motion opens a unit in Leeds

Ilmo Ruark will lead Orrery Motion's new unit in Leeds, while Tamsin Labs CTO Wenna Pask leaves.

Orrery Motion sold a portfolio of 86 patents to Halberd Tools for $34 million.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("misread"), TEXT, NAMES, [])) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("who is the CTO of Tamsin Labs?", "Wenna Pask"),
        ("how much did Halberd Tools pay Orrery Motion for its patents?", "$34 million"),
    ],
)
def test_what_is_told_of_it_answers(answerer: Answerer, asked: str, said: str) -> None:
    answer = answerer.reply([asked])
    assert answer.answered
    assert said in plain(answer)


@pytest.mark.parametrize(
    "asked",
    [
        "who is the CTO of Orrery Motion?",
        "Orrery Motion CTO who?",
        "how much did Orrery Motion pay Halberd Tools for its patents?",
        "Orrery Motion paid Halberd Tools how much for its patents",
    ],
)
def test_what_is_told_of_another_does_not(answerer: Answerer, asked: str) -> None:
    answer = answerer.reply([asked])
    assert not answer.answered, plain(answer)
