"""Events and passages as lines of an answer, with citations and with notes where the articles disagree."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.answers.looked_into import once_an_event
from bot.answers.ordering import is_currency
from bot.answers.phrases import phrase
from bot.answers.view import View
from bot.locales import English
from bot.model.answer import Citation, Line
from bot.model.event import EventValue
from bot.store.read import Passage, StoredEvent

_MOST_CITATIONS = 3
QUOTED = 2
"""Of those the first, whose quotes are shown."""

_ENGLISH = English()
_LABEL = {
    "amount": "amount",
    "date": "date",
    "valuation": "valuation",
    "round": "round",
    "status": "status",
    "value": "figure",
    "start": "start",
    "end": "end",
}


def event_line(told: StoredEvent) -> Line:
    """The line of an event, its best sentences first."""
    view = View(told)
    said = [value.slot for value in told.event.values if value.rank != "deprecated"]
    twice = dict.fromkeys(said) if len(set(said)) < len(said) else ()
    notes = tuple(note for slot in twice for note in _notes(view, slot, view.conflicts(slot)))
    citations = citations_of(told)
    text = f"“{' '.join(citations[0].quote.split())}”" if is_bare(told) or is_cut(told) else phrase(view)
    return Line(text, citations, notes, told.date.start.isoformat() if told.date else "", told.id)


def event_lines(told: Iterable[StoredEvent]) -> list[Line]:
    """The lines of some events, a sentence that tells several of them once."""
    return list({line.text: line for line in reversed([event_line(one) for one in told])}.values())[::-1]


def is_bare(told: StoredEvent) -> bool:
    """Whether it is a figure of which nothing says what it counts ("34%"): its sentence alone makes it understood."""
    if told.kind != "metric" or told.event.best("measure") not in (None, "other"):
        return False
    unit = told.event.best("unit")
    return unit in (None, "", "percent", "%", "units") or is_currency(unit)


def is_cut(told: StoredEvent) -> bool:
    """Whether what is planned is cut in mid-word or in mid-number: then its sentence is told instead."""
    action = told.event.best("action")
    quotes = [s.quote for s in told.statements if isinstance(action, str) and action in s.quote]
    if not isinstance(action, str) or not quotes or not (action[:1] + action[-1:]).isascii():
        return False
    before = r"(?<![A-Za-z0-9])" if action[:1].isalnum() else ""
    whole = re.compile(rf"{before}{re.escape(action)}(?![A-Za-z0-9]|[.,]\d)")
    return not any(whole.search(quote) for quote in quotes)


def citations_of(told: StoredEvent) -> tuple[Citation, ...]:
    """One citation an article, the one that says most first; talks come behind what says that it was done."""
    done = told.event.best("status") in ("announced", "completed")
    ranked = sorted(told.statements, key=lambda s: (done and s.slots.get("status") == "rumored", -len(s.slots)))
    best: dict[str, Citation] = {}
    for statement in ranked:
        best.setdefault(statement.citation.source, statement.citation)
    return tuple(best.values())[:_MOST_CITATIONS]


def _notes(view: View, slot: str, values: tuple[EventValue, ...]) -> Iterable[Line]:
    shown = view.printed(slot, values[0].value) if values else ""
    first = view.told.supporting(values[0]) if values else ()
    for value in values[1:]:
        other = view.printed(slot, value.value)
        said = view.told.supporting(value)
        # Two values of one sentence are no disagreement: the sentence says what each of them is.
        if other == shown or {s.quote for s in said} <= {s.quote for s in first}:
            continue
        within = {s.article for s in said} <= {s.article for s in first}
        who = "the same article also" if within else "another article"
        sources = tuple(dict.fromkeys(s.citation for s in said))[:2]
        yield Line(f"{who} gives the {_LABEL.get(slot, slot.replace('_', ' '))} as {other}", sources)


def disputed(told: StoredEvent) -> bool:
    """Whether articles tell an event differently, wording aside."""
    return told.event.disputed


def passage_line(passage: Passage) -> Line:
    """A sentence as it stands in its article: in quotation marks, so that nobody takes it for a fact of ours."""
    return Line(f"“{' '.join(passage.text.split())}”", (passage.citation,))


def asides(passages: Iterable[Passage]) -> list[Line]:
    """Sentences that stand near the facts of an answer, for the reader to judge."""
    return [replace(passage_line(passage), aside=True) for passage in passages]


def cited_by(lines: Iterable[Line], most: int | None = None) -> list[Citation]:
    """What some lines and their notes rest on; the first `most` of each, as many as are shown with it."""
    return [citation for line in lines for one in (line, *line.notes) for citation in one.citations[:most]]


def rest_on(told: Iterable[StoredEvent]) -> list[Citation]:
    """All that some events rest on, more than is shown with them."""
    return [statement.citation for event in told for statement in event.statements]


@once_an_event
def event_text(told: StoredEvent) -> str:
    """Everything that is said of an event, its line and its quotes: for looking into, the same in every language."""
    return " ".join((phrase(View(told, _ENGLISH)), *dict.fromkeys(s.quote for s in told.statements)))
