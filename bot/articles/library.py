"""All articles below some folders: each file once, in a fixed order, and a word on every file that was left out."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.articles.errors import UnreadableArticle, printable
from bot.articles.reading import FORMATS, read_article
from bot.model.article import Article

_NO_ARTICLE = re.compile(
    r"(?:readme|license|licence|changelog|contributing|authors|notice|robots|requirements)(?:[._-].*)?\Z"
)
_MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that gave no article. `shown` is its path fit to print."""

    path: Path
    reason: str

    @property
    def shown(self) -> str:
        return printable(str(self.path))

    def __str__(self) -> str:
        return f"{self.shown}: {self.reason}"


def walk(folders: Iterable[Path], known_names: Collection[str] | None = None) -> Iterator[Article | Skipped]:
    """Every article once, folder by folder and sorted by path; what is skipped comes in its place with the reason.

    Hidden files, files of other kinds and README-like files are passed over in silence. Links are never followed.
    """
    first: dict[str, str] = {}
    for folder in folders:
        for found in _files(folder, 0):
            if isinstance(found, Skipped):
                yield found
                continue
            try:
                article = read_article(found, known_names=known_names)
            except UnreadableArticle as error:
                yield Skipped(found, printable(error.reason))
                continue
            if article.id in first:
                yield Skipped(found, f"same text as {first[article.id]}")
                continue
            first[article.id] = printable(found.name)
            yield article


def _files(folder: Path, depth: int) -> Iterator[Path | Skipped]:
    """Files with an article's suffix below `folder`, sorted; unreadable folders and links are named."""
    if depth == 0 and not folder.is_dir():
        yield Skipped(
            folder,
            "no such folder: check the name" if not folder.exists() else "not a folder: name the folder it is in",
        )
        return
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: os.fsencode(entry.name))
    except (OSError, ValueError) as error:
        yield Skipped(
            folder, f"folder cannot be read ({getattr(error, 'strerror', None) or 'bad name'}): change its mode"
        )
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = Path(entry.path)
        is_article = path.suffix.lower() in FORMATS and not _NO_ARTICLE.match(path.stem.lower())
        if entry.is_symlink():
            yield Skipped(path, "a symbolic link: put the file itself there")
        elif entry.is_dir(follow_symlinks=False):
            if depth < _MAX_DEPTH:
                yield from _files(path, depth + 1)
            else:
                yield Skipped(path, f"more than {_MAX_DEPTH} folders deep: move it up")
        elif is_article:
            yield path
