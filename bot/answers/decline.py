"""Saying plainly that nothing known answers, with the nearest things that are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bot.answers.query import Ids
from bot.answers.text import echo
from bot.model.answer import Action, Answer
from bot.store.read import EventQuery, Facts

_KNOWN = {
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
_EXAMPLES = ("/deal COMPANY", "/who PERSON", "/timeline COMPANY 2025", "/help")


def decline(
    facts: Facts, reason: str, near: Iterable[Ids] = (), unknown: Iterable[str] = (), command: str = "/timeline"
) -> Answer:
    """An answer that is none: why in one line, and what may be asked instead."""
    hints, actions, ids = [], [], []
    for word in list(unknown)[:3]:
        meant = list(dict.fromkeys(entity.name for entity in facts.suggest(word)))
        if meant:
            hints.append(f"Did you mean {' or '.join(meant)}?")
            actions += [Action("ask", name, f"{command} {name}") for name in meant]
    for group in list(near)[:3]:
        for entity in facts.entities_of(sorted(group))[:1]:
            ids.append(entity.id)
            kinds = Counter(told.kind for told in facts.events(EventQuery(any_entities=(entity.id,))))
            if kinds:
                known = ", ".join(_KNOWN.get(kind, kind.replace("_", " ")) for kind, _ in kinds.most_common(5))
                hints.append(f"Known about {entity.name}: {known}. Try /timeline {entity.name}")
                actions.append(Action("timeline", f"Timeline of {entity.name}", f"/timeline {entity.name}"))
    if not hints:
        hints.append("Try " + ", ".join(_EXAMPLES))
    return Answer(False, reason, hints=tuple(hints), actions=tuple(actions[:4]), entities=tuple(ids))


def nobody(facts: Facts, name: str, command: str) -> Answer:
    """A name that no article told anything about."""
    return decline(facts, f"Nothing is known about “{echo(name)}”.", unknown=(name,), command=command)
