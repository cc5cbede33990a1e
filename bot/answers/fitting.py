"""Whether an event is what a query asks for, by what is told of it alone."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.answers.ordering import figure_of, is_currency
from bot.answers.query import Query
from bot.answers.view import leaders
from bot.grammar.patterns import Pattern
from bot.grammar.rounds import find_rounds
from bot.model.event import Event
from bot.model.money import Money
from bot.model.rounds import round_key
from bot.model.when import When
from bot.store.query import bounds
from bot.store.read import StoredEvent

_PERCENT = Pattern(r"\d\s*(?:%|％|per ?cent\b|percent\b)|百分之", re.I)
_NUMBER = Pattern(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?)\b", re.I)
_OF_A_MARKET = Pattern(
    r"\b(?:segment|market|industry|sector|category)(?: \w+){0,2} (?:is|was|were|are|will be) (?:\w+ ){0,2}"
    r"(?:worth|valued)\b",
    re.I,
)
"""What is worth so much is no company."""
_HUMANOID = "humanoid"
_OTHER_GOODS = Pattern(
    r"\b(?:arms?|vehicles?|hands?|screws?|parts?|joints?|actuators?|reducers?|carriers?|dogs?|quadrupeds?|drones?|"
    r"industrial|mobile|cobots?|cleaning|mowers?|trucks?|sensors?|sets? of)\b",
    re.I,
)
"""Units of something else than humanoids."""
_LONG_HELD = 6
"""Years before its end in which a post may well have been held."""
_MOST_RAISED = 1e11
_LEAST_MARKET = 100_000.0
_SHORT_LINE = 120
"""Letters of a line that may be nothing but a name with a post."""
STATES = {"made": ("completed", "announced"), "planned": ("announced", "rumored")}


def is_round(told: StoredEvent, name: str) -> bool:
    return any(
        v.slot == "round" and isinstance(v.value, str) and is_same_round(v.value, name) for v in told.event.values
    )


@lru_cache(maxsize=4096)
def is_same_round(told: str, name: str) -> bool:
    """Whether words that tell a round mean the one of a name."""
    return round_key(name) in (round_key(told), *(round_key(mention.round) for mention in find_rounds(told)))


def title_of(event: Event) -> str:
    title = event.best("title")
    return title if isinstance(title, str) else ""


def as_written(told: StoredEvent) -> str:
    """The short lines that tell of a post without naming it apart: "Jo Roe — CEO, Acme"."""
    return " ".join(s.quote for s in told.statements if len(s.quote) <= _SHORT_LINE)


def says(told: StoredEvent, need: str) -> bool:
    if need == "%":
        return any(_PERCENT.search(s.quote) for s in told.statements)
    if need == "#":
        return any(_NUMBER.search(s.quote) for s in told.statements)
    if need == "date" and told.kind == "role":
        need = "start"
    return any(v.slot == need and v.rank != "deprecated" for v in told.event.values)


def was_in_state(told: StoredEvent, query: Query) -> bool:
    """Whether an article told the event in this state, and in the period if one is asked for."""
    if query.status == "made" and told.kind == "ipo" and (told.event.best("status") or "completed") != "completed":
        return False  # a listing that is announced is still to come
    if query.status in STATES:
        return (told.event.best("status") or "completed") in STATES[query.status] and (
            query.when is None or happened_in(told, query.when)
        )
    if query.status == "rumored" and query.when is None and told.event.best("status") != "rumored":
        return False  # what came of the talks is known
    for statement in told.statements:
        if (statement.slots.get("status") or "completed") != query.status:
            continue
        if query.when is None:
            return True
        first, last = bounds(query.when)
        told_on = statement.citation.published
        dated = statement.slots.get("date")
        if isinstance(dated, When) and dated.start.isoformat() <= last and dated.end.isoformat() >= first:
            return True
        if told_on and first[: len(told_on)] <= told_on <= last:
            return True
    return False


def happened_in(told: StoredEvent, when: When) -> bool:
    """Whether something happened in a period; what has no date counts by the day it was first told."""
    first, last = bounds(when)
    if told.date is None:
        return first[: len(told.said_first)] <= told.said_first <= last
    return told.date.start.isoformat() <= last and told.date.end.isoformat() >= first


def held_in(told: StoredEvent, when: When, needs: tuple[str, ...]) -> bool:
    """Whether a post was held in a period, or began or ended in it where that is needed; one without dates by when
    it was told.
    """
    start, end = told.event.best("start"), told.event.best("end")
    first, last = bounds(when)
    for slot, value in (("start", start), ("end", end)):
        if needs == (slot,):
            return isinstance(value, When) and value.start.isoformat() <= last and value.end.isoformat() >= first
    if not isinstance(start, When) and not isinstance(end, When):
        return first <= told.said_first <= last
    if isinstance(start, When):
        began = start.start.isoformat()
    else:  # of a post that is only known to have ended nobody knows how long it was held
        assert isinstance(end, When)
        began = f"{end.start.year - _LONG_HELD:04d}"
    ended = end.end.isoformat() if isinstance(end, When) else "9"
    return began <= last and ended >= first


def ranked(found: list[StoredEvent], query: Query) -> list[StoredEvent]:
    """By the figure that was asked for; what has none is left out where a slot was named."""
    figures = [(figure_of(told, query.by), told) for told in found if told.event.best("status") != "denied"]
    up = query.order == "smallest"
    known = sorted(((f, t) for f, t in figures if f is not None), key=lambda row: row[0] if up else -row[0])
    return [t for _, t in known] + ([] if query.by else [t for f, t in figures if f is None])


def has_lead(told: StoredEvent, query: Query) -> bool:
    leads = leaders(told)
    asked = [part.ids for part in query.parts if part.slots == ("investors",)]
    return bool(leads & asked[0]) if asked else bool(leads)


def counts_other_goods(told: StoredEvent, query: Query) -> bool:
    """Whether a number is of arms or carts where humanoids are asked for."""
    asked = query.measures == ("units",) and _HUMANOID in query.topic
    return asked and bool(_OTHER_GOODS.search(str(told.event.best("unit"))))


def is_told_in(told: StoredEvent, currency: str) -> bool:
    """Whether the sum of a deal is told in a currency."""
    amount = told.event.best("amount")
    return isinstance(amount, Money) and amount.currency == currency


def is_absurd(told: StoredEvent) -> bool:
    """Whether the price of one machine was read as the size of a market, or a number as a sum that nobody raises."""
    if told.kind == "funding":
        return told.usd is not None and told.usd > _MOST_RAISED
    if told.event.best("measure") == "valuation":
        return any(_OF_A_MARKET.search(s.quote) for s in told.statements)
    if told.event.best("measure") != "market_size" or not is_currency(told.event.best("unit")):
        return False
    figure = figure_of(told, ("value",))
    return figure is not None and figure < _LEAST_MARKET
