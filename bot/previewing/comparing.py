"""What the facts of one article are to the facts of the store: the events of both put together, before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.answers.lines import event_line
from bot.intake.findings import Fact, What
from bot.knowledge.changes import Seen, differences
from bot.knowledge.events import KnownEvent, events_of
from bot.knowledge.resolve import resolve
from bot.knowledge.told import Told, is_name, members
from bot.model.answer import Citation, Line
from bot.model.article import Article
from bot.model.statement import Investor, Quote, SlotValue, Statement
from bot.model.when import When
from bot.names.registry import Registry
from bot.previewing.known import Kin
from bot.store.query import EventQuery
from bot.store.read import Facts
from bot.store.records import StoredArticle, StoredEvent, StoredStatement

_WEIGHT: dict[What, int] = {"known": 0, "corroborated": 1, "new": 2, "corrected": 3, "conflicting": 4}
"""Where several things can be said of one event, the weightiest is."""


def compared(
    article: Article, statements: Sequence[Statement], facts: Facts | None, registry: Registry, kin: Kin
) -> list[Fact]:
    """The facts of the article in the order of its text, each with what it is to the store.

    A version of it that is replaced is not looked at, and what a copy tells is told by its original already.
    """
    known = resolve([article], statements, registry)
    names = {entity.id: entity.name for entity in known.entities}
    stored = _stored(facts, known.told, kin.replaced) if facts is not None else []
    before = events_of((told for told, _ in stored), known.parents)
    after = events_of((*(told for told, _ in stored), *known.told), known.parents)
    if facts is not None:
        ids = {name for told, _ in stored for slot, v in told.slots.items() if is_name(slot) for name in members(v)}
        names |= {entity.id: entity.name for entity in facts.entities_of(sorted(ids))}
    records = {told.id: record for told, record in stored}
    for told in known.told:
        records[told.id] = _record(told, article)
    articles = {told.id: told.article for told, _ in stored}
    articles |= {told.id: kin.original or told.article for told in known.told}
    found: dict[str, What] = {}
    for change in differences(_seen(before, articles), _seen(after, articles)):
        if change.what != "withdrawn" and _WEIGHT[change.what] > _WEIGHT[found.get(change.event, "known")]:
            found[change.event] = change.what
    new = {told.id: told.statement.quote for told in known.told}
    mine = [event for event in after if new.keys() & set(event.event.statements)]
    mine.sort(key=lambda e: min(new[s].start for s in e.event.statements if s in new))
    return [_fact(event, found.get(event.event.id, "known"), new, records, names) for event in mine]


def _stored(facts: Facts, told: Sequence[Told], but: str) -> list[tuple[Told, StoredStatement]]:
    """What the store holds of the same kinds and of those who take part; `but` is an article that is left out."""
    ids = {name for t in told for slot, value in t.slots.items() if is_name(slot) for name in members(value)}
    around = {one.id for entity in sorted(ids) for one in (*facts.parents(entity), *facts.children(entity))}
    kinds = tuple(sorted({t.kind for t in told}))
    if not ids or not kinds:
        return []
    events = facts.events(EventQuery(kinds=kinds, any_entities=tuple(sorted(ids | around))))
    articles = {article.id: article for article in facts.articles()}
    found = {s.id: s for event in events for s in event.statements if s.article != but}
    return [_told(statement, articles[statement.article]) for statement in found.values()]


def _told(stored: StoredStatement, article: StoredArticle) -> tuple[Told, StoredStatement]:
    """A statement of the store as merging reads it. Its place in the text is not stored, so its id is another here."""
    quote = Quote(0, max(1, len(stored.quote)), stored.quote)
    statement = Statement(stored.article, stored.kind, stored.slots, quote)
    slots = {slot: _with_ids(value, stored.entities.get(slot)) for slot, value in stored.slots.items()}
    published = When.from_iso(article.published) if article.published else None
    return Told(statement, slots, published, article.source), replace(stored, id=statement.id)


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
