"""Several of a product named in one word: "Rovers", "how many Rover 2s"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.answers.asked.common import ORDINARY
from bot.names.folding import Token
from bot.store.known_names import KnownNames

_LONGEST = 3
_SHORTEST = 4
"""Letters of the shortest name that is looked for with an s after it."""
_PRODUCT = "product-"


def plurals(
    text: str, words: Sequence[Token], names: KnownNames, ordinary: Callable[[str], bool]
) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where products stand in the plural, and which they are; the longest name that ends with the word.

    Small letters name a product only where neither the word nor its plural is one of the language.
    """
    for at, word in enumerate(words):
        form = word.form
        if not form.endswith("s") or not form.isalnum():
            continue
        if names.ids(form):
            continue
        single = form[:-1]
        if single not in names.words:
            continue
        for length in range(min(_LONGEST, at + 1), 0, -1):
            run = words[at + 1 - length : at + 1]
            name = " ".join((*(one.form for one in run[:-1]), single))
            ids = frozenset(one for one in names.ids(name) if one.startswith(_PRODUCT))
            if not ids:
                continue
            capitals = text[run[0].start : run[0].end - 1].isupper()  # "NEOs" is no word of the language
            common = len(single) < _SHORTEST or single in ORDINARY or form in ORDINARY
            if length == 1 and common and not (capitals and len(single) > 1):
                continue
            if text[run[0].start].isupper() or (length == 1 and not ordinary(form) and not ordinary(single)):
                yield run[0].start, run[-1].end, ids
            break
