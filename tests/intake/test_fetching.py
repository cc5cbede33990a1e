"""What is fetched, how much of it, how long it may take, and what robots are asked to leave."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from datetime import timedelta

import pytest
from aiohttp import web

from bot.intake.errors import Refused, Unreachable
from bot.intake.robots import Robots
from bot.intake.unpacking import Body
from tests.intake.pages import Site


async def test_a_page(site: Site) -> None:
    site.text("/a", "<p>hello</p>", ETag='"1"', **{"Last-Modified": "Tue, 04 Mar 2025 09:00:00 GMT"})
    fetched = await site.fetcher().fetch(site.url("/a"))
    assert (fetched.body, fetched.content_type, fetched.encoding) == (b"<p>hello</p>", "text/html", "utf-8")
    assert (fetched.url, fetched.etag, fetched.modified) == (
        site.url("/a"),
        '"1"',
        "Tue, 04 Mar 2025 09:00:00 GMT",
    )
    assert site.requests[-1].headers["User-Agent"].startswith("embodied-landscape-bot/")
    assert "Cookie" not in site.requests[-1].headers


async def test_a_page_that_did_not_change(site: Site) -> None:
    async def page(request: web.Request) -> web.StreamResponse:
        assert request.headers["If-None-Match"] == '"1"'
        assert request.headers["If-Modified-Since"] == "then"
        return web.Response(status=304)

    site.pages["/a"] = page
    fetched = await site.fetcher().fetch(site.url("/a"), etag='"1"', modified="then")
    assert fetched.unchanged
    assert fetched.body == b""


async def test_redirects_are_followed_as_far_as_five(site: Site) -> None:
    for step in range(5):
        site.redirect(f"/{step}", f"{step + 1}" if step % 2 else site.url(f"/{step + 1}", "wire.example.com"))
    site.text("/5", "<p>here</p>")
    fetched = await site.fetcher().fetch(site.url("/0"))
    assert fetched.body == b"<p>here</p>"
    assert fetched.url == site.url("/5", "wire.example.com")
    site.redirect("/5", "/6")
    with pytest.raises(Refused, match="more than 5 redirects"):
        await site.fetcher().fetch(site.url("/0"))
    assert "/6" not in site.paths()


async def test_a_redirect_to_nowhere(site: Site) -> None:
    site.status("/a", 302)
    with pytest.raises(Unreachable, match="not to any place"):
        await site.fetcher().fetch(site.url("/a"))


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "application/zip", "application/json", "text/css"])
async def test_only_articles_and_feeds(kind: str, site: Site) -> None:
    site.text("/a", "x" * 100, kind)
    with pytest.raises(Refused, match=kind):
        await site.fetcher().fetch(site.url("/a"))


@pytest.mark.parametrize(
    "kind", ["text/html", "TEXT/HTML; Charset=GBK", "application/xhtml+xml", "text/plain", "text/markdown",
             "application/rss+xml", "application/atom+xml", "application/xml", "text/xml"],
)  # fmt: skip
async def test_kinds_that_are_taken(kind: str, site: Site) -> None:
    site.text("/a", "x", kind)
    fetched = await site.fetcher().fetch(site.url("/a"))
    assert fetched.content_type == kind.partition(";")[0].lower()
    assert fetched.encoding == ("gbk" if "GBK" in kind else "")


@pytest.mark.parametrize(
    ("status", "kind", "told"),
    [
        (404, Refused, "404"),
        (403, Refused, "403"),
        (500, Unreachable, "500"),
        (503, Unreachable, "503"),
        (429, Unreachable, "429"),
        (204, Refused, "204"),
    ],
)
async def test_other_answers(status: int, kind: type[Exception], told: str, site: Site) -> None:
    site.status("/a", status)
    with pytest.raises(kind, match=told):
        await site.fetcher().fetch(site.url("/a"))


@pytest.mark.parametrize(
    ("header", "wait"), [("120", timedelta(minutes=2)), ("9999999", timedelta(days=1)), ("soon", None), ("", None)]
)
async def test_a_site_may_ask_to_wait(header: str, wait: timedelta | None, site: Site) -> None:
    site.status("/a", 429, **{"Retry-After": header})
    with pytest.raises(Unreachable) as error:
        await site.fetcher().fetch(site.url("/a"))
    assert error.value.after == wait


async def test_a_large_page_is_refused_by_its_length(site: Site) -> None:
    site.text("/a", "x" * 1001)
    with pytest.raises(Refused, match=r"larger than 0\.001 MB"):
        await site.fetcher(most_bytes=1000).fetch(site.url("/a"))
    site.text("/a", "x" * 1000)
    assert len((await site.fetcher(most_bytes=1000).fetch(site.url("/a"))).body) == 1000


async def test_an_endless_page_is_left(site: Site) -> None:
    sent = 0

    async def page(request: web.Request) -> web.StreamResponse:
        nonlocal sent
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        while True:
            await response.write(b"x" * 10_000)
            sent += 10_000

    site.pages["/a"] = page
    with pytest.raises(Refused, match="larger"):
        await site.fetcher(most_bytes=100_000).fetch(site.url("/a"))
    assert sent < 20_000_000


async def test_a_bomb_is_stopped(site: Site) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000, mtime=0)
    assert len(bomb) < 100_000
    site.text("/a", bomb, **{"Content-Encoding": "gzip"})
    with pytest.raises(Refused, match="larger than 5 MB"):
        await site.fetcher().fetch(site.url("/a"))


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("gzip", gzip.compress(b"hello", mtime=0)),
        ("deflate", zlib.compress(b"hello")),
        ("deflate", zlib.compressobj(wbits=-15).compress(b"") + zlib.compress(b"hello", wbits=-15)),
        ("identity", b"hello"),
    ],
)
async def test_packed_pages(encoding: str, data: bytes, site: Site) -> None:
    site.text("/a", data, **{"Content-Encoding": encoding})
    assert (await site.fetcher().fetch(site.url("/a"))).body == b"hello"


def test_a_body_fed_byte_by_byte() -> None:
    text = bytes(range(256)) * 500
    for encoding, data in (("gzip", gzip.compress(text, mtime=0)), ("deflate", zlib.compress(text)), ("", text)):
        body = Body(encoding, len(text))
        for at in range(0, len(data), 7):
            body.feed(data[at : at + 7])
        assert body.whole() == text


def test_never_more_than_a_step_beyond_the_limit_is_unpacked() -> None:
    body = Body("gzip", 1000)
    with pytest.raises(Refused):
        body.feed(gzip.compress(b"\0" * 100_000_000, mtime=0))
    assert sum(map(len, body._parts)) <= 1000


@pytest.mark.parametrize(
    ("encoding", "data", "kind", "told"),
    [
        ("br", b"x", Refused, "packed in a way"),
        ("gzip, gzip", b"x", Refused, "packed in a way"),
        ("gzip", b"no gzip", Unreachable, "damaged"),
        ("gzip", gzip.compress(b"hello" * 9999, mtime=0)[:-20], Unreachable, "cut short"),
    ],
)
async def test_badly_packed_pages(encoding: str, data: bytes, kind: type[Exception], told: str, site: Site) -> None:
    site.text("/a", data, **{"Content-Encoding": encoding})
    with pytest.raises(kind, match=told):
        await site.fetcher().fetch(site.url("/a"))


async def test_time_runs_out(site: Site) -> None:
    site.silent("/a")
    with pytest.raises(Unreachable, match="no answer within"):
        await site.fetcher(seconds=0.2).fetch(site.url("/a"))


async def test_time_runs_out_over_redirects_and_robots_too(site: Site) -> None:
    site.redirect("/a", "/b")
    site.silent("/robots.txt")
    with pytest.raises(Unreachable, match="no answer within"):
        await site.fetcher(seconds=0.2).fetch(site.url("/a"))
    assert site.paths() == []


async def test_a_resolver_that_hangs(site: Site) -> None:
    async def never(host: str, port: int) -> list[str]:
        await asyncio.Event().wait()
        raise AssertionError

    site.names = never  # type: ignore[assignment]
    with pytest.raises(Unreachable, match="no answer within"):
        await site.fetcher(seconds=0.1).fetch(site.url("/a"))


async def test_what_is_no_web_server(site: Site) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail.example.com ESMTP\r\n\r\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    async with server:
        site.port = server.sockets[0].getsockname()[1]
        with pytest.raises(Unreachable, match="not answer as a web server"):
            await site.fetcher().fetch(site.url("/a"))
    with pytest.raises(Unreachable, match="not answer as a web server"):
        await site.fetcher().fetch(site.url("/a"))


async def test_what_does_not_speak_tls(site: Site) -> None:
    with pytest.raises(Unreachable, match="not answer as a web server"):
        await site.fetcher().fetch(site.url("/a").replace("http:", "https:"))
    assert site.requests == []


async def test_robots_are_honoured_and_asked_for_once(site: Site) -> None:
    site.text("/robots.txt", "User-agent: *\nDisallow: /private/\n", "text/plain")
    for path in ("/a", "/b", "/private/c"):
        site.text(path, "<p>hello</p>")
    fetcher = site.fetcher()
    await fetcher.fetch(site.url("/a"))
    await fetcher.fetch(site.url("/b"))
    with pytest.raises(Refused, match="asks robots not to fetch"):
        await fetcher.fetch(site.url("/private/c"))
    assert [request.path for request in site.requests] == ["/robots.txt", "/a", "/b"]


async def test_robots_of_the_site_that_a_redirect_leads_to(site: Site) -> None:
    async def rules(request: web.Request) -> web.StreamResponse:
        shut = request.host.startswith("wire")
        return web.Response(text="User-agent: embodied-landscape-bot\nDisallow: /\n" if shut else "")

    site.pages["/robots.txt"] = rules
    site.redirect("/a", site.url("/b", "wire.example.com"))
    site.text("/b", "<p>hello</p>")
    with pytest.raises(Refused, match=r"wire\.example\.com asks robots"):
        await site.fetcher().fetch(site.url("/a"))
    assert site.paths() == ["/a"]


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False), (503, False), (429, False)])
async def test_robots_that_cannot_be_read(status: int, allowed: bool, site: Site) -> None:
    site.status("/robots.txt", status)
    site.text("/a", "<p>hello</p>")
    if allowed:
        assert (await site.fetcher().fetch(site.url("/a"))).body
    else:
        with pytest.raises(Unreachable, match="cannot say what robots"):
            await site.fetcher().fetch(site.url("/a"))


async def test_robots_are_fetched_as_safely(site: Site) -> None:
    site.redirect("/robots.txt", "http://169.254.169.254/latest/")
    site.text("/a", "<p>hello</p>")
    with pytest.raises(Refused, match="link-local"):
        await site.fetcher().fetch(site.url("/a"))
    assert site.paths() == []


def test_robots_are_forgotten_after_an_hour_and_not_without_end() -> None:
    now = 0.0
    robots = Robots(lambda: now)
    for number in range(501):
        robots.keep(f"https://{number}.example.com", "")
    assert robots.known("https://0.example.com") is None
    assert robots.known("https://1.example.com") is not None
    now = 3601.0
    assert robots.known("https://1.example.com") is None


def test_robots_written_badly() -> None:
    rules = Robots().keep("https://a.example.com", "\ufeffUser-agent: *\nDisallow: http://[\n:::\nDisallow: /b\n")
    assert rules.can_fetch("embodied-landscape-bot", "https://a.example.com/a")
    assert not rules.can_fetch("embodied-landscape-bot", "https://a.example.com/b")
