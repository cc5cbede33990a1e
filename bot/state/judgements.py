"""What administrators decided about the facts. Every build applies it; no build touches it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from bot.model.judgement import Judgement, Signed
from bot.state.audit import Audit
from bot.state.database import Database, Row


@dataclass(frozen=True, slots=True)
class Given:
    """A judgement as it is kept; `action` is the number of the action that gave it."""

    number: int
    signed: Signed
    action: int

    @property
    def judgement(self) -> Judgement:
        return self.signed.judgement


class Judgements:
    """Each is given by an action of the audit and taken back with it."""

    def __init__(self, database: Database, audit: Audit) -> None:
        self._database = database
        self._audit = audit

    def give(self, who: str, judgement: Judgement) -> int | None:
        """Keeps a judgement; the number of the action, None where it stands already."""
        with self._database.transaction():
            if judgement in self.standing():
                return None
            action = self._audit.record(who, judgement.verdict, judgement.told())
            self._insert(Signed(judgement, who, self._database.stamp()), action)
            return action

    def take_in(self, who: str, judgements: Iterable[Signed], source: str) -> tuple[int, int]:
        """Keeps judgements that came as text, in one action; how many are new, and how many stood already.

        One that tells neither who gave it nor when is signed by who brings it.
        """
        with self._database.transaction():
            standing = set(self.standing())
            given = list(judgements)
            fresh = {s.judgement: s for s in given if s.judgement not in standing}
            if fresh:
                action = self._audit.record(who, "import", f"{len(fresh)} judgements from {source}")
                for signed in fresh.values():
                    self._insert(
                        Signed(signed.judgement, signed.who or who, signed.at or self._database.stamp()), action
                    )
            return len(fresh), len(given) - len(fresh)

    def undo(self, who: str, action: int) -> list[Judgement]:
        """Takes back what an action gave; empty where nothing of it stands. The undoing is an action itself."""
        with self._database.transaction():
            gone = [kept.judgement for kept in self.entries() if kept.action == action]
            if gone:
                by = self._audit.record(who, "undo", f"action {action}: " + "; ".join(j.told() for j in gone))
                self._audit.take_back(action, by)
                self._database.write("UPDATE judgement SET undone = ? WHERE action = ?", (by, action))
            return gone

    def standing(self) -> list[Judgement]:
        """What holds, in the order it was given."""
        return [kept.judgement for kept in self.entries()]

    def entries(self) -> list[Given]:
        """What holds, with who gave it and when."""
        rows = self._database.rows("SELECT * FROM judgement WHERE undone IS NULL ORDER BY number")
        return [_given(row) for row in rows]

    def last(self) -> int | None:
        """The number of the last action of which something stands."""
        row = self._database.row("SELECT max(action) AS action FROM judgement WHERE undone IS NULL")
        return None if row is None or row["action"] is None else int(row["action"])

    def changed_since(self, action: int) -> int:
        """How many hold now that did not after an action, or held then and do no more."""
        row = self._database.row(
            "SELECT count(*) AS changed FROM judgement"
            " WHERE (action > ?1 AND undone IS NULL) OR (action <= ?1 AND undone > ?1)",
            (action,),
        )
        return int(row["changed"]) if row is not None else 0

    def forget(self, who: str) -> int:
        """Takes a person's name off their judgements; how many bore it."""
        return self._database.write("UPDATE judgement SET who = '' WHERE who = ? AND who <> ''", (who,))

    def _insert(self, signed: Signed, action: int) -> None:
        judgement = signed.judgement
        self._database.write(
            "INSERT INTO judgement (verdict, targets, words, slot, value, who, at, action)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                judgement.verdict,
                json.dumps(judgement.targets),
                json.dumps(judgement.words, ensure_ascii=False),
                judgement.slot,
                judgement.value,
                signed.who,
                signed.at,
                action,
            ),
        )


def _given(row: Row) -> Given:
    judgement = Judgement(
        row["verdict"],
        tuple(json.loads(row["targets"])),
        tuple(json.loads(row["words"])),
        row["slot"],
        row["value"],
    )
    return Given(row["number"], Signed(judgement, row["who"], row["at"]), row["action"])
