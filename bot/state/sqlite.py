"""The state in an SQLite file: one connection, short transactions, one thread at a time, several processes."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.state.database import Clock, Database, StateError, utc_now

APPLICATION_ID = 0x424F5453
"""Written into the file's header (`BOTS`), so that another SQLite file is told from a state database."""

_PATIENCE = 10.0
"""Seconds that a write waits for another process's."""


class SqliteDatabase(Database):
    """A file for one machine, without a server."""

    def __init__(self, path: Path, connection: sqlite3.Connection, now: Clock) -> None:
        super().__init__(now)
        self._path = path
        self._connection = connection
        self._lock = threading.RLock()

    @classmethod
    def open(cls, path: Path, now: Clock = utc_now) -> SqliteDatabase:
        """The database at `path`, made where there is none, readable by its owner alone."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists() and not path.is_file():
                raise StateError(f"{path} is no file: name another place with BOT_STATE")
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
        except OSError as error:
            raise StateError(
                f"the state database {path} cannot be opened ({error.strerror}): choose another place with BOT_STATE"
            ) from None
        try:
            connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
        except sqlite3.Error as error:
            raise _unusable(path, error) or StateError(
                f"the state database {path} cannot be opened ({error})"
            ) from None
        connection.row_factory = sqlite3.Row
        try:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
            if application != APPLICATION_ID and not (empty and application == 0):
                raise StateError(f"{path} is no state database of this bot: name another file with BOT_STATE")
            path.chmod(0o600)  # only now: somebody else's file stays as open as it was
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
            if application != APPLICATION_ID:
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        except StateError:
            connection.close()
            raise
        except OSError as error:
            connection.close()
            raise StateError(
                f"the state database {path} is somebody else's ({error.strerror}): choose another place with BOT_STATE"
            ) from None
        except sqlite3.Error as error:
            connection.close()
            raise _unusable(path, error) or StateError(
                f"the state database {path} cannot be read ({error}): restore a backup with `bot restore FILE`, or move"
                " the file away"
            ) from None
        return cls(path, connection, now)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        with self._lock:
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.commit()
            except BaseException:  # what could not be kept must not stay open, and hold up every other writer
                self._connection.rollback()
                raise

    def write(self, sql: str, given: Sequence[Any] = ()) -> int:
        with self._lock, self.transaction():
            return self._connection.execute(sql, given).rowcount

    def rows(self, sql: str, given: Sequence[Any] = ()) -> list[sqlite3.Row]:
        with self._lock:
            return self._connection.execute(sql, given).fetchall()

    def define(self, sql: str) -> None:
        self.write(sql)

    @contextmanager
    def filling(self) -> Iterator[None]:
        with self.transaction():
            self.rows("PRAGMA defer_foreign_keys = ON")
            yield

    def backup(self, path: Path) -> None:
        copy = sqlite3.connect(path)
        try:
            with self._lock:
                self._connection.backup(copy)
        except sqlite3.Error as error:
            raise StateError(
                f"the copy could not be made ({error}): see that there is room for it, and that the state is whole"
                " (`bot doctor`)"
            ) from None
        finally:
            copy.close()

    def broken(self) -> str:
        """What SQLite's check finds; empty where the file is whole."""
        try:
            found = " ".join(str(self.rows("PRAGMA quick_check(1)")[0][0]).split())
        except sqlite3.DatabaseError as error:
            return str(error)
        return "" if found == "ok" else found

    def unusable(self, error: BaseException) -> StateError | None:
        return _unusable(self._path, error)

    def close(self) -> None:
        with self._lock:
            self._connection.close()


def _unusable(path: Path, error: BaseException) -> StateError | None:
    """What to do where the file or the disk is at fault; None where the program is."""
    if not isinstance(error, sqlite3.Error):
        return None
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return StateError(
            f"the state database {path} is damaged ({error}): put back a copy with `bot restore FILE`, or move the file"
            " away to begin without what people set"
        )
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StateError(
            f"the state database {path} is held by another process for more than {_PATIENCE:.0f} seconds: see what"
            " writes to it, and try again"
        )
    if name.startswith(("SQLITE_FULL", "SQLITE_READONLY", "SQLITE_IOERR", "SQLITE_CANTOPEN")):
        return StateError(
            f"the state database {path} cannot be written ({error}): see that the disk has room and the folder may be"
            " written, or name another place with BOT_STATE"
        )
    return None
