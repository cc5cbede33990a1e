"""One line an interaction: what was asked for and what came of it, never the words and never who."""

from __future__ import annotations

import json
import logging
import threading
from pathlib import Path

import pytest

from bot.operations.interactions import Interaction, Writer, command_of
from bot.operations.logs import Objects
from bot.platforms.shared.desk import Desk
from bot.platforms.shared.room import Room
from bot.running import _salt
from bot.state import State
from tests.platforms.stores import Shelf

TOLD = Interaction("slack", "C0SECRET", "U0ADA", "deal", 0.0123, "answered", 3)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/deal Figure 2024", "deal"),
        (" /WHO somebody", "who"),
        ("who leads 1X?", "question"),
        ("", "question"),
        ("/xoxb-1234 is my token", "question"),
        ("/hunter", "unknown"),
        ("/deal/who", "question"),
    ],
)
def test_a_command_is_one_that_there_is(text: str, command: str) -> None:
    assert command_of(text, {"deal", "who"}) == command


def test_as_text() -> None:
    line = Writer("salt").line(TOLD)
    told = dict(part.split("=") for part in line.split(" "))
    assert list(told) == ["platform", "channel", "who", "command", "ms", "facts", "outcome"]
    assert (told["platform"], told["command"], told["ms"], told["facts"]) == ("slack", "deal", "12", "3")
    assert told["outcome"] == "answered"


def test_as_json_on_one_line_of_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "bot.interactions"):
        Writer("salt", "json")(TOLD)
    told = json.loads(Objects().format(caplog.records[0]))
    assert told["at"].endswith("Z")
    assert {name: told[name] for name in ("level", "logger", "command", "ms", "facts", "outcome")} == {
        "level": "info", "logger": "bot.interactions", "command": "deal", "ms": 12, "facts": 3, "outcome": "answered",
    }  # fmt: skip


@pytest.mark.parametrize("form", ["text", "json"])
def test_nobody_is_named(form: str) -> None:
    line = Writer("salt", form).line(TOLD)  # type: ignore[arg-type]
    assert "U0ADA" not in line
    assert "C0SECRET" not in line


def test_the_same_person_has_the_same_hash_here_alone() -> None:
    here, there = Writer("one salt"), Writer("another salt")
    assert here.hashed("slack", "U1") == here.hashed("slack", "U1")
    assert len({here.hashed("slack", "U1"), here.hashed("slack", "U2"), here.hashed("discord", "U1")}) == 3
    assert here.hashed("slack", "U1") != there.hashed("slack", "U1")
    assert here.hashed("slack", "") == ""


def test_the_salt_is_kept_and_each_installation_has_its_own(tmp_path: Path) -> None:
    with State.open(tmp_path / "one.db") as state:
        salt = _salt(state)
    with State.open(tmp_path / "one.db") as state, State.open(tmp_path / "two.db") as other:
        assert _salt(state) == salt
        assert _salt(other) != salt


async def test_every_answer_is_noted_with_what_came_of_it() -> None:
    go_on = threading.Event()

    def said(text: str) -> None:
        if text == "/who fails":
            raise RuntimeError
        if text == "/ask slow":
            assert go_on.wait(30)

    kept: list[Interaction] = []
    desk = Desk(Shelf(said).servings(), workers=2, seconds=0.2, keep=[kept.append])
    room = Room("discord", "9")
    await desk.answer(room, "7", "/deal Figure")
    failed = await desk.answer(room, "7", "/who fails")
    late = await desk.answer(room, "7", "/ask slow")
    go_on.set()
    assert [(one.command, one.outcome, one.facts, one.reference) for one in kept] == [
        ("deal", "answered", 1, ""), ("who", "failed", 0, failed.reference), ("ask", "late", 0, late.reference),
    ]  # fmt: skip
    assert {(one.platform, one.channel, one.user) for one in kept} == {("discord", "9", "7")}
    assert 0.2 <= kept[2].seconds < 10
    assert await desk.close()


async def test_completing_a_name_is_no_interaction() -> None:
    kept: list[Interaction] = []
    desk = Desk(Shelf().servings(), workers=1, keep=[kept.append])
    await desk.complete("Fig")
    assert kept == []
    assert await desk.close()
