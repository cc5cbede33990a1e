"""Where the platforms bring their questions: answers in threads, so that the event loop never waits for one."""

from __future__ import annotations

import asyncio
import logging
import secrets
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

from bot.model.answer import Answer
from bot.platforms.shared.conversations import Conversations
from bot.platforms.shared.room import Reply, Room
from bot.platforms.shared.servings import Serving, Servings

__all__ = ["Desk", "Reply", "Room"]

log = logging.getLogger(__name__)

T = TypeVar("T")

_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""For references that are read aloud and typed again."""


class Desk:
    """One for all platforms of a process. Every answer comes from one build of the facts."""

    def __init__(
        self,
        servings: Servings,
        conversations: Conversations | None = None,
        workers: int = 4,
        seconds: float = 10.0,
    ) -> None:
        self.conversations = conversations if conversations is not None else Conversations()
        self._servings = servings
        self._seconds = seconds
        self._workers = workers
        self._pool = ThreadPoolExecutor(workers, "answer")
        self._quick = ThreadPoolExecutor(1, "complete")
        self._warming = ThreadPoolExecutor(1, "warm")
        self._counting = threading.Lock()
        self._busy = 0

    async def answer(self, room: Room, user: str, text: str) -> Reply:
        """The answer to a message in its conversation. Never raises but for a cancellation."""
        return await self._reply(self.conversations.say(room, user, text), room)

    async def again(self, turns: Sequence[str]) -> Reply:
        """The answer to messages that were answered before, as a button asks for it; no conversation changes."""
        return await self._reply(tuple(turns), None)

    async def complete(self, prefix: str, limit: int = 25) -> list[str]:
        """Names for a prefix, at once: they never wait behind answers. Empty where that fails."""
        loop = asyncio.get_running_loop()
        work = loop.run_in_executor(self._quick, self._lent, lambda serving: serving.complete(prefix, limit))
        try:
            return await asyncio.wait_for(work, self._seconds)
        except Exception as error:
            self._report(error, f"completing {prefix[:40]!r}")
            return []

    async def read(self, work: Callable[[Serving], T]) -> T:
        """Runs a piece of work over the store in a thread; what it raises is raised, TimeoutError past the limit."""
        return await asyncio.wait_for(
            asyncio.get_running_loop().run_in_executor(self._pool, self._lent, work), self._seconds
        )

    async def warm(self) -> None:
        """Opens a new build for every thread before somebody asks; nothing where none is there or it is open."""
        if self._servings.stale:
            loop = asyncio.get_running_loop()
            try:
                await loop.run_in_executor(self._warming, self._warm)
            except Exception as error:
                self._report(error, "opening the fact store")

    def forget(self, platform: str, user: str) -> None:
        """Ends the conversations that one person had alone."""
        self.conversations.forget(platform, user)

    async def close(self, seconds: float = 5.0) -> bool:
        """Closes the stores and waits so long for the answers that are being made; False where one did not end."""
        for pool in (self._quick, self._pool, self._warming):
            pool.shutdown(wait=False, cancel_futures=True)
        self._servings.close()
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        while self._busy and loop.time() < end:
            await asyncio.sleep(0.01)
        return not self._busy

    def _lent(self, work: Callable[[Serving], T]) -> T:
        with self._at_work(), self._servings.lend() as serving:
            return work(serving)

    def _warm(self) -> None:
        with self._at_work():
            self._servings.warm(self._workers + 1, _first_question)  # one more for completing

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        """Counts the threads that are at something."""
        with self._counting:
            self._busy += 1
        try:
            yield
        finally:
            with self._counting:
                self._busy -= 1

    async def _reply(self, turns: tuple[str, ...], room: Room | None) -> Reply:
        try:
            answer = await self.read(lambda serving: serving.answerer.reply(turns))
        except TimeoutError as error:
            reference = self._report(error, _asked(turns, room))
            return Reply(_told("That takes too long; please ask for less at once", reference), turns, reference)
        except Exception as error:
            reference = self._report(error, _asked(turns, room))
            if self._servings.missing:
                said = "I have no facts yet: an administrator has to run `bot build`"
                return Reply(_told(said, reference), turns, reference)
            return Reply(_told("That went wrong on my side; please try again", reference), turns, reference)
        return Reply(answer, turns)

    @staticmethod
    def _report(error: Exception, what: str) -> str:
        """Logs a failure under a reference and gives the reference."""
        reference = "".join(secrets.choice(_LETTERS) for _ in range(6))
        log.error("%s: %s failed (%s: %s)", reference, what, type(error).__name__, error, exc_info=error)
        return reference


def _told(text: str, reference: str) -> Answer:
    return Answer(False, f"{text} (reference {reference}).")


def _asked(turns: tuple[str, ...], room: Room | None) -> str:
    where = f"{room.platform} {room.channel} {room.thread}".rstrip() if room else "a button"
    return f"{where}: {turns[-1][:80]!r}" if turns else where


def _first_question(serving: Serving) -> None:
    serving.answerer.reply(("/help",))
    serving.answerer.reply(("who is who?",))
    serving.complete("a", 1)
