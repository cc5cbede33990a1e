"""RSS and Atom taken apart by feedparser, from bytes that were fetched: it never fetches anything itself."""

from __future__ import annotations

import calendar
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

import feedparser

from bot.articles import UnreadableArticle
from bot.intake.items import Item

_MOST = 300
_LONGEST = 400_000


def parsed(body: bytes, content_type: str, url: str) -> dict[str, Any]:
    """The name of a feed and its items, the newest first; UnreadableArticle where it is no feed."""
    found = feedparser.parse(
        BytesIO(body), response_headers={"content-type": content_type}, resolve_relative_uris=False
    )
    if not found.get("version"):
        raise UnreadableArticle("that is neither RSS nor Atom: check the address of the feed")
    items = [_item(entry, url) for entry in found.entries[:_MOST]]
    items.sort(key=lambda item: item.published, reverse=True)
    return {"title": str(found.feed.get("title", ""))[:200], "items": [item.to_json() for item in items if item.id]}


def _item(entry: Mapping[str, Any], url: str) -> Item:
    link = _joined(url, str(entry.get("link", "")))
    summary = str(entry.get("summary", ""))
    bodies = [str(part.get("value", "")) for part in entry.get("content", ())]
    return Item(
        id=str(entry.get("id") or link)[:1000],
        link=link,
        title=" ".join(str(entry.get("title", "")).split())[:500],
        published=_moment(entry.get("published_parsed") or entry.get("updated_parsed")),
        summary=summary[:_LONGEST],
        body=max([*bodies, ""], key=len)[:_LONGEST],
        tags=tuple(str(tag.get("term") or "")[:100] for tag in entry.get("tags", ())[:30]),
    )


def _moment(told: time.struct_time | None) -> str:
    """When it was published, ISO; empty where that is not told, or is no time that there ever was."""
    try:
        return datetime.fromtimestamp(calendar.timegm(told), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if told else ""
    except (ValueError, OverflowError, OSError):
        return ""


def _joined(url: str, link: str) -> str:
    """The address of an item, which may be told from the feed's on."""
    try:
        return urljoin(url, link.strip()) if link else ""
    except ValueError:
        return ""
