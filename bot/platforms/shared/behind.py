"""What stands behind a desk once, however many platforms it serves: who rebuilds the facts, who takes articles in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable
from typing import TypeVar
from weakref import WeakKeyDictionary

from bot.admin import Reloader, build_command
from bot.intake.service import Intake
from bot.platforms.shared.desk import Desk
from bot.settings import Settings
from bot.state import State

T = TypeVar("T")

_RELOADERS: WeakKeyDictionary[Desk, tuple[Hashable, Reloader]] = WeakKeyDictionary()
_INTAKES: WeakKeyDictionary[Desk, tuple[Hashable, Intake]] = WeakKeyDictionary()


def reloader_of(settings: Settings, desk: Desk, state: State) -> Reloader:
    """The one at a desk; each build is from the folders that there are by then."""

    def command() -> list[str]:
        return build_command(settings.db, settings.state_place, settings.folders)

    return _kept(
        _RELOADERS, desk, (id(state), str(settings)), lambda: Reloader(settings.db, command, state.audit, desk.warm)
    )


def intake_of(settings: Settings, desk: Desk, state: State) -> Intake:
    """The one at a desk; its process that reads articles ends with this one."""
    loop = asyncio.get_running_loop()
    return _kept(_INTAKES, desk, (id(loop), id(state), str(settings)), lambda: Intake(settings, state))


def _kept(all_: WeakKeyDictionary[Desk, tuple[Hashable, T]], desk: Desk, key: Hashable, make: Callable[[], T]) -> T:
    known = all_.get(desk)
    if known is None or known[0] != key:
        known = all_[desk] = (key, make())
    return known[1]
