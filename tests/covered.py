"""How much of each room the tests run, and where they do not: `make coverage` measures it, this tells it.

.venv/bin/python -m tests.covered FILE      the report that coverage wrote as JSON
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CORE = frozenset(
    {"model", "grammar", "names", "articles", "extraction", "knowledge", "reading", "brought", "build"}
    | {"store", "state", "answers", "digests", "locales"}
)
"""From an article to an answer; the others are what it is reached by, and what is measured or trained with."""
_GAPS = 3


@dataclass(frozen=True, slots=True)
class Module:
    name: str
    lines: int
    missing: tuple[int, ...]

    @property
    def room(self) -> str:
        return self.name.split("/")[1].removesuffix(".py")


def modules(report: Mapping[str, Any]) -> list[Module]:
    """The modules of the package in a report of coverage."""
    return [
        Module(name, file["summary"]["num_statements"], tuple(file["missing_lines"]))
        for name, file in sorted(report["files"].items())
        if name.startswith("bot/") and name != "bot/__init__.py"
    ]


def runs(numbers: Sequence[int]) -> str:
    """[3, 4, 5, 9] as "3-5, 9"."""
    begun: list[list[int]] = []
    for number in numbers:
        if begun and number == begun[-1][-1] + 1:
            begun[-1].append(number)
        else:
            begun.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in begun)


def table(found: Iterable[Module]) -> list[str]:
    """A row a room, those with the largest share left out first, with their largest gaps; the core's sum below."""
    rooms: dict[str, list[Module]] = defaultdict(list)
    for module in found:
        rooms[module.room].append(module)
    rows = ["| room | lines | run | largest gaps |", "| --- | ---: | ---: | --- |"]
    for room in sorted(rooms, key=lambda room: (_share(rooms[room]), room)):
        gaps = sorted((m for m in rooms[room] if m.missing), key=lambda m: (-len(m.missing), m.name))[:_GAPS]
        told = "; ".join(f"`{module.name}` {runs(module.missing)}" for module in gaps)
        rows.append(f"| `{room}` | {_lines(rooms[room]):,} | {_share(rooms[room]):.1%} | {told} |")
    for name, whole in (
        ("the core", [m for room, inside in rooms.items() if room in CORE for m in inside]),
        ("all", [m for inside in rooms.values() for m in inside]),
    ):
        rows.append(f"| **{name}** | {_lines(whole):,} | **{_share(whole):.1%}** | |")
    return rows


def _lines(inside: Iterable[Module]) -> int:
    return sum(module.lines for module in inside)


def _share(inside: Sequence[Module]) -> float:
    lines = _lines(inside)
    return 1 - sum(len(module.missing) for module in inside) / lines if lines else 1.0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", type=Path)
    print("\n".join(table(modules(json.loads(parser.parse_args().file.read_text("utf-8"))))))
