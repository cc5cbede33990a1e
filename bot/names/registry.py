"""The registry of names: who is meant by a name, and which names stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType

from bot.grammar.patterns import Pattern
from bot.model.entity import Entity
from bot.names.entry import Entry, NamesError, default_folder, read_folder
from bot.names.finder import Finder, NameHit
from bot.names.folding import bare, fold
from bot.names.spelling import has_characters, whole

_PLACE_WORD = Pattern(r"^(?:the|greater|downtown) | (?:city|province|district|county|prefecture|municipality)$")
_PLACE_CJK = Pattern(r"(?<=..)[市省区區县縣]$")


_PLACED = Pattern(
    r"(?P<inner>.{2,60}) of (?P<place>[A-Z][\w .-]{2,30})|(?P<owner>[A-Z][\w .-]{2,30})['’]s (?P<owned>[A-Z].{1,60})"
)
_UNIT = Pattern(
    r"(?P<owner>[^'’]{2,40})['’]s? (?P<field>[\w -]{2,30}?) (?:business|unit|division|arm|operations?|subsidiary)"
)
_SHORTEST_SPELT = 5
"""Letters: of fewer, another spelling is another name."""


class Registry:
    """Entities by id, their names by folded form. Facts are no part of it."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        listed = list(entries)
        self._entities: dict[str, Entity] = {}
        self._folded: dict[str, dict[str, Entity]] = {}
        self._bare: dict[str, dict[str, Entity]] = {}
        self._demonyms: dict[str, str] = {}
        for entry in listed:
            entity = entry.entity
            if entity.id in self._entities:
                raise NamesError(f"{entity.name}: {entity.kind} is listed twice; keep one entry and join their aliases")
            self._entities[entity.id] = entity
            for name in entry.names:
                self._folded.setdefault(fold(name), {})[entity.id] = entity
                if entity.kind == "org":
                    self._bare.setdefault(bare(name), {})[entity.id] = entity
            for word in entry.demonyms:
                self._demonyms[fold(word)] = entity.name
        self._finder = Finder(listed)

    @classmethod
    def load(cls, folder: Path | None = None) -> Registry:
        """Read every file of the folder; NamesError, one line, where something is wrong."""
        return cls(read_folder(folder or default_folder()))

    @property
    def entities(self) -> Mapping[str, Entity]:
        return MappingProxyType(self._entities)

    @cached_property
    def spellings(self) -> frozenset[str]:
        """Every name and alias, as it is listed."""
        return frozenset(name for entity in self._entities.values() for name in (entity.name, *entity.aliases))

    def candidates(self, name: str) -> tuple[Entity, ...]:
        """Everyone who bears this name: by the whole name, without its legal suffixes, or without a place beside it.

        The place is that of "SoftBank Group of Japan" and "Japan's SoftBank Group".
        """
        folded = fold(name)
        forms = (folded, folded.removeprefix("the "))
        found = next((self._folded[form] for form in forms if form in self._folded), None)
        if found is None:
            plain = bare(name)
            found = self._folded.get(plain) or self._bare.get(plain)
        if found is None and (placed := _PLACED.fullmatch(name)) is not None:
            inner, place = placed["inner"] or placed["owned"], placed["place"] or placed["owner"]
            return tuple(e for e in self.candidates(inner) if e.kind == "org") if self.is_place(place) else ()
        if found is None and (unit := _UNIT.fullmatch(name)) is not None:
            return self._units(unit["owner"], fold(unit["field"]))
        return tuple(found.values()) if found is not None else self._spelt_otherwise(name)

    def _spelt_otherwise(self, name: str) -> tuple[Entity, ...]:
        """The one organisation whose name is translated or spaced so too ("Wenlu Robotics" for "Wenlu Robot")."""
        keys = whole(name, "org") if name.isascii() and len(name) > _SHORTEST_SPELT else frozenset()
        ids = {one for key in keys for one in self._spellings_of_orgs.get(key, ())}
        return tuple(self._entities[one] for one in ids) if len(ids) == 1 else ()

    @cached_property
    def _spellings_of_orgs(self) -> Mapping[str, frozenset[str]]:
        """Ids of organisations with a Chinese name by the keys of their Latin ones, which are translations of it."""
        found: dict[str, set[str]] = {}
        for entity in self._entities.values():
            names = (entity.name, *entity.aliases)
            if entity.kind != "org" or not any(map(has_characters, names)):
                continue
            latin = (n for n in names if n.isascii() and len(n) > _SHORTEST_SPELT)
            for key in (key for name in latin for key in whole(name, "org")):
                found.setdefault(key, set()).add(entity.id)
        return {key: frozenset(ids) for key, ids in found.items()}

    def _units(self, owner: str, field: str) -> tuple[Entity, ...]:
        """The known units of an owner whose names hold the stem of a field: "ABB's robot business" is ABB Robotics."""
        owners = {entity.name for entity in self.candidates(owner)}
        stem = next((word.removesuffix("s").removesuffix("ic") for word in reversed(field.split())), "")
        return tuple(
            e
            for e in self._entities.values()
            if stem and e.kind == "org" and e.parent in owners and stem in fold(e.name)
        )

    def lookup(self, name: str) -> Entity | None:
        """The one entity of that name; None where nobody or more than one bears it."""
        found = self.candidates(name)
        return found[0] if len(found) == 1 else None

    def find(self, text: str) -> list[NameHit]:
        """The names in a running text, the longest at every place, left to right, not overlapping."""
        return self._finder.find(text)

    def is_place(self, name: str) -> bool:
        """Whether this is a city, region or country ("Shenzhen City" and "广东省" too)."""
        folded = fold(name)
        return any(
            entity.kind == "place"
            for form in (folded, _PLACE_WORD.sub("", folded), _PLACE_CJK.sub("", folded))
            for entity in self._folded.get(form, {}).values()
        )

    def demonym(self, word: str) -> str | None:
        """The country of "Chinese", the city of "Munich-based" and "Parisian"; None for any other word.

        A capital letter is needed: "polish" is no "Polish".
        """
        folded = fold(word)
        if folded in self._demonyms and word.lstrip()[:1].isupper():
            return self._demonyms[folded]
        place, _, based = folded.rpartition(" ")
        if based in {"based", "headquartered"}:
            return next((e.name for e in self._folded.get(place, {}).values() if e.kind == "place"), None)
        return None


@lru_cache(maxsize=1)
def default_registry() -> Registry:
    """The registry that ships, read once."""
    return Registry.load()
