"""What is new, or what happened in a period, of nobody in particular: the weightiest events, the newest first."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice

from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause
from bot.answers.decline import decline
from bot.answers.desk import Desk
from bot.answers.importance import importance
from bot.answers.kinds import DEAL_KINDS, NEWS, QUIET, later
from bot.answers.lines import cited_by, event_lines, is_bare
from bot.answers.peoples import country_meant
from bot.answers.phrases import phrase
from bot.answers.query import Query
from bot.answers.view import View, ids_by_slot
from bot.answers.whereabouts import subjects
from bot.answers.wide.wanting import Wanted
from bot.locales import forms
from bot.model.answer import Action, Answer
from bot.model.when import When
from bot.store.query import bounds, lies_in
from bot.store.read import EventQuery, Facts, StoredEvent

_MOST = 8
_ENOUGH = 6
_WINDOWS = (30, 90, 365)
"""Days before the newest article that are looked at, until they have told enough."""
_READ = 300
"""Events of a period that are weighed."""
_OLD = 90
"""Days after which what an article tells is no news of its time any more."""
_JUST = timedelta(days=14)
"""Before a period: what its articles tell of that time is news of it still."""
_LEADING = 6
"""Sentences at the head of an article: what it tells there without a date has just happened."""
_NEWEST = 3
_AHEAD = frozenset({"plan", "forecast"})
_ALL_ALONG = frozenset({"founding", "price", "metric"})
_WHOSE = ("company", "target", "organization", "maker", "parties", "subject", "product", "buyer")


def newest_day(facts: Facts) -> date | None:
    """The day of the newest article, its last one where it is known by its month or year only."""
    return When.from_iso(facts.newest).end if facts.newest else None


def news_of(desk: Desk, clause: Clause, wanted: Wanted) -> Answer:
    """The answer to who asks for news; a plain no with the newest there is where nothing is known of that time."""
    newest = newest_day(desk.facts)
    told = _of_period(desk, wanted, wanted.when, newest) if wanted.when else _latest(desk, wanted, newest)
    if not told:
        return _nothing(desk, wanted, newest)
    in_order = not wanted.when and (wanted.kinds != NEWS or wanted.places or wanted.people)
    weightiest = told if in_order else sorted(told, key=_weight, reverse=True)
    chosen = weightiest[: 1 if wanted.one else _MOST]
    shown = sorted(chosen, key=_order, reverse=True)
    lines = event_lines(shown)
    quotes = tuple(citation.quote for citation in cited_by(lines, 1))
    desk.memory.add(Focus(clause, (), quotes[:4], tuple(shown), (), Query(wanted.kinds, when=wanted.when)))
    more = f", the weightiest {len(chosen)} of {len(told)}" if len(told) > len(chosen) and not wanted.one else ""
    if wanted.kinds == ("plan",):
        title = "What is planned, the newest told first"
    elif wanted.when:
        title = f"What is known of {_said(wanted.when)}{more}"
    else:
        title = f"What is new{f' (the newest article is of {forms().when(When.day(newest))})' if newest else ''}"
    return Answer(True, title, tuple(lines))


def _latest(desk: Desk, wanted: Wanted, newest: date | None) -> list[StoredEvent]:
    """What the newest articles tell as news, or the newest of some kinds or of some place."""
    if wanted.kinds != NEWS or wanted.places or wanted.people:
        ids = islice(desk.facts.event_ids(EventQuery(kinds=_kinds(desk, wanted))), _READ)
        every = (one for one in desk.facts.events_of(ids) if _happens(one) and one.kind not in _ALL_ALONG)
        if wanted.kinds == ("plan",) and newest is not None:
            every = (one for one in every if one.date is None or one.date.end > newest)  # what was planned till then
        return sorted((one for one in every if _is_told(desk, one, wanted)), key=_order, reverse=True)
    told: list[StoredEvent] = []
    for days in _WINDOWS if newest else ():
        since = newest - timedelta(days=days) if newest else None
        told = _told_in(desk, wanted, When(since, newest, "span")) if since and newest else []
        if len(told) >= _ENOUGH:
            break
    return told


def _of_period(desk: Desk, wanted: Wanted, when: When, newest: date | None) -> list[StoredEvent]:
    """What happened in a period, and what its articles told as news."""
    kinds = tuple(kind for kind in _kinds(desk, wanted) if kind not in _AHEAD)
    ids = islice(desk.facts.event_ids(EventQuery(kinds=kinds, period=when)), _READ)
    until = newest if when.open == "after" else None  # since then is until now
    happened = [
        one for one in desk.facts.events_of(ids)
        if (time := _time(one)) is not None and lies_in(time, when) and _is_told(desk, one, wanted) and _happens(one)
        and (until is None or time.start <= until)
    ]  # fmt: skip
    known = {one.event.id for one in happened}
    just = When(max(when.start, date.min + _JUST) - _JUST, when.end, "span", open=when.open)
    told = [one for one in _told_in(desk, wanted, when) if one.event.id not in known]
    return happened + [one for one in told if (time := _time(one)) is None or one.kind in _AHEAD or lies_in(time, just)]


def _told_in(desk: Desk, wanted: Wanted, when: When) -> list[StoredEvent]:
    """What articles of a period told first, without what had been so all along or was long past."""
    ids = islice(desk.facts.event_ids(EventQuery(kinds=_kinds(desk, wanted), told=when)), _READ)
    first, last = bounds(when)
    return [
        one for one in desk.facts.events_of(ids)
        if first <= one.said_first <= last and _is_news(desk, one) and _is_told(desk, one, wanted)
    ]  # fmt: skip


def _kinds(desk: Desk, wanted: Wanted) -> tuple[str, ...]:
    return (*wanted.kinds, *later(desk.facts)) if wanted.kinds == NEWS else wanted.kinds


def _is_told(desk: Desk, told: StoredEvent, wanted: Wanted) -> bool:
    """Whether an event tells something by itself, of those who are asked for."""
    if is_bare(told):
        return False
    if not (wanted.places or wanted.people):
        return True
    asked = subjects(_WHOSE, ids_by_slot(told))
    return desk.lookup.whereabouts.fits(asked, wanted.people, wanted.places, "")


def _happens(told: StoredEvent) -> bool:
    """Whether something happened: nobody only held a post."""
    if told.kind != "role":
        return True
    return any(isinstance(told.event.best(slot), When) for slot in ("start", "end"))


def _is_news(desk: Desk, told: StoredEvent) -> bool:
    """Whether something was news when it was first told."""
    time = _time(told)
    if time is None and told.kind in (*DEAL_KINDS, "partnership"):
        first = told.statements[0]
        head = desk.facts.passages(first.article)[:_LEADING]
        return any(first.quote in passage.text or passage.text in first.quote for passage in head)
    if time is None:
        return told.kind == "plan" or (told.kind not in QUIET and told.kind not in ("role", "founding"))
    if told.kind == "role" and not _happens(told):
        return False
    said = When.from_iso(told.said_first).end
    return (said - time.end).days <= _OLD


def _weight(told: StoredEvent) -> tuple[float, str, str]:
    said = When.from_iso(told.said_first).end if told.said_first else None
    time = _time(told)
    happened = time.end if time else None
    weight = importance(
        "new", told.kind, told.usd, len({s.article for s in told.statements}), happened, said, False, False
    )
    return weight, _day(told), told.event.id


def _day(told: StoredEvent) -> str:
    """When something happened; of what lies ahead or has no time when it was told."""
    time = _time(told)
    if time is None or told.kind in _AHEAD:
        return told.said_first
    return min(time.start.isoformat(), told.said_last or time.start.isoformat())


def _time(told: StoredEvent) -> When | None:
    """When something was; of a post of which only the end is told, that."""
    end = told.event.best("end")
    return told.date or (end if isinstance(end, When) else None)


def _order(told: StoredEvent) -> tuple[bool, str]:
    """What happened stands before figures and plans, the newest first."""
    return told.kind not in QUIET, _day(told)


def _said(when: When) -> str:
    if when.open == "after":
        return f"the time since {forms().when(When(when.start, when.start, 'day'))}"
    return forms().when(when)


def _nothing(desk: Desk, wanted: Wanted, newest: date | None) -> Answer:
    """The plain no, with the newest that is known instead."""
    when = f" of {_said(wanted.when)}" if wanted.when else ""
    if wanted.places or wanted.people:
        countries = [country_meant(word) for word in wanted.people]
        named = [desk.facts.name(min(ids)) for ids in wanted.places]
        when = f" of companies in {' and '.join(filter(None, (*named, *countries)))}{when}"
    until = f"; the newest article is of {forms().when(When.day(newest))}" if newest else ""
    declined = decline(desk.facts, f"Nothing is known{when}{until}.")
    instead = Wanted(wanted.kinds, None, wanted.places, wanted.people)
    known = sorted(_latest(desk, instead, newest), key=_weight, reverse=True)[:_NEWEST]
    if not known:
        return declined
    hints = tuple(
        f"Newest known: {phrase(View(one))} ({_source(one)})" for one in sorted(known, key=_day, reverse=True)
    )
    return Answer(False, declined.title, hints=hints, actions=(Action("ask", "What is new", "/ask what is new"),))


def _source(told: StoredEvent) -> str:
    cited = told.statements[0].citation
    return ", ".join(filter(None, (cited.publisher or cited.source, cited.published)))
