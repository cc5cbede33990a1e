"""Somebody's words: what they said on something, who said so, and a plain no where nobody is quoted on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer
from bot.answers.asked.of_sayings import asked_of_sayings, quoted_words
from bot.answers.sentences.sayings import is_called
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import Fact, of_one

NAMES: list[tuple[str, EntityKind]] = [
    ("Wendle Arms", "org"),
    ("Idris Callow", "person"),
    ("Petra Vance", "person"),
    ("Orrin Skelly", "person"),
    ("Tolver Fund", "org"),
]
_HIRED = "Wendle Arms said on Monday that it had hired Orrin Skelly as head of sales."
_LEADS = "Idris Callow is the chief executive of Wendle Arms."
_SPEAKS = "Petra Vance is a partner at Wendle Arms."
TEXT = f"""A quiet day in the workshop

{_LEADS} {_SPEAKS} {_HIRED}

"A gripper that needs a manual is a bad gripper," Callow said. "We threw the manual away."

Vance was blunter. She said that most warehouse humanoids would be scrapped by 2030.

Callow waved it off. The hall is heated with waste wood.

Not everyone is convinced of Wendle Arms. "At that price you pay for paint, too," said Tolver Fund manager Una Breck.
"""
FACTS: list[Fact] = [
    ("role", {"person": "Idris Callow", "organization": "Wendle Arms", "title": "chief executive"}, _LEADS),
    ("role", {"person": "Petra Vance", "organization": "Wendle Arms", "title": "partner"}, _SPEAKS),
    ("role", {"person": "Orrin Skelly", "organization": "Wendle Arms", "title": "head of sales"}, _HIRED),
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("words"), TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("question", "first", "said"),
    [
        ("what did callow say about the manual", "Idris Callow: ", "A gripper that needs a manual"),
        ("Callow quote about grippers", "Idris Callow: ", "A gripper that needs a manual"),
        ("what does Petra Vance think about humanoids", "Petra Vance: ", "scrapped by 2030"),
        ('who said "A gripper that needs a manual is a bad gripper"', "Idris Callow: ", "A gripper"),
        ("who thinks most humanoids will be scrapped", "Petra Vance: ", "scrapped by 2030"),
        ("what do people think about humanoids", "Petra Vance: ", "scrapped by 2030"),
        ("anyone critical of Wendle Arms?", "Una Breck: ", "pay for paint"),
        ("who doubts Wendle Arms", "Una Breck: ", "pay for paint"),
        ("what do critics say about Wendle Arms", "Una Breck: ", "pay for paint"),
        ("what's Callow's view on the manual", "Idris Callow: ", "needs a manual"),
        ("what did the Tolver Fund manager say", "Una Breck: ", "pay for paint"),
    ],
)
def test_names_the_speaker_before_the_words(answerer: Answerer, question: str, first: str, said: str) -> None:
    answer = answerer.reply([question])
    assert answer.answered, question
    assert answer.lines[0].text.startswith(first), answer.lines[0].text
    assert any(said in line.text for line in answer.lines)


def test_declines_where_nobody_is_quoted_and_says_so(answerer: Answerer) -> None:
    answer = answerer.reply(["any quotes from Orrin Skelly?"])
    assert not answer.answered
    assert answer.title == "No article quotes Orrin Skelly."


def test_offers_other_words_where_none_are_on_what_is_asked(answerer: Answerer) -> None:
    answer = answerer.reply(["what did Callow say about tariffs"])
    assert not answer.answered
    assert any("Idris Callow on something else" in hint for hint in answer.hints)


@pytest.mark.parametrize(
    ("said", "name", "theirs"),
    [("callow", "idris callow", True), ("dr idris callow", "idris callow", True), ("al callow", "idris callow", False)],
)
def test_a_namesake_says_nothing_for_another(said: str, name: str, theirs: bool) -> None:
    assert is_called(frozenset(said.split()), frozenset(name.split())) is theirs


@pytest.mark.parametrize("shape", ["what does <0> make", "who said", "what did <0> raise", "who called", "what is <0>"])
def test_what_asks_for_nobodys_words(shape: str) -> None:
    assert asked_of_sayings(shape) is None


def test_words_in_quotation_marks_are_a_quotation_only_where_it_is_asked_whose_they_are() -> None:
    assert quoted_words('who said "it is all about the wrist"') == "it is all about the wrist"
    assert quoted_words('what is "a robot in every home plan" about') == ""
