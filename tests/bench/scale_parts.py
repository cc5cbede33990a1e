"""Of the comparison at a million facts: completion, memory, start, writing, and Datasette."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from bot.app import names as names_of
from bot.names.folding import fold
from bot.store.schema import INDEXES, TABLES
from bot.store.tables import tables
from bot.store.write import fault, load
from tests.bench.measuring import Row, of_process, seconds, timed
from tests.bench.zipf_store import zipf_content

_OFFERED = 25
_MANY, _FEW = 100_000, 6
"""Facts from which on Datasette is asked for a few names only: of some it looks at all deals, for a minute each."""
_PLATFORMS = """
import slack_bolt.async_app, slack_sdk.web.async_client, aiohttp, discord, apscheduler.schedulers.asyncio
import pydantic_settings
"""
_RUN = """
import bot.cli
from bot.operations.loading import loading
with loading():
    import bot.commandline.serving
    from bot.platforms.discord import DiscordPlatform
    from bot.platforms.slack import SlackPlatform
"""
_SERVE = (
    _RUN
    + """
import sys
from pathlib import Path
from bot.app import names, serving
from bot.grammar.patterns import compile_all
from bot.operations.settling import settle
db = Path(sys.argv[1])
known = names(db)
with serving(db) as app:
    compile_all()
    settle()
    for question in sys.argv[2:]:
        app.answerer.reply([question])
    status = Path("/proc/self/status").read_text()
    kilobytes = int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])
print(kilobytes, int("spacy" in sys.modules), len(known))
"""
)
_PRAGMAS = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -131072;"


def completion(db: Path, facts: int, companies: list[str]) -> list[Row]:
    """Names as they are typed, right and with a slip, against a table of all beginnings, with what is offered for each:
    a name, and the one its entity is filed under."""
    names = names_of(db)
    typed = [fold(name)[:length] for name in companies for length in (2, 4, 6)]
    slips = [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for word, at in _long(companies)]
    table = _beginnings(db)
    ours = timed(lambda word: names.complete(word, _OFFERED), typed)
    sql = "SELECT alias, name FROM beginning WHERE start = ? ORDER BY rank LIMIT ?"
    theirs = timed(lambda word: table.execute(sql, (word, _OFFERED)).fetchall(), typed)
    ratio = ours.p50 / theirs.p50
    slipped = timed(lambda word: names.complete(word, _OFFERED), slips)
    return [
        Row(facts, "autocomplete", str(ours), f"prefix table: {theirs}", f"{ratio:.2f}", "≤ 2 ×", ratio <= 2),
        Row(facts, "autocomplete with a slip", str(slipped), target="p99 ≤ 5 ms", holds=slipped.p99 <= 5),
    ]


def _long(companies: list[str]) -> Iterable[tuple[str, int]]:
    for n, name in enumerate(companies):
        word = fold(name)
        if len(word) > 6:
            yield word[:10], 1 + n % 4


def _beginnings(db: Path) -> sqlite3.Connection:
    """Every beginning of up to eight letters of every name, with the names in the order they are offered."""
    table = sqlite3.connect(":memory:")
    table.execute(
        "CREATE TABLE beginning (start TEXT, rank INTEGER, alias TEXT, name TEXT, PRIMARY KEY (start, rank))"
        " WITHOUT ROWID"
    )
    with sqlite3.connect(db) as store:
        rows = store.execute(
            "SELECT a.folded, a.alias, e.name FROM alias a JOIN entity e ON e.id = a.entity"
            " ORDER BY e.events DESC, length(a.alias), a.alias"
        ).fetchall()
    table.executemany(
        "INSERT INTO beginning VALUES (?, ?, ?, ?)",
        (
            (folded[:size], n, alias, name)
            for n, (folded, alias, name) in enumerate(rows)
            for size in range(1, min(8, len(folded)) + 1)
        ),
    )
    return table


def memory(db: Path, facts: int, questions: list[str]) -> list[Row]:
    """What a serving process with both platforms and the index of names holds after questions."""
    _, told = of_process(_SERVE, str(db), *(f"/ask {question}" for question in questions))
    kilobytes, spacy, _ = map(int, told.split())
    size = kilobytes / 1024
    return [
        Row(facts, "memory of the serving process", f"{size:.0f} MB", target="≤ 120 MB", holds=size <= 120),
        Row(facts, "spaCy in the serving process", "yes" if spacy else "no", target="no", holds=not spacy),
    ]


def start() -> list[Row]:
    """All that `bot run` imports against the libraries of the platforms alone."""
    both = [(of_process(_PLATFORMS)[0], of_process(_RUN)[0]) for _ in range(4)][1:]
    libraries, everything = (min(times) for times in zip(*both, strict=True))
    ratio = everything / libraries
    return [
        Row(0, "start of `bot run`", f"{everything:.2f} s", f"platform libraries: {libraries:.2f} s", f"{ratio:.2f}",
            "≤ 1.3 ×", ratio <= 1.3)
    ]  # fmt: skip


def bulk_load(folder: Path, facts: int) -> list[Row]:
    """The store's way of writing against plain `executemany` and a rebuild of the full-text index; its split."""
    content = zipf_content(facts)
    made: list[tuple[str, list[tuple[object, ...]]]] = []
    making = seconds(lambda: made.extend((name, list(rows)) for name, rows in tables(content)))
    ours, plain = folder / "ours.db", folder / "plain.db"
    for path in (ours, plain):
        path.unlink(missing_ok=True)
    with sqlite3.connect(ours, isolation_level=None) as db:
        db.executescript(_PRAGMAS + TABLES)
        loading = seconds(lambda: load(db, made))
    with sqlite3.connect(plain) as db:
        db.executescript(_PRAGMAS + TABLES)
        plainly = seconds(lambda: _plain(db, made))
    checking = seconds(lambda: fault(ours))
    for path in (ours, plain):
        path.unlink()
    ratio = loading / plainly
    rate = facts / (making + loading + checking)
    return [
        Row(facts, "bulk load", f"{loading:.2f} s", f"executemany and FTS rebuild: {plainly:.2f} s", f"{ratio:.2f}",
            "≤ 1.5 ×", ratio <= 1.5),
        Row(facts, "writing a store", f"{rate:,.0f} facts a second",
            f"rows {making:.2f} s, load {loading:.2f} s, check {checking:.2f} s"),
    ]  # fmt: skip


