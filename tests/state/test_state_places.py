"""What holds wherever the state is kept, in a file or in PostgreSQL: how it grows, is copied and is shared."""

from __future__ import annotations

import subprocess
import sys
from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.model.judgement import Judgement
from bot.state import State, StateError
from bot.state.copying import TABLES, copy
from bot.state.migrations import MIGRATIONS
from bot.state.subscriptions import Subscription
from tests.state.clock import Clock

Place = Path | str


def test_every_step_is_recorded_by_name(state: State) -> None:
    rows = state.database.rows("SELECT name, at FROM migration ORDER BY name")
    assert [row["name"] for row in rows] == sorted(name for name, _ in MIGRATIONS)
    assert {row["at"] for row in rows} == {"2025-10-06T09:00:00Z"}


def test_what_was_kept_is_there_when_opened_again(place: Place) -> None:
    with State.open(place) as state:
        state.kept.put("commands", "abc")
    with State.open(place) as state:
        assert state.kept.get("commands") == "abc"


@pytest.mark.parametrize("steps", range(len(MIGRATIONS)))
def test_an_older_state_is_brought_up_to_date(place: Place, steps: int, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as older:
        older.setattr("bot.state.migrations.MIGRATIONS", MIGRATIONS[:steps])
        State.open(place).close()
    with State.open(place) as state:
        assert len(state.database.rows("SELECT name FROM migration")) == len(MIGRATIONS)
        state.watches.add("slack", "user", "U1", "e1", "Unitree")


def test_a_state_of_a_newer_program_is_refused_and_left_alone(place: Place) -> None:
    with State.open(place) as state:
        state.database.write("INSERT INTO migration (name, at) VALUES ('99 telepathy', '')")
    with pytest.raises(StateError, match=r"newer version.*99 telepathy.*update"):
        State.open(place)


def test_a_step_that_fails_leaves_nothing_behind(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        steps = ("CREATE TABLE half (x TEXT)", "CREATE NONSENSE")
        broken.setattr("bot.state.migrations.MIGRATIONS", (("01 half", steps),))
        with pytest.raises(Exception, match=r"(?i)syntax error"):
            State.open(place)
    with State.open(place) as state, pytest.raises(Exception, match=r"no such table|does not exist"):
        state.database.rows("SELECT * FROM half")


def test_a_transaction_is_kept_whole_or_not_at_all(state: State) -> None:
    def fail() -> None:
        with state.database.transaction():
            state.kept.put("a", "1")
            with state.database.transaction():
                state.kept.put("b", "1")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert state.kept.get("a") is None
    assert state.kept.get("b") is None
    state.kept.put("a", "2")
    assert state.kept.get("a") == "2"


def full(state: State) -> None:
    """Something in every table, with actions that name later ones."""
    state.arrivals.record("b1", [("one.md", "a1")], [{"what": "corrected"}])
    state.subscriptions.put(Subscription("slack", "C1", at=time(8, 30), min_usd=2.5e6, by="U1"))
    delivery = state.deliveries.claim("slack", "C1", "digest", state.database.now(), 0, "me")
    assert delivery is not None
    state.deliveries.sent(delivery, "m1", ["e1"])
    state.watches.add("slack", "user", "U1", "e1", "宇树", "C1/1.0")
    state.feedback.record("slack", "U1", "C1", ["q"], "good", ["e1"])
    state.corrections.add("slack", "U1", "C1", ["q"], "no")
    state.channels.set_language("slack", "C1", "de")
    state.kept.put("a\0b \ue000", "1\0 \ue001\ue000")
    state.seen.first("slack", "Ev1")
    action = state.judgements.give("U1", Judgement("retract-statement", ("s1",), ("words",)))
    assert action is not None
    state.judgements.undo("U1", action)
    state.saved.note("U1", "an article", "one.md")


def contents(state: State) -> dict[str, list[list[object]]]:
    return {
        table: sorted(
            ([row[name] for name in columns] for row in state.database.rows(f"SELECT * FROM {table}")), key=repr
        )
        for table, columns in TABLES.items()
    }


def test_a_copy_holds_everything(state: State, tmp_path: Path) -> None:
    full(state)
    assert all(contents(state).values())
    state.backup(tmp_path / "copy.db")
    with State.open(tmp_path / "copy.db") as copied:
        assert contents(copied) == contents(state)
        assert copied.broken() == ""


def test_the_whole_schema_is_copied(tmp_path: Path) -> None:
    with State.open(tmp_path / "file.db") as state:
        names = [row["name"] for row in state.database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
        assert set(names) - {"migration"} == set(TABLES)
        for table, columns in TABLES.items():
            assert tuple(row["name"] for row in state.database.rows(f"PRAGMA table_info({table})")) == columns


def test_a_state_moves_to_an_empty_one_and_goes_on_there(place: Place, tmp_path: Path, clock: Clock) -> None:
    with State.open(tmp_path / "old.db", clock) as old, State.open(place, clock) as new:
        full(old)
        copy(old.database, new.database)
        assert contents(new) == contents(old)
        newest = old.audit.entries(1)[0].number
        assert new.audit.record("U1", "reload", "the next action") == newest + 1
        assert new.watches.add("slack", "user", "U9", "e9", "Figure")
        assert new.subscriptions.put(Subscription("slack", "C9")) == new.subscriptions.all()[-1]
        new.feedback.record("slack", "U9", "C9", ["new"], "bad")
        with pytest.raises(StateError, match="empty"):
            copy(old.database, new.database)


def test_a_conversation_may_be_long(state: State) -> None:
    turns = [f"question {n} " + "的" * 3000 for n in range(6)]
    for verdict in ("good", "bad"):
        state.feedback.record("slack", "U1", "C1", turns, verdict)
    (kept,) = state.feedback.entries()
    assert (kept.turns, kept.verdict) == (tuple(turns), "bad")


def test_whoever_serves_an_older_build_takes_over_nothing_it_does_not_know(state: State, clock: Clock) -> None:
    for name in ("b1", "b2"):
        state.arrivals.record(name, [], [])
    mine = state.deliveries.claim("slack", "C1", "digest", clock.at, 0, "one", known=1)
    newer = state.deliveries.claim("slack", "C2", "digest", clock.at, 0, "one")
    assert mine is not None
    assert newer is not None
    assert (mine.until, newer.until) == (1, 2)
    clock.move(minutes=2)
    assert [one.channel for one in state.deliveries.retake("two", 9, known=1)] == ["C1"]
    assert [one.channel for one in state.deliveries.retake("three", 9, known=2)] == ["C2"]


SHARED = """
import sys
from bot.model.judgement import Judgement
from bot.state import State
with State.open(sys.argv[1]) as state:
    print(sum(state.seen.first("slack", f"Ev{n}") for n in range(300)), end=" ")
    judgements = [Judgement("retract-statement", (f"s{n}",), ("words",)) for n in range(60)]
    print(sum(state.judgements.give("U1", judgement) is not None for judgement in judgements), end=" ")
    print(len([n for n in range(20) if state.arrivals.record(f"b{n}", [(f"{n}.md", "a")], [])]), end=" ")
    print(len(state.deliveries.retake(sys.argv[2], 40)))
"""


def test_processes_share_one_state(place: Place) -> None:
    """Writers at once: what may happen once happens in one of them only, and nothing is lost."""
    with State.open(place) as state:
        for channel in range(30):
            due = state.database.now() - timedelta(hours=1)
            assert state.deliveries.claim("slack", f"C{channel}", "digest", due, 0, "gone", -timedelta(seconds=5))
    running = [
        subprocess.Popen([sys.executable, "-c", SHARED, str(place), name], stdout=subprocess.PIPE, text=True)
        for name in ("one", "two", "three")
    ]
    told = [process.communicate(timeout=120)[0].split() for process in running]
    assert [sum(map(int, counts)) for counts in zip(*told, strict=True)] == [300, 60, 20, 30]
    with State.open(place) as state:
        builds = [row["number"] for row in state.database.rows("SELECT number FROM build ORDER BY number")]
        assert builds == list(range(1, 21))
