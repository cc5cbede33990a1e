"""What holds for all tests: with HYPOTHESIS_PROFILE=fixed, properties are tried on the same examples every time.

A run that decides whether something lands must not depend on luck; runs by hand go on looking for new examples.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import settings

from tests.postgres import MISSING, Server, programs

settings.register_profile("fixed", derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(autouse=True)
def collected_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a serving process does to the collector is of the whole process: here it would be of all tests to come.

    What one test leaves behind, such as a connection that its far end broke, would be freed, and warned of, in another.
    """
    for name in ("bot.running", "bot.commandline.serving", "bot.commandline.commands.platforms"):
        module = sys.modules.get(name)
        if module is not None and hasattr(module, "settle"):
            monkeypatch.setattr(module, "settle", lambda: None)
        if module is not None and hasattr(module, "loading"):
            monkeypatch.setattr(module, "loading", nullcontext)


@pytest.fixture
def collector() -> Iterator[None]:
    """For tests of the collector: as Python has it, nothing left over from tests before, and so again afterwards."""
    gc.unfreeze()
    gc.collect()
    gc.set_threshold(700, 10, 10)
    yield
    gc.enable()
    gc.unfreeze()
    gc.set_threshold(700, 10, 10)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server; what needs it is skipped where there is none."""
    pytest.importorskip("psycopg", reason="the extra `cluster` is not installed")
    where = programs()
    if where is None:
        pytest.skip(MISSING)
    try:
        server = Server(where)
    except (OSError, subprocess.SubprocessError) as error:
        pytest.skip(f"PostgreSQL does not start on this machine: {error}")
    yield server
    server.close()


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where a state may be, one after the other."""
    if request.param == "SQLite":
        return tmp_path / "data" / "state.db"
    return str(request.getfixturevalue("postgres").fresh())
