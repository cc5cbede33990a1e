"""The index of names: every name under its first letter, also those that lead to another name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from bot.model.entity import Entity
from bot.names.folding import fold
from bot.site.addresses import LETTERS, entity_page, letter


@dataclass(frozen=True, slots=True)
class Entry:
    """A name and the page it leads to; `stands_for` is the name that page bears, where it is another."""

    name: str
    page: str
    stands_for: str = ""


def entries(entities: Iterable[Entity]) -> dict[str, list[Entry]]:
    """The names by the page of the index they stand on, in the order of the pages."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entity in entities:
        page = entity_page(entity.id)
        written = {fold(entity.name)}
        found[letter(entity.name)].append(Entry(entity.name, page))
        for alias in entity.aliases:
            if fold(alias) not in written:
                written.add(fold(alias))
                found[letter(alias)].append(Entry(alias, page, entity.name))
    return {one: sorted(found[one], key=lambda e: (fold(e.name), e.name, e.page)) for one in LETTERS if found.get(one)}
