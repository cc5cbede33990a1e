"""Says who is meant by the names in statements. The registry decides; what it does not know is found in the articles.

Nothing is joined because it looks alike: inside one article a short form follows its full name ("Quillon" after
"Quillon Robotics", a surname after the whole name); across articles names are one where they fold to the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.knowledge.told import Told
from bot.model.article import Article
from bot.model.entity import Entity, EntityKind
from bot.model.statement import Investor, SlotValue, Statement, is_name, members
from bot.names.entry import entity_id
from bot.names.folding import bare, fold, tokens
from bot.names.registry import Registry

_SURE: dict[str, EntityKind] = {"person": "person", "founders": "person", "product": "product"}
"""What these slots hold is settled; the others hold organisations, unless the name is known for something else."""

_OPEN = frozenset({"speaker", "subject", "source", "investors", "customer", "organization"})
"""Slots that may hold a person or a product too."""

_TRADES = frozenset(
    (
        "ai", "artificial", "automation", "autonomous", "bot", "bots", "dynamics", "electronics", "embodied",
        "engineering", "humanoid", "humanoids", "industries", "intelligence", "intelligent", "labs", "machine",
        "machines", "mechatronics", "motion", "motors", "robot", "robotic", "robotics", "robots", "semiconductor",
        "semiconductors", "software", "systems", "works", "机器人", "智能",
        "denki", "giken", "kikai", "kogyo", "maschinenbau", "mechanics", "mekatronik", "robotica", "robotik",
        "robotique", "seiki", "seimitsu", "seisakusho", "technik",
    )
)  # fmt: skip
"""Words that say what a company does: without them it is still meant. "Quillon Cloud" or "Quillon Ventures" is another
body than Quillon; "Quillon Robotics" is not."""

_Key = tuple[EntityKind, str]


@dataclass(frozen=True, slots=True)
class Resolution:
    """`entities` in the order of their ids; `descriptions` are ids of what bears no name ("hotels")."""

    entities: tuple[Entity, ...]
    told: tuple[Told, ...]
    descriptions: frozenset[str]
    parents: Mapping[str, str]
    """Entity id → id of what it belongs to."""


def resolve(articles: Iterable[Article], statements: Iterable[Statement], registry: Registry) -> Resolution:
    """Every name of every statement becomes the id of an entity."""
    by_article: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_article[statement.article].append(statement)
    kinds = _known_kinds(by_article)
    found: dict[_Key, Counter[str]] = defaultdict(Counter)
    known: dict[str, set[str]] = defaultdict(set)
    keys: dict[tuple[str, str, str], _Key | Entity] = {}
    for article_id, told in sorted(by_article.items()):
        reading = _ArticleReading(registry, kinds)
        times = Counter(mention for s in told for mention in _mentions(s))
        mentions = sorted(times)
        for slot, name in mentions:
            reading.add(slot, name)
        for slot, name in mentions:
            who = reading.who(slot, name)
            keys[article_id, slot, name] = who
            if isinstance(who, Entity):
                known[who.id].add(name)
            else:
                found[who][name] += times[slot, name]
    entities = {e.id: replace(e, aliases=_others(e, known[e.id])) for e in registry.entities.values()}
    ids: dict[_Key, str] = {}
    for key in sorted(found):
        entity = _discovered(key, found[key])
        entity = replace(entity, parent=_house_of_arm(entity.name, registry)) if key[0] == "org" else entity
        ids[key] = entity.id
        entities[entity.id] = entity
    told_all = []
    for article in articles:
        for statement in by_article.get(article.id, ()):
            slots: dict[str, SlotValue] = {}
            for slot, value in statement.slots.items():
                slots[slot] = _with_ids(article.id, slot, value, keys, ids) if is_name(slot) else value
            told_all.append(Told(statement, slots, article.published, article.source))
    return Resolution(
        tuple(entities[i] for i in sorted(entities)),
        tuple(told_all),
        frozenset(ids[key] for key in found if all(_is_description(n) for n in found[key])),
        _parents(entities),
    )


class _ArticleReading:
    """The names of one article, put together before any is decided."""

    def __init__(self, registry: Registry, kinds: Mapping[str, frozenset[EntityKind]]) -> None:
        self._registry = registry
        self._kinds = kinds
        self._full: dict[EntityKind, dict[tuple[str, ...], _Key | Entity]] = defaultdict(dict)

    def add(self, slot: str, name: str) -> None:
        kind = self._kind(slot, name)
        words = _words(name)
        self._full[kind][words] = self._registered(slot, kind, name) or (kind, _key(kind, name))

    def who(self, slot: str, name: str) -> _Key | Entity:
        kind = self._kind(slot, name)
        registered = self._registered(slot, kind, name)
        if registered is not None:
            return registered
        return self._longer(kind, name) or (kind, _key(kind, name))

    def _longer(self, kind: EntityKind, name: str) -> _Key | Entity | None:
        """The one full name of the article that a short form stands for."""
        words = _words(name)
        wholes: dict[_Key | str, _Key | Entity] = {}
        for full, who in self._full[kind].items():
            if full != words and self._is_short(kind, words, full):
                wholes[who.id if isinstance(who, Entity) else who] = who
        return next(iter(wholes.values())) if len(wholes) == 1 else None

    def _is_short(self, kind: EntityKind, words: tuple[str, ...], full: tuple[str, ...]) -> bool:
        """Whether `words` are a short form of a full name; for products whether only the maker's name is missing."""
        if kind == "person":
            return len(words) == 1 and full[-1:] == words
        if kind == "org":
            words, full = _words(bare(" ".join(words))), _words(bare(" ".join(full)))
            tail = full[len(words) :]
            return full[: len(words)] == words and is_trade(tail)
        return self._without_maker(full) == words

    def _without_maker(self, words: tuple[str, ...]) -> tuple[str, ...] | None:
        """ "Unitree G1" without "Unitree", where an organisation of the article is called so."""
        for org in self._full["org"]:
            if len(words) > len(org) and words[: len(org)] == org:
                return words[len(org) :]
        return None

    def _registered(self, slot: str, kind: EntityKind, name: str) -> Entity | None:
        candidates = self._registry.candidates(name)
        exact = [c for c in candidates if c.kind == kind]
        if kind == "org" and not exact and slot not in _SURE:
            exact = [c for c in candidates if c.kind in ("product", "place")]
        return exact[0] if len(exact) == 1 else None

    def _kind(self, slot: str, name: str) -> EntityKind:
        if slot in _SURE:
            return _SURE[slot]
        registered = {c.kind for c in self._registry.candidates(name)}
        sure = self._kinds.get(fold(name), frozenset())
        if "org" in registered:
            return "org"
        if "person" in registered or (not registered and "person" in sure):
            return "person"
        if slot not in _OPEN or "org" in sure:
            return "org"
        if "product" in registered or "product" in sure:
            return "product"
        if slot == "speaker" and self._looks_like_person(name):
            return "person"
        return "org"

    def _looks_like_person(self, name: str) -> bool:
        """A speaker named nowhere else: a surname of somebody in the article, or two to four capitalised words."""
        words = name.split()
        if any(full[-1:] == _words(name) for full in self._full["person"]):
            return True
        return (
            2 <= len(words) <= 4
            and all(w[:1].isupper() and not w.isupper() for w in words)
            and bare(name) == fold(name)
        )


