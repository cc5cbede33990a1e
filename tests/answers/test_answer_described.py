"""Questions that name nobody and describe: whom the articles describe so is asked about, and no one else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.answers import Answerer, plain
from bot.answers.asked.described import described
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one

NAMES: list[tuple[str, EntityKind]] = [
    ("Orrery Motion", "org"),
    ("Tamsin Labs", "org"),
    ("Eelgrass", "org"),
    ("Halberd Fund", "org"),
    ("Vantongeren Seals", "org"),
    ("Corvid", "product"),
    ("Wenna Pask", "person"),
    ("Tobiah Lune", "person"),
    ("Maud Ferrier", "person"),
    ("Antwerp", "place"),
]

TEXT = """Three young companies to watch

Orrery Motion, an Antwerp maker of window-cleaning gondolas, raised $12 million in March. Halberd Fund led the round.

It was founded by Wenna Pask and Tobiah Lune.

Corvid, a robot that prunes vineyards at night, costs 31,000 euros. Tamsin Labs of Lenzburg builds it.

### Maud Ferrier, Eelgrass

Eel-shaped robots that inspect flooded mines. The workshop stands in an old brewery.

Rotary lip gaskets for knees are a trade of their own. Vantongeren Seals asks $140 for rotary lip gaskets.
"""
FACTS: list[tuple[str, dict[str, Any], str]] = [
    (
        "funding",
        {
            "company": "Orrery Motion",
            "amount": {"value": 12_000_000, "currency": "USD"},
            "status": "completed",
            "investors": [{"name": "Halberd Fund", "lead": True}],
        },
        "Orrery Motion, an Antwerp maker of window-cleaning gondolas, raised $12 million in March.",
    ),
    (
        "founding",
        {"organization": "Orrery Motion", "founders": ["Wenna Pask", "Tobiah Lune"]},
        "It was founded by Wenna Pask and Tobiah Lune.",
    ),
]


@pytest.fixture(scope="module")
def described_shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("described"), TEXT, NAMES, FACTS)) as opened:
        yield Answerer(opened)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who founded the company with the window-cleaning gondolas", ("Wenna Pask", "Tobiah Lune")),
        ("the Antwerp maker of window-cleaning gondolas: who led its round?", ("Halberd Fund",)),
        ("how much did the maker of the window-cleaning gondolas raise?", ("$12 million",)),
        ("what does the robot that prunes vineyards at night cost?", ("31,000",)),
        ("who is behind the eel-shaped robots for flooded mines?", ("Maud Ferrier",)),
        ("rotary lip gaskets, who sells at which price", ("$140", "Vantongeren")),
    ],
)
def test_whom_it_describes_is_asked_about(described_shelf: Answerer, question: str, told: tuple[str, ...]) -> None:
    answer = described_shelf.reply([question])
    text = plain(answer)
    assert answer.answered, question
    assert all(word in text for word in told), text


def test_the_title_says_whom_it_was_taken_for(described_shelf: Answerer) -> None:
    answer = described_shelf.reply(["who founded the company with the window-cleaning gondolas"])
    assert answer.title == "Orrery Motion (taken for “the company with the window-cleaning gondolas”)"


@pytest.mark.parametrize(
    "question",
    [
        # Nobody is described so.
        "who founded the company with the chimney-cleaning gondolas",
        "what does the robot that prunes hedges at noon cost?",
        "who is behind the squid-shaped robots for flooded cellars?",
        # Somebody is, and nothing tells what is asked.
        "the maker of window-cleaning gondolas: who is its chief financial officer?",
        "what does the robot that prunes vineyards at night weigh?",
        "when does the robot that prunes vineyards at night go public in Tokyo?",
        "the eel-shaped robots for flooded mines: which university did their spokeswoman attend?",
        # More describes it than was understood.
        "what does the robot that prunes vineyards and who sings cost?",
    ],
)
def test_what_no_article_describes_is_declined(described_shelf: Answerer, question: str) -> None:
    answer = described_shelf.reply([question])
    assert not answer.answered, plain(answer)


@pytest.mark.parametrize(
    ("message", "text", "sort"),
    [
        ("who runs the company with the ceiling robots", "the company with the ceiling robots", "org"),
        ("what does the berry picking robot cost", "the berry picking robot", "product"),
        ("how much did the ex-rocket engineer raise", "the ex-rocket engineer", "person"),
        ("how many robots has the maker of kelp drones delivered", "the maker of kelp drones", "org"),
        ("the robot weighing 66 pounds: how loud is it", "the robot weighing 66 pounds", "product"),
    ],
)
def test_where_a_message_describes(message: str, text: str, sort: str) -> None:
    first = described(message)[0]
    assert (first.text, first.sort) == (text, sort)


@pytest.mark.parametrize("message", ["who leads it?", "what is new", "how much did the company raise", "and where?"])
def test_what_describes_nothing(message: str) -> None:
    assert described(message) == []
