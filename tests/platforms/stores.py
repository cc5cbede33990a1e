"""Stores for tests of the desk: each tells which build it is."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from bot.model.answer import Answer, Line
from bot.model.entity import Entity
from bot.platforms.shared.servings import Serving, Servings


class Store:
    """An opened store that answers with the number of its build; `said` may do something else first."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.build = shelf.build
        self.closed = False
        self.at_work = 0

    @property
    def answerer(self) -> Store:
        return self

    def reply(self, turns: Sequence[str]) -> Answer:
        assert not self.closed
        self.at_work += 1
        assert self.at_work == 1, "two threads use one store"
        self.shelf.threads.add(threading.get_ident())
        try:
            self.shelf.said(turns[-1])
        finally:
            self.at_work -= 1
        return Answer(
            True, f"build {self.build}", (Line(" / ".join(turns), event="e1"), Line("x"), Line("y", event="e1"))
        )

    def complete(self, prefix: str, limit: int = 10) -> list[str]:
        self.shelf.said(prefix)
        return [f"{prefix}{n}" for n in range(limit)]

    def lookup(self, name: str) -> list[Entity]:
        return [Entity("e1", name)]

    def suggest(self, name: str, limit: int = 3) -> list[Entity]:
        return []

    def newest(self, limit: int = 5) -> Answer:
        return Answer(True, f"build {self.build}")


class Shelf:
    """Where builds appear: `build` is the number of the newest, None where there is none."""

    def __init__(self, said: Callable[[str], None] = lambda text: None) -> None:
        self.build: int | None = 1
        self.said = said
        self.opened: list[Store] = []
        self.threads: set[int] = set()

    @contextmanager
    def open(self) -> Iterator[Serving]:
        if self.build is None:
            raise FileNotFoundError("no store")
        store = Store(self)
        self.opened.append(store)
        try:
            yield store
        finally:
            store.closed = True

    def servings(self) -> Servings:
        return Servings(self.open, lambda: self.build)
