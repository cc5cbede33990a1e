"""What was read before, in a file beside the store: texts by keys, kept as long as builds ask for them.

A build product like the store, and never more than a saving: it may be deleted at any time. Only the build that holds
the store's `build_lock` opens it. A row is believed only with its digest; where the file is damaged it is begun anew.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from contextlib import suppress
from pathlib import Path
from types import TracebackType

log = logging.getLogger(__name__)

KEPT_BUILDS = 10
"""For so many builds a text that none of them asked for is kept."""

_FAULTS = (sqlite3.Error, OSError, ValueError)
"""Of a file that is damaged: also its error messages may hold what is no text."""

_TABLE = """
CREATE TABLE IF NOT EXISTS remembered (
    key TEXT PRIMARY KEY, text TEXT NOT NULL, digest TEXT NOT NULL, used INTEGER NOT NULL
) WITHOUT ROWID
"""


def place_beside(store: Path) -> Path:
    """Where what was read for the store at this place is remembered."""
    return store.with_name(f".{store.name}-remembered")


class Remembered:
    """Open it once a build and close it at the end, or use it in `with`. `fresh` forgets all.

    Where the file cannot be used that is told in one line, once, and all goes on as if nothing were remembered.
    """

    def __init__(self, path: Path, fresh: bool = False) -> None:
        self._path = path
        self._told = False
        self._used: set[str] = set()
        self._build = 0
        self._db: sqlite3.Connection | None = None
        try:
            if fresh:
                self._forget()
            self._open()
        except _FAULTS as error:
            self._begin_anew(error)

    def __enter__(self) -> Remembered:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def get(self, key: str) -> str | None:
        """The text of a key; None where there is none that can be believed."""
        if self._db is None:
            return None
        try:
            row = self._db.execute("SELECT text, digest FROM remembered WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            if row[1] != _digest(key, row[0]):
                raise sqlite3.DatabaseError("a row is not what was written")
        except _FAULTS as error:
            self._begin_anew(error)
            return None
        self._used.add(key)
        return str(row[0])

    def put(self, key: str, text: str) -> None:
        """Remembers a text at once, so that a build that is killed need not read it again."""
        if self._db is None:
            return
        try:
            self._db.execute(
                "INSERT OR REPLACE INTO remembered VALUES (?, ?, ?, ?)", (key, text, _digest(key, text), self._build)
            )
        except _FAULTS as error:
            self._begin_anew(error)

    def close(self) -> None:
        """Drops what was not asked for in the last builds."""
        if self._db is None:
            return
        try:
            self._db.execute("BEGIN")
            self._db.executemany(
                "UPDATE remembered SET used = ? WHERE key = ?", [(self._build, key) for key in sorted(self._used)]
            )
            self._db.execute("DELETE FROM remembered WHERE used <= ?", (self._build - KEPT_BUILDS,))
            self._db.execute("COMMIT")
        except _FAULTS as error:
            self._begin_anew(error)
        self._shut()

    def _open(self) -> None:
        # What a power cut spoils is known by the digests: waiting for the disk would buy nothing.
        self._db = sqlite3.connect(self._path, isolation_level=None)
        self._db.executescript(f"PRAGMA synchronous = OFF; PRAGMA auto_vacuum = FULL; {_TABLE};")
        self._build = self._db.execute("SELECT coalesce(max(used), 0) + 1 FROM remembered").fetchone()[0]

    def _begin_anew(self, error: Exception) -> None:
        """Forgets all after a fault; after a second one nothing is remembered in this build."""
        if not self._told:
            log.warning("%s: cannot be used (%s): it is begun anew, and all articles are read", self._path, error)
        self._shut()
        self._used.clear()
        with suppress(*_FAULTS):
            self._forget()
            if not self._told:
                self._told = True
                self._open()

    def _forget(self) -> None:
        self._path.unlink(missing_ok=True)
        self._path.with_name(f"{self._path.name}-journal").unlink(missing_ok=True)

    def _shut(self) -> None:
        db, self._db = self._db, None
        if db is not None:
            with suppress(*_FAULTS):
                db.close()


def _digest(key: str, text: object) -> str:
    return hashlib.sha256(f"{key}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()
