"""Measured figures: sales, losses, staff, shipments, orders, stakes and what a company has raised in all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.extraction.clusters import Cluster
from bot.extraction.context import Context
from bot.extraction.figures import Figure, stretches
from bot.extraction.kind import Draft, Kind
from bot.extraction.measures import Cue, measure
from bot.extraction.outlook import is_outlook
from bot.extraction.whose import Subjects, attribution, is_outside, period, year_before
from bot.model.when import When

_PRODUCTS = {"units", "orders", "other"}
_SAME_AGAIN = re.compile(
    r"\W*(?:in |for )?(?:<d\d+>)?,? ?\(?(?:up |down |and |or |rising |falling |again )*(?:from|against|compared (?:with|to)|after|versus|vs\.?|to|and|,|respectively|over)?,? ?(?:<d\d+>:? ?)?\W*\Z"
)
_EACH = re.compile(r"\b(?:each|apiece)\b")


@dataclass(slots=True)
class _Reading:
    """What the last figure was: its cue, subject and period, for figures that continue it."""

    figure: Figure
    cue: Cue
    subject: Cluster
    date: When | None


def _continues(figure: Figure, last: _Reading | None) -> Cue | None:
    """The cue of the figure before where this one says the same of another year ("up from 5 million")."""
    if last is None or last.figure.stretch is not figure.stretch or figure.percent != last.figure.percent:
        return None
    if bool(figure.currency) != bool(last.figure.currency) and not figure.lent:
        return None
    before = figure.before
    if not _SAME_AGAIN.match(re.sub(rf"^ ?{re.escape(last.figure.noun)}", "", before)):
        return None
    return last.cue


def extract(ctx: Context) -> Iterable[Draft]:
    subjects = Subjects(ctx)
    last: _Reading | None = None
    for stretch in stretches(ctx):
        for figure in stretch.figures:
            cue = measure(figure)
            inherited = cue is None
            cue = cue or _continues(figure, last)
            if cue is None or is_outlook(ctx, figure):
                continue
            subject = _subject(subjects, figure, cue, last if inherited else None)
            if subject is None:
                continue
            date = period(figure, ctx.published)
            if inherited and last is not None:
                date = year_before(figure, last.date) or date
            last = _Reading(figure, cue, subject, date)
            yield _draft(ctx, figure, cue, subject, date)


def _subject(subjects: Subjects, figure: Figure, cue: Cue, last: _Reading | None) -> Cluster | None:
    if last is not None:
        return last.subject
    kinds = ("org", "product", "unknown") if cue.measure in _PRODUCTS else ("org", "unknown")
    found = subjects.of(figure, cue.start, *kinds)
    if found is not None and is_outside(found) and cue.measure not in {"units", "market_size", "investment", "orders"}:
        return found
    return found


def _draft(ctx: Context, figure: Figure, cue: Cue, subject: Cluster, date: When | None) -> Draft:
    money = figure.currency or (figure.lent if cue.measure in {"revenue", "profit", "total_raised", "valuation", "market_size"} else "")
    unit = money or ("percent" if figure.percent else figure.noun or _UNITS.get(cue.measure, ""))
    value = figure.value * cue.sign if cue.measure == "profit" else figure.value
    return ctx.draft(
        "metric",
        figure.stretch.sentence,
        subject=subject.name,
        measure=cue.measure,
        value=value,
        high=figure.high,
        unit=unit,
        date=date,
        approximate=figure.approximate or None,
    )


_UNITS = {"employees": "employees", "units": "units", "orders": "units", "rounds": "rounds", "capacity": "units"}

KIND = Kind(
    name="metric",
    identity=("subject", "measure", "value"),
    slots=("unit", "date"),
    extract=extract,
    merge=("date",),
)
