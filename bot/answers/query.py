"""A typed question to the store: what the parser makes and the executor runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.model.when import When

Ids = frozenset[str]
WRITTEN = "~"
"""What an id begins with that stands for a name which only the articles write."""
Order = Literal["newest", "oldest", "largest", "smallest", "told", "fit"]
Aggregate = Literal["", "count", "sum"]


@dataclass(frozen=True, slots=True)
class Part:
    """One of `ids` must play one of the parts `slots` (any part where empty)."""

    slots: tuple[str, ...]
    ids: Ids
    units: bool = False
    """Whether what belongs to it counts for it."""


@dataclass(frozen=True, slots=True)
class Query:
    """All that is given must hold."""

    kinds: tuple[str, ...]
    parts: tuple[Part, ...] = ()
    named: tuple[Ids, ...] = ()
    """Each must take part or stand in a quoted sentence."""
    needs: tuple[str, ...] = ()
    """One of these slots must be told: it is what was asked. `%` stands for a percentage in the quote."""
    measures: tuple[str, ...] = ()
    post: str = ""
    past: bool = False
    when: When | None = None
    surely: bool = False
    """The date has to lie in the period, as exactly as it is told: "2025" is no date in a December."""
    month: int = 0
    """A month without a year."""
    least: float | None = None
    most: float | None = None
    about: float | None = None
    """Dollars of the deal that is meant, where the question names its sum."""
    spelled: tuple[str, ...] = ()
    """Words that must stand in the fact as they are: what looks like a name but is none that is known."""
    round: str = ""
    status: str = ""
    """As articles tell it; `made` is agreed or done, `planned` neither done nor denied."""
    topic: tuple[str, ...] = ()
    """Stems of which a fact should hold many: they order, and with `strict` the first half must be there."""
    strict: float = 0.0
    order: Order = "newest"
    limit: int = 8
    asked: tuple[str, ...] = ()
    """Slots whose entities are the answer, for "and where did he study?"."""
    lead: bool = False
    follows: bool = False
    """Whoever is named as an investor put money in without leading."""
    near: tuple[Ids, ...] = ()
    """Each must stand in an article that tells the fact, where it need not stand in the sentence itself."""
    told: When | None = None
    """When an article told it, whenever it was."""
    known: date | None = None
    """Only what articles said that were published until this day."""
    by: tuple[str, ...] = ()
    """Slots whose figure orders "largest" and "smallest"; where none is given, the sum of the deal."""
    counted: bool = False
    """The figure is a number of things, not a sum of money."""
    of_kind: str = ""
    """The kind of entity that has to be the subject: `org` for "which company", `robot`, `humanoid`."""
    paid: Literal["", "once", "for use"] = ""
    """Whether a price buys the thing, or its use by the month or the hour."""
    of_field: bool = False
    """Only those of the field: whom the sentence calls a chipmaker or a bank is none, whatever it raised."""
    aggregate: Aggregate = ""
    must: tuple[str, ...] = ()
    """Stems that the fact has to hold, in this or another wording: what is counted."""
    later: bool = False
    """Kinds that nobody has sorted in count as well."""
    ahead: bool = False
    """Only listings that are still to come: none that was denied, put off or done, each company once."""
    currency: str = ""
    """Only sums that are told in it: "in yuan"."""
    absent: bool = False
    """Those in the asked parts of whom nothing of the kind is told in the period, each with the last before it."""
    without: Ids = frozenset()
    """Who must not take part: "before her"."""
    described: tuple[str, ...] = ()
    """Stems of words that describe those in the asked parts ("German", "surgical"): facts or their articles say so."""
    home: tuple[Ids, ...] = ()
    """Places in which those in the asked parts are at home."""
    conflicting: bool = False
    """Only what articles tell differently."""

    @property
    def bounds_figure(self) -> bool:
        """Whether `least` and `most` are of the figure that orders: a valuation, and not the sum of the round."""
        return self.by[:1] == ("valuation",) or self.measures == ("employees",)

    @property
    def is_in_order(self) -> bool:
        """Whether the store gives the answers in the order that is asked for."""
        told = self.order in ("newest", "oldest") or (self.order == "largest" and not self.by)
        weighed = self.lead or self.post or self.past or self.strict or self.needs == ("end",)
        return told and self.about is None and not weighed


@dataclass(frozen=True, slots=True)
class Join:
    """What several queries have in common: the facts of each whose `on` entities stand in the facts of all."""

    queries: tuple[Query, ...]
    on: tuple[tuple[str, ...], ...]
    """For every query the slots of the entities that are to be the same."""
    limit: int = 10
    final: bool = False
    """Whether, where nothing is shared, no other reading may answer."""
