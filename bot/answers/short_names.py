"""How people shorten the names of one store: "Lingdong" for Lingdong Intelligent, "Applied Motion", a surname."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bot.answers.common import ORDINARY
from bot.store.read import Facts

_SHORTEST = 3
_LONGEST_RUN = 3
_FEW = 3
_WHOLE_FAMILY = 6
"""Words of a name beyond which it is a description, not a name."""


class ShortNames:
    """Every part of a name by which only one entity can be meant."""

    def __init__(self, facts: Facts) -> None:
        persons = {entity.id for entity in facts.entities() if entity.kind == "person"}
        bearers: dict[str, set[str]] = defaultdict(set)
        whole: set[str] = set()
        told: set[str] = set()
        for entity, _, folded, _, events in facts.aliases():
            whole.add(folded)
            if events:
                told.add(entity)
            if not events or not folded.isascii():
                continue
            words = folded.split(" ")
            if 1 < len(words) <= _WHOLE_FAMILY:
                for part in _of_person(words) if entity in persons else _of_thing(words):
                    bearers[part].add(entity)
        self.starts: frozenset[str] = frozenset()
        """The first words of all short forms: where none stands, none has to be looked for."""
        self.told = frozenset(told)
        """Entities that some fact is about."""
        first: dict[str, set[str]] = defaultdict(set)
        for entity, _, folded, _, events in facts.aliases():
            if events and entity not in persons:
                first[folded.split(" ")[0]].add(entity)
        self.names: dict[str, frozenset[str]] = {}
        """The entities of every short form, folded: one, or a few that all begin with the word."""
        for part, ids in bearers.items():
            if part not in whole and (len(ids) == 1 or (len(ids) <= _FEW and ids <= first[part])):
                self.names[part] = frozenset(ids)
        self.starts = frozenset(part.split(" ")[0] for part in self.names)


def _of_person(words: list[str]) -> Iterator[str]:
    for word in (words[0], words[-1]):
        if _distinct(word):
            yield word


def _of_thing(words: list[str]) -> Iterator[str]:
    for word in words:
        if _distinct(word):
            yield word
    for length in range(2, min(_LONGEST_RUN, len(words) - 1) + 1):
        for at in range(len(words) - length + 1):
            run = words[at : at + length]
            if any(_distinct(word) for word in run):
                yield " ".join(run)


def _distinct(word: str) -> bool:
    return len(word) >= _SHORTEST and word not in ORDINARY and not word.isdigit()
