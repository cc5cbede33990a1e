"""Recaps: the month of their rounds, by their title or by the day they came out."""

from __future__ import annotations

import pytest

from bot.extraction.deals.recaps import month_of_recap
from bot.model.when import When
from tests.extraction.reading import read


@pytest.mark.parametrize(
    ("title", "month"),
    [
        ("Robotics funding recap: May 2024", "2024-05"),
        ("Four startups raise in a single week", "2025-10"),
        ("Halden Robotics raises $30 million in May 2024", ""),
        ("Halden Robotics opens a plant", ""),
    ],
)
def test_the_month_of_a_recap(title: str, month: str) -> None:
    when = month_of_recap(read(f"# {title}\n\nHalden Robotics raised $30 million.\n", title, "2025-10-18"))
    assert when == (When.from_iso(month) if month else None)
