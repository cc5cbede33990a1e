"""What was raised in all, who works there now, and what grows from one figure to another; every name is invented."""

from __future__ import annotations

import pytest

from bot.extraction.run import extract
from tests.extraction.reading import read
from tests.extraction.test_people import pairs, told

HOUSE, OTHER, COUNTED = "Palmetto Robotics", "Tolvane Labs", "Harrowgate Insights"


def _figures(text: str) -> set[tuple[object, ...]]:
    return set(pairs(told("metric", text), "subject", "measure", "value"))


TOTALS = [
    (f"{HOUSE} has raised $112m; {OTHER}, a neighbour, makes hands.", 112e6),
    (f"{HOUSE} has brought in close to $1 billion since 2016.", 1e9),
    (f"{HOUSE} has raised more than $310 million, per its filing.", 310e6),
    (f"{HOUSE} sells arms. It's now raised CHF 98 million.", 98e6),
    (f"{HOUSE}, which has raised $410 million, most of it in May, sells arms.", 410e6),
    (f"{HOUSE} closed its round. The deal brings the money it has taken to above $280 million.", 280e6),
]


@pytest.mark.parametrize(("text", "value"), TOTALS)
def test_what_somebody_has_raised_is_the_sum_of_all_rounds(text: str, value: float) -> None:
    assert (HOUSE, "total_raised", value) in _figures(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{HOUSE} said on Tuesday it has raised $33 million in a Series A.",
        f"{HOUSE} has raised $24 million, in a round led by {OTHER}.",
        f"{HOUSE} has raised $24 million from {OTHER}.",
        f"{HOUSE} raised $24 million.",
    ],
)
def test_what_one_round_brought_is_no_sum_of_all(text: str) -> None:
    assert "total_raised" not in {measure for _, measure, _ in _figures(text)}


STAFF = [
    (f"{HOUSE} makes arms. The workforce, 212 at last count, is to double.", HOUSE, 212),
    (f"{HOUSE} makes arms. The staff of 57 is to grow to about 95.", HOUSE, 57),
    (f"{HOUSE}'s 27 employees will stay in Leeds.", HOUSE, 27),
    (f"{HOUSE} makes arms. About half of its 120 staff will move to a customer.", HOUSE, 120),
    (f"{HOUSE} makes arms. There are 173 of us.", HOUSE, 173),
    (f"{HOUSE} makes arms. We're 121 people, and I've approved 40 more.", HOUSE, 121),
    (f"{HOUSE} will have to grow from 64 to 150 employees by the middle of next year.", HOUSE, 64),
    (f"{HOUSE} cut a third of its 130 staff.", HOUSE, 130),
]


@pytest.mark.parametrize(("text", "house", "staff"), STAFF)
def test_who_works_there_already_whatever_is_to_come(text: str, house: str, staff: float) -> None:
    assert {f for f in _figures(text) if f[1] == "employees"} == {(house, "employees", staff)}


@pytest.mark.parametrize(
    "text", [f"{HOUSE} will hire 27 employees in Leeds.", f"{HOUSE} wants a staff of 90 people by 2027."]
)
def test_who_is_to_come_does_not_work_there(text: str) -> None:
    assert "employees" not in {measure for _, measure, _ in _figures(text)}


def test_what_a_figure_grows_from_is_neither_planned_nor_foreseen() -> None:
    text = f"{COUNTED} forecasts that humanoid output will grow from 16,000 units this year to 56,000 in 2027."
    facts = [fact.to_json() for fact in extract(read(text).article)]
    assert 16_000 not in {fact.get("value") for fact in facts if fact["kind"] in {"plan", "forecast"}}
    assert (COUNTED, "units", 16_000) in _figures(text)


FIELDS = [
    f"Robotics companies around the world brought in $4.3 billion in September 2025, according to {COUNTED}.",
    f"The sector drew $4.3 billion over 2024, says {COUNTED}.",
    f"Five robotics firms raised a combined $4.3 billion in September, according to data from {COUNTED}.",
]


@pytest.mark.parametrize("text", FIELDS)
def test_what_a_whole_trade_raised_is_an_investment_that_somebody_counted(text: str) -> None:
    assert _figures(text) == {(COUNTED, "investment", 4.3e9)}


def test_a_row_of_names_and_figures_goes_on_behind_a_share() -> None:
    text = (
        f"{HOUSE} delivered 3,820 units, a 33.5% share. Corvane Robotics followed at 2,950, Brinkvale Robotics at "
        "1,240 and Osterby Robotics at an estimated 900."
    )
    units = {(subject, value) for subject, measure, value in _figures(text) if measure == "units"}
    assert units == {
        (HOUSE, 3_820), ("Corvane Robotics", 2_950), ("Brinkvale Robotics", 1_240), ("Osterby Robotics", 900),
    }  # fmt: skip
