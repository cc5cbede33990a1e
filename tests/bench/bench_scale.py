"""How fast a store of a million facts is, against SQLite asked by hand on the same file.

.venv/bin/python -m tests.bench.bench_scale [--facts 50000 1000000] [--folder build/bench]

Prints a table and writes it as JSON. The stores are invented, written once and kept in the folder.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bot.answers import Answerer
from bot.answers.sentences.retrieval import CANDIDATES_OF_MANY
from bot.grammar.patterns import compile_all
from bot.operations.settling import settle
from bot.store.read import Facts
from bot.store.schema import SCHEMA_VERSION
from bot.store.words import search_terms
from tests.bench.measuring import Report, Row, Times, seconds, timed, write_json
from tests.bench.raw import Raw
from tests.bench.scale_parts import bulk_load, completion, datasette, memory, start
from tests.bench.zipf_store import FORM, invented, zipf_store

TODAY = date(2025, 11, 25)
HOTTEST = 20
_SWAPS = 9
_FULL = 20
"""Questions that are searched for in full as well: each takes up to a second in a large store."""
_ASKED = (
    "who invested in {company}?", "who leads {company}?", "what did {company} raise in its series B?",
    "who acquired {company}?", "what is {company}?", "which companies did {investor} back?",
    "how many employees does {company} have?", "where does {company} test its battery line?",
    "what does {person} do?", "biggest rounds of 2024", "who founded {company}?", "what is new at {company} in 2025?",
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description="A store of a million facts against SQLite asked by hand.")
    parser.add_argument("--facts", type=int, nargs="+", default=[50_000, 1_000_000])
    parser.add_argument("--folder", type=Path, default=Path("build/bench"))
    parser.add_argument("--names", type=int, default=100, help="names that each command is asked about")
    parser.add_argument("--bulk", type=int, help="facts that are written to compare; default: the fewest of --facts")
    given = parser.parse_args()
    rows = Report()
    hottest: dict[int, dict[str, Times]] = {}
    given.folder.mkdir(parents=True, exist_ok=True)
    for facts in given.facts:
        db = store(given.folder, facts)
        hottest[facts] = of_store(rows, db, facts, given.names)
    few, many = min(given.facts), max(given.facts)
    for command, times in hottest[many].items() if many > few else ():
        before = hottest[few][command]
        ratio = times.p50 / before.p50
        rows.add(_row(many, f"{command} of the hottest {HOTTEST} names", times, before, ratio, "≤ 2 ×", ratio <= 2))
    rows += start()
    rows += bulk_load(given.folder, given.bulk or few)
    write_json(rows.rows, given.folder / "scale.json")
    print(f"\nalso in {given.folder / 'scale.json'}; times are of the processor")


def store(folder: Path, facts: int) -> Path:
    """The store of so many facts, written where it is not there yet."""
    db = folder / f"zipf-{facts}-{SCHEMA_VERSION}-{FORM}.db"
    if not db.exists():
        print(f"writing {db} ({facts:,} facts) …", flush=True)
        print(f"  {seconds(lambda: zipf_store(db, facts)):.0f} s of the processor", flush=True)
    return db


def of_store(rows: Report, db: Path, facts: int, count: int) -> dict[str, Times]:
    """Measures one store; the times of the hottest names by command."""
    raw = Raw(db)
    dice = random.Random(f"asked {facts}")
    names = invented(facts)
    # Half of the names that are asked for are among the best known tenth.
    companies = [one.name for one in _picked(dice, names.companies, count)]
    investors = [one.name for one in _picked(dice, names.investors, count)]
    people = [one.name for one in _picked(dice, names.people, count)]
    rows += _swaps(facts, db, raw, companies[:: max(1, count // _SWAPS)][:_SWAPS])
    answerer = _opened(db)

    def asked(form: str, items: list[str], by_hand: Callable[[str], object]) -> None:
        timed(by_hand, items)  # brings what both read into the memory of the system
        ours = timed(lambda item: answerer.reply([form.format(item)]), items)
        theirs = timed(by_hand, items)
        rows.add(_compared(facts, form.format("NAME"), ours, theirs))

    asked("/deal {}", companies[1:], raw.deal)
    pieces = Raw(db, pieces=True)
    timed(pieces.deal, companies[1:])
    in_pieces = str(timed(pieces.deal, companies[1:]))
    rows.add(Row(facts, "the same by hand, events in one piece", in_pieces, target="beside the columns"))
    asked("/deal {}", investors, raw.deal)
    asked("/who {}", people, raw.who)
    asked("/timeline {}", companies, raw.timeline)
    sums = [f"${n / 10:.1f}B since {year}" for n in range(10, 15) for year in (2022, 2023, 2024, 2025)]
    timed(lambda item: raw.over(float(item[1:4]) * 1e9, item[-4:]), sums)
    ours = timed(lambda item: answerer.reply([f"/deal over {item}"]), sums)
    theirs = timed(lambda item: raw.over(float(item[1:4]) * 1e9, item[-4:]), sums)
    rows.add(_compared(facts, "/deal over $1B since YEAR", ours, theirs))
    questions = [
        form.format(company=companies[n % count], investor=investors[n % count], person=people[n % count])
        for n, form in enumerate(_ASKED * (count // len(_ASKED) + 1))
    ][:count]
    rows += _questions(facts, db, answerer, raw, questions)
    rows += completion(db, facts, companies)
    rows += memory(db, facts, questions)
    rows += datasette(db, facts, companies[:20])
    hot = {
        "/deal": [one.name for one in names.companies[: HOTTEST // 2] + names.investors[: HOTTEST // 2]],
        "/who": [one.name for one in names.companies[:HOTTEST]],
        "/timeline": [one.name for one in names.companies[:HOTTEST]],
    }
    return {
        word: timed(lambda name, word=word: answerer.reply([f"{word} {name}"]), asked) for word, asked in hot.items()
    }


def _opened(db: Path) -> Answerer:
    """What answers from a store, as `bot run` opens it beside the one that serves until then."""
    answerer = Answerer(Facts.open(db), TODAY)
    compile_all()
    settle()
    return answerer


def _swaps(facts: int, db: Path, raw: Raw, names: list[str]) -> list[Row]:
    """The first answer of a store that was just opened, each time about another name."""
    first: list[float] = []
    opening: list[float] = []
    for name in names:
        raw.deal(name)  # brings what is read into the memory of the system
        opened: list[Answerer] = []
        opening.append(seconds(lambda opened=opened: opened.append(_opened(db))))
        first += timed(lambda name, one=opened[0]: one.reply([f"/deal {name}"]), [name]).each
        opened[0].facts.close()
    answers, warm = Times(sorted(first)), sorted(opening)[len(opening) // 2]
    figure = f"p50 {answers.p50:.2f} ms, slowest {answers.each[-1]:.2f} ms"
    return [
        Row(facts, "first answer after a swap", figure, f"{len(first)} swaps", "", "≤ 5 ms", answers.p50 <= 5),
        Row(facts, "opening and warming a store", f"{warm:.2f} s", target="beside the one that serves"),
    ]


def _questions(facts: int, db: Path, answerer: Answerer, raw: Raw, questions: list[str]) -> list[Row]:
    facts_of = Facts.open(db)  # another than that which answers: nothing of what is asked is remembered there
    times = timed(lambda question: facts_of.search(question, CANDIDATES_OF_MANY), questions)
    ours = timed(lambda question: answerer.reply([f"/ask {question}"]), questions)
    every = questions[:: max(1, len(questions) // _FULL)][:_FULL]
    plain = timed(lambda question: raw.any_of(search_terms(question), 80), every)
    rows = [
        Row(
            facts,
            "/ask",
            str(ours),
            f"plain FTS5 OR: {plain}",
            f"{ours.p50 / plain.p50:.2f}",
            "p99 ≤ 20 ms",
            ours.p99 <= 20,
        )
    ]
    kept = found = 0
    for question in every:
        best = {(p.article, p.ordinal) for p in facts_of.search(question, 10, whole=True)}
        near = {(p.article, p.ordinal) for p in facts_of.search(question, CANDIDATES_OF_MANY)}
        found += len(best)
        kept += len(best & near)
    full = timed(lambda question: facts_of.search(question, 80, whole=True), every)
    recall = kept / max(1, found)
    rows.append(
        Row(facts, "search over sentences", str(times), f"full search: {full}", f"{times.p50 / full.p50:.2f}",
            f"recall of the best ten among {CANDIDATES_OF_MANY}: {recall:.3f}")
    )  # fmt: skip
    facts_of.close()
    return rows


def _picked(dice: random.Random, entities: list, count: int) -> list:
    known = entities[: max(1, len(entities) // 10)]
    some = dice.sample(known, min(len(known), count // 2))
    return some + dice.sample(entities, min(len(entities), count - len(some)))


def _compared(facts: int, what: str, ours: Times, theirs: Times) -> Row:
    p50, p99 = ours.p50 / theirs.p50, ours.p99 / theirs.p99
    return Row(
        facts, what, str(ours), f"by hand: {theirs}", f"p50 {p50:.2f}, p99 {p99:.2f}", "p50 ≤ 2 ×, p99 ≤ 3 ×",
        p50 <= 2 and p99 <= 3,
    )  # fmt: skip


def _row(facts: int, what: str, ours: Times, before: Times, ratio: float, target: str, holds: bool) -> Row:
    return Row(facts, what, str(ours), f"at fewer facts: {before}", f"{ratio:.2f}", target, holds)


if __name__ == "__main__":
    main()
