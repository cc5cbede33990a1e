"""Words and numbers without objects are found as they are in lists."""

from __future__ import annotations

from bisect import bisect_left

from hypothesis import given
from hypothesis import strategies as st

from bot.answers.packed import Ordered, Ranks

TEXTS = st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=6), max_size=40)


@given(TEXTS, st.text(st.characters(exclude_categories=("Cs",)), max_size=6))
def test_words_stand_where_they_stand_in_a_list(words, wanted):
    ordered = sorted(words)
    packed = Ordered(ordered)
    assert [packed[at] for at in range(len(packed))] == ordered
    assert packed.at(wanted) == bisect_left(ordered, wanted)


@given(st.integers(0, 3000), st.integers(0, 3000))
def test_the_smallest_of_a_stretch_come_first(one, other):
    numbers = [(n * 7919) % 3001 for n in range(3000)]
    first, last = sorted((one, other))
    assert list(Ranks(numbers).best(first, last)) == sorted(numbers[first:last])
