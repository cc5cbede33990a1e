"""What the nouns of the state stand on: rows, transactions and a clock, whichever database keeps them."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

Clock = Callable[[], datetime]

ALL = 2**63 - 1
"""As a limit: every row."""


class StateError(Exception):
    """The state cannot be opened or kept; the message is one line that says why and what to do."""


class Row(Protocol):
    """One row, its values by the names of their columns."""

    def __getitem__(self, column: str, /) -> Any: ...


def utc_now() -> datetime:
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """A moment as it is stored: ISO, UTC, whole seconds, so that text order is the order of time."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def listed(texts: Sequence[str]) -> str:
    """Texts as one column keeps them: escaped, for a message may hold half a surrogate pair, which UTF-8 cannot."""
    return json.dumps(list(texts))


class Database(ABC):
    """All nouns of the state share one. Calls are short, so an event loop may make them directly.

    SQL is written once, in what SQLite and PostgreSQL both understand: `?` or `?1` for what is given, upserts with
    `ON CONFLICT`, the column `user` in quotes, no function that only one of them has. What differs is in the classes.
    """

    def __init__(self, now: Clock) -> None:
        self._clock = now

    def now(self) -> datetime:
        """The time, UTC, as the clock given at the opening tells it."""
        return self._clock().astimezone(UTC)

    def stamp(self) -> str:
        """Now, as it is stored."""
        return stamp(self.now())

    def row(self, sql: str, given: Sequence[Any] = ()) -> Row | None:
        """The first row of a query."""
        found = self.rows(sql, given)
        return found[0] if found else None

    @abstractmethod
    def transaction(self) -> AbstractContextManager[None]:
        """All that is written inside is kept, or nothing of it; one at a time among all processes.

        Nested ones are part of the outermost.
        """

    @abstractmethod
    def write(self, sql: str, given: Sequence[Any] = ()) -> int:
        """Runs one statement, whole or not at all, and gives the number of rows it touched."""

    @abstractmethod
    def rows(self, sql: str, given: Sequence[Any] = ()) -> Sequence[Row]:
        """Every row of a query; of `… RETURNING` too."""

    @abstractmethod
    def define(self, sql: str) -> None:
        """Runs a statement that makes or changes tables, with the types of SQLite."""

    @abstractmethod
    def filling(self) -> AbstractContextManager[None]:
        """A transaction in which rows bring their numbers, and may name others that come after them."""

    @abstractmethod
    def backup(self, path: Path) -> None:
        """A whole copy as a file at `path`, taken while others may write."""

    @abstractmethod
    def broken(self) -> str:
        """What is found to be damaged; empty where all is whole."""

    @abstractmethod
    def unusable(self, error: BaseException) -> StateError | None:
        """What to do where the database is at fault; None where the program is."""

    @abstractmethod
    def close(self) -> None: ...
