"""The forms of the other languages, from the Unicode CLDR as Babel brings it.

What the CLDR has no form of (halves, seasons, decades) keeps the bot's own. Babel takes tens of microseconds a form, so
what was printed is remembered.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import (
    format_compact_currency,
    format_compact_decimal,
    format_currency,
    format_decimal,
    format_percent,
)

from bot.grammar.dates import format_when
from bot.model.money import Money
from bot.model.when import When

_REMEMBERED = 8192
_LARGE = 1_000_000
_EXACT = 18
_DIGITS = 4
"""Digits of a short form with a fraction; a sum told with more of them is written out."""


class Cldr:
    """One language's; `name` is the CLDR's."""

    def __init__(self, name: str) -> None:
        self._locale = Locale.parse(name)

    def when(self, when: When) -> str:
        return _when(self._locale, when)

    def money(self, money: Money) -> str:
        return _money(self._locale, money)

    def number(self, value: float) -> str:
        return _number(self._locale, float(value))

    def percent(self, value: float) -> str:
        return format_percent(_exact(round(value, 2)) / 100, locale=self._locale, decimal_quantization=False)

    def day(self, day: date) -> str:
        return _when(self._locale, When.day(day))

    def moment(self, moment: datetime) -> str:
        clock = format_time(moment.time(), "short", locale=self._locale)
        return f"{format_date(moment.date(), 'full', locale=self._locale)}, {clock}"


@lru_cache(_REMEMBERED)
def _when(locale: Locale, when: When) -> str:
    lead = {"": "", "after": "since ", "before": "by "}[when.open]
    return f"{lead}{'around ' if when.approximate else ''}{_bare(locale, replace(when, approximate=False, open=''))}"


def _bare(locale: Locale, when: When) -> str:
    if when.precision == "day":
        return format_date(when.start, "long", locale=locale)
    if when.precision == "month":
        return _skeleton(locale, "yMMMM", when.start)
    if when.precision == "quarter":
        return _skeleton(locale, "yQQQQ", when.start)
    if when.precision == "span":
        ends = _ends(when)
        return f"{_bare(locale, ends[0])} to {_bare(locale, ends[1])}"
    english = format_when(when)
    return _skeleton(locale, "y", when.start) if english == str(when.start.year) else english


def _ends(when: When) -> tuple[When, When]:
    """The first and the last year, month or day of a span."""
    first, last = When.month(when.start.year, when.start.month), When.month(when.end.year, when.end.month)
    if when.start != first.start or when.end != last.end:
        return When.day(when.start), When.day(when.end)
    if first.start.month == 1 and last.end.month == 12 and first.start.year < last.end.year:
        return When.year(first.start.year), When.year(last.end.year)
    return first, last


def _skeleton(locale: Locale, skeleton: str, day: date) -> str:
    return format_skeleton(skeleton, day, locale=locale)


@lru_cache(_REMEMBERED)
def _money(locale: Locale, money: Money) -> str:
    told = _sum(locale, money.value, money.currency)
    if money.high is not None:
        told = f"{told} – {_sum(locale, money.high, money.currency)}"
    return f"about {told}" if money.approximate else told


def _sum(locale: Locale, value: float, currency: str) -> str:
    """Short from a million on, where that leaves no digit out."""
    exact = _exact(value)
    if abs(exact) >= _LARGE:
        whole, short, full = (
            format_compact_currency(exact, currency, locale=locale, fraction_digits=digits)
            for digits in (0, _DIGITS - 1, _EXACT)
        )
        if short == full and (short == whole or sum(char.isdigit() for char in short) <= _DIGITS):
            return short
    pattern = locale.currency_formats["standard"].pattern.replace(".00", ".##")
    return format_currency(exact, currency, pattern, locale, currency_digits=False, decimal_quantization=False)


@lru_cache(_REMEMBERED)
def _number(locale: Locale, value: float) -> str:
    if abs(value) < _LARGE:
        return format_decimal(_exact(round(value, 2)), locale=locale)
    long: Literal["long", "short"] = "long" if "long" in locale.compact_decimal_formats else "short"
    return format_compact_decimal(_exact(value), format_type=long, locale=locale, fraction_digits=3)


def _exact(value: float) -> Decimal:
    """As it was told: 0.1 is 0.1."""
    return Decimal(repr(float(value)))
