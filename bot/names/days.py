"""What stands around a name that is also that of a day of the week: whether a house or the day is meant."""

from __future__ import annotations

from typing import Final

from bot.grammar.patterns import Pattern

_REACH: Final = 60
_DAYS: Final = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_HOUSE: Final = r"(?:maker|startup|start-up|company|firm|unicorn|developer|manufacturer|builder|spin-?off)"
_BEFORE: Final = Pattern(
    r"\b(?:founders?|CEO|CTO|COO|CFO|[Cc]hief executive|president|chair(?:wo)?man) (?:of|at) \Z|"
    rf"\b{_HOUSE} (?:called|named|dubbed) [\"“]?\Z|"
    r"(?:\A|[.!?:;,\n][\"”]? ?|\b(?:and|by|from|with|of|in|into|at) )"
    rf"(?!(?:[Tt]he|[Aa]n?|[Tt]his|[Ii]ts) )(?:[\w-]+ ){{1,3}}{_HOUSE} \Z"
)
"""The company Sunday announced that it was done" speaks of a day, "household robot maker Sunday" of a house."""
_BEHIND: Final = Pattern(rf", (?:an?|the) (?:[\w-]+ ){{0,5}}?{_HOUSE}\b")
_DATED: Final = Pattern(
    r"(?:\b(?:[Oo]n|[Ll]ast|[Tt]his|[Nn]ext|[Ee]very|[Ee]ach|[Ll]ate|[Ee]arly|[Bb]y|[Uu]ntil|[Tt]ill|[Ss]ince|[Bb]efore|"
    r"[Aa]fter|[Oo]ver|said|says|announced|reported|released|revealed|confirmed|published|posted|reporters|statement|"
    r"interview|report|here)"
    r"|day (?:and|or|to|through)|[–—/-]) ?\Z"
)
_DATE_BEHIND: Final = Pattern(
    r",? (?:\d|[A-Z][a-z]{2,8}\.? \d|(?:morning|afternoon|evening|night|through|to|and \w+day)\b)"
)


def is_day_name(name: str) -> bool:
    """Whether a name is that of a day of the week, too."""
    return name.casefold() in _DAYS


def is_dated(text: str, start: int, end: int) -> bool:
    """Whether the words beside the name of a day say that the day is meant ("on Sunday", "Sunday morning")."""
    return bool(_DATED.search(text[max(0, start - _REACH) : start]) or _DATE_BEHIND.match(text, end))


def is_house(text: str, start: int, end: int) -> bool:
    """Whether the words beside the name of a day say that it is a house ("Sunday, a robotics startup")."""
    return bool(_BEFORE.search(text[max(0, start - _REACH) : start]) or _BEHIND.match(text, end))
