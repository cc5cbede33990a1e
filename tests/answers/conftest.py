"""One store of invented facts for all tests of answers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from shelf import put_together

from bot.answers import Answerer
from bot.store.read import Facts


@pytest.fixture(scope="session")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facts]:
    with Facts.open(put_together(tmp_path_factory.mktemp("answers"))) as opened:
        yield opened


@pytest.fixture(scope="session")
def answerer(facts: Facts) -> Answerer:
    return Answerer(facts, today=date(2025, 12, 1))
