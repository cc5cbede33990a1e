"""Companies of a place of whom no deal, launch or founding is known: sentences that name the place put them there.

"The planting robot of Umeå's Acme AB": nothing else may be told of Acme, but that it builds robots and where it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answers.asked.words import stems
from bot.answers.desk import Desk
from bot.answers.peoples import PEOPLES, countries_within, country_meant, part_meant, towns_of
from bot.answers.query import Ids
from bot.grammar.patterns import Pattern
from bot.model.answer import Citation
from bot.model.entity import Entity

_BUILDS = stems(
    "robot robots robotic robotics humanoid humanoids drone drones exoskeleton cobot gripper grippers maker developer "
    "manufacturer builder startup start-up autonomous spin-off embodied"
)
"""What stands in a sentence that tells of somebody who builds machines."""
_ONLY_PAYS = Pattern(
    r"\b(?:Ventures|Capital|Partners|Funds?|Bank|Holdings|Investments?|VC|University|Institute|Ministry)\b"
)
_READ, _MOST_NAMES = 30, 400


def told_there(
    desk: Desk, places: Sequence[Ids], peoples: Sequence[str], known: frozenset[str]
) -> Iterator[tuple[Entity, str, Citation]]:
    """Further companies at home in some places, each with the name of the place and the sentence that puts it there."""
    where, seen = desk.lookup.whereabouts, set(known)
    for name in dict.fromkeys(_names(desk, places, peoples)):
        if not desk.facts.spread(name):
            continue
        for passage in desk.facts.search(name, _READ):
            if name not in passage.text or not _BUILDS & stems(passage.text):
                continue
            for one in desk.facts.entities_of(i for i in passage.entities if i.startswith("org-") and i not in seen):
                if (
                    one.subkind not in ("company", "")
                    or _ONLY_PAYS.search(one.name)
                    or not where.puts_at(one.id, passage, name)
                ):
                    continue
                if not where.is_told_of(one.id) or where.fits(frozenset((one.id,)), peoples, places, ""):
                    seen.add(one.id)
                    yield one, PEOPLES.get(name.casefold(), name), passage.citation


def _names(desk: Desk, places: Sequence[Ids], peoples: Sequence[str]) -> Iterator[str]:
    """The names by which sentences may tell of some places: their own, those of their people and of their towns."""
    countries = [country for word in peoples for country in _countries(word)]
    for ids in places:
        for one in sorted(ids):
            yield desk.facts.name(one)
            yield from (below.name for below in desk.facts.children(one))
            countries.append(desk.facts.name(one))
    for country in countries[:_MOST_NAMES]:
        yield from (word.title() for word, meant in PEOPLES.items() if meant == country and len(word) > 2)
        yield country
        yield from (below.name for known in desk.facts.lookup(country) for below in desk.facts.children(known.id))
        yield from towns_of(country)


def _countries(word: str) -> tuple[str, ...]:
    """The countries that a stem for a people or for a part of the world means."""
    return (country_meant(word),) if country_meant(word) else tuple(sorted(countries_within(part_meant(word))))
