"""What was retracted is not quoted either as what articles say."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.admin.checking import Demands, check
from bot.answers.answerer import Answerer
from bot.build import build
from bot.model.article import Article
from bot.model.judgement import Judgement
from bot.model.statement import Statement
from bot.names.registry import Registry
from bot.store.query import EventQuery
from bot.store.read import Facts
from bot.store.write import BuildError
from tests.admin.conftest import House
from tests.admin.shelf import built
from tests.raising import put, raised

QUESTION = "How much did Quillon raise in its Series A for walking robots?"


def texts(db: Path, article: str = "one.md") -> list[str]:
    with Facts.open(db) as facts:
        (found,) = [a.id for a in facts.articles() if a.source == article]
        return [passage.text for passage in facts.passages(found)]


def found(db: Path, words: str) -> set[str]:
    with Facts.open(db) as facts:
        return {passage.citation.source for passage in facts.search(words)}


def event(db: Path, name: str) -> str:
    with Facts.open(db) as facts:
        ids = tuple(entity.id for entity in facts.lookup(name))
        return facts.events(EventQuery(any_entities=ids))[0].id


def statement(db: Path, source: str) -> str:
    with Facts.open(db) as facts:
        told = [s for e in facts.events(EventQuery()) for s in e.statements]
        return next(s.id for s in told if s.citation.source == source)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "shelf"
    folder.mkdir()
    (folder / "one.md").write_text(
        "---\ntitle: Robot maker Quillon gets $140 million\npublished: 2025-09-09\n---\n\n"
        "Quillon raised $140 million in a Series A from Tessaro. The firm builds walking robots.\n\n"
        "Tessaro also owns a bakery in the old town.\n"
    )
    put(folder, "two.md", "Brisk raised $7 million in a Series B. It makes hands that sort parcels.")
    return folder


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "facts.db"


class TestSentences:
    def test_of_a_retracted_event_are_found_by_no_words(self, shelf: Path, db: Path) -> None:
        built(shelf, db)
        assert found(db, "Quillon") == {"one.md"}
        built(shelf, db, [Judgement("retract-event", (event(db, "Quillon"),), ("x",))])
        assert found(db, "Quillon") == set()
        with Facts.open(db) as facts:
            answer = Answerer(facts).reply((QUESTION,))
        assert "140" not in "".join((answer.title, *(c.quote for line in answer.lines for c in line.citations)))

    def test_of_a_retracted_statement_neither(self, shelf: Path, db: Path) -> None:
        built(shelf, db)
        built(shelf, db, [Judgement("retract-statement", (statement(db, "one.md"),), ("x",))])
        assert found(db, "Quillon") == set()

    def test_the_others_stay_where_they_are(self, shelf: Path, db: Path) -> None:
        built(shelf, db)
        built(shelf, db, [Judgement("retract-event", (event(db, "Quillon"),), ("x",))])
        assert texts(db) == ["", "", "The firm builds walking robots.", "Tessaro also owns a bakery in the old town."]
        assert found(db, "walking robots") == found(db, "bakery") == {"one.md"}
        assert found(db, "Brisk raised $7 million") == {"two.md"}

    def test_a_copy_of_the_sentence_elsewhere_goes_with_it(self, shelf: Path, db: Path) -> None:
        put(shelf, "copy.md", "Quillon raised $140 million in a Series A from Tessaro. Others think so too.")

        def read(article: Article) -> list[Statement]:
            return raised(article) if article.source == "one.md" else []

        build([shelf], db, extract=read, registry=Registry(()))
        assert found(db, "Quillon") == {"one.md", "copy.md"}
        retracted = Judgement("retract-statement", (statement(db, "one.md"),), ("x",))
        build([shelf], db, extract=read, registry=Registry(()), judgements=[retracted])
        assert found(db, "Quillon") == set()
        assert found(db, "others think") == {"copy.md"}

    def test_they_come_back_when_it_is_taken_back(self, shelf: Path, db: Path) -> None:
        built(shelf, db)
        before = texts(db)
        built(shelf, db, [Judgement("retract-event", (event(db, "Quillon"),), ("x",))])
        assert texts(db) != before
        built(shelf, db)
        assert texts(db) == before


class TestArticles:
    async def test_one_is_retracted_by_its_file_and_comes_back(self, house: House) -> None:
        answer = await house.says("retract one.md")
        assert answer.title == "Noted as action 1: retracted: one.md"
        house.rebuild()
        assert house.facts(lambda facts: {a.source for a in facts.articles()}) == {"two.md", "three.md"}
        assert found(house.db, "walking robots") == set()
        assert (await house.says("undo")).answered
        house.rebuild()
        assert found(house.db, "walking robots") == {"one.md"}

    async def test_the_build_names_it_and_counts_its_facts(self, house: House) -> None:
        await house.says("retract ONE")
        report = built(house.shelf, house.db, house.state.judgements.standing())
        assert report.skipped == (("one.md", "retracted by an administrator"),)
        assert (report.facts, report.retracted, report.judgements) == (2, 1, 1)

    @pytest.mark.parametrize("name", ["on", "e.md", "On one.md and more", "Quillon"])
    async def test_a_part_of_a_name_is_no_article(self, house: House, name: str) -> None:
        answer = await house.says(f"retract {name}")
        assert not answer.answered
        assert house.state.judgements.standing() == []


def test_what_was_retracted_is_not_missed_by_the_check(house: House, tmp_path: Path) -> None:
    new = tmp_path / "new.db"
    judgements = [
        Judgement("retract-statement", (statement(house.db, source),), ("x",)) for source in ("one.md", "two.md")
    ]
    assert built(house.shelf, new, judgements).facts == 1
    check(new, house.db, Demands(0.8, ("/help",)))
    (house.shelf / "one.md").unlink()
    (house.shelf / "two.md").unlink()
    built(house.shelf, new)
    with pytest.raises(BuildError, match="less than 80%"):
        check(new, house.db, Demands(0.8, ("/help",)))
