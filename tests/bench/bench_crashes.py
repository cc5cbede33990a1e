"""Kills processes that deliver to fifty channels of both platforms, with the real clients; fails where one message is
lost or comes twice.

.venv/bin/python -m tests.bench.bench_crashes [--kills 300] [--channels 50] [--seed 0] [--processes 2] [--postgres]
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from tests.platforms.crashing import under_fire
from tests.postgres import MISSING, Server, programs


def main() -> int:
    parser = argparse.ArgumentParser(description="Crashes while digests are posted.")
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--channels", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--processes", type=int, default=1, help="how many are at work at once")
    parser.add_argument("--postgres", action="store_true", help="with the state in a PostgreSQL started for it")
    given = parser.parse_args()
    began = time.monotonic()
    with ExitStack() as stack:
        place: Path | str = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "state.db"
        if given.postgres:
            where = programs()
            if where is None:
                parser.error(MISSING)
            server = Server(where)
            stack.callback(server.close)
            place = server.fresh()
        outcome = asyncio.run(under_fire(place, given.kills, given.channels, given.seed, given.processes))
    print(
        f"{outcome.kills} kills of {given.processes} at work, {given.channels} channels, {outcome.due} weeks:"
        f" {sum(outcome.arrived.values())} posts"
        f" arrived, {outcome.lost} lost, {outcome.repeated} repeated; {outcome.unmarked} had arrived unmarked at a"
        f" kill, {outcome.looked_for} times a history was read;"
        f" {time.monotonic() - began:.0f} s"
    )
    for fault in outcome.faults:
        print(fault)
    return 1 if outcome.lost or outcome.repeated or outcome.faults else 0


if __name__ == "__main__":
    sys.exit(main())
