"""The double refuses what Slack refuses; else the other tests would prove nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.platforms.slack.message import Block, Message, button, context, header, section
from tests.slack.double.blocks import Refused, check_message, check_options
from tests.slack.double.server import APP_TOKEN, BOT_TOKEN, SlackDouble


def body(*blocks: Block, text: str = "x") -> dict[str, Any]:
    return Message(text, blocks).payload()


def row(count: int = 1, **fields: Any) -> Block:
    made = [button("x", f"v:{n}", "v") | fields for n in range(count)]
    return {"type": "actions", "elements": made}


CELL = {"type": "raw_text", "text": "x"}


@pytest.mark.parametrize(
    "wrong",
    [
        body(text=""),
        body(text="x" * 4001),
        body(*[section("x")] * 51),
        body(section("x" * 3001)),
        body(section("")),
        body(header("x" * 151)),
        body(context("x" * 2001)),
        body(context(*["x"] * 11)),
        body(*[section("x" * 2700)] * 5),
        body(row(26)),
        body(row(2, action_id="same")),
        body(row(text={"type": "plain_text", "text": "x" * 76})),
        body(row(value="x" * 2001)),
        body(row(action_id="x" * 256)),
        body(section("<!channel>")),
        body(section("<@U024BE7LH>")),
        body(section("@here")),
        body(section("a < b")),
        body(section("AT&T")),
        body(section("<javascript:alert(1)|x>")),
        body(section("<https://example.org>")),
        body(section("a\u202eb")),
        body(text="<!here>"),
        body({"type": "table", "rows": [[CELL], [CELL, CELL]]}),
        body({"type": "table", "rows": [[CELL | {"text": ""}]]}),
        body({"type": "table", "rows": [[CELL]] * 101}),
        body({"type": "table", "rows": [[CELL]]}, {"type": "table", "rows": [[CELL]]}),
        body({"type": "marquee"}),
        body(section("x") | {"colour": "red"}),
        body() | {"link_names": True},
    ],
)
def test_a_message_that_slack_would_refuse(wrong: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        check_message(wrong)


def test_a_message_that_slack_takes() -> None:
    check_message(
        body(
            header("x" * 150), section("&amp; <https://example.org|x>"), context(*["x"] * 10), row(25), text="x" * 4000
        )
    )
    check_message(body({"type": "table", "rows": [[CELL]] * 100}))


@pytest.mark.parametrize(
    "option", [{"text": {"type": "plain_text", "text": "x" * 76}, "value": "v"}, {"text": {}, "value": "x" * 151}]
)
def test_options_that_slack_would_refuse(option: dict[str, Any]) -> None:
    with pytest.raises((Refused, KeyError)):
        check_options({"options": [option]})


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


async def call(session: aiohttp.ClientSession, slack: SlackDouble, method: str, token: str, **given: Any) -> Any:
    headers = {"Authorization": f"Bearer {token}"}
    async with session.post(slack.url + method, json=given, headers=headers) as response:
        return await response.json()


@pytest.mark.parametrize(
    ("method", "token", "error"),
    [
        ("auth.test", "xoxb-other", "invalid_auth"),
        ("auth.test", APP_TOKEN, "invalid_auth"),
        ("apps.connections.open", BOT_TOKEN, "invalid_auth"),
        ("chat.startStream", BOT_TOKEN, "unknown_method"),
    ],
)
async def test_methods_want_their_token(
    slack: SlackDouble, session: aiohttp.ClientSession, method: str, token: str, error: str
) -> None:
    assert (await call(session, slack, method, token))["error"] == error


async def test_a_ticket_opens_one_connection(slack: SlackDouble, session: aiohttp.ClientSession) -> None:
    url = (await call(session, slack, "apps.connections.open", APP_TOKEN))["url"]
    async with session.ws_connect(url) as socket:
        assert (await socket.receive_json())["type"] == "hello"
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(url)


async def test_a_response_url_takes_five_answers(slack: SlackDouble, session: aiohttp.ClientSession) -> None:
    url = slack.hook("C0TEAM", "U0ADA")
    given = body(section("x")) | {"response_type": "ephemeral", "replace_original": False}
    told = []
    for _ in range(6):
        async with session.post(url, json=given) as response:
            told.append(response.status)
    assert told == [200] * 5 + [404]
