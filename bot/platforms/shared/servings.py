"""Opened stores, lent to one thread at a time; a new build is taken up when it is there."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
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
    """`open` opens the store; `version` tells builds apart without opening, None where there is no store.

    For `patience` seconds after a new build appears, stores of the one before are lent while none of the new is warm:
    nobody waits for an opening, if `warm` is called in that time. `settled` is called when a new build is warm and
    those before it are closed.
    """

    def __init__(
        self,
        open: Callable[[], AbstractContextManager[Serving]],
        version: Callable[[], Hashable | None],
        patience: float = 0.0,
        now: Callable[[], float] = time.monotonic,
        settled: Callable[[], None] | None = None,
    ) -> None:
        self._open = open
        self._version = version
        self._patience = patience
        self._now = now
        self._settled = settled
        self._free: list[_Opened] = []
        self._lock = threading.Lock()
        self._closed = False
        self._newest: Hashable | None = None
        self._appeared = -patience
        """When `_newest` was first seen."""

    @contextmanager
    def lend(self) -> Iterator[Serving]:
        """A store for the caller alone until it is given back; after an error it is closed."""
        opened = self._take()
        try:
            yield opened.serving
        except BaseException:
            opened.stack.close()
            raise
        self._give_back(opened)

    def warm(self, count: int, ask: Callable[[Serving], object]) -> None:
        """Opens the newest build `count` times and asks each once; only then the ones before it are closed."""
        with self._lock:
            version = self._current()
        fresh: list[_Opened] = []
        try:
            while len(fresh) < count and not self._closed:
                fresh.append(self._opened(version))
                ask(fresh[-1].serving)
        except BaseException:
            _close(fresh)
            raise
        with self._lock:
            if self._closed:
                old = fresh
            else:
                old = [opened for opened in self._free if opened.version != version]
                self._free = [*(opened for opened in self._free if opened.version == version), *fresh]
        _close(old)
        if self._settled is not None:
            self._settled()

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
        _close(free)

    def _take(self) -> _Opened:
        with self._lock:
            version = self._current()
            fresh = [opened for opened in self._free if opened.version == version]
            old = [opened for opened in self._free if opened.version != version]
            if fresh or not self._waiting() or not old:
                self._free = fresh[:-1]
                taken = fresh[-1] if fresh else None
            else:
                taken = old.pop()
                self._free, old = old, []
        _close(old)
        return taken or self._opened(version)

    def _give_back(self, opened: _Opened) -> None:
        with self._lock:
            current = opened.version == self._current()
            awaited = self._waiting() and all(other.version == opened.version for other in self._free)
            if not self._closed and (current or awaited):
                self._free.append(opened)
                return
        opened.stack.close()

    def _current(self) -> Hashable | None:
        """The version there is now; notes when a new one appears."""
        version = self._version()
        if version != self._newest:
            first = self._newest is None
            self._newest = version
            self._appeared = self._now() - (self._patience if first else 0)
        return version

    def _waiting(self) -> bool:
        """Whether a new build may still be on its way to be warm. A store that vanished is not waited for."""
        return self._newest is not None and self._now() - self._appeared < self._patience

    def _opened(self, version: Hashable | None) -> _Opened:
        stack = ExitStack()
        # The version was read before the opening: a build swapped in between counts as new once more.
        return _Opened(stack.enter_context(self._open()), version, stack)


def _close(stores: Iterable[_Opened]) -> None:
    for opened in stores:
        opened.stack.close()
