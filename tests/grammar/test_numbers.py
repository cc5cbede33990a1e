"""Numbers in running text: what counts something, and what is a date, a name or vague."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.grammar.numbers import find_numbers
from tests.grammar.spans import check_spans


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("eight", 8),
        ("7,000", 7_000),
        ("1.2 million", 1_200_000),
        ("1.2m units", 1_200_000),
        ("16 400 employees", 16_400),
        ("1 000 000 robots", 1_000_000),
        ("1.250 employees", 1_250),
        ("1,45,000", 145_000),
        ("3,5 million", 3_500_000),
        ("4.6m service robots", 4_600_000),
        ("20k robots", 20_000),
        ("100 k units", 100_000),
        ("1.3B parameters", 1_300_000_000),
        ("two dozen", 24),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("half a million", 500_000),
        ("three hundred and five", 305),
        ("four hundred and twenty thousand", 420_000),
        ("thirty-five robots", 35),
        ("a hundred", 100),
        ("10万台", 100_000),
        ("1.5亿", 150_000_000),
        ("三千万", 30_000_000),
        ("两万台", 20_000),
        ("2000张", 2_000),
        ("30kg", 30),
        ("5m tall", 5),
        ("2000 robots", 2_000),
        ("a 300-unit order", 300),
        ("the 5,000-robot fleet", 5_000),
        ("Two robots", 2),
        ("4.3 percentage points", 4.3),
        ("1 million", 1_000_000),
        ("1 lakh", 100_000),
    ],
)
def test_an_exact_number(text: str, value: float) -> None:
    (found,) = find_numbers(text)
    assert (found.value, found.high, found.approximate, found.percent) == (value, None, False, False)


@pytest.mark.parametrize(
    ("text", "value", "span"),
    [
        ("approximately 7,000 units", 7_000, "approximately 7,000"),
        ("100,000-plus units", 100_000, "100,000-plus"),
        ("more than 1,000 units", 1_000, "more than 1,000"),
        ("5,000+ units", 5_000, "5,000+"),
        ("some 80 people", 80, "some 80"),
        ("nearly 300 people", 300, "nearly 300"),
        ("up to two dozen robots", 24, "up to two dozen"),
        ("80-odd people", 80, "80-odd"),
        ("a hundred or so people", 100, "a hundred or so"),
        ("约95人", 95, "约95"),
        ("1万多台", 10_000, "1万多"),
        ("300台左右", 300, "300"),
    ],
)
def test_a_blurred_number(text: str, value: float, span: str) -> None:
    (found,) = find_numbers(text)
    assert (found.value, found.text) == (value, span)
    assert found.approximate == (span != "300")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3-5", 3, 5),
        ("between 300 and 500", 300, 500),
        ("5,000 to 8,000 units", 5_000, 8_000),
        ("3-5 million", 3_000_000, 5_000_000),
        ("two or three", 2, 3),
        ("ten to fifteen", 10, 15),
        ("10–15%", 10, 15),
        ("1至2万台", 10_000, 20_000),
    ],
)
def test_a_range(text: str, low: float, high: float) -> None:
    (found,) = find_numbers(text)
    assert (found.value, found.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("35%", 35),
        ("35 per cent", 35),
        ("2,5 percent", 2.5),
        ("35 percent", 35),
        ("thirty-five percent", 35),
        ("48.3%", 48.3),
        ("百分之35", 35),
        ("六成", 60),
        ("3成", 30),
    ],
)
def test_a_share(text: str, value: float) -> None:
    (found,) = find_numbers(text)
    assert (found.value, found.percent, found.text) == (value, True, text)


@pytest.mark.parametrize(
    "text",
    [
        "the eighth",
        "its 10,000th robot",
        "in 2025",
        "Founded 2016",
        "2023-2025",
        "October 8",
        "8 October",
        "Oct. 8th",
        "2025-10-08",
        "10/8/2025",
        "2025年10月8日",
        "at 10:30",
        "9 a.m.",
        "ten o'clock",
        "G1",
        "RT-2",
        "Figure 02",
        "Figure 3",
        "the 1X team",
        "7Bot",
        "π0.5",
        "Qwen2.5",
        "v1.5.2",
        "Gen 3",
        "phase two",
        "A+",
        "trillions",
        "hundreds of thousands",
        "dozens",
        "数千台",
        "几十台",
        "one of the firms",
        "the one that left",
        "four-legged",
        "One third",
        "一家公司",
        "成立",
        "万科",
        "36氪",
        "PhD '19",
        "nineteen eighty-four",
        "1. Rounds",
        "",
    ],
)
def test_no_number(text: str) -> None:
    assert find_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On 8 October 2025 it sold 30 robots.", [30]),
        ("It grew from 300 to 500.", [300, 500]),
        ("UBTech 131, Leju 97, Tesla 60.", [131, 97, 60]),
        ("G1 and H1 sold 1,500 units", [1_500]),
        ("two five-fingered hands", [2]),
        ("a line of 46-series cells for six makers", [6]),
        ("5 million 200 thousand units", [5_200_000]),
        ("a seven hundred page file", [700]),
        ("costs $5 and weighs 30 kg", [5, 30]),
        ("1,2,3", [1, 2, 3]),
    ],
)
def test_in_running_text(text: str, values: list[float]) -> None:
    assert [number.value for number in find_numbers(text)] == values


_PIECES = st.lists(
    st.sampled_from(
        [
            "1",
            "25",
            "2,000",
            "1.5",
            "2025",
            "'",
            ",",
            ".",
            "-",
            "–",
            "%",
            "k",
            "m",
            "bn",
            "million",
            "dozen",
            "two",
            "thirty",
            "and",
            "a",
            "half",
            "to",
            "between",
            "or",
            "from",
            "about",
            "+",
            "th",
            "成",
            "百分之",
            "三",
            "千",
            "万",
            "亿",
            "点",
            "年",
            "余",
            "数",
            "October",
            "v",
            "#",
            "/",
            ":",
        ]
    )
    | st.just(" "),
    max_size=14,
).map("".join)


@given(st.text() | _PIECES)
def test_any_text_gives_ordered_exact_spans(text: str) -> None:
    found = find_numbers(text)
    check_spans(text, found)
    assert all(number.high is None or number.value < number.high for number in found)


@given(st.integers(0, 10**12))
def test_a_printed_integer_is_read_back(value: int) -> None:
    printed = f"{value:,}"
    assert [(number.text, number.value) for number in find_numbers(printed)] == [(printed, value)]


@given(st.integers(1, 999_999))
def test_thousands_of_robots_are_counted_wherever_they_stand(value: int) -> None:
    numbers = find_numbers(f"Quillon shipped {value:,} robots last year.")
    assert [number.value for number in numbers] == [value]
