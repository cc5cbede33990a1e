"""A statement whose names are resolved: what merging works on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.model.statement import SlotValue, Statement
from bot.model.when import When


@dataclass(frozen=True, slots=True)
class Told:
    """`slots` hold entity ids where the statement holds names; `published` is the article's date, None where unknown.

    `source` is the article's file or address as a person would cite it.
    """

    statement: Statement
    slots: Mapping[str, SlotValue]
    published: When | None
    source: str

    @property
    def id(self) -> str:
        """The statement's."""
        return self.statement.id

    @property
    def kind(self) -> str:
        """The statement's."""
        return self.statement.kind

    @property
    def article(self) -> str:
        """The id of the article that says it."""
        return self.statement.article

    @property
    def day(self) -> str:
        """The day by which it was said, ISO; empty where unknown."""
        return self.published.end.isoformat() if self.published else ""

    @property
    def year(self) -> int:
        """The year whose rates its sums are converted at: when it was true, else when it was said, else the latest."""
        told = self.slots.get("date")
        if isinstance(told, When):
            return told.start.year
        return self.published.start.year if self.published else date.max.year

    @property
    def order(self) -> tuple[bool, str, str, int, str]:
        """The oldest article first, and inside it the order of the text."""
        return (not self.day, self.day, self.source, self.statement.quote.start, self.id)
