"""Where the gold's facts are told in an article, and whom they are about: what the learned reader is taught."""

from __future__ import annotations

from typing import Any

import pytest

from bot.training.reader_labels import Told, told
from tests.extraction.reading import read

_TEXT = (
    "Vantor Robotics raised $12 million from Kestrel Ventures. Jane Porter, its head of sales, left for Orrin Group."
)
_ENTITIES = {"Vantor Robotics": ["Vantor"], "Kestrel Ventures": [], "Jane Porter": [], "Orrin Group": []}
_FIRST, _SECOND = (f"{part.strip()}." for part in _TEXT.rstrip(".").split(". "))


def taught(fact: dict[str, Any]) -> tuple[Told, dict[str, set[str]]]:
    context = read(_TEXT)
    (only,) = told(context, {"entities": _ENTITIES, "facts": [fact]})
    return only, {slot: {context.clusters[c].name for c in found} for slot, found in only.clusters.items()}


@pytest.mark.parametrize(
    ("fact", "place", "named"),
    [
        (
            {"kind": "funding", "company": "Vantor", "amount": {"value": 12000000, "currency": "USD"},
             "investors": [{"name": "Kestrel Ventures", "lead": False}], "quote": _FIRST},
            "$12 million", {"company": {"Vantor Robotics"}, "investors": {"Kestrel Ventures"}},
        ),
        (
            {"kind": "role", "person": "Jane Porter", "organization": "Vantor Robotics", "quote": _SECOND,
             "title": {"any": ["head of sales", "sales chief"]}},
            "head of sales", {"person": {"Jane Porter"}, "organization": {"Vantor Robotics"}},
        ),
        (
            {"kind": "role", "person": "Jane Porter", "organization": {"any": ["Orrin Group", None]}, "quote": _SECOND},
            "Orrin Group", {"person": {"Jane Porter"}, "organization": {"Orrin Group"}},
        ),
        (
            {"kind": "launch", "product": "The Arm", "maker": "Vantor Robotics", "quote": _FIRST},
            "Vantor Robotics", {"product": set(), "maker": {"Vantor Robotics"}},
        ),
    ],
)  # fmt: skip
def test_a_fact_is_told_at_its_figure_its_title_or_its_name(
    fact: dict[str, Any], place: str, named: dict[str, set[str]]
) -> None:
    found, people = taught(fact)
    assert found.position == _TEXT.index(place)
    assert people == named


def test_a_fact_whose_quote_stands_nowhere_teaches_nothing() -> None:
    fact = {"kind": "price", "product": "Vantor", "quote": "It costs $5."}
    assert told(read(_TEXT), {"entities": _ENTITIES, "facts": [fact]}) == []


def test_facts_that_need_not_be_found_are_marked() -> None:
    fact = {"kind": "statement", "speaker": "Jane Porter", "quote": _SECOND, "optional": True}
    assert taught(fact)[0].optional
