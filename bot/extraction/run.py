"""From an article to its statements."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

from bot.extraction import chinese, tables
from bot.extraction.consolidate import consolidate
from bot.extraction.kind import Draft, Kind, all_kinds
from bot.extraction.learned.files import has_reader
from bot.extraction.learned.joining import join
from bot.extraction.learned.readings import Look, look
from bot.extraction.people import seats
from bot.extraction.sifting import sift
from bot.extraction.text.context import Context, Typer
from bot.extraction.validate import validate
from bot.model.article import Article
from bot.model.statement import Statement
from bot.names import Registry

Read = Callable[[Context, list[Draft]], Look | None]
"""Reads an article again, knowing what the rules found in it; None leaves it to the rules."""

Step = Callable[[Context, list[Draft]], list[Draft]]
"""Takes back, or puts in place of others, some of the drafts of an article."""

_log = logging.getLogger(__name__)


def _found(kind: Kind, context: Context) -> Iterator[Draft]:
    """The complete drafts of one kind. A kind that fails on an article costs neither the others nor the article."""
    try:
        yield from (draft for draft in kind.extract(context) if kind.complete(draft.slots))
    except Exception as error:  # a fault of ours, on a text nobody foresaw: named, and read on
        source = context.article.source
        _log.warning("%s: reading the kind %s failed (%s: %s); its other facts are kept. Please report the article.",
                     source, kind.name, type(error).__name__, error)  # fmt: skip


def drafts(context: Context) -> list[Draft]:
    """What the rules of every kind find, unchecked."""
    return [draft for kind in all_kinds().values() for draft in _found(kind, context)]


def shipped_look(context: Context, rules: list[Draft]) -> Look | None:
    """What the learned reader that ships sees in an article; None where its weights are missing."""
    return look(context, rules) if has_reader() else None


def _joined(context: Context, read: Read) -> list[Draft]:
    """The rules' drafts with what the reader makes of them; the rules' alone where the reader fails."""
    told = drafts(context)
    try:
        return join(context, told, read(context, told))
    except Exception as error:  # as above: a fault of ours costs no fact that was found
        _log.warning("%s: the learned reader failed (%s: %s); what the rules found is kept. Please report the article.",
                     context.article.source, type(error).__name__, error)  # fmt: skip
        return told


def _revised(context: Context, doing: str, step: Step, found: list[Draft]) -> list[Draft]:
    """The drafts as a step leaves them; as they were where it fails."""
    try:
        return step(context, found)
    except Exception as error:  # as above
        _log.warning("%s: %s failed (%s: %s); all are kept. Please report the article.",
                     context.article.source, doing, type(error).__name__, error)  # fmt: skip
        return found


def extract(
    article: Article,
    registry: Registry | None = None,
    *,
    typer: Typer | None = None,
    read: Read = shipped_look,
) -> list[Statement]:
    """Every fact that the article tells, each once, each with its quote; the same article gives the same list.

    `typer` and `read` stand for the shipped models where others are measured. English and Chinese are read, each by
    rules of its own; of another language they would tell nonsense.
    """
    if article.lang == "zh":
        found = chinese.drafts(article, registry)
    elif article.lang == "en":
        context = Context(article, registry, typer)
        found = _revised(context, "sifting its facts", sift, _joined(context, read))
        found = _revised(context, "reading its tables", tables.told, found)
        found = _revised(context, "telling where houses sit", seats.told, found)
    else:
        return []
    statements = (validate(draft, article) for draft in consolidate(found))
    return [statement for statement in statements if statement is not None]
