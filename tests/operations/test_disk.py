"""A disk that is full, or may only be read: what was there stays as it was, and one line says so."""

from __future__ import annotations

import errno
import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from bot.state import State, StateError
from bot.state.restoring import restore
from bot.store.read import Facts
from bot.store.write import BuildError, build_lock, write
from tests.store.shelf import content

Disk = Callable[[str], Path]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Mounts a small disk; only who may mount can run what needs one."""
    mounted: list[Path] = []

    def mount(size: str) -> Path:
        place = tmp_path / f"disk{len(mounted)}"
        place.mkdir()
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)], capture_output=True, check=False
        )
        if done.returncode:
            pytest.skip("no disk can be mounted here")
        mounted.append(place)
        return place

    yield mount
    for place in mounted:
        subprocess.run(["umount", "-l", str(place)], check=True)


def fill(place: Path) -> None:
    """Leaves no room on a disk."""
    with (place / "ballast").open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            with suppress(OSError):
                while True:
                    file.write(b"x" * size)


def write_on(state: State) -> None:
    for number in range(2000):
        state.kept.put(f"key {number}", "x" * 1000)


def make_read_only(place: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)


@pytest.mark.parametrize("spoil", [fill, make_read_only])
def test_a_build_leaves_the_old_store(disk: Disk, spoil: Callable[[Path], None]) -> None:
    place = disk("4m")
    path = place / "facts.db"
    write(path, content())
    before = path.read_bytes()
    spoil(place)
    with pytest.raises(BuildError) as failure, build_lock(path):
        write(path, replace(content(), built_at="2026-02-02T00:00:00+00:00"))
    assert "\n" not in str(failure.value)
    assert str(path) in str(failure.value) or "choose another place" in str(failure.value)
    assert path.read_bytes() == before
    assert not list(place.glob(".facts.db.*.building"))
    with Facts.open(path) as facts:
        assert facts.counts()["events"] == 3


@contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    """A disk with little room for whoever may not mount one: the system refuses to write beyond a length."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_build_that_cannot_be_written_to_its_end_leaves_the_old_store(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    write(path, content())
    before = path.read_bytes()
    with pytest.raises(BuildError) as failure, no_file_longer_than(len(before) // 2):
        write(path, replace(content(), built_at="2026-02-02T00:00:00+00:00"))
    assert "\n" not in str(failure.value)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["facts.db"]


def test_a_state_without_room_keeps_what_it_has_and_goes_on_where_there_is_room_again(tmp_path: Path) -> None:
    with State.open(tmp_path / "state.db") as state:
        state.kept.put("a", "1")
        with no_file_longer_than(300_000), pytest.raises(sqlite3.OperationalError, match=r"full|disk I/O"):
            write_on(state)
        assert state.kept.get("a") == "1"
        state.kept.put("b", "2")
        assert (state.kept.get("b"), state.broken()) == ("2", "")


@pytest.mark.parametrize("fails", ["fsync", "replace"])
@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EROFS])
def test_a_write_that_fails_at_the_end_leaves_the_old_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str, fault: int
) -> None:
    path = tmp_path / "facts.db"
    write(path, content())
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(fault, os.strerror(fault))

    monkeypatch.setattr(*((os, "fsync", full) if fails == "fsync" else (Path, "replace", full)))
    with pytest.raises(BuildError, match=rf"{os.strerror(fault)}.*the one before is untouched"):
        write(path, replace(content(), built_at="2026-02-02T00:00:00+00:00"))
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["facts.db"]


@pytest.mark.parametrize("spoil", [fill, make_read_only])
def test_the_command_says_it_in_one_line(disk: Disk, spoil: Callable[[Path], None], tmp_path: Path) -> None:
    place = disk("4m")
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "one.md").write_text("---\ntitle: One\npublished: 2025-03-04\n---\n\nQuillon makes arms for bakeries.\n")
    write(place / "facts.db", content())
    before = (place / "facts.db").read_bytes()
    spoil(place)
    program = (
        "import sys; from bot import build; from bot.reading.reader import Reader\n"
        "from bot import cli\n"
        "real = build.build\n"
        "build.build = lambda *a, **k: real(*a, **{**k, 'extract': lambda article: []})\n"
        "sys.exit(cli.run(sys.argv[1:]))"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    ran = subprocess.run(
        [sys.executable, "-c", program, "build", "--seeds", str(seeds), "--db", str(place / "facts.db"),
         "--state", str(tmp_path / "state.db")],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 2, ran.stderr
    (line,) = ran.stderr.splitlines()
    assert line.startswith("bot build: ")
    assert ran.stdout == ""
    assert (place / "facts.db").read_bytes() == before


@pytest.mark.parametrize("spoil", [fill, make_read_only])
@pytest.mark.parametrize("there", [True, False])
def test_a_state_that_cannot_be_written_is_told_of_in_one_line(
    disk: Disk, spoil: Callable[[Path], None], there: bool
) -> None:
    place = disk("1m")
    path = place / "state.db"
    if there:
        with State.open(path) as state:
            state.kept.put("a", "1")
            state.database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    spoil(place)
    with pytest.raises(StateError, match="BOT_STATE") as failure:
        State.open(path)
    assert "\n" not in str(failure.value)


def test_a_disk_that_fills_while_the_bot_runs_costs_what_is_written_and_no_more(disk: Disk) -> None:
    place = disk("1m")
    with State.open(place / "state.db") as state:
        state.kept.put("a", "1")
        fill(place)
        with pytest.raises(sqlite3.OperationalError, match=r"full|disk I/O"):
            write_on(state)
        assert state.kept.get("a") == "1"
        (place / "ballast").unlink()
        state.kept.put("b", "2")
        assert (state.kept.get("b"), state.broken()) == ("2", "")


def test_a_restore_without_room_leaves_the_state(disk: Disk, tmp_path: Path) -> None:
    place = disk("1m")
    copy = tmp_path / "copy.db"
    with State.open(tmp_path / "other.db") as other:
        other.kept.put("big", "x" * 2_000_000)
        other.backup(copy)
    with State.open(place / "state.db") as state:
        state.kept.put("a", "1")
    with pytest.raises(StateError, match=r"cannot be restored .*see that there is room"):
        restore(copy, place / "state.db")
    with State.open(place / "state.db") as state:
        assert state.kept.get("a") == "1"
    assert not list(place.glob(".*restoring*"))
