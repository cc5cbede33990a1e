"""Killed while it posts, with the real clients on both platforms: nothing is lost, nothing comes twice."""

from __future__ import annotations

from pathlib import Path

from tests.platforms.crashing import under_fire


async def test_kills_lose_and_repeat_nothing(tmp_path: Path) -> None:
    outcome = await under_fire(tmp_path, kills=8, channels=12)
    assert outcome.faults == []
    assert outcome.kills == 8
    assert set(outcome.arrived.values()) == {outcome.due}
    assert (outcome.lost, outcome.repeated) == (0, 0)
