"""Builds the fact store from folders of articles: read, extract, resolve, merge, write, swap."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bot import __version__
from bot.articles.library import walk
from bot.articles.likeness import repeated
from bot.articles.revisions import revisions
from bot.knowledge.changes import Difference, Seen, differences, print_value
from bot.knowledge.events import KnownEvent, events_of
from bot.knowledge.judged import Judged
from bot.knowledge.resolve import Resolution, resolve
from bot.knowledge.sentences import sentences
from bot.model.article import Article
from bot.model.event import EventValue
from bot.model.judgement import Judgement
from bot.model.statement import SLOT_TYPES, Investor, SlotValue, Statement
from bot.names.registry import Registry, default_registry
from bot.store.query import EventQuery
from bot.store.read import Facts
from bot.store.records import Change, NoStore
from bot.store.tables import Content, EventRow
from bot.store.write import Check, build_lock, write

Extractor = Callable[[Article], list[Statement]]
Progress = Callable[[int, int, str], None]
"""Called with how many articles are read, how many there are, and the name of the one being read."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    articles: int = 0
    facts: int = 0
    events: int = 0
    entities: int = 0
    conflicts: int = 0
    refused: int = 0
    """Facts whose quote does not stand in the article; they are left out."""
    skipped: tuple[tuple[str, str], ...] = ()
    """(file, reason)."""
    changes: dict[str, int] = field(default_factory=dict)
    """How many events are new, corroborated, corrected, conflicting, withdrawn."""
    judgements: int = 0
    """How many judgements of administrators were applied."""
    idle: tuple[str, ...] = ()
    """The judgements that found nothing to act on."""


def build(
    folders: Iterable[str | Path],
    db: str | Path,
    *,
    extract: Extractor | None = None,
    progress: Progress | None = None,
    registry: Registry | None = None,
    judgements: Iterable[Judgement] = (),
    check: Check | None = None,
) -> BuildReport:
    """Replaces the store at `db` by what the articles below the folders tell and administrators judged.

    `check` is given the new store before it takes the old one's place and raises BuildError where it must not.
    BuildError, one line, where the store cannot be written or another build is at it; the old store stays then.
    """
    target = Path(db).resolve()
    names = registry or default_registry()
    with build_lock(target):
        articles, skipped = _read([Path(f) for f in folders], names)
        statements, refused, failed = _extract(articles, extract or _extractor(), progress)
        failures = {source for source, _ in failed}
        articles = [a for a in articles if a.source not in failures]
        skipped += failed
        echoes = repeated(articles, statements)
        statements = [s for s in statements if s.id not in echoes]
        judged = Judged(judgements)
        known = judged.resolution(resolve(articles, statements, names))
        events: Sequence[KnownEvent] = events_of(known.told, known.parents, judged.values)
        known, events = judged.without_retracted(known, events)
        changes = _changes(target, known, events)
        taking_part = {entity for event in events for _, entity in event.roles}
        report = BuildReport(
            len(articles),
            len(known.told),
            len(events),
            len(taking_part),
            sum(bool(e.event.conflicting(slot)) for e in events for slot in {v.slot for v in e.event.values}),
            refused,
            tuple(skipped),
            {what: sum(c.what == what for c in changes) for what in sorted({c.what for c in changes})},
            judged.acted,
            tuple(judgement.told() for judgement in judged.idle),
        )
        write(target, _content(articles, known, events, changes, report), check)
    return report


def _read(folders: Sequence[Path], registry: Registry) -> tuple[list[Article], list[tuple[str, str]]]:
    """The articles, each in its newest version, and what was skipped."""
    articles: list[Article] = []
    skipped: list[tuple[str, str]] = []
    known = frozenset(name for e in registry.entities.values() for name in (e.name, *e.aliases))
    for found in walk(folders, known):
        if isinstance(found, Article):
            articles.append(found)
        else:
            skipped.append((found.shown, found.reason))
    newer = revisions(articles)
    sources = {a.id: a.source for a in articles}
    skipped += [(a.source, f"an earlier version of {sources[newer[a.id]]}") for a in articles if a.id in newer]
    return [a for a in articles if a.id not in newer], skipped


def _extractor() -> Extractor:
    from bot.extraction import extract  # loads the language model: only where it is needed

    return extract


