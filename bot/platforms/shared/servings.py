"""Opened stores, lent to one thread at a time; a new build is taken up when it is there."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from typing import Protocol

from bot.model.answer import Answer
from bot.model.entity import Entity


class Answering(Protocol):
    """Whoever answers the last of some messages."""

    def reply(self, turns: Sequence[str]) -> Answer: ...


class Serving(Protocol):
    """A store opened for one thread, as `bot.app` puts it together."""

    @property
    def answerer(self) -> Answering: ...

    def complete(self, prefix: str, limit: int = 10) -> list[str]:
        """Names that start with a prefix, the ones with most to tell first."""

    def lookup(self, name: str) -> list[Entity]:
        """The entities that go by a name, the ones with most to tell first."""

    def suggest(self, name: str, limit: int = 3) -> list[Entity]:
        """What may have been meant by a name that is not known."""

    def newest(self, limit: int = 5) -> Answer:
        """How much is known, and the newest of it."""


@dataclass(slots=True)
class _Opened:
    serving: Serving
    version: Hashable
    stack: ExitStack


class Servings:
    """`open` opens the store; `version` tells builds apart without opening, None where there is no store."""

    def __init__(
        self, open: Callable[[], AbstractContextManager[Serving]], version: Callable[[], Hashable | None]
    ) -> None:
        self._open = open
        self._version = version
        self._free: list[_Opened] = []
        self._lock = threading.Lock()
        self._closed = False

    @contextmanager
    def lend(self) -> Iterator[Serving]:
        """A store of the newest build, for the caller alone until it is given back; after an error it is closed."""
        opened = self._take()
        try:
            yield opened.serving
        except BaseException:
            opened.stack.close()
            raise
        self._give_back(opened)

    def warm(self, count: int, ask: Callable[[Serving], object]) -> None:
        """Opens the newest build `count` times and asks each once, so that nobody waits for the first answer."""
        with ExitStack() as stack:
            for _ in range(count):
                if self._closed:
                    return
                ask(stack.enter_context(self.lend()))

    @property
    def stale(self) -> bool:
        """Whether a build is there that no free store was opened from."""
        version = self._version()
        with self._lock:
            return version is not None and all(opened.version != version for opened in self._free)

    @property
    def missing(self) -> bool:
        """Whether there is no store at all."""
        return self._version() is None

    def close(self) -> None:
        """Closes what is free, and what is lent when it comes back."""
        with self._lock:
            self._closed = True
            free, self._free = self._free, []
        for opened in free:
            opened.stack.close()

    def _take(self) -> _Opened:
        version = self._version()
        with self._lock:
            fresh = [opened for opened in self._free if opened.version == version]
            old = [opened for opened in self._free if opened.version != version]
            self._free = fresh[:-1]
        for opened in old:
            opened.stack.close()
        if fresh:
            return fresh[-1]
        stack = ExitStack()
        # Read before the opening: should a build be swapped in between, this one counts as old the next time.
        return _Opened(stack.enter_context(self._open()), version, stack)

    def _give_back(self, opened: _Opened) -> None:
        with self._lock:
            if not self._closed and opened.version == self._version():
                self._free.append(opened)
                return
        opened.stack.close()
