"""Of what sort somebody or something is that stands in a fact: a company, a robot, a humanoid."""

from __future__ import annotations

import re

from bot.answers.query import Ids
from bot.answers.view import ids_by_slot
from bot.answers.whereabouts import Whereabouts
from bot.grammar.patterns import Pattern
from bot.model.entity import Entity
from bot.store.query import Playing
from bot.store.read import EventQuery, Facts, StoredEvent
from bot.store.records import StoredStatement

_WATCHERS = frozenset({"analyst", "outlet", "government", "exchange"})
"""Those count what others make: what they are told to have made comes last."""
_ROBOT = (
    r"robots?|robotic (?:dogs?|arms?|vacuums?|mowers?)|humanoids?|quadrupeds?|bipeds?|cobots?|androids?|robot dogs?|"
    r"exoskeletons?|machines?|drones?|rovers?|crawlers?"
)
_HUMANOID = r"humanoids?|androids?"
_NO_ROBOT = (
    r"chips?|boards?|modules?|developer kits?|kits?|sensors?|skins?|grippers?|hands?|fingers?|joints?|actuators?|"
    r"reducers?|gloves?|software|apps?|platforms?|models?|plans?|subscriptions?|services?|disposables?|cells?"
)
_NO_HUMANOID = rf"{_NO_ROBOT}|dogs?|quadrupeds?|arms?|cobots?|vacuums?|mowers?|drones?|exoskeletons?|carts?"
_SAID = {"robot": (_ROBOT, _NO_ROBOT), "humanoid": (_HUMANOID, _NO_HUMANOID)}
"""The words for a sort, and those for what is of another."""
_BEFORE = r"(?<![\w-])(?:{})(?:,? (?:named|called|(?!and\b|or\b|of\b|for\b|with\b)[\w-]+)){{0,2}},? \W?(?:{})(?!\w)"
_AFTER = (
    r"(?<!\w)(?:{1})\W?(?:,| is| was|:)?(?: (?!and\b|or\b|for\b|with\b|ha[sd]\b|have\b)[\w-]+){{0,4}}? "
    r"(?:{0})(?![\w-])"
)
_PART_PRICED = Pattern(rf"\b(?:{_NO_ROBOT}) (?:(?:is|are|costs?|for|at|from|only) ){{1,2}}[^\w\s]?\d", re.I)
"""A sum that is told of a part or a kit."""
_PART = Pattern(
    r"(?<![\w-])(?:chips?|boards?|modules?|sensors?|skins?|grippers?|hands?|fingers?|knees?|joints?|actuators?|motors?|"
    r"reducers?|gearboxes|batter(?:y|ies)|kits?|screws?|bearings?|met(?:re|er)s?)(?![\w-])",
    re.I,
)
_WHOLE = Pattern(rf"(?<![\w-])(?:{_ROBOT})(?![\w-])", re.I)
_ANY_SORT = Pattern(f"{_PART.pattern}|{_WHOLE.pattern}", re.I)
_LEAST = 10.0
"""Dollars: for less nobody sells a robot."""
_HUMANOIDS = Pattern(rf"(?<!\w)(?<!ot a )(?:{_HUMANOID})(?!\w)", re.I)


_OTHER_TRADE = (
    r"(?:chip|car|auto|truck|phone|plane|ship|drug|steel)[- ]?makers?|banks?|retailers?|airlines?|insurers?|grocers?|"
    r"telecoms? (?:group|operator)|oil (?:group|company)|search (?:giant|engine)|social network"
)
"""What nobody is called in a sentence on a robot company."""


class Sorts:
    """Of what sort the entities of one store are, by the registry, by facts and by what their articles call them."""

    def __init__(self, facts: Facts, whereabouts: Whereabouts) -> None:
        self.facts = facts
        self.whereabouts = whereabouts

    def is_of_watchers(self, told: StoredEvent) -> bool:
        entities = self.facts.entities_of(sorted(ids_by_slot(told).get("subject", ())))
        return any(entity.subkind in _WATCHERS for entity in entities)

    def holds(self, told: StoredEvent, ids: Ids, kind: str) -> bool:
        """Whether one of the entities that a fact is about is of a kind: `org`, `named`, `robot` or `humanoid`."""
        found = self.facts.entities_of(sorted(ids))
        if kind in _SAID:
            return any(entity.kind == "product" and self._is_sort(entity, told, kind) for entity in found)
        # What only describes ("global shipments") is written in small letters throughout.
        return any(kind in ("named", entity.kind) and entity.name != entity.name.lower() for entity in found)

    def is_of_field(self, told: StoredEvent) -> bool:
        """Whether no sentence that tells of a round calls who raised it by another trade ("chipmaker Acme")."""
        quotes = " … ".join(dict.fromkeys(s.quote for s in told.statements))
        raised = self.facts.entities_of(sorted(ids_by_slot(told).get("company", ())))
        return not any(self._is_called(entity, _OTHER_TRADE, quotes) for entity in raised)

    def _is_sort(self, product: Entity, told: StoredEvent, kind: str) -> bool:
        """By what stands beside its name; else by the registry, its launch, the sentence before and the title."""
        if product.subkind not in ("", "robot"):
            return False
        quotes = " … ".join(dict.fromkeys(s.quote for s in told.statements))
        own, other = _SAID[kind]
        cheap = told.kind == "price" and told.usd is not None and told.usd < _LEAST
        if cheap or _PART_PRICED.search(quotes) or self._is_called(product, other, quotes):
            return False
        if told.kind == "price" and all(self._is_of_part(product, s) for s in told.statements):
            return False
        beside = f"{quotes} … {self.whereabouts.described(product.id)}"
        if self._is_called(product, own, beside):
            return True
        if self._is_called(product, other, beside):
            return False
        if kind == "humanoid":
            return self._is_robot(product) and any(_HUMANOIDS.search(text) for text in self._around(told))
        return self._is_robot(product)

    def _is_of_part(self, product: Entity, one: StoredStatement) -> bool:
        """Whether a sentence gives the price of a part: it names no product and a part, or the one before it does."""
        if any(name in one.quote for name in (product.name, *product.aliases)):
            return False
        before = "".join(self.facts.beside(one.citation, 1)[0])
        said = next((text for text in (one.quote, before) if _ANY_SORT.search(text)), "")
        return bool(_PART.search(said)) and not _WHOLE.search(said)

    def _is_robot(self, product: Entity) -> bool:
        if product.subkind:
            return product.subkind == "robot"
        asked = EventQuery(kinds=("launch",), playing=(Playing((product.id,), ("product",)),), limit=2)
        return any(event.event.best("product_kind") == "robot" for event in self.facts.events(asked))

    @staticmethod
    def _is_called(product: Entity, words: str, text: str) -> bool:
        if not re.search(words, text, re.I):
            return False  # as for most: a pattern with its names need not be made
        low = text.lower()
        held = {name for name in (product.name, *product.aliases) if name.lower() in low}
        if not held:
            return False
        names = "|".join(re.escape(name) for name in sorted(held, key=len, reverse=True))
        return any(re.search(way.format(words, names), text, re.I) for way in (_BEFORE, _AFTER))

    def _around(self, told: StoredEvent) -> list[str]:
        """The titles of the articles that tell a fact, and its sentences, each with the one before it."""
        said = dict.fromkeys(text for s in told.statements for text in (s.citation.title, s.quote))
        before = (text for s in told.statements for text in self.facts.beside(s.citation, 1)[0])
        return [*said, *before]
