"""What was read of the messages that came last: every way to answer one message reads it again."""

from __future__ import annotations

from datetime import date
from functools import wraps
from typing import Protocol, TypeVar
from weakref import WeakKeyDictionary

from bot.answers.asked.spotting import Spotter

_MESSAGES = 50
"""Messages of one store of which it is kept how they were read."""
T = TypeVar("T")


class Reading(Protocol[T]):
    """Reads a message with the names of a store, on a day."""

    def __call__(self, message: str, spotter: Spotter, today: date, apart: bool = False) -> list[T]: ...


def kept(read: Reading[T]) -> Reading[T]:
    """Reads as `read` does, and the messages that came last only once."""
    known: WeakKeyDictionary[Spotter, dict[tuple[str, date, bool], list[T]]] = WeakKeyDictionary()

    @wraps(read)
    def again(message: str, spotter: Spotter, today: date, apart: bool = False) -> list[T]:
        told, asked = known.setdefault(spotter, {}), (message, today, apart)
        if asked not in told:
            if len(told) >= _MESSAGES:
                told.clear()
            told[asked] = read(message, spotter, today, apart)
        return list(told[asked])

    return again
