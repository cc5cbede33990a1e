"""`/timeline chart`: what happened to an entity or in a period, to scale, above the same facts in lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answers.asked.question import Clause
from bot.answers.decline import decline
from bot.answers.desk import Desk
from bot.answers.kinds import EVENTS
from bot.answers.lines import event_line
from bot.answers.picturing import brief, not_drawn, pictured, written
from bot.answers.query import Query
from bot.charts.spec import MOST_MOMENTS, Moment, Timeline
from bot.model.answer import Answer
from bot.store.read import StoredEvent

_LANE = {
    "founding": "Foundings", "funding": "Funding", "acquisition": "Acquisitions", "ipo": "Listings",
    "launch": "Products", "price": "Products", "deployment": "In use", "partnership": "Partnerships",
    "role": "People", "education": "People",
}  # fmt: skip
_FAR = 0.7
"""The share of the whole time that one event at an end may take before it is left off the scale."""
_YEARS_AWAY = 10 * 365
_BROAD = "A long mark: only the year, quarter or month is told."


def with_timeline(desk: Desk, answer: Answer, title: str, told: Sequence[StoredEvent]) -> Answer:
    """`answer` with a picture of those of its events that are dated; a line says where none is."""
    dated = sorted((one for one in told if one.date is not None and not _bare(one)), key=_order)
    if not dated:
        hint = "There is no picture: nothing of this is dated."
        return replace(answer, hints=(*answer.hints, hint))
    shown, far = on_scale(dated[:MOST_MOMENTS])
    notes = [f"{_when(one)}, off the scale: {brief(desk.facts, one)}." for one in far]
    if any(one.date and one.date.precision != "day" for one in shown):
        notes.append(_BROAD)
    undated = sum(one.date is None for one in told)
    bare = len(told) - undated - len(dated)
    left = [f"{undated} without a date"] if undated else []
    notes += not_drawn([*left, *([f"{bare} mere figures"] if bare else [])])
    moments = tuple(
        Moment(
            _LANE.get(one.kind, "Figures, plans"),
            one.date.start.isoformat(),
            one.date.end.isoformat(),
            _when(one),
            brief(desk.facts, one),
        )
        for one in shown
        if one.date is not None
    )
    return pictured(answer, Timeline(title, "", moments, tuple(notes)))


def period_timeline(desk: Desk, clause: Clause) -> Answer:
    """The weightiest events of a period, whomever they are about."""
    when, month = clause.narrow.when, clause.narrow.month
    told = desk.lookup.run(Query(EVENTS, when=when, month=month, order="oldest", limit=2000))
    dated = [one for one in told if one.date is not None]
    period = written().when(when) if when else f"{date(2000, month, 1):%B} of any year"
    if not dated:
        return decline(desk.facts, f"Nothing dated is known of {period}.")
    ranked = sorted(dated, key=lambda one: (-_weight(one), one.id))[:MOST_MOMENTS]
    shown = sorted(ranked, key=_order)
    more = len(dated) - len(shown)
    title = f"Timeline: {period}" + (f" ({more} more not shown)" if more else "")
    answer = Answer(True, title, tuple(event_line(one) for one in shown))
    return with_timeline(desk, answer, f"Timeline: {period}", shown)


def _bare(told: StoredEvent) -> bool:
    """A figure of no known measure: "Quillon: 30%" tells nothing without its sentence, which stands in the lines."""
    return told.kind == "metric" and told.event.best("measure") in (None, "other")


def _weight(told: StoredEvent) -> float:
    """Large sums first, then what several articles tell."""
    return (told.usd or 0.0) / 1e6 + 20.0 * len({s.article for s in told.statements})


def on_scale(dated: list[StoredEvent]) -> tuple[list[StoredEvent], list[StoredEvent]]:
    """The events without one at either end that would squeeze all others together, and those left off."""
    shown, far = list(dated), []
    while len(shown) > 3:
        days = [one.date.start.toordinal() for one in shown if one.date]
        most = max(_FAR * (days[-1] - days[0]), _YEARS_AWAY)
        if days[1] - days[0] > most:
            far.append(shown.pop(0))
        elif days[-1] - days[-2] > most:
            far.append(shown.pop())
        else:
            break
    return shown, sorted(far, key=_order)


def _order(told: StoredEvent) -> tuple[str, str, str]:
    assert told.date is not None
    return told.date.start.isoformat(), told.date.end.isoformat(), told.id


def _when(told: StoredEvent) -> str:
    return written().when(told.date) if told.date else ""
