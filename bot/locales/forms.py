"""What a language has a form of."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from bot.model.money import Money
from bot.model.when import When


class Forms(Protocol):
    """Never says more than it is given: a month stays a month, a digit that was told is shown."""

    def when(self, when: When) -> str:
        """A period as exact as it was told."""

    def money(self, money: Money) -> str:
        """A sum in its own currency."""

    def number(self, value: float) -> str:
        """A number, large ones in words."""

    def percent(self, value: float) -> str:
        """So many per cent."""

    def day(self, day: date) -> str: ...

    def moment(self, moment: datetime) -> str:
        """Weekday, day and time of day, as the clock of the moment's own zone shows them."""
