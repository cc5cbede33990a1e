"""Whose a figure is and of which time, however a sentence puts it; every name is invented."""

from __future__ import annotations

import pytest

from tests.extraction.test_people import pairs, told

HOUSE, COUNTED = "Palmetto Robotics", "Harrowgate Insights"

OWN = [
    (f"Fujimori Group owns 12% of {HOUSE}.", ("other", 12, None)),
    (f"{HOUSE} is 60% owned by Fujimori Group.", ("other", 60, None)),
    (f"The deal values {HOUSE} at $310 million.", ("valuation", 310_000_000, None)),
    (f"At {HOUSE} nothing changed: 94 people work there.", ("employees", 94, None)),
    (f"For {HOUSE}, revenue of $5 million in 2024 was a record.", ("revenue", 5_000_000, "2024")),
    (f"{HOUSE} (revenue: $5 million) sells arms.", ("revenue", 5_000_000, None)),
    (f"{HOUSE}: revenue of $5 million in 2024", ("revenue", 5_000_000, "2024")),
    (f"{HOUSE} sells arms to Fujimori Group. Revenue reached $5 million in 2024.", ("revenue", 5_000_000, "2024")),
    (f"{HOUSE}'s operating chief Jane Porter said the company has 94 employees.", ("employees", 94, None)),
    (f"{HOUSE} sells arms. The Cambridge robot firm has 94 employees.", ("employees", 94, None)),
    (f"We have 94 employees, Jane Porter of {HOUSE} said.", ("employees", 94, None)),
    (f"Since 2019 {HOUSE} has shipped 4,000 arms.", ("units", 4_000, None)),
    (f"{HOUSE} has a plant in Salem. The plant can build 10,000 arms a year.", ("capacity", 10_000, None)),
    (f"{HOUSE}'s present ability is monthly 15 thousand pieces.", ("capacity", 15_000, None)),
    (f"{HOUSE} closed a Series D, bringing equity funding to $341 million.", ("total_raised", 341_000_000, None)),
    (f"{HOUSE} makes arms with 16 400 employees.", ("employees", 16_400, None)),
    (f"{HOUSE} reached a turnover of 3,3 billion euros.", ("revenue", 3_300_000_000, None)),
]


@pytest.mark.parametrize(("text", "figure"), OWN)
def test_a_figure_is_the_companys(text: str, figure: tuple[str, float, str | None]) -> None:
    assert pairs(told("metric", text), "subject", "measure", "value", "date") == {(HOUSE, *figure)}


FIELDS = [
    (
        f"Shipments of humanoids reached 13,000 units in 2024, according to the research firm {COUNTED}.",
        (COUNTED, "units", 13_000, "2024"),
    ),
    (
        f"Data provider {COUNTED} counts 13,000 units in 2024.",
        (COUNTED, "units", 13_000, "2024"),
    ),
    (
        f"Analysts at {COUNTED} put global humanoid sales at 13,000 units in 2024.",
        (COUNTED, "units", 13_000, "2024"),
    ),
    (
        f"The Chinese rental market was worth $140 million in 2024, {COUNTED} said.",
        (COUNTED, "market_size", 140_000_000, "2024"),
    ),
]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        (f"{COUNTED} valued the humanoid segment at $2 billion.", "market_size"),
        (f"The humanoid sector was valued at $2 billion, {COUNTED} said.", "market_size"),
        (f"{COUNTED} valued {HOUSE} at $2 billion.", "valuation"),
    ],
)
def test_a_trade_is_a_market_and_a_company_has_a_valuation(text: str, measure: str) -> None:
    (fact,) = told("metric", text)
    assert (fact["measure"], fact["value"]) == (measure, 2_000_000_000)


@pytest.mark.parametrize(("text", "figure"), FIELDS)
def test_a_figure_of_a_field_is_filed_under_who_counted(text: str, figure: tuple[str, str, float, str]) -> None:
    assert pairs(told("metric", text), "subject", "measure", "value", "date") == {figure}


def test_deals_counted_are_those_of_their_trade() -> None:
    facts = told("metric", f"{COUNTED} counted 14 financings of robotics startups worth $300 million in 2024.")
    assert pairs(facts, "subject", "measure", "value") == {
        ("robotics startups", "rounds", 14),
        ("robotics startups", "investment", 300_000_000),
    }


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (f"{HOUSE} had sales of $8 million in 2024, up from $5 million the year before.",
         {(8_000_000, "2024"), (5_000_000, "2023")}),
        (f"{HOUSE}'s revenue rose to $8 million in 2024 from $5 million a year earlier.",
         {(8_000_000, "2024"), (5_000_000, "2023")}),
        (f"In 2022, 2023 and 2024 {HOUSE} had revenue of $3 million, $5 million and $8 million.",
         {(3_000_000, "2022"), (5_000_000, "2023"), (8_000_000, "2024")}),
    ],
)  # fmt: skip
def test_every_figure_has_its_own_year(text: str, figures: set[tuple[float, str]]) -> None:
    assert pairs(told("metric", text), "value", "date") == figures
