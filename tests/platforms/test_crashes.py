"""Killed while it posts, with the real clients on both platforms: nothing is lost, nothing comes twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.platforms.crashing import under_fire


@pytest.mark.parametrize("processes", [1, 2])
async def test_kills_lose_and_repeat_nothing(place: Path | str, processes: int) -> None:
    outcome = await under_fire(place, kills=8, channels=12, processes=processes)
    assert outcome.faults == []
    assert outcome.kills == 8
    assert set(outcome.arrived.values()) == {outcome.due}
    assert (outcome.lost, outcome.repeated) == (0, 0)
