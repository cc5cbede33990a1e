"""`/deal chart`: rounds by month, by size, and what a company raised, as a picture above the same facts in lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answers.amounts import DISPUTED, ONE_ROUND, Sums, comparable, disputed, distinct, total
from bot.answers.desk import Desk
from bot.answers.lines import event_line
from bot.answers.picturing import Wish, currency_name, latin, name_of, not_drawn, pictured, unit_of, written
from bot.answers.query import Ids, Part, Query
from bot.answers.view import View, ids_by_slot
from bot.charts.spec import MOST_BARS, MOST_COLUMNS, Bar, Bars, Column, Columns
from bot.model.answer import Answer, Line
from bot.model.money import Money
from bot.model.when import When
from bot.store.read import StoredEvent

_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_STATED = 2
"""Totals stated by articles that are drawn beside the sum."""
Pair = tuple[StoredEvent, Money]


def deal_chart(desk: Desk, groups: Sequence[Ids], told: Sequence[StoredEvent], wish: Wish, answer: Answer) -> Answer:
    """`answer` with a picture of the deals; its lines become those of what is drawn. As it is where nothing can be."""
    rounds = [one for one in told if one.kind == "funding"]
    sums = comparable(rounds or told, wish.currency)
    if not sums.drawn:
        wanted = f" in {currency_name(wish.currency)}" if wish.currency else ""
        return replace(answer, hints=(*answer.hints, f"There is no picture: none of these sums is told{wanted}."))
    raised = [p for p in sums.drawn if groups and groups[0] & ids_by_slot(p[0]).get("company", frozenset())]
    if wish.by in _MONTHS or (not wish.by and not groups and _dated(sums.drawn)):
        return _by_time(desk, sums, wish.by or "month", answer)
    if raised and wish.by in ("", "total"):
        others = len(sums.drawn) - len(raised)
        left = (*sums.left, f"{others} that it invested in") if others else sums.left
        return _raised(desk, groups[0], replace(sums, drawn=tuple(raised), left=left), answer)
    return _by_size(desk, groups, sums, answer)


def _dated(pairs: Sequence[Pair]) -> bool:
    return any(one.date is not None for one, _ in pairs)


def _by_size(desk: Desk, groups: Sequence[Ids], sums: Sums, answer: Answer) -> Answer:
    ranked = sorted(sums.drawn, key=lambda pair: (-pair[1].value, pair[0].id))
    shown, smaller = ranked[:MOST_BARS], len(ranked) - MOST_BARS
    left = (*sums.left, *([f"{smaller} smaller ones"] if smaller > 0 else []))
    notes = (*_starred(shown), *(["Whole sums, whoever paid which part of them."] if groups else []), *not_drawn(left))
    bars = tuple(Bar(_named(desk, one), money.value, _printed(one, money)) for one, money in shown)
    names = ", ".join(name_of(desk.facts, sorted(ids)[0]) for ids in groups)
    what = "Rounds" if all(one.kind == "funding" for one, _ in shown) else "Deals"
    chart = Bars(f"{what} by size" + (f": {names}" if names else ""), _subtitle(sums, shown), bars, notes)
    return pictured(_with_lines(answer, shown), chart)


def _raised(desk: Desk, ids: Ids, sums: Sums, answer: Answer) -> Answer:
    """Every round of a company in the order of time, their sum, and what articles state as its total."""
    ordered = sorted(sums.drawn, key=lambda pair: (pair[0].date is None, _day(pair[0]), pair[0].id))
    stated = [one for one in _stated(desk, ids) if one.event.best("unit") == sums.currency]
    most = MOST_BARS - 1 - len(stated)
    shown, older = ordered[-most:], len(ordered) - most
    left = (*sums.left, *([f"{older} older ones, which the sum leaves out"] if older > 0 else []))
    notes = [*_starred(shown)]
    several = len({i for one, _ in shown for i in ids_by_slot(one).get("company", ())}) > 1
    bars = [Bar(_named(desk, one, company=several), money.value, _printed(one, money)) for one, money in shown]
    counted = distinct(shown)
    if len(counted) > 1:
        sum_ = total([money for _, money in counted], sums.currency)
        bars.append(Bar(f"Sum of {len(counted)} rounds", sum_.value, written().money(sum_), "sum"))
    if 1 < len(counted) < len(shown):
        notes.append(ONE_ROUND)
    for one in stated:
        view = View(latin(desk.facts, one), written())
        value = one.event.best("value")
        when = view.text("date") or (f"said {_said(one)}" if one.said_first else "")
        if isinstance(value, float | int):
            bars.append(Bar(f"Stated as its total{f', {when}' if when else ''}", value, view.quantity(), "stated"))
    title = f"What {name_of(desk.facts, sorted(ids)[0])} raised"
    chart = Bars(title, _subtitle(sums, shown), tuple(bars), (*notes, *not_drawn(left)))
    return pictured(_with_lines(answer, shown, [event_line(one) for one in stated]), chart)


def _stated(desk: Desk, ids: Ids) -> list[StoredEvent]:
    return desk.lookup.run(Query(("metric",), (Part(("subject",), ids),), measures=("total_raised",)))[:_STATED]


def _by_time(desk: Desk, sums: Sums, by: str, answer: Answer) -> Answer:
    """Sums by month; in larger steps where there would be too many columns."""
    counted = distinct(sums.drawn)
    dated = sorted((pair for pair in counted if pair[0].date), key=lambda pair: (_day(pair[0]), pair[0].id))
    steps = [name for name in _MONTHS if _MONTHS[name] >= _MONTHS[by]]
    for name in steps:
        months = _MONTHS[name]
        placed = [(pair, at) for pair in dated if (at := _place(pair[0].date, months)) is not None]
        places = [at for _, at in placed]
        if placed and max(places) - min(places) < MOST_COLUMNS:
            break
    else:
        return _by_size(desk, (), sums, answer)
    shown = [pair for pair, _ in placed]
    values = dict.fromkeys(range(min(places), max(places) + 1), 0.0)
    for (_, money), at in placed:
        values[at] += money.value
    vague = len(counted) - len(shown)
    left = (*sums.left, *([f"{vague} whose {name} is not told"] if vague else []))
    notes = (
        *([DISPUTED] if any(disputed(one) for one, _ in shown) else []),
        *([ONE_ROUND] if len(counted) < len(sums.drawn) else []),
        *not_drawn(left),
    )
    columns = tuple(Column(*_label(at, months), value) for at, value in values.items())
    what = "Rounds" if all(one.kind == "funding" for one, _ in shown) else "Deals"
    chart = Columns(f"{what} by {name}", _subtitle(sums, shown), unit_of(sums.currency), columns, notes)
    return pictured(_with_lines(answer, shown), chart)


def _place(when: When | None, months: int) -> int | None:
    """Which month, quarter or year since year 0 a date lies in; None where it is not told that exactly."""
    if when is None or when.open:
        return None
    first, last = ((d.year * 12 + d.month - 1) // months for d in (when.start, when.end))
    return first if first == last else None


def _label(at: int, months: int) -> tuple[str, str]:
    year, month = divmod(at * months, 12)
    if months == 12:
        return str(year), ""
    return (f"Q{month // 3 + 1}" if months == 3 else f"{date(2000, month + 1, 1):%b}"), str(year)


def _named(desk: Desk, told: StoredEvent, company: bool = True) -> str:
    """ "Quillon Robotics · Series B, March 2025"."""
    view = View(latin(desk.facts, told), written())
    names = {"acquisition": ("buyer", "target")}.get(told.kind, ("company",)) if company else ()
    who = " buys ".join(view.text(slot) for slot in names if view.text(slot))
    what = ", ".join(part for part in (view.text("round"), view.text("date")) if part)
    return " · ".join(part for part in (who, what) if part) or "A round without a date"


def _said(told: StoredEvent) -> str:
    return written().when(When.from_iso(told.said_first))


def _printed(told: StoredEvent, money: Money) -> str:
    return written().money(money) + (" *" if disputed(told) else "")


def _subtitle(sums: Sums, shown: Sequence[Pair]) -> str:
    days = [one.date for one, _ in shown if one.date is not None]
    years = sorted({day.year for when in days for day in (when.start, when.end)})
    period = "" if not years else f", {years[0]}" if years[0] == years[-1] else f", {years[0]} to {years[-1]}"
    return f"{len(shown)} told in {currency_name(sums.currency)}{period}"


def _starred(shown: Sequence[Pair]) -> tuple[str, ...]:
    return (f"* {DISPUTED}",) if any(disputed(one) for one, _ in shown) else ()


def _day(told: StoredEvent) -> str:
    return told.date.start.isoformat() if told.date else ""


def _with_lines(answer: Answer, shown: Sequence[Pair], first: Sequence[Line] = ()) -> Answer:
    return replace(answer, lines=(*first, *(event_line(one) for one, _ in shown)))
