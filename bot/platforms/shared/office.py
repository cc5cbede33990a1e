"""`/digest`, `/watch` and `/facts` as every platform has them: handlers of other rooms, over what the desk serves."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from bot.admin import Command, FactsDesk
from bot.app import App
from bot.digests.command import Asker, DigestDesk
from bot.digests.watching import WatchDesk
from bot.intake.adding import ABOUT, USAGE, Adding
from bot.intake.taking_back import TakingBack
from bot.model.answer import Answer
from bot.operations.faults import reported, under
from bot.platforms.shared import posted
from bot.platforms.shared.behind import intake_of, reloader_of
from bot.platforms.shared.desk import Desk
from bot.platforms.shared.room import Reply, Room
from bot.platforms.shared.servings import Serving
from bot.settings import Settings
from bot.state import State
from bot.store.read import Facts

log = logging.getLogger(__name__)

T = TypeVar("T")

FACTS = ("status", "sources", "conflicts", "reload", "retract", "same", "different", "correct", "undo", "audit", "add")
"""What may follow `/facts`."""


class Office:
    """Every answer is kept, so that its buttons show it again without doing again what it tells of."""

    def __init__(self, settings: Settings, desk: Desk, state: State, main: str) -> None:
        """`main` begins what readers call the commands: `/` for `/facts`, `/embodied ` for `/embodied facts`."""
        self.main = main
        self._settings = settings
        self._desk = desk
        self._state = state
        self._called = f"{main}facts"
        self._digests = DigestDesk(self._read, state, f"{main}digest", settings.locale)
        self.watches = WatchDesk(self._read, state, f"{main}watch")

    async def digest(self, asker: Asker, text: str) -> Reply:
        """What `/digest` comes to."""
        room = Room(asker.platform, asker.channel)
        work = partial(self._digests.handle, asker, text)
        return await self._kept(await self._desk.noted("digest", room, asker.user, work))

    async def because(self, asker: Asker, token: str) -> Reply:
        """Why a post came."""
        return await self._kept(await asyncio.to_thread(self._digests.because, asker, token))

    async def facts(self, who: str, is_admin: bool, text: str) -> Reply:
        """What `/facts` comes to; `who` as the audit log names them, such as `slack:U123`."""
        settings, state = self._settings, self._state
        reloader = reloader_of(settings, self._desk, state)
        add = Command("add", USAGE, ABOUT, self._adding().run)
        undoing = TakingBack(state, settings.inbox)
        desk = FactsDesk(self._read, state, reloader, self._called, (add,), (undoing,))
        platform, _, user = who.partition(":")
        work = partial(desk.handle, who, is_admin, text)
        return await self._kept(await self._desk.noted("facts", Room(platform, ""), user, work))

    async def attached(self, name: str, data: bytes) -> Reply:
        """A preview of a file that an administrator wants to have read."""
        try:
            return await self._kept(await self._adding().attachment(name, data))
        except Exception as error:
            return Reply(Answer(False, under(reported(log, "reading an attachment", error))), ())

    def asked(self, text: str) -> str | None:
        """What follows `/facts` in what a button asks for; None where it asks for something else."""
        head = f"{self._called} "
        return text.removeprefix(head) if text.startswith(head) else None

    def _adding(self) -> Adding:
        return Adding(intake_of(self._settings, self._desk, self._state), self._state, f"{self._called} add")

    async def _kept(self, answer: Answer) -> Reply:
        return await asyncio.to_thread(posted.keep, self._state.kept, answer)

    async def _read(self, work: Callable[[Facts], T], /) -> T:
        return await self._desk.read(lambda serving: work(facts_of(serving)))


def facts_of(serving: Serving) -> Facts:
    """The facts below what the desk lends, which is always an `App` here."""
    if not isinstance(serving, App):
        raise TypeError(f"no facts below a {type(serving).__name__}")
    return serving.facts
