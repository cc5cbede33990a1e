"""Where a message was said, and what came back."""

from __future__ import annotations

from dataclasses import dataclass

from bot.model.answer import Answer


@dataclass(frozen=True, slots=True)
class Room:
    """A place of a platform. In a thread all who write share one conversation, elsewhere each has their own."""

    platform: str
    """`slack`, `discord`."""
    channel: str
    """Id of the channel or the direct conversation."""
    thread: str = ""
    """Id of the thread, empty outside of one."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer with the messages that led to it. Given to `Desk.again`, the same turns get the same answer."""

    answer: Answer
    turns: tuple[str, ...]
    """The messages that the answer rests on, the question last."""
    reference: str = ""
    """Where no answer could be made: what the reader is told and the log carries; empty else."""

    limited: bool = False
    """Whether nothing was looked up, for too much was asked at once."""

    @property
    def text(self) -> str:
        """The message that was answered."""
        return self.turns[-1] if self.turns else ""

    @property
    def failed(self) -> bool:
        return bool(self.reference) or self.limited

    @property
    def events(self) -> tuple[str, ...]:
        """Ids of the events told, each once: what feedback is about."""
        return tuple(dict.fromkeys(line.event for line in self.answer.lines if line.event))
