"""What comes in while the bot runs: files that are dropped and articles of feeds lead to a reload of the facts."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from bot.admin import Refused
from bot.admin.reload import Busy, Reloads
from bot.intake.watching import Told, is_article

log = logging.getLogger(__name__)

WHO = "seeds"
"""Whom the audit log names for a reload that nobody asked for."""

_AGAIN = 5.0
"""Seconds until the next try where somebody else is reloading."""

_LONGER = 12
"""Times as long after a fault."""


class Source(Protocol):
    """Where articles come from until `stop` is set."""

    async def run(self, stop: asyncio.Event, on_change: Told) -> None: ...


def missed(folders: Sequence[Path], store: Path) -> list[Path]:
    """What changed below the folders since the store was built, as while the bot was down: articles, and folders from
    which something was taken. Empty where there is no store yet.
    """
    try:
        built = store.stat().st_mtime_ns
    except OSError:
        return []
    found = (path for folder in folders for path in (folder, *folder.rglob("*")))
    return [path for path in found if (path.is_dir() or is_article(str(path))) and _changed(path) > built]


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


class Incoming:
    """Reloads once for all that came since the last reload began; articles that come meanwhile are not lost.

    `before` tells at the start what came while nobody watched.
    """

    def __init__(
        self, source: Source, reloads: Reloads, again: float = _AGAIN, before: Callable[[], Sequence[Path]] = list
    ) -> None:
        self._source = source
        self._reloads = reloads
        self._again = again
        self._before = before
        self._came = asyncio.Event()

    async def run(self, stop: asyncio.Event) -> None:
        """Watches and reloads until `stop` is set."""
        reloading = asyncio.create_task(self._reload(stop), name="reloading what came in")
        try:
            try:
                came = await asyncio.to_thread(self._before)
            except OSError as error:  # a folder that vanishes while it is looked through
                log.warning("what came while nobody watched cannot be told (%s): all is read", error)
                self._came.set()
            else:
                if came:
                    await self._told(came)
            await self._source.run(stop, self._told)
        finally:
            reloading.cancel()
            with suppress(asyncio.CancelledError):
                await reloading

    async def _told(self, paths: Sequence[Path]) -> None:
        log.info("came in: %s", ", ".join(sorted(path.name for path in paths)[:5]))
        self._came.set()

    async def _reload(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            await self._came.wait()
            self._came.clear()
            try:
                await self._reloads.reload(WHO)
            except Busy:
                await self._later(stop, self._again)
            except Refused as error:
                log.error("the facts stay as they are: %s", error)
            except Exception as error:  # such as a state that cannot be written while the disk is full
                log.error("the facts stay as they are, tried again soon: %s: %s", type(error).__name__, error)
                await self._later(stop, _LONGER * self._again)

    async def _later(self, stop: asyncio.Event, seconds: float) -> None:
        """Waits; what came in is read then."""
        self._came.set()
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), seconds)
