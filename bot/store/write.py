"""Writes a whole fact store beside its place and swaps it in; a reader sees the old one or the new one, never half."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path

from bot.store.schema import APPLICATION_ID, FREQUENT, INDEXES, SCHEMA_VERSION, TABLES
from bot.store.tables import Content, Rows, tables

_CACHE = 128 * 1024
"""Kilobytes of memory that SQLite may use while a store is written."""

Check = Callable[[Path], None]
"""Looks at a store that is written but serves nobody yet; raises BuildError where it must not serve."""


class BuildError(Exception):
    """The store cannot be written; the message is one line for a person."""


@contextmanager
def build_lock(path: Path) -> Iterator[None]:
    """Holds the right to build the store at `path`; BuildError where another build has it. Freed when killed."""
    if path.is_dir():
        raise BuildError(f"{path}: is a folder; name a file in it for the store")
    if path.exists() and not path.is_file():  # a device of the machine is not replaced
        raise BuildError(f"{path}: is no file; choose another place for the store")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path.with_name(f".{path.name}.lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise BuildError(
            f"{path.parent}: cannot be written ({error.strerror}); choose another place for the store"
        ) from None
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BuildError(f"{path}: another build is writing this store; wait until it is done") from None
        yield
    finally:
        os.close(handle)


def is_building(path: Path) -> bool:
    """Whether a build is at the store at `path` now, in this process or another."""
    try:
        handle = os.open(path.with_name(f".{path.name}.lock"), os.O_RDWR | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False


def write(path: Path, content: Content, check: Check | None = None, begun: int | None = None) -> None:
    """Replaces the store at `path` as a whole. The caller holds `build_lock`.

    `begun`: when the articles began to be read, in nanoseconds. The file bears that time: what is newer is not in it.
    """
    _refuse_foreign(path)
    for left in path.parent.glob(f".{escape(path.name)}.*.building"):
        left.unlink(missing_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.building")
    try:
        _fill(temporary, content)
        _sync(temporary)
        if check is not None:
            check(temporary)
        if begun is not None:
            os.utime(temporary, ns=(begun, begun))
        temporary.replace(path)
        _sync(path.parent)
    except (OSError, sqlite3.Error) as error:
        raise BuildError(f"{path}: the store could not be written ({error}); the one before is untouched") from error
    finally:
        temporary.unlink(missing_ok=True)


def _refuse_foreign(path: Path) -> None:
    """A file that is no fact store is somebody's work, named by mistake."""
    try:
        if not path.exists():
            return
        with path.open("rb") as file:
            head = file.read(72)
    except OSError as error:
        raise BuildError(f"{path}: cannot be replaced ({error.strerror}); choose another place for the store") from None
    if head and head[68:72] != APPLICATION_ID.to_bytes(4, "big"):
        raise BuildError(f"{path}: is there already and no fact store; move it away or choose another place")


def _fill(path: Path, content: Content) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        # The file is nobody's before the swap: a journal would only cost time.
        connection.executescript(
            f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;"
            f"PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -{_CACHE};"
            f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA_VERSION};"
        )
        connection.executescript(TABLES)
        load(connection, tables(content))
        faults = _faults(connection)
        if faults:
            raise sqlite3.DatabaseError(f"the check after writing failed: {faults[0]}")
    finally:
        connection.close()


def load(connection: sqlite3.Connection, content: Iterable[tuple[str, Rows]]) -> None:
    """Puts rows into empty tables, then adds the indexes and counts the words that are frequent."""
    import sqlite_utils  # brings libraries along that a process which only serves does not need

    db = sqlite_utils.Database(connection)
    connection.execute("BEGIN")
    for table, rows in content:
        # Rows come as the tables want them; `insert_all` would look through each for new columns.
        into, count = table, len(db.table(table).columns)
        if table == "passage_fts":
            into, count = "passage_fts(rowid, words)", 2
        connection.executemany(f"INSERT INTO {into} VALUES ({', '.join('?' * count)})", rows)
    connection.execute("COMMIT")
    connection.executescript(INDEXES)
    connection.execute("CREATE VIRTUAL TABLE temp.passage_word USING fts5vocab('main', 'passage_fts', 'row')")
    connection.execute("INSERT INTO frequent_word SELECT term, doc FROM passage_word WHERE doc >= ?", (FREQUENT,))


def fault(path: Path) -> str:
    """What SQLite finds wrong with the file of a store; empty where it is whole."""
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error as error:
        return str(error)
    try:
        return next(iter(_faults(connection)), "")
    except sqlite3.Error as error:
        return str(error)
    finally:
        connection.close()


def _faults(connection: sqlite3.Connection) -> list[str]:
    found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
    return [f for f in found if f != "ok"] + [
        f"{row[0]} row {row[1]}" for row in connection.execute("PRAGMA foreign_key_check")
    ]


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
