"""One library, built and published once a file of tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site import library


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    press = library.write(tmp_path_factory.mktemp("library"))
    press.build().close()
    return press.db


@pytest.fixture(scope="module")
def site(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from bot.store.read import Facts

    with Facts.open(store) as facts:
        return library.site(tmp_path_factory.mktemp("web"), facts)
