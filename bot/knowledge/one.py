"""One entity of what several articles name differently, and the other names that they give it.

Joined is what an article says is one ("formerly Old Oak Machines"), a company named with and without its trade
("Nuvanta" and "Nuvanta Robotics"), and one name in two spellings ("ZOval", "Z Oval"); a name in characters and the same
in Latin letters only where both are told with the same others. What takes part in one statement is never joined.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from bot.knowledge.also_known import acronyms, also_known, variants
from bot.knowledge.naming import joined
from bot.knowledge.resolve import Resolution, is_trade
from bot.model.article import Article
from bot.model.entity import Entity, EntityKind
from bot.model.statement import is_name, members
from bot.names.folding import bare, fold
from bot.names.registry import Registry
from bot.names.spelling import differs, glued, whole

_SHORTEST = 4
_SHORTEST_GLUED = 6
_MOST_BEARERS = 3
_SMALL_WORD = re.compile(r"(?<![\w])[a-z]{4,}(?![\w])")
_CJK = re.compile("[\u4e00-\u9fff]")


def as_one(known: Resolution, articles: Iterable[Article], registry: Registry) -> Resolution:
    """The same with what is one entity joined, and with the names that the articles add."""
    return _Joining(known, list(articles), registry).joined()


class _Joining:
    def __init__(self, known: Resolution, articles: list[Article], registry: Registry) -> None:
        self._known = known
        self._articles = articles
        self._registry = registry
        self._by_id = {e.id: e for e in known.entities}
        self._together: dict[str, set[str]] = defaultdict(set)
        self._printed: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._local: dict[str, set[str]] = defaultdict(set)
        """By article who takes part in what it tells."""
        for told in known.told:
            here: set[str] = set()
            for slot, value in told.slots.items():
                if is_name(slot):
                    ids = members(value)
                    here.update(ids)
                    for name, one in zip(members(told.statement.slots[slot]), ids, strict=True):
                        self._printed[told.article][fold(name)].add(one)
            self._local[told.article] |= here
            for one in here:
                self._together[one] |= here - {one}
        self._told = {e for e in self._together if e not in known.descriptions}
        self._called: dict[str, set[str]] = defaultdict(set)
        for entity in known.entities:
            if entity.id in self._told or entity.id in registry.entities:
                for name in (entity.name, *entity.aliases):
                    self._called[fold(name)].add(entity.id)
        self._goes_by: dict[str, str] = {}
        self._added: dict[str, dict[str, None]] = defaultdict(dict)

    def joined(self) -> Resolution:
        self._as_articles_say()
        self._with_and_without_trade()
        self._spelt_otherwise()
        roots = {entity: self._root(entity) for entity in sorted(self._goes_by)}
        known = joined(self._known, roots) if roots else self._known
        if not self._added:
            return known
        added: dict[str, dict[str, None]] = defaultdict(dict)
        for entity in sorted(self._added):
            added[roots.get(entity, entity)] |= self._added[entity]
        return replace(known, entities=tuple(_with(e, added.get(e.id, ())) for e in known.entities))

    def _as_articles_say(self) -> None:
        given: dict[str, dict[str, str]] = defaultdict(dict)
        for article in self._articles:
            if not (taking_part := self._local.get(article.id)):
                continue
            for entity, also in self._given(article, taking_part):
                given[fold(also)].setdefault(entity.id, also)
        for folded in sorted(given):
            bearers = given[folded]
            if len(bearers) > _MOST_BEARERS:
                continue
            others = {o for o in self._called.get(folded, ()) if o not in bearers}
            kinds = {self._by_id[one].kind for one in (*bearers, *others)}
            if len(kinds) > 1 or any(other in self._registry.entities for other in others):
                continue
            for bearer, also in sorted(bearers.items()):
                self._added[bearer][also] = None
            if len(bearers) == 1:
                for other in sorted(others):
                    self._join(other, next(iter(bearers)))

    def _given(self, article: Article, taking_part: set[str]) -> Iterator[tuple[Entity, str]]:
        printed = self._printed[article.id]

        def meant(name: str) -> Entity | None:
            folded = fold(name)
            ids = printed.get(folded) or printed.get(folded.removeprefix("the ")) or self._called.get(folded, set())
            found = [self._by_id[i] for i in ids]
            return found[0] if len(found) == 1 and found[0].kind != "place" else None

        yield from also_known(article.raw, meant)
        here = [self._by_id[i] for i in sorted(taking_part)]
        yield from acronyms(article.raw, here)
        yield from variants(article.raw, here)

    def _with_and_without_trade(self) -> None:
        """ "Nuvanta" in one article is "Nuvanta Robotics" in another, where only one goes by that."""
        wholes: dict[str, set[str]] = defaultdict(set)
        for entity in self._orgs():
            for name in (entity.name, *entity.aliases):
                words = bare(name).split(" ")
                for size in range(1, len(words)):
                    if is_trade(words[size:]):
                        wholes[" ".join(words[:size])].add(entity.id)
        shorts = [
            (e, wholes[bare(e.name)])
            for e in self._orgs()
            if e.id not in self._registry.entities and len(bare(e.name)) >= _SHORTEST and bare(e.name) in wholes
        ]
        ordinary = self._ordinary({bare(short.name) for short, _ in shorts})
        for short, full in shorts:
            others = {self._root(one) for one in full} - {self._root(short.id)}
            if len(others) == 1 and bare(short.name) not in ordinary:
                self._join(short.id, others.pop())

    def _spelt_otherwise(self) -> None:
        """Names that have a key of their spellings in common."""
        bearing: dict[tuple[EntityKind, str], set[str]] = defaultdict(set)
        for entity in self._by_id.values():
            if entity.id in self._told and entity.kind != "place":
                for name in (entity.name, *entity.aliases):
                    for key in whole(name, entity.kind):
                        bearing[entity.kind, key].add(entity.id)
        doubtful: list[tuple[str, str]] = []
        for (kind, _), ids in sorted(bearing.items()):
            if not 1 < len(ids) <= _MOST_BEARERS:
                continue
            for one, other in combinations(sorted(ids), 2):
                if kind != "person" and self._glued(one) & self._glued(other):
                    self._join(other, one)
                elif not differs(self._by_id[one].name, self._by_id[other].name):
                    doubtful.append((one, other))
        pairs = list(dict.fromkeys(doubtful))
        for one, other in pairs:
            if self._supported(one, other, pairs):
                self._join(other, one)

    def _supported(self, one: str, other: str, pairs: list[tuple[str, str]]) -> bool:
        """Whether both are told with the same others, or with others that may be the same as these two may."""
        beside, besides = ({self._root(i) for i in self._together[who]} for who in (one, other))
        if beside & besides:
            return True
        mapped = {(self._root(a), self._root(b)) for a, b in pairs} | {(self._root(b), self._root(a)) for a, b in pairs}
        return any((a, b) in mapped for a in beside for b in besides)

    def _glued(self, entity: str) -> set[str]:
        """The names of an entity in Latin letters, their gaps left out."""
        of = self._by_id[entity]
        found = (glued(bare(n).split(" ")) for n in (of.name, *of.aliases) if not _CJK.search(n))
        return {
            name for name in found if len(name) >= _SHORTEST_GLUED or (any(map(str.isdigit, name)) and len(name) > 2)
        }

    def _orgs(self) -> list[Entity]:
        return [e for e in self._known.entities if e.kind == "org" and e.id in self._told]

    def _ordinary(self, words: set[str]) -> set[str]:
        """Those that the articles use in small letters too: words of the language."""
        if not words:
            return set()
        return {word for article in self._articles for word in _SMALL_WORD.findall(article.raw) if word in words}

    def _root(self, entity: str) -> str:
        while entity in self._goes_by:
            entity = self._goes_by[entity]
        return entity

    def _join(self, one: str, into: str) -> None:
        """Makes two one, unless both are in the registry, of two kinds, or take part in one statement."""
        one, into = self._root(one), self._root(into)
        if one in self._registry.entities:
            one, into = into, one
        if (
            one == into
            or one in self._registry.entities
            or self._by_id[one].kind != self._by_id[into].kind
            or into in self._together[one]
        ):
            return
        self._goes_by[one] = into
        self._together[into] |= self._together[one]
        for other in self._together[one]:
            self._together[other].add(into)


def _with(entity: Entity, names: Iterable[str]) -> Entity:
    known = {entity.name, *entity.aliases}
    more = sorted(name for name in names if name not in known)
    return replace(entity, aliases=(*entity.aliases, *more)) if more else entity
