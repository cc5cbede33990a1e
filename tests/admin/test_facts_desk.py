"""`/facts` as an administrator and as everybody else meets it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.admin import Command, FactsDesk, Refused
from bot.admin.judging import _value
from bot.model.answer import Answer
from bot.model.entity import Entity
from bot.model.money import Money
from bot.names.entry import Entry
from bot.state import State
from bot.store.query import EventQuery
from tests.admin.conftest import House
from tests.admin.shelf import built

ADMIN_ONLY = ("reload", "retract", "same", "different", "correct", "undo", "audit")


def texts(answer: Answer) -> str:
    return "\n".join((answer.title, *(line.text for line in answer.lines), *answer.hints))


def event_id(house: House, name: str) -> str:
    def found(facts):  # type: ignore[no-untyped-def]
        (entity,) = facts.lookup(name)
        return facts.events(EventQuery(entities=(entity.id,)))[0].id

    return house.facts(found)


class TestPermission:
    @pytest.mark.parametrize("word", ADMIN_ONLY)
    async def test_others_are_refused_and_nothing_is_done(self, house: House, word: str) -> None:
        answer = await house.says(f"{word} Quillon Brisk", is_admin=False)
        assert not answer.answered
        assert answer.title == f"Only administrators may use /facts {word}."
        assert house.state.audit.entries() == []
        assert house.state.judgements.standing() == []

    @pytest.mark.parametrize("word", ["", "status", "sources", "conflicts", "STATUS"])
    async def test_everybody_may_look(self, house: House, word: str) -> None:
        assert (await house.says(word, is_admin=False)).answered

    async def test_hints_show_only_what_one_may(self, house: House) -> None:
        assert [hint.split()[1].rstrip(":") for hint in (await house.says("x", is_admin=False)).hints] == [
            "status", "sources", "conflicts",
        ]  # fmt: skip
        assert "/facts undo [NUMBER]: takes the last judgement back" in texts(await house.says("x"))


class TestLooking:
    async def test_status_tells_how_much_there_is(self, house: House) -> None:
        answer = await house.says("status")
        assert answer.title.startswith("3 facts from 3 articles, built ")
        assert [line.text for line in answer.lines] == [
            "2 events with 3 names",
            "The newest article: On two.md, 2025-09-11",
            "Articles disagree about 1 event: /facts conflicts",
        ]

    async def test_sources_lists_articles_the_newest_first(self, house: House) -> None:
        answer = await house.says("sources")
        assert [line.text for line in answer.lines] == [
            "2025-09-11 · two.md · 1 fact",
            "2025-09-09 · one.md · 1 fact",
            "2025-09-09 · three.md · 1 fact",
        ]

    @pytest.mark.parametrize("what", ["Brisk Motion", "three.md", "THREE"])
    async def test_sources_of_a_name_or_a_file_give_ids_that_lead_on(self, house: House, what: str) -> None:
        (line,) = (await house.says(f"sources {what}")).lines
        assert [c.source for c in line.citations] == ["three.md"]
        (further,) = (await house.says(f"sources {line.text.split()[0]}")).lines
        assert "raised $7 million" in further.citations[0].quote

    async def test_conflicts_tell_both_sides(self, house: House) -> None:
        (line,) = (await house.says("conflicts")).lines
        sides = {c.source for c in (*line.citations, *(c for note in line.notes for c in note.citations))}
        assert sides == {"one.md", "two.md"}
        assert (await house.says("conflicts Quillon")).lines == (line,)
        assert (await house.says("conflicts Brisk Motion")).title == "No articles disagree about Brisk Motion."

    @pytest.mark.parametrize("what", ["sources", "conflicts"])
    async def test_what_is_not_known_is_told_with_what_may_be_meant(self, house: House, what: str) -> None:
        answer = await house.says(f"{what} Quilon @everyone")
        assert not answer.answered
        assert "@everyone" not in answer.title

    async def test_no_store_is_told(self, house: House) -> None:
        house.db.unlink()
        answer = await house.says("status")
        assert not answer.answered
        assert "run `bot build`" in answer.title


class TestJudging:
    async def test_same_names_are_one_after_the_next_build(self, house: House) -> None:
        answer = await house.says("same Quillon Brisk Motion")
        assert answer.title == "Noted as action 1: Brisk Motion is Quillon"
        assert "1 judgement of administrators; 1 given or taken back since this build" in texts(
            await house.says("status")
        )
        house.rebuild()
        assert house.facts(lambda facts: [e.name for e in facts.lookup("Brisk Motion")]) == ["Quillon"]

    @pytest.mark.parametrize(
        "text", ['"Quillon" "Brisk Motion"', "“Quillon” “Brisk Motion”", "Quillon, Brisk Motion",
                 "Quillon=brisk motion", "Quillon and Brisk Motion", "org-quillon org-brisk-motion",
                 "Quillon Brisk Motion"],
    )  # fmt: skip
    async def test_names_may_be_written_in_any_way_that_is_clear(self, house: House, text: str) -> None:
        assert (await house.says(f"same {text}")).answered
        (judgement,) = house.state.judgements.standing()
        assert judgement.targets == ("org-quillon", "org-brisk-motion")

    @pytest.mark.parametrize(
        ("text", "why"),
        [
            ("same", "Two names are needed"),
            ("same Quillon", "Two names are needed"),
            ('same "Quillon" "Nobody"', "Nothing is known of “Nobody”"),
            ("same Quillon Quillon", "goes by both names already"),
            ("same Quillon of the old town", "put both in quotes"),
            ("different Quillon QUILLON", "That is one name"),
            ("retract", "Which fact?"),
            ("retract zzz", "is no id"),
            ("retract abcdef0123456789", "No fact has the id"),
            ("undo", "nothing to take back"),
            ("undo 7", "There is no action 7"),
            ("undo x", "is no number of an action"),
            ("audit x", "is no number of actions"),
            ("frobnicate", "There is no “/facts frobnicate”"),
        ],
    )
    async def test_what_cannot_be_done_is_told_in_one_line(self, house: House, text: str, why: str) -> None:
        answer = await house.says(text)
        assert not answer.answered
        assert why in answer.title
        assert "\n" not in answer.title
        assert house.state.audit.entries() == []

    async def test_a_name_that_may_be_several_is_asked_about(self, house: House) -> None:
        entries = [Entry(Entity(f"{kind}-tessaro", "Tessaro", kind)) for kind in ("org", "person")]
        built(house.shelf, house.db, (), entries)
        answer = await house.says("same Quillon, Tessaro")
        assert "org-tessaro (Tessaro, org); person-tessaro (Tessaro, person)" in answer.title
        assert (await house.says("same Quillon, person-tessaro")).title == "Noted as action 1: Tessaro is Quillon"

    async def test_a_statement_or_an_event_is_retracted_by_the_beginning_of_its_id(self, house: House) -> None:
        (line,) = (await house.says("sources two.md")).lines
        assert (await house.says(f"retract {line.text.split()[0]}")).answered
        house.rebuild()
        assert house.facts(lambda facts: facts.counts())["facts"] == 2
        assert (await house.says(f"retract {event_id(house, 'Quillon')[:8]}")).answered
        house.rebuild()
        assert house.facts(lambda facts: facts.counts())["events"] == 1

    async def test_a_value_is_put_right(self, house: House) -> None:
        start = event_id(house, "Quillon")[:8]
        answer = await house.says(f"correct {start} amount $100 million")
        assert answer.title.startswith("Noted as action 1: amount is 100,000,000 USD: funding: Quillon raised ")
        house.rebuild()
        (event,) = house.facts(lambda facts: [e for e in [facts.event(event_id(house, "Quillon"))] if e])
        assert event.event.best("amount") == Money(1e8, "USD")
        assert (await house.says("conflicts")).title == "No articles disagree."

    @pytest.mark.parametrize(
        ("rest", "why"),
        [
            ("", "Say what is right"),
            ("amount", "Say what is right"),
            ("amount plenty", "is no sum of money"),
            ("valuation $3 billion", "tells no “valuation”; it tells amount, round"),
            ("company Brisk", "Names are put right with"),
        ],
    )
    async def test_a_value_of_another_sort_is_refused(self, house: House, rest: str, why: str) -> None:
        answer = await house.says(f"correct {event_id(house, 'Quillon')} {rest}")
        assert why in answer.title
        assert house.state.audit.entries() == []

    @pytest.mark.parametrize("told", ["plenty", "nan", "inf", "-1e999", "1,0e400%"])
    def test_what_is_no_number_is_refused(self, told: str) -> None:
        with pytest.raises(Refused, match="is no number"):
            _value("value", told)

    async def test_what_is_judged_already_is_told(self, house: House) -> None:
        await house.says("same Quillon Tessaro")
        assert (await house.says("same Quillon Tessaro")).title == "That is judged so already: Tessaro is Quillon."
        assert len(house.state.audit.entries()) == 1


class TestUndo:
    async def test_the_last_judgement_then_the_one_before(self, house: House) -> None:
        await house.says("same Quillon Tessaro", "slack:U1")
        await house.says("same Quillon Brisk Motion", "slack:U2")
        answer = await house.says("undo", "slack:U3")
        assert answer.title == "Took back action 2 of slack:U2 (action 3)."
        assert answer.lines[0].text == "Brisk Motion is Quillon"
        assert (await house.says("undo")).title == "Took back action 1 of slack:U1 (action 4)."
        assert house.state.judgements.standing() == []
        house.rebuild()
        assert house.facts(lambda facts: facts.counts())["events"] == 2

    async def test_a_numbered_one(self, house: House) -> None:
        await house.says("same Quillon Tessaro")
        await house.says("same Quillon Brisk Motion")
        assert (await house.says("undo #1")).answered
        assert [j.told() for j in house.state.judgements.standing()] == ["Brisk Motion is Quillon"]
        assert (await house.says("undo 1")).title == "Action 1 was taken back by action 3 already."
        assert "Action 3 (undo) cannot be taken back" in (await house.says("undo 3")).title

    async def test_it_may_be_judged_so_again(self, house: House) -> None:
        for _ in range(2):
            assert (await house.says("same Quillon Tessaro")).answered
            assert (await house.says("undo")).answered
        assert len(house.state.audit.entries()) == 4


class TestAudit:
    async def test_who_when_what_undone_or_not(self, house: House, tmp_path: Path) -> None:
        at = datetime(2025, 10, 6, 9, 0, tzinfo=UTC)
        with State.open(tmp_path / "other.db", lambda: at) as state:
            desk = FactsDesk(house._read, state, house.reloader, "/embodied facts")
            await desk.handle("slack:U1", True, "same Quillon Tessaro")
            at += timedelta(minutes=5)
            await desk.handle("discord:7", True, "undo")
            await desk.handle("console:ada", True, "different Quillon Tessaro")
            answer = await desk.handle("slack:U1", True, "audit")
            assert [line.text for line in answer.lines] == [
                "3 · 6 Oct 2025, 09:05 UTC · console:ada · different · Quillon is not Tessaro",
                "2 · 6 Oct 2025, 09:05 UTC · discord:7 · undo · action 1: Tessaro is Quillon",
                "1 · 6 Oct 2025, 09:00 UTC · slack:U1 · same · Tessaro is Quillon · undone by action 2",
            ]
            short = await desk.handle("slack:U1", True, "audit 1")
            assert (short.title, len(short.lines)) == ("3 actions, the newest first: the last 1", 1)

    async def test_it_forgets_people_and_keeps_what_they_did(self, house: House) -> None:
        await house.says("same Quillon Tessaro", "slack:U1")
        removed = house.state.forget("slack", "U1")
        assert (removed["names on judgements"], removed["names in the audit log"]) == (1, 1)
        assert " · somebody · same · Tessaro is Quillon" in texts(await house.says("audit"))
        assert len(house.state.judgements.standing()) == 1


async def test_a_command_of_another_room_is_called_the_same_way(house: House) -> None:
    async def add(user: str, text: str) -> Answer:
        return Answer(True, f"{user} adds {text}")

    desk = FactsDesk(house._read, house.state, house.reloader, more=[Command("add", "URL", "adds an article", add)])
    assert (
        await desk.handle("slack:U1", True, "add  https://a.example/x ")
    ).title == "slack:U1 adds https://a.example/x"
    assert (await desk.handle("slack:U1", False, "add x")).title == "Only administrators may use /facts add."


async def test_what_goes_wrong_is_told_under_a_reference(house: House, caplog: pytest.LogCaptureFixture) -> None:
    async def fails(user: str, text: str) -> Answer:
        raise RuntimeError("the roof")

    desk = FactsDesk(house._read, house.state, house.reloader, more=[Command("add", "", "", fails)])
    answer = await desk.handle("slack:U1", True, "add")
    reference = answer.title.split("reference ")[1].removesuffix(").")
    assert f"{reference}: /facts add failed (RuntimeError: the roof)" in caplog.text
    with pytest.raises(asyncio.CancelledError):
        await _cancelled(house)


async def _cancelled(house: House) -> None:
    async def waits(user: str, text: str) -> Answer:
        raise asyncio.CancelledError

    desk = FactsDesk(house._read, house.state, house.reloader, more=[Command("add", "", "", waits)])
    await desk.handle("slack:U1", True, "add")
