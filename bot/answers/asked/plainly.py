"""A message without capitals that say nothing, and without titles before names."""

from __future__ import annotations

import re

from bot.answers.asked.common import PLAIN
from bot.answers.asked.words import stem
from bot.grammar.patterns import Pattern

_HONORIFIC = Pattern(r"\b(?:(?:Dr|Mr|Mrs|Ms|Prof)\.?|Professor|Sir) (?=[A-Z])")
_TITLE = Pattern(r"(?<![\w-])(?<!\d )(?:prof|dr|mr|mrs|ms)\.? (?=[a-z]{2})")
"""A title in small letters before what is then a name."""
_GM = Pattern(
    r"(?:(?<=who is )|(?<=whos )|(?<=who's )|(?<=the )|(?<=new )|(?<=its )|(?<='s )|(?<=’s ))gm\b(?! (?:and|cars?|"
    r"plants?))"
)
"""Whoever manages a house, in small letters; General Motors is written in capitals, or no post is asked for."""
_CONTROL = Pattern(r"\b(?:get|gain|seize) (?:full |majority )?control (?:of|over)\b", re.I)
_CONTROLLED = Pattern(r"\b(?:got|gained|seized|took) (?:full |majority )?control (?:of|over)\b", re.I)
_LATIN_WORD = Pattern(r"[A-Za-z]+")
_FEW = 3
_TOP = Pattern(
    r"^(?P<ask>(?:(?:what|which|who) (?:are|is) (?:the )?|(?:show|give|list|tell)(?: me| us)? (?:the )?)?)"
    r"(?:top|biggest|largest|leading|major|main|most important)(?P<many>(?: \d{1,2}| ten| five)?) "
    r"(?:(?:robot(?:ics?)?|humanoids?|embodied ai|ai) )?"
    r"(?:compan(?:y|ies)|start-?ups?|firms?|players?|makers?)[ ?.!]*$",
    re.I,
)
"""Nothing but the largest of those that there are: by what they are valued at, for want of anything else."""


def plainly(message: str) -> str:
    """Words of the language in small letters, where all words of a message have capitals; "Dr. Roe" is Roe."""
    message = _GM.sub("general manager", _TITLE.sub("", message))
    message = _CONTROLLED.sub("took over", _CONTROL.sub("take over", message))
    message = _TOP.sub(r"\g<ask>most valuable\g<many> companies", _HONORIFIC.sub("", message))
    words = [word for word in _LATIN_WORD.findall(message) if len(word) > 3]
    if len(words) < _FEW or not all(word[0].isupper() for word in words):
        return message
    if message.isupper():
        return message.casefold()
    return _LATIN_WORD.sub(_small, message)


def _small(match: re.Match[str]) -> str:
    word, low = match[0], match[0].casefold()
    return low if match.start() and word.istitle() and stem(low) in PLAIN else word
