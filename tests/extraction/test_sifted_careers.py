"""Whose title, date and house is whose where a sentence speaks of several people; studies and foundings."""

from __future__ import annotations

import pytest

from bot.model.statement import SlotValue
from bot.model.when import When
from tests.extraction.test_sifting import told

HOUSE = "Veltrix Robotics"


def post(text: str, person: str, organization: str = HOUSE, /, **slots: SlotValue) -> dict[str, SlotValue] | None:
    return told(text, "role", person=person, organization=organization, **slots)


@pytest.mark.parametrize(
    ("text", "house", "title"),
    [
        ("Head of sales Jane Holloway told Harborside Daily that Veltrix Robotics grows.", "Harborside Daily", "head"),
        ("Jane Holloway is in talks to join Ondine Systems, people said at Veltrix.", "Ondine Systems", None),
        ("The board of Veltrix Robotics asked Jane Holloway to look for a chief operating officer.", HOUSE,
         "chief operating officer"),
        ("Staff writer Jane Holloway visited Veltrix Robotics.", HOUSE, "Staff writer"),
        ("Jane Holloway, an alumna of Harborside University, runs Veltrix.", "Harborside University", "alumna"),
    ],
)  # fmt: skip
def test_no_post(text: str, house: str, title: str | None) -> None:
    assert post(text, "Jane Holloway", house, **({"title": title} if title else {})) is None


def test_clause_on_the_predecessor() -> None:
    text = "Jane Holloway succeeds Paul Merritt, who has led Veltrix Robotics since 2016."
    assert post(text, "Jane Holloway", title="head", start=When.from_iso("2016")) is None
    assert post(text, "Paul Merritt", title="head", start=When.from_iso("2016")) is not None
    text = "Jane Holloway was made chair of Veltrix Robotics, replacing Paul Merritt, who is to become honorary chair."
    assert "title" not in (post(text, "Jane Holloway", title="honorary chair") or {"title": 1})


def test_title_of_the_next_name() -> None:
    text = "With me are our chief executive, Paul Merritt, and our finance head, Jane Holloway, of Veltrix Robotics."
    assert post(text, "Paul Merritt", title="finance head") is None
    assert post(text, "Jane Holloway", title="finance head") is not None


@pytest.mark.parametrize(
    ("text", "slots", "left"),
    [
        ("Veltrix Robotics has appointed Jane Holloway as CEO, it said on October 2.", {"start": "2025-10-02"}, {}),
        ("Jane Holloway will retire as CEO of Veltrix Robotics as of December 31, 2025.",
         {"start": "2025-12-31", "end": "2025-12-31"}, {"end": "2025-12-31"}),
        ("Since 2024, it has shipped robots, said Jane Holloway, CEO of Veltrix Robotics.", {"start": "2024"}, {}),
        ("Jane Holloway has been CEO of Veltrix Robotics since 2024.", {"start": "2024"}, {"start": "2024"}),
    ],
)  # fmt: skip
def test_dates_of_a_post(text: str, slots: dict[str, str], left: dict[str, str]) -> None:
    found = post(text, "Jane Holloway", title="CEO", **{k: When.from_iso(v) for k, v in slots.items()}) or {}
    assert {k: v for k, v in found.items() if k in {"start", "end"}} == {k: When.from_iso(v) for k, v in left.items()}


@pytest.mark.parametrize(
    ("text", "slots", "left"),
    [
        ("Jane Holloway dropped out of a master's course at Harborside University.", {"degree": "master"}, set()),
        ("Jane Holloway has two, from Harborside University.", {"field": "who has two"}, set()),
        ("Jane Holloway, a Harborside University graduate who ran noodle shops, left.", {"field": "noodle shops"},
         set()),
        ("Jane Holloway holds a doctorate in physics from Harborside University.",
         {"degree": "doctorate", "field": "physics"}, {"degree", "field"}),
    ],
)  # fmt: skip
def test_studies(text: str, slots: dict[str, str], left: set[str]) -> None:
    found = told(text, "education", person="Jane Holloway", school="Harborside University", **slots) or {}
    assert found.keys() & {"degree", "field"} == left


@pytest.mark.parametrize(
    ("text", "founders"),
    [
        ("Veltrix Robotics, founded in 2019, is led by general manager Jane Holloway.", None),
        ("Chairman Jane Holloway, a farmer, founded Veltrix Robotics in 2019.", ("Jane Holloway",)),
    ],
)  # fmt: skip
def test_founders(text: str, founders: tuple[str, ...] | None) -> None:
    found = told(text, "founding", organization=HOUSE, date=When.from_iso("2019"), founders=("Jane Holloway",)) or {}
    assert found.get("founders") == founders


def test_no_founding_by_who_is_appointed() -> None:
    text = "Until a successor is found, Jane Holloway will serve as president of Veltrix Robotics."
    assert told(text.replace("found,", "named,"), "founding", organization=HOUSE, founders=("Jane Holloway",)) is None
