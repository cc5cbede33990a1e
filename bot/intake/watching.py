"""Watches folders of articles and tells what changed in them, once it is written to its end."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
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
    that is watched is made where it is missing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    moving: dict[Path, tuple[_Mark, float]] = {}
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
        if is_article(str(path)) or not path.suffix:
            yield path
        return
    yield from (file for file in path.rglob("*") if is_article(str(file)))


def _mark(file: Path) -> _Mark:
    """What changes when a file is written to; None where it is gone."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
