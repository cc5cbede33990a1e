from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from tests.intake.pages import Names, Site


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    found = Site()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", found.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    listening = web.TCPSite(runner, "127.0.0.1", 0)
    await listening.start()
    found.port = runner.addresses[0][1]
    found.names = Names({f"{name}.example.com": ["127.0.0.1"] for name in ("news", "wire", "other")})
    yield found
    await runner.cleanup()
