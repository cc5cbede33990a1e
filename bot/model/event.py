"""What several statements are about: every value that was said, ranked, with its supporters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.model.statement import SlotValue
from bot.model.when import When

Rank = Literal["preferred", "normal", "deprecated"]

WORDING = frozenset(
    {
        *("text", "topic", "action", "use", "title", "unit", "approximate", "product_kind", "place", "degree", "field"),
        "measure",
    }
)
"""Slots whose values are wording: two wordings are no disagreement."""


@dataclass(frozen=True, slots=True)
class EventValue:
    """One value of one slot; `statements` are the ids of those that say it. Names are entity ids here."""

    slot: str
    value: SlotValue
    rank: Rank
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    id: str
    kind: str
    values: tuple[EventValue, ...]
    statements: tuple[str, ...]

    def best(self, slot: str) -> SlotValue | None:
        """The preferred value of a slot, or None where nothing was said."""
        for said in self.values:
            if said.slot == slot and said.rank == "preferred":
                return said.value
        return None

    def conflicting(self, slot: str) -> tuple[EventValue, ...]:
        """Every value of a slot where several that do not agree were said, the preferred first; else empty.

        Of wording nothing disagrees.
        """
        if slot in WORDING:
            return ()
        said = [v for v in self.values if v.slot == slot and v.rank != "deprecated"]
        return tuple(sorted(said, key=lambda v: v.rank != "preferred")) if len(said) > 1 else ()

    @property
    def disputed(self) -> bool:
        """Whether articles disagree about it."""
        return any(self.conflicting(slot) for slot in {value.slot for value in self.values})


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An event and what it is looked up by. `roles`: who takes part in which slot, by any article's word."""

    event: Event
    said_first: str
    said_last: str
    date: When | None
    usd: float | None
    usd_high: float | None
    articles: int
    roles: Sequence[tuple[str, str]]
    """(slot, entity id)."""
