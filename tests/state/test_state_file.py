"""The file: who may read it, what it is, how it grows, how it is copied."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.state import State, StateError
from bot.state.migrations import MIGRATIONS


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


def test_every_step_is_recorded_by_name(state: State) -> None:
    rows = state.database.rows("SELECT name, at FROM migration ORDER BY name")
    assert [row["name"] for row in rows] == sorted(name for name, _ in MIGRATIONS)
    assert {row["at"] for row in rows} == {"2025-10-06T09:00:00Z"}


def test_what_was_kept_is_there_when_opened_again(file: Path) -> None:
    with State.open(file) as state:
        state.kept.put("commands", "abc")
    with State.open(file) as state:
        assert state.kept.get("commands") == "abc"


@pytest.mark.parametrize("steps", range(len(MIGRATIONS)))
def test_an_older_state_is_brought_up_to_date(file: Path, steps: int, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as older:
        older.setattr("bot.state.migrations.MIGRATIONS", MIGRATIONS[:steps])
        State.open(file).close()
    with State.open(file) as state:
        assert len(state.database.rows("SELECT name FROM migration")) == len(MIGRATIONS)
        state.watches.add("slack", "user", "U1", "e1", "Unitree")


def test_a_state_of_a_newer_program_is_refused_and_left_alone(file: Path) -> None:
    with State.open(file) as state:
        state.database.write("INSERT INTO migration (name, at) VALUES ('99 telepathy', '')")
    with pytest.raises(StateError, match=r"newer version.*99 telepathy.*update"):
        State.open(file)


def test_a_step_that_fails_leaves_nothing_behind(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("bot.state.migrations.MIGRATIONS", (("01 half", ("CREATE TABLE half (x)", "CREATE NONSENSE")),))
        with pytest.raises(sqlite3.OperationalError):
            State.open(file)
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)


def test_another_program_s_database_is_refused_and_left_alone(file: Path) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE recipes (name)")
    before = file.read_bytes()
    with pytest.raises(StateError, match="no state database"):
        State.open(file)
    assert file.read_bytes() == before


def test_a_file_that_is_no_database_is_refused(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("Dear diary, " * 500)
    with pytest.raises(StateError, match=r"is damaged .*bot restore FILE"):
        State.open(file)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where a folder is wanted")
    with pytest.raises(StateError, match="BOT_STATE"):
        State.open(tmp_path / "data" / "state.db")


def test_a_transaction_is_kept_whole_or_not_at_all(state: State) -> None:
    def fail() -> None:
        with state.database.transaction():
            state.kept.put("a", "1")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert state.kept.get("a") is None


def test_a_copy_holds_everything(state: State, tmp_path: Path) -> None:
    state.kept.put("a", "1")
    state.backup(tmp_path / "copy.db")
    with State.open(tmp_path / "copy.db") as copy:
        assert copy.kept.get("a") == "1"
        assert copy.broken() == ""


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


def test_processes_share_one_state(file: Path) -> None:
    """Two writers at once: each event is new to one of them only, and none is lost."""
    State.open(file).close()
    program = (
        "import sys\nfrom bot.state import State\n"
        "with State.open(sys.argv[1]) as state:\n"
        "    print(sum(state.seen.first('slack', f'Ev{n}') for n in range(300)))"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(file)], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    assert sum(int(process.communicate(timeout=60)[0]) for process in running) == 300
