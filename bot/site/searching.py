"""What the search box looks through: a script file with one list, so that it also loads where no server is."""

from __future__ import annotations

import json
from typing import Any

from bot.answers.text import visible
from bot.site.addresses import entity_page
from bot.site.shelf import Shelf

NAME, EVENT, ARTICLE = 0, 1, 2


def index(shelf: Shelf) -> str:
    """`window.LANDSCAPE`, a list an entry: its sort, its name, what else finds it, its page, what stands beside."""
    entries: list[list[Any]] = []
    for entity in shelf.entities.values():
        count = len(shelf.of_entity[entity.id])
        note = f"{count} fact" if count == 1 else f"{count} facts"
        entries.append([NAME, entity.name, list(entity.aliases), entity_page(entity.id), note])
    for row in shelf.rows.values():
        entries.append([EVENT, row.text, [row.label], row.page, row.when])
    for source in shelf.sources.values():
        entries.append([ARTICLE, source.title, [source.publisher], source.page, source.published])
    listed = json.dumps(_clean(entries), ensure_ascii=False, separators=(",", ":"))
    return f"window.LANDSCAPE={listed};\n"


def _clean(value: Any) -> Any:
    """Texts without unseen characters, everywhere."""
    if isinstance(value, str):
        return " ".join(visible(value).split())
    return [_clean(one) for one in value] if isinstance(value, list) else value
