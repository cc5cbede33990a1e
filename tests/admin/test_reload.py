"""The facts are rebuilt while they are served; where that fails, the old ones stay and it is said why."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from bot.admin import Refused, Reloader
from bot.admin.logbook import logbook
from bot.state import State
from bot.store.write import build_lock
from tests.admin.conftest import House
from tests.admin.shelf import building
from tests.admin.test_facts_desk import texts
from tests.raising import put
from tests.state.clock import Clock

WAITS = 30
"""Seconds after which a test that hangs is a test that failed."""

MUCH_MAY_GO = "import os; os.environ['BOT_RELOAD_SHARE'] = '0.1'"


async def test_what_changed_is_told_sort_by_sort(house: House) -> None:
    put(house.shelf, "four.md", "Lumen raised $3 million in a Series A. The firm makes lamps for bakers.")
    put(house.shelf, "five.md", "As told, Brisk Motion raised $7 million in a Series B. It is so.", "2025-09-12")
    (house.shelf / "two.md").unlink()
    (house.shelf / "one.md").unlink()
    house.starts(MUCH_MAY_GO)
    answer = await house.says("reload")
    assert answer.answered
    assert ": 1 withdrawn, 1 new, 1 corroborated; 3 facts from 3 articles now (action 1)" in answer.title
    assert [line.text.split(":")[0] for line in answer.lines] == ["Withdrawn", "New", "Corroborated"]
    assert "told by 2 articles, before by 1" in answer.lines[2].text
    assert {c.source for c in answer.lines[2].citations} == {"three.md", "five.md"}
    assert house.warmed == 1
    (entry,) = house.state.audit.entries()
    assert (entry.who, entry.action, entry.outcome) == (
        "slack:U1", "reload", "done: 1 corroborated, 1 new, 1 withdrawn",
    )  # fmt: skip
    assert "The last reload: slack:U1, " in texts(await house.says("status", is_admin=False))


async def test_corrections_and_conflicts_are_told_with_both_values(house: House) -> None:
    put(house.shelf, "three.md", "Brisk Motion raised $8 million in a Series B. It makes hands that sort parcels.")
    answer = await house.says("reload")
    assert ": 1 corrected; " in answer.title
    assert answer.lines[0].text.endswith("(amount: 7,000,000 USD → 8,000,000 USD)")
    put(house.shelf, "four.md", "Newly: Brisk Motion raised $9 million in a Series B. So they say.", "2025-09-10")
    answer = await house.says("reload")
    assert ": 1 conflicting, 1 corroborated; " in answer.title
    assert answer.lines[0].text.endswith("(amount: 9,000,000 USD / 8,000,000 USD)")


async def test_judgements_are_applied_and_those_without_effect_named(house: House) -> None:
    await house.says("same Quillon, Brisk Motion")
    await house.says("different Quillon, Tessaro")
    answer = await house.says("reload")
    assert answer.answered
    assert house.facts(lambda facts: [e.name for e in facts.lookup("Brisk Motion")]) == ["Quillon"]
    assert "2 judgements of administrators" in texts(await house.says("status"))
    (house.shelf / "three.md").unlink()
    house.starts(MUCH_MAY_GO)
    assert "A judgement without effect: Brisk Motion is Quillon" in texts(await house.says("reload"))


async def test_files_that_are_no_articles_are_named(house: House) -> None:
    (house.shelf / "empty.md").write_bytes(b"")
    (line,) = (await house.says("reload")).lines
    assert line.text.startswith("Skipped ")
    assert "empty.md" in line.text


FAILS = [
    pytest.param(
        "import bot.admin.checking as c; c.fault = lambda path: 'row 7 missing from index'",
        "the new store is damaged (row 7 missing from index)",
        id="it is damaged",
    ),
    pytest.param(
        "import bot.store.write as w; w.SCHEMA_VERSION = 99",
        "the new store cannot be read: ",
        id="it has another format",
    ),
    pytest.param(
        "import bot.store.write as w\ndef full(*_): raise OSError(28, 'No space left on device')\nw._fill = full",
        "No space left on device",
        id="the disk is full",
    ),
    pytest.param(
        "import os; os.environ['BOT_SMOKE_QUESTIONS'] = 'questions.txt'",
        "the new store does not answer 1 of 2 questions that it must, such as “who founded Nobody?”",
        id="it does not answer",
    ),
    pytest.param(
        "import os; os.environ['BOT_SMOKE_QUESTIONS'] = 'nowhere.txt'",
        "cannot be read (No such file or directory): correct BOT_SMOKE_QUESTIONS",
        id="the questions are missing",
    ),
]


@pytest.mark.parametrize(("before", "why"), FAILS)
async def test_where_it_fails_the_old_store_stays_and_the_reason_is_told(
    house: House, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, before: str, why: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("questions.txt").write_text("# what must be answered\n/deal Quillon\n\nwho founded Nobody?\n")
    bytes_before = house.db.read_bytes()
    house.starts(before)
    answer = await asyncio.wait_for(house.says("reload"), WAITS)
    assert not answer.answered
    assert why in answer.title
    assert "\n" not in answer.title
    assert house.db.read_bytes() == bytes_before
    assert house.warmed == 0
    (entry,) = house.state.audit.entries()
    assert entry.outcome == f"failed: {answer.title}"
    assert sorted(p.name for p in tmp_path.iterdir() if "building" in p.name) == []


async def test_a_store_that_lost_most_facts_is_not_taken(house: House) -> None:
    for name in ("one.md", "two.md"):
        (house.shelf / name).unlink()
    answer = await house.says("reload")
    assert "the new store holds 1 facts where 3 are served now, less than 80% of them" in answer.title
    assert house.facts(lambda facts: facts.counts())["facts"] == 3


async def test_a_store_in_which_names_are_lost_is_not_taken(house: House) -> None:
    put(house.shelf, "one.md", "Zorkon raised $140 million in a Series A from Harbor. The firm builds robots.")
    put(house.shelf, "two.md", "Again: Zorkon raised $100 million in a Series A from Harbor. It has forty.")
    answer = await house.says("reload")
    assert "does not answer 2 of the 3 questions tried that are answered now, such as “/timeline " in answer.title
    assert house.facts(lambda facts: len(facts.lookup("Quillon"))) == 1


async def test_without_a_store_the_first_one_is_taken(house: House) -> None:
    house.db.unlink()
    assert "nothing changed; 3 facts from 3 articles" in (await house.says("reload")).title


async def test_one_at_a_time_and_others_are_told_who_and_since_when(house: House, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    house.starts(f"open({str(gate)!r}).read()")  # begins when the gate is opened
    first = asyncio.create_task(house.says("reload", "slack:U1"))
    writer = await asyncio.wait_for(asyncio.to_thread(open, gate, "w"), WAITS)
    second = await house.says("reload", "discord:7")
    assert not second.answered
    assert second.title.startswith("A reload is going on already: slack:U1 started it on ")
    assert "A reload is going on: slack:U1 started it on " in texts(await house.says("status", is_admin=False))
    elsewhere = Reloader(
        house.db, lambda: ["/nowhere"], house.state.audit, house._warm
    )  # another process on this state
    with pytest.raises(Refused, match="slack:U1 started it on "):
        await elsewhere.reload("discord:8")
    assert len(house.state.audit.entries()) == 1
    writer.close()
    assert (await asyncio.wait_for(first, WAITS)).answered


async def test_a_build_started_elsewhere_is_waited_for(house: House) -> None:
    with build_lock(house.db):
        answer = await house.says("reload")
        assert answer.title == "A build is going on already, started outside of the bot: wait until it is done."
        number = house.state.audit.begin("discord:7", "reload", "")  # another process that shares the state
        answer = await house.says("reload")
        assert answer.title.startswith("A reload is going on already: discord:7 started it on ")
    house.state.audit.end(number, "done: nothing changed")
    assert (await house.says("reload")).answered


async def test_a_process_that_was_killed_at_a_reload_blocks_none_for_long(house: House, tmp_path: Path) -> None:
    clock = Clock()
    with State.open(tmp_path / "killed.db", clock) as state:
        state.audit.begin("discord:7", "reload", str(house.db))
        reloader = Reloader(
            house.db, lambda: building(house.shelf, house.db, house.state_file), state.audit, house._warm
        )
        with pytest.raises(Refused, match="discord:7 started it on 6 Oct 2025, 09:00 UTC"):
            await reloader.reload("slack:U1")
        clock.move(minutes=1)
        assert (await reloader.reload("slack:U1")).number == 2
        assert " · not finished" in logbook(state.audit, "").lines[1].text


async def test_who_goes_away_leaves_the_reload_to_its_end(house: House, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    put(house.shelf, "four.md", "Lumen raised $3 million in a Series A. The firm makes lamps for bakers.")
    house.starts(f"open({str(gate)!r}).read()")
    asking = asyncio.create_task(house.says("reload"))
    writer = await asyncio.wait_for(asyncio.to_thread(open, gate, "w"), WAITS)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    writer.close()
    assert house.reloader._task is not None
    await asyncio.wait_for(asyncio.shield(house.reloader._task), WAITS)
    assert house.facts(lambda facts: facts.counts())["facts"] == 4
    assert house.state.audit.entries()[0].outcome == "done: 1 new"


async def test_closing_ends_the_build_and_keeps_the_old_store(house: House, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    before = house.db.read_bytes()
    house.starts(f"open({str(gate)!r}).read()")
    asking = asyncio.create_task(house.says("reload"))
    writer = await asyncio.wait_for(asyncio.to_thread(open, gate, "w"), WAITS)
    await asyncio.wait_for(house.reloader.close(), WAITS)
    with pytest.raises(asyncio.CancelledError):
        await asking
    writer.close()
    assert house.db.read_bytes() == before
    assert house.state.audit.entries()[0].outcome == "ended early: the bot was stopped"
    await house.reloader.close()


async def test_a_build_that_takes_too_long_is_given_up(house: House, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    house.starts(f"open({str(gate)!r}).read()", seconds=0.05)
    answer = await asyncio.wait_for(house.says("reload"), WAITS)
    assert "the build was not done after 0 seconds" in answer.title


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("import os; os._exit(3)", "the build ended with status 3 and said nothing"),
        ("import os; os.kill(os.getpid(), 9)", "the build was killed by signal 9"),
        ("print('no report')", "the build ended without a report"),
        ("print(7)", "the build ended without a report"),
        ("", "the build ended without a report"),
        ("import sys; sys.exit('Traceback\\nbot build: the last line tells')", "the last line tells"),
    ],
)
async def test_a_build_that_ends_in_any_way_is_told_of(house: House, code: str, why: str) -> None:
    house.starts(command=[sys.executable, "-S", "-c", code])
    answer = await asyncio.wait_for(house.says("reload"), WAITS)
    assert not answer.answered
    assert answer.title.startswith(why)


async def test_a_command_that_cannot_be_run_is_told(house: House) -> None:
    house.starts(command=["/nowhere/python"])
    answer = await house.says("reload")
    assert "FileNotFoundError" in answer.title
    assert house.state.audit.entries()[0].outcome.startswith("failed: FileNotFoundError")


def test_the_real_command_builds_checked_from_the_folders() -> None:
    command = building(Path("seeds"), Path("facts.db"), Path("state.db"))
    assert command[0] == sys.executable
    assert command[3:] == [
        "build", "--seeds", "seeds", "--db", "facts.db", "--state", "state.db", "--checked", "--json",
    ]  # fmt: skip
    assert Reloader.__init__.__defaults__ == (3600.0,)
