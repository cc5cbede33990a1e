"""A saved web page: trafilatura takes the article out of it. Nothing is ever fetched."""

from __future__ import annotations

import re

from bot.articles.dating import published_from
from bot.articles.errors import UnreadableArticle
from bot.articles.frontmatter import Head, web_addresses

_MARKUP = re.compile(r"<\s*(?:!doctype|html|head|body|article|main|div|p|h1|section|span|title)\b", re.IGNORECASE)


def read_page(html: str) -> tuple[Head, str]:
    """What the page says about itself, and the article's text, its title first."""
    if not _MARKUP.search(html[:200_000]):
        raise UnreadableArticle("no HTML in it: name it .txt if it is plain text")
    # Imported here: it is slow to load, and only pages need it.
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    try:
        document = bare_extraction(
            html,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            include_links=False,
            include_images=False,
            date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2099-12-31"},
        )
    except Exception as error:  # a parser of hostile pages: whatever it trips over, the page is what is wrong
        raise UnreadableArticle("the page cannot be taken apart: save its text as .txt") from error
    if not isinstance(document, Document) or not (text := (document.text or "").strip()):
        raise UnreadableArticle("no article found in the page: save its text as .txt")
    title = " ".join((document.title or "").split())
    first = text.split("\n", 1)[0]
    raw = text if not title or first.strip() == title else f"{title}\n\n{text}"
    head = Head(
        title=title,
        published=published_from(document.date or ""),
        publisher=" ".join((document.sitename or "").split())[:80],
        url=next(iter(web_addresses(document.url)), ""),
        links=tuple(web_addresses(document.url)),
        lang=(document.language or "")[:2].lower(),
    )
    return head, raw
