"""Where the platforms bring their questions: answers in threads, so that the event loop never waits for one."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from contextvars import copy_context
from typing import TypeVar

from bot.answers.commands import COMMANDS
from bot.locales import speaking
from bot.model.answer import Answer
from bot.operations.asking import Limits, too_many
from bot.operations.faults import Standing, reported, under
from bot.operations.interactions import Interaction, Keeper, Outcome, command_of
from bot.platforms.shared.conversations import Conversations
from bot.platforms.shared.languages import Languages, Reader
from bot.platforms.shared.room import Reply, Room
from bot.platforms.shared.servings import Serving, Servings

__all__ = ["Desk", "Reader", "Reply", "Room"]

log = logging.getLogger(__name__)

T = TypeVar("T")

Reword = Callable[[Serving, Sequence[str], Answer], Answer]
"""Gives what is said in place of the answer to some messages."""

_COMMANDS = frozenset(name for command in COMMANDS for name in (command.name, *command.also))


class Desk:
    """One for all platforms of a process. Every answer comes from one build of the facts.

    `limits` say how often somebody may ask; every keeper of `keep` is told of what was asked and what came of it.
    `reword` may say something better in place of an answer, in the same thread and time.
    """

    def __init__(
        self,
        servings: Servings,
        conversations: Conversations | None = None,
        workers: int = 4,
        seconds: float = 10.0,
        languages: Languages | None = None,
        limits: Limits | None = None,
        keep: Sequence[Keeper] = (),
        reword: Reword | None = None,
    ) -> None:
        self.conversations = conversations if conversations is not None else Conversations()
        self._servings = servings
        self._seconds = seconds
        self._languages = languages or Languages()
        self._limits = limits or Limits()
        self._keep = keep
        self._reword = reword
        self._workers = workers
        self._pool = ThreadPoolExecutor(workers, "answer")
        self._quick = ThreadPoolExecutor(1, "complete")
        self._warming = ThreadPoolExecutor(1, "warm")
        self._counting = threading.Lock()
        self._busy = 0
        self._unopened = Standing()

    async def answer(self, room: Room, user: str, text: str, locale: str = "") -> Reply:
        """The answer to a message in its conversation. Never raises but for a cancellation.

        `locale` is that of the reader's client, where the platform tells it.
        """
        limited = self._limited(command_of(text, _COMMANDS), room, user)
        if limited is not None:
            return Reply(limited, (text,), limited=True)
        turns = self.conversations.say(room, user, text)
        return await self._noted_reply(turns, room, Reader(room, user, locale))

    async def again(self, turns: Sequence[str], reader: Reader | None = None, asked: bool = False) -> Reply:
        """The answer to messages that were answered before, as a button asks for it; no conversation changes.

        `asked`: a person wants to see it, so it counts as any question does.
        """
        if reader is None or not asked:
            return (await self._reply(tuple(turns), None, reader))[0]
        limited = self._limited(command_of(turns[-1], _COMMANDS) if turns else "question", reader.room, reader.user)
        if limited is not None:
            return Reply(limited, tuple(turns), limited=True)
        return await self._noted_reply(tuple(turns), None, reader)

    async def noted(self, command: str, room: Room, user: str, work: Callable[[], Awaitable[Answer]]) -> Answer:
        """What a command of another room comes to, under the same limits and in the same records as a question."""
        limited = self._limited(command, room, user)
        if limited is not None:
            return limited
        began = time.monotonic()
        outcome: Outcome = "failed"
        answer: Answer | None = None
        try:
            answer = await work()
            outcome = "answered" if answer.answered else "declined"
            return answer
        finally:
            self._note(command, room, user, began, outcome, Reply(answer or Answer(False, ""), ()))

    async def complete(self, prefix: str, limit: int = 25) -> list[str]:
        """Names for a prefix, at once: they never wait behind answers. Empty where that fails."""
        loop = asyncio.get_running_loop()
        work = loop.run_in_executor(self._quick, self._lent, lambda serving: serving.complete(prefix, limit))
        try:
            return await asyncio.wait_for(work, self._seconds)
        except Exception as error:
            reported(log, f"completing {prefix[:40]!r}", error)
            return []

    async def read(self, work: Callable[[Serving], T]) -> T:
        """Runs a piece of work over the store in a thread, in the forms of the language that is spoken here.

        What it raises is raised, TimeoutError past the limit.
        """
        return await asyncio.wait_for(
            asyncio.get_running_loop().run_in_executor(self._pool, copy_context().run, self._lent, work),
            self._seconds,
        )

    def speaking(self, reader: Reader | None) -> AbstractContextManager[None]:
        """What is written inside is in the forms of the reader's language; it may be looked up in the state."""
        return speaking(self._languages.of(reader))

    async def warm(self) -> None:
        """Opens a new build for every thread before somebody asks; nothing where none is there or it is open."""
        if self._servings.stale:
            loop = asyncio.get_running_loop()
            try:
                await loop.run_in_executor(self._warming, self._warm)
            except Exception as error:
                if self._unopened.is_news(error):
                    reported(log, "opening the fact store", error)
            else:
                self._unopened.over()

    def forget(self, platform: str, user: str) -> None:
        """Ends the conversations that one person had alone."""
        self.conversations.forget(platform, user)

    async def close(self, seconds: float = 3.0) -> bool:
        """Closes the stores and waits so long for the answers that are being made; False where one did not end.

        The whole process has five seconds to end.
        """
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
            if not self._servings.stale:
                return  # it was opened while this one waited for its turn
            with self.speaking(None):  # the forms of another language are loaded then as well
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

    def _limited(self, command: str, room: Room, user: str) -> Answer | None:
        """What somebody is told who may not ask now; None for everybody else."""
        seconds = self._limits.ask(room.platform, room.channel, user)
        if not seconds:
            return None
        answer = Answer(False, too_many(seconds))
        self._note(command, room, user, time.monotonic(), "limited", Reply(answer, ()))
        return answer

    async def _noted_reply(self, turns: tuple[str, ...], room: Room | None, reader: Reader) -> Reply:
        began = time.monotonic()
        reply, outcome = await self._reply(turns, room, reader)
        self._note(command_of(turns[-1], _COMMANDS), reader.room, reader.user, began, outcome, reply)
        return reply

    def _note(self, command: str, room: Room, user: str, began: float, outcome: Outcome, reply: Reply) -> None:
        if not self._keep:
            return
        seconds, facts = time.monotonic() - began, len(reply.events)
        told = Interaction(room.platform, room.channel, user, command, seconds, outcome, facts, reply.reference)
        for keep in self._keep:
            keep(told)

    async def _reply(self, turns: tuple[str, ...], room: Room | None, reader: Reader | None) -> tuple[Reply, Outcome]:
        def work(serving: Serving) -> Answer:
            with self.speaking(reader):
                plain = serving.answerer.reply(turns)
                return plain if self._reword is None else self._reword(serving, turns, plain)

        try:
            answer = await self.read(work)
        except TimeoutError as error:
            reference = reported(log, _asked(turns, room), error)
            said = under(reference, "That takes too long; please ask for less at once")
            return Reply(Answer(False, said), turns, reference), "late"
        except Exception as error:
            reference = reported(log, _asked(turns, room), error)
            said = under(reference)
            if self._servings.missing:
                said = under(reference, "I have no facts yet: an administrator has to run `bot build`")
            return Reply(Answer(False, said), turns, reference), "failed"
        return Reply(answer, turns), "answered" if answer.answered else "declined"


def _asked(turns: tuple[str, ...], room: Room | None) -> str:
    where = f"{room.platform} {room.channel} {room.thread}".rstrip() if room else "a button"
    return f"{where}: {turns[-1][:80]!r}" if turns else where


def _first_question(serving: Serving) -> None:
    serving.answerer.reply(("/help",))
    serving.answerer.reply(("who is who?",))
    serving.complete("a", 1)
