"""Threads for what would hold up the event loop, of which one that does not end is left behind."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Threads(ThreadPoolExecutor):
    """Where an event loop does by default what waits: files, the state, names that a name server is asked for.

    A thread cannot be ended. The loop's own would keep a process that was told to stop until a silent name server is
    given up, half a minute later.
    """

    def __init__(self) -> None:
        super().__init__(min(32, (os.cpu_count() or 1) + 4), "work")  # as many as asyncio takes
        self._at_work: set[Future[Any]] = set()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """As it is, and kept in mind until it is done."""
        future = super().submit(fn, *args, **kwargs)
        self._at_work.add(future)
        future.add_done_callback(self._at_work.discard)
        return future

    async def leave(self, seconds: float) -> bool:
        """Takes nothing more and waits so long for what is being done; False where something did not end."""
        self.shutdown(wait=False, cancel_futures=True)
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        while self._at_work and loop.time() < end:
            await asyncio.sleep(0.01)
        loop.set_default_executor(ThreadPoolExecutor(1, "last"))  # the loop waits for its own when it is closed
        return not self._at_work
