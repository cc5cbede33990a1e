"""Dates, sums and numbers in the forms of a language. NBSP is written as a blank here."""

from __future__ import annotations

import asyncio
import unicodedata
from datetime import date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.grammar.dates import format_when
from bot.grammar.money import format_money
from bot.locales import LANGUAGES, forms, speaking
from bot.model.money import Money
from bot.model.when import When

SEPTEMBER_8 = date(2025, 9, 8)
SPAN = When(date(2024, 3, 1), date(2025, 2, 28), "span")
CODES = st.sampled_from(sorted(LANGUAGES))


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("code", "when", "told"),
    [
        ("en", When.day(SEPTEMBER_8), "8 September 2025"),
        ("de", When.day(SEPTEMBER_8), "8. September 2025"),
        ("fr", When.day(SEPTEMBER_8), "8 septembre 2025"),
        ("zh", When.day(SEPTEMBER_8), "2025年9月8日"),
        ("ja", When.day(SEPTEMBER_8), "2025年9月8日"),
        ("de", When.month(2025, 3), "März 2025"),
        ("ja", When.month(2025, 3), "2025年3月"),
        ("de", When.quarter(2025, 3), "3. Quartal 2025"),
        ("en", When.quarter(2025, 3), "Q3 2025"),
        ("de", When.half(2025, 1), "H1 2025"),
        ("de", When.year(2025), "2025"),
        ("zh", When.year(2025), "2025年"),
        ("de", When.decade(2010), "2010s"),
        ("de", SPAN, "März 2024 to Februar 2025"),
        ("zh", When(date(2024, 1, 1), date(2026, 12, 31), "span"), "2024年 to 2026年"),
        ("de", When(date(2025, 3, 3), date(2025, 3, 9), "span"), "3. März 2025 to 9. März 2025"),
        ("de", When(date(2024, 5, 1), date(2024, 5, 31), "month", False, "after"), "since Mai 2024"),
        ("de", When(date(2030, 1, 1), date(2030, 12, 31), "year", True, "before"), "by around 2030"),
    ],
)
def test_a_date_is_as_exact_as_it_was_told(code: str, when: When, told: str) -> None:
    with speaking(code):
        assert plain(forms().when(when)) == told


@pytest.mark.parametrize(
    ("code", "money", "told"),
    [
        ("en", Money(140e6, "USD"), "$140 million"),
        ("de", Money(140e6, "USD"), "140 Mio. $"),
        ("de", Money(1.45e9, "CNY", approximate=True), "about 1,45 Mrd. CN¥"),
        ("de", Money(5.4e9, "EUR"), "5,4 Mrd. €"),
        ("ja", Money(140e6, "USD"), "$1.4億"),
        ("zh", Money(1e9, "CNY"), "¥10亿"),
        ("de", Money(16_000, "USD"), "16.000 $"),
        ("de", Money(19.99, "EUR"), "19,99 €"),
        ("de", Money(1_234_567, "USD"), "1.234.567 $"),
        ("de", Money(1_234_000, "USD"), "1,234 Mio. $"),
        ("de", Money(20e6, "USD", high=30e6), "20 Mio. $ – 30 Mio. $"),
        ("pt", Money(140e6, "USD"), "US$ 140 mi"),
        ("de", Money(2e6, "XTS"), "2 Mio. XTS"),
    ],
)
def test_a_sum_keeps_every_digit_and_its_currency(code: str, money: Money, told: str) -> None:
    with speaking(code):
        assert plain(forms().money(money)) == told


@pytest.mark.parametrize(
    ("code", "value", "told"),
    [
        ("en", 7_000, "7,000"),
        ("de", 7_000, "7.000"),
        ("fr", 7_000, "7 000"),
        ("de", 1.5e6, "1,5 Millionen"),
        ("ja", 1.5e6, "150万"),
        ("de", 3, "3"),
        ("de", 0.5, "0,5"),
        ("hi", 250_000, "2,50,000"),
    ],
)
def test_a_number(code: str, value: float, told: str) -> None:
    with speaking(code):
        assert plain(forms().number(value)) == told


@pytest.mark.parametrize(("code", "told"), [("en", "12.5%"), ("de", "12,5 %"), ("tr", "%12,5")])
def test_per_cent(code: str, told: str) -> None:
    with speaking(code):
        assert plain(forms().percent(12.5)) == told


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", "Monday, 8 September 2025, 09:05"),
        ("de", "Montag, 8. September 2025, 09:05"),
        ("zh", "2025年9月8日星期一, 09:05"),
    ],
)
def test_a_moment(code: str, told: str) -> None:
    with speaking(code):
        assert plain(forms().moment(datetime(2025, 9, 8, 9, 5))) == told


DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))
WHENS = st.one_of(
    DAYS.map(When.day),
    DAYS.map(lambda day: When.month(day.year, day.month)),
    DAYS.map(lambda day: When.quarter(day.year, (day.month + 2) // 3)),
    DAYS.map(lambda day: When.year(day.year)),
)


@given(CODES, WHENS)
def test_no_precision_is_invented(code: str, when: When) -> None:
    """A month is told without a day, a year without a month: the digits beside the year say so."""
    with speaking(code):
        told = forms().when(when)
    rest = told.replace(str(when.start.year), "", 1)
    digits = "".join(char if char.isdigit() else " " for char in rest).split()
    most = {"day": 2, "month": 1, "quarter": 2, "year": 0}[when.precision]
    assert str(when.start.year) in told
    assert len(digits) <= most
    if when.precision == "day":
        assert when.start.day in [int(number) for number in digits]
    if when.precision == "month":
        assert all(int(number) == when.start.month for number in digits)


@example("hi", 10**13, "USD")
@given(CODES, st.integers(1, 10**13), st.sampled_from(["USD", "CNY", "EUR", "JPY", "KRW", "GBP"]))
def test_two_sums_are_never_told_alike(code: str, units: int, currency: str) -> None:
    with speaking(code):
        assert forms().money(Money(units, currency)) != forms().money(Money(units + 1, currency))


@given(CODES, WHENS, st.floats(0.01, 1e14), st.booleans())
def test_no_unseen_character_gets_into_an_answer(code: str, when: When, value: float, about: bool) -> None:
    with speaking(code):
        told = forms().when(when) + forms().money(Money(value, "USD", about)) + forms().number(value)
    assert not [char for char in told if unicodedata.category(char).startswith("C")]


@given(WHENS, st.floats(0.01, 1e14))
def test_english_is_what_the_bot_reads_back(when: When, value: float) -> None:
    assert forms().when(when) == format_when(when)
    assert forms().money(Money(value, "USD")) == format_money(Money(value, "USD"))


async def test_two_answers_at_a_time_are_each_written_in_their_own_forms() -> None:
    async def told(code: str) -> str:
        with speaking(code):
            await asyncio.sleep(0)
            return forms().day(SEPTEMBER_8)

    assert await asyncio.gather(told("de"), told("en"), told("zh")) == [
        "8. September 2025", "8 September 2025", "2025年9月8日",
    ]  # fmt: skip
    assert forms().day(SEPTEMBER_8) == "8 September 2025"
