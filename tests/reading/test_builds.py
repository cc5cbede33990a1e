"""Builds that remember, and builds in several processes: byte for byte the store of a build that reads all itself."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bot.build
from bot.build import build
from bot.names.registry import Registry
from bot.store.remembered import place_beside
from bot.store.schema import FACT_TABLES
from tests.raising import put, raised

BODIES = {
    "abelian.md": "Abelian raised $140 million in a Series A from Tessaro. It builds walking robots.",
    "again.md": "As told, Abelian raised $100 million in a Series A from Tessaro. It has forty people.",
    "brisk.md": "Brisk raised $7 million in a Series B. It makes hands for robots that sort parcels.",
    "corvane.md": "Corvane raised $9 million in a Series C from Brisk on 2025-08-30. It makes batteries.",
    "silent.md": "Nothing was raised by anybody in the whole of this quiet week, as far as is known.",
}


class Noon(datetime):
    """A clock that stands still, so that two builds can be the same to the byte."""

    @classmethod
    def now(cls, tz=None) -> datetime:
        return datetime(2026, 1, 5, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.build, "datetime", Noon)


def write(folder: Path, names) -> Path:
    for name in names:
        put(folder, name, BODIES[name])
    return folder


def built(folder: Path, db: Path, fingerprint: str = "", **more) -> bytes:
    """The bytes of the store, built as if there had been none before."""
    db.unlink(missing_ok=True)
    build([folder], db, extract=raised, registry=Registry(()), fingerprint=fingerprint, **more)
    return db.read_bytes()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sets(st.sampled_from(sorted(BODIES))), max_size=3))
def test_whatever_is_remembered_the_store_is_the_same(before: list[set[str]]) -> None:
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as name:
        patch.setattr(bot.build, "datetime", Noon)
        place = Path(name)
        for number, names in enumerate(before):
            (place / f"shelf{number}").mkdir()
            built(write(place / f"shelf{number}", names), place / "facts.db", "raised")
        whole = write(place / "whole", BODIES)
        expected = built(whole, place / "other.db")
        assert built(whole, place / "facts.db", "raised") == expected
        assert built(whole, place / "facts.db", "raised") == expected, "all of it remembered"


def test_what_changed_is_told_as_ever(tmp_path: Path) -> None:
    folder = write(tmp_path / "shelf", ["abelian.md", "brisk.md"])
    reports = []
    for fingerprint in ("", "raised"):
        db = tmp_path / f"facts{fingerprint}.db"
        built(folder, db, fingerprint)
        put(folder, "brisk.md", "Brisk raised $8 million in a Series B. It makes hands for robots that sort parcels.")
        reports.append(build([folder], db, extract=raised, registry=Registry(()), fingerprint=fingerprint))
        write(folder, ["brisk.md"])
    assert [report.read for report in reports] == [2, 1]
    assert reports[0].changes == reports[1].changes != {}


def test_quotes_are_looked_at_again(tmp_path: Path) -> None:
    def invents(article):
        return [*raised(article), *(s.__class__("another", s.kind, s.slots, s.quote) for s in raised(article))]

    folder = write(tmp_path / "shelf", ["abelian.md", "brisk.md"])
    for expected in (2, 0):
        report = build([folder], tmp_path / "facts.db", extract=invents, registry=Registry(()), fingerprint="invents")
        assert (report.facts, report.refused, report.read) == (2, 2, expected)


def test_another_reader_nobody_knows_is_not_remembered(tmp_path: Path) -> None:
    folder = write(tmp_path / "shelf", BODIES)
    built(folder, tmp_path / "facts.db")
    assert not place_beside(tmp_path / "facts.db").exists()


def test_fresh_reads_all(tmp_path: Path) -> None:
    folder = write(tmp_path / "shelf", BODIES)
    expected = built(folder, tmp_path / "facts.db", "raised")
    for fresh, read in ((False, 0), (True, 5), (False, 0)):
        (tmp_path / "facts.db").unlink()
        report = build(
            [folder], tmp_path / "facts.db", extract=raised, registry=Registry(()), fingerprint="raised", fresh=fresh
        )
        assert report.read == read
        assert (tmp_path / "facts.db").read_bytes() == expected


@pytest.mark.parametrize("damage", [b"", b"no database", b"\xff" * 20_000])
def test_a_damaged_memory_costs_time_only(tmp_path: Path, damage: bytes, caplog: pytest.LogCaptureFixture) -> None:
    folder = write(tmp_path / "shelf", BODIES)
    expected = built(folder, tmp_path / "facts.db", "raised")
    place_beside(tmp_path / "facts.db").write_bytes(damage)
    assert built(folder, tmp_path / "facts.db", "raised") == expected
    assert len(caplog.records) == bool(damage), "an empty file is a new one"


REAL = {
    "2025-03-04-quillon.md": "Quillon Robotics raised $21 million in a Series A round led by Harbor Lane Ventures.",
    "2025-04-02-vantor.md": "Vantor Autonomy appointed Jane Halloran as chief executive. It was founded in 2019.",
    "2025-04-09-again.md": "Harbor Lane Ventures led the Series A of Quillon Robotics, worth $21 million, in March.",
}

BUILD = """
import sys
from bot.build import build
if __name__ == "__main__":
    report = build([sys.argv[1]], sys.argv[2], workers=int(sys.argv[3]))
    print(report.facts, report.read, "spacy" in sys.modules)
"""


def really_built(folder: Path, db: Path, workers: int) -> list[str]:
    """How many facts, how many articles were read, and whether the language model was loaded in that process."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    script = folder.parent / "builds.py"
    script.write_text(BUILD)
    done = subprocess.run(
        [sys.executable, str(script), str(folder), str(db), str(workers)],
        capture_output=True, text=True, check=True, env=environment,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.split()


def test_the_real_reader_is_loaded_only_where_something_must_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    for name, body in REAL.items():
        put(folder, name, body, name[:10])
    facts, *told = really_built(folder, tmp_path / "facts.db", 2)
    assert int(facts) > 0
    assert told == ["3", "False"], "two other processes read"
    assert really_built(folder, tmp_path / "facts.db", 2) == [facts, "0", "False"]
    put(folder, "2025-05-01-brisk.md", "Brisk Robotics raised $9 million in a Series B round.", "2025-05-01")
    more, *told = really_built(folder, tmp_path / "facts.db", 2)
    assert int(more) > int(facts)
    assert told == ["1", "True"]
    really_built(folder, tmp_path / "alone.db", 1)
    assert rows(tmp_path / "facts.db") == rows(tmp_path / "alone.db")


def rows(db: Path) -> dict[str, list[tuple]]:
    connection = sqlite3.connect(db)
    found = {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in FACT_TABLES}
    connection.close()
    return found
