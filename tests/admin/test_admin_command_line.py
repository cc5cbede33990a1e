"""`bot facts` and `bot build --checked` as a user meets them, with the real reader."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import run
from bot.store.read import Facts
from tests.raising import QUILLON, put


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with one article in seeds."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "2025-03-04-quillon.md").write_text(QUILLON, "utf-8")
    return tmp_path


def test_look_judge_reload_and_take_back(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def said(*words: str, status: int = 0) -> str:
        assert run(["facts", *words]) == status
        return capsys.readouterr().out

    assert "There is no fact store at data/facts.db" in said(status=1)
    assert "1 fact from 1 article now (action 1)" in said("reload")
    assert said().startswith("1 fact from 1 article, built ")
    assert "Harbor Lane Ventures is Quillon Robotics" in said("same", "Quillon Robotics", "Harbor Lane Ventures")
    assert "Took back action 2" in said("undo")
    shown = said("sources", "Quillon Robotics").splitlines()[1].split()[0]
    assert "Noted as action 4: retracted: funding: Quillon Robotics raised $21 million" in said("retract", shown)
    assert run(["build"]) == 0
    assert "0 facts" in (told := capsys.readouterr().out)
    assert "since the last build: 1 withdrawn\njudgements applied: 1" in told
    assert "console" in said("audit")
    assert "There is no “bot facts frobnicate”" in said("frobnicate", status=1)


def test_what_was_saved_beside_the_seeds_is_built_too(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "data").mkdir()
    put(here / "data" / "inbox", "two.md", "Brisk raised $7 million in a Series B round led by Ember Point Capital.")
    assert run(["build", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["articles"] == 2
    assert run(["build", "--json", "--seeds", "seeds"]) == 0
    assert json.loads(capsys.readouterr().out)["articles"] == 1


def test_a_build_that_must_not_serve_is_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build"]) == 0
    (here / "seeds" / "2025-03-04-quillon.md").unlink()
    put(here / "seeds", "two.md", "Nothing of note happened in the town of robots on that day, says the paper.")
    assert run(["build", "--checked"]) == 2
    assert "the new store holds 0 facts where 1 are served now" in capsys.readouterr().err
    with Facts.open(here / "data" / "facts.db") as facts:
        assert facts.counts()["facts"] == 1


def test_a_build_with_a_state_that_cannot_be_read_is_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "state.db").write_bytes(b"no database at all" * 100)
    assert run(["build", "--state", "state.db"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("bot build: ")


def test_what_administers_loads_no_language_model(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build"]) == 0
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "bot", "facts", "status"], capture_output=True, text=True, check=True
    )
    loaded = {line.rpartition("|")[2].strip() for line in told.stderr.splitlines() if line.startswith("import time:")}
    assert "bot.admin.desk" in loaded
    assert not {name for name in loaded if name.split(".")[0] in {"spacy", "thinc", "trafilatura"}}
    assert not {name for name in loaded if name.startswith(("bot.extraction", "bot.articles", "bot.knowledge"))}
