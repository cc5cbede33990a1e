"""What is cited of articles: read when it is asked for, kept for a while."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from bot.model.answer import Citation

_MOST_KEPT = 600


class Citing:
    """The articles of one store, as far as they are cited."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._rows = db.cursor()
        self._rows.row_factory = None
        self._kept: dict[str, tuple[str, str, str, str, str]] = {}

    def read(self, ids: Iterable[str]) -> None:
        """Reads what will be cited of some articles, all at once."""
        wanted = dict.fromkeys(ids)
        missing = [one for one in wanted if one not in self._kept]
        if len(self._kept) + len(missing) > _MOST_KEPT:
            self._kept, missing = {}, list(wanted)
        if missing:
            rows = self._rows.execute(
                "SELECT id, source, url, publisher, published, title FROM article"
                " WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(missing),),
            )
            self._kept |= {row[0]: row[1:] for row in rows}

    def cite(self, article: str, quote: str) -> Citation:
        """A sentence of an article that was read before."""
        source, url, publisher, published, title = self._kept[article]
        return Citation(source, quote, url, publisher, published, title)
