"""Finds names in texts when a store is built: the longest that fit, in any script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
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
        words = list(tokens(text))
        hits: list[NameHit] = []
        at = 0
        while at < len(words):
            found = self._at(text, words, at)
            if found is None:
                at += 1
            else:
                hits.append(found[0])
                at += found[1]
        return hits

    def _at(self, text: str, words: list[Token], at: int) -> tuple[NameHit, int] | None:
        for length in range(min(self._longest.get(words[at].form, 0), len(words) - at), 0, -1):
            run = words[at : at + length]
            key = tuple(word.form for word in run)
            if key not in self._words:
                continue
            met = text[run[0].start : run[-1].end]
            cased = met in self._written[key]
            if cased or is_met(key, met):
                return NameHit(run[0].start, run[-1].end, met, tuple(self._words[key]), cased), length
        return None
