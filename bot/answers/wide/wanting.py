"""Whether a message asks for nothing but what is new or what happened, of which kinds, and when."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.answers.asked.question import Clause
from bot.answers.asked.words import content
from bot.answers.intents.time import kinds_named
from bot.answers.kinds import NEWS
from bot.answers.peoples import country_meant
from bot.answers.relevance import is_negated
from bot.answers.whereabouts import is_place
from bot.grammar.date_words import MONTHS, SEASONS, WEEKDAYS
from bot.grammar.dates import parse_period
from bot.grammar.patterns import Pattern
from bot.model.when import When

_NEWS = (
    r"\b(?:news\w*|headlines?|updates?|updated?|recap|digest|summar\w+|highlights?|overview|tl;?dr|briefing|"
    r"stories|story|developments?|events?|happen\w*|going on|been on|new|what is (?:up|hot)|hot|"
    r"what was (?=big|important|hot)|"
    r"(?:did|have|has) (?:i|we) miss(?:ed)?|"
    r"miss(?:ed)?|anything|something|surprise me|should (?:i|we) know|catch (?:me|us) up|fill (?:me|us) in|"
    r"bring (?:me|us) up to speed|latest|newest|most recent|"
    r"recent|recently|lately|last|trending|buzz)\b|最新|新闻|动态|消息|进展"
)
_ASKS = Pattern(_NEWS)
OUTRIGHT = Pattern(
    r"\b(?:news\w*|headlines?|updates?|recap|digest|highlights?|stories|happen\w*|going on|what is new|events?)\b|"
    r"新闻|动态"
)
"""What asks for news whatever kind is named: "funding news" is no single round."""
_WEIGHTY = Pattern(r"\b(?:biggest|largest|top|main|major|important|key|big|interesting|weightiest|significant)\b")
_AHEAD = Pattern(
    r"\b(?:plans?|planned|upcoming|what is (?:next|coming|ahead|planned|in the pipeline)|coming (?:up|next|soon)|ahead|"
    r"roadmaps?|pipeline|scheduled|in the (?:future|works)|future)\b"
)
_KINDS = Pattern(
    r"\b(?:deals?|rounds?|fund\w*|fundrais\w*|financings?|investments?|acquisitions?|takeovers?|m&a|ipos?|listings?|"
    r"flotations?|launch\w*|releases?|products?|robots?|hires?|appointments?|moves|departures?|partnerships?|"
    r"collaborations?|people|personnel)\b"
)
_FIELD = Pattern(
    r"\b(?:embodied|ai|artificial intelligence|robot(?:s|ics|ic)?|humanoids?|industry|sector|field|space|world|"
    r"startups?|start-ups?|tech|company|companies|business|scene|physical)\b"
)
_ASKING = Pattern(
    r"\b(?:i|me|us|we|you|your|should|know|tell|give|show|send|list|get|hear|heard|anything|something|things?|any|some|"
    r"all|every\w*|else|please|pls|quick|short|brief|most|from|for|since|around|during|within|whats?|was|were|like|so|"
    r"year|month|week|day|weekly|monthly|daily|today|now|there|here|date|time|period|stuff|look|looked|read|told|said|reported|announced|"
    r"came out|good|great|bad|the|in|of|at|on|\d+)\b|[^\w\s]"
)
_MONTH = Pattern(rf"\b(?:{'|'.join(MONTHS)})\b")
_WEEKDAY = Pattern(rf"\b(?:last |this |past )?(?P<day>{'|'.join(WEEKDAYS)})\b")
_SEASON = Pattern(rf"\b(?:last |this |past )?(?P<season>{'|'.join(SEASONS)})\b")
_QUARTER = Pattern(r"\b(?P<part>[qh])(?P<number>[1-4])\b")
_SINCE = Pattern(r"\b(?:since|after)\b")
_ONE = Pattern(
    r"\b(?:latest|last|newest|most recent)\b(?! \d).*\b(?:deal|round|acquisition|takeover|ipo|launch|listing)\b"
)
_NEW_ROBOTS = Pattern(r"\b(?:new|newest|latest|recent) robots?\b(?! (?:news|updates?|deals?|rounds?|fund))")
"""Robots are what is new there, and not what the news is on."""
_NO_LIST = frozenset({"count", "money", "percent", "when", "where", "why"})
_FINE = 100
"""Days of a period that is finer than a year: a quarter at most."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be told: kinds of fact, of a period or, without one, the newest, and of companies of some place."""

    kinds: tuple[str, ...]
    when: When | None
    places: tuple[frozenset[str], ...] = ()
    people: tuple[str, ...] = ()
    """Stems of words for a people: "Chinese"."""
    one: bool = False
    """Whether the newest one alone is asked for: "the latest round"."""
    outright: bool = True
    """Whether nothing else can be meant; otherwise another rule may know better."""


