"""Who wants to hear of what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.state.database import Database, Row

OwnerKind = Literal["user", "channel"]


@dataclass(frozen=True, slots=True)
class Watch:
    """A user or a channel of a platform watches an entity; its name is kept for a store in which the id is gone."""

    platform: str
    owner_kind: OwnerKind
    owner: str
    entity: str
    name: str
    since: str = ""
    """When it began, ISO, UTC."""
    place: str = ""
    """The thread to which news of it goes; empty: to the owner, a person directly."""


class Watches:
    """Every watch, in the order they began."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, platform: str, owner_kind: OwnerKind, owner: str, entity: str, name: str, place: str = "") -> bool:
        """Begins a watch; False where it was there already."""
        return bool(
            self._database.write(
                "INSERT INTO watch (platform, owner_kind, owner, entity, name, since, place)"
                " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                (platform, owner_kind, owner, entity, name, self._database.stamp(), place),
            )
        )

    def remove(self, platform: str, owner_kind: OwnerKind, owner: str, entity: str) -> bool:
        """Ends a watch, wherever its news goes; False where there was none."""
        return bool(
            self._database.write(
                "DELETE FROM watch WHERE platform = ? AND owner_kind = ? AND owner = ? AND entity = ?",
                (platform, owner_kind, owner, entity),
            )
        )

    def of(self, platform: str, owner_kind: OwnerKind, owner: str) -> list[Watch]:
        """What one user or channel watches."""
        return _watches(
            self._database.rows(
                "SELECT * FROM watch WHERE platform = ? AND owner_kind = ? AND owner = ? ORDER BY id",
                (platform, owner_kind, owner),
            )
        )

    def at(self, platform: str, place: str) -> list[Watch]:
        """Of what a thread is told, whoever wanted it."""
        return _watches(
            self._database.rows("SELECT * FROM watch WHERE platform = ? AND place = ? ORDER BY id", (platform, place))
        )

    def leave(self, platform: str, place: str, entity: str = "") -> int:
        """Ends the watches whose news goes to a thread, all or those of one entity; how many there were."""
        return self._database.write(
            "DELETE FROM watch WHERE platform = ? AND place = ? AND place <> '' AND ? IN ('', entity)",
            (platform, place, entity),
        )

    def all(self) -> list[Watch]:
        return _watches(self._database.rows("SELECT * FROM watch ORDER BY id"))

    def forget(self, platform: str, user: str) -> int:
        """Removes the watches of a person; how many there were."""
        return self._database.write(
            "DELETE FROM watch WHERE platform = ? AND owner_kind = 'user' AND owner = ?", (platform, user)
        )


def _watches(rows: Sequence[Row]) -> list[Watch]:
    return [
        Watch(row["platform"], row["owner_kind"], row["owner"], row["entity"], row["name"], row["since"], row["place"])
        for row in rows
    ]
