"""What comes in leads to reloads: one for all that came, none lost while somebody else reloads."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.admin.reload import Busy, NotReloaded
from bot.incoming import WHO, Incoming
from bot.intake.watching import Told


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


def failed() -> None:
    raise NotReloaded("fewer facts than the threshold allows")


async def ran(reloads: Reloads, *drops: tuple[str, ...]) -> None:
    folder, stop = Folder(), asyncio.Event()
    running = asyncio.create_task(Incoming(folder, reloads, again=0.001).run(stop))
    for names in drops:
        reloads.done.clear()
        await folder.drop(*names)
        await asyncio.wait_for(reloads.done.wait(), 5)
    stop.set()
    await asyncio.wait_for(running, 5)


async def test_articles_that_came_together_are_one_reload() -> None:
    reloads = Reloads()
    await ran(reloads, ("a.md", "b.md"))
    assert reloads.asked == [WHO]


async def test_each_drop_is_read() -> None:
    reloads = Reloads()
    await ran(reloads, ("a.md",), ("b.md",))
    assert reloads.asked == [WHO, WHO]


async def test_while_somebody_reloads_it_is_tried_again() -> None:
    reloads = Reloads(busy, busy)
    await ran(reloads, ("a.md",))
    assert reloads.asked == [WHO, WHO, WHO]


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
    await asyncio.wait_for(running, 5)
