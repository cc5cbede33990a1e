"""Slack on a free port of this machine: Web API, Socket Mode, response_urls. Stricter than the real one in doubt."""

from __future__ import annotations

import asyncio
import itertools
import json
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.slack.double.blocks import Refused, check_message, check_options, check_view
from tests.slack.double.manifests import METHOD_SCOPES

BOT_TOKEN, APP_TOKEN = "xoxb-double", "xapp-double"
TEAM, ME, MY_BOT = "T0DOUBLE", "U0BOT", "B0BOT"
_LAWFUL = frozenset({"unknown_method", "not_in_channel", "channel_not_found", "missing_scope", "file_not_found"})
"""Refusals that are the workspace's doing, not the bot's fault."""
_SERVED = frozenset({"content", "served_as", "location"})
PATIENCE = 30.0
"""Seconds after which a test gives up waiting for the bot."""


@dataclass(slots=True)
class Posted:
    """A message that arrived. `by` is the method, or `response_url`; `user` is who alone sees it."""

    by: str
    channel: str
    user: str
    thread: str
    body: dict[str, Any]
    at: float
    ts: str

    @property
    def ephemeral(self) -> bool:
        return bool(self.user)

    @property
    def blocks(self) -> list[dict[str, Any]]:
        return list(self.body.get("blocks", []))

    @property
    def text(self) -> str:
        return str(self.body["text"])

    def button(self, verb: str) -> dict[str, Any]:
        """The first button or select whose action_id begins with a verb."""
        rows = [
            e for b in self.blocks for e in (*b.get("elements", []), *([b["accessory"]] if "accessory" in b else []))
        ]
        return next(e for e in rows if e.get("action_id", "").partition(":")[0] == verb)

    def has(self, verb: str) -> bool:
        try:
            return bool(self.button(verb))
        except StopIteration:
            return False


@dataclass(slots=True)
class Sent:
    """An envelope on its way: `acked` is done with the payload of its acknowledgement."""

    envelope: dict[str, Any]
    acked: asyncio.Future[dict[str, Any]]
    at: float
    ack_at: float = 0.0


@dataclass(slots=True)
class HookState:
    channel: str
    user: str
    thread: str
    born: float
    uses: int = 0


@dataclass(slots=True)
class Call:
    method: str
    body: dict[str, Any]


