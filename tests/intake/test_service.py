"""All of it together, as a process that serves has it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from bot.build import build
from bot.intake import service
from bot.intake.service import Intake
from bot.settings import Settings
from bot.state import State
from bot.store.query import EventQuery
from bot.store.read import Facts
from tests.intake.near import NearReader
from tests.intake.pages import Site
from tests.intake.texts import QUILLON, TAMSIN, page, rss


class Told:
    """What `on_change` was told; `first` may make it fail once."""

    def __init__(self) -> None:
        self.files: asyncio.Queue[Path] = asyncio.Queue()
        self.fails = 0

    async def __call__(self, files: Sequence[Path]) -> None:
        if self.fails:
            self.fails -= 1
            raise RuntimeError("it happens")
        for file in files:
            self.files.put_nowait(file)

    async def next(self, seconds: float = 30.0) -> Path:
        async with asyncio.timeout(seconds):
            return await self.files.get()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        db=tmp_path / "facts.db", seeds=tmp_path / "seeds", inbox=tmp_path / "inbox", feeds=tmp_path / "feeds.toml"
    )


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    with State.open(tmp_path / "state.db") as opened:
        yield opened


def intake(settings: Settings, state: State, site: Site) -> Intake:
    return Intake(settings, state, reader=NearReader(), fetcher=site.fetcher(), settled=0.2, looks=0.05)


async def test_an_article_of_a_feed_is_told_of(settings: Settings, state: State, site: Site) -> None:
    site.text("/feed", rss(("1", "/q", "Quillon raises money", "S")), "application/rss+xml")
    site.text("/q", page("Quillon raises money", QUILLON))
    settings = settings.model_copy(update={"fetch_ports": str(site.port)})
    settings.feeds.write_text(f"[[feed]]\nurl = '{site.url('/feed')}'\n")
    settings.inbox.mkdir()
    told, stop = Told(), asyncio.Event()
    running = asyncio.create_task(intake(settings, state, site).run(stop, told))
    file = await told.next()
    assert file.parent == settings.inbox
    assert "quillon-raises-money" in file.name
    stop.set()
    async with asyncio.timeout(30):
        await running


async def test_a_dropped_file_is_told_of_soon_and_after_a_fault_too(
    settings: Settings, state: State, site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    told, stop = Told(), asyncio.Event()
    told.fails = 1
    running = asyncio.create_task(intake(settings, state, site).run(stop, told))
    number = 0
    while told.files.empty():  # until the watcher is up again
        number += 1
        settings.seeds.mkdir(exist_ok=True)
        (settings.seeds / f"{number}.md").write_text("one")
        await asyncio.wait({running}, timeout=0.5)
        assert not running.done()
    assert "failed, and is tried again: RuntimeError: it happens" in caplog.text
    (settings.seeds / "last.md").write_text("last")
    while (await told.next(seconds=30)).name != "last.md":
        pass
    stop.set()
    async with asyncio.timeout(30):
        await running


async def test_feeds_that_make_no_sense_do_not_stop_the_rest(
    settings: Settings, state: State, site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    settings.feeds.write_text("[[feed]")
    stop = asyncio.Event()
    running = asyncio.create_task(intake(settings, state, site).run(stop, Told()))
    while "the feeds are not read anew" not in caplog.text:
        await asyncio.wait({running}, timeout=0.05)
    assert not running.done()
    stop.set()
    async with asyncio.timeout(30):
        await running


async def test_a_feed_that_is_named_later_is_read_without_a_new_start(
    settings: Settings, state: State, site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    for name, text in (("q", QUILLON), ("t", TAMSIN)):
        site.text(f"/feed-{name}", rss((name, f"/{name}", f"News of {name}", "S")), "application/rss+xml")
        site.text(f"/{name}", page(f"News of {name}", text))
    settings = settings.model_copy(update={"fetch_ports": str(site.port)})
    settings.inbox.mkdir()
    told, stop = Told(), asyncio.Event()
    running = asyncio.create_task(intake(settings, state, site).run(stop, told))
    await asyncio.wait({running}, timeout=0.2)
    first = f"[[feed]]\nurl = '{site.url('/feed-q')}'\n"
    settings.feeds.write_text(first)
    assert "news-of-q" in (await told.next()).name
    settings.feeds.write_text(f"{first}[[feed]")
    while "the feeds are not read anew" not in caplog.text:
        await asyncio.wait({running}, timeout=0.05)
    settings.feeds.write_text(f"{first}[[feed]]\nurl = '{site.url('/feed-t')}'\n")
    assert "news-of-t" in (await told.next()).name
    stop.set()
    async with asyncio.timeout(30):
        await running


async def test_previews_and_acceptance(settings: Settings, state: State, site: Site) -> None:
    site.text("/t", page("Tamsin buys Orlo", TAMSIN))
    one = intake(settings, state, site)
    await one.warm()
    linked = await one.preview(site.url("/t"))
    assert not settings.inbox.exists()
    file = await one.accept(linked)
    assert file is not None
    again = await one.preview_attachment("tamsin.txt", "\n\n".join(("Tamsin buys Orlo", *TAMSIN)).encode())
    assert again.same_as is not None
    assert again.same_as.source == file.name
    await one.close()


async def test_a_copy_is_no_second_source_in_the_store(settings: Settings, state: State, site: Site) -> None:
    """Saved with its mark, built, and counted once; a report of its own is counted."""
    one = intake(settings, state, site)
    site.text("/q", page("Quillon raises money", QUILLON))
    site.text("/copy", page("Robot firm in funds", ("(Example Wire) Our desk reports.", *QUILLON), "2025-03-05"))
    site.text("/own", page("Halvern backs Quillon", (QUILLON[0], *TAMSIN[1:]), "2025-03-06"))

    async def sources(path: str) -> int:
        await one.accept(await one.preview(site.url(path)))
        await asyncio.to_thread(build, [settings.inbox], settings.db)
        with Facts.open(settings.db) as facts:
            (event,) = facts.events(EventQuery(kinds=("funding",)))
            return len({statement.article for statement in event.statements})

    assert [await sources(path) for path in ("/q", "/copy", "/own")] == [1, 1, 2]


def test_the_process_that_serves_loads_nothing_to_read_with() -> None:
    code = "import sys, bot.intake.service; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert "aiohttp" in loaded
    assert not {"spacy", "thinc", "trafilatura", "feedparser", "bot.extraction", "bot.articles"} & set(loaded)


async def test_a_fault_that_stays_is_told_of_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(service, "_FIRST_PAUSE", 0.001)
    monkeypatch.setattr(service, "_LONGEST_PAUSE", 0.001)
    stop, tries = asyncio.Event(), []

    async def work() -> None:
        tries.append(1)
        if len(tries) == 5:
            stop.set()
        raise OSError(30, "Read-only file system", "inbox")

    async with asyncio.timeout(20):
        await service._kept_up("watching inbox", work, stop)
    assert len(tries) == 5
    assert caplog.text.count("watching inbox failed") == 1
