"""One store of invented facts for all tests of answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.answers import Answerer
from bot.store.read import Facts
from tests.answers.answer_shelf import put_together


@pytest.fixture(scope="session")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facts]:
    with Facts.open(put_together(tmp_path_factory.mktemp("answers"))) as opened:
        yield opened


@pytest.fixture(scope="session")
def answerer(facts: Facts) -> Answerer:
    return Answerer(facts, today=date(2025, 12, 1))
