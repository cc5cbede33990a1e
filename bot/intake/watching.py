"""Watches folders of articles and tells what changed in them, once it is written to its end."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from watchfiles import Change, awatch

from bot.intake.seeds import SUFFIXES

Told = Callable[[Sequence[Path]], Awaitable[None]]

SETTLED = 1.0
"""Seconds for which a file must not change before it is told of."""
_LOOK = 250
"""Milliseconds between two looks at files that are not settled."""

_Mark = tuple[int, int] | None


def is_article(path: str) -> bool:
    """Whether a path may be an article: by its suffix, and not hidden."""
    file = Path(path)
    return file.suffix.lower() in SUFFIXES and not file.name.startswith(".")


async def watch(folder: Path, on_change: Told, stop: asyncio.Event, settled: float = SETTLED) -> None:
    """Tells of articles that were written, changed or removed below `folder`, until `stop` is set.

    Files that settle together are told of together; of a folder that is taken away, the folder itself. The folder
    that is watched is made where it is missing at the start; where another takes its place later, that is told of and
    watched.
    """
    folder.mkdir(parents=True, exist_ok=True)
    await _watch(folder, on_change, stop, settled)
    while not stop.is_set():
        if _identity(folder) is None:
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), _LOOK / 1000)
            continue
        await on_change([folder])
        await _watch(folder, on_change, stop, settled)


async def _watch(folder: Path, on_change: Told, stop: asyncio.Event, settled: float) -> None:
    """Tells of changes for as long as the folder is the same: one that was moved away is not the one of the name."""
    moving: dict[Path, tuple[_Mark, float]] = {}
    identity = _identity(folder)
    changes = awatch(
        folder,
        watch_filter=_matters,
        stop_event=stop,
        debounce=_LOOK,
        step=50,
        rust_timeout=_LOOK,
        yield_on_timeout=True,
        ignore_permission_denied=True,
    )
    async for found in changes:
        now = time.monotonic()
        for _, path in found:
            for file in _articles(Path(path)):
                moving[file] = (_mark(file), now)
        gone = any(change == Change.deleted and Path(path).absolute() == folder.absolute() for change, path in found)
        if gone or _identity(folder) != identity:
            await changes.aclose()
            return
        ready = []
        for file, (mark, since) in list(moving.items()):
            current = _mark(file)
            if current != mark:
                moving[file] = (current, now)
            elif now - since >= settled:
                ready.append(file)
                del moving[file]
        if ready:
            await on_change(sorted(ready))


def _matters(change: Change, path: str) -> bool:
    """Articles, and folders: one that is moved in with its articles shows itself alone, as does one that is gone."""
    file = Path(path)
    return is_article(path) or (not file.name.startswith(".") and (file.is_dir() or change == Change.deleted))


def _articles(path: Path) -> Iterator[Path]:
    """The articles below a folder; a file, or what is gone, itself."""
    if not path.is_dir():
        if is_article(str(path)) or not path.suffix or path.suffix[1:].isdigit():  # a folder may be called v1.5
            yield path
        return
    yield from (file for file in path.rglob("*") if is_article(str(file)))


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells a folder from every other that is there; None where there is none."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _mark(file: Path) -> _Mark:
    """What changes when a file is written to; None where it is gone."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
