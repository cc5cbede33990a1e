"""Lists of people: who is new at a post, stands in or went, who came from a house, who studied somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answers import Answerer
from bot.answers.asked.of_people import asked_of_people
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import Fact, of_one

NAMES: list[tuple[str, EntityKind]] = [
    ("Brackle Arms", "org"),
    ("Orvane Motion", "org"),
    ("Tessel Hands", "org"),
    ("Ludd College", "org"),
    ("Mara Tindall", "person"),
    ("Piet Okoro", "person"),
    ("Sunniva Dahl", "person"),
    ("Ruben Castellan", "person"),
    ("Hedda Voss", "person"),
    ("Anselm Brook", "person"),
    ("Ida Flint", "person"),
    ("Quay Ventures", "org"),
    ("Corvin", "org"),
    ("Corvin Rover", "product"),
]
_NEW = "Brackle Arms named Mara Tindall as chief financial officer on 4 May 2025."
_STANDS = "Piet Okoro is interim CEO of Orvane Motion until a successor is found."
_OUT = "Orvane Motion removed Sunniva Dahl as chief executive in March."
_RETIRES = "Ruben Castellan, chief technology officer of Tessel Hands, retires at the end of the month."
_FROM = "Hedda Voss founded Tessel Hands after six years as an engineer at Brackle Arms."
_DENIED = "Anselm Brook denied that he is leaving Tessel Hands, where he is finance chief."
_INVESTS = "Quay Ventures has hired Ida Flint as a partner."
_STUDIED = "Mara Tindall took her degree at Ludd College."
TEXT = f"""Moves in May

{_NEW} {_STUDIED}

{_STANDS} {_OUT}

{_RETIRES} {_FROM} {_DENIED}

{_INVESTS} Dirk Amble, formerly product lead of the Corvin Rover team in Leeds, said that he had founded Pell Gears.
The board's Tamsin Orme is minding the shop at Sedge Tools. Jory Lamb, whom everybody knows, retires at Christmas.
"""


def _role(person: str, house: str, title: str, quote: str, **when: str) -> Fact:
    return ("role", {"person": person, "organization": house, "title": title, **when}, quote)


FACTS: list[Fact] = [
    _role("Mara Tindall", "Brackle Arms", "chief financial officer", _NEW),
    _role("Piet Okoro", "Orvane Motion", "interim CEO", _STANDS),
    _role("Sunniva Dahl", "Orvane Motion", "chief executive", _OUT),
    _role("Ruben Castellan", "Tessel Hands", "chief technology officer", _RETIRES),
    _role("Hedda Voss", "Brackle Arms", "engineer", _FROM),
    _role("Anselm Brook", "Tessel Hands", "finance chief", _DENIED),
    _role("Ida Flint", "Quay Ventures", "partner", _INVESTS),
    ("founding", {"organization": "Tessel Hands", "founders": ["Hedda Voss"]}, _FROM),
    ("education", {"person": "Mara Tindall", "school": "Ludd College"}, _STUDIED),
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    path: Path = tmp_path_factory.mktemp("people")
    with Facts.open(of_one(path, TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("new CFOs", ["Mara Tindall"], ["Anselm Brook", "Piet Okoro"]),
        ("all CFO appointments", ["Mara Tindall"], ["Anselm Brook"]),
        ("who was appointed CFO recently", ["Mara Tindall"], ["Anselm Brook"]),
        ("which ceos are interim", ["Piet Okoro", "Tamsin Orme"], ["Sunniva Dahl", "Mara Tindall"]),
        ("who is standing in as ceo", ["Piet Okoro"], ["Sunniva Dahl"]),
        ("any acting bosses right now", ["Piet Okoro"], ["Sunniva Dahl"]),
        ("interim CEOs", ["Piet Okoro"], ["Sunniva Dahl"]),
        ("list of CFOs", ["Mara Tindall", "Anselm Brook"], ["Piet Okoro", "Sunniva Dahl"]),
        ("who retired recently", ["Ruben Castellan", "Jory Lamb"], ["Sunniva Dahl", "Anselm Brook"]),
        ("which CEOs left", ["Sunniva Dahl"], ["Ruben Castellan", "Anselm Brook", "Piet Okoro"]),
        ("people moves", ["Mara Tindall", "Ruben Castellan"], ["Anselm Brook"]),
        ("ex-Brackle Arms people", ["Hedda Voss", "formerly"], ["Mara Tindall"]),
        ("people who used to be at Brackle Arms", ["Hedda Voss"], ["Mara Tindall"]),
        ("ex-Brackle Arms founders", ["Hedda Voss", "Tessel Hands"], ["Mara Tindall"]),
        ("ex-Corvin founders", ["Dirk Amble"], ["Hedda Voss"]),
        ("founders with a Brackle Arms past", ["Hedda Voss", "Tessel Hands"], ["Mara Tindall"]),
        ("vc people moves", ["Ida Flint"], ["Mara Tindall"]),
        ("any Ludd College grads?", ["Mara Tindall"], ["Hedda Voss"]),
        ("who went to Ludd College", ["Mara Tindall"], ["Hedda Voss"]),
    ],
)
def test_lists_those_who_are_asked_for(answerer: Answerer, question: str, said: list[str], unsaid: list[str]) -> None:
    answer = answerer.reply([question])
    told = "\n".join(line.text for line in answer.lines)
    assert answer.answered, question
    assert [name for name in said if name not in told] == [], told
    assert [name for name in unsaid if name in told] == [], told


def test_says_how_far_the_articles_go_where_nobody_came_in_a_period(answerer: Answerer) -> None:
    answer = answerer.reply(["who changed jobs in 1999"])
    assert not answer.answered
    assert "the newest article is of" in answer.title


@pytest.mark.parametrize(
    "shape",
    ["who runs <0>", "new robots", "what did <0> say", "who left", "which companies are new", "people", "robot moves"],
)
def test_what_is_no_list_of_people_of_some_post_or_house(shape: str) -> None:
    assert not [one for one in asked_of_people(shape) if one.way not in ("gone", "moves")]
