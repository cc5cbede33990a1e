"""What is asked of a deal beyond who, how much and when (who advised, who lent, on what terms), and what tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.answers.sentences.deals.raising import RAISING
from bot.answers.sentences.deals.sales import SALES
from bot.grammar.patterns import Pattern

STRONGLY: dict[str, Pattern] = {
    "details:use-of-money": Pattern(
        r"\bproceeds\b|\bearmark\w*|\b(?:money|funds?|funding|cash|capital|investment|financing|sum|round|injection|"
        r"half|third|rest)\b"
        r"[^.;]{0,80}\b(?:will|shall|would|is to|are to|to|goes|go|going|is for|is meant|allows?|lets?|helps?|used|"
        r"enables?)\b|"
        r"\b(?:use|uses|using|spend|invest|plough|pour|channel)s? (?:the|it|its|this|that|them|half|most|"
        r"some)\b[^.;]{0,30}\b(?:money|funds?|"
        r"funding|cash|capital|round|financing|sum|to)\b|\bwill (?:be used|be spent|go|help|fund|finance|pay|support|"
        r"bankroll)\b|\bwith (?:the|this|that|its|these) (?:\w+ )?(?:money|proceeds|funds|cash|"
        r"capital|funding|financing)\b|用于|资金",
        re.I,
    )
}
"""What a sentence says that surely gives a detail; without it, what it tells has to be told of the name itself."""
DETAILS = "details"
"""What a kind that no fact is of begins with: only sentences tell it."""


@dataclass(frozen=True, slots=True)
class Detail:
    """Something in particular that is asked of a deal."""

    name: str
    asked: Pattern
    given: Pattern
    strict: bool
    """Whether a fact whose sentences do not give it is no answer."""

    @property
    def kind(self) -> str:
        """What stands for it where kinds of fact are spoken of."""
        return f"{DETAILS}:{self.name}"


_LOOSE = frozenset(
    ("newcomers", "returning", "comment", "closing", "called-off", "fund", "stays", "cornerstone", "signed")
)
"""Details that a fact need not tell to be worth telling: "the new investors" are among the investors."""
DETAILS_OF_DEALS = tuple(Detail(name, Pattern(asked), Pattern(given, re.I), name not in _LOOSE)
                         for name, asked, given in (*SALES, *RAISING))  # fmt: skip
CONTRIBUTION = f"{DETAILS}:contribution"
"""How much one of several gave."""
_GAVE = Pattern(
    r"\0(?:(?! and [A-Z]|[.;]).){0,90}(?:[$€£¥₩₹]|\b(?:NIS|CHF|SEK|RMB|USD|EUR) ?)\d|\0(?:(?! and [A-Z]|"
    r"[.;]).){0,90}\d (?:m|bn|million|"
    r"billion|crore|lakh)\b|\d[^.;]{0,60}\b(?:from|by) (?:[\w'’-]+ ){0,3}?\0"
)
GIVEN: dict[str, Pattern] = {CONTRIBUTION: _GAVE} | {one.kind: one.given for one in DETAILS_OF_DEALS}
"""What sentences say that give each of them, by its kind."""


@lru_cache(maxsize=64)
def details(shape: str) -> tuple[Detail, ...]:
    """What in particular a question of that shape asks of a deal."""
    return tuple(one for one in DETAILS_OF_DEALS if one.asked.search(shape))


def lacks_detail(shape: str, texts: Iterable[str]) -> bool:
    """Whether what is told of a deal leaves out something that a question of that shape asks for."""
    asked = [one for one in details(shape) if one.strict]
    said = " ".join(texts) if asked else ""
    return not all(one.given.search(said) for one in asked)
