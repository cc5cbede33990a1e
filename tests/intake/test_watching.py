"""Files dropped into a folder are told of when they are written to their end."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.intake.watching import is_article, watch

SOON = 30.0
SETTLED = 0.2


class Told:
    def __init__(self) -> None:
        self.calls: asyncio.Queue[list[Path]] = asyncio.Queue()

    async def __call__(self, files: Sequence[Path]) -> None:
        self.calls.put_nowait(list(files))

    async def next(self) -> list[str]:
        async with asyncio.timeout(SOON):
            return [file.name for file in await self.calls.get()]


@asynccontextmanager
async def watched(folder: Path) -> AsyncIterator[Told]:
    """The folder under watch, from the moment on at which a change is seen."""
    told, stop = Told(), asyncio.Event()
    task = asyncio.create_task(watch(folder, told, stop, SETTLED))
    seen = False
    while not seen:  # the watcher is ready when it tells of a first file
        folder.mkdir(exist_ok=True)
        (folder / "first.md").write_bytes(os.urandom(4))
        telling = asyncio.ensure_future(told.calls.get())
        await asyncio.wait({task, telling}, timeout=1.0, return_when=asyncio.FIRST_COMPLETED)
        assert not task.done()
        seen = telling.done()
        telling.cancel()
    try:
        yield told
    finally:
        stop.set()
        async with asyncio.timeout(30.0):
            await task


async def test_a_new_a_changed_and_a_removed_file(tmp_path: Path) -> None:
    folder = tmp_path / "seeds"
    async with watched(folder) as told:
        (folder / "a.md").write_text("one")
        assert await told.next() == ["a.md"]
        (folder / "a.md").write_text("one and two")
        assert await told.next() == ["a.md"]
        (folder / "a.md").unlink()
        assert await told.next() == ["a.md"]


async def test_files_that_come_together_are_told_of_together(tmp_path: Path) -> None:
    async with watched(tmp_path) as told:
        for name in ("b.txt", "a.md", "c.html"):
            (tmp_path / name).write_text(name)
        assert await told.next() == ["a.md", "b.txt", "c.html"]


async def test_what_is_no_article_is_passed_over(tmp_path: Path) -> None:
    async with watched(tmp_path) as told:
        for name in (".a.md", ".1-2.part", "a.pdf", "facts.db", "b.md~"):
            (tmp_path / name).write_text(name)
        (tmp_path / "deep").mkdir()
        (tmp_path / "deep" / "a.md").write_text("one")
        assert await told.next() == ["a.md"]


async def test_a_folder_that_is_moved_in_and_out(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "week" / "day").mkdir(parents=True)
    for name in ("a.md", "day/b.md", "day/c.pdf"):
        (tmp_path / "week" / name).write_text(name)
    async with watched(tmp_path / "here") as told:
        (tmp_path / "week").rename(tmp_path / "here" / "week")
        assert await told.next() == ["a.md", "b.md"]
        (tmp_path / "here" / "week").rename(tmp_path / "week")
        assert await told.next() == ["week"]


async def test_a_folder_with_a_number_in_its_name_that_is_moved_out(tmp_path: Path) -> None:
    (tmp_path / "here" / "v1.5").mkdir(parents=True)
    (tmp_path / "here" / "v1.5" / "a.md").write_text("one")
    async with watched(tmp_path / "here") as told:
        (tmp_path / "here" / "v1.5").rename(tmp_path / "v1.5")
        assert await told.next() == ["v1.5"]


def _made_anew(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def _replaced(folder: Path) -> None:
    folder.rename(folder.with_name("old"))
    folder.with_name("new").mkdir()
    folder.with_name("new").rename(folder)


def _pointed_elsewhere(folder: Path) -> None:
    target = folder.with_name("second")
    target.mkdir()
    folder.with_name("link").symlink_to(target)
    folder.with_name("link").replace(folder)


@pytest.mark.parametrize("replace", [_made_anew, _replaced, _pointed_elsewhere])
async def test_where_another_folder_takes_the_place_it_is_told_of_and_watched(
    replace: Callable[[Path], None], tmp_path: Path
) -> None:
    folder = tmp_path / "seeds"
    if replace is _pointed_elsewhere:
        (tmp_path / "first").mkdir()
        folder.symlink_to(tmp_path / "first")
    async with watched(folder) as told:
        replace(folder)
        while await told.next() != ["seeds"]:
            pass
        while told.calls.empty():  # until it is watched
            (folder / "a.md").write_bytes(os.urandom(4))
            await asyncio.sleep(2 * SETTLED)
        assert await told.next() == ["a.md"]


async def test_a_file_that_is_moved_in(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "a.md").write_text("one")
    async with watched(tmp_path / "here") as told:
        (tmp_path / "a.md").rename(tmp_path / "here" / "a.md")
        assert await told.next() == ["a.md"]


async def test_a_file_is_not_told_of_while_it_is_being_written(tmp_path: Path) -> None:
    async with watched(tmp_path) as told:
        loop = asyncio.get_running_loop()
        with (tmp_path / "a.md").open("w") as file:
            until = loop.time() + 4 * SETTLED
            while loop.time() < until:
                file.write("more\n")
                file.flush()
                waiting = asyncio.ensure_future(told.calls.get())
                done, _ = await asyncio.wait({waiting}, timeout=SETTLED / 5)
                waiting.cancel()
                assert not done
            last = loop.time()
        assert await told.next() == ["a.md"]
        assert loop.time() - last >= SETTLED / 2


@pytest.mark.parametrize(
    ("path", "article"), [("a.md", True), ("x/a.HTML", True), ("a.txt", True), (".a.md", False), ("a.py", False)]
)
def test_is_article(path: str, article: bool) -> None:
    assert is_article(path) is article
