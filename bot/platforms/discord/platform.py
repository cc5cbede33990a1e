"""Discord as `bot run` runs it."""

from __future__ import annotations

import asyncio
import logging

import aiohttp
import discord
import yarl

from bot.platforms.discord.client import create_client
from bot.platforms.discord.posting import DiscordPostman
from bot.platforms.shared.desk import Desk
from bot.platforms.shared.platform import Unusable
from bot.settings import Settings
from bot.state import State

log = logging.getLogger(__name__)

_TO_LOG_IN = 30.0


class DiscordPlatform:
    """One connection at a time; discord.py takes it up again by itself, with back-off, when it is lost."""

    name = "discord"

    def __init__(self, settings: Settings, desk: Desk, state: State) -> None:
        self._settings = settings
        self._desk = desk
        self._state = state
        self.postman = DiscordPostman()
        self._client: discord.Client | None = None
        """While it runs."""

    @property
    def connected(self) -> bool:
        """Whether Discord reaches the bot now."""
        client = self._client
        return client is not None and client.is_ready() and not client.is_closed()

    async def run(self, stop: asyncio.Event) -> None:
        """Serves until `stop`; Unusable where the token is refused."""
        token = self._settings.discord_token
        if token is None:
            raise Unusable("DISCORD_TOKEN is not set")
        await point_at(self._settings.discord_api_url)
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # what speaking would need is not missed
        client = create_client(self._settings, self._desk, self._state)
        self._client = client
        self.postman.begin(client)
        serving = asyncio.create_task(client.start(token.get_secret_value()), name="discord client")
        stopping = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopping.cancel()
            self._client = None
            self.postman.end()
            await client.close()
            serving.cancel()
            outcome = (await asyncio.gather(serving, return_exceptions=True))[0]
        if stop.is_set() or not isinstance(outcome, Exception):
            return
        if isinstance(outcome, discord.LoginFailure):
            raise Unusable("Discord refuses DISCORD_TOKEN: reset it on the application's page, Bot, and copy it anew")
        if isinstance(outcome, discord.PrivilegedIntentsRequired):
            raise Unusable("Discord refuses the intents: they were changed in the code, switch them on for the bot")
        raise outcome


async def point_at(url: str) -> None:
    """Makes discord.py talk to another address than Discord's, in the whole process; for proxies and tests."""
    base = url.rstrip("/")
    if base == discord.http.Route.BASE:
        return
    async with (
        aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_TO_LOG_IN)) as session,
        session.get(f"{base}/gateway") as response,
    ):
        gateway = yarl.URL(str((await response.json())["url"]))
    discord.http.Route.BASE = base
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = gateway
