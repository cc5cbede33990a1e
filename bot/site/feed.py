"""The Atom feed: what the articles told last."""

from __future__ import annotations

from jinja2 import Environment

from bot.site.shelf import Shelf

_MOST = 50
_NEVER = "1970-01-01"
"""The day of a feed in which no article is dated."""


def feed(templates: Environment, shelf: Shelf, title: str, address: str) -> str:
    """The feed as XML. Its days are those of the articles, so that a rebuild from the same articles changes nothing.

    `address` makes its links whole; without one they lead on from where the feed lies.
    """
    quotes = {event.row.id: event.said for event in shelf.events}
    rows = [row for row in shelf.newest(_MOST) if row.told]
    return templates.get_template("feed.xml").render(
        title=title, address=address, entries=[(row, quotes[row.id], moment(row.told)) for row in rows],
        updated=moment(rows[0].told if rows else _NEVER),
    )  # fmt: skip


def moment(day: str) -> str:
    """An ISO day as the format wants it."""
    return f"{day}T00:00:00Z"
