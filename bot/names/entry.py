"""One line of a file of names, read strictly: a wrong line is told with its file and what to do."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import bot
from bot.model.entity import Entity, EntityKind
from bot.names.folding import fold

KINDS: tuple[EntityKind, ...] = ("org", "person", "product", "place")
FIELDS = frozenset({"name", "kind", "subkind", "aliases", "parent", "common_word", "also_ambiguous", "demonyms"})
_LISTS = ("aliases", "also_ambiguous", "demonyms")


class NamesError(ValueError):
    """A file of names that cannot be used; the message is one line for a person."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entity and how its names may be recognised in running text.

    `common_word`: its one-word names are words of the language too. `also_ambiguous`: those of its names that
    another bears or that mean something else, and so need a context. `demonyms`: for places ("Chinese").
    """

    entity: Entity
    common_word: bool = False
    also_ambiguous: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.entity.name, *self.entity.aliases)


def entity_id(kind: str, name: str) -> str:
    """The stable id of an entity: its kind and its folded name, readable where the name is Latin."""
    folded = fold(name)
    slug = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")
    if slug == folded.replace(" ", "-"):
        return f"{kind}-{slug}"
    digest = hashlib.sha256(folded.encode()).hexdigest()[:8]
    return f"{kind}-{slug}-{digest}" if slug else f"{kind}-{digest}"


def default_folder() -> Path:
    """`data/names` beside the package in a checkout, or the copy inside an installed package."""
    package = Path(bot.__file__).parent
    checkout = package.parent / "data" / "names"
    return checkout if checkout.is_dir() else package / "_data" / "names"


def read_folder(folder: Path) -> Iterator[Entry]:
    """Every entry of every `*.yaml` below the folder, in the order of the file names."""
    files = sorted(folder.glob("*.yaml"))
    if not files:
        raise NamesError(f"{folder}: no files of names (*.yaml) here; restore data/names")
    for file in files:
        yield from read_file(file)


def read_file(file: Path) -> Iterator[Entry]:
    import yaml  # for the process that reads articles: the one that serves reads no file of names

    try:
        # Both loaders are safe ones.
        rows = yaml.load(file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise NamesError(f"{file}: cannot be read: {' '.join(str(error).split())}") from error
    if not isinstance(rows, list):
        raise NamesError(f"{file}: must be a list of names, one `- {{name: …, kind: …}}` a line")
    for row in rows:
        yield _entry(file, row)


def _entry(file: Path, row: object) -> Entry:
    if not isinstance(row, Mapping) or not isinstance(row.get("name"), str) or not fold(row["name"]):
        raise NamesError(f"{file}: {row!r}: every entry needs a name that is text; put numbers in quotes")
    name = row["name"]
    unknown = sorted(str(key) for key in row if key not in FIELDS)
    if unknown:
        raise NamesError(f"{file}: {name}: unknown field {unknown[0]}; only {', '.join(sorted(FIELDS))} belong here")
    if row.get("kind") not in KINDS:
        raise NamesError(f"{file}: {name}: kind must be one of {', '.join(KINDS)}")
    lists = {key: _texts(file, name, key, row.get(key, [])) for key in _LISTS}
    for key in ("subkind", "parent"):
        if not isinstance(row.get(key, ""), str):
            raise NamesError(f"{file}: {name}: {key} must be text")
    entity = Entity(
        id=entity_id(row["kind"], name),
        name=name,
        kind=row["kind"],
        aliases=lists["aliases"],
        subkind=row.get("subkind", ""),
        parent=row.get("parent", ""),
    )
    return Entry(entity, row.get("common_word") is True, lists["also_ambiguous"], lists["demonyms"])


def _texts(file: Path, name: str, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and fold(item) for item in value):
        raise NamesError(f"{file}: {name}: {key} must be a list of texts, none empty; put numbers in quotes")
    return tuple(value)
