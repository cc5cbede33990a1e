"""The right kind of thing, told of another deed, another side, another product or another time than is asked about."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import Fact, of_one, told

TEXT = """The barrow that came home

It was a barrow of ash wood, 23 kilograms, like any other.

On a Friday in May the walker Dorrit set it down in the yard of Quarle Motion and stood still.

Tollgate Group made a third offer for Quarle Motion on 2 May 2025. The Board of Quarle Motion, with its adviser Stane
& Pugh, turned it down.

The judgment on Quarle Motion, 88 pages long, was read on Tuesday.

The biggest users are Wexcombe and Hollin; Hollin runs forty machines at Rye.

Hollin cofounder Ada Brisk's vehicle Pebble accounts for the remaining $3 million of the round of Quarle Motion.

Wexcombe Holdings' Brindle and Fenner Corp.'s Nudge are rivals; Fenner has shipped over 700 Nudges so far.

A trial with Quarle Motion's Dorrit is on at the Rye plant of Hollin; it covers nine robots.

Ms. Una Perrin, formerly manager of the Rye plant, is named head of research of Hollin.

In 2019 Jory hands over the office of managing director of Hollin to Nell Astbury, until then buyer at Wexcombe.

Jory Lamb founded Hollin in 2009.

Mr. Col Danvers, previously a director of Stane Harbour Asia, has been appointed by Hollin.

The $31 million hall, half of it paid for by majority owner Tollgate Group, gives work to 80 people of Wexcombe.

Wexcombe said that it has named Kit Sorrel as its co-CEO, which follows changes in the house.
Bram Oake resigned as chief technology officer of Wexcombe in December.

Hollin promoted Ada Brisk to vice president on 1 July. She succeeds Hal Loam, who is retiring.

Wexcombe plans to have Dorrit in its network by the end of next year and has settled on Quarle Motion to supply it.
"""
NAMES: list[tuple[str, EntityKind]] = [
    *((name, "org") for name in ("Quarle Motion", "Tollgate Group", "Wexcombe", "Hollin", "Stane Harbour",
                                 "Stane Harbour Asia")),
    *((name, "person") for name in ("Ada Brisk", "Una Perrin", "Jory Lamb", "Nell Astbury", "Col Danvers",
                                    "Kit Sorrel", "Bram Oake", "Hal Loam")),
    ("Dorrit", "product"), ("Rye", "place"),
]  # fmt: skip
FACTS: list[Fact] = [
    ("metric", {"subject": "Hollin", "measure": "robots", "value": 40},
     "The biggest users are Wexcombe and Hollin; Hollin runs forty machines at Rye."),
    ("role", {"person": "Una Perrin", "organization": "Hollin", "title": "manager of the Rye plant"},
     "Ms. Una Perrin, formerly manager of the Rye plant, is named head of research of Hollin."),
    ("role", {"person": "Una Perrin", "organization": "Hollin", "title": "head of research"},
     "Ms. Una Perrin, formerly manager of the Rye plant, is named head of research of Hollin."),
    ("role", {"person": "Bram Oake", "organization": "Wexcombe", "title": "chief technology officer"},
     "Bram Oake resigned as chief technology officer of Wexcombe in December."),
    ("role", {"person": "Col Danvers", "organization": "Stane Harbour Asia", "title": "director"},
     "Mr. Col Danvers, previously a director of Stane Harbour Asia, has been appointed by Hollin."),
]  # fmt: skip


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("another"), TEXT, NAMES, FACTS)) as opened:
        yield Answerer(opened)


@pytest.mark.parametrize(
    "asked",
    [
        "how heavy is Dorrit?",
        "who advised Tollgate Group on its Quarle Motion offer?",
        "how many pages does the petition of Quarle Motion have?",
        "how many machines does Wexcombe run?",
        "how much did Hollin invest in Quarle Motion?",
        "how many Brindles has Wexcombe shipped?",
        "who leads Hollin's Rye plant?",
        "who led Hollin before Jory Lamb?",
        "where did Col Danvers work before Stane Harbour?",
        "how much did Tollgate Group pay for its majority in Wexcombe?",
        "when did Wexcombe sign with Quarle Motion?",
        "who replaced Bram Oake at Wexcombe?",
        "what did Tollgate Group offer for Quarle Motion? >> how much?",
    ],
)
def test_what_is_told_of_another_is_declined(answerer: Answerer, asked: str) -> None:
    answer = answerer.reply(asked.split(" >> "))
    assert not answer.answered, plain(answer)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("how many machines does Hollin run?", "40"),
        ("how many pages does the judgment on Quarle Motion have?", "88 pages"),
        ("where did Col Danvers work before Hollin?", "Stane Harbour Asia"),
        ("who is head of research at Hollin?", "Una Perrin"),
        ("who succeeded Hal Loam?", "She succeeds Hal Loam"),
    ],
)
def test_what_is_told_of_those_is_answered(answerer: Answerer, asked: str, said: str) -> None:
    told(answerer, asked, said)
