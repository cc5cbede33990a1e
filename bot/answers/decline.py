"""Saying plainly that nothing known answers, with the nearest things that are known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from bot.answers.asked.common import NO_NAME, ORDINARY
from bot.answers.query import Ids
from bot.answers.text import echo
from bot.grammar.patterns import Pattern
from bot.model.answer import Action, Answer
from bot.model.entity import Entity
from bot.names.folding import fold
from bot.names.spelling import INITIALS
from bot.store.read import EventQuery, Facts

KNOWN = {
    "funding": "funding",
    "acquisition": "acquisitions",
    "ipo": "listing",
    "partnership": "partnerships",
    "role": "people and posts",
    "education": "education",
    "founding": "founding",
    "launch": "launches",
    "price": "prices",
    "metric": "figures",
    "forecast": "forecasts",
    "plan": "plans",
    "deployment": "deployments",
    "statement": "what was said",
}
_NAME_LIKE = Pattern(r"(?<=\s)(?:[A-Z][\w.-]{2,}|[A-Za-z]+\d[\w.-]*)(?<![.-])")
_COUNTED = 1000
"""Events, the newest, by which is told what is known of somebody."""
_CAPITALS = Pattern(r"([A-Z]{2,5})s?")
_MOST_INITIALS = 3
_SHORTEST = 3
"""Letters below which nothing is a slip in a name."""
_NOBODY = "Nothing is known about “{}”."
_EXAMPLES = ("/deal COMPANY", "/who PERSON", "/timeline COMPANY 2025", "/help")


def decline(
    facts: Facts, reason: str, near: Iterable[Ids] = (), unknown: Iterable[str] = (), command: str = "/timeline"
) -> Answer:
    """An answer that is none: why in one line, and what may be asked instead."""
    hints, actions, ids = [], [], []
    offered: set[str] = set()
    for meant in sorted((_near(facts, word) for word in list(unknown)[:3]), key=len):
        if meant and offered.isdisjoint(meant):  # of a name and its parts, what comes closest
            hints.append(f"Did you mean {' or '.join(meant)}?")
            actions += [Action("ask", name, f"{command} {name}") for name in meant]
            offered.update(meant)
    for group in list(near)[:3]:
        for entity in facts.entities_of(sorted(group))[:1]:
            ids.append(entity.id)
            kinds = Counter(met.kind for met in facts.sketches(EventQuery(any_entities=(entity.id,), limit=_COUNTED)))
            if kinds:
                known = ", ".join(KNOWN.get(kind, kind.replace("_", " ")) for kind, _ in kinds.most_common(5))
                hints.append(f"Known about {entity.name}: {known}. Try /timeline {entity.name}")
                actions.append(Action("timeline", f"Timeline of {entity.name}", f"/timeline {entity.name}"))
                continue
            if entity.kind == "place" and entity.subkind != "city":
                continue  # much may be told of houses there, and whose name has the land in it is not meant
            # A name that only the registry knows: what bears it too may be what the articles tell of.
            others = [one.name for one in facts.suggest(entity.name) if _may_be_called(entity, one.name)]
            if others:
                unknown_name = "" if entity.kind == "place" else f"No article tells a fact about {entity.name}. "
                hints.append(f"{unknown_name}Did you mean {' or '.join(others)}?")
                actions += [Action("ask", name, f"{command} {name}") for name in others]
    if not hints:
        hints.append("Try " + ", ".join(_EXAMPLES))
    return Answer(False, reason, hints=tuple(hints), actions=tuple(actions[:4]), entities=tuple(ids))


def _near(facts: Facts, word: str) -> list[str]:
    """Names that look like what was typed; what was typed itself is no suggestion.

    Capitals alone are meant as they stand: they may be the first letters of a name, never a slip in another.
    """
    if capitals := _CAPITALS.fullmatch(word):
        bearers = facts.known_names.bearing(INITIALS + capitals[1].casefold())
        ids = dict.fromkeys(one.entity for one in bearers)
        return [one.name for one in facts.entities_of(list(ids)[:_MOST_INITIALS])]
    if len(fold(word)) < _SHORTEST:
        return []
    typed = _beginnings((word,))
    return list(
        dict.fromkeys(
            one.name
            for one in facts.suggest(word)
            if fold(one.name) != fold(word) and typed & _beginnings((one.name, *one.aliases))
        )
    )


def _beginnings(names: Iterable[str]) -> frozenset[str]:
    """The first letters of the words of some names: a slip seldom is in one."""
    return frozenset(word[0] for name in names for word in fold(name).split())


def _may_be_called(entity: Entity, name: str) -> bool:
    """Whether a name of an entity stands in another name."""
    words = f" {fold(name)} "
    return any(f" {fold(own)} " in words for own in (entity.name, *entity.aliases))


def written_as_names(message: str) -> list[str]:
    """Words of a question that are written as names are, though nobody knows them: "GR00T", "Quilon"."""
    return [
        word
        for word in dict.fromkeys(_NAME_LIKE.findall(message))
        if word.casefold() not in ORDINARY and word.casefold().removesuffix("s") not in NO_NAME
    ]


def nobody(facts: Facts, name: str, command: str) -> Answer:
    """A name that no article told anything about; of several words those that look like known names are mended."""
    if _near(facts, name):
        return decline(facts, _NOBODY.format(echo(name)), unknown=(name,), command=command)
    hints, actions = [], []
    for word in dict.fromkeys(re.findall(r"[^\W\d_][\w.-]{3,}", name)):
        meant = _near(facts, word)
        if meant and not facts.find_names(word):
            hints.append(f"Did you mean {' or '.join(meant)}?")
            actions += [Action("ask", one, f"{command} {echo(name.replace(word, one), 200)}") for one in meant]
    if not hints:
        return decline(facts, _NOBODY.format(echo(name)))
    return Answer(False, _NOBODY.format(echo(name)), hints=tuple(hints[:3]), actions=tuple(actions[:4]))
