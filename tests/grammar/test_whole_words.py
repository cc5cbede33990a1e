"""A word is found where the pattern for a whole word finds it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.grammar.whole_words import beginnings, is_whole, stands_in

TEXTS = st.text("abA_1é机 .-’\n", max_size=12)
WORDS = st.text("abA_1é机 .-’", min_size=1, max_size=3)


@pytest.mark.parametrize(
    ("text", "word", "stands"),
    [
        ("the arm of Acme.", "arm", True),
        ("the farm of Acme.", "arm", False),
        ("the arms of Acme.", "arm", False),
        ("farm and arm", "arm", True),
        ("arm", "arm", True),
        ("arm_2", "arm", False),
        ("its Arm", "arm", False),
        ("Émile's", "mile", False),
        ("机器人", "机器", False),
        ("", "arm", False),
    ],
)
def test_a_word_stands_whole_or_not(text: str, word: str, stands: bool) -> None:
    assert stands_in(text, word) is stands


@given(TEXTS, WORDS)
def test_it_stands_where_the_pattern_finds_it(text: str, word: str) -> None:
    assert stands_in(text, word) is (re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None)


@given(TEXTS, WORDS)
def test_it_begins_wherever_the_pattern_does(text: str, word: str) -> None:
    expected = [met.start() for met in re.finditer(rf"(?<!\w)(?={re.escape(word)})", text)]
    assert list(beginnings(text, word)) == expected


@given(TEXTS, st.integers(0, 14))
def test_it_is_whole_where_no_letter_follows(text: str, end: int) -> None:
    assert is_whole(text, end) is (re.compile(r"\w").match(text, end) is None)