@dataclass
class SlackDouble:
    """`now` is its clock for response_urls; `missing` are methods that this workspace does not have."""

    now: Callable[[], float] = time.monotonic
    posted: list[Posted] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    views: dict[str, dict[str, Any]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    attached: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What files.info tells of files that people attached, by id; what is in `_SERVED` is for the download."""
    deleted: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)
    refuse_tables: bool = False
    scopes: set[str] = field(default_factory=lambda: set(METHOD_SCOPES.values()) | {"commands"})
    channels: set[str] = field(default_factory=lambda: {"C0TEAM", "C0OTHER", "D0ADA"})
    admins: set[str] = field(default_factory=lambda: {"U0ADMIN"})
    zones: dict[str, str] = field(default_factory=dict)
    """User → the time zone that they set."""
    commands: set[str] = field(default_factory=set)
    greetings: list[str] = field(default_factory=list)
    """Reasons with which the next connections are ended in place of a hello."""
    waiting: dict[str, list[int]] = field(default_factory=dict)
    """Method → seconds of Retry-After for its next calls."""
    clock: Callable[[], float] = time.time
    """The wall clock, for the `ts` of messages."""
    denied: dict[str, str] = field(default_factory=dict)
    """Channel or user → Slack's word for why the bot may not write or read there; `*` for everywhere."""
    failing: list[str] = field(default_factory=list)
    """What becomes of the next chat.postMessage: `lost` never arrives, `kept` arrives but is not answered."""
    answer_at_once: int = 1000
    """Messages of one page of history."""

    def __post_init__(self) -> None:
        self._changed = asyncio.Condition()
        self._numbers = itertools.count(1)
        self._tickets: set[str] = set()
        self._hooks: dict[str, HookState] = {}
        self._unacked: dict[str, Sent] = {}
        self.sockets: list[web.WebSocketResponse] = []
        self.opened = 0
        """Connections that were opened in all."""

    # The server

    async def start(self) -> None:
        app = web.Application()
        app.add_routes(
            [
                web.route("*", "/api/{method}", self._api),
                web.get("/link", self._link),
                web.post("/hooks/{hook}", self._hook),
                web.post("/upload/{file}", self._upload),
                web.get("/files-pri/{file}/{name}", self._download),
            ]
        )
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self._base = f"127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        for socket in list(self.sockets):
            await socket.close()
        await self._runner.cleanup()

    @property
    def url(self) -> str:
        """What SLACK_API_URL is to be."""
        return f"http://{self._base}/api/"

    # What a test does

    async def until(self, holds: Callable[[], Any], patience: float = PATIENCE) -> Any:
        """Waits until something is so, and gives what `holds` gave."""
        async with asyncio.timeout(patience), self._changed:
            await self._changed.wait_for(lambda: bool(holds()))
        return holds()

    async def message(self, number: int = 1) -> Posted:
        """The message with a number, counted from 1 since the beginning."""
        await self.until(lambda: len(self.posted) >= number)
        return self.posted[number - 1]

    async def connected(self, connections: int = 1, patience: float = PATIENCE) -> None:
        """Waits until the bot opened so many connections in all, and one of them is open."""
        await self.until(
            lambda: self.opened >= connections and any(not socket.closed for socket in self.sockets), patience
        )

    async def send(self, kind: str, payload: dict[str, Any], retry: int = 0) -> Sent:
        """Puts an envelope on the newest connection."""
        envelope = {
            "envelope_id": secrets.token_hex(8),
            "type": kind,
            "payload": payload,
            "accepts_response_payload": kind in ("slash_commands", "interactive"),
        }
        if kind == "events_api":
            envelope |= {"retry_attempt": retry, "retry_reason": "timeout" if retry else ""}
        sent = Sent(envelope, asyncio.get_running_loop().create_future(), time.perf_counter())
        self._unacked[envelope["envelope_id"]] = sent
        await self.sockets[-1].send_json(envelope)
        return sent

    async def deliver(self, kind: str, payload: dict[str, Any], retry: int = 0) -> dict[str, Any]:
        """Sends an envelope and waits for its acknowledgement; the payload of that."""
        sent = await self.send(kind, payload, retry)
        return await asyncio.wait_for(sent.acked, PATIENCE)

    async def disconnect(self, reason: str = "warning") -> None:
        """Announces the end of the newest connection, as Slack does every hour or so."""
        await self.sockets[-1].send_json({"type": "disconnect", "reason": reason, "debug_info": {}})

    async def drop(self) -> None:
        """Ends the newest connection without a word."""
        transport = self.sockets[-1]._req.transport  # type: ignore[union-attr]
        if transport is not None:
            transport.close()

    def hook(self, channel: str, user: str, thread: str = "") -> str:
        """A new response_url."""
        key = secrets.token_hex(8)
        self._hooks[key] = HookState(channel, user, thread, self.now())
        return f"http://{self._base}/hooks/{key}"

    def of(self, method: str) -> list[dict[str, Any]]:
        """What a method was called with."""
        return [call.body for call in self.calls if call.method == method]

    # Web API

    async def _api(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        body = await _body(request)
        delays = self.waiting.get(method)
        if delays:
            delay = delays.pop(0)
            await self._note(lambda: self.calls.append(Call(f"429 {method}", body)))
            return web.json_response(
                {"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": str(delay)}
            )
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        failing = self.failing.pop(0) if self.failing and method == "chat.postMessage" else ""
        if failing == "lost":
            return web.Response(status=502, text="<html>Bad Gateway</html>", content_type="text/html")
        try:
            answer = self._answer(method, body, token)
        except Refused as refusal:
            if refusal.error not in _LAWFUL and refusal.error not in self.denied.values():
                self.refused.append(str(refusal))
            answer = {"ok": False, "error": refusal.error}
        await self._note(lambda: self.calls.append(Call(method, body)))
        if failing == "kept":
            return web.Response(status=504, text="<html>Gateway Timeout</html>", content_type="text/html")
        return web.json_response(answer, headers={"X-OAuth-Scopes": ",".join(sorted(self.scopes - {""}))})

    def _answer(self, method: str, body: dict[str, Any], token: str) -> dict[str, Any]:
        if method in self.missing:
            raise Refused("unknown_method", method)
        wanted = APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN
        if token != wanted:
            raise Refused("invalid_auth", f"{method} with {token[:8]}…")
        scope = METHOD_SCOPES.get(method, "")
        if scope and scope not in self.scopes:
            raise Refused("missing_scope", scope)
        handler = getattr(self, "_do_" + method.replace(".", "_"), None)
        if handler is None:
            raise Refused("unknown_method", method)
        return {"ok": True, **handler(body)}

    def _do_auth_test(self, _: dict[str, Any]) -> dict[str, Any]:
        return {"team_id": TEAM, "team": "Double", "user_id": ME, "user": "embodied", "bot_id": MY_BOT}

    def _do_apps_connections_open(self, _: dict[str, Any]) -> dict[str, Any]:
        ticket = secrets.token_hex(8)
        self._tickets.add(ticket)
        return {"url": f"ws://{self._base}/link?ticket={ticket}"}

    def _do_chat_postMessage(self, body: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 - named as the method is
        channel = str(body["channel"])
        self._let_in(channel)
        self._let_in(f"{channel}/{body.get('thread_ts')}")
        if channel.startswith("U"):
            channel = f"D-{channel}"
        elif channel not in self.channels:
            raise Refused("not_in_channel", channel)
        self._check(body)
        if "metadata" in body:
            _check_metadata(body["metadata"])
        return {"channel": channel, "ts": self._keep("chat.postMessage", channel, "", body)}

    def _do_conversations_open(self, body: dict[str, Any]) -> dict[str, Any]:
        user = str(body["users"])
        self._let_in(user)
        self.channels.add(f"D-{user}")
        return {"channel": {"id": f"D-{user}"}}

    def _do_conversations_history(self, body: dict[str, Any]) -> dict[str, Any]:
        """The newest first, those in threads and those that only one person saw left out."""
        return self._messages(body, "")

    def _do_conversations_replies(self, body: dict[str, Any]) -> dict[str, Any]:
        """The replies of a thread."""
        thread = str(body["ts"])
        self._let_in(f"{body['channel']}/{thread}")
        return self._messages(body, thread)

    def _messages(self, body: dict[str, Any], thread: str) -> dict[str, Any]:
        """A page of them; metadata for who asks for it alone."""
        channel = str(body["channel"])
        self._let_in(channel)
        if channel not in self.channels:
            raise Refused("channel_not_found", channel)
        whole = [
            posted for posted in reversed(self.posted)
            if posted.channel == channel and not posted.user and posted.thread == thread
            and float(posted.ts) >= float(body.get("oldest") or 0)
        ]  # fmt: skip
        start = int(body.get("cursor") or 0)
        end = start + min(int(body.get("limit") or 100), self.answer_at_once)
        shown = []
        for posted in whole[start:end]:
            message = {"type": "message", "user": ME, "bot_id": MY_BOT, "ts": posted.ts, "text": posted.text}
            if str(body.get("include_all_metadata")).lower() in ("true", "1") and "metadata" in posted.body:
                message["metadata"] = posted.body["metadata"]
            shown.append(message)
        more = {"response_metadata": {"next_cursor": str(end)}} if end < len(whole) else {}
        return {"messages": shown, "has_more": bool(more), **more}

    def _let_in(self, place: str) -> None:
        denied = self.denied.get("*") or self.denied.get(place)
        if denied:
            raise Refused(denied, place)

    def _do_chat_postEphemeral(self, body: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 - named as the method is
        if body["channel"] not in self.channels:
            raise Refused("channel_not_found", body["channel"])
        if {"unfurl_links", "unfurl_media"} & set(body):
            raise Refused("invalid_arguments", "chat.postEphemeral unfolds nothing")
        self._check(body)
        return {"message_ts": self._keep("chat.postEphemeral", body["channel"], body["user"], body)}

    def _do_users_info(self, body: dict[str, Any]) -> dict[str, Any]:
        user = body["user"]
        zone = {"tz": self.zones[user]} if user in self.zones else {}
        return {"user": {"id": user, "is_admin": user in self.admins, "is_bot": False, **zone}}

    def _do_views_publish(self, body: dict[str, Any]) -> dict[str, Any]:
        view = body["view"] if isinstance(body["view"], dict) else json.loads(body["view"])
        check_view(view)
        self.views[body["user_id"]] = view
        return {"view": view}

    def attach(self, name: str, data: bytes, **told: Any) -> dict[str, Any]:
        """Somebody attaches a file: how it stands in the message."""
        id_ = f"F{next(self._numbers):04d}"
        url = f"http://{self._base}/files-pri/{id_}/{name}"
        self.attached[id_] = {
            "id": id_, "name": name, "mimetype": "text/plain", "size": len(data), "url_private_download": url,
            "content": data,
        } | told  # fmt: skip
        return {key: value for key, value in self.attached[id_].items() if key not in _SERVED}

    def _do_files_info(self, body: dict[str, Any]) -> dict[str, Any]:
        told = self.attached.get(str(body["file"]))
        if told is None:
            raise Refused("file_not_found", str(body["file"]))
        return {"file": {key: value for key, value in told.items() if key not in _SERVED}}

    def _do_files_getUploadURLExternal(self, body: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 - named as the method is
        file = f"F{next(self._numbers)}"
        return {"file_id": file, "upload_url": f"http://{self._base}/upload/{file}"}

    def _do_files_completeUploadExternal(self, body: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 - named as the method is
        files = body["files"] if isinstance(body["files"], list) else json.loads(body["files"])
        if any(file["id"] not in self.files for file in files) or body["channel_id"] not in self.channels:
            raise Refused("file_not_found", str(files))
        return {"files": files}

    def _do_assistant_threads_setStatus(self, body: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 - named as the method is
        return {}

    def _do_assistant_threads_setSuggestedPrompts(self, body: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 - as above
        prompts = body["prompts"] if isinstance(body["prompts"], list) else json.loads(body["prompts"])
        if not 1 <= len(prompts) <= 4 or any(not prompt["title"] or not prompt["message"] for prompt in prompts):
            raise Refused("invalid_arguments", "prompts")
        return {}

    # Socket Mode

    async def _link(self, request: web.Request) -> web.StreamResponse:
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            return web.Response(status=408, text="the ticket was used before")
        self._tickets.discard(ticket)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        if self.greetings:
            await socket.send_json({"type": "disconnect", "reason": self.greetings.pop(0)})
        else:
            await socket.send_json({"type": "hello", "num_connections": 1, "connection_info": {"app_id": "A0DOUBLE"}})
        self.sockets.append(socket)
        await self._note(self._count)
        async for frame in socket:
            if frame.type is not WSMsgType.TEXT:
                continue
            ack = json.loads(frame.data)
            sent = self._unacked.pop(ack["envelope_id"], None)
            if sent is None:
                self.refused.append(f"an acknowledgement of nothing: {ack}")
                continue
            payload = ack.get("payload") or {}
            if payload and not sent.envelope["accepts_response_payload"]:
                self.refused.append(f"an acknowledgement with a payload that nobody wants: {payload}")
            if "options" in payload:
                check_options(payload)
            sent.ack_at = time.perf_counter()
            if not sent.acked.done():
                sent.acked.set_result(payload)
        self.sockets.remove(socket)
        await self._note(lambda: None)
        return socket

    # response_url and files

    async def _hook(self, request: web.Request) -> web.Response:
        hook = self._hooks.get(request.match_info["hook"])
        body = await request.json()
        if hook is None or self.now() - hook.born > 30 * 60:
            return web.json_response({"ok": False, "error": "expired_url"}, status=404)
        if hook.uses >= 5:
            return web.json_response({"ok": False, "error": "used_url"}, status=404)
        hook.uses += 1
        if body.get("delete_original"):
            await self._note(lambda: self.deleted.append(request.match_info["hook"]))
            return web.Response(text="ok")
        if body.get("response_type") not in ("ephemeral", "in_channel") or body.get("replace_original") is not False:
            self.refused.append(f"a response that does not say for whom, or that takes the place of another: {body}")
        try:
            self._check(body)
        except Refused as refusal:
            self.refused.append(str(refusal))
            return web.json_response({"ok": False, "error": refusal.error}, status=400)
        user = hook.user if body["response_type"] == "ephemeral" else ""
        await self._note(lambda: self._keep("response_url", hook.channel, user, body))
        return web.Response(text="ok")

    async def _download(self, request: web.Request) -> web.Response:
        told = self.attached[request.match_info["file"]]
        await self._note(lambda: self.calls.append(Call("download", {"id": request.match_info["file"]})))
        if request.headers.get("Authorization") != f"Bearer {BOT_TOKEN}":
            return web.Response(status=302, headers={"Location": "/login"})
        if "location" in told:
            return web.Response(status=302, headers={"Location": told["location"]})
        return web.Response(body=told["content"], content_type=told.get("served_as", told["mimetype"]))

    async def _upload(self, request: web.Request) -> web.Response:
        content = await request.read()
        await self._note(lambda: self.files.update({request.match_info["file"]: content}))
        return web.Response(text=f"OK - {len(content)}")

    def _check(self, body: dict[str, Any]) -> None:
        if self.refuse_tables and any(block["type"] == "table" for block in body.get("blocks", [])):
            raise Refused("invalid_blocks", "this workspace has no tables")
        check_message(body)

    def _keep(self, by: str, channel: str, user: str, body: dict[str, Any]) -> str:
        ts = f"{int(self.clock())}.{next(self._numbers):06d}"
        thread = str(body.get("thread_ts") or "")
        self.posted.append(Posted(by, channel, user, thread, body, time.perf_counter(), ts))
        return ts

    def _count(self) -> None:
        self.opened += 1

    async def _note(self, change: Callable[[], Any]) -> None:
        async with self._changed:
            change()
            self._changed.notify_all()


def _check_metadata(metadata: dict[str, Any]) -> None:
    if set(metadata) != {"event_type", "event_payload"} or not isinstance(metadata["event_payload"], dict):
        raise Refused("invalid_metadata_format", str(metadata))
    if len(json.dumps(metadata)) > 16_000:
        raise Refused("metadata_too_large", "16 kB at the most")


async def _body(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return dict(await request.json())
    fields: dict[str, Any] = {**request.query, **(await request.post())}
    return {key: json.loads(value) if str(value)[:1] in "[{" else value for key, value in fields.items()}
