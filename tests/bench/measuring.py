"""Times and sizes, and the table they are shown in.

Times are those of the processor, not of the clock: what else runs on the machine changes them little. On a machine that
does nothing else both are the same, for nothing here waits.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
_BYTECODE = Path("build/bench/bytecode").absolute()


@dataclass(slots=True)
class Row:
    """One line: what was measured, how it compares, what was wanted, and whether that holds."""

    facts: int
    what: str
    figure: str
    against: str = ""
    ratio: str = ""
    target: str = ""
    holds: bool | None = None


@dataclass(slots=True)
class Times:
    """Milliseconds, in order."""

    each: list[float]

    @property
    def p50(self) -> float:
        return self.each[len(self.each) // 2]

    @property
    def p99(self) -> float:
        return self.each[min(len(self.each) - 1, int(len(self.each) * 0.99))]

    def __str__(self) -> str:
        return f"p50 {self.p50:.2f} ms, p99 {self.p99:.2f} ms"


def timed(call: Callable[[T], object], items: Iterable[T]) -> Times:
    """How long a call takes for each of some items."""
    gc.collect()
    each = []
    for item in items:
        before = time.process_time_ns()
        call(item)
        each.append((time.process_time_ns() - before) / 1e6)
    return Times(sorted(each))


def seconds(call: Callable[[], object]) -> float:
    before = time.process_time()
    call()
    return time.process_time() - before


def of_process(code: str, *arguments: str) -> tuple[float, str]:
    """Seconds of the processor that a Python process takes to its end, and what it prints.

    Its modules are compiled, as those of an installed package are, from the second run of the same code on.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], check=True, capture_output=True, text=True,
        env=kept | {"PYTHONPYCACHEPREFIX": str(_BYTECODE)},
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


class Report:
    """Lines of a table in Markdown, each printed as soon as it is measured."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        _print("facts", "what", "measured", "against", "ratio", "wanted", "")
        _print(*["---"] * 7)

    def add(self, row: Row) -> None:
        self.rows.append(row)
        mark = "" if row.holds is None else "holds" if row.holds else "missed"
        facts = f"{row.facts:,}" if row.facts else ""
        _print(facts, row.what, row.figure, row.against, row.ratio, row.target, mark)

    def __iadd__(self, rows: Iterable[Row]) -> Report:
        for row in rows:
            self.add(row)
        return self


def _print(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)


def write_json(rows: list[Row], path: Path) -> None:
    path.write_text(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1) + "\n", "utf-8")
