"""HTTP mode behind a proxy: what Slack signed is taken, nothing else is."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import io
import json
import time
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlencode

import aiohttp
import pytest
from pydantic import SecretStr

from bot.platforms.shared.desk import Desk
from bot.platforms.shared.platform import Unusable
from bot.platforms.slack import SlackPlatform
from bot.platforms.slack.http import HttpMode
from bot.settings import Settings
from bot.state import State
from tests.slack.conftest import Running, running
from tests.slack.double.payloads import mention, slash, suggestion
from tests.slack.double.server import SlackDouble

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"


class Caller:
    """Slack's side of HTTP mode."""

    def __init__(self, bot: Running, session: aiohttp.ClientSession, address: tuple[str, int]) -> None:
        self.bot = bot
        self._session = session
        self._base = f"http://{address[0]}:{address[1]}"

    async def post(
        self, text: str, kind: str, secret: str = SECRET, age: float = 0.0, **headers: str
    ) -> tuple[int, str]:
        timestamp = str(int(time.time() - age))
        base = f"v0:{timestamp}:{text}".encode()
        signature = "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
        given = {
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": signature,
            "Content-Type": kind,
            **headers,
        }
        async with self._session.post(
            f"{self._base}/slack/events", data=io.BytesIO(text.encode()), headers=given
        ) as response:
            return response.status, await response.text()

    async def event(self, payload: dict[str, Any], **given: Any) -> tuple[int, str]:
        return await self.post(json.dumps(payload), "application/json", **given)

    async def form(self, fields: dict[str, str], **given: Any) -> tuple[int, str]:
        return await self.post(urlencode(fields), "application/x-www-form-urlencoded", **given)

    async def get(self, path: str) -> int:
        async with self._session.get(self._base + path) as response:
            return response.status


@pytest.fixture
async def caller(slack: SlackDouble, settings: Settings, desk: Desk) -> AsyncIterator[Caller]:
    update = {"slack_app_token": None, "slack_signing_secret": SecretStr(SECRET), "slack_listen": "127.0.0.1:0"}
    async with running(slack, settings.model_copy(update=update), desk) as bot, aiohttp.ClientSession() as session:
        async with asyncio.timeout(10):
            while bot.platform.transport is None:
                await asyncio.sleep(0)
            await bot.platform.transport.connected.wait()
        assert isinstance(bot.platform.transport, HttpMode)
        assert bot.platform.transport.address is not None
        yield Caller(bot, session, bot.platform.transport.address)


async def test_the_address_is_verified(caller: Caller) -> None:
    status, text = await caller.event({"type": "url_verification", "challenge": "c0ffee", "token": "x"})
    assert (status, json.loads(text)["challenge"]) == (200, "c0ffee")


async def test_a_command_is_acknowledged_and_answered(caller: Caller) -> None:
    body = slash("/deal", "Figure 2024", caller.bot.slack.hook("C0TEAM", "U0ADA"))
    assert await caller.form(body) == (200, "")
    assert "$675 million" in (await caller.bot.slack.message()).text


async def test_an_event_is_acknowledged_and_answered_once(caller: Caller) -> None:
    payload = mention("/deal Figure 2024", event_id="Ev0SAME")
    assert (await caller.event(payload))[0] == 200
    assert (await caller.event(payload, **{"X-Slack-Retry-Num": "1"}))[0] == 200
    await caller.event(mention("/deal Figure 2024", ts="1700000009.000100"))
    await caller.bot.slack.message(2)
    assert len(caller.bot.slack.posted) == 2


async def test_options_come_in_the_response(caller: Caller) -> None:
    await caller.form(slash("/whois", "Wang", caller.bot.slack.hook("C0TEAM", "U0ADA")))
    asked = await caller.bot.slack.message()
    status, text = await caller.form({"payload": json.dumps(suggestion(asked, ""))})
    assert status == 200
    assert "Wang Xingxing" in text


@pytest.mark.parametrize(
    "given",
    [
        {"secret": "another"},
        {"age": 301.0},
        {"age": -301.0},
        {"X-Slack-Signature": ""},
        {"X-Slack-Signature": "v0=é"},
        {"X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Request-Timestamp": "yesterday"},
        {"X-Slack-Request-Timestamp": ""},
    ],
    ids=str,
)
async def test_what_slack_did_not_sign_just_now_is_refused(caller: Caller, given: dict[str, Any]) -> None:
    status, _ = await caller.event(mention("/deal Figure 2024"), **given)
    assert status == 401
    assert (await caller.event({"type": "url_verification", "challenge": "c", "token": "x"}))[0] == 200
    assert caller.bot.slack.posted == []


async def test_only_the_one_path_is_served_and_the_proxy_can_ask_whether_all_is_well(caller: Caller) -> None:
    assert await caller.get("/healthz") == 200
    assert await caller.get("/slack/events") == 405
    assert await caller.get("/") == 404


async def test_a_body_that_is_too_large_is_refused(caller: Caller) -> None:
    assert (await caller.post("x" * (1024 * 1024 + 1), "application/json"))[0] == 413


async def test_bytes_that_are_no_text_are_refused(caller: Caller) -> None:
    status, _ = await caller.post("{}", "application/json; charset=nonsense")
    assert status == 400


@pytest.mark.parametrize("listen", ["3000", "localhost", "127.0.0.1:x", "127.0.0.1:99999"])
async def test_an_address_that_is_none_is_said(slack: SlackDouble, settings: Settings, desk: Desk, listen: str) -> None:
    update = {"slack_app_token": None, "slack_signing_secret": SecretStr(SECRET), "slack_listen": listen}
    with State.open(settings.state) as state, pytest.raises(Unusable, match="BOT_SLACK_LISTEN"):
        await SlackPlatform(settings.model_copy(update=update), desk, state).run(asyncio.Event())
