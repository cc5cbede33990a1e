"""`/facts` with words that cannot be meant: what is amiss is said, and how to say it; nothing is judged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.model.when import When
from tests.admin.conftest import House
from tests.admin.test_facts_desk import event_id
from tests.digests.press import Press


async def refused(house: House, text: str) -> str:
    answer = await house.says(text)
    assert not answer.answered
    assert house.state.judgements.standing() == []
    return answer.title


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('same "Quillon', "Put both names in quotes"),
        ("same Quillon", "Two names are needed"),
        ("different Quillon, quillon", "That is one name"),
        ("same Quillon and Nobody Known", "Nothing is known of “Nobody Known”"),
        ("undo first", "“first” is no number of an action"),
        ("correct Quillon", "Say what is right"),
        ("sources nowhere at all", "is no name, no article and no id that is known"),
        ("sources e.md", "Several articles are called so: one.md, three.md"),
    ],
)
async def test_it_is_said_what_is_amiss(house: House, text: str, why: str) -> None:
    assert why in await refused(house, text)


@pytest.fixture
def staffed(house: House, tmp_path: Path) -> House:
    """The same house over a store that tells how many people somebody employs."""
    (tmp_path / "press").mkdir()
    press = Press(tmp_path / "press")
    press.publish(
        "one", "2025-09-01", "Quillon had about 120 employees in 2024.", "metric",
        subject="Quillon", measure="employees", value=120.0, approximate=True, date=When.year(2024),
    )  # fmt: skip
    press.build().close()
    house.db = press.db
    return house


@pytest.mark.parametrize(
    ("rest", "why"),
    [
        ("value many", "“many” is no number"),
        ("date soon", "“soon” is no date: write it as 2025-10-08, 2025-10 or 2025"),
        ("approximate perhaps", "“perhaps” is neither yes nor no"),
    ],
)
async def test_a_value_has_to_be_of_the_sort_that_its_slot_holds(staffed: House, rest: str, why: str) -> None:
    assert why in await refused(staffed, f"correct {event_id(staffed, 'Quillon')} {rest}")


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("value 1,300", 1300),
        ("date 2025-03", "2025-03"),
        ("approximate NO", False),
        ("approximate yes", True),
        ("measure “units”", "units"),
    ],
)
async def test_a_value_is_taken_as_it_is_commonly_typed(staffed: House, rest: str, told: object) -> None:
    answer = await staffed.says(f"correct {event_id(staffed, 'Quillon')} {rest}")
    assert answer.answered
    (judgement,) = staffed.state.judgements.standing()
    assert json.loads(judgement.value) == told
