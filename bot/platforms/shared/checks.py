"""Asks the platforms whether they take the tokens, and says what to do where they do not."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

import aiohttp

_SECONDS = aiohttp.ClientTimeout(total=15)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found; a fault says what to do about it."""

    what: str
    level: Literal["ok", "note", "fault"]
    told: str


async def check_slack_bot(
    api_url: str, token: str, needed: Collection[str] = (), wanted: Collection[str] = ()
) -> Finding:
    """Whether Slack takes the bot token, and whether it has the scopes that are needed, and those that are of use."""
    name = "SLACK_BOT_TOKEN"
    mend = "copy the Bot User OAuth Token (xoxb-…) from the app's page, OAuth & Permissions"
    answered = await _ask_slack(name, api_url, "auth.test", token, mend)
    if isinstance(answered, Finding):
        return answered
    reply, granted = answered
    who = f"{reply.get('user', '?')} in {reply.get('team', '?')}"
    update = "update the app from `bot slack-manifest` and install it again"
    missing = sorted(set(needed) - granted) if granted else []
    if missing:
        return Finding(name, "fault", f"{who} lacks {', '.join(missing)}: {update}")
    of_use = sorted(set(wanted) - granted) if granted else []
    if of_use:
        return Finding(name, "note", f"{who} does without {', '.join(of_use)}; to change that, {update}")
    return Finding(name, "ok", who)


async def check_slack_app(api_url: str, token: str) -> Finding:
    """Whether Slack opens a Socket Mode connection for the app-level token."""
    name = "SLACK_APP_TOKEN"
    mend = (
        "on the app's page, Basic Information, make an App-Level Token (xapp-…) with connections:write, and switch"
        " Socket Mode on"
    )
    answered = await _ask_slack(name, api_url, "apps.connections.open", token, mend)
    return answered if isinstance(answered, Finding) else Finding(name, "ok", "Socket Mode opens")


async def check_discord(api_url: str, token: str) -> Finding:
    """Whether Discord takes the bot's token."""
    name = "DISCORD_TOKEN"
    try:
        async with (
            aiohttp.ClientSession(timeout=_SECONDS) as session,
            session.get(f"{api_url.rstrip('/')}/users/@me", headers={"Authorization": f"Bot {token}"}) as response,
        ):
            if response.status == 401:
                return Finding(
                    name,
                    "fault",
                    "Discord refuses it: reset the token on the application's page, Bot, and copy it anew",
                )
            if response.status != 200:
                return Finding(name, "fault", f"Discord answers {response.status}: try again later")
            reply = await response.json()
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        return _unreachable(name, api_url, error)
    return Finding(name, "ok", str(reply.get("username", "?")) if isinstance(reply, dict) else "?")


async def _ask_slack(
    name: str, api_url: str, method: str, token: str, mend: str
) -> tuple[dict[str, object], set[str]] | Finding:
    """What a method answers and the scopes of the token; a fault where Slack is away, or refuses it: then `mend` it."""
    try:
        reply, granted = await _slack(api_url, method, token)
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        return _unreachable(name, api_url, error)
    if not reply.get("ok"):
        return Finding(name, "fault", f"Slack refuses it ({reply.get('error', 'no reason given')}): {mend}")
    return reply, granted


async def _slack(api_url: str, method: str, token: str) -> tuple[dict[str, object], set[str]]:
    """What a method answers, and the scopes that Slack says the token has."""
    async with (
        aiohttp.ClientSession(timeout=_SECONDS) as session,
        session.post(f"{api_url.rstrip('/')}/{method}", headers={"Authorization": f"Bearer {token}"}) as response,
    ):
        reply = await response.json()
        if not isinstance(reply, dict):
            raise ValueError("the answer is no object")
        scopes = response.headers.get("x-oauth-scopes", "")
        return reply, {scope.strip() for scope in scopes.split(",") if scope.strip()}


def _unreachable(name: str, url: str, error: Exception) -> Finding:
    return Finding(
        name,
        "fault",
        f"{url} cannot be reached ({type(error).__name__}): check the network, the proxy and the address",
    )