def _plain(db: sqlite3.Connection, made: list[tuple[str, list[tuple[object, ...]]]]) -> None:
    db.execute("CREATE VIRTUAL TABLE plain_fts USING fts5(text, content = 'passage', content_rowid = 'id')")
    for table, rows in made:
        if rows and table != "passage_fts":
            db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
    db.execute("INSERT INTO plain_fts(plain_fts) VALUES ('rebuild')")
    db.commit()
    db.executescript(INDEXES)


def datasette(db: Path, facts: int, companies: list[str]) -> list[Row]:
    """The deals of a name as Datasette gives them, where it is installed."""
    try:
        from datasette.app import Datasette
    except ImportError:
        return [Row(facts, "/deal NAME in Datasette", "not installed", target='needs the extra "browse"')]
    from bot.store.browsing import QUERIES

    limit = 60_000
    served = Datasette([], immutables=[str(db)], settings={"sql_time_limit_ms": limit})
    loop = asyncio.new_event_loop()
    late: list[str] = []

    def ask(name: str) -> None:
        asked = {"sql": f"{QUERIES['deals']['sql']} LIMIT 15", "name": name, "at_least": "", "_shape": "array"}
        answer = loop.run_until_complete(served.client.get(f"/{db.stem}.json", params=asked))
        if answer.status_code != 200:
            late.append(name)

    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):  # it tells each late query at length
        times = timed(ask, companies if facts <= _MANY else companies[:_FEW])
    loop.close()
    told = f"15 deals by the query of `bot browse`; {len(late)} of {len(times.each)} given up after {limit // 1000} s"
    return [Row(facts, "/deal NAME in Datasette", str(times), told)]
