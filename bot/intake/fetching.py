"""Fetches a page or a feed from the public web, and from nowhere else.

Every hop is looked up first, every address it has is checked, and the connection is made to a checked address: a name
that answers differently the second time gains nothing.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import Message
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from bot import __version__
from bot.intake.addresses import PORTS, Allowance, Target, checked, literal, target
from bot.intake.errors import Refused, Unreachable
from bot.intake.robots import Robots
from bot.intake.unpacking import ENCODINGS, Body

Resolver = Callable[[str, int], Awaitable[Sequence[str]]]
"""The addresses of a host; OSError where it has none."""

AGENT = "embodied-landscape-bot"
PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown"})
FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"})
_MOST_HOPS = 5
_MOST_BYTES = 5_000_000
_SECONDS = 15.0
_ROBOTS_BYTES = 500_000
_STEP = 65_536
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LONGEST_WAIT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back: `url` after redirects, the body unpacked, the character set as the server named it."""

    url: str
    content_type: str
    body: bytes
    encoding: str = ""
    etag: str = ""
    modified: str = ""
    unchanged: bool = False
    """Whether the server says that nothing changed since the `etag` or `modified` it was asked with."""


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    headers: Mapping[str, str]
    body: bytes


async def system_resolver(host: str, port: int) -> Sequence[str]:
    """The addresses of a host as the system knows them."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


class Fetcher:
    """Fetches under one set of limits. `also` is for servers of tests alone (see `Allowance`)."""

    def __init__(
        self,
        resolver: Resolver = system_resolver,
        *,
        ports: Collection[int] = PORTS,
        seconds: float = _SECONDS,
        most_bytes: int = _MOST_BYTES,
        also: Collection[Allowance] = (),
        robots: Robots | None = None,
    ) -> None:
        self._resolver = resolver
        self._ports = frozenset(ports)
        self._seconds = seconds
        self._most = most_bytes
        self._also = frozenset(also)
        self._robots = robots or Robots()

    async def fetch(
        self, url: str, *, accept: Collection[str] = PAGES | FEEDS, etag: str = "", modified: str = ""
    ) -> Fetched:
        """What is at an address; Refused or Unreachable say in one line why there is nothing."""
        asked = {"If-None-Match": etag, "If-Modified-Since": modified}
        try:
            async with asyncio.timeout(self._seconds):
                return await self._followed(url, accept, {name: value for name, value in asked.items() if value})
        except TimeoutError:
            raise Unreachable(f"no answer within {self._seconds:g} seconds: try again later") from None

    def allowed(self, url: str) -> str:
        """The address in the form it would be fetched by; Refused where it would not be looked up even."""
        at = target(url, self._ports)
        if literal(at.host):
            checked(at.host, at.port, (at.host,), self._also)
        return at.url

    async def _followed(self, url: str, accept: Collection[str], asked: Mapping[str, str]) -> Fetched:
        at = target(url, self._ports)
        for _ in range(_MOST_HOPS + 1):
            addresses = await self._addresses(at)
            if not (await self._rules(at, addresses)).can_fetch(AGENT, at.url):
                raise Refused(f"{at.host} asks robots not to fetch this page (robots.txt)")
            reply = await self._get(at, addresses, accept, asked, self._most)
            if reply.status in _REDIRECTS:
                at = self._next(at, reply)
                continue
            return _fetched(at, reply, accept)
        raise Refused(f"more than {_MOST_HOPS} redirects")

    def _next(self, at: Target, reply: _Reply) -> Target:
        where = reply.headers.get("Location", "")
        if not where:
            raise Unreachable(f"{at.host} redirects, but not to any place")
        try:
            return target(urljoin(at.url, where), self._ports)
        except ValueError:
            raise Refused(f"{at.host} redirects to what is no web address") from None

    async def _addresses(self, at: Target) -> tuple[str, ...]:
        if literal(at.host):
            return checked(at.host, at.port, (at.host,), self._also)
        try:
            found = await self._resolver(at.host, at.port)
        except (OSError, UnicodeError):
            raise Unreachable(f"{at.host} is not known: check the address") from None
        return checked(at.host, at.port, found, self._also)

    async def _rules(self, at: Target, addresses: tuple[str, ...]) -> RobotFileParser:
        if (known := self._robots.known(at.site)) is not None:
            return known
        here = Target(at.scheme, at.host, at.port, "/robots.txt")
        for _ in range(_MOST_HOPS + 1):
            reply = await self._get(here, addresses, None, {}, _ROBOTS_BYTES)
            if reply.status in _REDIRECTS:
                here = self._next(here, reply)
                addresses = await self._addresses(here)
                continue
            if reply.status == 429 or reply.status >= 500:
                raise Unreachable(f"{at.host} cannot say what robots may fetch ({reply.status}): try again later")
            # As RFC 9309 has it: a site without rules, or one that keeps them to itself, allows everything.
            return self._robots.keep(at.site, reply.body.decode("utf-8", "replace") if reply.status == 200 else "")
        return self._robots.keep(at.site, "")

    async def _get(
        self,
        at: Target,
        addresses: tuple[str, ...],
        accept: Collection[str] | None,
        asked: Mapping[str, str],
        most: int,
    ) -> _Reply:
        """One request to one of the addresses. The body is read only where it is wanted."""
        headers = {
            "User-Agent": f"{AGENT}/{__version__}",
            "Accept": ", ".join([*sorted(accept or ("text/plain",)), "*/*;q=0.1"]),
            "Accept-Encoding": ENCODINGS,
            **asked,
        }
        connector = aiohttp.TCPConnector(resolver=_Pinned(at.host, addresses), use_dns_cache=False, force_close=True)
        try:
            async with (
                aiohttp.ClientSession(
                    connector=connector, cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=False
                ) as session,
                session.get(URL(at.url, encoded=True), headers=headers, allow_redirects=False) as response,
            ):
                body = b""
                kind = _content_type(response.headers)[0]
                if response.status == 200 and (accept is None or kind in accept):
                    body = await _read(response, most)
                return _Reply(response.status, response.headers.copy(), body)
        except aiohttp.ClientConnectorCertificateError:
            raise Unreachable(f"{at.host} shows no valid certificate") from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            if isinstance(error, TimeoutError):
                raise
            raise Unreachable(f"{at.host} does not answer as a web server should: try again later") from error


class _Pinned(AbstractResolver):
    """Knows one host, by the addresses that were checked."""

    def __init__(self, host: str, addresses: tuple[str, ...]) -> None:
        self._host = host
        self._addresses = addresses

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        if host != self._host:
            raise OSError(f"{host} was not checked")
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=socket.IPPROTO_TCP,
                flags=socket.AI_NUMERICHOST,
            )
            for address in self._addresses
        ]

    async def close(self) -> None:
        """There is nothing to close."""


async def safe_fetch(
    url: str,
    resolver: Resolver = system_resolver,
    *,
    ports: Collection[int] = PORTS,
    also: Collection[Allowance] = (),
) -> Fetched:
    """What is at one address; see `Fetcher`."""
    return await Fetcher(resolver, ports=ports, also=also).fetch(url)


async def _read(response: aiohttp.ClientResponse, most: int) -> bytes:
    body = Body(response.headers.get("Content-Encoding", ""), most)
    if response.content_length is not None and response.content_length > most:
        raise Refused(f"larger than {most / 1_000_000:g} MB")
    async for part in response.content.iter_chunked(_STEP):
        body.feed(part)
    return body.whole()


def _fetched(at: Target, reply: _Reply, accept: Collection[str]) -> Fetched:
    kind, charset = _content_type(reply.headers)
    etag, modified = reply.headers.get("ETag", "")[:500], reply.headers.get("Last-Modified", "")[:100]
    if reply.status == 304:
        return Fetched(at.url, kind, b"", "", etag, modified, unchanged=True)
    if reply.status in (429, 503):
        raise Unreachable(f"{at.host} asks to wait ({reply.status}): try again later", _wait(reply.headers))
    if reply.status >= 500:
        raise Unreachable(f"{at.host} has a fault of its own ({reply.status}): try again later")
    if reply.status != 200:
        raise Refused(f"{at.host} does not give this page ({reply.status}): check the address")
    if kind not in accept:
        raise Refused(f"not an article or a feed, but {kind[:60] or 'something the server does not name'}")
    return Fetched(at.url, kind, reply.body, charset, etag, modified)


def _content_type(headers: Mapping[str, str]) -> tuple[str, str]:
    """The media type and the character set of a reply, in lower case."""
    parsed = Message()
    parsed["Content-Type"] = headers.get("Content-Type", "application/octet-stream")
    return parsed.get_content_type() if "Content-Type" in headers else "", parsed.get_content_charset("") or ""


def _wait(headers: Mapping[str, str]) -> timedelta | None:
    """How long `Retry-After` asks to wait, a day at most."""
    told = headers.get("Retry-After", "").strip()
    try:
        wait = timedelta(seconds=int(told)) if told.isdigit() else parsedate_to_datetime(told) - datetime.now(UTC)
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(wait, timedelta()), _LONGEST_WAIT)
