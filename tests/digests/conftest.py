"""What the tests of digests start from: the day before one is due, and a press that has published nothing."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.digests.days import MONDAY
from tests.digests.press import Press
from tests.state.clock import Clock


@pytest.fixture
def clock() -> Clock:
    clock = Clock()
    clock.at = MONDAY - timedelta(days=1)
    return clock


@pytest.fixture
def press(tmp_path: Path) -> Press:
    return Press(tmp_path)