def _extract(
    articles: Sequence[Article], extract: Extractor, progress: Progress | None
) -> tuple[list[Statement], int, list[tuple[str, str]]]:
    """The statements, how many were refused, and the articles that could not be read through."""
    kept: dict[str, Statement] = {}
    refused = 0
    failed: list[tuple[str, str]] = []
    for number, article in enumerate(articles):
        if progress is not None:
            progress(number, len(articles), article.source)
        try:
            statements = extract(article)
        except Exception as error:  # one article must not cost the others
            failed.append((article.source, f"its facts could not be read ({type(error).__name__}: {error})"))
            continue
        for statement in statements:
            if _stands(statement, article):
                kept.setdefault(statement.id, statement)
            else:
                refused += 1
    if progress is not None:
        progress(len(articles), len(articles), "")
    return list(kept.values()), refused, failed


def _stands(statement: Statement, article: Article) -> bool:
    quote = statement.quote
    return (
        statement.article == article.id
        and bool(quote.text.strip())
        and 0 <= quote.start < quote.end
        and article.raw[quote.start : quote.end] == quote.text
    )


def _content(
    articles: Sequence[Article],
    known: Resolution,
    events: Sequence[KnownEvent],
    changes: Sequence[Change],
    report: BuildReport,
) -> Content:
    return Content(
        articles=articles,
        passages={a.id: list(sentences(a)) for a in articles},
        entities=known.entities,
        parents=known.parents,
        nameless=known.descriptions,
        statements=[t.statement for t in known.told],
        resolved={t.id: t.slots for t in known.told},
        events=[
            EventRow(e.event, e.said_first, e.said_last, e.date, e.usd, e.usd_high, e.articles, e.roles) for e in events
        ],
        changes=changes,
        built_at=datetime.now(UTC).isoformat(timespec="seconds"),
        extractor=__version__,
        report=asdict(report),
    )


def _changes(target: Path, known: Resolution, events: Sequence[KnownEvent]) -> list[Change]:
    """Against the store that is at the place now; without one that can be read, nothing is told to have changed."""
    names = {e.id: e.name for e in known.entities}
    article_of = {t.id: t.article for t in known.told}
    now = [
        Seen(
            e.event,
            frozenset(article_of[s] for s in e.event.statements),
            frozenset(e.roles),
            _words(e.event.kind, e.event.values, names),
        )
        for e in events
    ]
    try:
        with Facts.open(target) as facts:
            before = _seen(facts, names)
    except (NoStore, sqlite3.DatabaseError):  # a broken store is what a build repairs
        return []
    return [_printed(d, names) for d in differences(before, now)]


def _seen(facts: Facts, names: dict[str, str]) -> list[Seen]:
    """The events of a store; the names of entities that are gone are added to `names`."""
    seen = []
    for stored in facts.events(EventQuery()):
        for entity, name in stored.names.items():
            names.setdefault(entity, name)
        roles = {(slot, e) for s in stored.statements for slot, ids in s.entities.items() for e in ids}
        articles = frozenset(s.article for s in stored.statements)
        words = _words(stored.kind, stored.event.values, names)
        seen.append(Seen(stored.event, articles, frozenset(roles), words))
    return seen


def _printed(difference: Difference, names: dict[str, str]) -> Change:
    d = difference
    before, after = d.before, d.after
    if SLOT_TYPES.get(d.slot) in ("name", "names", "investors"):
        before, after = (", ".join(names.get(n, n) for n in text.split(", ")) for text in (before, after))
    return Change(d.what, d.event, d.kind, d.slot, before, after, d.entities)


def _words(kind: str, values: Sequence[EventValue], names: dict[str, str]) -> str:
    """One line that tells an event: its kind and its best values, names in place of ids."""
    told = []
    for value in values:
        if value.rank == "preferred":
            named = EventValue(value.slot, _named(value.slot, value.value, names), value.rank, value.statements)
            told.append(f"{value.slot} {print_value(named)}")
    return f"{kind}: " + ", ".join(told)


def _named(slot: str, value: SlotValue, names: dict[str, str]) -> SlotValue:
    if isinstance(value, tuple):
        return tuple(names.get(v.name, v.name) if isinstance(v, Investor) else names.get(v, v) for v in value)
    return names.get(value, value) if SLOT_TYPES.get(slot) == "name" and isinstance(value, str) else value
