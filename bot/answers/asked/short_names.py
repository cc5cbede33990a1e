"""How people shorten the names of one store: "Lingdong" for Lingdong Intelligent, "Applied Motion", a surname."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bot.answers.asked.common import ORDINARY
from bot.answers.peoples import PEOPLES
from bot.grammar.patterns import Pattern
from bot.store.read import Facts

_CJK = Pattern("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]")
_SHORTEST = 3
_LONGEST_RUN = 3
_FEW = 3
_TWO = 2
_WHOLE_FAMILY = 6
"""Words of a name beyond which it is a description, not a name."""
_OF = frozenset(("of", "in", "at", "for"))
"""Nobody is called by the word after one of these: the University of Turku is not "Turku"."""
_MOST_KEPT = 5000


class ShortNames:
    """Every part of a name by which only one entity can be meant."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._meant: dict[str, frozenset[str]] = {}

    def may_begin(self, word: str) -> bool:
        """Whether a short form may begin with a word: where none does, none has to be looked for."""
        return word in self.facts.known_names.words

    def meant(self, form: str) -> frozenset[str]:
        """The entities of a short form, folded: one, or a few that all begin with the word; none where it is none."""
        if form not in self._meant:
            if len(self._meant) >= _MOST_KEPT:
                self._meant.clear()
            self._meant[form] = self._bearers(form.split(" ")) if self._is_part(form) else frozenset()
        return self._meant[form]

    def is_told(self, entity: str) -> bool:
        """Whether some fact is about an entity."""
        return self.facts.events_about(entity) > 0

    def _is_part(self, form: str) -> bool:
        words = form.split(" ")
        return (
            any(_distinct(word) for word in words)
            and all(word in self.facts.known_names.words for word in words)
            and not self.facts.known_names.ids(form)
        )

    def _bearers(self, words: list[str]) -> frozenset[str]:
        form, most = " ".join(words), _FEW if len(words) == 1 else 1
        ids: set[str] = set()
        beginning: set[str] = set()
        people: set[str] = set()
        # Of several words the longest is in the fewest names.
        for bearer in self.facts.known_names.bearing(max(words, key=len)):
            parts = bearer.folded.split(" ")
            person = bearer.kind == "person"
            if not person and parts[0] == form:
                beginning.add(bearer.entity)
            if not _CJK.search(bearer.folded) and 1 < len(parts) <= _WHOLE_FAMILY:
                shortened = _of_person(parts) if person else _of_thing(parts)
                if form in shortened:
                    ids.add(bearer.entity)
                    people |= {bearer.entity} if person else set()
                    if len(ids) > most:
                        return frozenset()
        # "Roe" may be Jo Roe as well as Roe Works, which is named for her.
        named_for = len(people) == 1 and ids <= beginning | people
        return frozenset(ids) if len(ids) == 1 or ids <= beginning or named_for else frozenset()


def _of_person(words: list[str]) -> Iterator[str]:
    for word in (words[0], words[-1]):
        if _distinct(word):
            yield word
    if len(words) > _TWO:  # "Price-Roe", "van der Berg"
        yield " ".join(words[1:])
        yield " ".join(words[-_TWO:])
        yield " ".join(words[:_TWO])


def _of_thing(words: list[str]) -> Iterator[str]:
    for before, word in pairwise((None, *words)):
        if word is not None and _distinct(word) and before not in _OF:
            yield word
    for length in range(2, min(_LONGEST_RUN, len(words) - 1) + 1):
        for at in range(len(words) - length + 1):
            run = words[at : at + length]
            if any(_distinct(word) for word in run):
                yield " ".join(run)


def _distinct(word: str) -> bool:
    return len(word) >= _SHORTEST and word not in ORDINARY and word not in PEOPLES and not word.isdigit()
