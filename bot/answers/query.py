"""A typed question to the store: what the parser makes and the executor runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.model.when import When

Ids = frozenset[str]
Order = Literal["newest", "oldest", "largest", "fit"]


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
    topic: tuple[str, ...] = ()
    """Stems of which a fact should hold many: they order, and with `strict` the first half must be there."""
    strict: float = 0.0
    order: Order = "newest"
    limit: int = 8
    asked: tuple[str, ...] = ()
    """Slots whose entities are the answer, for "and where did he study?"."""
    lead: bool = False
