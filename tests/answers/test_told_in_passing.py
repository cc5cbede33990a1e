"""What an article tells in passing: below a heading, in an interview, in few words, from the day it came out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.answers import Answerer
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one, told

NAMES: list[tuple[str, EntityKind]] = [
    ("Pellworm Robotics", "org"),
    ("Sandrin", "org"),
    ("Okehurst", "org"),
    ("Vasterby", "org"),
    ("Ilona Marsch", "person"),
    ("Glimmer", "product"),
]

TEXT = """Three makers of window robots, and who pays for them

**The tall one**

Pellworm Robotics was set up in Bremen by Ilona Marsch. The rules for ropes are strict here.

Her chief technology officer is Tadeo Brunn, who came from a shipyard.

Pellworm Robotics let 40 people go in March and is now down to 85. Revenue last year came to 12 million euros.
The net loss last year was 3 million euros.

Okehurst and Vasterby had both tendered for Pellworm Robotics.

**The quiet one**

Sandrin says no. The Graz maker turned down a $70 million offer from Okehurst.
Its foreman has taken on 26 temps to wash by hand.

Replacing the batteries will cost 9 million euros, Sandrin reckons.

In May Okehurst hired the bank Feldkirch & Sons to find a buyer for Vasterby.
"""
FACTS: list[tuple[str, dict[str, Any], str]] = [
    (
        "founding",
        {"organization": "Pellworm Robotics", "founders": ["Ilona Marsch"], "place": "Bremen"},
        "Pellworm Robotics was set up in Bremen by Ilona Marsch.",
    ),
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    store = of_one(tmp_path_factory.mktemp("passing"), TEXT, NAMES, FACTS)
    with Facts.open(store) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        # "Her" is whoever set up the company that the part of the article is on.
        ("who is Pellworm Robotics' chief technology officer?", ("Tadeo Brunn",)),
        # A headcount without a word for people.
        ("how many people does Pellworm Robotics employ?", ("85",)),
        # The question's "last year" is the article's.
        ("what was Pellworm Robotics' net loss last year?", ("3 million",)),
        # One telling word, and others than those named are asked for.
        ("which companies had tendered for Pellworm Robotics?", ("Okehurst", "Vasterby")),
        # A bid that was turned down, below the heading that says whose.
        ("Sandrin: who offered, and how much?", ("Okehurst", "70 million")),
        # In other words than the question's, most of which it holds.
        ("how many temporary workers did Sandrin hire to replace the robots?", ("26 temps",)),
        # What doing something costs is no price of a thing.
        ("how much will it cost Sandrin to swap the batteries?", ("9 million",)),
        ("which bank was hired to sell Vasterby?", ("Feldkirch",)),
    ],
)
def test_it_is_found(answerer: Answerer, asked: str, said: tuple[str, ...]) -> None:
    told(answerer, asked, *said)


@pytest.mark.parametrize(
    "asked",
    [
        "how many people does Sandrin employ?",
        "what was Sandrin's net loss last year?",
        "who is Sandrin's chief technology officer?",
        "how much will it cost Vasterby to swap the batteries?",
        "where did Tadeo Brunn study?",
    ],
)
def test_of_another_it_tells_nothing(answerer: Answerer, asked: str) -> None:
    assert not answerer.reply([asked]).answered