def wanted_news(clause: Clause, message: str, today: date, newest: date | None) -> Wanted | None:
    """What a clause asks for, where it is nothing but news or a period; None where it asks anything else."""
    shape, narrow = clause.shape, clause.narrow
    if clause.wants in _NO_LIST or is_negated(clause) or narrow.least or narrow.most or narrow.round or narrow.known:
        return None
    if narrow.status and not _AHEAD.search(shape):
        return None
    if not all(is_place(name.ids) for name in clause.names) or clause.tellers:
        return None
    when, rest = _period(shape, narrow.when, narrow.month, today, newest)
    if when is not None and not when.open and _SINCE.search(message.casefold()):
        when = replace(when, open="after")
    if ahead := bool(_AHEAD.search(rest)) and when is None and not clause.names:
        rest = f"{_AHEAD.sub(' ', rest)} news"
    asks = bool(_ASKS.search(rest))
    weighty = bool(_WEIGHTY.search(rest))
    kinds_said = rest if _NEW_ROBOTS.search(rest) else re.sub(r"\brobots?\b", " ", rest)
    named = bool(_KINDS.search(kinds_said))
    if weighty and (named or not asks):
        return None  # the largest deals are known to another rule
    if not asks and (clause.names or (when is None and not named)):
        return None
    plain = re.sub(r"<\w+>|'s\b", " ", rest)
    for pattern in (_ASKS, _WEIGHTY, _KINDS, _FIELD, _ASKING):
        plain = pattern.sub(" ", plain)
    left = content(plain)
    people = tuple(word for word in left if country_meant(word))
    if len(people) < len(left):
        return None
    kinds = ("plan",) if ahead and not named else kinds_named(kinds_said)
    if ahead and named:
        return None
    outright = bool(OUTRIGHT.search(rest)) or (kinds == NEWS and not people and not clause.names)
    fine = is_fine(when)
    return Wanted(
        kinds,
        when,
        tuple(name.ids for name in clause.names),
        people,
        bool(_ONE.search(rest)) and when is None,
        (outright and asks) or fine or (outright and when is not None),
    )


def is_fine(when: When | None) -> bool:
    """Whether a period is finer than a year."""
    return when is not None and not when.open and (when.end - when.start).days <= _FINE


def in_its_month(clause: Clause, today: date, newest: date | None) -> Clause:
    """A clause with the period that it names without a year, "december", in the last year that articles tell of."""
    when, rest = _period(clause.shape, clause.narrow.when, clause.narrow.month, today, newest)
    return replace(clause, shape=rest, narrow=replace(clause.narrow, when=when)) if when else clause


def _period(shape: str, when: When | None, month: int, today: date, newest: date | None) -> tuple[When | None, str]:
    """The period that a clause names, in the newest year in which articles can tell of it, and the text without it."""
    latest = newest or today
    found: When | None = when
    rest = shape
    if found is None and month:
        found = _latest_month(month, latest)
    elif found is None and (met := _MONTH.search(shape)) is not None:
        found = _latest_month(MONTHS[met[0]], latest)
        rest = _MONTH.sub(" ", shape, count=1)
    elif found is None and (met := _WEEKDAY.search(shape)) is not None:
        back = (today.weekday() - WEEKDAYS[met["day"]]) % 7 or 7
        found = When.day(today - timedelta(days=back))
        rest = _WEEKDAY.sub(" ", shape, count=1)
    elif found is None and (met := _SEASON.search(shape)) is not None:
        seasons = (parse_period(f"{met['season']} {year}", today) for year in (latest.year, latest.year - 1))
        found = next((one for one in seasons if one is not None and one.start <= latest), None)
        rest = _SEASON.sub(" ", shape, count=1)
    elif found is None and (met := _QUARTER.search(shape)) is not None:
        year, number = latest.year, int(met["number"])
        if met["part"] == "h" and number > 2:
            return None, shape
        make = When.quarter if met["part"] == "q" else When.half
        found = make(year, number)
        found = make(year - 1, number) if found.start > latest else found
        rest = _QUARTER.sub(" ", shape, count=1)
    return found, rest


def _latest_month(month: int, latest: date) -> When:
    found = When.month(latest.year, month)
    return When.month(latest.year - 1, month) if found.start > latest else found
