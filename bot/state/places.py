"""Where a state is: in a file of this machine, or in a PostgreSQL database that several share."""

from __future__ import annotations

from pathlib import Path
from typing import TypeGuard

from bot.state.database import Clock, Database, utc_now
from bot.state.postgres import SCHEMES, PostgresDatabase
from bot.state.postgres import shown as without_password
from bot.state.sqlite import SqliteDatabase

Place = Path | str
"""A file, or an address that begins with `postgresql://`."""


def is_address(place: Place) -> TypeGuard[str]:
    """Whether it is a server's database, not a file."""
    return isinstance(place, str) and place.startswith(SCHEMES)


def is_there(place: Place) -> bool:
    """Whether there is a state that can be asked; a database is made ready when it is opened."""
    return is_address(place) or Path(place).is_file()


def shown(place: Place) -> str:
    """What to call it; without a password."""
    return without_password(place) if is_address(place) else str(place)


def open_database(place: Place, now: Clock = utc_now) -> Database:
    """The database at a place; StateError where it cannot be opened."""
    return PostgresDatabase.open(place, now) if is_address(place) else SqliteDatabase.open(Path(place), now)
