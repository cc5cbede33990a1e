"""From folders of articles to a store: what is kept, what is refused, and that a killed build leaves the old store."""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bot.build import build
from bot.model.article import Article
from bot.model.entity import Entity
from bot.model.statement import Quote, Statement
from bot.names.entry import Entry
from bot.names.registry import Registry
from bot.store.read import EventQuery, Facts
from bot.store.schema import FACT_TABLES
from bot.store.write import BuildError, build_lock
from tests.raising import put, raised

REGISTRY = Registry(
    [
        Entry(Entity("org-tessaro", "Tessaro", "org")),
        Entry(Entity("org-tessaro-cloud", "Tessaro Cloud", "org", parent="Tessaro")),
    ]
)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "shelf"
    put(
        folder,
        "one.md",
        "Quillon raised $140 million in a Series A from Tessaro Cloud. The firm builds walking robots.",
    )
    put(
        folder,
        "two.md",
        "Again: Quillon raised $100 million in a Series A from Tessaro. It has forty people.",
        "2025-09-11",
    )
    put(folder, "three.md", "Brisk raised $7 million in a Series B. It makes hands for robots that sort parcels.")
    return folder


def built(folders, db, **more):
    return build(folders, db, **{"extract": raised, "registry": REGISTRY} | more)


def dump(path: Path) -> dict[str, list[tuple]]:
    db = sqlite3.connect(path)
    rows = {table: db.execute(f"SELECT * FROM {table}").fetchall() for table in FACT_TABLES}
    db.close()
    return rows


def test_articles_become_events_with_quotes(shelf, tmp_path):
    report = built([shelf], tmp_path / "facts.db")
    assert (report.articles, report.facts, report.events, report.entities) == (3, 3, 2, 4)
    assert (report.conflicts, report.refused, report.skipped) == (1, 0, ())
    with Facts.open(tmp_path / "facts.db") as facts:
        assert facts.counts() | {"passages": 0} == {
            "articles": 3, "facts": 3, "events": 2, "entities": 4, "passages": 0, "conflicts": 1,
        }  # fmt: skip
        (event,) = facts.events(EventQuery(entities=("org-quillon",)))
        assert {(s.citation.source, s.quote) for s in event.statements} == {
            ("one.md", "Quillon raised $140 million in a Series A from Tessaro Cloud."),
            ("two.md", "Quillon raised $100 million in a Series A from Tessaro."),
        }
        assert {v.value.value for v in event.event.conflicting("amount")} == {140e6, 100e6}
        assert [i.name for i in event.event.best("investors")] == ["org-tessaro-cloud"]


def test_the_group_finds_what_only_its_unit_is_named_in(shelf, tmp_path):
    built([shelf], tmp_path / "facts.db")
    with Facts.open(tmp_path / "facts.db") as facts:
        family = ("org-tessaro", *(e.id for e in facts.children("org-tessaro")))
        assert len(facts.events(EventQuery(any_entities=family))) == 1


def test_two_builds_of_the_same_articles_are_the_same(shelf, tmp_path):
    built([shelf], tmp_path / "one.db")
    report = built([shelf], tmp_path / "two.db")
    assert dump(tmp_path / "one.db") == dump(tmp_path / "two.db")
    again = built([shelf], tmp_path / "two.db")
    assert dump(tmp_path / "one.db") == dump(tmp_path / "two.db")
    assert report.changes == again.changes == {}


def test_quotes_that_do_not_stand_in_the_article_are_refused(shelf, tmp_path):
    def invents(article: Article) -> list[Statement]:
        said = raised(article)
        s = said[0]
        shifted = Quote(s.quote.start + 1, s.quote.end + 1, s.quote.text)
        other = Quote(s.quote.start, s.quote.end, s.quote.text.replace("million", "billion"))
        return [
            *said,
            Statement(s.article, s.kind, s.slots, shifted),
            Statement(s.article, s.kind, s.slots, other),
            Statement("another article", s.kind, s.slots, s.quote),
        ]

    report = built([shelf], tmp_path / "facts.db", extract=invents)
    assert (report.facts, report.refused) == (3, 9)


def test_a_fact_told_twice_by_one_reader_counts_once(shelf, tmp_path):
    report = built([shelf], tmp_path / "facts.db", extract=lambda article: raised(article) * 2)
    assert (report.facts, report.refused) == (3, 0)


