"""The state in a PostgreSQL database, for processes on several machines; psycopg comes with the extra `cluster`.

One connection a process. Statements stand alone, each whole or not at all; a transaction takes a lock that all
processes share, so that one is at work at a time, as in an SQLite file: what is right there is right here. Where the
connection was lost the next call makes another.
"""

from __future__ import annotations

import re
import select
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.state.database import Clock, Database, Row, StateError, utc_now

SCHEMES = ("postgresql://", "postgres://")

_MISSING = (
    "a state in PostgreSQL needs psycopg, which is not installed: pip install -e '.[cluster]', or unset BOT_STATE_URL"
)
_ONE_AT_A_TIME = 0x424F5453
_BY_DEFAULT = {
    "connect_timeout": "5",
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "10000",  # a machine that is gone without a word is not waited for
    "application_name": "embodied-landscape-bot",
}
"""Of the connection; the address may say otherwise."""
_SET = b"SET lock_timeout = '10s'; SET statement_timeout = '30s'; SET client_min_messages = warning"
_QUICK, _REST = 2.0, 5.0
"""Seconds that a connection may fail in without consequences, and the rest after a slower one, in times of its own."""
_SYNCHRONIZED_FOR = 600.0
"""Seconds for which the server's clock is reckoned from this machine's, which may run a little faster or slower."""


def shown(address: str) -> str:
    """The address without the password and without parameters."""
    head, _, rest = address.partition("://")
    where = rest.partition("?")[0]
    account, at, host = where.rpartition("@")
    return f"{head}://{account.partition(':')[0]}{at}{host}"


