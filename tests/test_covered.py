"""What `make coverage` tells of a report: lines by room, the rooms with the most gaps first, the core's sum."""

from __future__ import annotations

import pytest

from tests.covered import modules, runs, table


@pytest.mark.parametrize(
    ("numbers", "told"),
    [([], ""), ([7], "7"), ([3, 4, 5, 9], "3-5, 9"), ([1, 3, 4], "1, 3-4")],
)
def test_lines_are_told_as_runs(numbers: list[int], told: str) -> None:
    assert runs(numbers) == told


def _file(lines: int, *missing: int) -> dict[str, object]:
    return {"summary": {"num_statements": lines}, "missing_lines": list(missing)}


def test_rooms_are_told_with_their_largest_gaps_and_the_core_is_summed() -> None:
    report = {
        "files": {
            "bot/grammar/money.py": _file(40),
            "bot/grammar/dates.py": _file(60, 8, 9, 30),
            "bot/build.py": _file(100, 5),
            "bot/training/judge.py": _file(50, *range(1, 26)),
            "bot/__init__.py": _file(5, 1, 2, 3, 4, 5),
            "tests/covered.py": _file(30, 1),
        }
    }
    assert table(modules(report))[2:] == [
        "| `training` | 50 | 50.0% | `bot/training/judge.py` 1-25 |",
        "| `grammar` | 100 | 97.0% | `bot/grammar/dates.py` 8-9, 30 |",
        "| `build` | 100 | 99.0% | `bot/build.py` 5 |",
        "| **the core** | 200 | **98.0%** | |",
        "| **all** | 250 | **88.4%** | |",
    ]
