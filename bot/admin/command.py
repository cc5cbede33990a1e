"""What follows `/facts`: one command, and how it refuses."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.model.answer import Answer
from bot.state.audit import Entry

Run = Callable[[str, str], Awaitable[Answer]]
"""Called with who asks and what follows the command's name."""


class Refused(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """Something is not done: one line that says why and what to do, and hints below it."""

    def __init__(self, reason: str, *hints: str) -> None:
        super().__init__(reason)
        self.hints = hints


@dataclass(frozen=True, slots=True)
class Command:
    """`open` commands are for everybody, the others for administrators alone."""

    name: str
    usage: str
    about: str
    run: Run
    open: bool = False


class Undoing(Protocol):
    """Takes back what another room's commands did."""

    def last(self) -> int | None:
        """The number of the last action that can be taken back."""

    async def undo(self, user: str, entry: Entry) -> Answer | None:
        """Takes an action back and says so, or why not; None where it is not one of this room's."""


def moment(iso: str) -> str:
    """A time as it is stored, for people: 6 Oct 2025, 09:00 UTC."""
    at = datetime.fromisoformat(iso)
    return f"{at.day} {at:%b %Y, %H:%M} UTC"


def many(count: int, noun: str) -> str:
    """ "1 fact", "1,200 facts"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
