"""Posting unasked: the token goes out unseen and is found again; what is not known is never called sent or lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import pytest
from pydantic import SecretStr

from bot.model.answer import Answer, Citation, Line
from bot.model.posting import Gone, NotSent
from bot.platforms.discord import DiscordPlatform
from bot.platforms.discord.posting import DiscordPostman
from bot.platforms.shared.desk import Desk
from bot.settings import Settings
from bot.state import State
from tests.discord.double import DiscordDouble
from tests.discord.double.payloads import ALICE, CHANNEL
from tests.discord.double.server import TOKEN as BOT_TOKEN
from tests.discord.shown import components

TOKEN, OTHER = "0123456789abcdefabcd", "ffffffffffffffffffff"
NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
LINES = tuple(
    Line(f"Quillon Robotics did thing {n}", (Citation("a.md", f"It did thing {n}."),), event=f"e{n}") for n in range(12)
)
NEWS = Answer(True, "New since 1 January 2026: 12 new", LINES, entities=("quillon",))
UNSOURCED = Answer(True, "Withdrawn", (Line("Quillon Robotics did nothing"),))
NOTHING = Answer(False, "Nothing new since 1 January 2026.")


@pytest.fixture
async def double() -> AsyncIterator[DiscordDouble]:
    async with DiscordDouble() as served:
        served.clock = lambda: NOW.timestamp()
        yield served


@pytest.fixture
async def postman(
    double: DiscordDouble, settings: Settings, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[DiscordPostman]:
    """That of the platform, connected to the double."""
    monkeypatch.setattr(discord.http.Route, "BASE", discord.http.Route.BASE)
    gateway = discord.gateway.DiscordWebSocket
    monkeypatch.setattr(gateway, "DEFAULT_GATEWAY", gateway.DEFAULT_GATEWAY)
    given = {"discord_api_url": double.url, "discord_token": SecretStr(BOT_TOKEN)}
    chosen = settings.model_copy(update=given)
    stop = asyncio.Event()
    with State.open(settings.state) as state:
        platform = DiscordPlatform(chosen, desk, state)
        with pytest.raises(NotSent, match="not connected"):
            await platform.postman.post(CHANNEL, NEWS, TOKEN)
        running = asyncio.create_task(platform.run(stop))
        await asyncio.wait_for(double.connected.wait(), 60)
        yield platform.postman
        stop.set()
        await asyncio.wait_for(running, 30)


@pytest.mark.parametrize("answer", [NEWS, UNSOURCED, NOTHING], ids=["news", "no source", "nothing"])
async def test_a_post_bears_its_token_where_no_reader_sees_it(
    double: DiscordDouble, postman: DiscordPostman, answer: Answer
) -> None:
    number = await postman.post(CHANNEL, answer, TOKEN)
    (sent,) = double.posted
    body = double.messages.get_nowait()
    assert sent["id"] == number
    assert (body["nonce"], body["enforce_nonce"]) == (TOKEN, True)
    shown = [part for part in _walked(sent["components"]) if "content" in part or "label" in part]
    assert not any(TOKEN in str(part.get("content", "")) + str(part.get("label", "")) for part in shown)
    assert await postman.find(CHANNEL, TOKEN, NOW) == number
    assert await postman.find(CHANNEL, OTHER, NOW) is None
    assert await postman.find("3001", TOKEN, NOW) is None


@pytest.mark.parametrize("refused", [400, 403])
async def test_it_is_found_again_in_whatever_style_it_was_taken(
    double: DiscordDouble, postman: DiscordPostman, monkeypatch: pytest.MonkeyPatch, refused: int
) -> None:
    calls = []
    message = double._message

    async def strict(request: Any) -> Any:
        calls.append(request)
        if len(calls) < 3:
            double.denied[CHANNEL] = (refused, 50035, "Invalid Form Body")
        try:
            return await message(request)
        finally:
            double.denied.clear()

    monkeypatch.setattr(double, "_message", strict)
    await double.stop()
    await double.start()
    number = await postman.post(CHANNEL, NEWS, TOKEN)
    assert len(calls) == 3
    assert double.posted[0]["content"]
    assert await postman.find(CHANNEL, TOKEN, NOW) == number


async def test_the_same_token_sent_twice_within_minutes_is_one_message(
    double: DiscordDouble, postman: DiscordPostman
) -> None:
    first = await postman.post(CHANNEL, NEWS, TOKEN)
    assert await postman.post(CHANNEL, NEWS, TOKEN) == first
    assert len(double.posted) == 1


async def test_clocks_may_differ_by_minutes_and_older_messages_are_not_read(
    double: DiscordDouble, postman: DiscordPostman
) -> None:
    number = await postman.post(CHANNEL, NEWS, TOKEN)
    assert await postman.find(CHANNEL, TOKEN, NOW + timedelta(minutes=9)) == number
    assert await postman.find(CHANNEL, TOKEN, NOW + timedelta(minutes=11)) is None


async def test_a_busy_channel_is_read_page_by_page(double: DiscordDouble, postman: DiscordPostman) -> None:
    await postman.post(CHANNEL, NOTHING, OTHER)
    many = [{**double.posted[0], "id": double._snowflake(NOW.timestamp() + n)} for n in range(250)]
    double.posted += many
    double.clock = lambda: NOW.timestamp() + 300
    number = await postman.post(CHANNEL, NEWS, TOKEN)
    assert await postman.find(CHANNEL, TOKEN, NOW) == number


async def test_a_person_is_told_in_a_direct_message(double: DiscordDouble, postman: DiscordPostman) -> None:
    number = await postman.post(f"@{ALICE}", NEWS, TOKEN)
    assert double.posted[0]["channel_id"] == f"9{ALICE}"
    assert await postman.find(f"@{ALICE}", TOKEN, NOW) == number


@pytest.mark.parametrize(
    ("status", "code", "reason"),
    [(404, 10003, "deleted"), (403, 50001, "removed from the channel"), (403, 50013, "may not post")],
)
async def test_a_channel_that_is_gone_is_said_to_be(
    double: DiscordDouble, postman: DiscordPostman, status: int, code: int, reason: str
) -> None:
    double.denied[CHANNEL] = (status, code, "No")
    with pytest.raises(Gone, match=reason):
        await postman.post(CHANNEL, NEWS, TOKEN)
    with pytest.raises(Gone, match=reason):
        await postman.find(CHANNEL, TOKEN, NOW)
    await postman.post("3001", NEWS, TOKEN)


@pytest.mark.parametrize(("status", "code"), [(400, 50007), (403, 50007), (404, 10013)])
async def test_a_person_who_takes_no_messages_is_gone(
    double: DiscordDouble, postman: DiscordPostman, status: int, code: int
) -> None:
    double.denied[f"@{ALICE}"] = (status, code, "Cannot send messages to this user")
    with pytest.raises(Gone):
        await postman.post(f"@{ALICE}", NEWS, TOKEN)


async def test_what_is_no_channel_of_discords_is_gone(postman: DiscordPostman) -> None:
    with pytest.raises(Gone):
        await postman.post("C0TEAM", NEWS, TOKEN)


async def test_what_discord_refuses_did_not_arrive(double: DiscordDouble, postman: DiscordPostman) -> None:
    double.denied[CHANNEL] = (400, 50035, "Invalid Form Body")
    with pytest.raises(NotSent, match="50035"):
        await postman.post(CHANNEL, NEWS, TOKEN)


@pytest.mark.parametrize(("fate", "arrived"), [("kept", True), ("lost", False)])
async def test_a_post_without_an_answer_is_looked_for_and_not_sent_again(
    double: DiscordDouble, postman: DiscordPostman, fate: str, arrived: bool
) -> None:
    double.failing = [fate]
    with pytest.raises(discord.DiscordServerError):
        await postman.post(CHANNEL, NEWS, TOKEN)
    assert len(double.posted) == arrived
    assert (await postman.find(CHANNEL, TOKEN, NOW) is not None) is arrived


async def test_nothing_is_sent_while_discord_is_away_and_the_wait_grows_with_that() -> None:
    now = 0.0
    postman = DiscordPostman(lambda: now)
    waits = []
    for now in (0.0, 100.0, 100_000.0):  # noqa: B007 - the clock reads it
        with pytest.raises(NotSent) as later:
            await postman.post(CHANNEL, NEWS, TOKEN)
        waits.append(later.value.retry_after)
    assert waits == [10.0, 100.0, 900.0]


def _walked(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    class Message:
        components = parts

    return list(components(Message))


async def test_a_chart_is_attached_to_the_digest(double: DiscordDouble, postman: DiscordPostman) -> None:
    answer = replace(NEWS, picture=b"\x89PNG", picture_alt="Bar chart: new rounds.")
    number = await postman.post(CHANNEL, answer, TOKEN)
    sent = double.messages.get_nowait()
    assert sent["nonce"] == TOKEN
    assert [(one["filename"], one["description"]) for one in sent["attachments"]] == [
        ("picture.png", "Bar chart: new rounds.")
    ]
    assert "attachment://picture.png" in str(sent["components"])
    assert await postman.find(CHANNEL, TOKEN, NOW) == number
