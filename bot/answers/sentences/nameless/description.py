"""How surely sentences hold a word that describes: as it is, by one of its kind, by a place that lies in another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.answers.asked.kindred import kindred
from bot.answers.asked.wishes import Term
from bot.answers.peoples import country_meant, peoples_in
from bot.answers.sentences.discourse import Discourse
from bot.names.folding import fold
from bot.store.read import Passage

_KINDRED = 0.85
"""What a word counts that is said by one of its kind, not by itself."""
_WITHIN = 0.95
"""What a place or a people counts that is told by a place in it."""
_SHARES_KEPT = 2000
"""Words and articles of which it is kept how surely each sentence says the word."""
_ARTICLES_KEPT = 64
"""Articles of which it is kept which words they say."""
_SHORTEST = 5
"""Letters that two forms of a word have to share."""
_MONEY = {
    "Switzerland": "francs CHF", "United Kingdom": "pounds £", "Japan": "yen ¥", "South Korea": "won",
    "India": "rupees crore", "China": "yuan RMB", "Sweden": "kronor", "Norway": "kroner NOK", "Denmark": "kroner DKK",
}  # fmt: skip


class Holding:
    """Looks for words in the sentences of one store."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._facts = discourse.facts
        self._chains: dict[str, frozenset[str]] = {}
        self._shares: dict[tuple[Term, str], tuple[float, ...]] = {}
        self._stems = lru_cache(_ARTICLES_KEPT)(self._stems_of)
        self._alike = lru_cache(_SHARES_KEPT)(self._alike_in)

    def share(self, term: Term, passages: Sequence[Passage]) -> float:
        """How surely one of some sentences says a word: 1 where it is said as it is, 0 where it is not."""
        if len(passages) == 1:
            return self._in(term, passages[0])
        return max((self._in(term, passage) for passage in passages), default=0.0)

    def shares(self, term: Term, article: str) -> tuple[float, ...]:
        """How surely each sentence of an article says a word."""
        key = (term, article)
        known = self._shares.get(key)
        if known is None:
            if len(self._shares) >= _SHARES_KEPT:
                self._shares.clear()
            known = tuple(self._in(term, passage) for passage in self._discourse.article(article))
            self._shares[key] = known
        return known

    def sought(self, term: Term) -> list[str]:
        """The words by which sentences are searched for that may say a term."""
        if term.generic:
            return [term.word]
        country = country_meant(term.stem) if not term.ids else ""
        if country:
            return [term.word, country, *_MONEY.get(country, "").split()]
        return [term.word, *sorted(kindred(term.stem))] if term.stem else [term.word]

    def _in(self, term: Term, passage: Passage) -> float:
        if term.ids:
            if term.ids & self._discourse.ids(passage) or term.word in passage.text.casefold():
                return 1.0
            names = [fold(self._facts.name(one)) for one in term.ids if one.startswith("place-")]
            if any(self._lies_in(passage, name) for name in names):
                return _WITHIN
            peoples = peoples_in(self._discourse.stems(passage)) if names else ()
            return _WITHIN if any(fold(country) in names for country in peoples) else 0.0
        said = self._discourse.stems(passage)
        if term.stem in said:
            return 1.0
        alike = not said.isdisjoint(self._alike(term.stem, passage.article))
        country = country_meant(term.stem)
        if country:
            money = any(word in passage.text.split() for word in _MONEY.get(country, "").split()[:1])
            here = money or country in passage.text or self._lies_in(passage, fold(country))
            return _WITHIN if here else _KINDRED if alike else 0.0
        return _KINDRED if alike or not said.isdisjoint(kindred(term.stem)) else 0.0

    def _alike_in(self, one: str, article: str) -> frozenset[str]:
        """The words of an article that are a word in another form: "inspection", "inspecting"."""
        first = one[:_SHORTEST]
        if len(first) < _SHORTEST:
            return frozenset()
        begin = (other for other in self._stems(article) if other.startswith(first))
        return frozenset(other for other in begin if _shared(one, other) >= min(len(one), len(other)) - 1)

    def _stems_of(self, article: str) -> frozenset[str]:
        return frozenset().union(*map(self._discourse.stems, self._discourse.article(article)))

    def _lies_in(self, passage: Passage, name: str) -> bool:
        return any(name in self._chain(one) for one in passage.entities if one.startswith("place-"))

    def _chain(self, one: str) -> frozenset[str]:
        """The folded names of a place and of all that it lies in."""
        if one not in self._chains:
            found: set[str] = set()
            place = self._facts.entity(one)
            while place is not None and fold(place.name) not in found:
                found.add(fold(place.name))
                parent = place.parent
                place = next((k for k in self._facts.lookup(parent) if k.kind == "place"), None) if parent else None
            self._chains[one] = frozenset(found)
        return self._chains[one]


def _shared(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
