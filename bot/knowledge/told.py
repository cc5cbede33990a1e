"""A statement whose names are resolved: what merging works on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.model.statement import SLOT_TYPES, Investor, SlotValue, Statement
from bot.model.when import When


@dataclass(frozen=True, slots=True)
class Told:
    """`slots` hold entity ids where the statement holds names; `published` is the article's date, where known."""

    statement: Statement
    slots: Mapping[str, SlotValue]
    published: When | None
    source: str

    @property
    def id(self) -> str:
        return self.statement.id

    @property
    def kind(self) -> str:
        return self.statement.kind

    @property
    def article(self) -> str:
        return self.statement.article

    @property
    def day(self) -> str:
        """The day by which it was said, ISO; empty where unknown."""
        return self.published.end.isoformat() if self.published else ""

    @property
    def year(self) -> int:
        """The year its sums are converted in."""
        told = self.slots.get("date")
        if isinstance(told, When):
            return told.start.year
        return self.published.start.year if self.published else date.max.year

    @property
    def order(self) -> tuple[bool, str, str, int, str]:
        """The oldest article first, and inside it the order of the text."""
        return (not self.day, self.day, self.source, self.statement.quote.start, self.id)


def members(value: SlotValue | None) -> tuple[str, ...]:
    """The names of a slot, one or many."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, tuple):
        return tuple(v.name if isinstance(v, Investor) else v for v in value)
    return ()


def is_name(slot: str) -> bool:
    """Whether a slot holds names of entities."""
    return SLOT_TYPES.get(slot) in ("name", "names", "investors")
