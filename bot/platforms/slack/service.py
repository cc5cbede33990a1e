"""What every surface of the Slack app works with."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from bot.digests.command import Asker
from bot.model.answer import Answer
from bot.operations.faults import reported, under
from bot.platforms.shared import posted
from bot.platforms.shared.desk import Desk, Reader, Reply, Room
from bot.platforms.shared.office import Office
from bot.platforms.shared.once import Once
from bot.platforms.shared.servings import Serving
from bot.platforms.slack.admins import Admins
from bot.platforms.slack.files import Files
from bot.platforms.slack.message import Message, said
from bot.platforms.slack.posting import threaded
from bot.platforms.slack.rendering import Rendering
from bot.platforms.slack.sending import Outbox, Place
from bot.state import State

log = logging.getLogger(__name__)

T = TypeVar("T")

PLATFORM = "slack"


@dataclass(slots=True)
class Service:
    """One connection's: who answers, what is remembered, how it is rendered and sent. `me` is the bot's user id."""

    desk: Desk
    state: State
    outbox: Outbox
    files: Files
    rendering: Rendering
    admins: Admins
    once: Once
    inbox: Path
    me: str
    command: str
    """The name of the command with subcommands, with its slash."""
    office: Office
    at_work: set[asyncio.Task[None]] = field(default_factory=set)

    def spawn(self, event: object, work: Callable[[], Awaitable[None]], what: str, place: Place | None = None) -> None:
        """Does after the acknowledgement what takes longer than Slack waits for it, once for each event id.

        `place`: where somebody waits for it, and is told where it fails.
        """
        task = asyncio.create_task(self._guarded(str(event or ""), work, what, place))
        self.at_work.add(task)
        task.add_done_callback(self.at_work.discard)

    async def finish(self, seconds: float) -> None:
        """Waits for what is being done; what takes longer is given up."""
        if self.at_work:
            _, late = await asyncio.wait(self.at_work, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def asker(self, place: Place, thread: str = "") -> Asker:
        """Who asks where, and whether they may change what is posted there; `thread`: in which it is asked."""
        may = await self.admins.include(place.user)
        channel = f"@{place.user}" if place.direct else place.channel
        address = threaded(place.channel, thread) if thread and not place.direct else ""
        return Asker(PLATFORM, channel, place.user, may, lambda: self.admins.zone(place.user), address)

    @staticmethod
    def person(user: str) -> Asker:
        """Somebody for themselves, wherever they are."""
        return Asker(PLATFORM, f"@{user}", user)

    async def answer(self, place: Place, room: Room, text: str) -> None:
        """Answers a message in its conversation, where it was said."""
        reply = await self.desk.answer(room, place.user, text)
        await self.show(place, reply)

    async def show(self, place: Place, reply: Reply, number: int = 1, by: str = "") -> None:
        """Sends a page of an answer. What one person alone sees may be shared with the channel."""
        share = not place.public and not place.direct
        await self.outbox.send(place, self.rendering.answer(reply, number, share, by))

    async def again(self, turns: tuple[str, ...], place: Place, asked: bool = False) -> Reply:
        """What was answered before, as a button asks for it; `asked`: for a person to see."""
        kept = await self.stored(lambda state: posted.found(state.kept, turns))
        return kept or await self.desk.again(turns, Reader(Room(PLATFORM, place.channel), place.user), asked)

    async def tell(self, place: Place, message: Message) -> None:
        await self.outbox.send(place, message)

    async def stored(self, work: Callable[[State], T]) -> T:
        """Reads or writes the state in a thread: another process at it may hold that up, never the event loop."""
        return await asyncio.to_thread(work, self.state)

    async def public(self, channel: str) -> bool:
        """Whether answers to commands in a channel are for everybody; no where that cannot be read."""
        try:
            return await self.stored(lambda state: state.channels.get(PLATFORM, channel).public)
        except Exception as error:
            log.error("the settings of %s cannot be read: %s: %s", channel, type(error).__name__, error)
            return False

    async def newest(self, user: str, limit: int = 5) -> Answer:
        """How much is known and the newest of it, for one person; one line where the store cannot be read."""

        def work(serving: Serving) -> Answer:
            with self.desk.speaking(Reader(Room(PLATFORM, ""), user)):
                return serving.newest(limit)

        try:
            return await self.desk.read(work)
        except Exception as error:
            log.error("the newest facts cannot be read: %s: %s", type(error).__name__, error)
            return Answer(False, "The facts cannot be read just now.")

    async def _guarded(self, event: str, work: Callable[[], Awaitable[None]], what: str, place: Place | None) -> None:
        try:
            if await self.once.first(event):
                await work()
        except Exception as error:
            reference = reported(log, what, error)
            if place is not None:
                await self.tell(place, said(under(reference)))
