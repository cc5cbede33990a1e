"""What is cited of articles: read when it is asked for, kept for a while."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from bot.model.answer import Citation

_MOST_KEPT = 4000


class Citing:
    """The articles of one store, as far as they are cited."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._kept: dict[str, sqlite3.Row] = {}

    def articles(self, ids: Iterable[str]) -> dict[str, sqlite3.Row]:
        """What is cited of some articles, by id."""
        wanted = dict.fromkeys(ids)
        missing = [one for one in wanted if one not in self._kept]
        if len(self._kept) + len(missing) > _MOST_KEPT:
            self._kept, missing = {}, list(wanted)
        if missing:
            rows = self._db.execute(
                "SELECT id, source, url, publisher, published, title FROM article"
                " WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(missing),),
            )
            self._kept |= {row["id"]: row for row in rows}
        return self._kept

    @staticmethod
    def citation(article: sqlite3.Row, quote: str) -> Citation:
        return Citation(
            article["source"], quote, article["url"], article["publisher"], article["published"], article["title"]
        )
