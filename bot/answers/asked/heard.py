"""Conversations that were answered before, so that the next message in one is not answered from its beginning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock

from bot.answers.asked.memory import Focus

_MOST = 128
"""Conversations that are kept: some kilobytes each, the one kept longest ago is forgotten first."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What is left of a conversation once it is answered."""

    foci: tuple[Focus, ...] = ()
    last: str = ""
    """The last message as it was meant: a command that "and in 2023?" went on with is a command again."""


class Conversations:
    """What was left of each, by its turns and the day they were answered on; several threads may ask at once."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._kept: dict[tuple[tuple[str, ...], date], Heard] = {}
        self._lock = Lock()

    def longest(self, turns: Sequence[str], today: date) -> tuple[int, Heard]:
        """How many of the first turns were heard already, and what was left of them."""
        for many in range(len(turns), 0, -1):
            if (heard := self._kept.get((tuple(turns[:many]), today))) is not None:
                return many, heard
        return 0, Heard()

    def keep(self, turns: Sequence[str], today: date, heard: Heard) -> None:
        """Keeps what is left of a conversation."""
        with self._lock:
            self._kept[tuple(turns), today] = heard
            while len(self._kept) > self._most:
                del self._kept[next(iter(self._kept))]
