"""Slack as `bot run` runs it: one Bolt app, by Socket Mode or behind a proxy by HTTP."""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, Protocol

import aiohttp
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.shared.desk import Desk
from bot.platforms.shared.office import Office
from bot.platforms.shared.once import Once
from bot.platforms.shared.platform import Unusable
from bot.platforms.slack import commands, seeds
from bot.platforms.slack.admins import Admins
from bot.platforms.slack.asking import Asking, asked_at, commanded_at
from bot.platforms.slack.files import Files
from bot.platforms.slack.home import Home
from bot.platforms.slack.http import HttpMode
from bot.platforms.slack.manifest import SEED_SHORTCUT
from bot.platforms.slack.posting import SlackPostman
from bot.platforms.slack.pressing import Pressing, place_of
from bot.platforms.slack.rendering import Rendering
from bot.platforms.slack.sending import Outbox, why
from bot.platforms.slack.service import PLATFORM, Service
from bot.platforms.slack.socket import Acknowledge, Envelope, SocketMode
from bot.settings import Settings
from bot.state import State

log = logging.getLogger(__name__)

_ANY = re.compile(r".*", re.DOTALL)
_REQUEST_SECONDS = 30
_FINISH = 2.5
"""Seconds for answers that are being made when the bot is stopped."""
_WARM = 5.0
"""Seconds that opening the stores may hold up the connection."""
_REFUSED = frozenset({"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"})


class Transport(Protocol):
    """How Slack reaches the bot."""

    connected: asyncio.Event

    async def run(self, stop: asyncio.Event) -> None: ...


class SlackPlatform:
    """One connection to one workspace."""

    name = PLATFORM

    def __init__(self, settings: Settings, desk: Desk, state: State) -> None:
        self._settings = settings
        self._desk = desk
        self._state = state
        self._rendering = Rendering(state.kept, settings.slack_prefix or "")
        self.transport: Transport | None = None
        """While it runs."""
        self.postman = SlackPostman(self._rendering, state.kept)

    @property
    def connected(self) -> bool:
        """Whether Slack reaches the bot now."""
        return self.transport is not None and self.transport.connected.is_set()

    async def run(self, stop: asyncio.Event) -> None:
        """Serves until `stop`; Unusable where a token is refused or a setting cannot be right."""
        settings = self._settings
        if settings.slack_bot_token is None:
            raise Unusable("SLACK_BOT_TOKEN is not set")
        token = settings.slack_bot_token.get_secret_value()
        try:
            known = commands.named(settings.slack_prefix or "")
        except ValueError as error:
            raise Unusable(f"BOT_SLACK_PREFIX: {error}") from None
        timeout = aiohttp.ClientTimeout(total=_REQUEST_SECONDS)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            client = web_client(settings.slack_api_url, token, session)
            who = await _signed_in(client)
            service = self._service(client, session, who.bot_user_id or "")
            app = _app(settings, session, who, service, known)
            self.transport = self._transport(app, session)
            self.postman.begin(web_client(settings.slack_api_url, token, session, again=False), session)
            try:
                await self._warm(stop)
                await self.transport.run(stop)
            finally:
                self.transport = None
                self.postman.end()
                await service.finish(_FINISH)

    async def _warm(self, stop: asyncio.Event) -> None:
        """Waits a while for the stores to be opened: whoever asks first is not to wait for that."""
        warming, stopping = asyncio.create_task(self._desk.warm()), asyncio.create_task(stop.wait())
        await asyncio.wait({warming, stopping}, timeout=_WARM, return_when=asyncio.FIRST_COMPLETED)
        for task in (warming, stopping):
            task.cancel()
        await asyncio.gather(warming, stopping, return_exceptions=True)

    def _service(self, client: AsyncWebClient, session: aiohttp.ClientSession, me: str) -> Service:
        settings, state = self._settings, self._state
        listed = [one.strip() for one in (settings.slack_admins or "").split(",") if one.strip()]
        command = f"/{settings.slack_prefix or ''}{commands.COMMANDS[0].name}"
        return Service(
            self._desk,
            state,
            Outbox(client, session),
            Files(client, session),
            self._rendering,
            Admins(client, listed),
            Once(partial(state.seen.first, PLATFORM)),
            settings.inbox,
            me,
            command,
            Office(settings, self._desk, state, f"{command} "),
        )

    def _transport(self, app: AsyncApp, session: aiohttp.ClientSession) -> Transport:
        settings = self._settings
        if settings.slack_app_token is not None:
            token = settings.slack_app_token.get_secret_value()
            opener = web_client(settings.slack_api_url, token, session)
            return SocketMode(opener, token, session, lambda envelope, ack: _take(app, envelope, ack))
        host, _, port = settings.slack_listen.rpartition(":")
        if not host or not port.isdigit() or int(port) > 65535:
            raise Unusable(f"BOT_SLACK_LISTEN is {settings.slack_listen}: it has to be like 127.0.0.1:3000")
        return HttpMode(app, host.strip("[]"), int(port))


