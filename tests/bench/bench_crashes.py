"""Kills processes that deliver to fifty channels of both platforms, with the real clients; fails where one message is
lost or comes twice.

.venv/bin/python -m tests.bench.bench_crashes [--kills 300] [--channels 50] [--seed 0]
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from tests.platforms.crashing import under_fire


def main() -> int:
    parser = argparse.ArgumentParser(description="Crashes while digests are posted.")
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--channels", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        outcome = asyncio.run(under_fire(Path(folder), given.kills, given.channels, given.seed))
    print(
        f"{outcome.kills} kills, {given.channels} channels, {outcome.due} weeks: {sum(outcome.arrived.values())} posts"
        f" arrived, {outcome.lost} lost, {outcome.repeated} repeated; {outcome.unmarked} had arrived unmarked at a"
        f" kill, {outcome.looked_for} times a history was read;"
        f" {time.monotonic() - began:.0f} s"
    )
    for fault in outcome.faults:
        print(fault)
    return 1 if outcome.lost or outcome.repeated or outcome.faults else 0


if __name__ == "__main__":
    sys.exit(main())
