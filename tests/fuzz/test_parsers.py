"""Every parser, with any text and with what it looks for in any order: something or its word, and in time."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.parsers import DICTIONARY, PARSERS

TEXTS = st.one_of(
    st.text(max_size=120),
    st.text(st.characters(), max_size=60),  # halves of characters as well
    st.lists(st.sampled_from(DICTIONARY), max_size=14).map(" ".join),
    st.lists(st.sampled_from(DICTIONARY), max_size=14).map("".join),
)
LENGTH, SHORT = 10_000, 1_000
SECONDS = 1.0
"""Of processor time for the full length."""
SUSPICIOUS = 0.02
"""For the short one: less comes to two seconds at full length, were it by the square of the length."""


@pytest.mark.parametrize("name", PARSERS)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_any_text_gives_something_or_a_word(name: str, text: str) -> None:
    PARSERS[name](text)


UNITS = [
    *"[({<>\"',.-$9Aa&*_#|\\/:!年亿。\0\ud800\u0301\n\t ",
    *["a ", "A ", "A. ", "Aa ", "A-", "9,", "1.", "$1 ", "2025 ", "in May ", "and ", "of the ", "**a ", "](", "- a\n"],
    *["<p>", "&amp;", "'s ", "{a: ", '{"a":', "[[", "a: b\n", "http://", "奎隆", "一亿", "Quillon, "],
]


def taken(name: str, text: str) -> float:
    began = time.process_time()
    PARSERS[name](text)
    return time.process_time() - began


@pytest.mark.parametrize("name", PARSERS)
def test_ten_kilobytes_of_anything_take_less_than_a_second(name: str) -> None:
    """What is fast for a tenth of it is not tried at length; what is slow there is tried again: machines are busy."""
    PARSERS[name]("a")  # what is loaded once is loaded
    late = []
    for unit in UNITS:
        if taken(name, (unit * SHORT)[:SHORT]) < SUSPICIOUS:
            continue
        text = (unit * LENGTH)[:LENGTH]
        if all(taken(name, text) > SECONDS for _ in range(3)):
            late.append(unit)
    assert late == []
