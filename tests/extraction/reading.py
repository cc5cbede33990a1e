"""Texts as contexts, for the tests of extraction."""

from __future__ import annotations

from bot.articles import article_from_text
from bot.extraction.text.context import Context
from bot.model.when import When


def read(text: str, title: str = "", published: str = "2025-10-08") -> Context:
    """The context of a text written down here, published on a day."""
    head = f"---\ntitle: {title!r}\n---\n\n" if title else ""
    return Context(article_from_text("a.md", head + text, "md", When.from_iso(published)))


def kinds_of(context: Context) -> dict[str, str]:
    """Name → kind, for every entity of the text."""
    return {cluster.name: cluster.kind for cluster in context.clusters}
