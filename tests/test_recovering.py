"""A store that cannot be served when the bot starts is rebuilt by itself; another program's file is left alone."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from bot.admin import Refused, Reloader
from bot.admin.reload import Busy
from bot.model.answer import Answer
from bot.model.posting import Gone, NotSent
from bot.recovering import Recovery
from bot.state import State
from bot.store.damage import damage
from bot.store.read import Facts, NoStore
from bot.store.schema import SCHEMA_VERSION
from tests.digests.press import Press


class Rebuilding:
    """Builds again from what the press has, or does as the test says."""

    def __init__(self, press: Press, fails: Refused | None = None) -> None:
        self.press = press
        self.fails = fails
        self.asked: list[str] = []

    async def reload(self, who: str) -> None:
        self.asked.append(who)
        if self.fails is not None:
            raise self.fails
        self.press.build().close()


class Office:
    """A postman that is not there at first."""

    def __init__(self, *faults: Exception) -> None:
        self.faults = list(faults)
        self.posts: list[tuple[str, str]] = []

    async def post(self, channel: str, answer: Answer, token: str) -> str:
        if self.faults:
            raise self.faults.pop(0)
        assert len(token) == 20
        self.posts.append((channel, answer.title))
        return token

    async def find(self, channel: str, token: str, since: datetime) -> str | None:
        return None


@pytest.fixture
def press(tmp_path: Path) -> Press:
    press = Press(tmp_path)
    press.publish("one", "2025-10-01", "Quillon was founded.", "founding", organization="Quillon")
    press.build().close()
    return press


async def recovered(press: Press, rebuilding: Rebuilding, office: Office) -> None:
    recovery = Recovery(press.db, rebuilding, {"slack": office}, {"slack": ["U1", "U2"], "discord": ["7"]})
    async with asyncio.timeout(20):
        await recovery.run(asyncio.Event())


def _overwritten(path: Path) -> None:
    path.write_bytes(b"\xa5" * path.stat().st_size)


def _headless(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[:100] = bytes(100)
    path.write_bytes(data)


def _middle(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 : len(data) // 2] = b"\x11" * (len(data) // 2 - 4096)
    path.write_bytes(data)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:6000])


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("Dear diary, " * 900)


def _older(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION - 1}")


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


DAMAGED = [_overwritten, _headless, _middle, _cut, _emptied, _text]


@pytest.mark.parametrize("spoil", [*DAMAGED, _older, _newer], ids=lambda spoil: spoil.__name__)
async def test_it_is_rebuilt_and_administrators_are_told(press: Press, spoil, caplog: pytest.LogCaptureFixture) -> None:
    spoil(press.db)
    spoilt = press.db.read_bytes()
    rebuilding, office = Rebuilding(press), Office(NotSent("not connected", 0.001))
    await recovered(press, rebuilding, office)
    assert rebuilding.asked == ["bot"]
    assert damage(press.db) is None
    with Facts.open(press.db) as facts:
        assert facts.counts()["facts"] == 1
    assert sorted(who for who, _ in office.posts) == ["@U1", "@U2"]
    (told,) = {text for _, text in office.posts}
    assert "It was rebuilt from the articles." in told
    asides = list(press.db.parent.glob("facts.db.damaged-*"))
    assert [aside.read_bytes() for aside in asides] == ([spoilt] if spoil in DAMAGED else [])
    assert "it is rebuilt from the articles" in caplog.text


@pytest.mark.parametrize("spoil", [_older, _newer])
def test_a_store_of_another_format_is_never_read(press: Press, spoil) -> None:
    spoil(press.db)
    with pytest.raises(NoStore, match=r"has format \d, this program reads \d: rebuild it"):
        Facts.open(press.db)


async def test_a_store_that_is_whole_or_missing_is_left_alone(press: Press) -> None:
    before, rebuilding, office = press.db.read_bytes(), Rebuilding(press), Office()
    await recovered(press, rebuilding, office)
    assert press.db.read_bytes() == before
    press.db.unlink()
    await recovered(press, rebuilding, office)
    assert (rebuilding.asked, office.posts) == ([], [])


async def test_somebody_else_s_file_is_left_alone_and_told_of(press: Press, caplog: pytest.LogCaptureFixture) -> None:
    press.db.unlink()
    with closing(sqlite3.connect(press.db)) as db:
        db.execute("CREATE TABLE recipes (name)")
    before, rebuilding = press.db.read_bytes(), Rebuilding(press)
    await recovered(press, rebuilding, Office())
    assert press.db.read_bytes() == before
    assert rebuilding.asked == []
    assert "another program's database: name another place with BOT_DB" in caplog.text


async def test_where_the_bot_was_killed_while_it_rebuilt_it_does_so_at_the_next_start(press: Press) -> None:
    class Killed(Rebuilding):
        async def reload(self, who: str) -> None:
            raise KeyboardInterrupt

    _cut(press.db)
    with pytest.raises(KeyboardInterrupt):
        await recovered(press, Killed(press), Office())
    assert not press.db.exists()
    rebuilding, office = Rebuilding(press), Office()
    await recovered(press, rebuilding, office)
    assert rebuilding.asked == ["bot"]
    assert damage(press.db) is None
    assert "was damaged, and not rebuilt to its end. It was rebuilt from the articles." in office.posts[0][1]


@pytest.mark.parametrize("suffix", [".md", ".txt", ""])
def test_what_is_not_called_a_database_is_nobody_s_store(tmp_path: Path, suffix: str) -> None:
    notes = tmp_path / f"notes{suffix}"
    notes.write_text("My notes. " * 50)
    found = damage(notes)
    assert found is not None
    assert found.sort == "foreign"


async def test_where_it_cannot_be_rebuilt_that_is_told_too(press: Press, caplog: pytest.LogCaptureFixture) -> None:
    _cut(press.db)
    office = Office()
    await recovered(press, Rebuilding(press, Refused("seeds: no such folder")), office)
    assert all("could not be rebuilt: seeds: no such folder" in text for _, text in office.posts)
    assert len(office.posts) == 2
    assert "could not be rebuilt: seeds" in caplog.text


async def test_a_fault_beside_the_build_is_got_over(press: Press, caplog: pytest.LogCaptureFixture) -> None:
    _cut(press.db)
    office = Office()

    class Held(Rebuilding):
        async def reload(self, who: str) -> None:
            await super().reload(who)
            if len(self.asked) < 3:
                press.db.unlink()
                raise sqlite3.OperationalError("database is locked")

    rebuilding = Held(press)
    recovery = Recovery(press.db, rebuilding, {"slack": office}, {"slack": ["U1"]}, again=0)
    async with asyncio.timeout(20):
        await recovery.run(asyncio.Event())
    assert len(rebuilding.asked) == 3
    assert damage(press.db) is None
    assert "It was rebuilt from the articles." in office.posts[0][1]
    assert "tried again soon: OperationalError: database is locked" in caplog.text


@pytest.mark.parametrize("theirs", ["succeeds", "fails"])
async def test_where_somebody_else_is_at_it_that_is_waited_for(press: Press, theirs: str) -> None:
    _older(press.db)
    office = Office()

    class Theirs(Rebuilding):
        async def reload(self, who: str) -> None:
            if len(self.asked) < 3:
                self.asked.append(who)
                if len(self.asked) == 3 and theirs == "succeeds":
                    self.press.build().close()
                raise Busy("somebody is at it")
            await super().reload(who)

    rebuilding = Theirs(press)
    recovery = Recovery(press.db, rebuilding, {"slack": office}, {"slack": ["U1"]}, again=0)
    async with asyncio.timeout(20):
        await recovery.run(asyncio.Event())
    assert len(rebuilding.asked) == (3 if theirs == "succeeds" else 4)
    assert damage(press.db) is None
    assert len(office.posts) == 1


@pytest.mark.parametrize("fault", [Gone("they left"), RuntimeError("no answer: it may have arrived")])
async def test_who_cannot_be_told_is_named_in_the_log_and_not_told_twice(
    press: Press, fault: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    _older(press.db)
    office = Office(fault)
    with caplog.at_level(logging.WARNING):
        await recovered(press, Rebuilding(press), office)
    assert [who for who, _ in office.posts] == ["@U2"]
    assert str(fault) in caplog.text


async def test_it_ends_with_the_bot(press: Press) -> None:
    _older(press.db)
    stop = asyncio.Event()
    office = Office(*[NotSent("not connected", 600)] * 2)
    recovery = Recovery(press.db, Rebuilding(press), {"slack": office}, {"slack": ["U1"]})
    running = asyncio.create_task(recovery.run(stop))
    async with asyncio.timeout(20):
        while len(office.faults) == 2:
            await asyncio.sleep(0)
        stop.set()
        await running
    assert office.posts == []


BUILDS = (
    "import sys, json; from dataclasses import asdict; from bot.build import build;"
    "print(json.dumps(asdict(build([sys.argv[1]], sys.argv[2], extract=lambda article: []))))"
)


async def test_the_reloader_of_the_bot_does_it(press: Press, tmp_path: Path) -> None:
    _headless(press.db)

    async def warm() -> None:
        return

    with State.open(tmp_path / "state.db") as state:
        command = [sys.executable, "-c", BUILDS, str(press.seeds), str(press.db)]
        reloader = Reloader(press.db, lambda: command, state.audit, warm)
        await Recovery(press.db, reloader, {}, {}).run(asyncio.Event())
        (entry,) = state.audit.entries()
    assert (entry.who, entry.action, entry.outcome.partition(":")[0]) == ("bot", "reload", "done")
    with Facts.open(press.db) as facts:
        assert facts.counts()["articles"] == 1
