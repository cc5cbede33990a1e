"""The words of a candidate and those around it: which marks are seen, and how they are weighed together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.extraction.kind import Draft
from bot.extraction.learned.wording import BUCKETS, buckets, marks, weighed
from bot.model.money import Money
from tests.extraction.reading import read

TEXT = "On Monday the startup Vantor Labs raised $5 million from Orrin Capital."


def seen(**slots: object) -> frozenset[str]:
    context = read(TEXT)
    sentence = context.sentences[0]
    return marks(Draft("funding", slots, sentence.start, sentence.end, 1.0), sentence)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("mark", "why"),
    [
        ("funding|raised", "a word of the sentence"),
        ("funding.company?", "that a slot is filled"),
        ("funding.company=vantor", "a word of the slot"),
        ("company^vantor", "its first word"),
        ("company$labs", "its last word"),
        ("company~Aa Aa", "how it is written"),
        ("funding.company<startup", "what stands before it"),
        ("funding.company>raised", "what stands behind it"),
        ("funding.company<<the startup", "both words before it"),
    ],
)
def test_what_is_seen_of_a_candidate(mark: str, why: str) -> None:
    assert mark in seen(company="Vantor Labs"), why


def test_sums_are_seen_by_their_currency_and_empty_slots_not_at_all() -> None:
    found = seen(company="Vantor Labs", amount=Money(5_000_000, "USD"), round=None)
    assert "funding.amount=usd" in found
    assert not any(mark.startswith("funding.round") for mark in found)


def test_a_name_that_the_sentence_does_not_write_has_no_words_around_it() -> None:
    assert not any(mark.startswith(("funding.company<", "funding.company>")) for mark in seen(company="Kestrel"))


def test_a_candidate_without_a_sentence_still_has_its_own_words() -> None:
    assert "company^vantor" in marks(Draft("funding", {"company": "Vantor"}, 0, 1, 1.0), None)


def test_weights_add_up_over_the_root_of_how_many_marks_there_are() -> None:
    weights = np.zeros(BUCKETS, dtype=np.float32)
    four = {"a", "b", "c", "d"}
    weights[buckets({"a"})], weights[buckets({"b"})] = 3.0, -1.0
    assert weighed(four, weights, 0.25) == pytest.approx(0.25 + 2.0 / 2)
    assert weighed((), weights, 0.25) == 0.25


@given(st.sets(st.text(max_size=20), max_size=30))
def test_every_mark_has_a_place_and_the_order_does_not_matter(found: set[str]) -> None:
    at = buckets(found)
    assert len(at) <= len(found) or not found
    assert all(0 <= place < BUCKETS for place in at)
    assert np.array_equal(at, buckets(sorted(found, reverse=True)))
