"""What comes in leads to reloads: one for all that came, none lost while somebody else reloads."""

from __future__ import annotations

import asyncio
import logging
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.admin.reload import Busy, NotReloaded
from bot.build import build
from bot.incoming import WHO, Incoming, missed
from bot.intake.watching import Told
from bot.model.article import Article
from bot.model.statement import Statement


class Folder:
    """Tells of articles when the test says so."""

    def __init__(self) -> None:
        self.tell: Told | None = None
        self.watched = asyncio.Event()

    async def run(self, stop: asyncio.Event, on_change: Told) -> None:
        self.tell = on_change
        self.watched.set()
        await stop.wait()

    async def drop(self, *names: str) -> None:
        await self.watched.wait()
        assert self.tell is not None
        await self.tell([Path(name) for name in names])


class Reloads:
    """Does for each reload what the test says, then what it did last."""

    def __init__(self, *does: Callable[[], None]) -> None:
        self.does = list(does)
        self.asked: list[str] = []
        self.done = asyncio.Event()

    async def reload(self, who: str) -> object:
        self.asked.append(who)
        if self.does:
            self.does.pop(0)()
        self.done.set()
        return None


def busy() -> None:
    raise Busy("somebody reloads since 12:00")


def full() -> None:
    raise sqlite3.OperationalError("database or disk is full")


def failed() -> None:
    raise NotReloaded("fewer facts than the threshold allows")


async def ran(reloads: Reloads, *drops: tuple[str, ...]) -> None:
    folder, stop = Folder(), asyncio.Event()
    running = asyncio.create_task(Incoming(folder, reloads, again=0.001).run(stop))
    for names in drops:
        reloads.done.clear()
        await folder.drop(*names)
        await asyncio.wait_for(reloads.done.wait(), 30)
    stop.set()
    await asyncio.wait_for(running, 30)


async def test_articles_that_came_together_are_one_reload() -> None:
    reloads = Reloads()
    await ran(reloads, ("a.md", "b.md"))
    assert reloads.asked == [WHO]


async def test_what_cannot_be_looked_through_at_the_start_is_read(caplog: pytest.LogCaptureFixture) -> None:
    def vanishes() -> list[Path]:
        raise FileNotFoundError(2, "No such file or directory", "seeds/week")

    folder, stop, reloads = Folder(), asyncio.Event(), Reloads()
    running = asyncio.create_task(Incoming(folder, reloads, before=vanishes).run(stop))
    await asyncio.wait_for(reloads.done.wait(), 30)
    reloads.done.clear()
    await folder.drop("a.md")
    await asyncio.wait_for(reloads.done.wait(), 30)
    stop.set()
    await asyncio.wait_for(running, 30)
    assert reloads.asked == [WHO, WHO]
    assert "seeds/week" in caplog.text


async def test_each_drop_is_read() -> None:
    reloads = Reloads()
    await ran(reloads, ("a.md",), ("b.md",))
    assert reloads.asked == [WHO, WHO]


async def test_while_somebody_reloads_it_is_tried_again() -> None:
    reloads = Reloads(busy, busy)
    await ran(reloads, ("a.md",))
    assert reloads.asked == [WHO, WHO, WHO]


async def test_a_state_on_a_full_disk_delays_what_came_in_and_loses_nothing(caplog: pytest.LogCaptureFixture) -> None:
    reloads = Reloads(full, full)
    await ran(reloads, ("a.md",))
    assert reloads.asked == [WHO, WHO, WHO]
    told = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert len(told) == 2
    assert "database or disk is full" in told[0]


async def test_a_reload_that_fails_is_told_and_the_next_article_tries_anew(caplog: pytest.LogCaptureFixture) -> None:
    reloads = Reloads()

    def fail_once() -> None:
        reloads.done.set()
        failed()

    reloads.does = [fail_once]
    with caplog.at_level(logging.ERROR):
        await ran(reloads, ("a.md",), ("b.md",))
    assert reloads.asked == [WHO, WHO]
    assert "fewer facts than the threshold allows" in caplog.text


async def test_it_ends_when_told_though_nothing_came() -> None:
    stop = asyncio.Event()
    running = asyncio.create_task(Incoming(Folder(), Reloads()).run(stop))
    stop.set()
    await asyncio.wait_for(running, 30)


async def test_what_came_while_the_bot_was_down_leads_to_a_reload_at_the_start() -> None:
    folder, stop, reloads = Folder(), asyncio.Event(), Reloads()
    running = asyncio.create_task(Incoming(folder, reloads, before=lambda: [Path("seeds/a.md")]).run(stop))
    await asyncio.wait_for(reloads.done.wait(), 30)
    stop.set()
    await running
    assert reloads.asked == [WHO]


def _made(path: Path, age: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("text")
    os.utime(path, (1_000_000 - age, 1_000_000 - age))
    return path


def _aged(folder: Path, age: int) -> None:
    os.utime(folder, (1_000_000 - age, 1_000_000 - age))


def test_articles_newer_than_the_store_and_emptied_folders_were_missed(tmp_path: Path) -> None:
    store = _made(tmp_path / "facts.db", age=50)
    seeds, inbox = tmp_path / "seeds", tmp_path / "inbox"
    _made(seeds / "old.md", age=90)
    new = _made(seeds / "deep" / "new.md", age=10)
    _made(seeds / ".new.md.part", age=10)
    _made(inbox / "kept.md", age=90)
    for folder in (seeds, seeds / "deep", inbox):
        _aged(folder, 90)
    assert missed((seeds, inbox), store) == [new]
    _aged(inbox, 10)
    assert sorted(missed((seeds, inbox), store)) == sorted([inbox, new])


def test_nothing_was_missed_where_there_is_no_store_or_no_folder(tmp_path: Path) -> None:
    _made(tmp_path / "seeds" / "a.md", age=0)
    assert missed((tmp_path / "seeds",), tmp_path / "facts.db") == []
    assert missed((tmp_path / "none",), _made(tmp_path / "facts.db", age=50)) == []


def test_what_came_while_the_store_was_built_was_missed(tmp_path: Path) -> None:
    seeds, db = tmp_path / "seeds", tmp_path / "facts.db"
    seeds.mkdir()
    (seeds / "a.md").write_text("Quillon raised $7 million in a Series A. It makes hands for robots that sort parcels.")

    def extract(article: Article) -> list[Statement]:
        (seeds / "b.md").write_text(
            "Brisk raised $9 million in a Series B. It makes legs for robots that sort parcels."
        )
        return []

    for path in (seeds, seeds / "a.md"):
        _aged(path, age=0)
    build([seeds], db, extract=extract)
    assert missed((seeds,), db) == [seeds, seeds / "b.md"]
    for path in (seeds, seeds / "b.md"):
        _aged(path, age=0)
    build([seeds], db, extract=lambda article: [])
    assert missed((seeds,), db) == []
