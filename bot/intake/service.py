"""Everything that comes in while the bot runs: feeds, watched folders, and previews for those who ask."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

from bot.intake import set_up
from bot.intake.feeds import Feeds
from bot.intake.feeds_file import FeedsError
from bot.intake.fetching import Fetcher
from bot.intake.findings import Preview
from bot.intake.preview import Shelf, accept, preview_bytes, preview_url
from bot.intake.reader import Reader
from bot.intake.watching import SETTLED, Told, watch
from bot.operations.faults import Standing
from bot.settings import Settings
from bot.state import State

log = logging.getLogger(__name__)

_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0
_LOOKS = 2.0
"""Seconds between two looks whether the file of feeds changed."""


class Intake:
    """One for the process. `run` beside the platforms; previews at any time; `close` at the end."""

    def __init__(
        self,
        settings: Settings,
        state: State,
        *,
        reader: Reader | None = None,
        fetcher: Fetcher | None = None,
        settled: float = SETTLED,
        looks: float = _LOOKS,
    ) -> None:
        self._settings = settings
        self._state = state
        self._reader = reader or Reader(idle=None)  # the next preview may come after hours, and is not to wait
        self._fetcher = fetcher or set_up.fetcher(settings)
        self._settled = settled
        self._looks = looks

    async def warm(self) -> None:
        """Loads what reading needs into its process, so that the first preview does not wait for it."""
        await self._reader.warm()

    async def preview(self, url: str) -> Preview:
        """What the article at an address would bring. NotTaken, Refused, Unreachable: one line why there is none."""
        return await preview_url(url, self._fetcher, self._reader, await self._shelf())

    async def preview_attachment(self, name: str, data: bytes) -> Preview:
        """What an attached file would bring."""
        return await preview_bytes(name, data, self._reader, await self._shelf())

    async def accept(self, preview: Preview) -> Path | None:
        """Writes it into the inbox; None where it is there already. To discard it there is nothing to do."""
        return await asyncio.to_thread(accept, preview, self._settings.inbox)

    async def run(self, stop: asyncio.Event, on_change: Told) -> None:
        """Reads the feeds and watches the folders until `stop` is set. One's fault costs no other and is tried again.

        `on_change` is told of articles that were written, changed or removed, those of feeds too, once they settled.
        """
        folders = dict.fromkeys((self._settings.seeds, self._settings.inbox))
        works: list[tuple[str, Callable[[], Awaitable[None]]]] = [
            (f"watching {folder}", lambda folder=folder: watch(folder, on_change, stop, self._settled))  # type: ignore[misc]
            for folder in folders
        ]
        works.append(("reading feeds", lambda: self._read_feeds(stop)))
        await asyncio.gather(*(_kept_up(what, work, stop) for what, work in works))

    async def _shelf(self) -> Shelf:
        judgements = await asyncio.to_thread(self._state.judgements.standing)
        return set_up.shelf(self._settings, judgements)

    async def _read_feeds(self, stop: asyncio.Event) -> None:
        """Reads the feeds that the file names, and when it changes those that it names then. A file that makes no
        sense changes nothing."""
        ending: asyncio.Event | None = None
        reading: asyncio.Task[None] | None = None
        known: tuple[int, ...] | None = (-1,)
        try:
            while not stop.is_set():
                if (mark := _mark(self._settings.feeds)) != known:
                    known = mark
                    if (feeds := await asyncio.to_thread(self._feeds)) is not None:
                        await _ended(reading, ending)
                        ending = asyncio.Event()
                        reading = asyncio.create_task(feeds.run(ending))
                if reading is not None and reading.done():
                    reading.result()  # a fault is told, and all of it begun again
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), self._looks)
        finally:
            await _ended(reading, ending)

    def _feeds(self) -> Feeds | None:
        try:
            return set_up.feeds(self._settings, self._reader, self._state, self._fetcher)
        except FeedsError as error:
            log.error("the feeds are not read anew: %s", error)
            return None

    async def close(self) -> None:
        """Ends the reading process."""
        await self._reader.close()


def _mark(file: Path) -> tuple[int, ...] | None:
    """What changes when a file does; None where there is none."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


async def _ended(reading: asyncio.Task[None] | None, ending: asyncio.Event | None) -> None:
    if reading is not None and ending is not None:
        ending.set()
        await asyncio.gather(reading, return_exceptions=True)


async def _kept_up(what: str, work: Callable[[], Awaitable[None]], stop: asyncio.Event) -> None:
    """Does a work that ends when `stop` is set; after a fault again, each time after a longer pause. One that is met
    again and again is logged once."""
    pause, fault = _FIRST_PAUSE, Standing()
    while not stop.is_set():
        try:
            await work()
            return
        except Exception as error:
            if fault.is_news(error):
                log.error("%s failed, and is tried again: %s: %s", what, type(error).__name__, error, exc_info=error)
        try:
            async with asyncio.timeout(pause):
                await stop.wait()
        except TimeoutError:
            pause = min(2 * pause, _LONGEST_PAUSE)
