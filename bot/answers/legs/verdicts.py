"""Which of some companies is worth more, raised more, sells more or employs more: computed from the facts shown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answers.amounts import UNSURE, comparable, distinct
from bot.answers.asked.question import Clause
from bot.answers.cards import Card
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.lines import event_line
from bot.answers.ordering import figure_of, is_currency
from bot.answers.query import Ids, Part, Query
from bot.answers.sentences.markets.rankings import RANKED
from bot.answers.view import View
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.grammar.rates import to_usd
from bot.locales import forms
from bot.model.answer import Line
from bot.model.money import Money
from bot.model.when import When
from bot.store.read import StoredEvent

_MORE = r"(?:more|most|highest|higher|bigger|biggest|larger|largest|better funded|vs\.?|versus|than)"
_MEASURES: tuple[tuple[Pattern, str], ...] = tuple((Pattern(said), measure) for said, measure in (
    (r"\b(?:worth|valu(?:ed|able|ations?))\b", "valuation"),
    (r"\b(?:rais(?:ed?|ing)|funded|funding)\b", "raised"),
    (r"\b(?:revenues?|turnover|(?:by|in) sales|sales figures)\b", "revenue"),
    (r"\b(?:employees|staff|people|headcount|employs?)\b", "employees"),
    (r"\b(?:sells?|sold|ships?|shipped|deliver(?:s|ed)?|units)\b", "units"),
    (r"\b(?:bigger|larger|biggest|largest)\b", ""),
))  # fmt: skip
_ASKED = Pattern(
    rf"\b(?:which|who|what|is|are|does|do|did|has|have)\b.*\b{_MORE}(?!\w)|<\d+>.*\b(?:vs\.?|versus)(?!\w).*<\d+>|"
    rf"\b{_MORE}\b.*<\d+> (?:or|and) "
)
_ANY = ("valuation", "revenue", "employees")
"""By what one is bigger, where the question does not say: the first that is told of all."""
_SAID = {
    "valuation": "is worth more, by what is told here",
    "raised": "raised more in the rounds told here",
    "revenue": "has more revenue, by what is told here",
    "employees": "has more employees, by what is told here",
    "units": "delivered more, by what is told here",
}
_NO = Pattern(r"\b(?:market|why|when|where|how|older|younger|cheaper|price|prices|costs?|faster|forecasts?)\b")
_TALKS = Pattern(
    r"\b(?:in talks|(?:could|would|may|might) (?:be )?valu\w+|discuss\w*|seek(?:s|ing)|said to be|weigh(?:s|ing)|"
    r"negotiat\w+|consider(?:s|ing)|rumou?r\w*)\b",
    re.I,
)
_FEWEST, _MOST = 2, 4
_ALIKE = 0.02


@dataclass(frozen=True, slots=True)
class _Side:
    """What is told of one company: the figure to compare by, how it is written with its date, and the facts."""

    name: str
    figure: float
    written: str
    events: tuple[StoredEvent, ...]
    period: str = ""


def verdict(desk: Desk, clause: Clause) -> Found | None:
    """The verdict with the facts it rests on; None where a side is not told, or something else is asked."""
    shape = clause.shape
    houses = list(dict.fromkeys(clause.names[i].ids for i in clause.asked_about))
    if not _FEWEST <= len(houses) <= _MOST or clause.pronoun or clause.unknown or clause.tellers:
        return None
    if not _ASKED.search(shape) or _NO.search(shape) or not all(_is_house(desk, ids) for ids in houses):
        return None
    measure = next((measure for said, measure in _MEASURES if said.search(shape)), None)
    if measure is None:
        return None
    for one in (measure,) if measure else _ANY:
        sides = _sides(desk, houses, one, clause.narrow.when)
        if len(sides) == len(houses) and _may_be_compared(sides, one):
            card = Card(desk.facts.name(clause.ids[0]), [_line(sides, one)])
            card.events = [told for side in sides for told in side.events]
            card.lines += [event_line(told) for told in card.events]
            return Found(clause, tuple(card.events), (), clause.ids, rule=RANKED, card=card)
    return None


def _is_house(desk: Desk, ids: Ids) -> bool:
    return not is_place(ids) and any(desk.facts.kind(i) == "org" for i in ids)


def _may_be_compared(sides: list[_Side], measure: str) -> bool:
    """Whether numbers of things are of one year: shipments of a quarter are not held against those of a year."""
    return measure != "units" or len({side.period for side in sides}) == 1


def _sides(desk: Desk, houses: list[Ids], measure: str, when: When | None) -> list[_Side]:
    """What is told of each company, by what is sure of all of them, else with what is only talked of."""
    for surely in (True, False):
        sides = [side for ids in houses if (side := _side(desk, ids, measure, when, surely)) is not None]
        if len(sides) == len(houses):
            return sides
    return []


def _side(desk: Desk, ids: Ids, measure: str, when: When | None, surely: bool) -> _Side | None:
    """What is told of one company by a measure; None where nothing is. `surely`: not what is only talked of."""
    name = desk.facts.name(next(i for i in sorted(ids) if desk.facts.kind(i) == "org"))
    if measure == "raised":
        return _raised(desk, ids, name, when)
    kinds = ("funding", "metric") if measure == "valuation" else ("metric",)
    slots = ("valuation", "value") if measure == "valuation" else ("value",)
    query = Query(
        kinds, (Part(("company", "subject"), ids),), needs=slots, measures=(measure,), when=when, limit=20,
        counted=measure in ("employees", "units"),
    )  # fmt: skip
    met = [told for told in desk.lookup.run(query) if told.event.best("status") != "denied"]
    told = [(figure, one) for one in met if (figure := figure_of(one, slots)) is not None and not _is_ahead(one)]
    if measure == "revenue":  # a quarter is not held against a year
        told = [row for row in told if is_currency(row[1].event.best("unit")) and _is_of_year(row[1])]
    if not told:
        return None
    told.sort(key=lambda row: (_day(row[1]), row[1].said_last, row[0]), reverse=True)
    newest = told[0][1]
    figure, one = next((row for row in told if not surely or _is_sure(row[1])), (0.0, newest))
    if not figure:
        return None
    written = _written(one, measure)
    if newest is not one and measure == "valuation":
        written += f", besides {_written(newest, measure)}"
    period = str(one.date.start.year) if one.date else one.said_last
    return _Side(name, figure, written, (one,), period)


def _is_sure(told: StoredEvent) -> bool:
    """Whether a value is told as one that is, and not as one that is talked of."""
    return told.event.best("status") not in UNSURE and not any(_TALKS.search(s.quote) for s in told.statements)


def _raised(desk: Desk, ids: Ids, name: str, when: When | None) -> _Side | None:
    """What the rounds of a company add up to, those that are only rumoured left out."""
    query = Query(("funding",), (Part(("company",), ids),), needs=("amount",), when=when, status="made", limit=30)
    rounds = desk.lookup.run(query)
    by_currency: list[tuple[StoredEvent, Money]] = []
    for code in {m.currency for one in rounds if isinstance(m := one.event.best("amount"), Money)}:
        by_currency += comparable(rounds, code).drawn
    kept = distinct(by_currency)
    dollars = [to_usd(money) for _, money in kept]
    if not kept or None in dollars:
        return None
    total = sum(value for value in dollars if value is not None)
    about = Money(float(f"{total:.3g}"), "USD", any(money.currency != "USD" for _, money in kept))
    written = f"{forms().money(about)} in {len(kept)} round{'s' if len(kept) > 1 else ''}"
    return _Side(name, total, written, tuple(one for one, _ in kept))


def _is_ahead(told: StoredEvent) -> bool:
    """Whether a figure is what is expected, and not what is."""
    return View(told).is_ahead()


def _day(told: StoredEvent) -> str:
    return told.date.end.isoformat() if told.date else told.said_last


def _told_on(told: StoredEvent) -> str:
    return f"article of {forms().when(When.from_iso(told.said_last))}" if told.said_last else ""


def _is_of_year(told: StoredEvent) -> bool:
    return told.date is not None and told.date.precision == "year" and not told.date.open


def _written(told: StoredEvent, measure: str) -> str:
    """A figure with its date, or else that of the article."""
    view = View(told)
    of_round = measure == "valuation" and told.kind == "funding"
    shown = view.text("valuation") if of_round else view.quantity()
    day = forms().when(told.date) if told.date else _told_on(told)
    told_how = ", ".join(filter(None, ("" if _is_sure(told) else "only talked of", day)))
    return f"{shown} ({told_how})" if told_how else shown


def _line(sides: list[_Side], measure: str) -> Line:
    """The verdict in one line, with what each side is told to be."""
    ranked = sorted(sides, key=lambda side: -side.figure)
    first, second = ranked[0], ranked[1]
    others = "; ".join(f"{side.name}: {side.written}" for side in ranked[1:])
    if first.figure - second.figure <= _ALIKE * first.figure:
        text = f"About the same, by what is told here: {first.name}: {first.written}; {others}"
    else:
        said = _SAID[measure] if len(sides) == _FEWEST else _SAID[measure].replace("more", "most")
        text = f"{first.name} {said}: {first.written}; {others}"
    cited = tuple(told.statements[0].citation for side in ranked for told in side.events[:1])
    return Line(text, tuple(dict.fromkeys(cited)))
