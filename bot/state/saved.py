"""Articles that administrators saved, each by an action of the audit, so that the action can be taken back."""

from __future__ import annotations

from dataclasses import dataclass

from bot.state.audit import Audit
from bot.state.database import Database

ACTION = "add"


@dataclass(frozen=True, slots=True)
class SavedFile:
    """What an action did with a file of the inbox: put it there, or moved it away to a place inside."""

    action: int
    name: str
    away: str = ""
    """Where it was moved to, empty where it was put into its place."""


class Saved:
    """Each action that saved an article or moved it away or back."""

    def __init__(self, database: Database, audit: Audit) -> None:
        self._database = database
        self._audit = audit

    def note(self, who: str, what: str, name: str) -> int:
        """Notes that somebody saved an article as a file of the inbox; the number of the action."""
        with self._database.transaction():
            action = self._audit.record(who, ACTION, what, f"saved as {name}")
            self._insert(SavedFile(action, name))
            return action

    def get(self, action: int) -> SavedFile | None:
        """What an action did; None where it was none of these."""
        row = self._database.row("SELECT action, name, away FROM saved WHERE action = ?", (action,))
        return SavedFile(row["action"], row["name"], row["away"]) if row is not None else None

    def take_back(self, who: str, file: SavedFile, away: str) -> int:
        """Notes that somebody took an action back by moving its file: away to a place, or with none back to its own."""
        told = f"{file.name} was moved to {away}" if away else f"{file.name} is back"
        with self._database.transaction():
            action = self._audit.record(who, "undo", f"action {file.action}", told)
            self._audit.take_back(file.action, action)
            self._insert(SavedFile(action, file.name, away))
            return action

    def last(self) -> int | None:
        """The number of the last action that saved an article and was not taken back."""
        row = self._database.row(
            "SELECT max(s.action) AS action FROM saved s JOIN audit a ON a.number = s.action"
            " WHERE s.away = '' AND a.undone IS NULL"
        )
        return None if row is None or row["action"] is None else int(row["action"])

    def moved_away(self) -> frozenset[str]:
        """Names of the files that are away now."""
        rows = self._database.rows(
            "SELECT name FROM saved WHERE action IN (SELECT max(action) FROM saved GROUP BY name) AND away <> ''"
        )
        return frozenset(row["name"] for row in rows)

    def _insert(self, file: SavedFile) -> None:
        self._database.write(
            "INSERT INTO saved (action, name, away) VALUES (?, ?, ?)", (file.action, file.name, file.away)
        )
