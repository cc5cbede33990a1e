"""Periods in questions: when something happened, and by what day it was known."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.asked.periods import period
from bot.answers.known import published_by

TODAY = date(2026, 11, 25)

HAPPENED = [
    ("deals between october and december 2025", "2025-10-01", "2025-12-31", ""),
    ("from March to June 2025", "2025-03-01", "2025-06-30", ""),
    ("between 2023 and 2025", "2023-01-01", "2025-12-31", ""),
    ("2023-2024 rounds", "2023-01-01", "2024-12-31", ""),
    ("what changed since last week", "2026-11-16", "2026-11-22", "after"),
    ("rounds in the last 3 months", "2026-08-25", "2026-11-25", ""),
    ("rounds before 2024", "2023-01-01", "2023-12-31", "before"),
    ("what is planned until 2027", "2027-01-01", "2027-12-31", "before"),
    ("deals on 3 march", "2026-03-03", "2026-03-03", ""),
    ("deals on 3 december", "2025-12-03", "2025-12-03", ""),
    ("Q3 2025 deals", "2025-07-01", "2025-09-30", ""),
    ("rounds in the week of July 7-13 2025", "2025-07-07", "2025-07-13", ""),
    ("rounds between the 7th and the 13th of July 2025", "2025-07-07", "2025-07-13", ""),
    ("rounds in the week of 7 July 2025", "2025-07-07", "2025-07-13", ""),
    ("who raised in that one week in March 2026", "2026-03-01", "2026-03-31", ""),
]


@pytest.mark.parametrize(("text", "first", "last", "bound"), HAPPENED, ids=[row[0] for row in HAPPENED])
def test_when_it_happened(text: str, first: str, last: str, bound: str) -> None:
    found = period(text, TODAY)
    assert found is not None
    assert found.when is not None
    assert found.known is None
    assert (found.when.start.isoformat(), found.when.end.isoformat(), found.when.open) == (first, last, bound)


KNOWN = [
    ("what did we know about Acme on 1 June 2025", date(2025, 6, 1)),
    ("what did we know on 1 October", date(2026, 10, 1)),
    ("as of december 2025, what was Acme worth", date(2025, 12, 31)),
    ("what was known about Acme by 2024", date(2024, 12, 31)),
    ("who led Acme as of 2030", TODAY),
]


@pytest.mark.parametrize(("text", "day"), KNOWN, ids=[text for text, _ in KNOWN])
def test_by_what_day_it_was_known(text: str, day: date) -> None:
    found = period(text, TODAY)
    assert found is not None
    assert found.when is None
    assert found.known == day


@pytest.mark.parametrize("text", ["who founded Acme", "over $2025 million", "the 2000 robots", "a day in the life"])
def test_no_period(text: str) -> None:
    assert period(text, TODAY) is None


def test_a_month_of_any_year() -> None:
    found = period("who left in May", TODAY)
    assert found is not None
    assert (found.month, found.when) == (5, None)


@pytest.mark.parametrize(
    ("published", "day", "out"),
    [
        ("2025-09-01", date(2025, 9, 1), True),
        ("2025-09-02", date(2025, 9, 1), False),
        ("2025-08", date(2025, 9, 1), True),
        ("2025-09", date(2025, 9, 1), False),
        ("2024", date(2025, 9, 1), True),
        ("2025", date(2025, 9, 1), False),
        ("", date(2025, 9, 1), False),
    ],
)
def test_an_article_was_out_on_a_day_only_if_it_surely_was(published: str, day: date, out: bool) -> None:
    assert published_by(published, day) is out
