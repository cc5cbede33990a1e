"""Plans, listings and beginnings that the words of their own sentence speak against."""

from __future__ import annotations

from typing import Any

import pytest

from bot.model.money import Money
from bot.model.statement import SlotValue
from bot.model.when import When
from tests.extraction.test_sifting import told

YEAR = When.from_iso("2027")


@pytest.mark.parametrize(
    ("text", "slots", "kept"),
    [
        ("First deliveries are scheduled for the end of 2027.", {"date": YEAR}, False),
        (
            "Present output of Hartwell is at Lyon only, where 25,000 pieces a month is the limit.",
            {"value": 25e3},
            False,
        ),
        ("10,000 founders, 250 speakers, one roof: Hartwell Days 2027.", {"value": 1e4, "unit": "founders"}, False),
        (
            "The deal is due to close in the first quarter, Hartwell said.",
            {"action": "close in the first quarter"},
            False,
        ),
        ("Worldwide investment in robots should climb to $4 billion, and Hartwell keeps up.", {"value": 4e9}, False),
        ("Orlane Bank: We forecast revenue of $4 billion at Hartwell.", {"action": "forecast revenue"}, False),
        ("Hartwell expects a book gain of $40 million.", {"value": 40e6}, False),
        ("Hartwell plans worldwide sales of its arms.", {"action": "sales of its arms"}, True),
        ("Hartwell has a long-term goal of 25,000 pieces a month.", {"value": 25e3}, True),
        ("Hartwell Days: 400 arms by 2027.", {"value": 400, "unit": "arms", "date": YEAR}, True),
        ("Hartwell wants to close its Lyon plant in 2027.", {"action": "close its Lyon plant", "date": YEAR}, True),
    ],
)
def test_a_plan_says_what_or_how_many_is_to_come(text: str, slots: dict[str, SlotValue], kept: bool) -> None:
    assert (told(text, "plan", organization="Hartwell", **slots) is not None) is kept


@pytest.mark.parametrize(
    ("text", "said", "left"),
    [
        (
            "A report said that Hartwell wanted to float in Oslo in 2027.",
            {"status": "completed"},
            {"status": "rumored"},
        ),
        ("Hartwell plans to list in Oslo in 2027.", {"status": "completed"}, {"status": "announced"}),
        ("Hartwell floated in Oslo in 2021.", {"status": "completed"}, {"status": "completed"}),
        (
            "Hartwell, listed in Oslo, is aiming for 80% by 2027.",
            {"status": "announced", "date": YEAR},
            {"status": "completed", "date": None},
        ),
        (
            "Hartwell, listed in Oslo, plans a second listing in 2027.",
            {"status": "announced", "date": YEAR},
            {"status": "announced", "date": YEAR},
        ),
    ],
)
def test_a_listing_that_is_wished_for_is_not_done(
    text: str, said: dict[str, SlotValue], left: dict[str, SlotValue | None]
) -> None:
    kept = told(text, "ipo", company="Hartwell", **said)
    assert kept is not None
    assert {slot: kept.get(slot) for slot in left} == left


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Hartwell filed in Oslo to float at a value of $40 million.", False),
        ("Hartwell filed to float in Oslo at about $40 million.", False),
        ("Ahead of its own listing Hartwell collected $40 million from Quarry Partners.", False),
        ("Hartwell filed in Oslo to raise $40 million in a listing.", True),
    ],
)
def test_what_a_company_is_worth_or_raised_before_is_no_sum_of_a_listing(text: str, kept: bool) -> None:
    left = told(text, "ipo", company="Hartwell", status="announced", amount=Money(40e6, "USD"))
    assert left is not None
    assert ("amount" in left) is kept


@pytest.mark.parametrize(
    ("text", "slots", "kept"),
    [
        (
            "Ann Moss ran Hartwell's arms unit until 2021, when she set up on her own.",
            {"founders": ("Ann Moss",)},
            False,
        ),
        ("Ann Moss left Hartwell to found Orbis Dynamics.", {"founders": ("Ann Moss",)}, False),
        ("Besides Hartwell, another maker brought out an arm.", {"date": None}, False),
        ("Having started with arms in 2021, Hartwell now makes legs.", {}, False),
        ("Hartwell was set up in 2021 and bought Orbis Dynamics.", {}, True),
        ("Ann Moss left Orbis Dynamics to found Hartwell.", {"founders": ("Ann Moss",)}, True),
    ],
)
def test_whom_somebody_left_to_found_another_was_not_founded(text: str, slots: dict[str, Any], kept: bool) -> None:
    said = {"date": When.from_iso("2021"), **slots}
    left = told(text, "founding", organization="Hartwell", **{s: v for s, v in said.items() if v is not None})
    assert (left is not None) is kept


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Hartwell took over Orbis in 2012 and brought out the Plover arm two years later.", "2014"),
        ("Hartwell opened a plant in 2012 and presented the Plover a year later.", "2013"),
        ("Hartwell brought out the Plover arm in 2012 and sold it two years later.", "2012"),
    ],
)
def test_what_came_some_years_later_has_a_date_of_its_own(text: str, year: str) -> None:
    left = told(text, "launch", product="Plover", maker="Hartwell", date=When.from_iso("2012"))
    assert left is not None
    assert left["date"] == When.from_iso(year)


