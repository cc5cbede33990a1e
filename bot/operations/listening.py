"""`/metrics` and `/healthz`, on a port of their own where one is set."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.operations.figures import CONTENT_TYPE, Figures
from bot.operations.health import Health

log = logging.getLogger(__name__)

_HERE = "127.0.0.1"


class NotListening(ValueError):  # noqa: N818 - reads as a sentence where it is raised
    """The address cannot be listened on; the message is one line that says why."""


def address(text: str) -> tuple[str, int]:
    """`9464` is that port of this machine alone, `0.0.0.0:9464` of all its addresses; ValueError for anything else."""
    host, _, port = text.strip().rpartition(":")
    if not port.isdecimal() or not port.isascii() or int(port) > 65535:
        raise ValueError("has to be a port such as 9464, or an address such as 127.0.0.1:9464")
    return host.strip("[]") or _HERE, int(port)


@asynccontextmanager
async def listening(where: str, figures: Figures, health: Health) -> AsyncIterator[tuple[str, int]]:
    """Serves both until the end, and gives the address; NotListening where it is taken."""

    async def metrics(_: web.Request) -> web.Response:
        body = await asyncio.to_thread(figures.text)
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE})

    async def healthz(_: web.Request) -> web.Response:
        told = await asyncio.to_thread(health.look)
        return web.json_response(told, status=200 if told["ok"] else 503)

    server = web.Application(client_max_size=1024)
    server.add_routes([web.get("/metrics", metrics), web.get("/healthz", healthz)])
    try:
        host, port = address(where)
    except ValueError as error:
        raise NotListening(f"BOT_METRICS_LISTEN is {where}: it {error}") from None
    runner = web.AppRunner(server, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except (OSError, UnicodeError) as error:
            why = error.strerror if isinstance(error, OSError) else "that is no host"
            raise NotListening(
                f"nothing can listen on {host}:{port} ({why}): set BOT_METRICS_LISTEN to another address"
            ) from None
        at = runner.addresses[0]
        log.info("metrics and health on http://%s:%s", at[0], at[1])
        yield str(at[0]), int(at[1])
    finally:
        await runner.cleanup()
