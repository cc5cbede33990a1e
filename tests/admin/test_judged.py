"""What administrators judged is applied by every build."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.model.entity import Entity
from bot.model.judgement import Judgement
from bot.model.money import Money
from bot.names.entry import Entry
from bot.store.query import EventQuery
from bot.store.read import Facts, StoredEvent
from tests.admin.shelf import built
from tests.raising import put


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "shelf"
    put(folder, "one.md", "Quillon raised $140 million in a Series A from Tessaro. The firm builds walking robots.")
    put(folder, "two.md", "Again: Kuilong raised $140 million in a Series A from Tessaro. Forty people.", "2025-09-11")
    put(folder, "three.md", "Brisk raised $7 million in a Series B. It makes hands that sort parcels.")
    return folder


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "facts.db"


def same(one: str, other: str) -> Judgement:
    return Judgement("same", (f"org-{one.lower()}", f"org-{other.lower()}"), (one, other))


def different(one: str, other: str, *ids: str) -> Judgement:
    return Judgement("different", ids or (f"org-{one.lower()}", f"org-{other.lower()}"), (one, other))


def events(db: Path, *about: str) -> list[StoredEvent]:
    with Facts.open(db) as facts:
        ids = tuple(entity.id for name in about for entity in facts.lookup(name))
        assert bool(ids) == bool(about)
        return facts.events(EventQuery(any_entities=ids))


def looked_up(db: Path, name: str) -> list[str]:
    with Facts.open(db) as facts:
        return [entity.id for entity in facts.lookup(name)]


class TestSame:
    def test_two_names_become_one_entity_and_its_reports_one_event(self, shelf: Path, db: Path) -> None:
        built(shelf, db)
        assert len(events(db)) == 3
        report = built(shelf, db, [same("Quillon", "Kuilong")])
        assert (report.events, report.judgements, report.idle) == (2, 1, ())
        (event,) = events(db, "Kuilong")
        assert {s.citation.source for s in event.statements} == {"one.md", "two.md"}
        with Facts.open(db) as facts:
            (entity,) = facts.lookup("kuilong")
        assert (entity.id, entity.name, entity.aliases) == ("org-quillon", "Quillon", ("Kuilong",))

    def test_what_belonged_to_the_other_belongs_to_the_one(self, shelf: Path, db: Path) -> None:
        entries = [
            Entry(Entity("org-kuilong", "Kuilong", "org", ("奎龙",), "company", parent="Tessaro")),
            Entry(Entity("org-tessaro", "Tessaro", "org")),
            Entry(Entity("org-kuilong-lab", "Kuilong Lab", "org", parent="Kuilong")),
        ]
        built(shelf, db, [same("Quillon", "Kuilong")], entries)
        with Facts.open(db) as facts:
            assert [e.id for e in facts.children("org-quillon")] == ["org-kuilong-lab"]
            assert [e.id for e in facts.parents("org-quillon")] == ["org-tessaro"]
            assert [e.id for e in facts.lookup("奎龙")] == ["org-quillon"]

    def test_it_goes_on_through_a_third_name(self, shelf: Path, db: Path) -> None:
        report = built(shelf, db, [same("Kuilong", "Quillon"), same("Brisk", "Kuilong")])
        assert report.judgements == 2
        assert looked_up(db, "Quillon") == looked_up(db, "Kuilong") == ["org-brisk"]

    def test_a_name_that_is_gone_leaves_it_without_effect(self, shelf: Path, db: Path) -> None:
        report = built(shelf, db, [same("Quillon", "Nobody")])
        assert (report.judgements, report.idle) == (0, ("Nobody is Quillon",))

    def test_an_id_that_changed_is_found_by_its_name(self, shelf: Path, db: Path) -> None:
        judgement = Judgement("same", ("org-old-1", "org-old-2"), ("Quillon", "Kuilong"))
        assert built(shelf, db, [judgement]).judgements == 1
        assert looked_up(db, "Kuilong") == ["org-quillon"]


class TestDifferent:
    def test_two_names_of_one_entry_are_told_apart(self, shelf: Path, db: Path) -> None:
        entries = [Entry(Entity("org-quillon", "Quillon", "org", ("Kuilong",)))]
        built(shelf, db, (), entries)
        assert len(events(db, "Quillon")) == 1
        report = built(shelf, db, [different("Quillon", "Kuilong", "org-quillon", "org-quillon")], entries)
        assert report.judgements == 1
        assert [s.citation.source for e in events(db, "Quillon") for s in e.statements] == ["one.md"]
        assert [s.citation.source for e in events(db, "Kuilong") for s in e.statements] == ["two.md"]

    @pytest.mark.parametrize("names", [("Quillon", "Kuilong"), ("Kuilong", "Quillon")])
    def test_the_entry_keeps_its_own_name(self, shelf: Path, db: Path, names: tuple[str, str]) -> None:
        entries = [Entry(Entity("org-quillon", "Quillon", "org", ("Kuilong",)))]
        built(shelf, db, [different(*names, "org-quillon", "org-quillon")], entries)
        assert looked_up(db, "Quillon") == ["org-quillon"]
        assert looked_up(db, "Kuilong") == ["org-kuilong"]

    def test_a_short_form_beside_its_whole_name_stays_with_it(self, shelf: Path, db: Path) -> None:
        put(
            shelf,
            "four.md",
            "Lumen Arms raised $9 million in a Series A. Later, Lumen raised $30 million in a Series B. It",
        )
        put(
            shelf,
            "five.md",
            "On lamps: Lumen raised $2 million in a Series A. It makes lamps for bakers in the old town.",
        )
        entries = [Entry(Entity("org-lumen-arms", "Lumen Arms", "org", ("Lumen",)))]
        built(shelf, db, [different("Lumen Arms", "Lumen", "org-lumen-arms", "org-lumen-arms")], entries)
        assert {e.event.best("amount") for e in events(db, "Lumen Arms")} == {Money(9e6, "USD"), Money(30e6, "USD")}
        assert {e.event.best("amount") for e in events(db, "Lumen")} == {Money(2e6, "USD")}

    def test_the_last_word_on_two_names_holds(self, shelf: Path, db: Path) -> None:
        report = built(shelf, db, [same("Quillon", "Kuilong"), different("Kuilong", "Quillon")])
        assert len(events(db)) == 3
        assert report.idle == ("Kuilong is Quillon",)
        built(shelf, db, [different("Kuilong", "Quillon"), same("Quillon", "Kuilong")])
        assert len(events(db)) == 2

    def test_those_who_are_different_are_not_joined_through_others(self, shelf: Path, db: Path) -> None:
        judgements = [different("Quillon", "Brisk"), same("Quillon", "Kuilong"), same("Kuilong", "Brisk")]
        report = built(shelf, db, judgements)
        assert report.idle == ("Brisk is Kuilong",)
        assert looked_up(db, "Brisk") == ["org-brisk"]


class TestRetracted:
    def test_a_statement_leaves_and_the_event_stays_on_the_others(self, shelf: Path, db: Path) -> None:
        joint = same("Quillon", "Kuilong")
        built(shelf, db, [joint])
        (event,) = events(db, "Quillon")
        gone = next(s for s in event.statements if s.citation.source == "one.md")
        report = built(shelf, db, [joint, Judgement("retract-statement", (gone.id,), ("x",))])
        assert (report.facts, report.judgements) == (2, 2)
        (event,) = events(db, "Quillon")
        assert [s.citation.source for s in event.statements] == ["two.md"]

    def test_an_event_leaves_with_all_that_tells_it_now_and_later(self, shelf: Path, db: Path) -> None:
        built(shelf, db)
        (event,) = events(db, "Quillon")
        retracted = Judgement("retract-event", (event.id,), ("x",))
        report = built(shelf, db, [retracted])
        assert (report.facts, report.events, report.changes) == (2, 2, {"withdrawn": 1})
        put(shelf, "0.md", "Before all: Quillon raised $140 million in a Series A. So it goes here.", "2025-09-01")
        report = built(shelf, db, [retracted])
        assert (report.facts, report.events, report.idle) == (2, 2, ())

    def test_what_is_not_told_any_more_leaves_it_without_effect(self, shelf: Path, db: Path) -> None:
        report = built(shelf, db, [Judgement("retract-event", ("0" * 16,), ("funding: Old",))])
        assert report.idle == ("retracted: funding: Old",)


class TestCorrected:
    def of(self, db: Path, value: str, slot: str = "amount") -> Judgement:
        (event,) = events(db, "Brisk")
        return Judgement("correct", (event.id,), ("x",), slot, value)

    def test_a_value_is_put_right_and_sums_follow(self, shelf: Path, db: Path) -> None:
        built(shelf, db)
        judgement = self.of(db, '{"value": 70000000, "currency": "USD"}')
        report = built(shelf, db, [judgement])
        assert (report.judgements, report.conflicts, report.changes) == (1, 0, {"corrected": 1})
        (event,) = events(db, "Brisk")
        assert (event.event.best("amount"), event.usd) == (Money(70e6, "USD"), 70e6)
        assert [s.citation.source for s in event.statements] == ["three.md"]
        with Facts.open(db) as facts:
            assert [e.id for e in facts.events(EventQuery(min_usd=60e6, max_usd=80e6))] == [event.id]

    def test_of_values_that_disagree_one_is_right(self, shelf: Path, db: Path) -> None:
        put(shelf, "four.md", "As is said: Brisk raised $9 million in a Series B. So people say.", "2025-09-12")
        assert built(shelf, db).conflicts == 1
        report = built(shelf, db, [self.of(db, '{"value": 9000000, "currency": "USD"}')])
        assert report.conflicts == 0
        (event,) = events(db, "Brisk")
        (best,) = [v for v in event.event.values if v.slot == "amount" and v.rank == "preferred"]
        assert [s.citation.source for s in event.supporting(best)] == ["four.md"]

    def test_the_last_word_on_a_value_holds(self, shelf: Path, db: Path) -> None:
        built(shelf, db)
        report = built(shelf, db, [self.of(db, '"Series C"', "round"), self.of(db, '"Series D"', "round")])
        assert events(db, "Brisk")[0].event.best("round") == "Series D"
        assert len(report.idle) == 1


def test_judgements_change_nothing_else(shelf: Path, db: Path, tmp_path: Path) -> None:
    built(shelf, db)
    built(shelf, tmp_path / "other.db", [same("Quillon", "Kuilong")])
    assert [e.statements for e in events(db, "Brisk")] == [e.statements for e in events(tmp_path / "other.db", "Brisk")]
