"""`/digest` and `/facts` as every platform has them: the handlers of their rooms over what the desk serves."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar
from weakref import WeakKeyDictionary

from bot.admin import FactsDesk, Reloader, build_command
from bot.app import App
from bot.digests.command import Asker, DigestDesk
from bot.model.answer import Answer
from bot.platforms.shared import posted
from bot.platforms.shared.desk import Desk
from bot.platforms.shared.room import Reply
from bot.platforms.shared.servings import Serving
from bot.settings import Settings
from bot.state import State
from bot.store.read import Facts

T = TypeVar("T")

FACTS = ("status", "sources", "conflicts", "reload", "retract", "same", "different", "correct", "undo", "audit")
"""What may follow `/facts`."""

_RELOADERS: WeakKeyDictionary[Desk, tuple[list[str], Reloader]] = WeakKeyDictionary()
"""One for all platforms at one desk: what one of them reloads, the others know of."""


class Office:
    """Every answer is kept, so that its buttons show it again without doing again what it tells of."""

    def __init__(self, settings: Settings, desk: Desk, state: State, facts: str, digest: str) -> None:
        """`facts` and `digest` are how readers call the commands."""
        self._settings = settings
        self._desk = desk
        self._state = state
        self._called = facts
        self._digests = DigestDesk(self._read, state, digest)

    async def digest(self, asker: Asker, text: str) -> Reply:
        """What `/digest` comes to."""
        return await self._kept(await self._digests.handle(asker, text))

    async def because(self, asker: Asker, token: str) -> Reply:
        """Why a post came."""
        return await self._kept(await asyncio.to_thread(self._digests.because, asker, token))

    async def facts(self, who: str, is_admin: bool, text: str) -> Reply:
        """What `/facts` comes to; `who` as the audit log names them, such as `slack:U123`."""
        desk = FactsDesk(self._read, self._state, self._reloader(), self._called)
        return await self._kept(await desk.handle(who, is_admin, text))

    async def _kept(self, answer: Answer) -> Reply:
        return await asyncio.to_thread(posted.keep, self._state.kept, answer)

    async def _read(self, work: Callable[[Facts], T], /) -> T:
        return await self._desk.read(lambda serving: work(_facts(serving)))

    def _reloader(self) -> Reloader:
        """The one at this desk, made anew where there are other folders to build from by now."""
        settings = self._settings
        command = build_command(settings.db, settings.state, settings.folders)
        known = _RELOADERS.get(self._desk)
        if known is None or known[0] != command:
            known = command, Reloader(settings.db, command, self._state.audit, self._desk.warm)
            _RELOADERS[self._desk] = known
        return known[1]


def _facts(serving: Serving) -> Facts:
    """The facts below what the desk lends, which is always an `App` here."""
    if not isinstance(serving, App):
        raise TypeError(f"no facts below a {type(serving).__name__}")
    return serving.facts
