"""What a fact store is made of, and the rows it becomes: in one order, whatever order it came in."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import itemgetter
from typing import Any

from bot.model.article import Article
from bot.model.entity import Entity
from bot.model.event import KnownEvent
from bot.model.statement import SlotValue, Statement, is_name, members
from bot.names.folding import fold, tokens
from bot.names.spelling import kept
from bot.store.names import NameIndex
from bot.store.records import Change
from bot.store.schema import SCHEMA_VERSION, typed_rows
from bot.store.short_forms import short_forms
from bot.store.told import pack
from bot.store.words import indexed


@dataclass(frozen=True, slots=True)
class Content:
    """All that a store holds. `resolved`: statement id → its slots with entity ids for names."""

    articles: Sequence[Article]
    passages: Mapping[str, Sequence[tuple[int, int, str]]]
    entities: Sequence[Entity]
    parents: Mapping[str, str]
    nameless: frozenset[str]
    """Entities that are described, not named; no alias leads to them."""
    statements: Sequence[Statement]
    resolved: Mapping[str, Mapping[str, SlotValue]]
    events: Sequence[KnownEvent]
    changes: Sequence[Change] = ()
    built_at: str = ""
    extractor: str = ""
    report: Mapping[str, Any] = field(default_factory=dict)


Rows = Iterable[tuple[Any, ...]]


def tables(content: Content) -> Iterator[tuple[str, Rows]]:
    """The tables with their rows, each in the order of its key and of its columns."""
    report = json.dumps(content.report, ensure_ascii=False, sort_keys=True)
    yield "build", [(SCHEMA_VERSION, content.built_at, content.extractor, report)]
    articles = sorted(content.articles, key=lambda a: a.id)
    yield "article", map(_article, articles)
    yield "article_text", ((article.id, article.raw) for article in articles)
    told: dict[str, set[str]] = defaultdict(set)
    for row in content.events:
        for _, entity in row.roles:
            told[entity].add(row.event.id)
    entities = sorted(content.entities, key=lambda e: e.id)
    yield (
        "entity",
        ((e.id, e.name, e.kind, e.subkind, content.parents.get(e.id), len(told[e.id])) for e in entities),
    )
    aliases = sorted(
        (folded, e.id, alias)
        for e in entities
        if e.id not in content.nameless
        for alias in {e.name, *e.aliases}
        if (folded := fold(alias))
    )
    yield "alias", (_alias(*row) for row in aliases)
    yield "alias_word", sorted(_found_by(aliases, {e.id: e.kind for e in entities if told[e.id]}))
    yield from _passages(content, articles, NameIndex((entity, alias) for _, entity, alias in aliases))
    statements = sorted(((s.id, s) for s in content.statements), key=itemgetter(0))
    yield "statement", ((number, s.article, s.kind) for number, s in statements)
    yield "evidence", ((number, s.article, s.quote.start, s.quote.end, s.quote.text) for number, s in statements)
    yield (
        "slot",
        (
            (number, *row)
            for number, s in statements
            for slot in sorted(s.slots)
            for row in typed_rows(slot, s.slots[slot], content.resolved[number][slot])
        ),
    )
    yield from _events(content)
    yield "event_told", _told(content, dict(statements))
    yield "event_word", _words(content.events, dict(statements))
    yield from _changes(content.changes)


def _article(article: Article) -> tuple[Any, ...]:
    published = article.published
    return (
        article.id, article.source, article.title, article.url, article.publisher,
        published.iso() if published else "", published.start.isoformat() if published else None,
        int(article.published_inferred), article.lang,
    )  # fmt: skip


def _alias(folded: str, entity: str, alias: str) -> tuple[Any, ...]:
    forms = [token.form for token in tokens(alias)]
    return folded, entity, alias, forms[0], len(forms)


def _found_by(aliases: Iterable[tuple[str, str, str]], kinds: Mapping[str, str]) -> set[tuple[str, str, str]]:
    """What a name is found by: its words and, where something is told, the keys of its other spellings.

    `kinds`: of those of whom something is told.
    """
    words = {(word, folded, entity) for folded, entity, _ in aliases for word in folded.split(" ")}
    return words | {
        (key, folded, entity)
        for folded, entity, alias in aliases
        if kinds.get(entity, "place") != "place"
        for key in kept(alias, kinds[entity])
    }


def _passages(content: Content, articles: Sequence[Article], names: NameIndex) -> Iterator[tuple[str, Rows]]:
    rows: list[tuple[Any, ...]] = []
    for article in articles:
        passages = content.passages[article.id]
        hits = [[hit for hit in names.find(text) if hit.cased and len(hit.entities) == 1] for _, _, text in passages]
        short = short_forms([text for _, _, text in passages], chain.from_iterable(hits), names)
        for ordinal, (start, end, text) in enumerate(passages):
            number = len(rows) + 1
            also = short.find(text) if short is not None else ()
            met = {hit.entities[0] for hit in (*hits[ordinal], *also) if hit.cased}
            told = " ".join(sorted(met))  # no id holds a space
            rows.append((number, article.id, ordinal, start, end, told, text))
    yield "passage", rows
    yield "passage_fts", ((row[0], indexed(row[-1])) for row in rows)


def _events(content: Content) -> Iterator[tuple[str, Rows]]:
    events = sorted(content.events, key=lambda row: row.event.id)
    yield "event", map(_event, events)
    values: list[tuple[Any, ...]] = []
    supporters: list[tuple[Any, ...]] = []
    for row in events:
        for value in row.event.values:
            head = len(values) + 1
            for part in typed_rows(value.slot, value.value, value.value):
                values.append((len(values) + 1, row.event.id, *part, value.rank))
            supporters += [(head, s) for s in sorted(value.statements)]
    yield "event_value", values
    yield "event_value_statement", supporters
    yield "event_statement", ((r.event.id, s) for r in events for s in sorted(r.event.statements))
    yield "event_entity", sorted(part for row in events for part in _taking_part(row))


def _event(row: KnownEvent) -> tuple[Any, ...]:
    first, last = (row.date.start.isoformat(), row.date.end.isoformat()) if row.date else (None, None)
    return (
        row.event.id, row.event.kind, first, last, row.said_first, row.said_last, _sort_date(row), row.usd,
        row.usd_high, row.articles,
    )  # fmt: skip


def _told(content: Content, statements: Mapping[str, Statement]) -> Rows:
    """Each event with all that is said of it, the oldest article first."""
    names = {entity.id: entity.name for entity in content.entities}
    place = {a.id: (a.published is None, a.published.iso() if a.published else "", a.source) for a in content.articles}
    unknown = (True, "", "")  # an article or a name that is missing is found by the check of the whole file
    for row in sorted(content.events, key=lambda row: row.event.id):
        inside = sorted(row.event.statements, key=lambda one: (place.get(statements[one].article, unknown), one))
        named = {entity: names.get(entity, entity) for _, entity in row.roles}
        said = (row.said_first, row.said_last, row.usd)
        yield row.event.id, pack(row.event, [statements[one] for one in inside], content.resolved, named, said)


def _taking_part(row: KnownEvent) -> Iterator[tuple[Any, ...]]:
    """Who takes part; `held` where a value says so that is not deprecated."""
    held: set[tuple[str, str]] = set()
    for value in row.event.values:
        if value.rank != "deprecated" and is_name(value.slot):
            held.update((value.slot, name) for name in members(value.value))
    date, usd = _sort_date(row), row.usd if row.usd_high is None else row.usd_high
    dated = row.date is not None
    for role, entity in set(row.roles):
        yield entity, date, row.event.id, role, row.event.kind, int((role, entity) in held), usd, int(dated)


def _words(events: Sequence[KnownEvent], statements: Mapping[str, Statement]) -> list[tuple[str, ...]]:
    """The rounds and the states in which events are told, each as it is written."""
    found: set[tuple[str, ...]] = set()
    for row in events:
        told = {("round", v.value) for v in row.event.values if v.slot == "round"}
        told |= {("status", said) for s in row.event.statements if (said := statements[s].slots.get("status"))}
        found.update((slot, str(text), row.event.kind, _sort_date(row), row.event.id) for slot, text in told)
    return sorted(found)


def _changes(changes: Sequence[Change]) -> Iterator[tuple[str, Rows]]:
    yield "change", ((n, c.what, c.event, c.kind, c.slot, c.before, c.after) for n, c in enumerate(changes, 1))
    yield "change_entity", ((n, entity) for n, c in enumerate(changes, 1) for entity in sorted(set(c.entities)))


def _sort_date(row: KnownEvent) -> str:
    """An undated event stands where the first article told it."""
    return row.date.start.isoformat() if row.date else row.said_first
