"""Articles that list the rounds of a week or a month, and which month that is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.grammar.dates import find_dates
from bot.grammar.patterns import Pattern
from bot.model.when import When

if TYPE_CHECKING:
    from bot.extraction.text.context import Context

_OF_A_WEEK = Pattern(r"\b(?:this|that|(?:in|of) (?:the|a|one)(?: single)?) week\b|\bweekly\b", re.I)
_RECAP = Pattern(
    rf"\b(?:recap|round-?up|monthly|(?:robot(?:ics?)?|humanoid|startup|venture) (?:investments?|fundings?|deals|"
    rf"acquisitions|mergers))\b|"
    rf"{_OF_A_WEEK.pattern}",
    re.I,
)
"""The title of an article that lists the rounds of a week or a month."""
_WEEK: Final = 7


def month_of_recap(context: Context) -> When | None:
    """The month of a recap, by its title, or by the day it came out; None for any other article."""
    if not _RECAP.search(context.title):
        return None
    told = [one.when for one in find_dates(context.title, context.published) if one.when is not None]
    named = [when for when in told if when.precision == "month"]
    if len(named) == 1:
        return named[0]
    day = context.published
    if day is None or day.precision != "day" or day.start.day <= _WEEK or not _OF_A_WEEK.search(context.title):
        return None
    return When.month(day.start.year, day.start.month)