def is_trade(words: Sequence[str]) -> bool:
    """Whether words at the end of a company's name say only what it does."""
    return bool(words) and (_TRADES.issuperset(words) or "".join(words) in _TRADES)


def _known_kinds(by_article: Mapping[str, list[Statement]]) -> dict[str, frozenset[EntityKind]]:
    """What names are elsewhere, told by slots that leave no choice."""
    kinds: dict[str, set[EntityKind]] = defaultdict(set)
    for statements in by_article.values():
        for statement in statements:
            for slot, name in _mentions(statement):
                if slot not in _OPEN:
                    kinds[fold(name)].add(_SURE.get(slot, "org"))
    return {name: frozenset(found) for name, found in kinds.items()}


def _mentions(statement: Statement) -> set[tuple[str, str]]:
    return {(slot, name) for slot, value in statement.slots.items() if is_name(slot) for name in members(value)}


def _with_ids(
    article: str,
    slot: str,
    value: SlotValue,
    keys: Mapping[tuple[str, str, str], _Key | Entity],
    ids: Mapping[_Key, str],
) -> SlotValue:
    def of(name: str) -> str:
        who = keys[article, slot, name]
        return who.id if isinstance(who, Entity) else ids[who]

    if isinstance(value, tuple):
        if all(isinstance(v, Investor) for v in value):
            return tuple(Investor(of(v.name), v.lead) for v in value if isinstance(v, Investor))
        return tuple(of(v) for v in value if isinstance(v, str))
    return of(str(value))


def _discovered(key: _Key, surfaces: Counter[str]) -> Entity:
    """An entity the registry does not know, under the name that is most used, of these the longest."""
    kind, folded = key
    name = min(
        surfaces, key=lambda s: (_words(s) == () or (fold(s) != folded and bare(s) != folded), -surfaces[s], -len(s), s)
    )
    return Entity(entity_id(kind, folded), name, kind, tuple(sorted(set(surfaces) - {name})))


def _house_of_arm(name: str, registry: Registry) -> str:
    """The known house of which a name says that it is the arm in some country ("Siemens China"); empty for no such."""
    head, _, land = name.rpartition(" ")
    if not head or not any(e.kind == "place" and e.subkind == "country" for e in registry.candidates(land)):
        return ""
    words = head.split(" ")
    named = (registry.lookup(" ".join(words[:size])) for size in range(len(words), 0, -1))
    return next((house.name for house in named if house is not None and house.kind == "org"), "")


def _others(entity: Entity, met: set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*entity.aliases, *sorted(met - {entity.name}))))


def _parents(entities: Mapping[str, Entity]) -> dict[str, str]:
    by_name: dict[str, list[str]] = defaultdict(list)
    for entity in entities.values():
        by_name[entity.name].append(entity.id)
    return {
        e.id: sorted(by_name[e.parent], key=lambda i: (not i.startswith("org-"), i))[0]
        for e in entities.values()
        if e.parent in by_name
    }


@lru_cache(maxsize=20_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(token.form for token in tokens(name))


def _key(kind: EntityKind, name: str) -> str:
    return (bare(name) if kind == "org" else fold(name)) or name


def _is_description(name: str) -> bool:
    """Whether nothing in it is written like a name: "hotels", "two carmakers"."""
    return name == name.lower() and name.isascii() and not any(c.isdigit() for c in name)
