"""Whether a figure is about what will be rather than what is."""

from __future__ import annotations

import re

from bot.extraction.figures.figures import PEOPLE, Figure
from bot.extraction.figures.whose import dated, governors, is_future
from bot.extraction.text.context import Context
from bot.model.when import When

_TO_COME = re.compile(r"(?:[^<;.]{0,30} (?:is|are|was|were) to |[^<;.]{0,12} (?:promised|planned|envisaged)\b)")
_PLANNED = re.compile(
    r"\b(?:planned at|forecasts?|expects?|guidance|preparing capacity for|target(?:s|ed)?(?: of)?|"
    r"goal of|projects?|call for|sees|model|wants?)\b[^<;.]{0,40}(?:<d\d+>[^<;.]{0,15})?\Z|"
    r"\btarget\b[^;.]{0,30}: (?:deliver|ship|sell|build|make)[^<;.]{0,15}\Z|"
    r"\b(?:[Ww]hen|[Oo]nce) (?:[^<;.]|<n\d+>){0,40} (?:completed|finished|ready)\b[^;.]* to \Z|\d{4}E\b"
)
_FROM = re.compile(r"\b(?:from|after|against|than|compared (?:to|with)|versus)(?: [a-z]+)? (?:<d\d+>'s )?\Z")
_RISING = re.compile(r"\bfrom (?:(?:about|some|around|roughly|currently|presently|now|today's|just|only) )*\Z")
_ON_TO = re.compile(r"[^;.]{0,45}? to (?:[a-z]+ ){0,3}<[mq]\d+>")
_THEIRS = r"(?:\b(?:[Ii]ts|[Tt]heir|[Oo]ur|his|her)|<n\d+>'s)"
_HELD = re.compile(
    rf"{_THEIRS}(?: current)? \Z|(?:{_THEIRS}|\b[Tt]he) (?:[a-z-]+ )?(?:staff|workforce|team|payroll|headcount),? "
    r"(?:(?:of|at present|currently|presently|now|some|about) )+\Z"
)
_AT_PRESENT = re.compile(r" (?:at (?:the )?last count|at present|today|now)\b")
"""Around a number of people who are there already, whatever will become of them."""
_OTHER_CLAUSE = re.compile(r"\b(?:and|when|where|which|who|if|that|but|until)\b|\"")
"""Words between a figure and a date that say the date is that of another clause."""
_DONE = re.compile(r"\b(?:expected to (?:have|generate))\b")
_MOODS = {"future", "possible", "planned"}


def _is_past(ctx: Context, when: When | None) -> bool:
    return when is not None and ctx.published is not None and when.end < ctx.published.start


def horizon(ctx: Context, figure: Figure) -> bool:
    """Whether the date nearest to a figure lies ahead."""
    for cost, date in dated(figure)[:1]:
        gap = figure.stretch.plain_between(figure, date)
        return cost < 200 and is_future(date, ctx.published) and not _OTHER_CLAUSE.search(gap)
    return False


def is_level(figure: Figure) -> bool:
    """Whether a figure is what another is to grow or shrink from ("from 31 to 60 by March")."""
    return bool(_RISING.search(figure.before) and _ON_TO.match(figure.stretch.text, figure.end))


def _is_staff(figure: Figure) -> bool:
    people = figure.noun.split()[-1:] != [] and figure.noun.split()[-1] in PEOPLE
    held = _HELD.search(figure.stretch.text[: figure.start])
    counted = people or not figure.noun
    return bool(counted and (held or _AT_PRESENT.match(figure.after)) and not figure.currency and not figure.percent)


def is_outlook(ctx: Context, figure: Figure) -> bool:
    """Whether a figure is a plan or a forecast: what governs it looks ahead, or its date does."""
    stretch = figure.stretch
    if is_level(figure) or _is_staff(figure):
        return False
    if _TO_COME.match(figure.after) or _PLANNED.search(figure.before) or _PLANNED.search(stretch.text[: figure.start]):
        return True
    nearest = dated(figure)[:1]
    if nearest and _FROM.search(figure.before) and _is_past(ctx, nearest[0][1].when):
        return False
    around = governors(stretch.sentence, figure.origin)
    inner = [p for p in around if p.start < figure.origin] or around
    if inner and inner[0].mood in _MOODS:
        past = [d for d in stretch.dates if d.when is not None and ctx.published and d.when.end < ctx.published.start]
        return not (past and _DONE.search(stretch.text) and not horizon(ctx, figure))
    return horizon(ctx, figure)
