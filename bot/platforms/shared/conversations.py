"""What was said in a conversation so far: bounded in turns, in conversations and in time."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from bot.platforms.shared.room import Room


@dataclass(slots=True)
class _Conversation:
    turns: tuple[str, ...]
    last: float


class Conversations:
    """Messages only: a new build of the facts changes nothing here."""

    def __init__(
        self,
        turns: int = 6,
        rooms: int = 2000,
        seconds: float = 2 * 3600,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._turns = turns
        self._rooms = rooms
        self._seconds = seconds
        self._now = now
        self._held: OrderedDict[tuple[str, str, str], _Conversation] = OrderedDict()

    def say(self, room: Room, user: str, text: str) -> tuple[str, ...]:
        """Adds a message; the conversation with it, the oldest first."""
        key = _key(room, user)
        before = self.turns(room, user)
        turns = (*before, text)[-self._turns :]
        self._held[key] = _Conversation(turns, self._now())
        self._held.move_to_end(key)
        while len(self._held) > self._rooms:
            self._held.popitem(last=False)
        return turns

    def turns(self, room: Room, user: str) -> tuple[str, ...]:
        """The conversation so far, the oldest first; empty where it is over."""
        self._expire()
        held = self._held.get(_key(room, user))
        return held.turns if held else ()

    def forget(self, platform: str, user: str) -> None:
        """Ends the conversations that one person had alone."""
        for key in [key for key in self._held if key[0] == platform and key[2] == f"user {user}"]:
            del self._held[key]

    def __len__(self) -> int:
        self._expire()
        return len(self._held)

    def _expire(self) -> None:
        """The conversations lie in the order of their last message, so the oldest are the first."""
        limit = self._now() - self._seconds
        while self._held and next(iter(self._held.values())).last <= limit:
            self._held.popitem(last=False)


def _key(room: Room, user: str) -> tuple[str, str, str]:
    return room.platform, room.channel, f"thread {room.thread}" if room.thread else f"user {user}"
