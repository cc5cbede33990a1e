"""An event as one row: every slot by its best value, what articles tell otherwise, and every sentence behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from bot.answers.known import known_by
from bot.answers.lines import event_line
from bot.answers.phrases import phrase
from bot.answers.tables.columns import COLUMNS
from bot.answers.text import one_line
from bot.answers.view import View
from bot.locales import English, speaking
from bot.model.money import Money
from bot.model.statement import Investor, SlotValue
from bot.model.when import When
from bot.store.read import StoredEvent

Cell = str | float | int | bool | list[str] | None
Row = dict[str, Cell]

_ENGLISH = English()


def as_known(told: Iterable[StoredEvent], day: date | None) -> Iterator[StoredEvent]:
    """The events as the articles until a day tell them; all of them as they are where no day is given."""
    for event in told:
        known = event if day is None else known_by(event, day)
        if known is not None:
            yield known


def row(told: StoredEvent) -> Row:
    """The cells of an event by the names of all columns, empty ones as None; texts hold no unseen characters."""
    view = View(told, _ENGLISH)
    cells: Row = dict.fromkeys(column.name for column in COLUMNS)
    cells |= {"event": told.id, "kind": told.kind, "fact": one_line(phrase(view))}
    for slot in dict.fromkeys(value.slot for value in told.event.values):
        value = told.event.best(slot)
        if value is not None:
            cells |= _cells(view, slot, value)
    cells["conflicts"] = _conflicts(told) or None
    said = [s for s in told.statements if s.citation.published]
    if said:
        cells["told_first"] = said[0].citation.published
        cells["told_last"] = max(s.citation.published for s in said)
    return cells | _cited(told)


def _cells(view: View, slot: str, value: SlotValue) -> Row:
    if isinstance(value, When):
        return _period(value) if slot == "date" else {slot: _written(value)}
    if isinstance(value, Money):
        made: Row = {slot: _plain(value.value), f"{slot}_currency": value.currency}
        made[f"{slot}_high"] = None if value.high is None else _plain(value.high)
        return made | {f"{slot}_approximate": value.approximate}
    if isinstance(value, bool):
        return {slot: value}
    if isinstance(value, float | int):
        return {slot: _plain(value)}
    if isinstance(value, str):
        return {slot: one_line(view.printed(slot, value))}
    names = [one_line(name) for name in view.names(slot)]
    leads = [one_line(view.told.name(one.name)) for one in value if isinstance(one, Investor) and one.lead]
    return {slot: names, "lead_investors": leads or None} if slot == "investors" else {slot: names}


def _period(when: When) -> Row:
    """A date as exact as it was told, with the first and the last day that it may be."""
    bound = {"after": "since", "before": "by"}.get(when.open, "about" if when.approximate else "")
    return {
        "date": _written(when),
        "date_first": None if when.open == "before" else when.start.isoformat(),
        "date_last": None if when.open == "after" else when.end.isoformat(),
        "date_precision": when.precision,
        "date_bound": bound or None,
    }


def _written(when: When) -> str:
    """`2025-09-08`, `2025-09`, `2025-Q3`, `2025-H2`, `2025`, `2020s`; a span by its first and last day."""
    if when.precision == "quarter":
        return f"{when.start.year:04d}-Q{(when.start.month + 2) // 3}"
    if when.precision == "half":
        return f"{when.start.year:04d}-H{1 if when.start.month == 1 else 2}"
    if when.precision == "decade":
        return f"{when.start.year:04d}s"
    return f"{when.start.isoformat()}/{when.end.isoformat()}" if when.precision == "span" else when.iso()


def _conflicts(told: StoredEvent) -> list[str]:
    """ "another article gives the amount as $112 million (c-follow-up.md)"."""
    with speaking("en"):
        notes = event_line(told).notes
    return [one_line(f"{note.text} ({', '.join(dict.fromkeys(c.source for c in note.citations))})") for note in notes]


def _cited(told: StoredEvent) -> Row:
    """Every sentence once, in the order in which the articles were published."""
    cited = list(dict.fromkeys(s.citation for s in told.statements))
    return {
        "quote": [one_line(c.quote) for c in cited],
        "article": [one_line(c.source) for c in cited],
        "title_of_article": [one_line(c.title) for c in cited],
        "publisher": [one_line(c.publisher) for c in cited],
        "published": [c.published for c in cited],
        "url": [one_line(c.url) for c in cited],
    }


def _plain(number: float) -> float | int:
    return int(number) if float(number).is_integer() else number
