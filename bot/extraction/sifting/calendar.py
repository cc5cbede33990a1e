"""Lists by day: what an item tells happened on the day that stands before it ("July 8: Acme raised …")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.extraction.sifting.spans import sentences, without

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.extraction.text.context import Context, Sentence
    from bot.model.when import When

_KINDS: Final = frozenset({"funding", "acquisition", "ipo", "launch", "partnership", "founding", "deployment"})
_LABEL = re.compile(r"\W{0,4}(?:on )?\Z", re.IGNORECASE)
_PARTS = re.compile(r" ?(?:[:：—–|]| - )")
_LEAST: Final = 2
"""Items that make a list."""


def _labels(context: Context) -> dict[int, When]:
    """The day that a paragraph begins with, by its number, where several begin with one."""
    return context.once(_read)


def _read(context: Context) -> dict[int, When]:
    found: dict[int, When] = {}
    first: dict[int, Sentence] = {}
    for sentence in context.body:
        first.setdefault(sentence.paragraph, sentence)
    for paragraph, sentence in first.items():
        day = sentence.dates[0] if sentence.dates else None
        if day is None or day.when is None or day.when.precision != "day":
            continue
        if _LABEL.match(context.text[sentence.start : day.start]) and _PARTS.match(context.text, day.end):
            found[paragraph] = day.when
    return found if len(found) >= _LEAST else {}


def _dated(context: Context, draft: Draft) -> Draft:
    """A deal or a product of an item without a date, or one only the year of which it has, with the day of the item."""
    if draft.kind not in _KINDS:
        return draft
    own = next(sentences(context, draft), None)
    day = _labels(context).get(own.paragraph) if own is not None else None
    when = draft.slots.get("date")
    if day is None or draft.slots.get("status") in {"announced", "rumored"}:
        return draft
    return without(draft, date=day) if when is None or when.overlaps(day) else draft  # type: ignore[union-attr]


_RECAP: Final = re.compile(
    r"\b(?:recap|round-?up|review|monthly|(?:fundings?|investments?|financings?|deals|acquisitions|mergers|M&A)"
    r"(?: (?:in|of|from|for|report|tracker))?)\b",
    re.IGNORECASE,
)


def recapped(context: Context, drafts: list[Draft]) -> list[Draft]:
    """The drafts, deals without a date with the month that the title of a recap names ("Deals recap: May 2021")."""
    title = [s for s in context.sentences if s.title]
    dates = [d.when for s in title for d in s.dates]
    month = dates[0] if len(dates) == 1 and any(_RECAP.search(s.text) for s in title) else None
    if month is None or month.precision != "month":
        return drafts
    return [
        without(d, date=month)
        if d.kind in {"funding", "acquisition"}
        and "date" not in d.slots
        and d.slots.get("status", "completed") == "completed"
        and d.era != "old"
        else d
        for d in drafts
    ]


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_dated,)
