"""A language model at the desk that Slack and Discord share: nobody waits for it but who asked."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.llm.endpoint import MISSING
from bot.platforms.shared.room import Room
from bot.running import open_desk, reworded
from bot.settings import Settings
from tests.answers.answer_shelf import put_together
from tests.llm.endpoint_double import Double, endpoint

QUESTION = "who led the Series B of Quillon Robotics?"
SAID = {"sentences": [{"text": "Bexley Capital led it.", "facts": ["F1"]}]}
SLACK, DISCORD = Room("slack", "C1", "T1"), Room("discord", "42", "43")


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put_together(tmp_path_factory.mktemp("desk"))


def settings(db: Path, url: str, **more: Any) -> Settings:
    pytest.importorskip("pydantic_ai", reason="the extra `llm` is not installed")
    return Settings(db=db, llm_url=url, llm_model="model-7", llm_answers=True, answer_seconds=60, **more)


@pytest.fixture
def double() -> Iterator[Double]:
    with endpoint(lambda request: SAID) as found:
        yield found


@pytest.mark.parametrize("room", [SLACK, DISCORD])
async def test_a_free_question_is_worded_a_command_is_not(db: Path, double: Double, room: Room) -> None:
    desk = open_desk(settings(db, double.url))
    try:
        worded = (await desk.answer(room, "U1", QUESTION)).answer
        command = (await desk.answer(room, "U1", "/deal Quillon Robotics")).answer
        shown_again = (await desk.again((QUESTION,))).answer
    finally:
        await desk.close()
    assert [line.text for line in worded.lines] == ["Bexley Capital led it."]
    assert worded.hints[0].startswith("Worded by model-7 (tools used: none)")
    assert command.answered
    assert "model-7" not in str(command.hints)
    assert shown_again == worded
    assert len(double.requests) == 1


async def test_warming_asks_no_model(db: Path, double: Double) -> None:
    desk = open_desk(settings(db, double.url))
    try:
        await desk.warm()
    finally:
        await desk.close()
    assert double.requests == []


async def test_others_are_answered_while_a_model_thinks(db: Path) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def thinks(request: dict[str, Any]) -> dict[str, Any]:
        begun.set()
        go_on.wait(60)
        return SAID

    with endpoint(thinks) as double:
        desk = open_desk(settings(db, double.url))
        try:
            slow = asyncio.create_task(desk.answer(SLACK, "U1", QUESTION))
            assert await asyncio.to_thread(begun.wait, 60)
            other = await desk.answer(DISCORD, "U2", "/deal Quillon Robotics")
            assert other.answer.answered
            assert not slow.done()
            go_on.set()
            assert (await slow).answer.hints[0].startswith("Worded by")
        finally:
            go_on.set()
            await desk.close()


def test_it_is_off_by_default(db: Path) -> None:
    assert reworded(Settings(db=db)) is None


def test_without_the_extra_the_log_says_what_to_install(
    db: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("pydantic_ai", "openai"):
        monkeypatch.setitem(sys.modules, name, None)
    assert reworded(Settings(db=db, llm_model="model-7", llm_answers=True)) is None
    assert [record.getMessage() for record in caplog.records] == [
        f"answers are not worded by a language model: {MISSING}"
    ]
