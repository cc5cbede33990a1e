"""In which country well-known houses sit, so that "the Japanese group" is told from others that were named."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.names.entry import NamesError
from bot.names.people import lines_of

if TYPE_CHECKING:
    from bot.names.registry import Registry


@cache
def _seats() -> dict[str, str]:
    """House → country, by the names that the registry lists first."""
    seats: dict[str, str] = {}
    for line in lines_of("seats.txt"):
        country, colon, houses = line.partition(": ")
        if not colon:
            raise NamesError(f"seats.txt: {line[:40]!r}: write a line as `Country: house; house`")
        seats.update((house.strip(), country) for house in houses.split(";"))
    return seats


def seat_of(house: str) -> str | None:
    """The country of a house by its name in the registry, None where it is not known."""
    return _seats().get(house)


def country_of(word: str, registry: Registry) -> str | None:
    """The country that a place, a people or "Munich-based" means; None for what is in none, such as Europe."""
    name = registry.demonym(word) or word.removesuffix("-based").removesuffix("-headquartered")
    for _ in range(4):
        place = next((e for e in registry.candidates(name) if e.kind == "place"), None)
        if place is None or place.subkind == "country":
            return place.name if place is not None else None
        name = place.parent
    return None
