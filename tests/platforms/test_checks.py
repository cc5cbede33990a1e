"""What `bot doctor` makes of the platforms' answers, each asked over a real connection."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web

from bot.platforms.shared.checks import check_discord, check_slack_app, check_slack_bot

Say = Callable[..., Awaitable[str]]


@pytest.fixture
async def says() -> AsyncIterator[Say]:
    """Starts a platform on loopback that always answers the same; gives its address."""
    runners: list[web.AppRunner] = []

    async def start(body: str, status: int = 200, kind: str = "application/json", **headers: str) -> str:
        async def answer(request: web.Request) -> web.Response:
            assert request.headers["Authorization"] in ("Bearer the-token", "Bot the-token")
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            return web.Response(text=body, status=status, content_type=kind, headers=named)

        app = web.Application()
        app.router.add_route("*", "/api/{method:.*}", answer)
        runner = web.AppRunner(app)
        runners.append(runner)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        return f"http://127.0.0.1:{runner.addresses[0][1]}/api/"

    yield start
    for runner in runners:
        await runner.cleanup()


GOOD = '{"ok": true, "user": "embodied", "team": "Robots & Co"}'


@pytest.mark.parametrize(
    ("body", "scopes", "level", "told"),
    [
        (GOOD, "chat:write,commands,users:read", "ok", "embodied in Robots & Co"),
        (GOOD, "chat:write, commands", "note", "does without users:read"),
        (GOOD, "chat:write", "fault", "lacks commands: update the app from `bot slack-manifest`"),
        (GOOD, "", "ok", "embodied"),
        ('{"ok": false, "error": "invalid_auth"}', "", "fault", "(invalid_auth): copy the Bot User OAuth Token"),
        ("[]", "", "fault", "cannot be reached"),
        ("not JSON", "", "fault", "cannot be reached"),
    ],
)
async def test_slack_s_bot_token(says: Say, body: str, scopes: str, level: str, told: str) -> None:
    url = await says(body, x_oauth_scopes=scopes)
    found = await check_slack_bot(url, "the-token", {"chat:write", "commands"}, {"commands", "users:read"})
    assert (found.what, found.level) == ("SLACK_BOT_TOKEN", level)
    assert told in found.told


@pytest.mark.parametrize(
    ("body", "level", "told"),
    [
        ('{"ok": true, "url": "wss://example.org"}', "ok", "Socket Mode opens"),
        ('{"ok": false, "error": "not_allowed_token_type"}', "fault", "connections:write"),
    ],
)
async def test_slack_s_app_token(says: Say, body: str, level: str, told: str) -> None:
    found = await check_slack_app(await says(body), "the-token")
    assert (found.what, found.level) == ("SLACK_APP_TOKEN", level)
    assert told in found.told


@pytest.mark.parametrize(
    ("body", "status", "level", "told"),
    [
        ('{"username": "embodied"}', 200, "ok", "embodied"),
        ('{"message": "401: Unauthorized"}', 401, "fault", "reset the token"),
        ("", 503, "fault", "answers 503"),
        ("not JSON", 200, "fault", "cannot be reached"),
    ],
)
async def test_discord_s_token(says: Say, body: str, status: int, level: str, told: str) -> None:
    found = await check_discord(await says(body, status), "the-token")
    assert (found.what, found.level) == ("DISCORD_TOKEN", level)
    assert told in found.told


async def test_no_finding_tells_a_token(says: Say) -> None:
    for found in (
        await check_slack_bot(await says("", 500), "the-token"),
        await check_slack_app("http://127.0.0.1:9/", "the-token"),
        await check_discord("http://127.0.0.1:9/", "the-token"),
    ):
        assert found.level == "fault"
        assert "the-token" not in found.told
