"""What was read out of the events looked into last: the ways to answer one question read the same out of the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from bot.store.read import StoredEvent

_MOST_KEPT = 300
"""Events of which it is kept what was read out of them; one question looks into a hundred, each some ten times."""
T = TypeVar("T")


def once_an_event(read: Callable[[StoredEvent], T]) -> Callable[[StoredEvent], T]:
    """Reads as `read` does, and out of the events looked into last only once."""
    known: dict[str, tuple[StoredEvent, T]] = {}

    @wraps(read)
    def again(told: StoredEvent) -> T:
        kept = known.get(told.id)
        if kept is None or kept[0] is not told:  # in another store, or known by another day, it may say something else
            if len(known) >= _MOST_KEPT:
                known.clear()
            kept = known[told.id] = told, read(told)
        return kept[1]

    return again
