"""Every action of an administrator: who did what, when, what came of it, and what was taken back by which."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.state.database import ALL, Database, Row, stamp


@dataclass(frozen=True, slots=True)
class Entry:
    """`outcome` is empty while an action goes on; `undone` is the number of the action that took this one back."""

    number: int
    who: str
    action: str
    what: str
    outcome: str
    at: str
    """When it began, ISO, UTC."""
    undone: int | None = None
    done: str = ""
    """When it ended."""


class Audit:
    """Numbered as the actions come; nothing is ever removed, only the name of somebody who is forgotten."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, who: str, action: str, what: str) -> int:
        """Notes an action that goes on; its number."""
        return self._add(who, action, what, "", "")

    def begin_alone(self, who: str, action: str, what: str, within: timedelta) -> int | Entry:
        """As `begin`, unless an action of this sort that began within a time goes on: then that one is given."""
        with self._database.transaction():
            going_on = self.open(action, within)
            return going_on if going_on is not None else self.begin(who, action, what)

    def open(self, action: str, within: timedelta | None = None) -> Entry | None:
        """The newest action of a sort that goes on; one whose process was killed is open for ever: `within` leaves
        out what began longer ago, and what a clock that was wrong noted for a time to come."""
        since, until = "", "9999"
        if within is not None:
            now = self._database.now()
            since, until = stamp(now - within), stamp(now + within)
        row = self._database.row(
            "SELECT * FROM audit WHERE action = ? AND outcome = '' AND at BETWEEN ? AND ? ORDER BY number DESC LIMIT 1",
            (action, since, until),
        )
        return _entry(row) if row is not None else None

    def record(self, who: str, action: str, what: str, outcome: str = "done") -> int:
        """Notes an action that is over; its number."""
        return self._add(who, action, what, outcome, self._database.stamp())

    def end(self, number: int, outcome: str) -> None:
        """Notes what came of an action."""
        self._database.write(
            "UPDATE audit SET outcome = ?, done = ? WHERE number = ?", (outcome, self._database.stamp(), number)
        )

    def take_back(self, number: int, by: int) -> bool:
        """Notes that one action took back another; False where that was done before."""
        return bool(
            self._database.write("UPDATE audit SET undone = ? WHERE number = ? AND undone IS NULL", (by, number))
        )

    def get(self, number: int) -> Entry | None:
        row = self._database.row("SELECT * FROM audit WHERE number = ?", (number,))
        return _entry(row) if row is not None else None

    def entries(self, limit: int | None = None, action: str | None = None) -> list[Entry]:
        """The actions, the newest first."""
        rows = self._database.rows(
            "SELECT * FROM audit WHERE ? IN ('', action) ORDER BY number DESC LIMIT ?",
            (action or "", ALL if limit is None else limit),
        )
        return [_entry(row) for row in rows]

    def before(self, moment: str) -> int:
        """The number of the last action begun before a moment (ISO, UTC, whole seconds), 0 where there was none."""
        row = self._database.row("SELECT max(number) AS number FROM audit WHERE at < ?", (moment,))
        return int(row["number"] or 0) if row is not None else 0

    def forget(self, who: str) -> int:
        """Takes a person off their actions: their name, and their direct conversation; how many bore it."""
        conversation = f"@{who.partition(':')[2]}: "
        return self._database.write(
            "UPDATE audit SET who = '', what = replace(what, ?, '') WHERE who = ? AND who <> ''", (conversation, who)
        )

    def _add(self, who: str, action: str, what: str, outcome: str, done: str) -> int:
        (row,) = self._database.rows(
            "INSERT INTO audit (who, action, what, outcome, at, done) VALUES (?, ?, ?, ?, ?, ?) RETURNING number",
            (who, action, what, outcome, self._database.stamp(), done),
        )
        return int(row["number"])


def _entry(row: Row) -> Entry:
    return Entry(
        row["number"], row["who"], row["action"], row["what"], row["outcome"], row["at"], row["undone"], row["done"]
    )
