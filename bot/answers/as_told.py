"""What the words of an article add to how a fact is told: a worth before the money, a listing put off, not denied."""

from __future__ import annotations

import re

from bot.answers.view import View
from bot.grammar.patterns import Pattern

_BEFORE = Pattern(r"\bpre[- ]?(?:money|investment)\b", re.I)
_BEHIND = Pattern(r"\bpost[- ]?(?:money|investment)\b", re.I)
_LATER = Pattern(r"\b(?:put(?:s|ting)? (?:off|back|on hold)|postpon\w+|delay\w*|shelv\w+|on hold|paused?)\b", re.I)
_OFF = Pattern(
    r"\b(?:call(?:s|ed)? off|withdr[ae]w\w*|scrap(?:s|ped)|abandon\w*|dropp?(?:s|ed)|pull(?:s|ed)|cancel\w*|"
    r"terminat\w*|lapsed)\b",
    re.I,
)
_DENIED = Pattern(r"\b(?:den(?:y|ies|ied)|reject\w*|dismiss\w*|refut\w*|untrue|groundless|no (?:such )?plans?)\b", re.I)


def worth(view: View) -> str:
    """What a valuation is called: that before the money of a round, where every article that tells it says so."""
    quotes = [one.quote for one in view.told.statements]
    before = bool(quotes) and all(_BEFORE.search(quote) and not _BEHIND.search(quote) for quote in quotes)
    return "pre-money valuation" if before else "valuation"


def no_listing(view: View) -> str:
    """How a listing that is none is told: put off or called off, where an article says so and not that it is denied."""
    quotes = [one.quote for one in view.told.statements]
    if not any(_DENIED.search(quote) for quote in quotes):
        if any(_LATER.search(quote) for quote in quotes):
            return "put off plans to go public"
        if any(_OFF.search(quote) for quote in quotes):
            return "called off plans to go public"
    return "denies plans to go public"
