"""What is reckoned from the figures just told: the growth from one to the next, the step up from round to round, the
average and the sum of the rounds of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.followups.answer_before import FOLLOWS
from bot.answers.followups.fragments import CHANGE, GROWTH, fragment_of
from bot.answers.followups.of_the_list import every, owner
from bot.answers.found import Found
from bot.answers.legs.reckoned import come_to
from bot.answers.query import Query
from bot.answers.reckoning import Figure, figure_of, growth, sum_of
from bot.grammar.patterns import Pattern
from bot.model.answer import Line
from bot.model.when import When
from bot.store.read import StoredEvent

_STEP = Pattern(
    r"^(?:(?:and|so|but|then|ok) )*(?:how (?:much|big) (?:of )?(?:a|an|the|is the|was the) (?:step[ -]?up|jump|"
    r"increase|"
    r"rise|uplift|premium)(?: (?:is|was) (?:it|that|this))?|step[ -]?up|uplift|(?:is|was) (?:it|that|this) (?:a|"
    r"an) (?:up|"
    r"down)[ -]?round|(?:up|down)[ -]?round|(?:how many times|what multiple)(?: (?:is|was) (?:it|that|this))?)"
    r"(?: (?:on|over|from|of|to|vs|versus|compared (?:to|with)) (?:the |its |their )?(?:last|previous|earlier|"
    r"former|one|"
    r"round)(?: (?:one|round|time|before))*)?$"
)
_EARLIER = Pattern(
    r"^(?:(?:and|so|but|what about|how about) )*(?:(?:the|a) )?(?:year|quarter) (?:before|earlier)(?: that)?$"
)
_BEFORE = Pattern(
    r"^(?:(?:and|so|but|what about|what was|who was in|who led) )*(?:before(?: that| then)?|the (?:one|round|"
    r"time) before"
    r"(?: that)?|(?:the )?(?:previous|earlier) (?:one|round))$"
)
_AGAINST = Pattern(
    r"^(?:(?:and|so|but) )*(?:vs\.?|versus|against|compared (?:to|with)) (?P<when><when>|last year|before)$"
)
_AGAINST_NAME = Pattern(
    r"^(?:(?:and|so|but) )*(?:vs\.?|versus|against|compared (?:to|with)) (?:the )?<0>(?:'s)?(?: (?:one|round|"
    r"price|figure))?"
    r"[ ?.!]*$"
)
_REACHED = Pattern(
    r"^(?:(?:and|so|but|what is|what was|the|on) )*(?:(?P<mean>avg|average|mean)|(?P<median>median)|"
    r"(?P<sum>total|sum|"
    r"in total|altogether|combined|all together|in all))"
    r"(?: (?:size|sum|amount|round|one|of (?:them|those|these|all)|raised|ticket|check|cheque))*$"
)
_FORESEEN = Pattern(
    r"\b(?:estimat(?:e|es|ing)|expects?|expected|forecasts?|project(?:s|ed|ions?)|anticipat\w+|guid(?:es?|ance)|"
    r"targets?|plans?"
    r"|will (?:reach|be|come|rise|grow|hit)|would|could|aims?)\b",
    re.I,
)
"""A figure that is not reached yet: no growth is reckoned from it."""
_TURNS = 2
"""Answers back to a figure that is held against the last one."""
_EARLIER_TOLD = 24
_YEARS_TOLD = ("year", "quarter", "half", "month")


def told_figures(desk: Desk, clause: Clause) -> Found | None:
    """What a few words without a name ask of figures that facts just told; None where they ask anything else."""
    foci = desk.memory.foci
    if not foci or not foci[0].told or clause.names or clause.unknown:
        return None
    shape = clause.shape.strip(" ?.!,")
    against = _AGAINST.match(shape)
    if clause.narrow.given and not (against and clause.narrow.as_said == "last year"):
        return None
    reached = _REACHED.match(shape)
    if reached is not None:
        return _come_to(desk, foci[0], next(name for name, said in reached.groupdict().items() if said))
    if _BEFORE.match(shape):
        return _round_before(foci[0])
    step = bool(_STEP.match(shape))
    if not (step or against or _EARLIER.match(shape) or fragment_of(clause.shape) in (CHANGE, GROWTH)):
        return None
    pair = _of_a_year(desk, foci[0]) or (_of_rounds(foci) if step or fragment_of(clause.shape) is GROWTH else None)
    if pair is None:
        return None
    then, now = pair
    cited = tuple(dict.fromkeys(one.statements[0].citation for one in pair if one.statements))
    line = growth(_figure(then), _figure(now))
    lead = (Line(line, cited),) if line else ()
    return Found(foci[0].clause, (now, then), (), foci[0].answer, foci[0].query, FOLLOWS, lead=lead)


def held_against(clause: Clause, found: Found, foci: Sequence[Focus]) -> Found | None:
    """What the answer before told of the same kind, where a message holds another one's against it: "vs Acme?"."""
    if not foci or not _AGAINST_NAME.match(clause.shape) or not found.events:
        return None
    last, first = foci[0], found.events[0]
    same = [
        one for one in last.told if one.kind == first.kind and one.event.best("measure") == first.event.best("measure")
    ]
    told = {one.id for one in found.events}
    kept = tuple(one for one in same if one.id not in told)[:_TURNS]
    return Found(last.clause, kept, (), last.answer, last.query, FOLLOWS) if kept else None


