"""Whether the articles call somebody "he" or "she": whom a pronoun of a follow-up may mean."""

from __future__ import annotations

import re

from bot.grammar.patterns import Pattern
from bot.store.read import Facts

_HE = Pattern(r"\b(?:he|him|his|himself|mr|man)\b|他", re.I)
_SHE = Pattern(r"\b(?:she|her|hers|herself|ms|mrs|woman)\b|她", re.I)
_GOES_ON = Pattern(r"^\W*(?:he|she|his|her)\b|^\W*[他她]", re.I)
_SENTENCES = 6
"""Sentences with somebody's name that are looked at."""
_TITLE = r"\b(?P<title>Mr|Ms|Mrs|Miss)\.? (?:[A-Z][\w.-]* )?"
_SURE, _FIRST, _WITHIN = 5, 3, 1
"""How much a title, a sentence that goes on with a pronoun, and a pronoun further on in a sentence tell."""


class Genders:
    """Looks up how the articles of one store speak of people."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._known: dict[str, str] = {}

    def of(self, person: str) -> str:
        """ "he", "she" or nothing."""
        if person not in self._known:
            he, she = self._counted(person)
            self._known[person] = "he" if he > she else "she" if she > he else ""
        return self._known[person]

    def fitting(self, people: list[frozenset[str]], pronoun: str) -> list[frozenset[str]]:
        """Those that a pronoun may mean, those that the articles call so first; nobody who is called otherwise."""
        called = "she" if _SHE.search(pronoun) else "he" if _HE.search(pronoun) else ""
        if not called:
            return people
        may_be = [ids for ids in people if any(self.of(one) in (called, "") for one in ids)]
        sure = [ids for ids in may_be if any(self.of(one) == called for one in ids)]
        return [*sure, *(ids for ids in may_be if ids not in sure)]

    def _counted(self, person: str) -> tuple[int, int]:
        name = self.facts.name(person)
        last = re.escape(name.split(" ")[-1])
        named, titled = re.compile(rf"(?<!\w){last}(?!\w)"), re.compile(rf"{_TITLE}{last}(?!\w)")
        he = she = 0
        found = self.facts.search(name, _SENTENCES)
        theirs = {passage.article for passage in found if person in passage.entities}
        for passage in found:
            met = named.search(passage.text)
            if met is None or passage.article not in theirs:
                continue
            title = titled.search(passage.text)
            if title is not None:
                he, she = (he + _SURE, she) if title["title"] == "Mr" else (he, she + _SURE)
            after = passage.text[met.end() :]
            he, she = he + _WITHIN * bool(_HE.search(after)), she + _WITHIN * bool(_SHE.search(after))
            goes_on = next(
                (p.text for p in self.facts.passages(passage.article) if p.ordinal == passage.ordinal + 1), ""
            )
            if (first := _GOES_ON.match(goes_on)) is not None:
                he, she = he + _FIRST * bool(_HE.search(first[0])), she + _FIRST * bool(_SHE.search(first[0]))
        return he, she