class PostgresDatabase(Database):
    """`connect` makes a connection that commits each statement by itself and gives rows as dicts."""

    def __init__(self, connect: Callable[[], Any], at: str, fault: type[Exception], now: Clock) -> None:
        super().__init__(self._server_now if now is utc_now else now)
        self._connect = connect
        self._at = at
        self._fault = fault
        self._lock = threading.RLock()
        self._connection: Any = None
        self._inside = False
        self._next_try = 0.0
        """When, in monotonic time, a lost connection may be made anew."""
        self._server_time: tuple[datetime, float] | None = None
        """The server's time, and this machine's monotonic one at that moment."""

    @classmethod
    def open(cls, address: str, now: Clock = utc_now) -> PostgresDatabase:
        """The database at an address, `postgresql://user@host/name`; StateError where it cannot be reached."""
        try:
            import psycopg
            from psycopg.conninfo import conninfo_to_dict
            from psycopg.rows import dict_row
        except ImportError:
            raise StateError(_MISSING) from None
        at = shown(address)
        try:
            wanted = {**_BY_DEFAULT, **conninfo_to_dict(address)}
        except psycopg.Error as error:
            raise StateError(
                f"{at} is no address of a PostgreSQL database ({_line(error)}): see BOT_STATE_URL"
            ) from None

        def connect() -> Any:
            # Nothing is prepared on the server: a plan would not outlive a newer version's change of a table.
            connection = psycopg.connect(
                "",
                autocommit=True,
                prepare_threshold=None,
                cursor_factory=psycopg.RawCursor,
                row_factory=dict_row,
                **wanted,
            )
            connection.execute(_SET)
            return connection

        database = cls(connect, at, psycopg.Error, now)
        database._ready()
        return database

    @contextmanager
    def transaction(self) -> Iterator[None]:
        with self._lock:
            if self._inside:
                yield
                return
            connection = self._ready()
            self._inside = True
            try:
                self._execute(f"BEGIN; SELECT pg_advisory_xact_lock({_ONE_AT_A_TIME})")
                yield
                self._execute("COMMIT")
            except BaseException:
                with suppress(self._fault):
                    connection.execute(b"ROLLBACK")
                raise
            finally:
                self._inside = False

    def write(self, sql: str, given: Sequence[Any] = ()) -> int:
        with self._lock:
            return int(self._execute(sql, given).rowcount)

    def rows(self, sql: str, given: Sequence[Any] = ()) -> list[Row]:
        with self._lock:
            found: list[dict[str, Any]] = self._execute(sql, given).fetchall()
        return [{name: _told(value) for name, value in row.items()} for row in found]

    def define(self, sql: str) -> None:
        with self._lock:
            for step in translated(sql):
                self._execute(step)

    @contextmanager
    def filling(self) -> Iterator[None]:
        with self.transaction():
            self._execute("SET CONSTRAINTS ALL DEFERRED")
            yield
            for row in self.rows(
                "SELECT table_name AS name, column_name AS number FROM information_schema.columns"
                " WHERE is_identity = 'YES' AND table_schema = current_schema()"
            ):
                table, number = row["name"], row["number"]
                self._execute(
                    f"SELECT setval(pg_get_serial_sequence('{table}', '{number}'), max({number})) FROM {table}"
                )

    def backup(self, path: Path) -> None:
        """A whole copy as a state in an SQLite file."""
        from bot.state.copying import copy
        from bot.state.migrations import migrate
        from bot.state.sqlite import SqliteDatabase

        target = SqliteDatabase.open(path, self._clock)
        try:
            migrate(target)
            copy(self, target)
        finally:
            target.close()

    def broken(self) -> str:
        """Nothing: the server looks after its files."""
        return ""

    def unusable(self, error: BaseException) -> StateError | None:
        if isinstance(error, self._fault):
            return StateError(f"the state database {self._at} cannot be used ({_line(error)}): see BOT_STATE_URL")
        return None

    def close(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()

    def _execute(self, sql: str, given: Sequence[Any] = ()) -> Any:
        connection = self._connection if self._inside else self._ready()
        values = [_kept(value) for value in given]
        try:
            # Without values as it is: only then may several statements stand in one.
            return connection.execute(numbered(sql).encode(), values or None)
        except self._fault as error:
            if connection.closed:
                raise StateError(
                    f"the state database {self._at} went away ({_line(error)}): it is tried again with the next call"
                ) from error
            raise

    def _ready(self) -> Any:
        """The connection, made anew where it was lost."""
        if self._connection is None or self._connection.closed or _hung_up(self._connection.fileno()):
            if self._connection is not None:
                self._connection.close()
            self._server_time = None
            self._connection = None
            began = time.monotonic()
            if began < self._next_try:
                raise StateError(f"the state database {self._at} cannot be reached: it is tried again in a while")
            try:
                self._connection = self._connect()
            except self._fault as error:
                took = time.monotonic() - began
                # Who has to wait for the answer that there is none does not wait with each call.
                self._next_try = began + (1 + _REST) * took if took > _QUICK else 0.0
                raise StateError(
                    f"the state database {self._at} cannot be reached ({_line(error)}): see that PostgreSQL runs there"
                    " and that BOT_STATE_URL is right"
                ) from None
        return self._connection

    def _server_now(self) -> datetime:
        """The server's time, which is one for all machines: a claim must not run out earlier for some of them."""
        with self._lock:
            if self._server_time is None or time.monotonic() - self._server_time[1] > _SYNCHRONIZED_FOR:
                began = time.monotonic()
                (row,) = self.rows("SELECT clock_timestamp() AS now")
                self._server_time = (row["now"].astimezone(UTC), (began + time.monotonic()) / 2)
            told, at = self._server_time
            return told + timedelta(seconds=time.monotonic() - at)


def numbered(sql: str) -> str:
    """`?` and `?1` as PostgreSQL numbers what is given: `$1`."""
    count = 0

    def number(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return f"${match[1] or count}"

    return re.sub(r"\?(\d*)", number, sql)


_LONG_KEY = "UNIQUE (platform, user, channel, question)"
"""PostgreSQL keeps no key of more than 2.7 kB; a conversation may be longer: there its digest is the key."""

_OTHER_WORDS = (
    (rf",\s*{re.escape(_LONG_KEY)}", ""),
    (r"\b(\w+) INTEGER PRIMARY KEY", r"\1 BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY"),
    (r"\s*WITHOUT ROWID", ""),
    (r"\bINTEGER\b", "BIGINT"),
    (r"\bREAL\b", "DOUBLE PRECISION"),
    (r"\bTEXT\b", 'TEXT COLLATE "C"'),  # in the order of its characters everywhere
    (r"(REFERENCES \w+\(\w+\))", r"\1 DEFERRABLE"),
    (r"(?<!['\"])\buser\b(?!['\"])", '"user"'),
)


def translated(sql: str) -> list[str]:
    """A statement that makes or changes a table, as PostgreSQL writes it."""
    steps = [sql]
    if _LONG_KEY in sql:
        steps.append('CREATE UNIQUE INDEX feedback_once ON feedback (platform, "user", channel, md5(question))')
    for here, there in _OTHER_WORDS:
        steps[0] = re.sub(here, there, steps[0])
    return steps


_MARK, _MARK_ITSELF, _NUL = "\ue000", "\ue000\ue001", "\ue000\ue002"


def _kept(value: Any) -> Any:
    """Text may hold a NUL, which PostgreSQL cannot keep: it is written as two characters of private use."""
    if isinstance(value, str) and ("\0" in value or _MARK in value):
        return value.replace(_MARK, _MARK_ITSELF).replace("\0", _NUL)
    return value


def _told(value: Any) -> Any:
    if isinstance(value, str) and _MARK in value:
        return value.replace(_NUL, "\0").replace(_MARK_ITSELF, _MARK)
    return value


def _hung_up(handle: int) -> bool:
    """Whether the server said something unasked: that it goes, nearly always."""
    poll = select.poll()
    poll.register(handle, select.POLLIN)
    return bool(poll.poll(0))


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())
