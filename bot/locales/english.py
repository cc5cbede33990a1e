"""The forms that the bot itself writes, and reads back."""

from __future__ import annotations

from datetime import date, datetime

from bot.grammar.dates import format_when
from bot.grammar.money import format_money
from bot.model.money import Money
from bot.model.when import When

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


class English:
    """ "8 September 2025", "$140 million", "1.5 million"."""

    def when(self, when: When) -> str:
        return format_when(when)

    def money(self, money: Money) -> str:
        return format_money(money)

    def number(self, value: float) -> str:
        size = abs(value)
        for scale, word in _SCALES:
            if size >= scale:
                return f"{f'{value / scale:.3f}'.rstrip('0').rstrip('.')} {word}"
        return f"{int(value):,}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0").rstrip(".")

    def percent(self, value: float) -> str:
        return f"{self.number(value)}%"

    def day(self, day: date) -> str:
        return format_when(When.day(day))

    def moment(self, moment: datetime) -> str:
        return f"{moment:%A}, {moment.day} {moment:%B %Y, %H:%M}"
