"""Statements are written down and read back with nothing lost."""

from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.money import Money
from bot.model.statement import Investor, Quote, Statement
from bot.model.when import Precision, When
from bot.reading.written import read_back, written

TEXTS = st.text(st.characters(), max_size=20)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
NUMBERS = st.floats(allow_nan=False)
WHENS = st.builds(
    lambda day, length, *told: When(day, day + timedelta(length), *told),
    DAYS,
    st.integers(0, 4000),
    st.sampled_from(get_args(Precision)),
    st.booleans(),
    st.sampled_from(["", "after", "before"]),
)
VALUES = st.one_of(
    TEXTS,
    NUMBERS,
    st.integers(),
    st.booleans(),
    WHENS,
    st.builds(Money, NUMBERS, TEXTS, st.booleans(), st.none() | NUMBERS),
    st.lists(TEXTS, max_size=3).map(tuple),
    st.lists(st.builds(Investor, TEXTS, st.booleans()), max_size=3).map(tuple),
)
STATEMENTS = st.builds(
    Statement,
    TEXTS,
    TEXTS,
    st.dictionaries(TEXTS, VALUES, max_size=5),
    st.builds(Quote, st.integers(0), st.integers(0), TEXTS),
)


@given(st.lists(STATEMENTS, max_size=4))
def test_what_is_written_is_read_back(statements: list[Statement]) -> None:
    again = read_back(written(statements))
    assert again == statements
    assert repr(again) == repr(statements)  # 1, 1.0 and True are equal, and not the same


@pytest.mark.parametrize(
    "when",
    [When.quarter(2025, 3), When.half(2025, 1), When.decade(2020).about(), When(*2 * [date(2024, 2, 29)], "span")],
    ids=lambda when: when.precision,
)
def test_how_precisely_a_date_was_told_is_kept(when: When) -> None:
    (again,) = read_back(written([Statement("a", "plan", {"date": when}, Quote(0, 1, "x"))]))
    assert again.slots["date"] == when


def test_it_is_one_line() -> None:
    assert "\n" not in written([Statement("a", "plan", {"text": "one\ntwo\u2028three"}, Quote(0, 1, "\n"))])
