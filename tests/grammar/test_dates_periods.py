"""Periods as they are asked for and printed."""

from dataclasses import replace
from datetime import date

import pytest

from bot.grammar.date_words import season, third
from bot.grammar.dates import format_when, parse_period
from bot.model.when import When

TODAY = date(2025, 10, 15)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2025", When.year(2025)),
        ("in 2024", When.year(2024)),
        ("since 2024", replace(When.year(2024), open="after")),
        ("after 2024", replace(When.year(2025), open="after")),
        ("before 2024", replace(When.year(2023), open="before")),
        ("before March 2024", replace(When.month(2024, 2), open="before")),
        ("after Q4 2024", replace(When.quarter(2025, 1), open="after")),
        ("before H1 2024", replace(When.half(2023, 2), open="before")),
        ("before 1 March 2024", replace(When.day(date(2024, 2, 29)), open="before")),
        ("until 2023", replace(When.year(2023), open="before")),
        ("Q3 2025", When.quarter(2025, 3)),
        ("september 2025", When.month(2025, 9)),
        ("march", When.month(2025, 3)),
        ("in may", When.month(2025, 5)),
        ("last month", When.month(2025, 9)),
        ("this year", When.year(2025)),
        ("last week", When(date(2025, 10, 6), date(2025, 10, 12), "span")),
        ("between 2023 and 2025", When(date(2023, 1, 1), date(2025, 12, 31), "span")),
        ("from 2023 to 2025", When(date(2023, 1, 1), date(2025, 12, 31), "span")),
        ("2024-2025", When(date(2024, 1, 1), date(2025, 12, 31), "span")),
        ("the last six months", When(date(2025, 4, 15), TODAY, "span")),
        ("past 30 days", When(date(2025, 9, 15), TODAY, "span")),
        ("the past year", When(date(2024, 10, 15), TODAY, "span")),
        ("funding rounds over $1B since 2024", replace(When.year(2024), open="after")),
        ("2024年以来", replace(When.year(2024), open="after")),
        ("去年", When.year(2024)),
    ],
)
def test_a_period_that_is_asked_for(text: str, period: When) -> None:
    assert parse_period(text, TODAY) == period


@pytest.mark.parametrize("text", ["", "Figure", "over $2025", "the last years", "0 robots"])
def test_a_question_without_a_period(text: str) -> None:
    assert parse_period(text, TODAY) is None


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (When.day(date(2025, 9, 8)), "8 September 2025"),
        (When.month(2025, 9), "September 2025"),
        (When.quarter(2025, 3), "Q3 2025"),
        (When.half(2025, 1), "H1 2025"),
        (When.year(2025), "2025"),
        (When.year(2025).about(), "around 2025"),
        (When.decade(2040), "2040s"),
        (season(2025, 3), "spring 2025"),
        (third(2025, "mid"), "mid-2025"),
        (third(2025, "late"), "late 2025"),
        (replace(When.year(2024), open="after"), "since 2024"),
        (replace(When.year(2050), open="before"), "by 2050"),
        (When(date(2023, 1, 1), date(2025, 12, 31), "span"), "2023 to 2025"),
        (When(date(2024, 3, 1), date(2024, 5, 31), "span"), "March 2024 to May 2024"),
        (When(date(2025, 10, 6), date(2025, 10, 12), "span"), "6 October 2025 to 12 October 2025"),
    ],
)
def test_a_period_in_words(when: When, text: str) -> None:
    assert format_when(when) == text