def web_client(url: str, token: str | None, session: aiohttp.ClientSession, again: bool = True) -> AsyncWebClient:
    """A client over the connections of the process; `again`: it waits where Slack asks it to, and tries again."""
    return AsyncWebClient(
        token=token,
        base_url=url,
        timeout=_REQUEST_SECONDS,
        session=session,
        retry_handlers=[
            AsyncConnectionErrorRetryHandler(),
            AsyncRateLimitErrorRetryHandler(max_retry_count=3),
            AsyncServerErrorRetryHandler(),
        ]
        if again
        else [],
    )


async def _signed_in(client: AsyncWebClient) -> AuthorizeResult:
    """Who the bot token is for; Unusable where Slack does not take it."""
    try:
        told = await client.auth_test()
    except SlackApiError as error:
        if error.response.get("error") in _REFUSED:
            raise Unusable(
                f"Slack refuses SLACK_BOT_TOKEN ({why(error)}): copy the Bot User OAuth Token (xoxb-…) from the app's"
                " page, OAuth & Permissions"
            ) from error
        raise
    return AuthorizeResult(
        enterprise_id=told.get("enterprise_id"),
        team_id=told.get("team_id"),
        bot_user_id=told.get("user_id"),
        bot_id=told.get("bot_id"),
        bot_token=client.token,
    )


def _app(
    settings: Settings,
    session: aiohttp.ClientSession,
    who: AuthorizeResult,
    service: Service,
    known: dict[str, commands.SlackCommand],
) -> AsyncApp:
    """The Bolt app. Every listener acknowledges first and does the rest in a task of its own; with
    `process_before_response` Bolt then answers at once in place of looking every 10 ms whether it may."""

    async def authorize() -> AuthorizeResult:
        return who

    secret = settings.slack_signing_secret
    log.addFilter(_no_false_alarm)
    app = AsyncApp(
        name="embodied",
        logger=log,
        client=web_client(settings.slack_api_url, None, session),
        authorize=authorize,
        signing_secret=secret.get_secret_value() if secret else "",
        process_before_response=True,
    )
    asking, pressing, home = Asking(service, known), Pressing(service), Home(service, settings.slack_prefix or "")

    events: dict[str, Callable[[dict[str, Any]], Awaitable[None]]] = {
        "app_mention": asking.mention,
        "message": asking.message,
        "app_home_opened": home.opened,
        "assistant_thread_started": home.pane_opened,
    }

    async def on_command(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        service.spawn(body.get("trigger_id"), lambda: asking.command(body), "a command", commanded_at(body))

    async def on_action(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        service.spawn(body.get("trigger_id"), lambda: _acted(body, pressing, home), "a button", place_of(body))

    async def on_options(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack(options=await pressing.options(body))

    async def on_shortcut(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        service.spawn(body.get("trigger_id"), lambda: seeds.save(service, body), "a shortcut", place_of(body))

    async def on_view(ack: AsyncAck) -> None:
        await ack()

    async def on_event(body: dict[str, Any], event: dict[str, Any]) -> None:
        work = events.get(str(event.get("type")))
        if work is not None:
            what = f"an event of type {event.get('type')}"
            service.spawn(body.get("event_id"), lambda: work(event), what, asked_at(event))

    app.command(_ANY)(on_command)
    app.action(_ANY)(on_action)
    app.options(_ANY)(on_options)
    app.message_shortcut(SEED_SHORTCUT)(on_shortcut)
    app.view(_ANY)(on_view)
    app.event(_ANY)(on_event)
    return app


def _no_false_alarm(record: logging.LogRecord) -> bool:
    """Bolt warns of a token that it finds in the environment beside the one that it is given; they are the same."""
    return "`token` will be unused" not in record.getMessage()


async def _acted(body: dict[str, Any], pressing: Pressing, home: Home) -> None:
    await pressing.action(body)
    if (body.get("view") or {}).get("type") == "home":
        await home.publish(str((body.get("user") or {}).get("id") or ""))


async def _take(app: AsyncApp, envelope: Envelope, acknowledge: Acknowledge) -> None:
    """Passes an envelope to the app and acknowledges it, also where the app has no use for it: Slack would send it
    again for nothing."""
    headers = {"x-slack-retry-num": str(envelope["retry_attempt"])} if envelope.get("retry_attempt") else None
    request = AsyncBoltRequest(mode="socket_mode", body=envelope.get("payload") or {}, headers=headers)  # type: ignore[arg-type]
    response = await app.async_dispatch(request)
    payload: dict[str, Any] | None = None
    if response.status == 200 and response.body and envelope.get("accepts_response_payload"):
        payload = json.loads(response.body)
    await acknowledge(payload)
