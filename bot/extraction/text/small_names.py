"""Names that are written small, as some brands are: "otterly, founded in 2018, sells arms"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.text.capitals import is_plain
from bot.extraction.text.lexicon import is_word

_OPENS = re.compile(r"(?:\A|\n\n|[.!?][\"”]? )([A-Za-z][\w-]{0,40})")
_NAME = re.compile(r"[a-z]{4,20}")
_OFTEN = 3


def small_names(text: str) -> Iterator[tuple[int, int]]:
    """The places of words that are no English ones, stand small at the start of a sentence and come back.

    None in a text that begins a third of its sentences so, as transcripts and posts do.
    """
    opening = [match[1] for match in _OPENS.finditer(text)]
    small = [word for word in opening if word[0].islower()]
    if 3 * len(small) > len(opening):
        return
    for name in sorted({word for word in small if _NAME.fullmatch(word) and not is_plain(word) and not is_word(word)}):
        places = [match.span() for match in re.finditer(rf"\b{name}\b", text)]
        if len(places) >= _OFTEN:
            yield from places
