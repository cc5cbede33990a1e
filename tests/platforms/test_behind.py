"""What stands behind a desk: one for all platforms, and by what there is when it is asked."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from bot.platforms.shared import behind
from bot.platforms.shared.desk import Desk
from bot.settings import Settings
from bot.state import State
from tests.platforms.stores import Shelf


async def test_a_reload_reads_the_folders_that_there_are_by_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def telling(db: Path, state: Path | str, folders: Iterable[Path]) -> list[str]:
        told = json.dumps({"skipped": [[folder.name, "was read"] for folder in folders]})
        return [sys.executable, "-c", f"print({told!r})"]

    monkeypatch.setattr(behind, "build_command", telling)
    settings = Settings(db=tmp_path / "facts.db", seeds=tmp_path / "seeds", inbox=tmp_path / "inbox")
    desk = Desk(Shelf().servings())
    with State.open(tmp_path / "state.db") as state:
        reloader = behind.reloader_of(settings, desk, state)
        assert [name for name, _ in (await reloader.reload("U1")).skipped] == ["seeds"]
        settings.inbox.mkdir()
        assert [name for name, _ in (await reloader.reload("U1")).skipped] == ["seeds", "inbox"]
        assert behind.reloader_of(settings, desk, state) is reloader
    assert await desk.close()
