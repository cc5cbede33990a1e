"""What `bot run` asks of a platform."""

from __future__ import annotations

import asyncio
from typing import Protocol


class Unusable(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """The platform cannot be used until somebody changes something; the message says what, in one line."""


class Platform(Protocol):
    """One connection to one chat platform."""

    @property
    def name(self) -> str: ...

    async def run(self, stop: asyncio.Event) -> None:
        """Serves until `stop` is set, then finishes the answers that are being made and returns.

        Raises where the connection is lost for good; it is run again after a while. Raises `Unusable` where that
        would be no use.
        """
