"""Which article is a changed version of an earlier one.

Articles do not know of each other, so revision is a relation over a shelf of them: same address, or same title from
the same file name without its date and number. The later published one, else the later in order, supersedes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from bot.model.article import Article

_DATE = re.compile(r"\A(?:19|20)\d\d[-_.]?(?:\d\d)?[-_.]?(?:\d\d)?[-_. ]*")
_COPY = re.compile(
    r"(?:[-_. ]{0,9}(?:\(\d{1,2}\)|v\d{1,2}|copy|updated?|revised|rev\d*|corrected|final)){1,9}\Z", re.IGNORECASE
)
_TRACKING = re.compile(r"[?&](?:utm_[^&#]*|fbclid=[^&#]*|gclid=[^&#]*|spm=[^&#]*)")


def revisions(articles: Iterable[Article]) -> dict[str, str]:
    """Superseded article's id → id of the newest version of it. Articles without a newer version are no key."""
    groups: dict[tuple[str, ...], list[tuple[date, int, str]]] = {}
    for order, article in enumerate(articles):
        said = article.published.start if article.published and not article.published_inferred else date.min
        for key in _keys(article)[:1]:
            groups.setdefault(key, []).append((said, order, article.id))
    out: dict[str, str] = {}
    for versions in groups.values():
        newest = max(versions)[2]
        out |= {article_id: newest for _, _, article_id in versions if article_id != newest}
    return out


def _keys(article: Article) -> list[tuple[str, ...]]:
    """What says that two articles are one: the address first, else title and file name together."""
    keys: list[tuple[str, ...]] = []
    if article.url:
        keys.append(("url", _address(article.url)))
    title = "".join(c for c in article.title.casefold() if c.isalnum())
    stem = _COPY.sub("", _DATE.sub("", article.source.rsplit(".", 1)[0])).casefold()
    if title and stem:
        keys.append(("name", stem, title))
    return keys


def _address(url: str) -> str:
    """The address without scheme, tracking and fragment."""
    bare = _TRACKING.sub("", url.split("#", 1)[0]).split("://", 1)[-1]
    return bare.removeprefix("www.").rstrip("/?&").casefold()
