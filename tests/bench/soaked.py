"""`bot run` as it is, in a process that tells how much is going on in it: at SIGUSR1 a line into the file given.

.venv/bin/python -m tests.bench.soaked FILE
"""

from __future__ import annotations

import asyncio
import json
import signal
import sys
import threading
from pathlib import Path
from types import FrameType

from bot.cli import run


def tell(place: Path) -> None:
    """Writes whole lines only."""

    def told(number: int, frame: FrameType | None) -> None:
        try:
            tasks = len(asyncio.all_tasks())
        except RuntimeError:  # before the loop runs, and after
            return
        with place.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"tasks": tasks, "threads": threading.active_count()}) + "\n")

    signal.signal(signal.SIGUSR1, told)


if __name__ == "__main__":
    tell(Path(sys.argv[1]))
    sys.exit(run(["run"]))
