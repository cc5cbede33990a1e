"""What a fact store is made of, and the rows it becomes: in one order, whatever order it came in."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.model.article import Article
from bot.model.entity import Entity
from bot.model.event import Event
from bot.model.statement import SLOT_TYPES, SlotValue, Statement
from bot.model.when import When
from bot.names.folding import fold
from bot.store.names import NameIndex
from bot.store.records import Change
from bot.store.schema import SCHEMA_VERSION, parts
from bot.store.words import indexed

_NAMES = frozenset({"name", "names", "investors"})


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event and what it is looked up by; `roles` are (slot, entity id)."""

    event: Event
    said_first: str
    said_last: str
    date: When | None
    usd: float | None
    usd_high: float | None
    articles: int
    roles: Sequence[tuple[str, str]]


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
    events: Sequence[EventRow]
    changes: Sequence[Change] = ()
    built_at: str = ""
    extractor: str = ""
    report: Mapping[str, Any] = field(default_factory=dict)


def tables(content: Content) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
    yield (
        "build",
        [
            {
                "schema_version": SCHEMA_VERSION,
                "built_at": content.built_at,
                "extractor": content.extractor,
                "report": json.dumps(content.report, ensure_ascii=False, sort_keys=True),
            }
        ],
    )
    yield "article", (_article(a) for a in sorted(content.articles, key=lambda a: a.id))
    told: dict[str, set[str]] = defaultdict(set)
    for row in content.events:
        for _, entity in row.roles:
            told[entity].add(row.event.id)
    entities = sorted(content.entities, key=lambda e: e.id)
    yield (
        "entity",
        (
            {
                "id": e.id,
                "name": e.name,
                "kind": e.kind,
                "subkind": e.subkind,
                "parent": content.parents.get(e.id),
                "events": len(told[e.id]),
            }
            for e in entities
        ),
    )
    aliases = [
        (fold(alias), e.id, alias)
        for e in entities
        if e.id not in content.nameless
        for alias in sorted({e.name, *e.aliases})
        if fold(alias)
    ]
    yield "alias", ({"folded": f, "entity": e, "alias": a} for f, e, a in sorted(aliases))
    yield from _passages(content, NameIndex((entity, alias) for _, entity, alias in sorted(aliases)))
    statements = sorted(content.statements, key=lambda s: s.id)
    yield "statement", ({"id": s.id, "article": s.article, "kind": s.kind} for s in statements)
    yield (
        "evidence",
        (
            {"statement": s.id, "article": s.article, "start": s.quote.start, "end": s.quote.end, "quote": s.quote.text}
            for s in statements
        ),
    )
    yield (
        "slot",
        (
            {"statement": s.id, **row}
            for s in statements
            for slot in sorted(s.slots)
            for row in _typed(slot, s.slots[slot], content.resolved[s.id][slot])
        ),
    )
    yield from _events(content)
    yield from _changes(content.changes)


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "url": article.url,
        "publisher": article.publisher,
        "published": article.published.iso() if article.published else "",
        "published_start": article.published.start.isoformat() if article.published else None,
        "published_inferred": int(article.published_inferred),
        "lang": article.lang,
        "raw": article.raw,
    }


def _passages(content: Content, names: NameIndex) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
    rows: list[dict[str, Any]] = []
    inside: list[dict[str, Any]] = []
    for article in sorted(content.articles, key=lambda a: a.id):
        for ordinal, (start, end, text) in enumerate(content.passages[article.id]):
            number = len(rows) + 1
            rows.append(
                {"id": number, "article": article.id, "ordinal": ordinal, "start": start, "end": end, "text": text}
            )
            met = {hit.entities[0] for hit in names.find(text) if hit.cased and len(hit.entities) == 1}
            inside += [{"passage": number, "entity": entity} for entity in sorted(met)]
    yield "passage", rows
    yield "passage_entity", inside
    yield "passage_fts", ({"rowid": row["id"], "words": indexed(row["text"])} for row in rows)


def _events(content: Content) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
    events = sorted(content.events, key=lambda row: row.event.id)
    yield (
        "event",
        (
            {
                "id": row.event.id,
                "kind": row.event.kind,
                "date_start": row.date.start.isoformat() if row.date else None,
                "date_end": row.date.end.isoformat() if row.date else None,
                "said_first": row.said_first,
                "said_last": row.said_last,
                "sort_date": _sort_date(row),
                "usd": row.usd,
                "usd_high": row.usd_high,
                "articles": row.articles,
            }
            for row in events
        ),
    )
    values: list[dict[str, Any]] = []
    supporters: list[dict[str, Any]] = []
    for row in events:
        for value in row.event.values:
            head = len(values) + 1
            for part in _typed(value.slot, value.value, value.value):
                values.append({"id": len(values) + 1, "event": row.event.id, "rank": value.rank, **part})
            supporters += [{"value": head, "statement": s} for s in sorted(value.statements)]
    yield "event_value", values
    yield "event_value_statement", supporters
    yield "event_statement", ({"event": r.event.id, "statement": s} for r in events for s in sorted(r.event.statements))
    yield (
        "event_entity",
        (
            {"entity": entity, "date": _sort_date(r), "event": r.event.id, "role": role}
            for r in events
            for role, entity in sorted(set(r.roles))
        ),
    )


def _changes(changes: Sequence[Change]) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
    yield (
        "change",
        (
            {
                "id": number,
                "what": c.what,
                "event": c.event,
                "kind": c.kind,
                "slot": c.slot,
                "before": c.before,
                "after": c.after,
            }
            for number, c in enumerate(changes, 1)
        ),
    )
    yield (
        "change_entity",
        (
            {"change": number, "entity": entity}
            for number, c in enumerate(changes, 1)
            for entity in sorted(set(c.entities))
        ),
    )


def _sort_date(row: EventRow) -> str:
    """An undated event stands where the first article told it."""
    return row.date.start.isoformat() if row.date else row.said_first


def _typed(slot: str, value: SlotValue, resolved: SlotValue) -> Iterator[dict[str, Any]]:
    names = SLOT_TYPES[slot] in _NAMES
    for ordinal, (row, with_id) in enumerate(zip(parts(value), parts(resolved), strict=True)):
        full: dict[str, Any] = dict.fromkeys(
            ("text", "entity", "number", "currency", "high", "date_start", "date_end", "precision", "open")
        )
        full |= {"slot": slot, "ordinal": ordinal, "approximate": 0, "lead": 0} | row
        if names:
            full["entity"] = with_id["text"]
        yield full
