"""Handling an event once, though a platform sends it again, or to several processes on one state."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable
from datetime import timedelta

from bot.state.seen import KEPT_FOR

log = logging.getLogger(__name__)

_REMEMBERED = 5000


class Once:
    """`first` remembers across restarts and processes; where that fails the process's own memory has to do."""

    def __init__(self, first: Callable[[str, timedelta], bool]) -> None:
        self._first = first
        self._met: OrderedDict[str, None] = OrderedDict()

    async def first(self, event: str, ttl: timedelta = KEPT_FOR) -> bool:
        """Whether an id is met for the first time within `ttl`. What has no id always is."""
        if not event:
            return True
        if event in self._met:
            return False
        self._met[event] = None
        if len(self._met) > _REMEMBERED:
            self._met.popitem(last=False)
        try:
            return await asyncio.to_thread(self._first, event, ttl)
        except Exception as error:  # a full disk must not make the bot silent
            log.error("the state cannot remember an event: %s: %s", type(error).__name__, error)
            return True
