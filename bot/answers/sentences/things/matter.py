"""One matter of everyday that is asked of a company or a product, and how a sentence tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.grammar.money import tells_sum
from bot.grammar.patterns import Pattern

_NUMBER = r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|half|twice|thirds?)\b)"


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter that is asked about, and how it is told."""

    name: str
    asked: Pattern
    given: Pattern
    """What a sentence has to say."""
    holds: str = ""
    """What else it has to hold:
    "number", "money", "sum" (its currency may be told before), "percent", "person", "name" (of somebody else)."""
    heading: Pattern | None = None
    """A line above a list or some sentences that tell it."""
    most: int = 2
    over: bool = False
    """Whether it goes before facts, which do not tell it."""
    sure: bool = False
    """Whether what says none of it is no answer at all."""
    never: Pattern | None = None
    """What makes a sentence tell something else."""

    def given_in(self, text: str) -> bool:
        """Whether a sentence tells it."""
        if not self.given.search(text) or (self.never is not None and self.never.search(text)):
            return False
        if self.holds == "money":
            return tells_sum(text)
        if self.holds == "sum":
            return tells_sum(text) or bool(_SCALED.search(text))
        if self.holds == "percent":
            return bool(_PERCENT.search(text))
        return self.holds != "number" or bool(_HAS_NUMBER.search(text))

    def heads(self, text: str) -> bool:
        """Whether a line is the heading of what tells it."""
        return self.heading is not None and bool(self.heading.search(text))


_PERCENT = Pattern(r"\d\s?%|\bper ?cent\b|\bpercentage points?\b|\bhalf\b|\bthirds?\b|\bquarters?\b(?! of)", re.I)
_SCALED = Pattern(r"\d ?(?:million|billion|crore|lakh|m|bn)\b", re.I)
_HAS_NUMBER = Pattern(_NUMBER, re.I)


def matter(name: str, asked: str, given: str, holds: str = "", most: int = 2, **more: str | bool) -> Matter:
    """A matter by what asks for it and what tells it; `more`: the other fields, patterns as text."""
    heading, never = more.get("heading"), more.get("never")
    return Matter(
        name,
        Pattern(asked, re.I),
        Pattern(given, re.I),
        holds,
        Pattern(rf"^\W*(?:{heading})\W*$", re.I) if isinstance(heading, str) else None,
        most,
        over=bool(more.get("over")),
        sure=bool(more.get("sure")),
        never=Pattern(never, re.I) if isinstance(never, str) else None,
    )
