"""The rules and the learned reader together: whom a rule's fact is about, and what the rules did not see.

The rules are precise where they fire; the reader knows better who is meant and finds more. So a rule's choice stands
until the reader is much surer of another, and a reading adds a fact only where no rule told one of the same place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import prod
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft, all_kinds
from bot.extraction.learned.drafting import Drafter
from bot.extraction.learned.layout import LISTS
from bot.extraction.learned.readings import Reading
from bot.model.money import Money

if TYPE_CHECKING:
    from bot.extraction.text.context import Context

ADDED: Final[dict[str, float]] = {
    "role": 0.6, "education": 0.7, "founding": 0.6, "launch": 0.9, "price": 0.7, "plan": 0.5, "deployment": 0.6,
    "statement": 0.7,
}  # fmt: skip
"""How sure the reader must be of a fact, people and all, to add it. Kinds that are missing lost by what it added."""
SURER: Final = 8.0
"""How many times likelier than the rule's own choice another entity must be."""
_LIKELY, _FLOOR = 0.3, 0.02
_WHOSE: Final = {
    "education": "school", "metric": "subject", "plan": "organization", "price": "product", "forecast": "source",
    "statement": "speaker",
}  # fmt: skip
"""The slot in which a rule is corrected. Of posts and deals the rules know better: correcting them lost."""
_USED = frozenset(ADDED) | frozenset(_WHOSE)
"""Kinds of which readings add or correct anything; of the others no draft need be made."""
_FIGURES = frozenset({"metric", "price", "forecast", "plan"})
_DEALS = frozenset({"funding", "acquisition", "ipo"})


def confidence(reading: Reading) -> float:
    """How sure a reading is of a fact: that it is told there, and of everyone without whom it would be none."""
    kind = all_kinds()[reading.kind]
    named = [reading.named[s] for s in kind.identity if s in reading.named and s not in LISTS]
    if kind.any_identity:
        return reading.sure
    return reading.sure * prod(choice.likely[0][1] if choice.likely else 0.0 for choice in named)


def _value(draft: Draft) -> float | None:
    value = draft.slots.get("value") or draft.slots.get("amount")
    if isinstance(value, Money):
        return value.value
    return abs(float(value)) if isinstance(value, int | float) else None


def _words(draft: Draft) -> set[str]:
    text = draft.slots.get("title") or draft.slots.get("degree")
    return set(text.lower().split()) if isinstance(text, str) else set()


def _of_one_place(rule: Draft, read: Draft) -> bool:
    """Whether two drafts tell of one figure, post or deal, whoever is named."""
    if rule.kind != read.kind or rule.start >= read.end or read.start >= rule.end:
        return False
    if rule.kind in _FIGURES:
        return _value(rule) == _value(read)
    if rule.kind in _DEALS:
        return None in (_value(rule), _value(read)) or _value(rule) == _value(read)
    if rule.kind in {"role", "education"}:
        if rule.slots["person"] != read.slots["person"]:
            return False
        mine, other = _words(rule), _words(read)
        return not mine or not other or bool(mine & other)
    return True


def _same_people(rule: Draft, read: Draft) -> bool:
    """Whether a post is told already, in whatever sentence."""
    if rule.kind != read.kind or rule.kind not in {"role", "education"}:
        return False
    where = "organization" if rule.kind == "role" else "school"
    return rule.slots["person"] == read.slots["person"] and rule.slots[where] == read.slots[where]


def _told_anew(context: Context, rule: Draft, seen: Iterable[tuple[Reading, Draft]]) -> Draft:
    """A rule's draft with the entity that the reader is much surer of, if there is one."""
    fits = [reading for reading, read in seen if _of_one_place(rule, read)]
    if not fits:
        return rule
    reading = max(fits, key=lambda r: r.sure)
    slot = _WHOSE[rule.kind]
    choice, name = reading.named[slot], rule.slots.get(slot)
    if not choice.likely or name is None:
        return rule
    best, share = choice.likely[0]
    own = sum(s for c, s in choice.likely if context.clusters[c].name == name)
    other = context.clusters[best].name
    if other in rule.slots.values() or share <= max(_LIKELY, SURER * max(own, _FLOOR)):
        return rule
    return replace(rule, slots={**rule.slots, slot: other})


def _read(drafter: Drafter, found: Iterable[Reading]) -> Iterator[tuple[Reading, Draft]]:
    for reading in found:
        draft = drafter.draft(reading) if reading.kind in _USED else None
        if draft is not None:
            yield reading, draft


def join(context: Context, rules: list[Draft], found: list[Reading]) -> list[Draft]:
    """The rules' drafts, corrected, and those of the readings that tell something else."""
    if not found:
        return rules
    seen = list(_read(Drafter(context), found))
    told = [_told_anew(context, rule, seen) if rule.kind in _WHOSE else rule for rule in rules]
    added = [
        read
        for reading, read in seen
        if reading.kind in ADDED
        and confidence(reading) >= ADDED[reading.kind]
        and not any(_of_one_place(rule, read) or _same_people(rule, read) for rule in told)
    ]
    return [*told, *added]
