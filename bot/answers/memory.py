"""What the conversation was about: enough to know who "she" is and what "and Figure?" asks."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.answers.query import Ids
from bot.answers.question import Clause
from bot.store.read import Facts

_MOST = 6


@dataclass(frozen=True, slots=True)
class Focus:
    """One clause that was answered or not: who the answer was, who was asked about."""

    clause: Clause
    answer: tuple[str, ...] = ()
    """Ids that were the answer, the first told first."""
    quotes: tuple[str, ...] = ()
    """Sentences that the answer rested on."""


@dataclass(slots=True)
class Memory:
    """The last clauses, the newest first."""

    facts: Facts
    foci: list[Focus] = field(default_factory=list)

    def add(self, focus: Focus) -> None:
        self.foci = [focus, *self.foci][:_MOST]

    def last(self) -> Clause | None:
        """The last clause that was more than a name."""
        return next((focus.clause for focus in self.foci if not focus.clause.bare), None)

    def people(self) -> list[Ids]:
        """Whom "he" or "she" may be, the likeliest first."""
        return self._of(("person",))

    def things(self) -> list[Ids]:
        """What "it" or "the company" may be, the likeliest first."""
        return self._of(("org", "product", "unknown"))

    def answers(self) -> Ids:
        """Everything the last answer named, for "which of them"."""
        for focus in self.foci:
            if len(focus.answer) > 0:
                return frozenset(focus.answer)
        return frozenset()

    def quotes(self) -> tuple[str, ...]:
        """The sentences the last answer rested on."""
        return next((focus.quotes for focus in self.foci if focus.quotes), ())

    def _of(self, kinds: tuple[str, ...]) -> list[Ids]:
        found: list[Ids] = []
        for focus in self.foci:
            told = [one for one in focus.answer[:3] if self._kind(one) in kinds]
            named = [m.ids for m in reversed(focus.clause.names) if any(self._kind(i) in kinds for i in m.ids)]
            for ids in (*(frozenset((one,)) for one in told), *named):
                if ids not in found:
                    found.append(ids)
        return found[:_MOST]

    def _kind(self, one: str) -> str:
        entity = self.facts.entity(one)
        return entity.kind if entity else "unknown"
