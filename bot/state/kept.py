"""Small texts kept under a key: the hash of what was synced, the message behind a button too long to carry it."""

from __future__ import annotations

import base64
import hashlib
from datetime import timedelta

from bot.state.database import Database, stamp

_FOREVER = "9999-12-31T23:59:59Z"


class Kept:
    """A value with a time to live is gone after it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str) -> str | None:
        row = self._database.row("SELECT value FROM kept WHERE key = ? AND until > ?", (key, self._database.stamp()))
        return None if row is None else str(row["value"])

    def put(self, key: str, value: str, ttl: timedelta | None = None) -> None:
        """Keeps a value in place of the one before, for ever or for `ttl`."""
        until = _FOREVER if ttl is None else stamp(self._database.now() + ttl)
        self._database.write(
            "INSERT INTO kept (key, value, until) VALUES (?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value, until = excluded.until",
            (key, value, until),
        )

    def drop(self, key: str) -> None:
        self._database.write("DELETE FROM kept WHERE key = ?", (key,))

    def shorten(self, value: str, ttl: timedelta) -> str:
        """A key of 20 letters and digits that gives the value back; the same value has the same key."""
        digest = hashlib.blake2b(value.encode("utf-8", "surrogatepass"), digest_size=12).digest()
        key = base64.b32encode(digest).decode().rstrip("=").lower()
        self.put(f"short:{key}", value, ttl)
        return key

    def lengthen(self, key: str) -> str | None:
        """What `shorten` kept under a key, None where it is gone."""
        return self.get(f"short:{key}")

    def prune(self) -> int:
        """Removes what has run out; how many values that were."""
        return self._database.write("DELETE FROM kept WHERE until <= ?", (self._database.stamp(),))