def _come_to(desk: Desk, last: Focus, wanted: str) -> Found | None:
    """What the rounds of a list of several companies come to."""
    if len({owner(one) for one in last.told}) < _TURNS or any(one.kind != "funding" for one in last.told):
        return None
    return come_to(last.clause, every(desk, last), wanted)


def _of_a_year(desk: Desk, last: Focus) -> tuple[StoredEvent, StoredEvent] | None:
    """The newest figure told of a measure, after that of the same measure a year before it."""
    figures = [one for one in last.told if one.kind == "metric" and _is_sure(one)]
    if not figures:
        return None
    earlier = figures
    if isinstance(last.query, Query):
        query = replace(last.query, when=None, month=0, limit=_EARLIER_TOLD)
        earlier = [*figures, *(one for one in desk.lookup.run(query) if one.kind == "metric" and _is_sure(one))]
    newest = sorted(figures, key=_day, reverse=True)
    return next(((then, now) for now in newest for then in earlier if _is_of_year_before(then, now)), None)


def _is_sure(told: StoredEvent) -> bool:
    """Whether a fact tells one figure of one period."""
    periodic = told.date is not None and told.date.precision in _YEARS_TOLD and not told.date.open
    foreseen = any(_FORESEEN.search(statement.quote) for statement in told.statements)
    return periodic and not foreseen and _figure(told) is not None and told.event.best("high") is None


def _day(told: StoredEvent) -> str:
    return told.date.start.isoformat() if told.date is not None else ""


def _is_of_year_before(then: StoredEvent, now: StoredEvent) -> bool:
    """Whether two facts tell the same of the same one, the first of the period a year before the second's."""
    same = all(then.event.best(slot) == now.event.best(slot) for slot in ("measure", "unit", "subject"))
    return same and _is_a_year_before(then.date, now.date)


def _is_a_year_before(then: When | None, now: When | None) -> bool:
    if then is None or now is None or then.precision != now.precision:
        return False
    return then.start.month == now.start.month and then.start.year == now.start.year - 1


def _of_rounds(foci: Sequence[Focus]) -> tuple[StoredEvent, StoredEvent] | None:
    """The last two rounds of one company that the last answers told of, the earlier one first."""
    rounds = list(dict.fromkeys(one.id for focus in foci[:_TURNS] for one in focus.told if one.kind == "funding"))
    by_id = {one.id: one for focus in foci[:_TURNS] for one in focus.told}
    told = [by_id[one] for one in rounds]
    if len(told) != _TURNS or len({owner(one) for one in told}) != 1 or any(_figure(one) is None for one in told):
        return None
    days = [(_day(one) or one.said_first, one) for one in told]
    then, now = sorted(days, key=lambda row: row[0])
    return (then[1], now[1]) if then[0][:4] < now[0][:4] else None


def _round_before(last: Focus) -> Found | None:
    """The earlier round, where two of one company were told together with other facts on it."""
    pair = _of_rounds([last]) if last.query is None else None
    return Found(last.clause, pair[:1], (), last.answer, None, FOLLOWS) if pair is not None else None


def _figure(told: StoredEvent) -> Figure | None:
    """The sum of a round, or what a measure came to."""
    return sum_of(told, "amount") if told.kind == "funding" else figure_of(told, "value")
