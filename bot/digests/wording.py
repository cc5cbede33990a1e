"""A digest as an answer, which every platform can show, and as JSON."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.answers.view import joined
from bot.digests.content import Digest
from bot.digests.weighing import Item
from bot.locales import forms
from bot.model.answer import Action, Answer, Citation, Line
from bot.store.records import What

MOST = 12
"""Lines of a digest; what is beyond is counted."""

_MARK: dict[What, str] = {
    "new": "",
    "corroborated": "Confirmed: ",
    "corrected": "Changed: ",
    "conflicting": "Disputed: ",
    "withdrawn": "Withdrawn, no longer told: ",
}
_COUNTED: dict[What, str] = {
    "new": "new",
    "corroborated": "confirmed",
    "corrected": "changed",
    "conflicting": "disputed",
    "withdrawn": "withdrawn",
}


def as_answer(digest: Digest, most: int = MOST) -> Answer:
    """The digest, its weightiest lines first; not answered where nothing is new."""
    days = f"since {forms().day(digest.since)}"
    if not digest.items:
        return Answer(False, f"Nothing new {days}.")
    counts, number = digest.counts, forms().number
    told = joined(f"{number(counts[what])} {word}" for what, word in _COUNTED.items() if counts.get(what))
    articles = f"{number(digest.articles)} article{'' if digest.articles == 1 else 's'}"
    source = f", from {articles}" if digest.articles else ""
    shown = digest.items[:most]
    left = sum(counts.values()) - len(shown)
    title = f"New {days}: {told}{source}" + (f"; the {most} weightiest of them:" if left else "")
    entities = tuple(dict.fromkeys(one for item in shown for one in sorted(item.entities)))
    actions = (Action("ask", "What can I ask?", "/help"),)
    return Answer(True, title, tuple(line_of(item) for item in shown), actions=actions, entities=entities)


def line_of(item: Item) -> Line:
    """One piece of news in one line."""
    before = f" (before: {item.before})" if item.before else ""
    return replace(item.line, text=f"{_MARK[item.what]}{item.line.text}{before}")


def as_json(digest: Digest) -> dict[str, Any]:
    """The whole of it: every piece of news with its weight, its kind and its sources."""
    return {
        "since": digest.since.isoformat(),
        "until": digest.until.isoformat() if digest.until else None,
        "articles": digest.articles,
        "items": [
            {
                "what": item.what,
                "kind": item.kind,
                "event": item.event,
                "text": line_of(item).text,
                "told": item.line.when,
                "importance": item.importance,
                "watched": item.watched,
                "citations": _citations(item.line.citations),
                "notes": [{"text": note.text, "citations": _citations(note.citations)} for note in item.line.notes],
            }
            for item in digest.items
        ],
    }


def _citations(citations: tuple[Citation, ...]) -> list[dict[str, str]]:
    return [
        {"source": c.source, "quote": c.quote, "url": c.url, "publisher": c.publisher, "published": c.published}
        for c in citations
    ]
