"""A copy of the state put in the place of the one that is there; what was there is moved aside, never deleted."""

from __future__ import annotations

import fcntl
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from bot.state.copying import copy as copy_rows
from bot.state.database import Clock, StateError, utc_now
from bot.state.migrations import MIGRATIONS
from bot.state.places import Place, is_address, shown
from bot.state.sqlite import APPLICATION_ID
from bot.state.state import State


@contextmanager
def in_use(place: Place) -> Iterator[None]:
    """Held by whoever serves with the state at a place; several may."""
    if is_address(place):  # nothing is put in the place of a state there
        yield
        return
    with _locked(Path(place), fcntl.LOCK_SH, f"{place} is being restored: wait until that is done"):
        yield


def restore(copy: Path, place: Place, now: Clock = utc_now) -> Path | None:
    """Puts a copy that `bot backup` made in the place of the state that is there; where the one before is now, if any.

    Into a database that several machines share only where nothing is in it yet. StateError, one line, where the copy is
    no whole state, the bot runs, or something is there; nothing is changed then.
    """
    if not copy.is_file():
        raise StateError(f"there is no file {copy}: name a copy that `bot backup` made")
    if is_address(place):
        _fill(copy, place)
        return None
    return _replace(copy, Path(place), now)


def _fill(copy: Path, address: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "state.db"
        try:
            _copy(copy, fresh)
        except (OSError, sqlite3.Error) as error:
            raise StateError(f"{copy} cannot be read ({error}): see that there is room for a copy") from None
        with State.open(fresh) as kept, State.open(address) as target:
            try:
                copy_rows(kept.database, target.database)
            except StateError as error:
                raise StateError(f"{shown(address)}: {error}") from None


def _replace(copy: Path, path: Path, now: Clock) -> Path | None:
    if path.exists() and copy.samefile(path):
        raise StateError(f"{copy} is the state itself: name a copy that `bot backup` made")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StateError(f"{path.parent} cannot be made ({error.strerror}): choose another place") from None
    with _locked(path, fcntl.LOCK_EX, f"{path} is in use: stop `bot run` first"):
        fresh = path.with_name(f".{path.name}.{os.getpid()}.restoring")
        try:
            _copy(copy, fresh)
            aside = _set_aside(path, now().strftime("%Y%m%dT%H%M%SZ")) if path.exists() else None
            fresh.replace(path)
            _sync(path.parent)
        except (OSError, sqlite3.Error) as error:
            raise StateError(
                f"{path} cannot be restored ({error}): see that there is room and it may be written"
            ) from None
        finally:
            fresh.unlink(missing_ok=True)
    return aside


def _copy(copy: Path, fresh: Path) -> None:
    """A whole copy of the copy, looked through, for its owner alone."""
    os.close(os.open(fresh, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    try:
        # Read only, and without a file beside it: a copy may lie where nothing can be written.
        uri = f"{copy.absolute().as_uri()}?mode=ro" + ("" if _log_of(copy).exists() else "&immutable=1")
        with closing(sqlite3.connect(uri, uri=True)) as source, closing(sqlite3.connect(fresh)) as target:
            if source.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise StateError(f"{copy} is no state of this bot: name a copy that `bot backup` made")
            source.backup(target)
            found = " ".join(str(target.execute("PRAGMA integrity_check(1)").fetchone()[0]).split())
            if found != "ok":
                raise StateError(f"{copy} is damaged ({found}): take another copy")
            taken = {str(row[0]) for row in target.execute("SELECT name FROM migration")}
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        raise StateError(f"{copy} is damaged ({error}): take another copy") from None
    ahead = sorted(taken - {name for name, _ in MIGRATIONS})
    if ahead:
        raise StateError(f"{copy} was made by a newer version of the bot (it has “{ahead[0]}”): update the bot")
    _sync(fresh)


def _set_aside(path: Path, stamp: str) -> Path:
    """Keeps what is at `path` under another name, with its log where that cannot be merged into it.

    A log must never meet a state that it does not belong to. `path` itself stays until it is replaced.
    """
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as old:
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    aside = path.with_name(f"{path.name}.before-{stamp}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.before-{stamp}-{number}")
    os.link(path, aside)
    if _log_of(path).exists():
        _log_of(path).rename(_log_of(aside))
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    return aside


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


@contextmanager
def _locked(path: Path, how: int, otherwise: str) -> Iterator[None]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path.with_name(f".{path.name}.lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise StateError(
            f"the state database {path} cannot be opened ({error.strerror}): choose another place with BOT_STATE"
        ) from None
    try:
        try:
            fcntl.flock(handle, how | fcntl.LOCK_NB)
        except OSError:
            raise StateError(otherwise) from None
        yield
    finally:
        os.close(handle)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