def test_an_article_that_cannot_be_read_through_costs_itself_only(shelf, tmp_path):
    def stumbles(article: Article) -> list[Statement]:
        if article.source == "two.md":
            raise RuntimeError("a parse that failed")
        return raised(article)

    report = built([shelf], tmp_path / "facts.db", extract=stumbles)
    assert report.articles == 2
    ((file, reason),) = report.skipped
    assert file == "two.md"
    assert "a parse that failed" in reason


def test_bad_files_and_folders_are_named_and_the_rest_is_built(shelf, tmp_path):
    (shelf / "empty.md").write_bytes(b"")
    (shelf / "noise.txt").write_bytes(bytes(range(256)) * 40)
    report = built([shelf, tmp_path / "nowhere"], tmp_path / "facts.db")
    assert report.articles == 3
    assert {Path(file).name for file, _ in report.skipped} == {"empty.md", "noise.txt", "nowhere"}
    assert all(reason and "\n" not in reason for _, reason in report.skipped)


def test_no_articles_make_an_empty_store(tmp_path):
    (tmp_path / "shelf").mkdir()
    report = built([tmp_path / "shelf"], tmp_path / "new" / "facts.db")
    assert (report.articles, report.facts) == (0, 0)
    with Facts.open(tmp_path / "new" / "facts.db") as facts:
        assert facts.events(EventQuery()) == []


def test_changes_are_told_against_the_store_before(shelf, tmp_path):
    db = tmp_path / "facts.db"
    assert built([shelf], db).changes == {}
    put(shelf, "four.md", "As told, Brisk raised $7 million in a Series B. Lumen raised $3 million in a Series A.")
    (shelf / "two.md").unlink()
    (shelf / "one.md").unlink()
    assert built([shelf], db).changes == {"corroborated": 1, "new": 1, "withdrawn": 1}
    with Facts.open(db) as facts:
        told = {c.what: c for c in facts.changes()}
        assert "Quillon" in told["withdrawn"].before
        assert told["new"].entities == ("org-lumen",)


def test_a_broken_store_is_replaced(shelf, tmp_path):
    db = tmp_path / "facts.db"
    built([shelf], db)
    whole, size = dump(db), db.stat().st_size
    with db.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))
    assert built([shelf], db).changes == {}
    assert dump(db) == whole


def test_progress_is_told_article_by_article(shelf, tmp_path):
    seen = []
    built([shelf], tmp_path / "facts.db", progress=lambda *told: seen.append(told))
    assert seen == [(0, 3, "one.md"), (1, 3, "three.md"), (2, 3, "two.md"), (3, 3, "")]


def test_a_second_build_is_told_to_wait(shelf, tmp_path):
    db = tmp_path / "facts.db"
    with build_lock(db), pytest.raises(BuildError, match="another build"):
        built([shelf], db)


BUILD_FOREVER = """
import sys
sys.path.insert(0, sys.argv[1])
from tests.test_build import built
print("ready", flush=True)
while True:
    built([sys.argv[2]], sys.argv[3])
"""


def test_a_build_killed_at_any_moment_leaves_a_whole_store(shelf, tmp_path):
    db = tmp_path / "facts.db"
    built([shelf], db)
    expected = dump(db)
    moments = random.Random(20)
    for _ in range(20):
        process = subprocess.Popen(
            [sys.executable, "-c", BUILD_FOREVER, str(Path(__file__).parents[1]), str(shelf), str(db)],
            stdout=subprocess.PIPE,
            text=True,
        )
        with process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            threading.Event().wait(moments.uniform(0, 0.25))  # the moment is what the test is about
            process.send_signal(signal.SIGKILL)
        assert process.returncode == -signal.SIGKILL
        assert dump(db) == expected
        with Facts.open(db) as facts:
            assert facts.counts()["facts"] == 3
    built([shelf], db)
    assert dump(db) == expected
    left = [p.name for p in tmp_path.iterdir() if p.name not in ("shelf", "facts.db")]
    assert left == [".facts.db.lock"]


def test_the_report_is_kept_in_the_store(shelf, tmp_path):
    report = built([shelf], tmp_path / "facts.db")
    db = sqlite3.connect(tmp_path / "facts.db")
    (kept,) = db.execute("SELECT report FROM build").fetchone()
    db.close()
    assert json.loads(kept)["events"] == report.events == 2
