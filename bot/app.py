"""The serving wing put together: a fact store opened for reading, and what answers from it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.answers import Answerer
from bot.answers.lines import event_line
from bot.model.answer import Answer
from bot.model.entity import Entity
from bot.store.read import EventQuery, Facts


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
        """How much is known, and the newest of it."""
        counts = self.facts.counts()
        events = self.facts.events(EventQuery(order="newest", limit=limit))
        title = f"{counts['facts']:,} facts from {counts['articles']:,} articles, built {self.facts.built_at()[:10]}"
        return Answer(bool(events), title, tuple(event_line(event) for event in events))


@contextmanager
def serving(db: Path) -> Iterator[App]:
    """The app over the store at `db`; NoStore where there is none. The store is closed at the end."""
    with Facts.open(db) as facts:
        yield App(Answerer(facts), facts)


def version(db: Path) -> Hashable | None:
    """What tells one build at `db` from another without opening it; None where there is none."""
    try:
        status = db.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size
