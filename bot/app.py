"""The serving wing put together: a fact store opened for reading, and what answers from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.answers import Answerer
from bot.store.read import Facts


@dataclass(frozen=True, slots=True)
class App:
    """What a platform needs: somebody who answers, and names that complete a prefix."""

    answerer: Answerer
    complete: Callable[[str], list[str]]


@contextmanager
def serving(db: Path) -> Iterator[App]:
    """The app over the store at `db`; NoStore where there is none. The store is closed at the end."""
    with Facts.open(db) as facts:
        yield App(Answerer(facts), facts.complete)
