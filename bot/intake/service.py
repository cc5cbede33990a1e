"""Everything that comes in while the bot runs: feeds, watched folders, and previews for those who ask."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.intake import setting
from bot.intake.fetching import Fetcher
from bot.intake.findings import Preview
from bot.intake.preview import accept, preview_bytes, preview_url
from bot.intake.reader import Reader
from bot.intake.subscriptions import FeedsError
from bot.intake.watching import SETTLED, Told, watch
from bot.settings import Settings
from bot.state import State

log = logging.getLogger(__name__)

_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0


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
    ) -> None:
        self._settings = settings
        self._state = state
        self._reader = reader or Reader()
        self._fetcher = fetcher or setting.fetcher(settings)
        self._settled = settled

    async def warm(self) -> None:
        """Loads what reading needs into its process, so that the first preview does not wait for it."""
        await self._reader.warm()

    async def preview(self, url: str) -> Preview:
        """What the article at an address would bring. NotTaken, Refused, Unreachable: one line why there is none."""
        return await preview_url(url, self._fetcher, self._reader, setting.shelf(self._settings))

    async def preview_attachment(self, name: str, data: bytes) -> Preview:
        """What an attached file would bring."""
        return await preview_bytes(name, data, self._reader, setting.shelf(self._settings))

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
        try:
            feeds = setting.feeds(self._settings, self._reader, self._state, self._fetcher)
            works.append(("reading feeds", lambda: feeds.run(stop)))
        except FeedsError as error:
            log.error("no feeds are read: %s", error)
        await asyncio.gather(*(_kept_up(what, work, stop) for what, work in works))

    async def close(self) -> None:
        """Ends the reading process."""
        await self._reader.close()


async def _kept_up(what: str, work: Callable[[], Awaitable[None]], stop: asyncio.Event) -> None:
    """Does a work that ends when `stop` is set; after a fault again, each time after a longer pause."""
    pause = _FIRST_PAUSE
    while not stop.is_set():
        try:
            await work()
            return
        except Exception:
            log.exception("%s failed: again in %g seconds", what, pause)
        try:
            async with asyncio.timeout(pause):
                await stop.wait()
        except TimeoutError:
            pause = min(2 * pause, _LONGEST_PAUSE)
