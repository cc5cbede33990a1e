"""Judgements that a question takes for granted: the best humanoid is one that an article calls so, or there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.grammar.patterns import Pattern

_JUDGED = Pattern(
    r"\b(?P<how>best|worst|finest|greatest|coolest|smartest|favou?rite|(?:most|least) (?:promising|impressive|"
    r"interesting|exciting|overrated|underrated|innovative|beautiful|reliable|advanced|capable))(?! (?:selling|seller|"
    r"sold|funded|paid|known|financed|way|bet|guess|placed|of)\b) (?P<first>\w{3,})(?: (?P<second>\w{4,}))?"
)
"""A superlative that no figure bears out, and the words after it, one of which is what is judged."""
_STEM = 5
"""Letters by which a word is told again in another form."""


def calls_so(shape: str, texts: Iterable[str]) -> bool:
    """Whether some text passes the judgement that a question passes, where it passes one."""
    judged = _JUDGED.search(shape) if _JUDGED.is_in(shape) else None
    if judged is None:
        return True
    nouns = "|".join(re.escape(word[:_STEM]) for word in (judged["first"], judged["second"]) if word)
    told = re.compile(rf"\b{judged['how']}[ -](?:[\w'’-]+ ){{0,3}}?(?:{nouns})", re.IGNORECASE)
    return any(told.search(text) for text in texts)
