"""The last and the first of several, whose deals they are, who leads a part of a house, what was in a period."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.answers.titles import fits
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one, usd

SEED = "Quillon Robotics raised $3 million of seed money from Harrow Fund."
SERIES_A = "Its Series A of $14 million was led by Merrin Bank in March 2023."
SERIES_B = "Quillon Robotics raised $60 million in a Series B led by Bexley Capital in May 2025."
TALKS = "Quillon Robotics is said to be in talks to raise $200 million, people familiar with the matter said on Monday."
OTHERS = "Ostrel Group raised $90 million in a round led by Nymph Dynamics in April 2025."
PLOVER = "Quillon Robotics presented the robot Plover in 2021."
HERON = "Quillon Robotics presented the robot Heron in February 2025."
NEXT_DOOR = "Nymph Dynamics, started by a graduate of Vantor Motion, raised $8 million in June 2024."
ENDED = "Otto Brandvik, chief executive of Vantor Motion, stepped down in April 2025."
STANDS_IN = "Finance chief Dora Lindqvist takes over for the time being."
HEADS = "Mira Aldane is head of robotics at Ostrel Group, and Jo Ferrant its property manager."
FLAT = "Jo Ferrant is property manager at Ostrel Group."
STAFF = "Vantor Motion has 40 employees."
PLANT = "Vantor Motion opened a plant with iCrest in August 2025."
ARTICLE = "\n\n".join(
    ["Robots this week", SEED, SERIES_A, SERIES_B, OTHERS, TALKS, PLOVER, HERON, NEXT_DOOR, ENDED, STANDS_IN, HEADS,
     FLAT, STAFF, PLANT]
)  # fmt: skip
ORGS = (
    "Quillon Robotics", "Ostrel Group", "Harrow Fund", "Merrin Bank", "Bexley Capital", "Nymph Dynamics",
    "Vantor Motion", "iCrest",
)  # fmt: skip


def _backed(name: str, lead: bool = True) -> list[dict[str, object]]:
    return [{"name": name, "lead": lead}]


FACTS = [
    ("funding", {"company": "Quillon Robotics", "amount": usd(3e6), "round": "Seed",
                 "investors": _backed("Harrow Fund", False)}, SEED),
    ("funding", {"company": "Quillon Robotics", "amount": usd(14e6), "round": "Series A", "date": "2023-03",
                 "investors": _backed("Merrin Bank")}, SERIES_A),
    ("funding", {"company": "Quillon Robotics", "amount": usd(60e6), "round": "Series B", "date": "2025-05",
                 "investors": _backed("Bexley Capital")}, SERIES_B),
    ("funding", {"company": "Quillon Robotics", "amount": usd(200e6), "status": "rumored"}, TALKS),
    ("funding", {"company": "Ostrel Group", "amount": usd(90e6), "date": "2025-04",
                 "investors": _backed("Nymph Dynamics")}, OTHERS),
    ("launch", {"maker": "Quillon Robotics", "product": "Plover", "product_kind": "robot", "date": "2021"}, PLOVER),
    ("launch", {"maker": "Quillon Robotics", "product": "Heron", "product_kind": "robot", "date": "2025-02"}, HERON),
    ("role", {"person": "Otto Brandvik", "organization": "Vantor Motion", "title": "chief executive",
              "end": "2025-04"}, ENDED),
    ("role", {"person": "Mira Aldane", "organization": "Ostrel Group", "title": "head of robotics"}, HEADS),
    ("role", {"person": "Jo Ferrant", "organization": "Ostrel Group", "title": "property manager"}, FLAT),
    ("metric", {"subject": "Vantor Motion", "measure": "employees", "value": 40}, STAFF),
    ("partnership", {"parties": ["Vantor Motion", "iCrest"], "date": "2025-08"}, PLANT),
]  # fmt: skip


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    names = [(name, "org") for name in ORGS] + [(n, "person") for n in ("Otto Brandvik", "Mira Aldane", "Jo Ferrant")]
    names += [("Plover", "product"), ("Heron", "product")]
    with Facts.open(of_one(tmp_path_factory.mktemp("one"), ARTICLE, names, FACTS)) as opened:
        yield Answerer(opened)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("Quillon last round", ("$60 million",), ("$14 million", "$3 million", "$90 million")),
        ("who led the latest round of Quillon Robotics?", ("Bexley Capital",), ("Merrin Bank", "Harrow Fund")),
        ("first round of Quillon Robotics", ("$3 million",), ("$60 million", "$14 million")),
        ("newest robot of Quillon Robotics", ("Heron",), ("presented Plover",)),
        ("Quillon's first robot", ("Plover",), ("presented Heron",)),
        ("rounds of Quillon Robotics", ("$60 million", "$14 million", "$3 million"), ()),
        ("who led Quillon's round", ("Bexley Capital", "Merrin Bank"), ("Ostrel Group raised",)),
        ("who runs robotics at Ostrel Group", ("Mira Aldane",), ("Jo Ferrant: property",)),
        ("who is the CEO of Vantor Motion now?", ("Otto Brandvik", "Dora Lindqvist"), ()),
        ("/who CEO of Vantor Motion", ("Otto Brandvik", "Dora Lindqvist"), ()),
        ("/timeline Vantor Motion 2025", ("iCrest",), ("40 employees",)),
        ("/deal Quillon Robotics", ("$60 million", "$3 million"), ("$90 million",)),
    ],
)
def test_an_answer_holds_to_the_one_that_is_asked_for(
    asked: Answerer, question: str, told: tuple[str, ...], untold: tuple[str, ...]
) -> None:
    answer = asked.reply([question])
    text = "\n".join(line.text for line in answer.lines if not line.aside)
    assert answer.answered, plain(answer)
    assert [part for part in told if part not in text] == []
    assert [part for part in untold if part in text] == []


@pytest.mark.parametrize("question", ["/deal Vantor Motion", "who runs kitchens at Ostrel Group"])
def test_what_is_told_of_others_is_no_answer(asked: Answerer, question: str) -> None:
    answer = asked.reply([question])
    assert not answer.answered, plain(answer)
    assert "Known about" in plain(answer)


@pytest.mark.parametrize("name", ["iCrest", "icrest", "ICREST"])
def test_a_name_is_found_however_its_letters_are_written(asked: Answerer, name: str) -> None:
    answer = asked.reply([f"/timeline {name}"])
    assert answer.answered
    assert "Vantor Motion" in plain(answer)
    assert f"Did you mean {name}" not in plain(asked.reply([f"/who {name}"]))


@pytest.mark.parametrize(
    ("title", "post", "held"),
    [
        ("head of robotics", "head of robotics", True),
        ("VP of robotics", "head of robotics", True),
        ("robotics chief", "head of robotics", True),
        ("property manager", "head of robotics", False),
        ("robotics engineer", "head of robotics", False),
        ("head of sales", "head of robotics", False),
        ("head of hardware", "head", True),
        ("marketing director", "director", True),
    ],
)
def test_who_heads_one_part_heads_no_other(title: str, post: str, held: bool) -> None:
    assert fits(title, post) is held
