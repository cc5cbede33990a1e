"""The double: strict where Discord is strict about what the bot sends, silent about the rest."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import aiohttp
from aiohttp import web
from simcord.components import validate_message_state

from tests.discord.double import payloads

TOKEN = "double-token"
_API = "/api/v10"


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

    async def slash(self, name: str, **options: str) -> dict[str, Any]:
        """A member runs a command; what the bot calls back."""
        command = next(one for one in self.commands if one["name"] == name)
        await self._dispatch("INTERACTION_CREATE", payloads.slash(self._id(), command, options))
        return await asyncio.wait_for(self.callbacks.get(), 5)

    async def say(self, content: str) -> dict[str, Any]:
        """A member writes a message that names the bot; what the bot writes."""
        await self._dispatch("MESSAGE_CREATE", payloads.message(self._id(), content))
        return await asyncio.wait_for(self.messages.get(), 5)

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
        if refused := self._refused(request):
            return refused
        body = await _body(request)
        _check(body)
        self.messages.put_nowait(body)
        return _json(payloads.sent(self._id(), request.match_info["channel"], body))

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

    @staticmethod
    def _refused(request: web.Request) -> web.Response | None:
        if request.headers.get("Authorization") == f"Bot {TOKEN}":
            return None
        return _json({"message": "401: Unauthorized", "code": 0}, status=401)


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
