"""What a price in a text buys: a thing to keep, or its use by the month, by the hour or by the piece of work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.grammar.money import find_money
from bot.grammar.patterns import Pattern
from bot.model.money import Money

TIMES = "month|year|week|day|night|hour|minute|shift|season"
_WORK = (
    "acre|hectare|kilo|kilogram|kilometre|kilometer|mile|metre|meter|tonne|procedure|case|operation|surgery|pick|"
    "parcel|delivery|trip|flight|ride|meal|cup|dish|call|task|go|motion|token|pallet|tree"
)
_PACE = Pattern(
    rf"[)\s]{{0,2}},?[\s-]?(?P<each>an?\b|per\b|for every\b|for each\b|each\b|every\b|/)[\s-]?"
    rf"(?P<what>(?:[\w-]+[ -](?:an? |per )?){{0,2}}?(?:{TIMES}|{_WORK})s?)(?!\w)",
    re.I,
)
"""What follows a sum that is paid again and again."""
_HIRED = Pattern(
    r"\b(?:rent(?:s|ed|als?|ing)?|leas(?:e|es|ed|ing)|subscri\w+|deposits?|fees?|monthly|hourly)\b[^.;:!?\d]{0,25}$",
    re.I,
)
"""What goes before a sum that buys nothing."""


def paces(text: str, amount: Money) -> list[str]:
    """By what a sum is paid each time the text tells it, "a month" or "per robot-hour"; empty where it is once."""
    return [_words(met) if met is not None else "" for _, met in _after(text, amount)]


def is_for_use(text: str, amount: Money) -> bool | None:
    """Whether a sum buys the use of something, by the hour, as a fee, as a rent; None where the text tells it not."""
    found = list(_after(text, amount))
    return all(met is not None or _HIRED.search(before) for before, met in found) if found else None


def _words(met: re.Match[str]) -> str:
    return " ".join(f"{met['each']} {met['what']}".split()).casefold().replace("/ ", "per ")


def _after(text: str, amount: Money) -> Iterator[tuple[str, re.Match[str] | None]]:
    """What goes before the sum where it is told, and the pace that follows it there."""
    met = [(m.start, m.end) for m in find_money(text) if _same(m.money, amount)]
    bare = re.escape(f"{amount.value:,.0f}")
    for start, end in met or [m.span() for m in re.finditer(rf"(?<![\d,.]){bare}(?![\d,.]*\d)", text)]:
        yield text[:start], _PACE.compiled.match(text, end)


def _same(one: Money, other: Money) -> bool:
    return (one.value, one.currency) == (other.value, other.currency)
