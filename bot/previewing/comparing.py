"""What the facts of one article are to the facts of the store: the events of both put together, before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.answers.lines import event_line
from bot.intake.findings import Fact, What
from bot.knowledge.changes import Seen, differences
from bot.knowledge.events import events_of
from bot.knowledge.judged import Judged
from bot.knowledge.resolve import Resolution, resolve
from bot.knowledge.told import Told
from bot.model.answer import Citation, Line
from bot.model.article import Article
from bot.model.entity import Entity
from bot.model.event import KnownEvent
from bot.model.judgement import Judgement
from bot.model.statement import Investor, Quote, SlotValue, Statement, is_name, members
from bot.model.when import When
from bot.names.registry import Registry
from bot.previewing.known import Kin
from bot.store.query import EventQuery
from bot.store.read import Facts
from bot.store.records import StoredArticle, StoredEvent, StoredStatement

_WEIGHT: dict[What, int] = {"known": 0, "corroborated": 1, "new": 2, "corrected": 3, "conflicting": 4, "retracted": 5}
"""Where several things can be said of one event, the weightiest is."""


Retracted = Iterable[tuple[Article, Sequence[Statement]]]
"""What articles tell of which something was retracted: the store does not hold it any more."""


def compared(
    article: Article,
    statements: Sequence[Statement],
    facts: Facts | None,
    registry: Registry,
    kin: Kin,
    judgements: Sequence[Judgement] = (),
    retracted: Retracted = (),
) -> list[Fact]:
    """The facts of the article in the order of its text, each with what it is to the store as it is judged by now.

    A version of it that is replaced is not looked at, and what a copy tells is told by its original already.
    """
    judged = Judged(judgements)
    # The store may have been built before a judgement: both sides are judged, then what they are together.
    fresh = judged.resolution(resolve([article], statements, registry))
    stored, records, named = _stored(facts, fresh.told, kin.replaced, judgements) if facts is not None else ((), {}, ())
    kept = judged.resolution(Resolution(tuple(named), tuple(stored), frozenset(), fresh.parents))
    entities = {entity.id: entity for entity in (*fresh.entities, *kept.entities)}
    known = judged.resolution(
        Resolution(
            tuple(entities[one] for one in sorted(entities)),
            (*kept.told, *(told for told in fresh.told if told.id not in records)),
            fresh.descriptions,
            {**fresh.parents, **kept.parents},
        )
    )
    new = {told.id: told.statement.quote for told in fresh.told}
    gone = _gone(judged, known, retracted, registry)
    known = replace(known, told=tuple(told for told in known.told if told.id not in gone))
    names = {entity.id: entity.name for entity in known.entities}
    held = frozenset(records)
    records |= {told.id: _record(told, article) for told in fresh.told}
    after = events_of(known.told, known.parents, judged.values)
    before = events_of([t for t in known.told if t.id in held], known.parents, judged.values)
    articles = {told.id: told.article for told in known.told}
    articles |= {told.id: kin.original or told.article for told in fresh.told}
    found: dict[str, What] = {}
    for change in differences(_seen(before, articles), _seen(after, articles)):
        if change.what != "withdrawn" and _WEIGHT[change.what] > _WEIGHT[found.get(change.event, "known")]:
            found[change.event] = change.what
    told = [(event, found.get(event.event.id, "known")) for event in after]
    told += [(event, "retracted") for event in events_of([t for t in fresh.told if t.id in gone], known.parents)]
    mine = [(event, what) for event, what in told if new.keys() & set(event.event.statements)]
    mine.sort(key=lambda one: min(new[s].start for s in one[0].event.statements if s in new))
    return [_fact(event, what, new, records, names) for event, what in mine]


def _gone(judged: Judged, known: Resolution, retracted: Retracted, registry: Registry) -> frozenset[str]:
    """Ids of the statements that tell of an event which was retracted; those of the store, where it has them yet."""
    withdrawn = list(retracted)
    read = resolve([a for a, _ in withdrawn], [s for _, told in withdrawn for s in told], registry)
    have = {told.id for told in known.told}
    others = [told for told in judged.resolution(read).told if told.id not in have]
    every = replace(known, told=(*known.told, *others))
    left, _ = judged.without_retracted(every, events_of(every.told, every.parents))
    return frozenset(have - {told.id for told in left.told})


def _stored(
    facts: Facts, told: Sequence[Told], but: str, judgements: Iterable[Judgement]
) -> tuple[list[Told], dict[str, StoredStatement], list[Entity]]:
    """What the store holds of the same kinds and of those who take part, and who they are; `but` is an article that is
    left out."""
    ids = {name for t in told for slot, value in t.slots.items() if is_name(slot) for name in members(value)}
    for judgement in judgements:
        if judgement.verdict in ("same", "different"):
            meant = {*judgement.targets, *(one.id for words in judgement.words for one in facts.lookup(words))}
            ids |= meant if ids & meant else set()
    around = {one.id for entity in sorted(ids) for one in (*facts.parents(entity), *facts.children(entity))}
    kinds = tuple(sorted({t.kind for t in told}))
    if not ids or not kinds:
        return [], {}, []
    events = facts.events(EventQuery(kinds=kinds, any_entities=tuple(sorted(ids | around))))
    articles = {article.id: article for article in facts.articles()}
    records = {s.id: s for event in events for s in event.statements if s.article != but}
    found = [_told(statement, articles[statement.article]) for statement in records.values()]
    taking_part = {name for t in found for slot, v in t.slots.items() if is_name(slot) for name in members(v)}
    return found, records, facts.entities_of(sorted(taking_part))


def _told(stored: StoredStatement, article: StoredArticle) -> Told:
    """A statement of the store as merging reads it."""
    statement = Statement(stored.article, stored.kind, stored.slots, Quote(*stored.span, stored.quote))
    slots = {slot: _with_ids(value, stored.entities.get(slot)) for slot, value in stored.slots.items()}
    published = When.from_iso(article.published) if article.published else None
    return Told(statement, slots, published, article.source)


def _with_ids(value: SlotValue, ids: tuple[str, ...] | None) -> SlotValue:
    if ids is None:
        return value
    if isinstance(value, tuple):
        leads = [isinstance(v, Investor) and v.lead for v in value]
        if any(isinstance(v, Investor) for v in value):
            return tuple(Investor(i, lead) for i, lead in zip(ids, leads, strict=True))
        return ids
    return ids[0]


def _record(told: Told, article: Article) -> StoredStatement:
    day = article.published.iso() if article.published else ""
    quote = told.statement.quote.text
    source = Citation(article.source, quote, article.url, article.publisher, day, article.title)
    ids = {slot: members(value) for slot, value in told.slots.items() if is_name(slot)}
    return StoredStatement(told.id, told.article, told.kind, told.statement.slots, ids, quote, source)


def _seen(events: Iterable[KnownEvent], articles: Mapping[str, str]) -> list[Seen]:
    return [
        Seen(e.event, frozenset(articles[s] for s in e.event.statements), frozenset(e.roles), e.event.kind)
        for e in events
    ]


def _fact(
    known: KnownEvent,
    what: What,
    new: Mapping[str, Quote],
    records: Mapping[str, StoredStatement],
    names: Mapping[str, str],
) -> Fact:
    inside = sorted((records[s] for s in known.event.statements), key=lambda s: (s.citation.published, s.id))
    event = StoredEvent(known.event, tuple(inside), names, known.date, known.said_first, known.said_last, known.usd)
    line = event_line(event)
    quote = min((new[s] for s in known.event.statements if s in new), key=lambda q: q.start)
    own = {records[s].citation.source for s in known.event.statements if s in new}
    return Fact(line.text, what, quote.text, tuple(_note(note, own) for note in line.notes))


def _note(note: Line, own: set[str]) -> str:
    """What is told otherwise, and by whom."""
    sources = [citation.source for citation in note.citations]
    if sources and own.issuperset(sources):
        return note.text.replace("another article gives", "this article gives", 1)
    return f"{note.text} ({', '.join(sources)})" if sources else note.text
