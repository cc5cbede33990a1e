"""What articles tell of products and companies besides facts: weights, prices, users, numbers, rows of tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from bot.answers import Answerer
from bot.answers.asked.question import Clause, clauses
from bot.answers.sentences.counting import counts, counts_goods
from bot.answers.sentences.things.aspects import aspects_of
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one, told

NAMES: list[tuple[str, EntityKind]] = [
    ("Palewood Robotics", "org"),
    ("Dunmere Foods", "org"),
    ("Sorrel Clinics", "org"),
    ("Gannet", "product"),
    ("Siskin", "product"),
    ("Gannet Mini", "product"),
    ("Merlin", "product"),
    ("Harl Analytics", "org"),
]

TEXT = """Palewood Robotics shows the Gannet, a warehouse robot

Palewood Robotics showed the Gannet in Lund on Monday.

It weighs 64 kg, lifts 18 kg and runs for six hours on one charge.

The robot moves at 5 km/h and has 27 degrees of freedom. Palewood Robotics wants to speed up its deliveries.

Next to it stood a Siskin. With its thin arms, Merlin lifts 3 kg, and its battery lasts two hours.

A customer pays 48,000 euros for it, or rents it at 1,150 euros a month.

So far the company has built 210 Gannets; it plans to build 900 next year.

**Who is using it?**

Dunmere Foods has been running 31 of them in Malmö since March. Sorrel Clinics tests two.

Deliveries of the second generation begin in April 2027.

The plant in Lund can make 1,200 machines a year.

| Model | Height | Payload | Per day |
|---|---|---|---|
| Gannet | 1.71 m | 18 kg | €95 |
| Siskin | 1.20 m | 4 kg | €60 |

Harl Analytics makes software for others. It employs 90 people.
"""
FACTS: list[tuple[str, dict[str, Any], str]] = [
    (
        "launch",
        {"product": "Gannet", "maker": "Palewood Robotics", "product_kind": "robot", "date": "2025-06"},
        "Palewood Robotics showed the Gannet in Lund on Monday.",
    ),
    (
        "deployment",
        {"product": "Siskin", "maker": "Palewood Robotics", "customer": "Harl Analytics"},
        "Siskin | 1.20 m | 4 kg | €60",
    ),
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    store = of_one(tmp_path_factory.mktemp("things"), TEXT, NAMES, FACTS)
    with Facts.open(store) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("How heavy is the Gannet?", ("64 kg",)),
        ("what is the battery life of the Gannet", ("six hours",)),
        ("how long can the Gannet run on one charge", ("six hours",)),
        ("what is the Gannet's top speed?", ("5 km/h",)),
        ("how many DOF does the Gannet have", ("27 degrees",)),
        ("What does a Gannet cost to rent per month?", ("1,150 euros",)),
        ("How many Gannets has Palewood Robotics built so far?", ("210",)),
        ("Who uses the Gannet?", ("Dunmere Foods", "Sorrel Clinics")),
        ("When do deliveries of the Gannet begin?", ("April 2027",)),
        ("What is the capacity of Palewood Robotics' plant?", ("1,200",)),
        # The cell below the heading of a table.
        ("how tall is the Siskin?", ("1.20 m",)),
        ("What payload has the Siskin?", ("4 kg",)),
        # "and how many does it plan …" counts what was counted before.
        ("How many Gannets has Palewood Robotics built, and how many does it plan to build next year?", ("210", "900")),
    ],
)
def test_what_is_told_of_a_thing_answers(answerer: Answerer, asked: str, said: tuple[str, ...]) -> None:
    told(answerer, asked, *said)


@pytest.mark.parametrize(
    "asked",
    [
        "How heavy is the Siskin?",  # 4 kg is what it carries
        "How fast is the Siskin?",
        "What is the battery capacity of the Siskin?",  # two hours are those of another
        "How many Siskins has Palewood Robotics sold?",
        "How loud is the Gannet?",
        "what does the Gannet Mini cost?",
        "How many parameters does the Gannet have?",
    ],
)
def test_what_is_not_told_of_a_thing_does_not(answerer: Answerer, asked: str) -> None:
    assert not answerer.reply([asked]).answered


@pytest.mark.parametrize(
    ("shape", "text", "given"),
    [
        ("how heavy is the <0>", "It weighs 64 kg.", True),
        ("how heavy is the <0>", "It lifts 22 kg.", False),
        ("what payload has the <0>", "It lifts 22 kg.", True),
        ("what payload has the <0>", "It weighs 22 kg.", False),
        ("how many parameters does <0> have", "The model has 7 billion parameters.", True),
        ("how many parameters does <0> have", "a 3-billion-parameter model", True),
        ("how heavy is the <0>", "It speaks over 5G.", False),
        ("how heavy is the <0>", "Jo Roe reduced the weight of it.", False),
        ("how heavy is the <0>", "It has a 66\u2011lb mass.", True),
        ("how fast is the <0>", "It moves at 3 miles-per-hour.", True),
        ("how fast is the <0>", "Two makers team up to speed up their work on it.", False),
        ("how much can <0> lift", "It can move boxes of up to 20 kg.", True),
        ("how much can <0> lift", "It helps the staff, who lift boxes of 20 kg.", False),
        ("how strong is <0>", "It lifts 22 kg.", True),
        ("how long can <0> run on one charge", "It runs for 90 minutes.", True),
        ("how much does <0> cost", "It sells for $400.", True),
        ("how many <0> has <1> sold", "It has sold 40 since May.", True),
        ("how many <0> has <1> sold", "It costs $1,899.", False),
        ("who uses <0>", "Acme runs 40 of them.", True),
        ("when does <0> ship", "It ships in July.", True),
    ],
)
def test_what_gives_a_particular(shape: str, text: str, given: bool) -> None:
    assert aspects_of(shape)[0].given_in(text) is given


@pytest.mark.parametrize(
    ("counted", "text", "told"),
    [
        ("forklift", "Acme runs 1,900 of the machines.", True),
        ("forklift", "Acme has 40 forklifts.", True),
        ("forklift", "Acme has 40 offices.", False),
        ("joint", "a 22-joint hand", True),
        ("hospital", "It has 40 machines.", False),
    ],
)
def test_what_counts(counted: str, text: str, told: bool) -> None:
    assert counts(text, (counted,)) is told


def test_no_number_of_cars_counts_robots(answerer: Answerer) -> None:
    clause = _clause(answerer, "How many Gannets has Palewood Robotics delivered?")
    assert counts_goods("It delivered 40 robots.", clause)
    assert counts_goods("It delivered 40 by May.", clause)
    assert not counts_goods("It delivered 116,007 vehicles.", clause)


def _clause(answerer: Answerer, message: str) -> Clause:
    return clauses(message, answerer.desk().lookup.spotter, date(2025, 7, 1), apart=True)[0]
