"""A network that is not there: one line each time, tried again, and nobody has to restart anything."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import time
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import running
from bot.operations.asking import Limits
from bot.platforms.discord.platform import DiscordPlatform
from bot.platforms.shared.conversations import Conversations
from bot.platforms.shared.desk import Desk
from bot.platforms.shared.platform import Platform
from bot.platforms.shared.room import Room
from bot.platforms.slack import SlackPlatform
from bot.running import supervise
from bot.settings import Settings
from bot.state import State
from tests.platforms.stores import Shelf


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.upper().startswith(("SLACK_", "BOT_", "DISCORD_")) or name.upper().endswith("_PROXY"):
            monkeypatch.delenv(name)


@pytest.mark.parametrize("name", ["slack", "discord"])
async def test_a_name_that_is_not_found_is_one_line_and_tried_again(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stop, looked_up = asyncio.Event(), []

    def not_found(host: str, *_: object, **__: object) -> None:
        looked_up.append(host)
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", not_found)
    monkeypatch.setattr(running, "FIRST_PAUSE", 0.001)
    monkeypatch.setattr(running, "LONGEST_PAUSE", 0.002)
    settings = Settings(
        db=tmp_path / "facts.db",
        state=tmp_path / "state.db",
        slack_bot_token=SecretStr("xoxb-1234567890"),
        slack_app_token=SecretStr("xapp-1234567890"),
        slack_api_url="https://slack.invalid/api/",
        discord_token=SecretStr("not-a-token"),
        discord_api_url="https://discord.invalid/api/v10/",
    )
    desk = Desk(Shelf().servings(), workers=1)
    with caplog.at_level(logging.INFO), State.open(settings.state) as state:
        platform: Platform = (SlackPlatform if name == "slack" else DiscordPlatform)(settings, desk, state)
        supervised = asyncio.create_task(supervise(platform, stop))
        async with asyncio.timeout(30):
            while sum(record.levelno == logging.ERROR for record in caplog.records) < 2:
                await asyncio.sleep(0)
            stop.set()
            assert await supervised
    faults = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert set(looked_up) == {f"{name}.invalid"}
    for record in faults:
        assert record.exc_info is None
        assert record.getMessage().startswith(f"{name}: ")
        assert f"{name}.invalid" in record.getMessage()
        assert "\n" not in record.getMessage()
    assert await desk.close()


@pytest.mark.parametrize("step", [-86_400 * 365, 86_400 * 365])
def test_a_clock_that_steps_locks_nobody_out_and_ends_no_conversation(
    step: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits, conversations = Limits(person=2, channel=2), Conversations()
    room, now = Room("slack", "C1"), time.time()
    assert limits.ask("slack", "C1", "U1") == 0
    conversations.say(room, "U1", "one")
    monkeypatch.setattr(time, "time", lambda: now + step)
    assert limits.ask("slack", "C1", "U1") == 0
    assert 29 <= limits.ask("slack", "C1", "U1") <= 30
    assert conversations.turns(room, "U1") == ("one",)
