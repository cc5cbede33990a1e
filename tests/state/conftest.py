from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.state import State
from tests.state.clock import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "state.db"


@pytest.fixture
def state(place: Path | str, clock: Clock) -> Iterator[State]:
    with State.open(place, clock) as opened:
        yield opened
