"""A backup put back: whole, in the place of the one that was there, which is kept; or refused, and nothing changes."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot import cli
from bot.state import State, StateError
from bot.state.restoring import in_use, restore
from tests.state.clock import Clock


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(("BOT_", "SLACK_", "DISCORD_"))]:
        monkeypatch.delenv(name)


def watched(path: Path) -> list[str]:
    with State.open(path) as state:
        return [watch.name for watch in state.watches.of("slack", "user", "U1")]


@pytest.fixture
def copy(file: Path, tmp_path: Path) -> Path:
    """A backup of a state in which Unitree was watched; in the state itself that is over, and Figure is watched."""
    made = tmp_path / "copy.db"
    with State.open(file) as state:
        state.watches.add("slack", "user", "U1", "e1", "Unitree")
    assert cli.run(["backup", str(made), "--state", str(file)]) == 0
    with State.open(file) as state:
        state.watches.add("slack", "user", "U1", "e2", "Figure")
    return made


def test_what_was_backed_up_is_there_again_and_what_was_there_is_kept(
    file: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = copy.read_bytes()
    capsys.readouterr()
    assert cli.run(["restore", str(copy), "--state", str(file)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    aside = Path(line.partition("what was there is now ")[2])
    assert watched(file) == ["Unitree"]
    assert sorted(watched(aside)) == ["Figure", "Unitree"]
    assert copy.read_bytes() == before
    assert {path.stat().st_mode & 0o077 for path in file.parent.iterdir()} == {0}


def test_it_can_be_restored_where_there_is_none_and_twice_in_a_second(
    file: Path, copy: Path, tmp_path: Path, clock: Clock
) -> None:
    other = tmp_path / "new" / "state.db"
    assert restore(copy, other, clock) is None
    asides = {restore(copy, other, clock) for _ in range(3)}
    assert len(asides) == 3
    assert None not in asides
    assert watched(other) == ["Unitree"]


@pytest.mark.parametrize("how", ["all over", "header", "middle", "cut", "empty"])
def test_a_damaged_state_is_replaced_and_its_log_never_meets_the_new_one(file: Path, copy: Path, how: str) -> None:
    # A log is left behind as a killed process leaves it.
    kept = State.open(file)
    kept.kept.put("only in the log", "x")
    log = file.with_name("state.db-wal").read_bytes()
    kept.close()
    data = bytearray(file.read_bytes())
    if how == "all over":
        data = bytearray(b"\xa5" * len(data))
    elif how == "header":
        data[:100] = bytes(100)
    elif how == "middle":
        data[4096:] = os.urandom(1) * (len(data) - 4096)
    else:
        data = data[: 5000 if how == "cut" else 0]
    file.write_bytes(data)
    file.with_name("state.db-wal").write_bytes(log)
    restore(copy, file)
    with State.open(file) as state:
        assert state.broken() == ""
        assert state.kept.get("only in the log") is None
    assert watched(file) == ["Unitree"]


def _other(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE recipes (name)")


def _newer(path: Path) -> None:
    with State.open(path) as state:
        state.database.write("INSERT INTO migration (name, at) VALUES ('99 telepathy', '')")


def _damaged(path: Path) -> None:
    with State.open(path) as state:
        for number in range(300):
            state.kept.put(f"key {number}", "x" * 300)
    data = bytearray(path.read_bytes())
    data[len(data) // 2 :] = b"\xff" * (len(data) - len(data) // 2)
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: None, "there is no file"),
        (lambda path: path.mkdir(), "there is no file"),
        (lambda path: path.write_text("Dear diary, " * 500), "is damaged"),
        (lambda path: path.write_bytes(b""), "is no state of this bot"),
        (_other, "is no state of this bot"),
        (_newer, "made by a newer version of the bot .*99 telepathy"),
        (_damaged, "is damaged"),
    ],
)
def test_what_is_no_whole_copy_is_refused_and_changes_nothing(
    file: Path, copy: Path, tmp_path: Path, make: Callable[[Path], object], told: str
) -> None:
    wrong = tmp_path / "wrong.db"
    make(wrong)
    with pytest.raises(StateError, match=told) as refusal:
        restore(wrong, file)
    assert "\n" not in str(refusal.value)
    assert sorted(watched(file)) == ["Figure", "Unitree"]
    assert not [path.name for path in file.parent.iterdir() if "before" in path.name or "restoring" in path.name]


def test_the_state_itself_is_no_copy(file: Path, copy: Path) -> None:
    with pytest.raises(StateError, match="is the state itself"):
        restore(file, file)


def test_a_running_bot_is_not_pulled_from_under(file: Path, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with in_use(file), in_use(file):  # two may run on one state
        assert cli.run(["restore", str(copy), "--state", str(file)]) == 2
    assert "is in use: stop `bot run` first" in capsys.readouterr().err
    assert cli.run(["restore", str(copy), "--state", str(file)]) == 0


@pytest.mark.parametrize("how", ["garbage", "damaged"])
def test_the_bot_does_not_start_with_a_damaged_state_and_says_what_to_do(
    file: Path, how: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import signal

    file.parent.mkdir()
    if how == "garbage":
        file.write_bytes(b"\xa5" * 8192)
    else:
        _damaged(file)
    before, kept = file.read_bytes(), signal.getsignal(signal.SIGTERM)
    monkeypatch.setenv("DISCORD_TOKEN", "x.y.z")
    monkeypatch.setattr("bot.commandline.serving.log_to_stderr", lambda form: None)
    try:
        assert cli.run(["run", "--state", str(file), "--db", str(file.with_name("facts.db"))]) == 2
    finally:
        signal.signal(signal.SIGTERM, kept)
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"bot run: the state database {file} is damaged (")
    assert "put back a copy with `bot restore FILE`, or move the file away" in line
    assert file.read_bytes() == before
