"""Sees every connection that this process attempts, by the audit events of the interpreter itself."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_EVENTS = frozenset(
    ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto",
     "socket.sendmsg")
)  # fmt: skip
_watching: list[list[tuple[str, Any]]] = []


def _hook(event: str, args: tuple[Any, ...]) -> None:
    if _watching and event in _EVENTS:
        for seen in _watching:
            seen.append((event, args[1] if event == "socket.connect" else args))


sys.addaudithook(_hook)


@contextmanager
def connections() -> Iterator[list[tuple[str, Any]]]:
    """What was attempted inside the block: connections, look-ups of names, packets."""
    seen: list[tuple[str, Any]] = []
    _watching.append(seen)
    try:
        yield seen
    finally:
        _watching.remove(seen)
