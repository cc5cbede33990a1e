"""Articles that tell of rounds in one sentence, and a reader of that sentence."""

from __future__ import annotations

import re
from pathlib import Path

from bot.model.article import Article
from bot.model.statement import Quote, Statement, slots_from_json

QUILLON = """\
---
title: Quillon Robotics raises $21 million
published: 2025-03-04
publisher: The Robot Ledger
---

Quillon Robotics raised $21 million in a Series A round led by Harbor Lane Ventures, the company said on Tuesday.
"""
"""An article as people write them, for the reader that ships."""

_RAISED = re.compile(
    r"([A-Z][\w ]*?) raised \$(\d+) million in a (Series [A-Z])(?: from ([A-Z][\w ]+?))?(?: on (\S+))?\.(?=\s)"
)


def raised(article: Article) -> list[Statement]:
    """Who raised how much, from whom, when."""
    found = []
    for match in _RAISED.finditer(article.raw):
        company, millions, name, investor, day = match.groups()
        slots = {"company": company, "amount": {"value": int(millions) * 1e6, "currency": "USD"}, "round": name}
        if investor:
            slots["investors"] = [{"name": investor, "lead": False}]
        if day:
            slots["date"] = day
        found.append(Statement(article.id, "funding", slots_from_json(slots), Quote(*match.span(), match[0])))
    return found


def put(folder: Path, name: str, body: str, published: str = "2025-09-09") -> Path:
    """Writes an article into a folder, which is made where it is missing."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"---\ntitle: On {name}\npublished: {published}\n---\n\n{body}\n", encoding="utf-8")
    return path
