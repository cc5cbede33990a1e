"""What is told of a fact that is likely right: not all that was gathered for it is.

A candidate holds whatever drafts do not contradict it, from anywhere in the article: in a round-up also what another
item tells of somebody else. What only unlikely drafts of other sentences say is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.extraction.consolidate import bare
from bot.extraction.deals.offers import is_offered
from bot.extraction.kind import Draft, all_kinds
from bot.model.statement import SlotValue, name_of

if TYPE_CHECKING:
    from bot.extraction.learned.candidates import Candidate
    from bot.extraction.learned.evidence import Evidence
    from bot.extraction.text.context import Context

_LIKELY: Final = 0.2
"""How likely a draft of another sentence must be for what only it says."""
_OF_A_ROUND: Final = ("amount", "round", "investors", "valuation")
"""Slots of which a round that is told has one at least."""
_BESIDE: Final = ("investors", "founders", "parent", "valuation", "date")
"""Slots that say more of a fact, where another one's are easily taken for its own."""


def _trusted(candidate: Candidate, evidence: Evidence) -> Iterator[Draft]:
    """The drafts of the rules, of the fact's own sentence, and the likely ones of others."""
    fact = candidate.fact
    for draft, reading in candidate.drafts:
        own = (draft.start, draft.end) == (fact.start, fact.end)
        if reading is None or own or evidence.likely_told(draft, reading) >= _LIKELY:
            yield draft


def told(candidate: Candidate, evidence: Evidence) -> Draft:
    """The fact of a candidate without what is only beside it in the article."""
    fact, trusted = candidate.fact, list(_trusted(candidate, evidence))
    slots = dict(fact.slots)
    for slot in _BESIDE:
        if (value := slots.get(slot)) is None:
            continue
        said = [draft.slots[slot] for draft in trusted if slot in draft.slots]
        if isinstance(value, tuple):
            keys = {bare(name_of(item)) for items in said if isinstance(items, tuple) for item in items}
            left = tuple(item for item in value if bare(name_of(item)) in keys)
            if len(left) < len(value):
                slots[slot] = left  # type: ignore[assignment]
        elif not said:
            del slots[slot]
    _without_outlets(slots, candidate, evidence.context)
    if is_offered(fact, evidence.context):
        slots["status"] = "announced"
    filled: dict[str, SlotValue] = {slot: value for slot, value in slots.items() if value != ()}
    complete = all_kinds()[fact.kind].complete(filled)
    return replace(fact, slots=filled) if complete else fact


def apart(tellings: list[tuple[Draft, Candidate]]) -> list[Draft]:
    """The facts, their rounds without backers and dates that a rule gave to another round and only the reader to this.

    Of several rounds in a row the reader knows who backed one of them, not which. A round of which nothing is left is
    none.
    """
    facts = [_of_its_own(fact, of, tellings) if fact.kind == "funding" else fact for fact, of in tellings]
    return [
        fact
        for fact, (before, _) in zip(facts, tellings, strict=True)
        if fact.slots == before.slots or any(slot in fact.slots for slot in _OF_A_ROUND)
    ]


def _of_its_own(fact: Draft, candidate: Candidate, tellings: list[tuple[Draft, Candidate]]) -> Draft:
    others = [
        rule
        for other, of in tellings
        if of is not candidate and other.kind == fact.kind and other.slots["company"] == fact.slots["company"]
        for rule in of.rules
    ]
    slots = dict(fact.slots)
    investors, date = slots.get("investors"), slots.get("date")
    if isinstance(investors, tuple):
        lent = _backers(others) - _backers(candidate.rules)
        left = tuple(item for item in investors if bare(name_of(item)) not in lent)
        slots["investors"] = left  # type: ignore[assignment]
    undated = bool(candidate.rules) and not any("date" in rule.slots for rule in candidate.rules)
    if undated and any(rule.slots.get("date") == date for rule in others):
        slots.pop("date", None)
    return replace(fact, slots={slot: value for slot, value in slots.items() if value != ()})


def _backers(rules: Iterable[Draft]) -> set[str]:
    lists = (rule.slots.get("investors") for rule in rules)
    return {bare(name_of(item)) for items in lists if isinstance(items, tuple) for item in items}


def _without_outlets(slots: dict[str, SlotValue], candidate: Candidate, context: Context) -> None:
    """Takes the media that tell of a round from those who put money in, unless a rule found that they did."""
    investors = slots.get("investors")
    if not isinstance(investors, tuple):
        return
    ruled = {bare(name_of(item)) for rule in candidate.rules for item in rule.slots.get("investors", ())}  # type: ignore[union-attr]
    outlets = {bare(c.name) for c in context.clusters if c.subkind == "outlet"} | {
        bare(context.article.publisher or "")
    }
    left = tuple(item for item in investors if bare(name_of(item)) in ruled or bare(name_of(item)) not in outlets)
    slots["investors"] = left  # type: ignore[assignment]
