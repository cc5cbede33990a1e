"""Dates of figures: none that is of what they came from or became, or of when the house began."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.extraction.sifting.spans import dated, sentences, without
from bot.model.when import When

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.extraction.text.context import Context

_REACH: Final = 90
"""Letters before a date that tell what it is the date of."""
_BEGUN = re.compile(
    r"\b(?:found(?:ed|ing)|established|incorporated|started|launched|created|opened|spun (?:out|off)|born|set up|"
    r"made official|registered|entered (?:the|this)|moved into|joined the (?:field|market|race))\b[^,;.]{0,60}"
    r"\b(?:in|since|as late as|only in)(?: (?:early|late|spring|summer|autumn))? \Z",
    re.IGNORECASE,
)
"""Before the date at which a house or plant began, which is none of what it measures now."""
_UP_FROM = re.compile(
    r"\b(?:(?:up|down) from|compared (?:with|to)|against|versus) (?:an? |about |only |just |some |around )?\Z"
)
_EMPLOYS = re.compile(r"\b(?:employs|now has) (?:about |only |just |some |around |more than |roughly )?\Z")
_CAME_FROM = re.compile(r"\bfrom (?:about |only |just |some |around )?\Z")
_SINCE = re.compile(r" (?:[a-z]+ ){0,2}since ")
_THAN = re.compile(r"\b(?:than|until|till) (?:in |at |on )?(?:the end of )?\Z")
_CLOSE: Final = 25
_RIGHT_BEHIND: Final = 4
"""Before a figure that was so until then, and before staff of today; letters behind it in which its own date stands."""


def _before(context: Context, draft: Draft) -> Draft:
    """A figure of before without the date of what it became ("1,200 in 2025, up from 400"), staff of today without one.

    "Sold 90 last year and employs 640" dates no staff.
    """
    value = draft.slots.get("value")
    if draft.kind != "metric" or not isinstance(draft.slots.get("date"), When) or not isinstance(value, int | float):
        return draft
    staff = draft.slots.get("measure") == "employees"
    told = []
    for sentence in sentences(context, draft):
        places = [(n.start, n.end) for n in sentence.numbers if n.value == value]
        places += [(m.start, m.end) for m in sentence.money if m.money.value == abs(value)]
        for begin, end in places:
            if _SINCE.match(context.text, end, sentence.end):
                return without(draft, date=None)
            dated = any(end <= d.start <= end + _CLOSE for d in sentence.dates)
            before = _UP_FROM.search(context.text, sentence.start, begin)
            now = _EMPLOYS.search(context.text, sentence.start, begin) if staff else None
            told.append((before is not None or now is not None) and not dated)
    others = told and (all(told) or _of_before(context, draft))
    return without(draft, date=None) if others else draft


def _of_before(context: Context, draft: Draft) -> bool:
    """Whether the date of a figure stands right behind another, from which it came, or behind "than"."""
    when, value = draft.slots["date"], draft.slots["value"]
    told = []
    for sentence in sentences(context, draft):
        figures = [(n.value, n.start, n.end) for n in sentence.numbers]
        figures += [(m.money.value, m.start, m.end) for m in sentence.money]
        for date in sentence.dates:
            if date.when is not None and isinstance(when, When) and date.when.overlaps(when):
                than = _THAN.search(context.text, sentence.start, date.start) is not None
                told.append(than or any(
                    abs(other) != abs(value) and end <= date.start and (  # type: ignore[arg-type]
                        (date.start <= end + _RIGHT_BEHIND and _CAME_FROM.search(context.text, sentence.start, start))
                        or (date.start <= end + _CLOSE and _UP_FROM.search(context.text, sentence.start, start))
                    )
                    for other, start, end in figures
                ))  # fmt: skip
    return bool(told) and all(told)


def _begun(context: Context, draft: Draft) -> Draft:
    """A figure without the date at which the house was founded ("Founded in 2022, Acme employs 80")."""
    when = draft.slots.get("date")
    if draft.kind != "metric" or not isinstance(when, When):
        return draft
    told = [
        _BEGUN.search(context.text, max(s.start, d.start - _REACH), d.start) is not None
        for d, s in dated(context, draft, when)
    ]
    return without(draft, date=None) if told and all(told) else draft


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_begun, _before)