@pytest.mark.parametrize(
    ("text", "date", "kept"),
    [
        ("Hartwell, founded by Professor Ann Moss of Quillon University in 2023, makes the Plover arm.", "2023", False),
        ("Hartwell, founded in 2019, brought out the Plover arm in 2023.", "2023", True),
    ],
)
def test_a_thing_did_not_come_out_when_its_maker_was_founded(text: str, date: str, kept: bool) -> None:
    left = told(text, "launch", product="Plover", maker="Hartwell", date=When.from_iso(date))
    assert left is not None
    assert ("date" in left) is kept


def test_a_listing_is_told_by_a_word_of_shares() -> None:
    assert told("Risks for Hartwell: a price war.", "ipo", company="Hartwell", status="announced") is None
    assert told("Hartwell is to go public.", "ipo", company="Hartwell", status="announced") is not None


@pytest.mark.parametrize(
    ("action", "left"),
    [
        ("spend $26 million in Oslo by , including a plant", "spend $26 million in Oslo, including a plant"),
        ("Deliveries start in , in Oslo first", "Deliveries start, in Oslo first"),
        ("build 40 arms in and 90 in", "build 40 arms and 90"),
    ],
)
def test_an_action_without_its_dates_has_no_hanging_words(action: str, left: str) -> None:
    kept = told(f"Hartwell has plans for 2028: {left}.", "plan", organization="Hartwell", action=action)
    assert kept is not None
    assert kept["action"] == left


@pytest.mark.parametrize(
    ("text", "date", "kept"),
    [
        ("Ann Moss studied at Quillon University and in 2021 established Hartwell.", "2021", False),
        ("Ann Moss was born in 1971, studied at Quillon University and joined Hartwell.", "1971", False),
        ("Ann Moss left Quillon University in 2011 with a doctorate.", "2011", True),
    ],
)
def test_studies_have_the_date_of_no_birth_and_of_nothing_later(text: str, date: str, kept: bool) -> None:
    left = told(text, "education", person="Ann Moss", school="Quillon University", date=When.from_iso(date))
    assert left is not None
    assert ("date" in left) is kept


@pytest.mark.parametrize(
    ("text", "said", "left"),
    [
        (
            "Hartwell intends to put 50 arms to work this autumn and 1,000 by 2027.",
            {"action": "put 50 arms to work", "value": 50.0, "date": YEAR},
            {"action": "put 50 arms to work", "value": 50.0},
        ),
        (
            "Hartwell has 127 automated halls, with plans for 24 more in 2027.",
            {"action": "127 automated halls", "value": 24.0, "date": YEAR},
            {"action": "24 more automated halls", "value": 24.0, "date": YEAR},
        ),
        (
            "Dozens of arms will be deployed across its halls by 2027, Hartwell said.",
            {"action": "dozens of arms deployed", "value": 1000.0, "unit": "arms", "date": YEAR},
            {"action": "dozens of arms deployed", "date": YEAR},
        ),
        (
            "Hartwell expects costs to reach $60 million, including $5 million for shares.",
            {"action": "reach $60 million", "value": 5e6, "unit": "USD"},
            None,
        ),
        (
            "The unit will be closed by 2027, which affects 100 people, Hartwell said.",
            {"action": "significantly change results of Hartwell", "value": 100.0, "date": YEAR},
            None,
        ),
        (
            "Hartwell starts with 100 arms in July, scaling to 300 by 2027.",
            {"action": "300 by 2027", "value": 300.0},
            {"action": "300 arms", "unit": "arms", "value": 300.0},
        ),
        ("Hartwell wants to scale to 300 by 2027.", {"action": "300 by 2027", "value": 300.0}, None),
        (
            "Hartwell wants to put its software into arms, and Orlane plans to bring out chips in 2027.",
            {"action": "put its software into arms", "date": YEAR},
            {"action": "put its software into arms"},
        ),
    ],
)
def test_a_plan_has_the_figure_and_the_date_that_are_its_own(
    text: str, said: dict[str, SlotValue], left: dict[str, SlotValue] | None
) -> None:
    kept = told(text, "plan", organization="Hartwell", **said)
    assert kept == (None if left is None else {"organization": "Hartwell", **left})
