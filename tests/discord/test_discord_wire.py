"""The real client over real sockets, once: from the token to an answer, through an outage, to a clean end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import discord
import pytest
from discord.backoff import ExponentialBackoff
from pydantic import SecretStr

from bot.app import serving, version
from bot.platforms.discord import DiscordPlatform
from bot.platforms.discord.backoff import LONGEST, QUICK, Backoff
from bot.platforms.shared.desk import Desk
from bot.platforms.shared.platform import Unusable
from bot.platforms.shared.servings import Servings
from bot.settings import Settings
from bot.state import State
from tests.discord.double import DiscordDouble
from tests.discord.double.server import TOKEN


@pytest.fixture(autouse=True)
def _discord_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The address that discord.py talks to holds for the process: put back after each test."""
    monkeypatch.setattr(discord.http.Route, "BASE", discord.http.Route.BASE)
    gateway = discord.gateway.DiscordWebSocket
    monkeypatch.setattr(gateway, "DEFAULT_GATEWAY", gateway.DEFAULT_GATEWAY)


@asynccontextmanager
async def running(double: DiscordDouble, settings: Settings) -> AsyncIterator[asyncio.Event]:
    """The platform, connected; told to stop at the end, or before by the event, which it has to do cleanly."""
    given = settings.model_copy(update={"discord_token": SecretStr(TOKEN), "discord_api_url": double.url})
    before = asyncio.all_tasks()
    desk = Desk(Servings(lambda: serving(given.db), lambda: version(given.db)))
    stop = asyncio.Event()
    with State.open(given.state) as state:
        task = asyncio.create_task(DiscordPlatform(given, desk, state).run(stop))
        try:
            connected = asyncio.create_task(double.connected.wait())
            await asyncio.wait({connected, task}, timeout=10, return_when=asyncio.FIRST_COMPLETED)
            connected.cancel()
            assert not task.done(), task.exception()
            yield stop
        finally:
            stop.set()
            await asyncio.wait_for(task, 30)
            await desk.close()
    assert {one for one in asyncio.all_tasks() - before if "discord" in repr(one)} == set()


def told(message: Any) -> str:
    return str(message)


async def test_from_the_token_to_an_answer(settings: Settings) -> None:
    async with DiscordDouble() as double, running(double, settings):
        (identified,) = double.identified
        assert identified["token"] == TOKEN
        assert identified["intents"] == 1 << 0 | 1 << 9 | 1 << 12
        assert {one["name"] for one in double.commands} == {
            "ask", "deal", "digest", "facts", "help", "map", "timeline", "watch", "who", "Save as seed",
        }  # fmt: skip
        called_back = await double.slash("deal", entity="Figure AI")
        assert called_back["type"] == 4
        assert "$675 million" in told(called_back["data"]["components"])
        assert called_back["data"]["allowed_mentions"] == {"parse": []}
        answer = await double.say("who founded Figure?")
        assert "Adcock" in told(answer["components"])
        assert answer["allowed_mentions"]["parse"] == []
        assert answer["message_reference"]["message_id"]


async def test_what_discord_is_told_of_the_commands(settings: Settings) -> None:
    async with DiscordDouble() as double, running(double, settings):
        commands = {one["name"]: one for one in double.commands}
        for command in commands.values():
            assert command["integration_types"] == [0, 1]
            assert sorted(command["contexts"]) == [0, 1, 2]
        options = {option["name"]: option for option in commands["deal"]["options"]}
        assert list(options) == ["entity", "period", "round", "minimum", "kind", "chart", "csv", "private"]
        assert options["entity"]["autocomplete"]
        assert options["entity"]["max_length"] == 100
        assert [choice["value"] for choice in options["kind"]["choices"]] == ["funding", "acquisition", "ipo"]
        assert all(0 < len(option["description"]) <= 100 for option in options.values())
        assert commands["Save as seed"]["type"] == 3
        managers = discord.Permissions(manage_guild=True).value
        kept = {name: command["default_member_permissions"] for name, command in commands.items()}
        assert {name for name, needed in kept.items() if needed and int(needed) == managers} == {
            "facts",
            "Save as seed",
        }


async def test_commands_are_told_again_only_where_they_changed(settings: Settings) -> None:
    async with DiscordDouble() as double:
        async with running(double, settings):
            assert double.synced == 1
        double.connected.clear()
        async with running(double, settings):
            assert double.synced == 1
        double.connected.clear()
        double.commands.pop()
        async with running(double, settings):
            assert double.synced == 2


async def test_a_connection_that_breaks_is_taken_up_again(settings: Settings) -> None:
    async with DiscordDouble() as double, running(double, settings):
        await double.drop()
        await asyncio.wait_for(double.connected.wait(), 60)
        assert double.resumed == 1
        assert "Adcock" in told(await double.say("who founded Figure?"))


async def test_an_outage_is_outlasted(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    often = asyncio.Event()

    def delay(self: Backoff) -> float:
        waited.append(ExponentialBackoff.delay(self))
        if len(waited) >= 5:
            often.set()
        return 0.02

    monkeypatch.setattr(Backoff, "delay", delay)
    async with DiscordDouble() as double, running(double, settings):
        await double.stop()
        async with asyncio.timeout(10):
            await often.wait()
            await double.start()
            await double.connected.wait()
        assert "Adcock" in told(await double.say("who founded Figure?"))


def test_attempts_to_connect_are_quick_at_first_and_never_too_many_a_day() -> None:
    backoff = Backoff()
    delays = [backoff.delay() for _ in range(200)]
    assert all(0 <= delay <= LONGEST for delay in delays[:QUICK])
    assert max(delays[QUICK:]) > LONGEST
    assert QUICK + 24 * 3600 / (2**10 / 2) < 1000


async def test_an_answer_under_way_is_finished_before_the_end(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()
    answer = Desk.answer

    async def held(self: Desk, *question: Any) -> Any:
        begun.set()
        await go_on.wait()
        return await answer(self, *question)

    monkeypatch.setattr(Desk, "answer", held)
    async with DiscordDouble() as double:
        async with running(double, settings) as stop:
            asked = asyncio.create_task(double.say("who founded Figure?"))
            await asyncio.wait_for(begun.wait(), 30)

            async def finish() -> None:
                await stop.wait()
                go_on.set()

            finishing = asyncio.create_task(finish())
        await finishing
        assert "Adcock" in told(await asked)


async def test_a_refused_token_is_no_use_to_try_again(settings: Settings) -> None:
    async with DiscordDouble() as double:
        given = settings.model_copy(update={"discord_token": SecretStr("other"), "discord_api_url": double.url})
        desk = Desk(Servings(lambda: serving(given.db), lambda: version(given.db)))
        with State.open(given.state) as state, pytest.raises(Unusable, match="DISCORD_TOKEN"):
            await DiscordPlatform(given, desk, state).run(asyncio.Event())
        await desk.close()


async def test_where_discord_cannot_be_reached_the_supervisor_tries_again(settings: Settings) -> None:
    given = settings.model_copy(
        update={"discord_token": SecretStr(TOKEN), "discord_api_url": "http://127.0.0.1:9/api/v10/"}
    )
    desk = Desk(Servings(lambda: serving(given.db), lambda: version(given.db)))
    with State.open(given.state) as state, pytest.raises(OSError, match="Cannot connect"):
        await DiscordPlatform(given, desk, state).run(asyncio.Event())
    await desk.close()
