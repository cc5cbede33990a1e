"""From a Chinese article to the drafts of all kinds that are read in Chinese."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable

from bot.extraction.chinese.beginnings import education, founding
from bot.extraction.chinese.deployments import deployments
from bot.extraction.chinese.funding import funding
from bot.extraction.chinese.launches import launches, prices
from bot.extraction.chinese.listings import listings
from bot.extraction.chinese.metrics import metrics
from bot.extraction.chinese.page import Page
from bot.extraction.chinese.partnerships import partnerships
from bot.extraction.chinese.plans import outlook
from bot.extraction.chinese.roles import roles
from bot.extraction.chinese.statements import statements
from bot.extraction.chinese.takeovers import takeovers
from bot.extraction.kind import Draft, all_kinds
from bot.model.article import Article
from bot.names import Registry

_log = logging.getLogger(__name__)

READERS: tuple[Callable[[Page], Iterable[Draft]], ...] = (
    *(takeovers, deployments, education, founding, funding, listings, launches, metrics, outlook, partnerships),
    *(prices, roles, statements),
)


def drafts(article: Article, registry: Registry | None = None) -> list[Draft]:
    """What every kind finds, unchecked. A kind that fails on an article costs neither the others nor the article."""
    page = Page(article, registry)
    found: list[Draft] = []
    for read in READERS:
        try:
            found += [draft for draft in read(page) if all_kinds()[draft.kind].complete(draft.slots)]
        except Exception as error:  # a fault of ours, on a text nobody foresaw: named, and read on
            _log.warning(
                "%s: reading the %s in Chinese failed (%s: %s); its other facts are kept. Please report the article.",
                *(article.source, read.__name__, type(error).__name__, error),
            )
    return found
