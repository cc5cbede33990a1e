"""Puts a site into a folder: written beside it, then swapped in; what `bot site` did not write is never touched."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path

MARK = ".bot-site"
"""Lists, in the folder, the files that belong to the site."""
_HEAD = "Written by `bot site`, which replaces the whole folder. It holds:"


class NotWritten(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """The site cannot be put there; one line says why and what to do."""


def replace(folder: Path, files: Iterable[tuple[str, str]]) -> int:
    """Makes `folder` hold these files (place in it, text) and nothing else; returns how many. Whole or not at all."""
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 - a link must stay one, to be refused
    refuse_foreign(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _alone(folder.parent):
            refuse_foreign(folder)
            for left in folder.parent.glob(f".{escape(folder.name)}.*.writing"):
                shutil.rmtree(left)
            return _swap(folder, files)
    except OSError as error:
        raise NotWritten(
            f"{folder}: the site could not be written ({error.strerror or error}); what was there is untouched"
        ) from error


def refuse_foreign(folder: Path) -> None:
    """NotWritten where something stands there that is no site, or a site with files of somebody else."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        what = "a link" if folder.is_symlink() else "a file"
        raise NotWritten(f"{folder} is {what}: name a new folder, or one that bot site wrote")
    if not folder.exists() or not any(folder.iterdir()):
        return
    mark = folder / MARK
    lines = mark.read_text("utf-8", "replace").splitlines() if mark.is_file() and not mark.is_symlink() else []
    if not lines or lines[0] != _HEAD:
        raise NotWritten(f"{folder} is not a site of bot site and not empty: name another folder")
    known = {MARK, *lines[1:]}
    for path in sorted(folder.rglob("*")):
        if (path.is_symlink() or not path.is_dir()) and path.relative_to(folder).as_posix() not in known:
            raise NotWritten(f"{path} was not written by bot site: move it away, or name another folder")


def _swap(folder: Path, files: Iterable[tuple[str, str]]) -> int:
    writing = folder.with_name(f".{folder.name}.{os.getpid()}.writing")
    old = folder.with_name(f".{folder.name}.{os.getpid()}.old.writing")
    try:
        count = _fill(writing, files)
        if not folder.exists():
            writing.rename(folder)
            return count
        folder.rename(old)
        try:
            writing.rename(folder)
        except OSError:
            old.rename(folder)
            raise
        return count
    finally:
        shutil.rmtree(writing, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _fill(folder: Path, files: Iterable[tuple[str, str]]) -> int:
    folder.mkdir()
    written = []
    for place, text in files:
        path = folder / place
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
        written.append(place)
    (folder / MARK).write_text("\n".join([_HEAD, *sorted(written)]) + "\n", "utf-8")
    return len(written)


@contextmanager
def _alone(parent: Path) -> Iterator[None]:
    """Waits until no other process writes a site into the same folder."""
    handle = os.open(parent, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
