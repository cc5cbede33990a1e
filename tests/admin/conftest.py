from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest

from bot.admin import FactsDesk, Reloader
from bot.model.answer import Answer
from bot.state import State
from bot.store.read import Facts
from tests.admin.shelf import building, built
from tests.raising import put

T = TypeVar("T")


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("BOT_"):
            monkeypatch.delenv(name)


@dataclass
class House:
    """A shelf of articles, the store built from it, and who looks after both."""

    shelf: Path
    db: Path
    state: State
    state_file: Path
    reloader: Reloader
    desk: FactsDesk
    warmed: int = 0

    async def says(self, text: str, user: str = "slack:U1", is_admin: bool = True) -> Answer:
        return await self.desk.handle(user, is_admin, text)

    def rebuild(self) -> None:
        """What a reload does, here and now."""
        built(self.shelf, self.db, self.state.judgements.standing())

    def facts(self, work: Callable[[Facts], T]) -> T:
        with Facts.open(self.db) as facts:
            return work(facts)

    def starts(self, before: str = "", command: list[str] | None = None, seconds: float = 60) -> None:
        """Another reloader, whose build does something else first, or is another command."""
        run = command or building(self.shelf, self.db, self.state_file, before)
        self.reloader = Reloader(self.db, lambda: run, self.state.audit, self._warm, seconds)
        self.desk = FactsDesk(self._read, self.state, self.reloader)

    async def _warm(self) -> None:
        self.warmed += 1

    async def _read(self, work: Callable[[Facts], T], /) -> T:
        return self.facts(work)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    shelf, db, file = tmp_path / "shelf", tmp_path / "facts.db", tmp_path / "state.db"
    put(shelf, "one.md", "Quillon raised $140 million in a Series A from Tessaro. The firm builds walking robots.")
    put(shelf, "two.md", "Again: Quillon raised $100 million in a Series A from Tessaro. It has forty.", "2025-09-11")
    put(shelf, "three.md", "Brisk Motion raised $7 million in a Series B. It makes hands that sort parcels.")
    built(shelf, db)
    with State.open(file) as state:
        made = House(shelf, db, state, file, None, None)  # type: ignore[arg-type]
        made.starts()
        yield made
