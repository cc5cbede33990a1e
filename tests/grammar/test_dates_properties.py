"""What holds for dates in any text."""

import calendar
import re
import sys
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.grammar import date_mentions
from bot.grammar.date_words import season, third
from bot.grammar.dates import find_dates, format_when, parse_period
from bot.model.when import When

TODAY = date(2025, 10, 15)
YEARS = st.integers(1900, 2098)
MONTHS = st.integers(1, 12)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))

WORDS = re.split(
    " ",
    "in by since until the of last next this year month week May March October Oct. 8 31 2024 2025 99 first third "
    "half quarter spring fall Wednesday today ago later years five within over to - – , . ' Q3 H1 FY24 今年 9月 "
    "10月8日 上 周三 年 月 日 2025年 未来 五年 以来 到 前 底 第三季度 29 February early mid end decade 0 13月 40日",
)
PHRASES = st.lists(st.sampled_from(WORDS), max_size=14).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words)])
)
TEXTS = st.one_of(st.text(max_size=80), PHRASES)


def span(first: date, second: date) -> When:
    return When(min(first, second), max(first, second), "span")


PUBLISHED = st.one_of(
    st.none(),
    st.dates().map(When.day),
    st.builds(When.month, st.integers(1, 9999), MONTHS),
    st.builds(When.year, st.integers(1, 9999)),
    st.builds(span, st.dates(), st.dates()),
)

WHENS = st.builds(
    lambda when, about, opens: replace(when, approximate=about, open=opens),
    st.one_of(
        DAYS.map(When.day),
        st.builds(When.month, YEARS, MONTHS),
        st.builds(When.quarter, YEARS, st.integers(1, 4)),
        st.builds(When.half, YEARS, st.integers(1, 2)),
        st.builds(When.year, YEARS),
        st.builds(When.decade, st.integers(190, 208).map(lambda n: 10 * n)),
        st.builds(season, YEARS, st.sampled_from((3, 6, 9, 12))),
        st.builds(third, YEARS, st.sampled_from(("early", "mid", "late"))),
        st.builds(span, DAYS, DAYS),
        st.builds(lambda a, b: span(date(a, 1, 1), date(max(a, b), 12, 31)), YEARS, YEARS).filter(
            lambda when: when.start.year <= when.end.year
        ),
        st.builds(lambda y, m, n: span(date(y, m, 1), When.month(y + n, 12).end), YEARS, MONTHS, st.integers(0, 1)),
    ),
    st.booleans(),
    st.sampled_from(("", "after", "before")),
)


@given(TEXTS, PUBLISHED, st.one_of(st.none(), st.integers(-5, 20000)))
def test_any_text_gives_ordered_slices_of_itself(text: str, published: When | None, year: int | None) -> None:
    edge = 0
    for mention in find_dates(text, published, context_year=year):
        assert text[mention.start : mention.end] == mention.text
        assert edge <= mention.start < mention.end
        edge = mention.end


@given(TEXTS, st.dates())
def test_any_question_has_a_period_or_none(text: str, today: date) -> None:
    period = parse_period(text, today)
    assert period is None or period.start <= period.end


@given(TEXTS)
def test_what_is_called_absolute_does_not_hang_on_the_publication(text: str) -> None:
    for mention in find_dates(text, None):
        assert (mention.when is None) == (mention.kind == "relative")


@given(WHENS)
def test_a_printed_period_reads_back(when: When) -> None:
    assert parse_period(format_when(when), TODAY) == when


@given(DAYS)
def test_every_way_to_write_a_day_is_that_day(day: date) -> None:
    month = calendar.month_name[day.month]
    for text in (
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{day.day} {month[:3]} {day.year}",
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
    ):
        assert [m.when for m in find_dates(f"On {text} it opened.", None)] == [When.day(day)]


def steps(text: str) -> int:
    """How many calls the work on a text takes."""
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        find_dates(text, When.day(TODAY))
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize(
    "unit", ["2025 ", "in March ", "the ", "first ", "9月", "8", " ", "the end of the ", "from 2024 to "]
)
def test_the_work_grows_with_the_text_and_not_faster(unit: str) -> None:
    assert steps(unit * 400) <= 2.5 * steps(unit * 200)


def test_no_pattern_repeats_without_bound() -> None:
    for rule in date_mentions.ALL_RULES:
        outside_classes = re.sub(r"\\.|\[[^\]]*\]", "", rule.pattern.pattern)
        assert not re.search(r"[+*]|,\}", outside_classes)
