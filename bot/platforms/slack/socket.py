"""Socket Mode: envelopes over a websocket that Slack changes every hour or so, each acknowledged as it comes."""

from __future__ import annotations

import asyncio
import json
import logging
import random
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.shared.platform import Unusable
from bot.platforms.slack.sending import why

log = logging.getLogger(__name__)

Envelope = dict[str, Any]
Acknowledge = Callable[[dict[str, Any] | None], Awaitable[None]]
Take = Callable[[Envelope, Acknowledge], Awaitable[None]]
"""Handles an envelope and acknowledges it, with a payload where the envelope asks for one."""

_HOPELESS = frozenset(
    {
        "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "not_allowed_token_type",
        "missing_scope", "forbidden_team", "access_denied", "link_disabled", "socket_mode_not_enabled",
    }
)  # fmt: skip
"""Trying again is no use until somebody changes the app."""

_HEARTBEAT = 10.0
_HELLO = 10.0
_GOODBYE = aiohttp.ClientWSTimeout(ws_close=0.5)
"""A line that is dead says no goodbye, and answers under way want their time when the bot is stopped."""
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0
_RETIRE = 3.0
"""Seconds that an old connection stays open for acknowledgements still to be sent."""
_LASTING = 5.0
"""Seconds after which a connection counts as one that worked, so that losing it is no reason to wait."""


class SocketMode:
    """One connection at a time; the next is opened before the old one is given up, each with an address of its own."""

    def __init__(self, client: AsyncWebClient, app_token: str, session: aiohttp.ClientSession, take: Take) -> None:
        self._client = client
        self._app_token = app_token
        self._session = session
        self._take = take
        self._current: aiohttp.ClientWebSocketResponse | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self.connected = asyncio.Event()

    async def run(self, stop: asyncio.Event) -> None:
        """Serves until `stop`; Unusable where Slack will never take the connection."""
        stopping = asyncio.create_task(stop.wait())
        pause = _FIRST_PAUSE
        loop = asyncio.get_running_loop()
        try:
            while not stop.is_set():
                opening = asyncio.create_task(self._open())
                await asyncio.wait({opening, stopping}, return_when=asyncio.FIRST_COMPLETED)
                if not opening.done():
                    opening.cancel()
                    await asyncio.gather(opening, return_exceptions=True)
                    return
                try:
                    socket = opening.result()
                except (SlackClientError, aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
                    _give_up_where_hopeless(error)
                    log.warning("Socket Mode cannot connect (%s); again in %.1f s", why(error), pause)
                    await asyncio.wait({stopping}, timeout=pause * random.uniform(0.8, 1.2))
                    pause = min(2 * pause, _LONGEST_PAUSE)
                    continue
                began = loop.time()
                self._retire(self._current)
                self._current = socket
                self.connected.set()
                ended = self._spawn(self._read(socket))
                await asyncio.wait({ended, stopping}, return_when=asyncio.FIRST_COMPLETED)
                if stop.is_set():
                    return
                self.connected.clear()
                ended.result()
                if loop.time() - began >= _LASTING:
                    pause = _FIRST_PAUSE
                else:
                    await asyncio.wait({stopping}, timeout=pause * random.uniform(0.8, 1.2))
                    pause = min(2 * pause, _LONGEST_PAUSE)
        finally:
            stopping.cancel()
            await self._close()

    async def _open(self) -> aiohttp.ClientWebSocketResponse:
        """A connection on which Slack said hello."""
        response = await self._client.apps_connections_open(app_token=self._app_token)
        url = str(response["url"])
        socket = await self._session.ws_connect(url, timeout=_GOODBYE, heartbeat=_HEARTBEAT, max_msg_size=0)
        try:
            async with asyncio.timeout(_HELLO):
                message = await socket.receive_json()
            if message.get("type") == "disconnect":
                raise ValueError(f"Slack said {str(message.get('reason'))[:60]} in place of hello")
        except BaseException:
            await socket.close()
            raise
        if message.get("envelope_id"):
            self._spawn(self._handle(socket, message))
        log.info("Socket Mode is connected")
        return socket

    async def _read(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        """Takes envelopes until the connection ends or Slack announces that it will."""
        async for frame in socket:
            if frame.type is not aiohttp.WSMsgType.TEXT:
                continue
            try:
                message = json.loads(frame.data)
            except ValueError:
                log.warning("Slack sent what is not JSON")
                continue
            if message.get("type") == "disconnect":
                reason = str(message.get("reason", ""))
                log.info("Slack ends the connection (%s)", reason)
                if reason == "link_disabled":
                    raise Unusable("Socket Mode was switched off: switch it on on the app's page, or use HTTP mode")
                self._spawn(self._drain(socket))
                return
            if message.get("envelope_id"):
                self._spawn(self._handle(socket, message))
        log.info("the connection to Slack ended (code %s)", socket.close_code)

    async def _drain(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        """Goes on with a connection that Slack is about to end, while the next one is being opened."""
        async for frame in socket:
            if frame.type is aiohttp.WSMsgType.TEXT and '"envelope_id"' in frame.data:
                self._spawn(self._handle(socket, json.loads(frame.data)))

    async def _handle(self, socket: aiohttp.ClientWebSocketResponse, envelope: Envelope) -> None:
        async def acknowledge(payload: dict[str, Any] | None) -> None:
            body: dict[str, Any] = {"envelope_id": envelope["envelope_id"]}
            if payload is not None:
                body["payload"] = payload
            for one in (socket, self._current):
                if one is None or one.closed:
                    continue
                try:
                    await one.send_json(body)
                except (ConnectionError, aiohttp.ClientError, RuntimeError):
                    continue
                return
            log.warning("an envelope could not be acknowledged: the connection is gone")

        try:
            await self._take(envelope, acknowledge)
        except Exception as error:
            log.exception("an envelope of type %s failed: %s", envelope.get("type"), error)

    def _retire(self, socket: aiohttp.ClientWebSocketResponse | None) -> None:
        async def later(old: aiohttp.ClientWebSocketResponse) -> None:
            try:
                await asyncio.sleep(_RETIRE)
            finally:  # also when the bot is stopped meanwhile
                await old.close()

        if socket is not None and not socket.closed:
            self._spawn(later(socket))

    def _spawn(self, work: Any) -> asyncio.Task[None]:
        task: asyncio.Task[None] = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _close(self) -> None:
        if self._current is not None:
            await self._current.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self.connected.clear()


def _give_up_where_hopeless(error: Exception) -> None:
    if isinstance(error, SlackApiError) and error.response.get("error") in _HOPELESS:
        raise Unusable(
            f"Slack refuses SLACK_APP_TOKEN ({why(error)}): on the app's page, Basic Information, make an App-Level"
            " Token (xapp-…) with connections:write, and switch Socket Mode on"
        ) from error
