"""What holds for all tests: with HYPOTHESIS_PROFILE=fixed, properties are tried on the same examples every time.

A run that decides whether something lands must not depend on luck; runs by hand go on looking for new examples.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.postgres import MISSING, Server, programs

settings.register_profile("fixed", derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


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
