"""How long discord.py waits before it connects again."""

from __future__ import annotations

import discord
from discord.backoff import ExponentialBackoff

QUICK = 30
"""Attempts of one outage that come quickly; those after it wait as long as discord.py has them wait."""

LONGEST = 10.0
"""Seconds between quick attempts at the most."""


class Backoff(ExponentialBackoff[bool]):
    """Quick for the first minutes of an outage, so that the bot is back soon after Discord is.

    Not for ever: Discord takes a bot's token away that begins more than 1,000 sessions in a day.
    """

    def __init__(self, base: int = 1, *, integral: bool = False) -> None:
        super().__init__(base, integral=integral)
        self._attempts = 0

    def delay(self) -> float:
        drawn = super().delay()
        self._attempts = 1 if self._exp <= 1 else self._attempts + 1
        return min(drawn, LONGEST) if self._attempts <= QUICK else drawn


def install() -> None:
    """Has discord.py use it; it makes its own where it connects and takes none from outside."""
    for module in (discord.client, discord.shard):
        setattr(module, "ExponentialBackoff", Backoff)  # noqa: B010 - the modules do not declare it as theirs
