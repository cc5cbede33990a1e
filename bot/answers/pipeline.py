"""Which listings are still to come, as far as the articles tell: planned or applied for, and neither done nor off."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.answers.amounts import UNSURE
from bot.answers.query import Ids
from bot.answers.view import ids_by_slot
from bot.grammar.patterns import Pattern
from bot.store.query import EventQuery, Playing
from bot.store.read import Facts, StoredEvent

_OFF = Pattern(
    r"\b(?:not (?:preparing|planning|going|seeking|considering|about|on the)|den(?:y|ies|ied)|no plans?|no intention|"
    r"pure fabrication|groundless|untrue|withdr(?:ew|awn|aws|aw)|pull(?:s|ed)|put off|postpon\w+|shelv\w+|"
    r"laps(?:ed|es)|call(?:s|ed) off|drop(?:s|ped) (?:its|the|plans)|cancel\w+|abandon\w*|scrapp?\w*|"
    r"rejected|(?:was|is)(?: not|n['’]t) on the agenda|one stock exchange is)\b",
    re.I,
)
_DONE = Pattern(
    r"\b(?:listed on|went public|debut(?:ed|s)?|has traded|have (?:been )?traded|are traded|delisted|"
    r"shares (?:rose|fell|closed|jumped|opened)|first day of trading)\b",
    re.I,
)


def still_ahead(facts: Facts, told: Iterable[StoredEvent]) -> list[StoredEvent]:
    """Of some listings those that are to come, the one of each company that was told last."""
    kept: dict[Ids, StoredEvent] = {}
    for one in told:
        house = ids_by_slot(one).get("company", frozenset())
        if house and not _is_off(one) and not _is_over(facts, house, one):
            known = kept.get(house)
            if known is None or one.said_last > known.said_last:
                kept[house] = one
    return list(kept.values())


def _is_off(told: StoredEvent) -> bool:
    """Whether what tells of a listing says that it is off, or is long past."""
    long_ago = told.date is not None and told.said_first > f"{told.date.end.year + 1}-{told.date.end.isoformat()[5:]}"
    over = any(_DONE.search(s.citation.title) for s in told.statements)
    return long_ago or over or any(_OFF.search(s.quote) for s in told.statements)


def _is_over(facts: Facts, house: Ids, told: StoredEvent) -> bool:
    """Whether something told as late says that the company listed, or that it will not."""
    asked = EventQuery(kinds=("ipo",), playing=(Playing(tuple(sorted(house)), ("company",)),), limit=8)
    for other in facts.events(asked):
        if other.id == told.id or other.said_last < told.said_last:
            continue
        if other.date is not None and told.date is not None and other.date.end < told.date.start:
            continue  # a plan that came to nothing before this one
        status = other.event.best("status") or "completed"
        if status == "denied" or _is_off(other):
            return True
        if status not in UNSURE and status == "completed" and any(_DONE.search(s.quote) for s in other.statements):
            return True
    return False
