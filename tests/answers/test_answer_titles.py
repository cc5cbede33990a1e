"""Posts in any wording."""

from __future__ import annotations

import pytest

from bot.answers.titles import fits, standing


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ("founder and chief executive", "marketing director"),
        ("CEO", "chairman"),
        ("co-founder", "president"),
        ("president", "head of hardware"),
        ("chair", "vice president of sales"),
    ],
)
def test_who_leads_a_house_stands_before_who_leads_a_part_of_it(higher: str, lower: str) -> None:
    assert standing(higher) < standing(lower)


@pytest.mark.parametrize("title", ["cofounder", "co-founder and CTO", "Founder"])
def test_a_founder_may_be_written_in_any_way(title: str) -> None:
    assert fits(title, "cofounders")
