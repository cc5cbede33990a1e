"""Posts as they are listed: the foremost first, those that are over last, none that only says less than another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from bot.answers.fitting import title_of
from bot.answers.query import Ids
from bot.answers.tenure import is_over
from bot.answers.titles import posts
from bot.answers.view import ids_by_slot
from bot.model.when import When
from bot.store.read import StoredEvent

_FOREMOST = (
    *("ceo", "chair", "president", "founder", "coo", "cto", "cfo", "chief-scientist", "cpo", "cmo", "cco", "vp"),
    *("tech-lead", "director", "head", "professor"),
)
_LESS = frozenset({"engineer", "head"})
"""What is said of somebody beside a post at the same house that says more."""


def in_order(
    held: Sequence[StoredEvent], by: Literal["person", "organization"], told: Ids = frozenset()
) -> list[StoredEvent]:
    """Posts of a house by `person`, or of a person by `organization`; `told`: whose founding is told beside them."""
    of: dict[str, list[StoredEvent]] = {}
    for one in sorted(held, key=_place):
        of.setdefault(min(ids_by_slot(one).get(by, {one.id})), []).append(one)
    kept: list[StoredEvent] = []
    for whose, some in of.items():
        more = frozenset({"founder"}) if whose in told else frozenset()
        for n, one in enumerate(some):
            names = posts(title_of(one.event))
            says_less = names <= more | _LESS if n else names and names <= more
            if _has_time(one) or not (more and says_less):
                kept.append(one)
            more |= names
    return sorted(kept, key=is_over)


def _place(told: StoredEvent) -> tuple[bool, int, int]:
    """Over or not, how high, and the latest first; a post of no known kind comes last."""
    held, start = posts(title_of(told.event)), told.event.best("start")
    rank = next((n for n, post in enumerate(_FOREMOST) if post in held), len(_FOREMOST) + (not held))
    return is_over(told), rank, -start.start.toordinal() if isinstance(start, When) else 0


def _has_time(told: StoredEvent) -> bool:
    return any(told.event.best(slot) is not None for slot in ("start", "end"))
