"""Backers listed line by line below a sentence that announces them ("The investors are:")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.extraction.text.masking import segments_of

if TYPE_CHECKING:
    from bot.extraction.text.context import Context
    from bot.extraction.text.mentions import Mention

_ABOVE = re.compile(r"\b(?:investors?|backers?|shareholders?|participants)\b[^.;<>]{0,60}:\W*\Z", re.IGNORECASE)
_ITEM = re.compile(r"\W{0,4}<n(\d+)>[\"”*]*(?:\W*\Z|,? ?\(| [–—-] |: )")
"""A line that is a name with a gloss at most; what marks the lines is often gone by now."""


def lineups(context: Context) -> dict[int, Mention]:
    """Whom each line of such a list names, by the index of its sentence."""
    return context.once(_lineups)


def _lineups(context: Context) -> dict[int, Mention]:
    found, listing, paragraph, listed = dict[int, "Mention"](), False, -1, -1
    for sentence in context.sentences:
        new, paragraph = sentence.paragraph != paragraph, sentence.paragraph
        segment = segments_of(context, sentence)[0]
        item = _ITEM.match(segment.text) if listing and new else None
        if item is not None:
            found[sentence.index], listed = segment.named(item[1]), paragraph
        elif paragraph != listed:
            listing = _ABOVE.search(sentence.text) is not None
    return found
