"""A store that cannot be served: of another format, damaged, or no store at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from glob import escape
from pathlib import Path
from typing import Literal

from bot.store.schema import APPLICATION_ID, SCHEMA_VERSION

_OURS = (".db", ".sqlite", ".sqlite3")
_ASIDE = ".damaged-"


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong with the file at a store's place. What is `foreign` is somebody's work, named by mistake; `gone` is
    one that was set aside, and never came another: whoever was to build it was killed."""

    sort: Literal["format", "damaged", "foreign", "gone"]
    told: str


def damage(path: Path) -> Damage | None:
    """What keeps the store at `path` from being served; None where it is whole, and where there never was one."""
    if not path.exists():
        aside = any(path.parent.glob(f"{escape(path.name)}{_ASIDE}*"))
        return Damage("gone", f"the fact store {path} was damaged, and not rebuilt to its end") if aside else None
    if not path.is_file():
        return Damage("foreign", f"{path} is no file: name another place with BOT_DB")
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as db:
            application = db.execute("PRAGMA application_id").fetchone()[0]
            version = db.execute("PRAGMA user_version").fetchone()[0]
            found = str(db.execute("PRAGMA quick_check(1)").fetchone()[0])
            tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.OperationalError as error:  # it may not be read; that is no damage
        return Damage("foreign", f"{path} cannot be opened ({error}): check that it may be read")
    except (sqlite3.Error, ValueError) as error:
        return _broken(path, str(error))
    if application != APPLICATION_ID and tables and found == "ok":
        return Damage("foreign", f"{path} is another program's database: name another place with BOT_DB")
    if found != "ok" or application != APPLICATION_ID:
        return _broken(path, found if found != "ok" else "it is empty")
    if version != SCHEMA_VERSION:
        return Damage("format", f"the fact store {path} has format {version}, this program reads {SCHEMA_VERSION}")
    return None


def is_damage(error: BaseException | None) -> bool:
    """Whether what went wrong is the fault of the file, not of who asks."""
    name = getattr(error, "sqlite_errorname", "") if isinstance(error, sqlite3.Error) else ""
    return bool(name) and name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR"))


def set_aside(path: Path) -> Path:
    """Gives a damaged store another name, under which it can be looked at; that name."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    aside = path.with_name(f"{path.name}{_ASIDE}{stamp}")
    return path.replace(aside)


def _broken(path: Path, why: str) -> Damage:
    if path.suffix not in _OURS:
        return Damage("foreign", f"{path} is no fact store: name another place with BOT_DB, or move the file away")
    return Damage("damaged", f"the fact store {path} is damaged ({' '.join(why.split())})")
