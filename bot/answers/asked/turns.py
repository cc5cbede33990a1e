"""How a turn of phrase is written down: whole but for what goes before and after all of them."""

from __future__ import annotations

import re

from bot.grammar.patterns import Pattern

_OPEN = r"^\W*(?:(?:so|and|ok|please|pls|just|can you|could you|would you)\b[\s,]*){0,4}"
NAME = r"(?:the )?(?P<name><\d+>)(?:'s)?"
_END = (
    r"(?:,? (?:company|start-?up|firm|so far|right now|now|today|here|already|yet|please|pls|in (?:short|brief|"
    r"general))){0,3}\W*$"
)


def phrase(asked: str) -> Pattern:
    """The pattern of a message that says nothing but this."""
    return Pattern(rf"{_OPEN}(?:{asked}){_END}", re.I)
