"""The serving wing put together: a fact store opened for reading, and what answers from it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.answers import Answerer
from bot.answers.completion import Known, Names
from bot.digests.newest import newest
from bot.model.answer import Answer
from bot.model.entity import Entity
from bot.store.read import Facts


@dataclass(frozen=True, slots=True)
class App:
    """What a platform needs of an opened store."""

    answerer: Answerer
    facts: Facts

    def complete(self, prefix: str, limit: int = 10) -> list[str]:
        """Names that start with a prefix, the ones with most to tell first."""
        return self.facts.complete(prefix, limit)

    def lookup(self, name: str) -> list[Entity]:
        """The entities that go by a name, the ones with most to tell first."""
        return self.facts.lookup(name)

    def suggest(self, name: str, limit: int = 3) -> list[Entity]:
        """What may have been meant by a name that is not known."""
        return self.facts.suggest(name, limit)

    def newest(self, limit: int = 5) -> Answer:
        """How much is known, and the weightiest news of the month before the newest article."""
        return newest(self.facts, limit)


@contextmanager
def serving(db: Path, *, ahead: bool = False) -> Iterator[App]:
    """The app over the store at `db`; NoStore where there is none. The store is closed at the end.

    `ahead`: read what can be read before anybody asks, for a process that is there to answer many.
    """
    with Facts.open(db) as facts:
        answerer = Answerer(facts)
        if ahead:
            answerer.read_ahead()
        yield App(answerer, facts)


def names(db: Path) -> Names:
    """The names of the store at `db`, for completion: an index that needs the store no longer."""
    with Facts.open(db) as facts:
        return Names(
            (Known(entity, alias, name, events, folded) for entity, alias, folded, name, events in facts.aliases()),
            ranked=True,
        )


def version(db: Path) -> Hashable | None:
    """What tells one build at `db` from another without opening it; None where there is none."""
    try:
        status = db.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size
