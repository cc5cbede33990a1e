"""What is offered while an option is typed: names that the store knows, periods."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Hashable, Iterator
from datetime import date

from discord import app_commands

from bot.answers.completion import Names, Offer
from bot.answers.text import visible
from bot.platforms.discord.limits import CHOICE, CHOICES, length, shortened

log = logging.getLogger(__name__)

_PATIENCE = 2.0
"""Seconds to wait for the first index; Discord shows nothing that comes after three."""


class Choices:
    """The names of the newest build. While a new build is indexed, the one before goes on being offered."""

    def __init__(self, load: Callable[[], Names], version: Callable[[], Hashable | None]) -> None:
        self._load = load
        self._version = version
        self._names = Names(())
        self._of: Hashable | None = None
        self._loading: asyncio.Task[None] | None = None

    async def names(self) -> Names:
        """The index; waits a moment where there is none yet."""
        self.refresh()
        if self._of is None and self._loading is not None:
            await asyncio.wait({self._loading}, timeout=_PATIENCE)
        return self._names

    async def offer(self, typed: str) -> list[app_commands.Choice[str]]:
        """Choices for what was typed so far. Each gives a name that finds its entity again."""
        names = await self.names()
        return list(_offered(names, names.complete(typed, CHOICES)))

    def refresh(self) -> None:
        """Begins to index the store where it is another than the one indexed."""
        version = self._version()
        if version is not None and version != self._of and (self._loading is None or self._loading.done()):
            self._loading = asyncio.get_running_loop().create_task(self._index(version))

    async def settled(self) -> None:
        """Waits until the index that is being made is there."""
        if self._loading is not None and not self._loading.done():
            await asyncio.wait({self._loading})

    async def close(self) -> None:
        """Waits for no index any more."""
        if self._loading is not None:
            self._loading.cancel()
            await asyncio.gather(self._loading, return_exceptions=True)

    async def _index(self, version: Hashable) -> None:
        try:
            self._names = await asyncio.to_thread(self._load)
        except Exception as error:
            log.warning("names cannot be completed: %s", error)
        # One that cannot be read is not tried again and again either.
        self._of = version


def _offered(names: Names, offers: list[Offer]) -> Iterator[app_commands.Choice[str]]:
    given: set[str] = set()
    for offer in offers:
        value = _value(names, offer)
        if value and value not in given:
            given.add(value)
            yield app_commands.Choice(name=_shown(offer), value=value)


def _value(names: Names, offer: Offer) -> str:
    """The name that finds the entity again: the one it is filed under, unless that is short enough to mean others."""
    alias, filed = offer
    fit = [name for name in (filed, alias) if 0 < length(name) <= CHOICE and name.strip() == name]
    sure = [name for name in fit if len(names.called(name)) == 1]
    return next(iter(sure or fit), "")


def _shown(offer: Offer) -> str:
    """The name met, with the one it is filed under where that is another."""
    alias, filed = (" ".join(visible(text).split()) for text in offer)
    return shortened(alias if alias == filed else f"{alias} ({filed})", CHOICE)


def periods(typed: str, today: date) -> list[app_commands.Choice[str]]:
    """Periods that start as typed, and what was typed itself."""
    years = [str(today.year - back) for back in range(5)]
    quarters = [f"Q{quarter} {year}" for year in years[:2] for quarter in (4, 3, 2, 1)]
    known = [*years, *(f"since {year}" for year in years[1:]), *quarters]
    wanted = " ".join(typed.split())
    found = [one for one in known if wanted.casefold() in one.casefold()]
    if wanted and wanted not in found:
        found.insert(0, shortened(wanted, CHOICE))
    return [app_commands.Choice(name=one, value=one) for one in found[:CHOICES]]
