"""The double: strict where Discord is strict about what the bot sends, silent about the rest."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from typing import Any

import aiohttp
from aiohttp import web
from simcord.components import validate_message_state

from tests.discord.double import payloads

TOKEN = "double-token"
_API = "/api/v10"
_EPOCH = 1_420_070_400_000
_NONCES = 180.0
"""Seconds for which a nonce is remembered."""


class DiscordDouble:
    """Serves on a port of its own until it is stopped; it may be started again on the same port."""

    def __init__(self) -> None:
        self.commands: list[dict[str, Any]] = []
        self.synced = 0
        self.identified: list[dict[str, Any]] = []
        self.resumed = 0
        self.callbacks: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.edits: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.messages: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.posted: list[dict[str, Any]] = []
        """Every message of the bot that a channel holds, as history gives it back."""
        self.clock: Callable[[], float] = time.time
        self.locale = "en-US"
        """The language of the client of who runs commands."""
        self.thread = ""
        """Where set, commands are run in this thread."""
        self.denied: dict[str, tuple[int, int, str]] = {}
        """Channel or user → status, code and text with which Discord refuses the bot there."""
        self.failing: list[str] = []
        """What becomes of the next message: `lost` never arrives, `kept` arrives but the answer is not heard."""
        self.read_back = 0
        """How often a channel's history was asked for."""
        self._nonces: dict[str, tuple[float, dict[str, Any]]] = {}
        self.connected = asyncio.Event()
        self.port = 0
        self.public_port = 0
        """Where clients are told to come to, should that be another port than its own."""
        self._runner: web.AppRunner | None = None
        self._sockets: set[web.WebSocketResponse] = set()
        self._sequence = 0
        self._next = 5_000

    @property
    def url(self) -> str:
        return f"http://{self._public}{_API}/"

    @property
    def _public(self) -> str:
        return f"127.0.0.1:{self.public_port or self.port}"

    async def start(self) -> None:
        app = web.Application()
        app.add_routes(
            [
                web.get(f"{_API}/gateway", self._gateway),
                web.get(f"{_API}/gateway/bot", self._gateway),
                web.get(f"{_API}/users/@me", self._me),
                web.get(f"{_API}/oauth2/applications/@me", self._application),
                web.get(f"{_API}/applications/{{app}}/commands", self._commands),
                web.put(f"{_API}/applications/{{app}}/commands", self._commands),
                web.post(f"{_API}/interactions/{{id}}/{{token}}/callback", self._callback),
                web.patch(f"{_API}/webhooks/{{app}}/{{token}}/messages/@original", self._edit),
                web.post(f"{_API}/channels/{{channel}}/messages", self._message),
                web.get(f"{_API}/channels/{{channel}}/messages", self._history),
                web.post(f"{_API}/users/@me/channels", self._direct),
                web.get("/socket/", self._socket),
            ]
        )
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = site._server.sockets[0].getsockname()[1]  # type: ignore[union-attr]

    async def stop(self) -> None:
        """Goes away with every connection, as in an outage."""
        self.connected.clear()
        for socket in set(self._sockets):
            await socket.close(code=1001)
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> DiscordDouble:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def drop(self) -> None:
        """Ends the gateway connections; the session may be resumed."""
        self.connected.clear()
        for socket in set(self._sockets):
            await socket.close(code=1001)

    async def slash(self, name: str, *, patience: float = 30, **options: str) -> dict[str, Any]:
        """A member runs a command; what the bot calls back."""
        command = next(one for one in self.commands if one["name"] == name)
        used = payloads.slash(self._id(), command, options, self.locale, self.thread)
        await self._dispatch("INTERACTION_CREATE", used)
        return await asyncio.wait_for(self.callbacks.get(), patience)

    async def say(self, content: str) -> dict[str, Any]:
        """A member writes a message that names the bot; what the bot writes."""
        await self._dispatch("MESSAGE_CREATE", payloads.message(self._id(), content))
        return await asyncio.wait_for(self.messages.get(), 30)

    def _id(self) -> str:
        self._next += 1
        return str(self._next)

    async def _dispatch(self, event: str, data: dict[str, Any]) -> None:
        self._sequence += 1
        for socket in self._sockets:
            await socket.send_json({"op": 0, "t": event, "s": self._sequence, "d": data})

    async def _gateway(self, request: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
        url = f"ws://{self._public}/socket/"
        return _json({"url": url, "shards": 1, "session_start_limit": limit})

    async def _me(self, request: web.Request) -> web.Response:
        return self._refused(request) or _json(payloads.ME)

    async def _application(self, request: web.Request) -> web.Response:
        return self._refused(request) or _json(payloads.APPLICATION)

    async def _commands(self, request: web.Request) -> web.Response:
        if refused := self._refused(request):
            return refused
        if request.method == "PUT":
            self.synced += 1
            self.commands = [payloads.command(self._id(), one) for one in await request.json()]
        return _json(self.commands)

    async def _callback(self, request: web.Request) -> web.Response:
        body = await _body(request)
        if body["type"] == 4:
            _check(body["data"])
        self.callbacks.put_nowait(body)
        message = payloads.sent(self._id(), payloads.CHANNEL, body.get("data") or {})
        interaction = {"id": request.match_info["id"], "type": 2, "response_message_id": message["id"]}
        return _json({"interaction": interaction, "resource": {"type": body["type"], "message": message}})

    async def _edit(self, request: web.Request) -> web.Response:
        body = await _body(request)
        _check(body)
        self.edits.put_nowait(body)
        return _json(payloads.sent(self._id(), payloads.CHANNEL, body))

    async def _message(self, request: web.Request) -> web.Response:
        channel = request.match_info["channel"]
        if refused := self._refused(request, channel):
            return refused
        failing = self.failing.pop(0) if self.failing else ""
        if failing == "lost":
            return _json({"message": "no answer", "code": 0}, status=520)
        body = await _body(request)
        _check(body)
        again = self._same(body)
        if again is None:
            when = self.clock()
            again = payloads.sent(self._snowflake(when), channel, body, when)
            self.posted.append(again)
            self.messages.put_nowait(body)
            if body.get("enforce_nonce"):
                self._nonces[str(body["nonce"])] = (when, again)
        if failing == "kept":
            return _json({"message": "no answer", "code": 0}, status=520)
        return _json({**again, "nonce": body.get("nonce")})

    def _same(self, body: dict[str, Any]) -> dict[str, Any] | None:
        """The message that was sent with this nonce in the last minutes."""
        nonce = str(body.get("nonce") or "")
        assert len(nonce) <= 25, "a nonce of more than 25 characters is refused"
        when, message = self._nonces.get(nonce, (float("-inf"), {}))
        return message if body.get("enforce_nonce") and self.clock() - when < _NONCES else None

    async def _history(self, request: web.Request) -> web.Response:
        """The newest first; with `after` the oldest of those after it. No nonce is told."""
        channel = request.match_info["channel"]
        if refused := self._refused(request, channel):
            return refused
        self.read_back += 1
        limit, after = int(request.query.get("limit", 50)), int(request.query.get("after", 0))
        assert 1 <= limit <= 100
        found = [one for one in self.posted if one["channel_id"] == channel and int(one["id"]) > after]
        found.sort(key=lambda one: int(one["id"]))
        shown = found[:limit] if "after" in request.query else found[-limit:]
        return _json(shown[::-1])

    async def _direct(self, request: web.Request) -> web.Response:
        user = str((await request.json())["recipient_id"])
        if refused := self._refused(request, f"@{user}"):
            return refused
        recipient = {"id": user, "username": "somebody", "discriminator": "0", "avatar": None, "global_name": None}
        return _json({"id": f"9{user}", "type": 1, "last_message_id": None, "recipients": [recipient]})

    def _snowflake(self, when: float) -> str:
        self._next += 1
        return str((int(when * 1000) - _EPOCH << 22) + self._next)

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 41_250}})
        try:
            async for frame in socket:
                if frame.type is aiohttp.WSMsgType.TEXT:
                    await self._received(socket, json.loads(frame.data))
        finally:
            self._sockets.discard(socket)
        return socket

    async def _received(self, socket: web.WebSocketResponse, frame: dict[str, Any]) -> None:
        if frame["op"] == 1:
            await socket.send_json({"op": 11})
        elif frame["op"] == 2:
            if frame["d"]["token"] != TOKEN:
                await socket.close(code=4004)
                return
            self.identified.append(frame["d"])
            self._sockets.add(socket)
            await self._dispatch("READY", payloads.ready(f"ws://{self._public}/socket/"))
            await self._dispatch("GUILD_CREATE", payloads.GUILD)
            self.connected.set()
        elif frame["op"] == 6:
            self.resumed += 1
            self._sockets.add(socket)
            await self._dispatch("RESUMED", {})
            self.connected.set()

    def _refused(self, request: web.Request, place: str = "") -> web.Response | None:
        if request.headers.get("Authorization") != f"Bot {TOKEN}":
            return _json({"message": "401: Unauthorized", "code": 0}, status=401)
        if place in self.denied:
            status, code, text = self.denied[place]
            return _json({"message": text, "code": code}, status=status)
        return None


def _json(value: Any, status: int = 200) -> web.Response:
    """The content type is Discord's to the letter: the client looks for it."""
    return web.Response(body=json.dumps(value).encode(), status=status, headers={"Content-Type": "application/json"})


async def _body(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return dict(await request.json())
    form = await request.post()
    return dict(json.loads(str(form["payload_json"])))


def _check(message: dict[str, Any]) -> None:
    """Raises, which ends in a failed call, where Discord would refuse the message."""
    validate_message_state(
        message.get("components") or [],
        flags=message.get("flags") or 0,
        content=message.get("content"),
        embeds=message.get("embeds") or [],
        require_nonempty=True,
    )
