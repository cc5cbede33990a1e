"""Rate limits, and response_urls that are used up or too old."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack.message import said
from bot.platforms.slack.platform import web_client
from bot.platforms.slack.sending import Hook, Outbox, Place
from tests.slack.conftest import Running
from tests.slack.double.payloads import mention, slash
from tests.slack.double.server import BOT_TOKEN, SlackDouble


class Clock:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
async def client(slack: SlackDouble) -> AsyncIterator[AsyncWebClient]:
    async with aiohttp.ClientSession() as session:
        yield web_client(slack.url, BOT_TOKEN, session)


@pytest.fixture
def outbox(client: AsyncWebClient) -> Outbox:
    assert client.session is not None
    return Outbox(client, client.session)


async def test_the_bot_waits_as_long_as_slack_asks_and_answers_then(bot: Running) -> None:
    bot.slack.waiting = {"chat.postMessage": [0, 0]}
    assert "$675 million" in (await bot.asked(mention("/deal Figure 2024"))).text
    assert len(bot.slack.of("429 chat.postMessage")) == 2


async def test_five_answers_go_by_the_response_url_the_sixth_another_way(slack: SlackDouble, outbox: Outbox) -> None:
    hook = Hook(slack.hook("C0TEAM", "U0ADA"))
    place = Place("C0TEAM", "U0ADA", hook=hook)
    for n in range(6):
        assert await outbox.send(place, said(f"Answer {n}"))
    assert [posted.by for posted in slack.posted] == ["response_url"] * 5 + ["chat.postEphemeral"]
    assert all(posted.ephemeral for posted in slack.posted)


@pytest.mark.parametrize(
    ("public", "by"), [(False, "chat.postEphemeral"), (True, "chat.postMessage")], ids=["private", "public"]
)
async def test_half_an_hour_later_the_answer_goes_another_way(
    slack: SlackDouble, outbox: Outbox, public: bool, by: str
) -> None:
    clock = Clock()
    hook = Hook(slack.hook("C0TEAM", "U0ADA"), clock)
    clock.seconds += 30 * 60
    assert await outbox.send(Place("C0TEAM", "U0ADA", public=public, hook=hook), said("Late"))
    (posted,) = slack.posted
    assert (posted.by, posted.ephemeral) == (by, not public)


async def test_a_response_url_that_slack_calls_expired_is_given_up(slack: SlackDouble, outbox: Outbox) -> None:
    clock = Clock()
    slack.now = clock
    hook = Hook(slack.hook("C0TEAM", "U0ADA"))
    clock.seconds += 31 * 60
    assert await outbox.send(Place("C0TEAM", "U0ADA", hook=hook), said("Late"))
    assert [posted.by for posted in slack.posted] == ["chat.postEphemeral"]
    assert not hook.usable


async def test_where_the_bot_may_not_write_the_answer_comes_as_a_direct_message(bot: Running) -> None:
    body = slash("/deal", "Figure 2024", "http://127.0.0.1:9/gone", channel="C0PRIVATE")
    await bot.slack.deliver("slash_commands", body)
    answer = await bot.slack.message()
    assert (answer.by, answer.channel) == ("chat.postMessage", "D-U0ADA")
    assert "$675 million" in answer.text


async def test_an_answer_that_can_be_sent_nowhere_is_logged_and_harms_nothing(
    slack: SlackDouble, outbox: Outbox, caplog: pytest.LogCaptureFixture
) -> None:
    slack.scopes.discard("chat:write")
    assert not await outbox.send(Place("C0TEAM", "U0ADA", public=True), said("Lost"))
    assert "missing_scope" in caplog.text
    assert "U0" not in caplog.text
