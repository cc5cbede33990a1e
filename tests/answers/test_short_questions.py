"""Short questions as a team asks them: answered by what says what is asked, declined where that is not told.

Two companies in one newsletter; of each the article tells some of it and nothing of the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.answers.asked.words import stem
from bot.answers.sentences.meanings.of_questions import meaning_of, narrowly
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import Fact, of_one

NAMES: list[tuple[str, EntityKind]] = [
    ("Orrin Grippers", "org"),
    ("Halvard Motion", "org"),
    ("Nordal Capital", "org"),
    ("Petra Lund", "person"),
    ("Ivo Sand", "person"),
]
TEXT = """Two workshops at the fjord

Orrin Grippers raised NOK 90 million from Nordal Capital in May, chief executive Petra Lund said on Monday.
Revenue came to NOK 41 million last year, and sales are to double.
In June it took on twelve engineers for its new line in Horten.
The company will buy its motors from a supplier in Bergen.

Halvard Motion employs 64 people in Molde.
It let go of nine of its staff in spring and is being sued by a former supplier over unpaid bills.
The workshop has been put up for sale by its owner, who has heard from two bidders.
Ivo Sand, who used to run its workshop, moved to Trondheim.
Halvard Motion moved its test hall to Kristiansund because the rent had doubled.
Its welding arms are in use at two shipyards, and it has 7 per cent of the market.
"""
FACTS: list[Fact] = []


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("short"), TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    "asked",
    [
        "is Orrin Grippers cutting jobs?",
        "any layoffs at Orrin Grippers?",
        "has anyone sued Orrin Grippers?",
        "any lawsuits against Orrin Grippers?",
        "what is Orrin Grippers's market share?",
        "does Orrin Grippers use humanoids?",
        "who joined Halvard Motion recently?",
        "how big is Halvard Motion's fleet?",
        "most active investors",
        "which robot is best?",
    ],
)
def test_what_no_sentence_says_is_declined(answerer: Answerer, asked: str) -> None:
    answer = answerer.reply([asked])
    assert not answer.answered, plain(answer)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("any layoffs at Halvard Motion?", "let go of nine"),
        ("has anyone sued Halvard Motion?", "being sued"),
        ("is Halvard Motion for sale?", "up for sale"),
        ("why did Halvard Motion move?", "rent had doubled"),
    ],
)
def test_what_one_says_in_its_own_words_is_told(answerer: Answerer, asked: str, told: str) -> None:
    assert told in plain(answerer.reply([asked]))


@pytest.mark.parametrize(
    ("word", "text", "said"),
    [
        ("hire", "It recruited twelve.", True),
        ("hire", "It took on twelve engineers.", True),
        ("hire", "He joined in May.", False),
        ("sue", "It went into litigation.", True),
        ("sue", "The judge was late.", False),
    ],
)
def test_in_the_narrow_sense_only_what_a_question_may_have_too_is_said(word: str, text: str, said: bool) -> None:
    assert bool(meaning_of(stem(word)) & narrowly(text)) is said
