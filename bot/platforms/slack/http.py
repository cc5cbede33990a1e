"""HTTP mode: Slack sends everything to one address, signed; answers to it are the acknowledgements."""

from __future__ import annotations

import asyncio
import logging
import re

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp

from bot.platforms.shared.platform import Unusable
from bot.platforms.slack.manifest import PATH

log = logging.getLogger(__name__)

_LARGEST = 1024 * 1024
_TIMESTAMP = re.compile(r"\d{1,12}")
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}")


class HttpMode:
    """A small server for a reverse proxy to pass requests on to."""

    def __init__(self, app: AsyncApp, host: str, port: int) -> None:
        self._app = app
        self._host = host
        self._port = port
        self.address: tuple[str, int] | None = None
        """Where it listens, while it does."""
        self.connected = asyncio.Event()

    async def run(self, stop: asyncio.Event) -> None:
        """Serves until `stop`; Unusable where the address is taken."""
        server = web.Application(client_max_size=_LARGEST)
        server.add_routes([web.post(PATH, self._take), web.get("/healthz", self._well)])
        runner = web.AppRunner(server, access_log=None, shutdown_timeout=2.0)
        await runner.setup()
        try:
            site = web.TCPSite(runner, self._host, self._port)
            try:
                await site.start()
            except OSError as error:
                where = f"{self._host}:{self._port}"
                raise Unusable(
                    f"nothing can listen on {where} ({error.strerror}): set BOT_SLACK_LISTEN to another address"
                ) from error
            host, port = runner.addresses[0][:2]
            self.address = (str(host), int(port))
            self.connected.set()
            log.info("listening for Slack on http://%s:%s%s", host, port, PATH)
            await stop.wait()
        finally:
            self.connected.clear()
            await runner.cleanup()

    async def _take(self, request: web.Request) -> web.Response:
        timestamp = request.headers.get("X-Slack-Request-Timestamp", "")
        signature = request.headers.get("X-Slack-Signature", "")
        # The library reads both as they are and would fail where they are neither.
        if not _TIMESTAMP.fullmatch(timestamp) or not _SIGNATURE.fullmatch(signature):
            return web.Response(status=401, text="not signed by Slack")
        try:
            asked = await to_bolt_request(request)
        except (UnicodeDecodeError, LookupError, ValueError):
            return web.Response(status=400, text="neither JSON nor a form in UTF-8")
        return await to_aiohttp_response(await self._app.async_dispatch(asked))

    @staticmethod
    async def _well(_: web.Request) -> web.Response:
        return web.Response(text="ok")
