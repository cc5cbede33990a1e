"""Words are cut as the full-text index cuts them, many at once as one by one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.store.stemming import Stemmer

ENDINGS = ("", "s", "es", "ed", "ing", "er", "ers", "ation", "ational", "ly", "ness", "ment", "ful", "ies", "ization")
WORDS = st.builds(
    lambda root, ending: root + ending,
    st.text("abcdeilmnorstuvyzäéß机器人", min_size=3, max_size=8),
    st.sampled_from(ENDINGS),
)


@pytest.mark.parametrize(
    ("word", "stem"),
    [("raised", "rais"), ("raising", "rais"), ("robots", "robot"), ("hoping", "hope"), ("flies", "fli"),
     ("café", "cafe"), ("机器", "机器"), ("7", "7"),
     ("izloo人ing", "izloo\ufffd")],
)  # fmt: skip
def test_the_stem_of_a_word(word, stem):
    assert Stemmer()(word) == stem


@given(st.lists(WORDS, max_size=30, unique=True), st.lists(WORDS, min_size=1, max_size=6))
@settings(max_examples=200)
def test_words_among_some_stems_are_those_that_one_by_one_have_them(words, asked):
    one_by_one = Stemmer()
    stems = dict.fromkeys(map(one_by_one, asked))
    expected = {word: stem for word in words if (stem := one_by_one(word)) in stems}
    assert Stemmer().among(words, stems) == expected


def test_every_word_that_is_asked_for_is_found_by_its_stem():
    stemmer = Stemmer()
    words = ["Raised", "raises", "raise", "rise", "praise"]
    low = [word.casefold() for word in words]
    assert stemmer.among(low, {"rais": 1.0}) == {"raised": "rais", "raises": "rais", "raise": "rais"}
