"""What is read and what is remembered of a shelf of articles."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from bot.model.article import Article, OffsetMap
from bot.model.statement import Quote, Statement
from bot.model.when import When
from bot.reading.reader import Reader
from bot.store.remembered import Remembered


def article(name: str, text: str = "Quillon makes arms.") -> Article:
    return Article(f"{name}.md", f"# {text}", text, OffsetMap((0,), (2,)), id=f"id of {name}")


class Telling:
    """A reader that tells one thing of each article, and keeps a list of those that it was given."""

    def __init__(self, fails: frozenset[str] = frozenset()) -> None:
        self.given: list[str] = []
        self.loaded = 0
        self.fails = fails

    def load(self):
        self.loaded += 1
        return self.extract

    def extract(self, article: Article) -> list[Statement]:
        self.given.append(article.source)
        if article.source in self.fails:
            raise RuntimeError("no way through")
        said = Statement(article.id, "plan", {"text": article.source}, Quote(2, 9, "Quillon"))
        return [said, said]


SHELF = [article("one"), article("two"), article("three")]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "remembered"


def read(telling: Telling, place: Path, shelf=SHELF, fingerprint="reader 1", progress=None):
    with Remembered(place) as memory:
        return Reader(telling.load, fingerprint).read(shelf, memory, progress)


def test_the_second_time_nothing_is_read_nor_loaded(place: Path) -> None:
    first, second = Telling(), Telling()
    outcomes, count = read(first, place)
    assert (count, first.given) == (3, ["one.md", "two.md", "three.md"])
    assert [s.slots["text"] for told in outcomes for s in told] == [
        "one.md", "one.md", "two.md", "two.md", "three.md", "three.md",
    ]  # fmt: skip
    assert read(second, place) == (outcomes, 0)
    assert (second.given, second.loaded) == ([], 0)


def test_only_the_new_one_is_read_and_the_order_is_that_of_the_shelf(place: Path) -> None:
    read(Telling(), place)
    telling = Telling()
    shelf = [SHELF[2], article("four"), SHELF[0]]
    outcomes, count = read(telling, place, shelf)
    assert (count, telling.given) == (1, ["four.md"])
    assert [told[0].slots["text"] for told in outcomes] == ["three.md", "four.md", "one.md"]


CHANGED = {
    "source": "renamed.md",
    "raw": "# quillon makes arms.",
    "text": "Quillon makes hands.",
    "offsets": OffsetMap((0, 4), (2, 7)),
    "title": "Arms",
    "published": When.quarter(2025, 3),
    "published_inferred": True,
    "publisher": "The Robot Ledger",
    "url": "https://example.com/",
    "lang": "zh",
    "links": ("https://example.com/",),
    "id": "another",
}


def test_every_part_of_an_article_is_looked_at() -> None:
    assert set(CHANGED) == {part.name for part in dataclasses.fields(Article)}


@pytest.mark.parametrize("part", CHANGED)
def test_an_article_that_changed_in_any_part_is_read_again(place: Path, part: str) -> None:
    read(Telling(), place)
    telling = Telling()
    read(telling, place, [dataclasses.replace(SHELF[0], **{part: CHANGED[part]}), SHELF[1]])
    assert len(telling.given) == 1


def test_how_precise_the_date_is_counts(place: Path) -> None:
    span = When(date(2025, 7, 1), date(2025, 9, 30), "span")
    read(Telling(), place, [dataclasses.replace(SHELF[0], published=When.quarter(2025, 3))])
    telling = Telling()
    read(telling, place, [dataclasses.replace(SHELF[0], published=span)])
    assert telling.given == ["one.md"]


def test_another_reader_reads_all_again(place: Path) -> None:
    read(Telling(), place)
    telling = Telling()
    assert read(telling, place, fingerprint="reader 2")[1] == 3
    assert read(Telling(), place)[1] == 0, "what the first one read is still known"


def test_a_reader_that_nothing_is_known_of_remembers_nothing(place: Path) -> None:
    for _ in range(2):
        assert read(Telling(), place, fingerprint="")[1] == 3


def test_what_failed_is_tried_again(place: Path) -> None:
    outcomes, _ = read(Telling(frozenset({"two.md"})), place)
    assert outcomes[1] == "its facts could not be read (RuntimeError: no way through)"
    telling = Telling()
    again, count = read(telling, place)
    assert (count, telling.given) == (1, ["two.md"])
    assert again[1] != outcomes[1]


def test_progress_begins_behind_what_is_known(place: Path) -> None:
    read(Telling(), place, SHELF[:2])
    seen: list[tuple[int, int, str]] = []
    read(Telling(), place, progress=lambda *told: seen.append(told))
    assert seen == [(2, 3, "three.md"), (3, 3, "")]


def test_what_was_read_before_a_kill_is_known(place: Path) -> None:
    class Killed(BaseException):
        pass

    class Ends(Telling):
        def extract(self, article: Article) -> list[Statement]:
            if article.source == "three.md":
                raise Killed
            return super().extract(article)

    memory = Remembered(place)
    with pytest.raises(Killed):
        Reader(Ends().load, "reader 1").read(SHELF, memory)
    telling = Telling()
    assert read(telling, place)[1] == 1
    assert telling.given == ["three.md"]
