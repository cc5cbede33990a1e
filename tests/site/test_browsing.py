"""The store in Datasette: a copy without what was retracted, described, with queries that answer."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.store.browsing import NAME, QUERIES, copy, metadata
from bot.store.read import Facts
from tests.site import library


@pytest.fixture(scope="module")
def copied(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("browse") / f"{NAME}.db"
    copy(store, target)
    return target


@pytest.fixture
def db(copied: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(copied)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def asked(db: sqlite3.Connection, query: str, name: str = "", at_least: str = "") -> list[dict[str, Any]]:
    return [dict(row) for row in db.execute(QUERIES[query]["sql"], {"name": name, "at_least": at_least})]


def test_deals(db: sqlite3.Connection) -> None:
    rows = asked(db, "deals")
    assert [row["company"] for row in rows] == ["Quillon Robotics", library.HOSTILE]
    assert (rows[0]["day"], rows[0]["money_from"], rows[0]["articles"]) == ("2025-03-04", "Harbor Lane Ventures", 2)
    assert rows[0]["quote"] in (library.DEAL_SAID, library.OTHER_SAID)


@pytest.mark.parametrize(
    ("name", "at_least", "count"),
    [("quillon%", "", 1), ("Harbor Lane Ventures", "", 1), ("nobody", "", 0), ("", "10000000", 1), ("", "1", 2)],
)
def test_deals_by_name_and_sum(name: str, at_least: str, count: int, db: sqlite3.Connection) -> None:
    assert len(asked(db, "deals", name, at_least)) == count


def test_people(db: sqlite3.Connection) -> None:
    [row] = asked(db, "people", "Ines Okafor")
    assert (row["person"], row["title"], row["organisation"]) == ("Ines Okafor", "CEO", "Quillon Robotics")
    assert (row["start"], row["end"]) == ("2021", ""), "no day is made up"


def test_timeline_in_the_order_of_time_also_by_a_chinese_name(db: sqlite3.Connection) -> None:
    assert [row["kind"] for row in asked(db, "timeline", "Quillon Robotics")] == ["role", "funding"]
    assert [row["names"] for row in asked(db, "timeline", "宇树")] == ["Lantern, Unitree Robotics"]


def test_conflicts_give_each_value_with_a_sentence_that_says_it(db: sqlite3.Connection) -> None:
    rows = asked(db, "conflicts")
    assert {(row["value"], row["quote"]) for row in rows} == {
        ("21000000 USD", library.DEAL_SAID),
        ("30000000 USD", library.OTHER_SAID),
    }
    assert [row["rank"] for row in rows] == ["preferred", "normal"]


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2025-03-04", "2025-03-04", "2025-03-04"),
        ("2025-03-01", "2025-03-31", "2025-03"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("2025-01-01", "2025-01-31", "2025-01"),
        ("2025-07-01", "2025-12-31", "2025-07-01/2025-12-31"),
        ("2020-01-01", "2029-12-31", "2020-01-01/2029-12-31"),
        (None, None, ""),
    ],
)
def test_days_are_as_precise_as_they_were_told(first: str | None, last: str | None, told: str, copied: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as memory:
        with closing(sqlite3.connect(copied)) as held:
            held.backup(memory)
        memory.execute("UPDATE event SET date_start = ?, date_end = ?", (first, last))
        memory.row_factory = sqlite3.Row
        assert {row["day"] for row in asked(memory, "deals")} == {told}


def test_what_is_new_starts_with_what_was_told_last(db: sqlite3.Connection) -> None:
    told = [row["told"] for row in asked(db, "new")]
    assert told == sorted(told, reverse=True)
    assert told[0] == "2025-06-01"


def test_tables_and_columns_that_are_described_exist(db: sqlite3.Connection) -> None:
    described = metadata(sql=False)["databases"][NAME]["tables"]
    there = {row["name"] for row in db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
    assert set(described) <= there
    for table, about in described.items():
        columns = {row["name"] for row in db.execute(f"PRAGMA table_info({table})")}
        named = {*about.get("facets", ()), *(about[k] for k in ("sort_desc", "label_column", "fts_pk") if k in about)}
        assert named <= columns, table


def test_nothing_retracted_is_in_the_copy(tmp_path: Path) -> None:
    press = library.write(tmp_path)
    press.build().close()
    press.withdraw("makers")
    press.build().close()
    store = press.db.read_bytes()
    with closing(sqlite3.connect(tmp_path / "held.db")) as held, closing(sqlite3.connect(press.db)) as real:
        real.backup(held)
        with held:
            held.execute("UPDATE passage SET text = '' WHERE text LIKE '%Okafor has led%'")
    copy(tmp_path / "held.db", tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as db:
        empty = {
            row[0]
            for row in db.execute(
                "SELECT source FROM article a JOIN article_text t ON t.article = a.id WHERE t.raw = ''"
            )
        }
        assert empty == {"round.md"}
        assert {row[0] for row in db.execute("SELECT before FROM change")} == {""}
    assert b"Lantern" not in (tmp_path / "copy.db").read_bytes()
    assert b"Lantern" in store, "the store itself tells what a build withdrew"
    assert press.db.read_bytes() == store


@pytest.mark.parametrize("sql", [False, True])
async def test_datasette_shows_it(sql: bool, copied: Path) -> None:
    app = pytest.importorskip("datasette.app", reason="Datasette is not installed: it comes with the extra browse")
    settings = {"default_allow_sql": sql, "allow_download": False}
    shown = app.Datasette([], immutables=[str(copied)], metadata=metadata(sql), settings=settings)
    await shown.invoke_startup()
    front = await shown.client.get(f"/{NAME}")
    assert front.status_code == 200
    assert all(f"/{NAME}/{query}" in front.text for query in QUERIES)
    deals = await shown.client.get(f"/{NAME}/deals.json?_shape=array&name=Quillon%25&at_least=")
    assert [row["company"] for row in json.loads(deals.text)] == ["Quillon Robotics"]
    page = await shown.client.get(f"/{NAME}/deals?name=&at_least=")
    assert "<script>alert(1)" not in page.text
    assert "&lt;script&gt;alert(1)" in page.text
    facets = await shown.client.get(f"/{NAME}/event")
    assert 'data-column="kind"' in facets.text
    found = await shown.client.get(f"/{NAME}/passage.json?_shape=array&_search=Quillon")
    assert len(json.loads(found.text)) == 5, "three sentences and two titles name it"
    free = await shown.client.get(f"/{NAME}.json?sql=select+1")
    assert free.status_code == (200 if sql else 403)
    assert (await shown.client.get(f"/{NAME}.db")).status_code == 403


def test_the_copy_is_a_store(copied: Path) -> None:
    with Facts.open(copied) as facts:
        assert facts.counts()["events"] == 5
