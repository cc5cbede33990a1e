"""Which of some companies is worth more, raised more, sells more or employs more: computed from the facts shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.answers.amounts import UNSURE, comparable, distinct
from bot.answers.asked.narrowing import Narrowing
from bot.answers.asked.question import Clause
from bot.answers.cards import Card
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.legs.rounds_compared import ROUNDS, round_asked
from bot.answers.legs.two_sides import by_measure
from bot.answers.lines import citations_of, event_line
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

_PRICED = r"\b(?:cheaper|cheapest|dearer|pricier|(?:more|less|most|least) expensive|prices?|costs?)\b"
_MORE = (
    r"(?:more|most|highest|higher|bigger|biggest|larger|largest|better funded|cheaper|cheapest|less|vs\.?|versus|than)"
)
_MEASURES: tuple[tuple[Pattern, str], ...] = tuple((Pattern(said), measure) for said, measure in (
    (_PRICED, "price"),
    (r"\b(?:worth|valu(?:ed|able|ations?))\b", "valuation"),
    (r"\b(?:rais(?:ed?|ing)|funded|funding)\b", "raised"),
    (r"\b(?:revenues?|turnover|(?:by|in) sales|sales figures)\b", "revenue"),
    (r"\b(?:employees|staff|people|headcount|employs?)\b", "employees"),
    (r"\b(?:sells?|sold|ships?|shipped|deliver(?:s|ed)?|units)\b", "units"),
    (r"\b(?:bigger|larger|biggest|largest)\b", ""),
))  # fmt: skip
_ASKED = Pattern(
    rf"\b(?:which|who(?:se)?|what|is|are|does|do|did|has|have)\b.*\b{_MORE}(?!\w)|<\d+>.*\b(?:vs\.?|versus)(?!\w).*<\d+>|"
    rf"\b{_MORE}\b.*<\d+> (?:or|and) |\bcompar(?:e|ed|ing|ison)\b.*<\d+>.*<\d+>|<\d+> compared (?:to|with) <\d+>|"
    rf"<\d+>.*\b{_MORE} than\b.*<\d+>|"
    r"<\d+>[^?<]{0,40} (?:or|and) [^?<]{0,20}<\d+>.*\b(?:more|most|cheaper|cheapest|bigger|larger|higher)\b"
)
_ANY = ("valuation", "revenue", "employees")
"""By what one is bigger, where the question does not say: the first that is told of all."""
_SAID = {
    "round": "raised more in the round asked about, by what is told here",
    "valuation": "is worth more, by what is told here",
    "raised": "raised more in the rounds told here",
    "revenue": "has more revenue, by what is told here",
    "employees": "has more employees, by what is told here",
    "units": "delivered more, by what is told here",
    "price": "is cheaper, by what is told here",
}
_NO = Pattern(
    r"\b(?:market|why|(?<!<)when|where|how|older|younger|faster|forecasts?|target price|(?:share|stock) price|per|"
    r"rent\w*|leas\w+|month\w*|hour\w*)\b"
)
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
    others: tuple[float, ...] = ()
    """All prices that are told of it."""


def verdict(desk: Desk, clause: Clause) -> Found | None:
    """The verdict with the facts it rests on; None where a side is not told, or something else is asked."""
    if (measured := by_measure(desk, clause)) is not None:
        return measured
    shape = clause.shape
    houses = list(dict.fromkeys(clause.names[i].ids for i in clause.asked_about))
    if not _FEWEST <= len(houses) <= _MOST or clause.pronoun or clause.unknown or clause.tellers:
        return None
    if not _ASKED.search(shape) or _NO.search(shape):
        return None
    measure = next((measure for said, measure in _MEASURES if said.search(shape)), None)
    if measure is None or not all(_is_house(desk, ids) or measure == "price" for ids in houses):
        return None
    if measure in ("", "raised") and ROUNDS.search(shape):
        measure = "round"
    for one in (measure,) if measure else _ANY:
        sides = _rounds(desk, clause, houses) if one == "round" else _sides(desk, houses, one, clause.narrow)
        if len(sides) == len(houses) and _may_be_compared(sides, one):
            card = Card(desk.facts.name(clause.ids[0]), [_line(sides, one)])
            card.events = [told for side in sides for told in side.events]
            card.lines += [event_line(told) for told in card.events]
            return Found(clause, tuple(card.events), (), clause.ids, rule=RANKED, card=card)
    return None


def _is_house(desk: Desk, ids: Ids) -> bool:
    return not is_place(ids) and any(desk.facts.kind(i) == "org" for i in ids)


def _may_be_compared(sides: list[_Side], measure: str) -> bool:
    """Whether numbers of things are of one year: shipments of a quarter are not held against those of a year; and
    whether prices leave no doubt."""
    if measure == "price":  # of several prices of one, all must be less than those of the other
        first, second = sorted(sides, key=lambda side: side.figure)[:2]
        return max(first.others) < min(second.others)
    return measure != "units" or len({side.period for side in sides}) == 1


def _rounds(desk: Desk, clause: Clause, houses: list[Ids]) -> list[_Side]:
    """What each company raised in the round that stands with its name."""
    sides = []
    for ids in houses:
        told = round_asked(desk, clause, ids)
        amount = told.event.best("amount") if told is not None else None
        if told is None or not isinstance(amount, Money) or (value := to_usd(amount)) is None:
            return []
        name, day = told.event.best("round"), forms().when(told.date) if told.date else ""
        how = ", ".join(filter(None, (name if isinstance(name, str) else "", day)))
        written = forms().money(amount) + (f" ({how})" if how else "")
        sides.append(_Side(_name(desk, ids), value, written, (told,)))
    return sides


def _name(desk: Desk, ids: Ids) -> str:
    return desk.facts.name(min(ids, key=lambda one: (desk.facts.kind(one) != "org", one)))


def _sides(desk: Desk, houses: list[Ids], measure: str, narrow: Narrowing) -> list[_Side]:
    """What is told of each company, by what is sure of all of them, else with what is only talked of."""
    for surely in (True, False):
        sides = [side for ids in houses if (side := _side(desk, ids, measure, narrow, surely)) is not None]
        if len(sides) == len(houses):
            return sides
    return []


def _side(desk: Desk, ids: Ids, measure: str, narrow: Narrowing, surely: bool) -> _Side | None:
    """What is told of one company by a measure; None where nothing is. `surely`: not what is only talked of."""
    name, when = _name(desk, ids), narrow.when
    if measure == "price":
        return _priced(desk, ids, name)
    if measure == "raised":
        return _raised(desk, ids, name, when)
    kinds = ("funding", "metric") if measure == "valuation" else ("metric",)
    slots = ("valuation", "value") if measure == "valuation" else ("value",)
    query = Query(
        kinds, (Part(("company", "subject"), ids),), needs=slots, measures=(measure,), when=when, limit=20,
        counted=measure in ("employees", "units"),
    )  # fmt: skip
    met = [told for told in desk.lookup.run(query) if told.event.best("status") != "denied"]
    if not met and narrow.as_said:  # "last year" of an article that does not say which year that is
        undated = (told for told in desk.lookup.run(replace(query, when=None)) if told.date is None)
        met = [t for t in undated if all(narrow.as_said in s.quote.casefold() for s in t.statements)]
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
    """Whether a value is told as one that is, and not as one that is talked of: what is told last counts."""
    last = max(told.statements, key=lambda one: one.citation.published, default=None)
    return told.event.best("status") not in UNSURE and (last is None or not _TALKS.search(last.quote))


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


def _priced(desk: Desk, ids: Ids, name: str) -> _Side | None:
    """What one of something costs to buy, the newest price first."""
    query = Query(("price",), (Part(("product", "maker"), ids),), needs=("amount",), paid="once", limit=20)
    told = [(money, one) for one in desk.lookup.run(query) if isinstance(money := one.event.best("amount"), Money)]
    prices = [(value, money, one) for money, one in told if (value := to_usd(money)) is not None]
    if not prices or len(prices) < len(told):
        return None
    value, money, one = max(prices, key=lambda row: (_day(row[2]), row[2].said_last))
    return _Side(name, value, forms().money(money), (one,), others=tuple(price for price, _, _ in prices))


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
    ranked = sorted(sides, key=lambda side: side.figure if measure == "price" else -side.figure)
    first, second = ranked[0], ranked[1]
    others = "; ".join(f"{side.name}: {side.written}" for side in ranked[1:])
    if abs(first.figure - second.figure) <= _ALIKE * first.figure:
        text = f"About the same, by what is told here: {first.name}: {first.written}; {others}"
    else:
        said = _SAID[measure]
        if len(sides) > _FEWEST:
            said = said.replace("more", "most").replace("cheaper", "cheapest")
        text = f"{first.name} {said}: {first.written}; {others}"
    cited = tuple(one for side in ranked for told in side.events[:1] for one in citations_of(told)[:1])
    return Line(text, tuple(dict.fromkeys(cited)))
