"""What the commands read, asked of the same file by hand: the best query for each, and nothing made of the rows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_DEALS = ("company", "investors", "buyer", "target", "seller", "exchange")
_DEAL_KINDS = ("funding", "acquisition", "ipo")
_TIMELINE_KINDS = (
    "founding", "funding", "acquisition", "ipo", "launch", "partnership", "deployment", "role", "education", "plan",
    "metric", "price",
)  # fmt: skip
Rows = list[Any]


class Raw:
    """A store opened by nobody's rules but SQLite's. With `pieces` events are read as they lie in one piece, not taken
    apart; else from the columns that are there for whoever asks by hand."""

    def __init__(self, path: Path, pieces: bool = False) -> None:
        self._pieces = pieces
        self.db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)

    def deal(self, name: str) -> Rows:
        """Two hundred deals of a name, the newest first; of fifteen what is told, and three sentences beside."""
        entity = self._entity(name)
        rows = self.db.execute(
            f"SELECT DISTINCT x.date, x.event FROM event_entity x WHERE x.entity = ? AND x.held"
            f" AND x.role IN ({_marks(_DEALS)}) AND x.kind IN ({_marks(_DEAL_KINDS)})"
            " ORDER BY x.date DESC, x.event LIMIT 200",
            (entity, *_DEALS, *_DEAL_KINDS),
        ).fetchall()
        return [rows, *self._told([row[1] for row in rows[:15]]), self._sentences(name)]

    def who(self, name: str) -> Rows:
        """Forty posts at a company or of a person with what is told of fourteen, and four sentences beside."""
        entity = self._entity(name)
        rows = self.db.execute(
            "SELECT x.date, x.event FROM event_entity x WHERE x.entity = ? AND x.held"
            " AND x.role IN ('organization', 'person') AND x.kind = 'role' ORDER BY x.date DESC, x.event LIMIT 40",
            (entity,),
        ).fetchall()
        return [rows, *self._told([row[1] for row in rows]), self._sentences(name)]

    def timeline(self, name: str) -> Rows:
        """Four hundred events of a name, the oldest first; of twenty-four what is told."""
        entity = self._entity(name)
        rows = self.db.execute(
            "SELECT DISTINCT x.date, x.event, x.kind FROM event_entity x WHERE x.entity = ? AND x.held"
            f" AND x.date > '' AND x.kind IN ({_marks(_TIMELINE_KINDS)}) ORDER BY x.date, x.event LIMIT 400",
            (entity, *_TIMELINE_KINDS),
        ).fetchall()
        return [rows, *self._told([row[1] for row in rows[:24]])]

    def over(self, usd: float, since: str) -> Rows:
        """Two hundred deals of at least so many dollars since a day; of fifteen what is told."""
        each = (
            "SELECT * FROM (SELECT i.sort_date AS day, i.id AS event FROM event i INDEXED BY event_kind"
            " CROSS JOIN event e ON e.id = i.id WHERE i.kind = '{}' AND i.sort_date >= ?1"
            " AND coalesce(i.usd_high, i.usd) >= ?2 ORDER BY i.sort_date DESC, i.id LIMIT 200)"
        )
        union = " UNION ALL ".join(each.format(kind) for kind in _DEAL_KINDS)
        rows = self.db.execute(f"{union} ORDER BY day DESC, event LIMIT 200", (since, usd)).fetchall()
        return [rows, *self._told([row[1] for row in rows[:15]])]

    def any_of(self, words: Sequence[str], limit: int) -> Rows:
        """The sentences that BM25 ranks first of those that hold one of some words."""
        return self.db.execute(
            "SELECT p.id, p.text FROM passage_fts f JOIN passage p ON p.id = f.rowid WHERE passage_fts MATCH ?"
            " ORDER BY bm25(passage_fts), p.id LIMIT ?",
            (" OR ".join(f'"{word}"' for word in words), limit),
        ).fetchall()

    def _entity(self, name: str) -> str:
        row = self.db.execute("SELECT entity FROM alias WHERE folded = ?", (name.casefold(),)).fetchone()
        return str(row[0])

    def _told(self, events: list[str]) -> Rows:
        """Values, names, sentences and articles of some events."""
        ids = (json.dumps(events),)
        some = "IN (SELECT value FROM json_each(?))"
        if self._pieces:
            return [
                self.db.execute(f"SELECT event, told FROM event_told WHERE event {some}", ids).fetchall(),
                self.db.execute(
                    "SELECT a.source, a.url, a.publisher, a.published, a.title FROM event_statement t"
                    " JOIN statement s ON s.id = t.statement JOIN article a ON a.id = s.article"
                    f" WHERE t.event {some}",
                    ids,
                ).fetchall(),
            ]
        return [
            self.db.execute(sql, ids).fetchall()
            for sql in (
                f"SELECT * FROM event WHERE id {some}",
                f"SELECT * FROM event_value WHERE event {some} ORDER BY id",
                "SELECT x.event, n.id, n.name FROM event_entity x JOIN entity n ON n.id = x.entity"
                f" WHERE x.event {some}",
                "SELECT t.event, v.quote, a.source, a.url, a.publisher, a.published, a.title FROM event_statement t"
                " JOIN evidence v ON v.statement = t.statement JOIN article a ON a.id = v.article"
                f" WHERE t.event {some}",
                f"SELECT s.* FROM event_statement t JOIN slot s ON s.statement = t.statement WHERE t.event {some}",
            )
        ]

    def _sentences(self, name: str) -> Rows:
        """Eighty sentences with the words of a name."""
        return self.db.execute(
            "SELECT p.* FROM passage_fts f JOIN passage p ON p.id = f.rowid WHERE passage_fts MATCH ? LIMIT 80",
            (" AND ".join(f'"{word}"' for word in name.split()),),
        ).fetchall()


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
