"""Who has not: companies whose last round, purchase or launch lies before a period."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.answers.query import Query
from bot.answers.view import ids_by_slot
from bot.grammar.patterns import Pattern
from bot.model.answer import Citation, Line
from bot.store.query import bounds
from bot.store.read import StoredEvent

NEGATED = Pattern(
    r"\b(?:has|have|had|did|does|do|is|are|was|were|will|would)(?: <\d+>)? (?:not|never)\b(?! (?:only|just|"
    r"(?:co-?)?lead))|"
    r"\b(?:has|have|had) (?:yet to|no longer)\b|没有?(?=投|融|收|买|发)|从未"
)
"""What did not happen is asked for: a fact that tells that it did is the wrong answer."""
DENIES = Pattern(
    r"\b(?:not|never|no|nor|neither|without|den(?:y|ies|ied)|reject\w*|declin\w*|refus\w*|fail\w*|dropp?\w*|"
    r"abandon\w*|cancel\w*|withdr\w+)\b|n't\b|没|未|不|否",
    re.I,
)
"""A sentence that may tell what did not happen."""
_NOUN = {"funding": "round", "acquisition": "purchase", "launch": "launch", "ipo": "listing"}


def last_before(told: Iterable[StoredEvent], query: Query) -> list[StoredEvent]:
    """Of facts, the newest first, the last of each of those asked for, where none lies in the period or after it."""
    last: dict[str, StoredEvent | None] = {}
    assert query.when is not None
    first_day, last_day = bounds(query.when)
    since = query.when.open == "after"
    for event in told:
        start, end = _days(event)
        # "Not since 2024": the last one may be of 2024.
        late = end > query.when.end.isoformat()
        inside = late if since else (start <= last_day and end >= first_day)
        if not (since or inside) and start > last_day:
            continue  # what came later says nothing of the period
        for slot in query.asked:
            for one in sorted(ids_by_slot(event).get(slot, ())):
                if inside:
                    last[one] = None
                elif one not in last:
                    last[one] = event
    found = [event for event in last.values() if event is not None]
    return list({event.id: event for event in found}.values())[: query.limit]


def absence_line(query: Query, told: list[StoredEvent], period: str) -> Line:
    """What the facts below are: the last of those of whom nothing later is told."""
    noun = _NOUN.get(query.kinds[0], "such deal")
    cited: tuple[Citation, ...] = tuple(t.statements[0].citation for t in told if t.statements)[:6]
    when = period if query.when is not None and query.when.open else f"in {period}"
    return Line(f"No {noun} of these is known here {when}; the last of each before:", tuple(dict.fromkeys(cited)))


def _days(event: StoredEvent) -> tuple[str, str]:
    """First and last day of an event; what has no date may be as late as it was told."""
    if event.date is None:
        return "", event.said_last or "9"
    return event.date.start.isoformat(), event.date.end.isoformat()
