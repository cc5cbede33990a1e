"""Everything that an article may tell: what the rules found, and what every reading would make, its second choice too.

Candidates are many and most are wrong; `evidence` says what speaks for each and `judge` how likely it is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from bot.extraction.consolidate import consolidate, same_fact
from bot.extraction.kind import Draft, all_kinds
from bot.extraction.learned.drafting import Drafter
from bot.extraction.learned.layout import CHOSEN
from bot.extraction.learned.places import is_figure
from bot.extraction.learned.readings import Choice, Look, Reading
from bot.extraction.validate import validate
from bot.model.money import Money

if TYPE_CHECKING:
    from bot.extraction.text.context import Context

_SECOND = 0.12
"""How likely an entity must be to be tried where another is likelier."""


@dataclass(frozen=True)
class Candidate:
    """A fact that may be told, and the drafts that it was made of: without a reading those of the rules."""

    fact: Draft
    drafts: tuple[tuple[Draft, Reading | None], ...]

    @cached_property
    def rules(self) -> tuple[Draft, ...]:
        """The drafts that rules made."""
        return tuple(draft for draft, reading in self.drafts if reading is None)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The readings of the others."""
        return tuple(reading for _, reading in self.drafts if reading is not None)

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The sentences in which it may be told."""
        return tuple((draft.start, draft.end) for draft, _ in self.drafts)

    @property
    def value(self) -> float | None:
        """The figure of the fact, or else its sum."""
        value = self.fact.slots.get("value")
        value = self.fact.slots.get("amount") if value is None else value
        if isinstance(value, Money):
            return value.value
        return abs(float(value)) if isinstance(value, int | float) else None

    def rivals(self, other: Candidate) -> bool:
        """Whether another candidate tells a fact of the kind in the same sentence."""
        mine, its = self.fact, other.fact
        return other is not self and its.kind == mine.kind and its.start < mine.end and mine.start < its.end


def _ways(reading: Reading) -> Iterator[Reading]:
    """A reading, and the same with the second choice of one slot."""
    yield reading
    for slot in CHOSEN[reading.kind]:
        likely = reading.named[slot].likely
        if len(likely) > 1 and likely[1][1] >= _SECOND:
            second = Choice((likely[1], likely[0], *likely[2:]), 0.0)
            yield replace(reading, named={**reading.named, slot: second})


class Gathering:
    """The candidates of one article."""

    def __init__(self, context: Context, rules: list[Draft], look: Look) -> None:
        self.context, self.rules, self.look = context, rules, look
        self._drafter = Drafter(context)
        self.numbers: dict[str, int] = {}
        """The place of a name in the context's clusters."""
        for number, cluster in enumerate(context.clusters):
            self.numbers.setdefault(cluster.name, number)

    @cached_property
    def figures(self) -> dict[int, tuple[float | None, float | None]]:
        """The sum and the figure at the place of every reading, by its `id`."""
        found = {}
        for reading in self.look.readings:
            sentence = self.context.sentence_at(reading.position)
            money = self._drafter.money(reading, sentence) if sentence else None
            figure = self._drafter.figure(reading)
            found[id(reading)] = (money.money.value if money else None, figure.value if figure else None)
        return found

    def same_figure(self, reading: Reading, value: float | None) -> bool:
        """Whether a reading stands at a figure; where there is none to compare, it does."""
        return value is None or any(f is not None and is_figure(f, value) for f in self.figures[id(reading)])

    def _drafts(self) -> Iterator[tuple[Draft, Reading | None]]:
        yield from ((draft, None) for draft in self.rules)
        for reading in self.look.readings:
            for way in _ways(reading):
                draft = self._drafter.draft(way)
                if draft is not None:
                    yield draft, reading

    def candidates(self) -> list[Candidate]:
        """Each possible fact once, in the order of the text; what no statement could be made of is left out."""
        every, kinds = list(self._drafts()), all_kinds()
        found = []
        for fact in consolidate(draft for draft, _ in every):
            if validate(fact, self.context.article) is None:
                continue
            same = [(d, r) for d, r in every if d.kind == fact.kind and same_fact(kinds[fact.kind], d, fact)]
            same = same or [(d, r) for d, r in every if d == fact]
            found.append(Candidate(fact, tuple(same)))
        return found
