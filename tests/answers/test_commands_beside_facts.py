"""Which sentences stand below the facts of a command: those that add to them, on whoever is asked about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.answers import Answerer
from bot.model.answer import Answer
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import Fact, of_one, usd

NAMES: list[tuple[str, EntityKind]] = [
    *(("Vestrel Robotics", "org"), ("Harrow Fund", "org"), ("Ferrant Partners", "org"), ("Corran Arms", "org")),
    *(("Ada Voss", "person"), ("Brann Ilse", "person"), ("Tilda Marsh", "person"), ("Koren University", "org")),
]
ROUND = "Vestrel Robotics raised $12 million in March 2025, led by Harrow Fund."
DEAL = {
    "company": "Vestrel Robotics",
    "amount": usd(12e6),
    "date": "2025-03",
    "investors": [{"name": "Harrow Fund", "lead": True}],
}


def asked(
    folder: Path,
    command: str,
    facts: Sequence[Fact],
    *more: str,
    title: str = "Vestrel and its arms",
) -> Answer:
    text = "\n\n".join((title, *dict.fromkeys(quote for *_, quote in facts), *more))
    with Facts.open(of_one(folder, text, NAMES, facts)) as opened:
        return Answerer(opened).reply([command])


@pytest.mark.parametrize(
    ("command", "sentence", "shown"),
    [
        (
            "/deal Vestrel Robotics",
            "The $12 million round was led by Harrow Fund, which belongs to Koren University.",
            False,
        ),
        ("/deal Vestrel Robotics", "Vestrel's round came to $12 million, it said.", False),
        ("/deal Vestrel Robotics", "With it Vestrel has raised $31 million in all.", True),
        ("/deal Vestrel Robotics", "Ferrant Partners invested in Vestrel as well.", True),
        ("/deal Vestrel Robotics", "A trader bought an arm of Vestrel's for $9,000.", False),
        ("/deal Vestrel Robotics", "Rivals of Vestrel such as Corran Arms raised $80 million.", False),
        ("/deal Harrow Fund", "The round was to exceed $20 million.", False),
        ("/deal Harrow Fund", "Harrow Fund invested $6 million in Corran Arms, too.", True),
    ],
)
def test_a_sentence_on_deals_has_to_add_something(tmp_path: Path, command: str, sentence: str, shown: bool) -> None:
    answer = asked(tmp_path, command, [("funding", DEAL, ROUND)], sentence)
    assert any("$12 million" in line.text for line in answer.lines if line.event)
    assert any(sentence in line.text for line in answer.lines) is shown


LED = "Ada Voss is chief executive of Vestrel Robotics."
HELD = {"person": "Ada Voss", "organization": "Vestrel Robotics", "title": "chief executive"}


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Ada Voss, chief executive of Vestrel, spoke in Graz.", False),
        ("Vestrel Robotics made Tilda Marsh its head of sales.", True),
        ("Corran Arms, whose founder Brann Ilse spoke first, makes grippers as Vestrel does.", False),
        ("He graduated from Koren University and ran Corran's lab as its director.", False),
        ("Vestrel's mop has a head that turns by itself, like the Corran Arms Mop.", False),
    ],
)
def test_a_sentence_on_posts_names_somebody_or_a_post_that_is_new(tmp_path: Path, sentence: str, shown: bool) -> None:
    answer = asked(tmp_path, "/who Vestrel Robotics", [("role", HELD, LED)], sentence)
    assert any(sentence in line.text for line in answer.lines) is shown


def test_who_leads_a_house_comes_first_and_nobody_twice_for_less(tmp_path: Path) -> None:
    house = {"organization": "Vestrel Robotics"}
    facts: list[Fact] = [
        (
            "role",
            {**house, "person": "Tilda Marsh", "title": "head of sales"},
            "Tilda Marsh is Vestrel's head of sales.",
        ),
        ("role", {**house, "person": "Brann Ilse", "title": "star engineer"}, "Brann Ilse is its star engineer."),
        ("role", {**house, "person": "Brann Ilse", "title": "CTO"}, "Brann Ilse is its CTO."),
        ("role", {**house, "person": "Ada Voss", "title": "founder"}, "Ada Voss, its founder, spoke."),
        ("role", {**house, "person": "Ada Voss", "title": "chief executive"}, LED),
        ("founding", {**house, "founders": ["Ada Voss"]}, "Vestrel Robotics was founded by Ada Voss."),
    ]
    assert [line.text for line in asked(tmp_path, "/who Vestrel Robotics", facts).lines if line.event] == [
        "Ada Voss: chief executive at Vestrel Robotics",
        "Brann Ilse: CTO at Vestrel Robotics",
        "Tilda Marsh: head of sales at Vestrel Robotics",
        "Vestrel Robotics was founded by Ada Voss",
    ]


def test_a_person_is_told_by_what_they_lead_now(tmp_path: Path) -> None:
    her = {"person": "Ada Voss"}
    facts: list[Fact] = [
        (
            "role",
            {**her, "organization": "Corran Arms", "title": "engineer", "end": "2019"},
            "Ada Voss left Corran in 2019.",
        ),
        (
            "role",
            {**her, "organization": "Koren University", "title": "lecturer"},
            "Voss lectures at Koren University.",
        ),
        ("role", {**her, "organization": "Vestrel Robotics", "title": "chief executive", "start": "2021"}, LED),
    ]
    assert [line.text for line in asked(tmp_path, "/who Ada Voss", facts).lines if line.event] == [
        "Ada Voss: chief executive at Vestrel Robotics, since 2021",
        "Ada Voss: lecturer at Koren University",
        "Ada Voss: engineer at Corran Arms, until 2019",
    ]


def test_who_holds_a_post_is_told_without_sentences_on_another_house(tmp_path: Path) -> None:
    other = "The chief executive, Brann Ilse, wrote to the staff of Corran Arms."
    answer = asked(tmp_path, "/who CEO of Vestrel Robotics", [("role", HELD, LED)], other)
    assert not any(other in line.text for line in answer.lines)


def test_the_post_of_another_house_in_a_sentence_on_this_one_is_no_answer(tmp_path: Path) -> None:
    said = "Corran Arms's chief executive, Brann Ilse, took money from Vestrel Robotics."
    assert not asked(tmp_path, "/who CEO of Vestrel Robotics", [("funding", DEAL, ROUND)], said).answered


def test_what_stands_below_the_facts_is_marked_as_such(tmp_path: Path) -> None:
    answer = asked(
        tmp_path, "/deal Vestrel Robotics", [("funding", DEAL, ROUND)], "Vestrel has raised $31 million in all."
    )
    assert [line.aside for line in answer.lines] == [False, True]


ROUNDUP = [f"Item {n} of the week is on something else altogether, and short." for n in range(12)]


def test_a_round_up_is_not_on_one_of_the_many_it_names(tmp_path: Path) -> None:
    others = "The maker raised $55 million in the same week from Ferrant Partners."
    facts: list[Fact] = [
        ("funding", DEAL, ROUND),
        *(("role", {**HELD, "title": f"chief {n}"}, LED) for n in ("executive", "cook")),
    ]
    held: list[Fact] = [
        ("role", {**HELD, "title": "chair"}, LED),
        ("founding", {"organization": "Vestrel Robotics"}, ROUND),
    ]
    answer = asked(tmp_path, "/deal Vestrel Robotics", [*facts, *held], *ROUNDUP, others, title="A week in robots")
    assert not any(others in line.text for line in answer.lines)
