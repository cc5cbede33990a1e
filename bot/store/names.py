"""Finds names in texts when a store is built: the longest that fit, in any script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.names.folding import Token, tokens


@dataclass(frozen=True, slots=True)
class NameHit:
    """`entities` are the ids a name stands for (several where it is ambiguous); text[start:end] is the name as met.

    `cased` is false where it was met in other letters than it is written in ("figure" for Figure).
    """

    start: int
    end: int
    text: str
    entities: tuple[str, ...]
    cased: bool = True


def is_met(forms: Sequence[str], met: str) -> bool:
    """Whether a name is one in other letters too: "X" is a platform, "x" is not; "unitree" is Unitree, "1x" is 1X."""
    return sum(c.isalnum() for form in forms for c in form) > 1 and any(c.isalpha() for c in met)


Bearers = tuple[tuple[str, ...], bool]
"""The ids that go by a name, and whether it is written as it was met."""


def longest_hits(
    text: str,
    words: list[Token],
    longest: Callable[[str], int],
    bearers: Callable[[tuple[str, ...], str], Bearers | None],
) -> list[NameHit]:
    """The names in a text from left to right, the longest that fit, none inside another.

    `words` are its tokens; `longest` tells of a first word how many words its longest name has, `bearers` who goes by
    some words, as their forms and as they were met.
    """
    hits: list[NameHit] = []
    at = 0
    while at < len(words):
        most = longest(words[at].form)
        if not most:  # as for most words
            at += 1
            continue
        for length in range(min(most, len(words) - at), 0, -1):
            run = words[at : at + length]
            forms, met = tuple(word.form for word in run), text[run[0].start : run[-1].end]
            known = bearers(forms, met)
            if known is not None and (known[1] or is_met(forms, met)):
                hits.append(NameHit(run[0].start, run[-1].end, met, *known))
                at += length
                break
        else:
            at += 1
    return hits


class NameIndex:
    """Aliases by their words, held in memory: every sentence of every article is looked through."""

    def __init__(self, aliases: Iterable[tuple[str, str]]) -> None:
        """`aliases` are (entity id, alias as written)."""
        self._words: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._written: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._longest: dict[str, int] = defaultdict(int)
        for entity, alias in aliases:
            words = tuple(token.form for token in tokens(alias))
            if not words:
                continue
            known = self._words[words]
            if entity not in known:
                known.append(entity)
            self._written[words].add(alias)
            self._longest[words[0]] = max(self._longest[words[0]], len(words))

    def find(self, text: str) -> list[NameHit]:
        """The names in a text from left to right, none inside another."""
        return longest_hits(text, list(tokens(text)), lambda head: self._longest.get(head, 0), self._bearers)

    def _bearers(self, forms: tuple[str, ...], met: str) -> Bearers | None:
        if forms not in self._words:
            return None
        return tuple(self._words[forms]), met in self._written[forms]
