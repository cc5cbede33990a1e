"""What somebody makes or is known for, and what something is, as sentences say it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

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

A visitor can walk around Pella. Pella can also sort loaves by their smell. Soon it will be able to make 40 a day.

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
        ("what can Pella do?", "sort loaves"),
        ("what is Pella capable of", "40 trillion steps"),
        ("how does Pella work", "sort loaves"),
    ],
)
def test_a_sentence_says_what_it_is(answerer: Answerer, asked: str, said: str) -> None:
    assert said in plain(answerer.reply([asked]))


def test_what_others_can_do_or_make_is_no_ability(answerer: Answerer) -> None:
    told = plain(answerer.reply(["what can Pella do?"])).partition("Near it")[0]
    assert "visitor" not in told
    assert "40 a day" not in told


def test_a_figure_of_speech_does_not(answerer: Answerer) -> None:
    assert not answerer.reply(["what is Vestrel famous for?"]).answered


def test_being_bought_is_nothing_to_be_known_for(answerer: Answerer) -> None:
    assert "$7 million" not in plain(answerer.reply(["what is Selby Motion known for"]))


_ENDS = """What became of them

Brel Motion shut down in 2019, and Ida Lund then founded Selby Motion in Oslo.

Corran Arms has abruptly closed down its unit Vestrel. Pella was discontinued in May.
"""


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("what happened to Brel Motion?", "shut down in 2019"),
        ("what became of Vestrel", "closed down its unit"),
        ("what happened to Pella?", "discontinued"),
    ],
)
def test_a_sentence_says_what_became_of_it(tmp_path: Path, asked: str, said: str) -> None:
    names: list[tuple[str, EntityKind]] = [*NAMES, ("Brel Motion", "org"), ("Ida Lund", "person")]
    quote = "Brel Motion shut down in 2019, and Ida Lund then founded Selby Motion in Oslo."
    facts: list[Fact] = [("founding", {"organization": "Selby Motion", "founders": ["Ida Lund"]}, quote)]
    with Facts.open(of_one(tmp_path, _ENDS, names, facts)) as opened:
        answerer = Answerer(opened)
        assert said in plain(answerer.reply([asked]))
        assert answerer.reply(["what happened to Selby Motion?"]).lines[0].text.startswith("Selby Motion was founded")
