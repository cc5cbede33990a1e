"""Asks for drawings: each in a short-lived process with a limit on time and memory; those drawn lately are kept."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence

from bot.charts.spec import BadSpec, Chart, check, to_json

COMMAND = (sys.executable, "-m", "bot.charts")
SECONDS = 8.0
KEPT = 24
"""Drawings that are kept, of some 50 kB each."""
AT_ONCE = 2
LARGEST = 2_000_000
"""Bytes of a picture."""
PNG = b"\x89PNG\r\n\x1a\n"
_SECRET = ("TOKEN", "SECRET", "PASSWORD", "API_KEY", "STATE_URL")


class NotDrawn(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """There is no picture; the message says why in one line."""


Draw = Callable[[Chart], bytes]
"""Draws a chart as a PNG, or raises NotDrawn."""


class Artist:
    """Safe to be called from several threads. `seconds` is for waiting and drawing together."""

    def __init__(self, command: Sequence[str] = COMMAND, *, seconds: float = SECONDS, kept: int = KEPT) -> None:
        self._command = tuple(command)
        self._seconds = seconds
        self._kept = kept
        self._drawn: OrderedDict[bytes, bytes] = OrderedDict()
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(AT_ONCE)

    def draw(self, chart: Chart) -> bytes:
        """The chart as a PNG; NotDrawn where that fails or takes too long."""
        try:
            check(chart)
            line = to_json(chart).encode()
        except (BadSpec, ValueError) as error:
            raise NotDrawn(str(error)) from None
        key = hashlib.sha256(line).digest()
        with self._lock:
            if key in self._drawn:
                self._drawn.move_to_end(key)
                return self._drawn[key]
        picture = self._fresh(line)
        with self._lock:
            self._drawn[key] = picture
            while len(self._drawn) > self._kept:
                self._drawn.popitem(last=False)
        return picture

    def _fresh(self, line: bytes) -> bytes:
        end = time.monotonic() + self._seconds
        if not self._places.acquire(timeout=self._seconds / 2):
            raise NotDrawn("too many pictures are being drawn")
        try:
            done = subprocess.run(
                self._command,
                input=line,
                capture_output=True,
                timeout=end - time.monotonic(),
                check=False,
                env={name: value for name, value in os.environ.items() if not any(w in name.upper() for w in _SECRET)},
            )
        except subprocess.TimeoutExpired:
            raise NotDrawn(f"drawing took longer than {self._seconds:g} seconds") from None
        except OSError as error:
            raise NotDrawn(f"the process that draws cannot be started: {error}") from None
        finally:
            self._places.release()
        if done.returncode or not done.stdout.startswith(PNG) or len(done.stdout) > LARGEST:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise NotDrawn(said[-1][:200] if said else f"the process that draws ended with {done.returncode}")
        return done.stdout


def size(picture: bytes) -> tuple[int, int]:
    """Width and height of a PNG."""
    if picture[:8] != PNG or len(picture) < 24:
        raise ValueError("not a PNG")
    return int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")


ARTIST = Artist()
"""The one of this process, with what it drew lately."""
