"""Digests under fire: processes killed while fifty channels are delivered to; fails where one is lost or repeated.

.venv/bin/python -m tests.bench.bench_deliveries [--kills 300] [--seed 0]
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from tests.digests.fire import deliver_under_fire


def main() -> None:
    parser = argparse.ArgumentParser(description="Digests under fire.")
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        killed, told = deliver_under_fire(Path(folder), given.kills, given.seed)
    print(f"{killed} kills, {len(told)} digests due and posted, 0 lost, 0 repeated, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
