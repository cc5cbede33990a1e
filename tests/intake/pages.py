"""A site on the loopback, and a resolver that knows where names lead in tests."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from aiohttp import web

from bot.intake.fetching import Fetcher

Page = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Names:
    """A resolver: host → addresses, or a list of answers of which each look-up takes the next."""

    def __init__(self, known: Mapping[str, Sequence[str] | list[list[str]]] | None = None) -> None:
        self.known = dict(known or {})
        self.asked: list[str] = []

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        if host not in self.known:
            raise OSError("no such host")
        answers = self.known[host]
        if answers and isinstance(answers[0], list):
            return answers.pop(0) if len(answers) > 1 else answers[0]  # type: ignore[union-attr, return-value]
        return answers  # type: ignore[return-value]


@dataclass
class Site:
    """Pages by path; what was asked for is noted. Named news.example.com, wire.example.com and so on."""

    pages: dict[str, Page] = field(default_factory=dict)
    requests: list[web.Request] = field(default_factory=list)
    port: int = 0
    names: Names = field(default_factory=Names)

    def url(self, path: str, host: str = "news.example.com") -> str:
        return f"http://{host}:{self.port}{path}"

    def fetcher(self, seconds: float = 10.0, most_bytes: int = 5_000_000) -> Fetcher:
        """A fetcher that may connect to this site although it is on the loopback, and to no other place there."""
        return Fetcher(
            self.names,
            ports={80, 443, self.port},
            also={("127.0.0.1", self.port)},
            seconds=seconds,
            most_bytes=most_bytes,
        )

    def paths(self) -> list[str]:
        """What was asked for, robots.txt aside."""
        return [r.path for r in self.requests if r.path != "/robots.txt"]

    def text(self, path: str, body: str | bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        """A page that says the same to everybody."""
        data = body.encode() if isinstance(body, str) else body

        async def page(request: web.Request) -> web.StreamResponse:
            return web.Response(body=data, headers={"Content-Type": kind, **headers})

        self.pages[path] = page

    def status(self, path: str, status: int, **headers: str) -> None:
        async def page(request: web.Request) -> web.StreamResponse:
            return web.Response(status=status, headers=headers)

        self.pages[path] = page

    def redirect(self, path: str, to: str, status: int = 302) -> None:
        self.status(path, status, Location=to)

    def silent(self, path: str) -> None:
        """A page that never comes."""

        async def page(request: web.Request) -> web.StreamResponse:
            await asyncio.Event().wait()
            raise AssertionError

        self.pages[path] = page

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.requests.append(request)
        page = self.pages.get(request.path)
        return await page(request) if page else web.Response(status=404)
