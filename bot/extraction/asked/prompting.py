"""An article as a model is shown it: whole where it is short, else in windows of whole paragraphs; always as data."""

from __future__ import annotations

import json

from bot.model.article import Article

LONGEST = 12_000
"""Characters of one window."""


def prompts(article: Article) -> list[str]:
    """One JSON object a window: no text of an article can end the data and begin to speak."""
    day = article.published.iso() if article.published else None
    return [
        json.dumps({"published": day, "title": article.title, "text": text}, ensure_ascii=False)
        for text in windows(article.text)
    ]


def windows(text: str, longest: int = LONGEST) -> list[str]:
    """A text cut between paragraphs; a paragraph that is too long is cut where it must be."""
    found: list[str] = []
    held = ""
    for paragraph in text.split("\n\n"):
        for start in range(0, max(len(paragraph), 1), longest):
            piece = paragraph[start : start + longest]
            if held and len(held) + len(piece) + 2 > longest:
                found.append(held)
                held = piece
            else:
                held = f"{held}\n\n{piece}" if held else piece
    return [*found, held] if held.strip() else found
