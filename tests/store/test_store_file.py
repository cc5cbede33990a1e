"""The file: written whole or not at all, the same for the same content, refused where it is something else."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from bot.store.read import Facts, NoStore
from bot.store.schema import FACT_TABLES
from bot.store.write import BuildError, build_lock, write
from tests.store.shelf import content


def dump(path, tables=FACT_TABLES):
    with sqlite3.connect(path) as db:
        rows = {table: db.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
    db.close()
    return rows


def test_two_builds_differ_in_the_record_of_the_build_only(tmp_path):
    one, two = tmp_path / "one.db", tmp_path / "two.db"
    write(one, content("2026-01-01T00:00:00+00:00"))
    shuffled = content("2026-02-02T00:00:00+00:00")
    write(
        two,
        replace(
            shuffled,
            articles=shuffled.articles[::-1],
            entities=shuffled.entities[::-1],
            statements=shuffled.statements[::-1],
            events=shuffled.events[::-1],
        ),
    )
    assert dump(one) == dump(two)
    assert dump(one, ("build",)) != dump(two, ("build",))


def test_same_content_gives_the_same_bytes(tmp_path):
    one, two = tmp_path / "one.db", tmp_path / "two.db"
    write(one, content())
    write(two, content())
    assert one.read_bytes() == two.read_bytes()


def test_reading_changes_no_byte_and_leaves_no_file(tmp_path):
    path = tmp_path / "facts.db"
    write(path, content())
    before = path.read_bytes()
    with Facts.open(path) as facts:
        facts.search("raised", 3)
        facts.find_names("Quillon")
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["facts.db"]


def test_the_store_can_be_read_where_nothing_may_be_written(tmp_path):
    path = tmp_path / "odd name?#%.db"
    write(path, content())
    path.chmod(0o444)
    with Facts.open(path) as facts:
        assert facts.counts()["events"] == 3


def test_a_reader_keeps_what_it_opened(tmp_path):
    path = tmp_path / "facts.db"
    write(path, content())
    with Facts.open(path) as old:
        write(path, replace(content(), events=[]))
        assert old.counts()["events"] == 3
        with Facts.open(path) as new:
            assert new.counts()["events"] == 0


def test_content_that_does_not_hold_together_leaves_the_old_store(tmp_path):
    path = tmp_path / "facts.db"
    write(path, content())
    before = path.read_bytes()
    with pytest.raises(BuildError, match="the one before is untouched"):
        write(path, replace(content(), articles=[], passages={}))
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["facts.db"]


def test_what_a_killed_build_left_is_cleaned(tmp_path):
    left = tmp_path / ".facts.db.4711.building"
    left.write_bytes(b"half")
    other = tmp_path / ".other.db.4711.building"
    other.write_bytes(b"half")
    write(tmp_path / "facts.db", content())
    assert sorted(p.name for p in tmp_path.iterdir()) == [other.name, "facts.db"]


def test_one_build_at_a_time(tmp_path):
    path = tmp_path / "facts.db"
    with build_lock(path), pytest.raises(BuildError, match="another build"), build_lock(path):
        pass
    with build_lock(path):
        assert not path.exists()


def test_a_file_that_is_no_store_is_not_overwritten(tmp_path):
    path = tmp_path / "notes.md"
    path.write_text("My notes. " * 20)
    with pytest.raises(BuildError, match="no fact store"):
        write(path, content())
    assert path.read_text().startswith("My notes.")


def _other_version(path):
    write(path, content())
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 999")
    db.close()


def _other_database(path):
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE t (x)")
    db.close()


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: None, "there is no fact store"),
        (lambda path: path.mkdir(), "there is no fact store"),
        (lambda path: path.write_bytes(b""), "not a fact store"),
        (lambda path: path.write_bytes(b"not a database " * 99), "not a fact store"),
        (_other_database, "not a fact store"),
        (_other_version, "format 999"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(tmp_path, make, reason):
    path = tmp_path / "facts.db"
    make(path)
    with pytest.raises(NoStore, match=reason) as error:
        Facts.open(path)
    assert "\n" not in str(error.value)
