"""From an article to its statements."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from bot.extraction.consolidate import consolidate
from bot.extraction.kind import Draft, Kind, all_kinds
from bot.extraction.text.context import Context
from bot.extraction.validate import validate
from bot.model.article import Article
from bot.model.statement import Statement
from bot.names import Registry

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
    """What every kind finds, unchecked."""
    return [draft for kind in all_kinds().values() for draft in _found(kind, context)]


def extract(article: Article, registry: Registry | None = None) -> list[Statement]:
    """Every fact that the article tells, each once, each with its quote; the same article gives the same list.

    Only English is read: the kinds lean on English words and syntax, and of another language they would tell nonsense.
    """
    if article.lang != "en":
        return []
    context = Context(article, registry)
    statements = (validate(draft, article) for draft in consolidate(drafts(context)))
    return [statement for statement in statements if statement is not None]
