"""Builds the fact store from folders of articles: read, extract, resolve, merge, write, swap."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot import __version__
from bot.articles.library import walk
from bot.articles.likeness import repeated
from bot.articles.revisions import revisions
from bot.brought import brought
from bot.knowledge.events import events_of
from bot.knowledge.judged import Judged
from bot.knowledge.one import as_one
from bot.knowledge.resolve import Resolution, resolve
from bot.knowledge.withheld import Sentence, passages
from bot.llm.asking import Asking, Report
from bot.model.article import Article
from bot.model.event import KnownEvent
from bot.model.judgement import Judgement
from bot.model.statement import Statement
from bot.names.registry import Registry, default_registry
from bot.reading.fingerprint import fingerprint as reader_fingerprint
from bot.reading.reader import Progress, Reader
from bot.reading.workers import Extractor, LoadAsker, Outcome, load_extractor
from bot.store.records import Change
from bot.store.remembered import Remembered, place_beside
from bot.store.tables import Content
from bot.store.write import Check, build_lock, write

_BEHIND = 10_000_000
"""Nanoseconds that the clock by which files are dated may be behind: what was written just then is read once more."""
_NOT_KEPT = ("read", "asked")
"""What depends on more than the articles."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    articles: int = 0
    facts: int = 0
    events: int = 0
    entities: int = 0
    conflicts: int = 0
    """Events that articles disagree about."""
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
    read: int = 0
    """How many articles were read; what the others tell was known from an earlier build. No part of the store."""
    retracted: int = 0
    """How many facts administrators took out."""
    asked: Report | None = None
    """What asking a language model came to, where one is asked. No part of the store."""


def build(
    folders: Iterable[str | Path],
    db: str | Path,
    *,
    extract: Extractor | None = None,
    progress: Progress | None = None,
    registry: Registry | None = None,
    judgements: Iterable[Judgement] = (),
    check: Check | None = None,
    fingerprint: str = "",
    fresh: bool = False,
    workers: int | None = 1,
    cluster: str = "",
    asking: Asking | None = None,
) -> BuildReport:
    """Replaces the store at `db` by what the articles below the folders tell and administrators judged.

    `check` is given the new store before it takes the old one's place and raises BuildError where it must not.
    BuildError, one line, where the store cannot be written or another build is at it; the old store stays then.

    What an unchanged article told an earlier build is used again, unless `fresh`. With another reader, `extract`, only
    where a `fingerprint` stands for it. `workers`: in how many processes the reader that ships reads, None for as many
    as are worth it; with more than one the program must bear that its main module is imported again. `cluster`: the
    address of a Dask cluster whose workers read, or `local` for one on this machine. `asking`: the language model that
    proposes facts.
    """
    target = Path(db).resolve()
    registry = registry or default_registry()
    if extract is None:
        made_of = fingerprint or reader_fingerprint()
        reader = (
            Reader(load_extractor, made_of, workers, cluster)
            if asking is None
            else Reader(LoadAsker(asking), f"{made_of} {asking.fingerprint}", workers, cluster)
        )
    else:
        reader = Reader(lambda: extract, fingerprint, workers=1)
    with build_lock(target):
        begun = time.time_ns() - _BEHIND
        articles, skipped = _read([Path(f) for f in folders], registry)
        outcomes, read_now = _outcomes(articles, reader, place_beside(target), fresh, progress)
        sources = [article.source for article in articles]
        asked = Report.of(zip(sources, outcomes, strict=True), asking) if asking is not None else None
        statements, refused, failed = _kept(articles, outcomes)
        skipped += [(a.source, failed[a.id]) for a in articles if a.id in failed]
        articles = [a for a in articles if a.id not in failed]
        judged = Judged(judgements)
        read = len(statements)
        articles, statements, retracted = judged.articles(articles, statements)
        skipped += [(article.source, "retracted by an administrator") for article in retracted]
        with_articles = read - len(statements)
        echoes = repeated(articles, statements)
        statements = [s for s in statements if s.id not in echoes]
        known = judged.resolution(as_one(resolve(articles, statements, registry), articles, registry))
        events: Sequence[KnownEvent] = events_of(known.told, known.parents, judged.values)
        known, events = judged.without_retracted(known, events)
        changes, earlier = brought(target, known, events)
        taking_part = {entity for event in events for _, entity in event.roles}
        report = BuildReport(
            len(articles),
            len(known.told),
            len(events),
            len(taking_part),
            sum(e.event.disputed for e in events),
            refused,
            tuple(skipped),
            {what: sum(c.what == what for c in changes) for what in sorted({c.what for c in changes})},
            judged.acted,
            tuple(judgement.told() for judgement in judged.idle),
            retracted=with_articles + len(judged.taken_out),
            read=read_now,
            asked=asked,
        )
        told_still = passages(articles, judged.taken_out, known.entities)
        of_it = {what: count for what, count in asdict(report).items() if what not in _NOT_KEPT} | {"earlier": earlier}
        write(target, _content(articles, told_still, known, events, changes, of_it), check, begun)
    return report


def _read(folders: Sequence[Path], registry: Registry) -> tuple[list[Article], list[tuple[str, str]]]:
    """The articles, each in its newest version, and what was skipped."""
    articles: list[Article] = []
    skipped: list[tuple[str, str]] = []
    for found in walk(folders, registry.spellings):
        if isinstance(found, Article):
            articles.append(found)
        else:
            skipped.append((found.shown, found.reason))
    newer = revisions(articles)
    sources = {a.id: a.source for a in articles}
    skipped += [(a.source, f"an earlier version of {sources[newer[a.id]]}") for a in articles if a.id in newer]
    return [a for a in articles if a.id not in newer], skipped


def _outcomes(
    articles: Sequence[Article], reader: Reader, place: Path, fresh: bool, progress: Progress | None
) -> tuple[list[Outcome], int]:
    """What reading each article gives, and how many had to be read."""
    if not reader.fingerprint:
        return reader.read(articles, None, progress)
    with Remembered(place, fresh) as memory:
        return reader.read(articles, memory, progress)


def _kept(articles: Sequence[Article], outcomes: Sequence[Outcome]) -> tuple[list[Statement], int, dict[str, str]]:
    """The statements, how many were refused, and by their ids the articles that could not be read through, and why."""
    kept: dict[str, Statement] = {}
    refused = 0
    failed: dict[str, str] = {}
    for article, told in zip(articles, outcomes, strict=True):
        if isinstance(told, str):
            failed[article.id] = told
            continue
        for statement in told:
            if _stands(statement, article):
                kept.setdefault(statement.id, statement)
            else:
                refused += 1
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
    told_still: Mapping[str, Sequence[Sentence]],
    known: Resolution,
    events: Sequence[KnownEvent],
    changes: Sequence[Change],
    report: Mapping[str, Any],
) -> Content:
    return Content(
        articles=articles,
        passages=told_still,
        entities=known.entities,
        parents=known.parents,
        nameless=known.descriptions,
        statements=[t.statement for t in known.told],
        resolved={t.id: t.slots for t in known.told},
        events=events,
        changes=changes,
        built_at=datetime.now(UTC).isoformat(timespec="seconds"),
        extractor=__version__,
        report=report,
    )
