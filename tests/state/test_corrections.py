"""What people write to correct an answer is kept, listed, forgotten and pruned."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli import run
from bot.state import State
from bot.state.corrections import LONGEST
from tests.state.clock import Clock


def test_corrections_are_kept_with_their_question_the_newest_first(state: State, clock: Clock) -> None:
    state.corrections.add("discord", "1", "C", ["/deal X", "and in 2024?"], "It was in May.", ["e1", "e2"])
    clock.move(days=1)
    state.corrections.add("discord", "2", "C", ["q"], "x" * 2 * LONGEST)
    newest, oldest = state.corrections.entries()
    assert (oldest.turns, oldest.text, oldest.events) == (("/deal X", "and in 2024?"), "It was in May.", ("e1", "e2"))
    assert len(newest.text) == LONGEST
    assert state.corrections.entries(limit=1) == [newest]
    assert state.corrections.entries(since=clock()) == [newest]


def test_they_are_forgotten_with_the_person_and_pruned_with_feedback(state: State, clock: Clock) -> None:
    state.corrections.add("discord", "1", "C", ["q"], "old")
    clock.move(days=30)
    state.corrections.add("discord", "1", "C", ["q"], "new")
    state.corrections.add("discord", "2", "C", ["q"], "of another")
    state.prune(feedback_for=timedelta(days=20))
    assert [entry.text for entry in state.corrections.entries()] == ["of another", "new"]
    assert state.forget("discord", "1")["corrections"] == 1
    assert [entry.user for entry in state.corrections.entries()] == ["2"]


def test_half_a_surrogate_pair_costs_no_correction(state: State) -> None:
    state.corrections.add("slack", "U1", "C1", ["who \ud83d?"], "She \ud83d is.")
    (kept,) = state.corrections.entries()
    assert (kept.turns, kept.text) == (("who \ud83d?",), "She ? is.")


def test_the_command_line_lists_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "state.db"
    with State.open(file) as state:
        state.corrections.add("discord", "1", "C", ["/deal X"], "It was\nin May.", ["e1"])
    assert run(["feedback", "--corrections", "--state", str(file)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.endswith(r"discord C 1  /deal X: It was\nin May.")
    assert run(["feedback", "--corrections", "--json", "--state", str(file)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["correction"], told["turns"], told["events"]) == ("It was\nin May.", ["/deal X"], ["e1"])
    assert run(["feedback", "--corrections", "--since", "2999-01-01", "--state", str(file)]) == 0
    assert capsys.readouterr().out == ""
