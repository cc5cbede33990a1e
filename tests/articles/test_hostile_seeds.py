"""Files that somebody made to do harm: each is read or named with its reason, and the store is whole."""

from __future__ import annotations

import re
import resource
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.articles.errors import printable
from bot.articles.library import Skipped, walk
from bot.build import build
from bot.model.article import Article
from bot.store.read import Facts
from tests.articles.hostile_seeds import SEEDS, Seed

SLOWEST = 3.0
"""Seconds that one file may take on a busy machine; on a quiet one it is less than one."""


LONGEST_BUILD = 60.0
"""Seconds of processor time for all of them together, to the finished store."""

HIDDEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff]")
"""What nobody sees, what turns writing around, and halves of characters."""


@dataclass
class Shelf:
    folder: Path
    read: dict[str, Article]
    skipped: dict[str, str]
    seconds: dict[str, float]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """All of them in one folder, read once."""
    folder = tmp_path_factory.mktemp("hostile")
    for seed in SEEDS:
        seed.put(folder / seed.name)
    found = Shelf(folder, {}, {}, {})
    began = time.process_time()
    for one in walk([folder]):
        name = one.source if isinstance(one, Article) else printable(one.path.name)
        found.seconds[name] = time.process_time() - began
        if isinstance(one, Skipped):
            found.skipped[name] = one.reason
        else:
            found.read[name] = one
        began = time.process_time()
    return found


def test_there_are_a_hundred_and_each_has_a_name_of_its_own() -> None:
    assert len({seed.name for seed in SEEDS}) == len(SEEDS) >= 100


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: printable(seed.name, 40))
def test_it_is_read_or_named_with_its_reason(shelf: Shelf, seed: Seed) -> None:
    name = printable(seed.name)
    if seed.reason:
        assert seed.reason in shelf.skipped[name]
        assert shelf.skipped[name].isprintable()
    else:
        assert name not in shelf.skipped
        article = shelf.read[name]
        assert "Quillon Robotics raised $21 million" in article.text
        assert max(len(article.publisher), len(article.lang)) <= 80
        for shown in (article.text, article.title, article.publisher, article.url):
            assert not HIDDEN.search(shown)
    assert shelf.seconds[name] < SLOWEST


def test_a_build_tells_of_each_and_leaves_a_whole_store(shelf: Shelf, tmp_path: Path) -> None:
    db, before = tmp_path / "facts.db", _memory()
    began = time.process_time()
    report = build([shelf.folder], db, extract=lambda article: [])
    assert time.process_time() - began < LONGEST_BUILD
    assert report.articles == len(shelf.read)
    assert {Path(file).name for file, _ in report.skipped} == set(shelf.skipped)
    assert {file.name for file in tmp_path.iterdir()} - {".facts.db.lock"} == {"facts.db"}
    with closing(sqlite3.connect(db)) as store:
        assert store.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with Facts.open(db) as facts:
        assert facts.counts()["articles"] == len(shelf.read)
        assert facts.search("Harrow Ventures", 3)
    assert _memory() - before < 500_000


def _memory() -> int:
    """The most that this process ever held, in kB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
