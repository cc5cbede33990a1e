"""Drafts that tell one fact become one; what only looks alike stays apart."""

from __future__ import annotations

import pytest

from bot.extraction.consolidate import same_fact
from bot.extraction.kind import Draft, all_kinds


def _round(name: str) -> Draft:
    return Draft("funding", {"company": "Vantor Robotics", "round": name}, 0, 10)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Series A+", "A+ round", True),
        ("Series A+", "A plus", True),
        ("A+", "A++", False),
        ("Series A", "Series A+", False),
        ("Angel", "Angel+", False),
        ("Series A", "Series B", False),
    ],
)
def test_of_the_name_of_a_round_every_plus_counts(first: str, second: str, same: bool) -> None:
    assert same_fact(all_kinds()["funding"], _round(first), _round(second)) is same
