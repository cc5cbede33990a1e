from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store.read import Facts
from bot.store.write import write
from tests.store.shelf import content


@pytest.fixture
def facts(tmp_path: Path) -> Iterator[Facts]:
    path = tmp_path / "facts.db"
    write(path, content())
    with Facts.open(path) as opened:
        yield opened
