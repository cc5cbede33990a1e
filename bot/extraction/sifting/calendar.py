"""Lists by day, and recaps: what an item tells happened on the day before it ("July 8: Acme raised …"), a round of a
recap in the week or month that its title names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.extraction.deals.recaps import month_of_recap
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


def _of_recap(context: Context, draft: Draft) -> Draft:
    """A deal that a recap tells as done, without a date of its own, with the month of the recap."""
    undated = draft.kind in ("funding", "acquisition") and draft.slots.get("date") is None and draft.era != "old"
    if not undated or draft.slots.get("status") in {"rumored", "denied"}:
        return draft
    month = context.once(month_of_recap)
    return without(draft, date=month) if month is not None else draft


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_dated, _of_recap)
