"""Work over the facts that are served, whichever store that is when its turn comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from bot.store.read import Facts

T = TypeVar("T")


class Read(Protocol):
    """Runs work over the facts that are served, off the event loop."""

    async def __call__(self, work: Callable[[Facts], T], /) -> T: ...
