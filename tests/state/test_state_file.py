"""The file: who may read it, what it is, what is refused."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.state import State, StateError


@pytest.fixture
def place(file: Path) -> Path:
    return file


def test_is_made_with_its_folder_and_for_its_owner_alone(file: Path, state: State) -> None:
    assert file.stat().st_mode & 0o777 == 0o600
    assert {path.stat().st_mode & 0o077 for path in file.parent.glob("state.db*")} == {0}


def test_a_file_that_others_could_read_is_closed_to_them(file: Path) -> None:
    State.open(file).close()
    file.chmod(0o644)
    State.open(file).close()
    assert file.stat().st_mode & 0o777 == 0o600


def test_writers_do_not_block_readers(state: State) -> None:
    assert state.database.rows("PRAGMA journal_mode")[0][0] == "wal"


def test_another_program_s_database_is_refused_and_left_alone(file: Path) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE recipes (name)")
    file.chmod(0o644)
    before = file.read_bytes()
    with pytest.raises(StateError, match="no state database"):
        State.open(file)
    assert file.read_bytes() == before
    assert file.stat().st_mode & 0o777 == 0o644


def test_what_is_no_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    pipe = tmp_path / "state.db"  # for one of the machine's devices
    os.mkfifo(pipe, mode=0o644)
    before = pipe.stat().st_mode
    with pytest.raises(StateError, match="is no file: name another place with BOT_STATE"):
        State.open(pipe)
    assert pipe.stat().st_mode == before


def test_a_file_that_is_no_database_is_refused(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("Dear diary, " * 500)
    with pytest.raises(StateError, match=r"is damaged .*bot restore FILE"):
        State.open(file)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where a folder is wanted")
    with pytest.raises(StateError, match="BOT_STATE"):
        State.open(tmp_path / "data" / "state.db")


def test_damage_is_found(file: Path) -> None:
    with State.open(file) as state:
        for number in range(500):
            state.kept.put(f"key {number}", "x" * 200)
        state.database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(file.read_bytes())
    for page in range(len(data) // 4096 // 2, len(data) // 4096):
        data[4096 * page : 4096 * page + 64] = b"\xff" * 64
    file.write_bytes(data)
    with State.open(file) as state:
        assert state.broken() != ""


def test_what_cannot_be_kept_holds_up_nobody(file: Path, state: State) -> None:
    with pytest.raises(sqlite3.IntegrityError), state.database.filling():  # found at the end of the transaction
        state.database.write("INSERT INTO saved (action, name, away) VALUES (999, 'a.md', '')")
    state.kept.put("key", "value")
    with State.open(file) as other:
        assert other.kept.get("key") == "value"


def test_a_fault_of_the_database_is_told_in_a_line(file: Path) -> None:
    with State.open(file) as state:
        state.database.rows("PRAGMA query_only = ON")
        with pytest.raises(StateError, match=r"cannot be written .*BOT_STATE"), state:
            state.kept.put("key", "value")


def test_a_state_that_somebody_holds_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    State.open(file).close()
    monkeypatch.setattr("bot.state.sqlite._PATIENCE", 0.1)
    with closing(sqlite3.connect(file, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(StateError, match=r"held by another process .*try again"):
            State.open(file)
