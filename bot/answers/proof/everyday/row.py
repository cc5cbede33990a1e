"""A plain question, and what has to stand around the name of whoever is asked about for a sentence to answer it.

In what is told `§` is whoever is asked about, `¶` the same where a sentence only mentions them, `¤` anybody else of
their kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.grammar.patterns import Pattern

OWN, ASIDE, OTHER = "§", "¶", "¤"
FIRST = r"^(?:and |so |but |ok |then )*"
LAST = (
    r"(?: (?:now|currently|today|yet|already|so far|to date|exactly|ever|again|in total|overall|originally|in <\d+>|"
    r"<when>))*$"
)
THEY, THEIRS = r"(?:the )?<\d+>", r"(?:the )?<\d+>(?:'s?)?"
GAP = r"[^;¤]{0,140}?"
"""What may stand between a name and what is said of it: nobody else's name."""


@dataclass(frozen=True, slots=True)
class Everyday:
    """A plain question, and what tells its answer of those named."""

    name: str
    asked: Pattern
    told: Pattern
    dated: bool = False
    """Whether the sentence has to tell a time, too."""
    of_year: bool = False
    """Whether it has to tell of the year that is asked about."""
    quoted: Pattern | None = None
    """What the quote of a fact has to say, where the kind of fact does not tell it."""


def row(
    name: str, asked: Sequence[str], told: Sequence[str], dated: bool = False, of_year: bool = False, quoted: str = ""
) -> Everyday:
    """A question by its wordings, whole but for what goes before and after all of them, and what tells its answer."""
    question = Pattern(rf"{FIRST}(?:{'|'.join(asked)}){LAST}")
    said = Pattern(rf"\b(?:{quoted})\b|[\u4e00-\u9fff]", re.I) if quoted else None
    return Everyday(name, question, Pattern("|".join(told), re.I), dated, of_year, said)


def near(words: str, own: str = "[§¶]") -> tuple[str, str]:
    """Some words before or after a name, nobody else between them."""
    return rf"{own}{GAP}(?<!\w)(?:{words})(?!\w)", rf"(?<!\w)(?:{words})(?!\w){GAP}{own}"
