"""Two names together: what ties them stands first, and where nothing does that is said."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import Fact, of_one, usd

NAMES: list[tuple[str, EntityKind]] = [
    ("Tarrow Robotics", "org"),
    ("Vessel Capital", "org"),
    ("Ombra Logistics", "org"),
    ("Kielder Arms", "org"),
    ("Pemberley Tools", "org"),
    ("Ada Stroud", "person"),
]
FOUNDED = "Tarrow Robotics was founded in 2019 by Ada Stroud."
RAISED = "Tarrow Robotics raised $40 million in March 2024 in a round that Vessel Capital led."
RUNS = "Ombra Logistics runs 20 robots of Tarrow Robotics in its halls since 2025."
TEAMED = "Tarrow Robotics and Ombra Logistics agreed in June 2025 to develop a lifting arm."
BOUGHT = "Kielder Arms was founded in 2011."
SOLD = "Ombra Logistics and Kielder Arms settled a quarrel over cables in spring."
TEXT = f"""News from the halls

{FOUNDED} {RAISED}

{TEAMED} {RUNS}

{BOUGHT} {SOLD}

Pemberley Tools takes over the workshop

The tool maker has bought Kielder Arms for an undisclosed sum.
"""
FACTS: list[Fact] = [
    ("founding", {"organization": "Tarrow Robotics", "founders": ["Ada Stroud"], "date": "2019"}, FOUNDED),
    (
        "funding",
        {
            "company": "Tarrow Robotics",
            "amount": usd(40e6),
            "date": "2024-03",
            "investors": [{"name": "Vessel Capital", "lead": True}],
        },
        RAISED,
    ),
    ("deployment", {"maker": "Tarrow Robotics", "customer": "Ombra Logistics", "date": "2025"}, RUNS),
    (
        "partnership",
        {"parties": ["Tarrow Robotics", "Ombra Logistics"], "topic": "develop a lifting arm", "date": "2025-06"},
        TEAMED,
    ),
    ("founding", {"organization": "Kielder Arms", "date": "2011"}, BOUGHT),
]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("two"), TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


def _first(answerer: Answerer, question: str) -> str:
    answer = answerer.reply([question])
    return answer.lines[0].text if answer.answered else answer.title


@pytest.mark.parametrize(
    "question",
    [
        "tarrow robotics vessel capital",
        "Vessel Capital and Tarrow Robotics",
        "what's between Tarrow Robotics and Vessel Capital?",
        "Tarrow Robotics x Vessel Capital",
        "how is Vessel Capital connected to Tarrow Robotics",
        "Vessel Capital Tarrow Robotics deal",
        "anything going on between Vessel Capital and Tarrow Robotics?",
        "tarrow robotics vessel capital 2024",
    ],
)
def test_what_both_take_part_in_stands_first(asked: Answerer, question: str) -> None:
    assert _first(asked, question).startswith("Tarrow Robotics raised $40 million")
    assert "Ombra" not in plain(asked.reply([question]))


def test_a_partnership_stands_first_where_it_is_asked_for(asked: Answerer) -> None:
    assert "work together" in _first(asked, "Tarrow Robotics Ombra Logistics partnership")


def test_a_sentence_that_names_both_ties_them(asked: Answerer) -> None:
    assert "settled a quarrel" in _first(asked, "ombra logistics kielder arms")


def test_a_sentence_below_a_heading_on_the_other_ties_them(asked: Answerer) -> None:
    assert "has bought Kielder Arms" in _first(asked, "pemberley tools kielder arms")


def test_where_nothing_ties_them_that_is_said(asked: Answerer) -> None:
    untied = "No article tells what ties Kielder Arms to Vessel Capital."
    assert _first(asked, "kielder arms vessel capital") == untied
    both = asked.reply(["kielder arms tarrow robotics"])
    assert both.lines[0].text == "No article tells what ties Kielder Arms to Tarrow Robotics."
    assert any("was founded in" in line.text or "was founded" in line.text for line in both.lines[1:])


@pytest.mark.parametrize(
    "question",
    ["Tarrow Robotics vs Kielder Arms", "compare Tarrow Robotics and Kielder Arms", "who founded Kielder Arms?"],
)
def test_what_compares_or_asks_of_one_is_not_about_ties(asked: Answerer, question: str) -> None:
    assert "ties" not in plain(asked.reply([question]))
