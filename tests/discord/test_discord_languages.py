"""Dates, sums and numbers in the forms of who asks, as Discord tells them; in threads watches tell the thread."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import discord
import pytest
from pydantic import SecretStr

from bot.platforms.discord import DiscordPlatform
from bot.running import open_desk
from bot.settings import Settings
from bot.state import State
from tests.discord.double import DiscordDouble
from tests.discord.double.payloads import ALICE, CHANNEL
from tests.discord.double.server import TOKEN

THREAD = "3009"


@pytest.fixture
async def double(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DiscordDouble]:
    """With the platform connected to it, over a desk as `bot run` opens it."""
    monkeypatch.setattr(discord.http.Route, "BASE", discord.http.Route.BASE)
    gateway = discord.gateway.DiscordWebSocket
    monkeypatch.setattr(gateway, "DEFAULT_GATEWAY", gateway.DEFAULT_GATEWAY)
    stop = asyncio.Event()
    async with DiscordDouble() as served:
        given = settings.model_copy(update={"discord_token": SecretStr(TOKEN), "discord_api_url": served.url})
        with State.open(given.state) as state:
            desk = open_desk(given, state)
            running = asyncio.create_task(DiscordPlatform(given, desk, state).run(stop))
            await asyncio.wait_for(served.connected.wait(), 60)
            yield served
            stop.set()
            await asyncio.wait_for(running, 30)
            await desk.close()


async def deals(double: DiscordDouble) -> str:
    told = await double.slash("deal", entity="Figure AI")
    # On a busy machine the bot first says that it thinks, and the answer takes the place of that.
    shown = told["data"] if "data" in told else await asyncio.wait_for(double.edits.get(), 30)
    return " ".join(str(shown["components"]).split())


@pytest.mark.parametrize(
    ("locale", "sum_"),
    [("en-US", "$675 million"), ("en-GB", "$675 million"), ("de", "675 Mio. $"), ("zh-TW", "US$6.75億")],
)
async def test_an_answer_is_in_the_forms_of_who_asks(double: DiscordDouble, locale: str, sum_: str) -> None:
    double.locale = locale
    assert f"raised {sum_}" in await deals(double)


async def test_a_language_that_is_not_known_gets_the_bots_own(double: DiscordDouble) -> None:
    double.locale = "xx"
    assert "raised $675 million" in await deals(double)


async def test_what_was_chosen_for_the_channel_goes_before(double: DiscordDouble, settings: Settings) -> None:
    with State.open(settings.state) as state:
        state.channels.set_language("discord", CHANNEL, "ja")
    double.locale = "de"
    assert "raised $6.75億" in await deals(double)
    answer = await double.say("/deal Figure 2024")
    assert "raised $6.75億" in str(answer["components"])


async def test_in_a_thread_the_news_of_a_watch_goes_to_the_thread(double: DiscordDouble, settings: Settings) -> None:
    double.thread = THREAD
    told = await double.slash("watch", entity="Figure AI")
    assert told["data"]["content"] == "You now watch Figure AI. News of it comes to this thread."
    with State.open(settings.state) as state:
        assert [(one.owner, one.place) for one in state.watches.all()] == [(ALICE, THREAD)]


async def test_outside_of_a_thread_the_news_goes_to_the_person(double: DiscordDouble, settings: Settings) -> None:
    assert (await double.slash("watch", entity="Figure AI"))["data"]["content"] == "You now watch Figure AI."
    with State.open(settings.state) as state:
        assert [(one.owner, one.place) for one in state.watches.all()] == [(ALICE, "")]
