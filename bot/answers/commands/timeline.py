"""`/timeline`: what happened to an entity, in the order of time."""

from __future__ import annotations

from bot.answers import kinds
from bot.answers.asked.memory import Focus
from bot.answers.asked.question import clauses
from bot.answers.commands.asked_name import articles_on, as_one, whom
from bot.answers.commands.command import Command
from bot.answers.commands.said import Said, with_said
from bot.answers.commands.timeline_chart import period_timeline, with_timeline
from bot.answers.decline import decline, nobody
from bot.answers.desk import Desk
from bot.answers.legs.deal_sentences import is_theirs
from bot.answers.legs.unknown_names import written
from bot.answers.lines import asides, cited_by, event_lines, is_bare, passage_line
from bot.answers.picturing import name_of, wish
from bot.answers.query import Part, Query
from bot.answers.sentences.surroundings import headings
from bot.answers.wide.answering import news_asked
from bot.answers.wide.news import newest_day
from bot.answers.wide.wanting import in_its_month
from bot.model.answer import Action, Answer
from bot.model.when import When
from bot.store.read import Sketch, StoredEvent

_MOST = 24
_FULL = 10
"""Facts from which on no sentences are told beside them."""
_MORE = 6
_ENOUGH = 4


def timeline(desk: Desk, argument: str) -> Answer:
    chart, argument = wish(desk.facts, argument)
    if not argument:
        return Answer(False, "Whose timeline?", hints=(f"For example: {TIMELINE.example}",))
    parts = clauses(argument, desk.lookup.spotter, desk.today)
    clause = as_one(desk, parts[0]) if parts else None
    if clause is not None and clause.names and not clause.narrow.given:
        clause = in_its_month(clause, desk.today, newest_day(desk.facts))
    if chart and clause is not None and not clause.names and (clause.narrow.when or clause.narrow.month):
        return period_timeline(desk, clause)
    if clause is not None and not clause.names and (news := news_asked(desk, clause, argument)) is not None:
        return news
    if clause is None or not clause.names:
        found = with_said(desk, written(desk, argument), argument, lambda said: said.happened(clause, _MORE))
        return found or nobody(desk.facts, argument, "/timeline")
    ids = clause.groups()[0]
    name = desk.facts.name(sorted(ids)[0])
    query = Query(
        kinds.told("timeline", desk.facts),
        (Part((), ids, units=True),),
        clause.groups()[1:],
        when=clause.narrow.when,
        month=clause.narrow.month,
        order="oldest",
        limit=400,
    )
    told = desk.lookup.sketches(query)
    desk.memory.add(Focus(clause, tuple(sorted(ids))))
    if not told:
        said = Said(desk, whom(desk, ids), ()).happened(clause, _MORE)
        if not said and not clause.narrow.when:
            said = desk.sentences.about(ids, (), limit=_MORE, surely=True)
        if said:
            lines = tuple(passage_line(p) for p in sorted(said, key=lambda p: p.citation.published))
            return Answer(True, f"What the articles say: {name}", lines, entities=tuple(sorted(ids)))
        when = " in that period" if clause.narrow.when else ""
        return decline(desk.facts, f"Nothing is known to have happened to {name}{when}.", (ids,), clause.unknown)
    person = any(desk.facts.kind(one) == "person" for one in ids)
    seen = sorted(desk.facts.events_of([sketch.id for sketch in _chosen(told)]), key=_when)
    shown = _happened(seen, person, clause.narrow.when is not None or bool(clause.narrow.month))
    lines = (*event_lines(shown), *asides(headings(desk.sentences, shown)))
    if len(told) < _FULL and not clause.groups()[1:]:
        said = Said(desk, whom(desk, ids), cited_by(lines), on_them=articles_on(desk, ids)).happened(clause, _MORE)
        said = [p for p in said if is_theirs(desk, p, desk.lookup.family(ids))]
        lines += tuple(asides(sorted(said, key=lambda p: p.citation.published)))
    more = len(told) - len(seen)
    title = f"Timeline of {name}" + (f" ({more} more not shown)" if more else "")
    action = Action("ask", f"Deals of {name}", f"/deal {name}")
    answer = Answer(True, title, lines, actions=(action,), entities=tuple(sorted(ids)))
    return with_timeline(desk, answer, f"Timeline of {name_of(desk.facts, sorted(ids)[0])}", shown) if chart else answer


def _happened(told: list[StoredEvent], person: bool, in_period: bool) -> list[StoredEvent]:
    """Without figures, prices and posts that have no time, unless little else is told; a person keeps all posts.

    Where a period is asked for, that they were told in it says nothing of when they were.
    """
    timeless = kinds.QUIET if person else kinds.QUIET | {"role"}
    kept = [t for t in told if (_time(t) or t.kind not in timeless) and not is_bare(t)]
    dated = sum(_time(t) is not None for t in kept)
    return kept if dated >= (1 if in_period else _ENOUGH) else told


def _chosen(told: list[Sketch]) -> list[Sketch]:
    """Dated events first where there are too many, in the order that they have."""
    ranked = sorted(told, key=lambda t: (not t.dated, t.kind in kinds.QUIET))
    kept = {t.id for t in ranked[:_MOST]}
    return [t for t in told if t.id in kept]


def _when(told: StoredEvent) -> tuple[bool, str]:
    """Undated ones at the end."""
    time = _time(told)
    return time is None, time.start.isoformat() if time else told.said_first


def _time(told: StoredEvent) -> When | None:
    """When something was; of a post of which only the end is told, that."""
    end = told.event.best("end")
    return told.date or (end if isinstance(end, When) else None)


TIMELINE = Command(
    "timeline",
    "[chart] COMPANY, PERSON or PRODUCT, and a period",
    "what happened, in the order of time",
    timeline,
    ("history",),
    "/timeline COMPANY 2025",
)
