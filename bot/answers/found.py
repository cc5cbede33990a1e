"""What answers one clause: facts, sentences, or both, and how the clause was read."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.asked.question import Clause
from bot.answers.cards import Card
from bot.answers.query import Join, Query
from bot.model.answer import Line
from bot.store.read import Passage, StoredEvent


@dataclass(frozen=True, slots=True)
class Found:
    """What answers one clause, as it was read."""

    clause: Clause
    events: tuple[StoredEvent, ...] = ()
    passages: tuple[Passage, ...] = ()
    asked: tuple[str, ...] = ()
    """Ids of the entities that are the answer."""
    query: Query | Join | None = None
    """The typed question that found the facts."""
    rule: str = ""
    lead: tuple[Line, ...] = ()
    """What is told before the facts: how many there are."""
    sums: tuple[Line, ...] = ()
    """What is told after them: what they add up to."""
    card: Card | None = None
    """The profile card that tells the facts, where everything about one name was asked."""

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that it rests on, those of the facts first."""
        said = (s.article for told in self.events for s in told.statements)
        return tuple(dict.fromkeys((*said, *(p.article for p in self.passages))))
