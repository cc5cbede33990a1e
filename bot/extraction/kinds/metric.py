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
from bot.extraction.whose import LISTED, Subjects, period, year_before
from bot.model.when import When

_SAME_AGAIN = re.compile(
    r"\W*(?:in |for )?(?:<d\d+>)?,? ?\(?(?:up |down |and |or |rising |falling |again |the year before,? )*(?:from|against|compared (?:with|to)|after|versus|vs\.?|to|under|and|,|respectively|over)?,? ?(?:<d\d+>:? ?)?\W*\Z"
)
_LISTABLE = {"units", "other", "employees"}
_LENT = {"revenue", "profit", "total_raised", "valuation", "market_size", "orders"}
_UNITS = {"employees": "employees", "units": "units", "orders": "units", "rounds": "rounds", "capacity": "units"}


@dataclass(slots=True)
class _Reading:
    """What the last figure was: its cue, subject and period, for figures that continue it."""

    figure: Figure
    cue: Cue
    subject: Cluster
    date: When | None


def _alike(figure: Figure, other: Figure) -> bool:
    """Whether two figures are of one sort: both shares, both sums or both counts."""
    if figure.percent != other.percent:
        return False
    money = bool(figure.currency or (figure.lent and figure.scaled))
    return money == bool(other.currency or (other.lent and other.scaled))


def _continues(figure: Figure, last: _Reading | None) -> bool:
    """Whether a figure says the same of another year ("up from 5 million")."""
    if last is None or last.figure.stretch is not figure.stretch or not _alike(figure, last.figure):
        return False
    before = figure.before.removeprefix(f" {last.figure.noun}")
    return bool(_SAME_AGAIN.match(before)) and (not figure.noun or not last.figure.noun or figure.noun == last.figure.noun)


def _listed(figure: Figure, last: _Reading | None) -> Cluster | None:
    """The next name of a list of figures ("Foo 388, Bar 131"), where the one before said what is measured."""
    if last is None or last.cue.measure not in _LISTABLE or figure.noun or figure.currency:
        return None
    near = last.figure.stretch.sentence.index >= figure.stretch.sentence.index - 1
    if not near or not _alike(figure, last.figure) or (figure.value < 20 and not figure.percent):
        return None
    match = LISTED.search(figure.before)
    cluster = figure.stretch.named(match[1]).cluster if match else None
    return cluster if cluster is not None and cluster.kind in {"org", "unknown", "product"} else None


def extract(ctx: Context) -> Iterable[Draft]:
    """Every figure with a measure and a subject, those of the title only where the text does not repeat them."""
    found = list(_read(ctx))
    told = {(d.slots["subject"], d.slots["measure"]) for d, title in found if not title}
    for draft, title in found:
        if not title or (draft.slots["subject"], draft.slots["measure"]) not in told:
            yield draft


def _read(ctx: Context) -> Iterable[tuple[Draft, bool]]:
    subjects = Subjects(ctx)
    last: _Reading | None = None
    for stretch in stretches(ctx):
        for figure in stretch.figures:
            cue = measure(figure)
            subject: Cluster | None = None
            inherited = False
            if cue is None and last is not None:
                subject = _listed(figure, last)
                if subject is None and _continues(figure, last):
                    subject, inherited = last.subject, True
                cue = last.cue if subject else None
            if cue is None or is_outlook(ctx, figure):
                continue
            subject = subject or subjects.of(figure, cue)
            if subject is None:
                continue
            date = period(figure, ctx.published)
            if inherited and last is not None:
                date = year_before(figure, last.date) or date
            last = _Reading(figure, cue, subject, date)
            yield _draft(ctx, last), stretch.sentence.title


def _draft(ctx: Context, reading: _Reading) -> Draft:
    figure, cue = reading.figure, reading.cue
    money = figure.currency or (figure.lent if cue.measure in _LENT and not figure.noun and figure.scaled else "")
    unit = money or ("percent" if figure.percent else figure.noun or _UNITS.get(cue.measure, ""))
    return ctx.draft(
        "metric",
        figure.stretch.sentence,
        subject=reading.subject.name,
        measure=cue.measure,
        value=-abs(figure.value) if cue.sign < 0 else figure.value,
        high=figure.high,
        unit=unit,
        date=reading.date,
        approximate=figure.approximate or None,
    )


KIND = Kind(
    name="metric",
    identity=("subject", "measure", "value"),
    slots=("unit", "date"),
    extract=extract,
    merge=("date",),
)
