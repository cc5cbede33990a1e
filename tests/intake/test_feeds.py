"""Feeds: what is taken, what is left, what is asked for again and when."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web

from bot.articles import UnreadableArticle, read_article
from bot.intake.feeds import Arrival, Feeds
from bot.intake.feeds_file import Feed
from bot.intake.preview import Shelf
from bot.previewing.feed import parsed
from bot.state import State
from tests.intake.near import NearReader
from tests.intake.pages import Site
from tests.intake.socket_guard import connections
from tests.intake.texts import QUILLON, TAMSIN, page, rss

WHOLE = "".join(f"<p>{text}</p>" for text in (*QUILLON, *TAMSIN, " ".join(TAMSIN[1:])))
START = datetime(2025, 3, 4, 12, tzinfo=UTC)


class Bench:
    """One feed of a site, with the folder that its articles go to and a clock that is set by hand."""

    def __init__(self, site: Site, state: State, folder: Path) -> None:
        self.site, self.state, self.folder = site, state, folder
        self.reader = NearReader()
        self.now = START
        self.feed = Feed(site.url("/feed"))

    @property
    def feeds(self) -> Feeds:
        shelf = Shelf(self.folder / "no.db")
        return Feeds([self.feed], self.site.fetcher(), self.reader, self.state, self.folder, shelf, lambda: self.now)

    async def poll(self, later: timedelta = timedelta()) -> list[Arrival]:
        self.now += later
        return await self.feeds.poll()

    def files(self) -> list[str]:
        return sorted(file.name for file in self.folder.glob("*"))

    @property
    def error(self) -> str:
        return self.feeds.record(self.feed).error


@pytest.fixture
def bench(site: Site, tmp_path: Path) -> Iterator[Bench]:
    with State.open(tmp_path / "state.db") as state:
        yield Bench(site, state, tmp_path / "inbox")


def publish(site: Site, *numbers: int, summary: str = "A summary.") -> None:
    """A feed with some of the numbered articles, each on a page of its own with prose of its own."""
    items = []
    for number in numbers:
        site.text(f"/{number}", page(f"Report {number}", tuple(f"{text} {number} {number}." for text in prose(number))))
        items.append((f"id-{number}", site.url(f"/{number}"), f"Report {number}", summary))
    site.text("/feed", rss(*items), "application/rss+xml")


def prose(number: int) -> list[str]:
    words = [f"word{number}x{n}" for n in range(60)]
    return [" ".join(words[:30]), " ".join(words[30:])]


async def test_the_article_of_a_summary_is_taken_from_its_page(bench: Bench, site: Site) -> None:
    site.text("/feed", rss(("1", site.url("/q"), "Quillon raises money", "Short.")), "application/rss+xml")
    site.text("/q", page("Quillon raises money", QUILLON, "2025-03-03"))
    (arrival,) = await bench.poll()
    assert (arrival.title, arrival.url, arrival.copy_of) == ("Quillon raises money", site.url("/q"), None)
    article = read_article(arrival.file)
    assert article.text.split("\n\n") == ["Quillon raises money", *QUILLON]
    assert article.published is not None
    assert article.published.iso() == "2025-03-04"  # the feed's word goes before the page's
    assert (article.publisher, article.url) == ("Example Wire", site.url("/q"))


async def test_an_article_that_the_feed_holds_is_not_fetched(bench: Bench, site: Site) -> None:
    site.text("/feed", rss(("1", "/q", "Quillon raises money", WHOLE)), "application/rss+xml")
    (arrival,) = await bench.poll()
    assert site.paths() == ["/feed"]
    article = read_article(arrival.file)
    assert article.text.split("\n\n") == ["Quillon raises money", *QUILLON, *TAMSIN, " ".join(TAMSIN[1:])]
    assert article.url == site.url("/q")


async def test_atom(bench: Bench, site: Site) -> None:
    bench.feed = replace(bench.feed, name="The Wire")
    site.text(
        "/feed",
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title><entry><id>urn:1</id>"
        f"<title>Tamsin buys Orlo</title><link href='{site.url('/t')}'/><updated>2025-03-06T10:00:00Z</updated>"
        "<summary>Short.</summary></entry></feed>",
        "application/atom+xml",
    )
    site.text("/t", page("Tamsin buys Orlo", TAMSIN))
    (arrival,) = await bench.poll()
    article = read_article(arrival.file)
    assert article.publisher == "The Wire"
    assert article.published is not None
    assert article.published.iso() == "2025-03-06"


async def test_each_item_once(bench: Bench, site: Site) -> None:
    publish(site, 1, 2)
    assert len(await bench.poll()) == 2
    assert await bench.poll(timedelta(hours=2)) == []
    publish(site, 1, 2, 3)
    assert [arrival.title for arrival in await bench.poll(timedelta(hours=2))] == ["Report 3"]
    assert site.paths().count("/1") == 1


async def test_an_article_that_is_there_already_is_not_written_again(bench: Bench, site: Site, tmp_path: Path) -> None:
    publish(site, 1)
    await bench.poll()
    before = bench.files()
    with State.open(tmp_path / "another.db") as state:
        bench.state = state
        assert await bench.poll() == []
    assert bench.files() == before


async def test_only_what_changed_is_asked_for(bench: Bench, site: Site) -> None:
    asked: list[tuple[str | None, str | None]] = []

    async def feed(request: web.Request) -> web.StreamResponse:
        asked.append((request.headers.get("If-None-Match"), request.headers.get("If-Modified-Since")))
        if asked[-1][0] == '"1"':
            return web.Response(status=304)
        return web.Response(
            text=rss(), content_type="application/rss+xml", headers={"ETag": '"1"', "Last-Modified": "then"}
        )

    site.pages["/feed"] = feed
    await bench.poll()
    await bench.poll(timedelta(hours=2))
    assert asked == [(None, None), ('"1"', "then")]
    assert bench.error == ""


async def test_a_feed_is_looked_at_when_it_is_due(bench: Bench, site: Site) -> None:
    bench.feed = replace(bench.feed, minutes=30)
    publish(site)
    await bench.poll()
    await bench.poll(timedelta(minutes=29))
    assert len(site.paths()) == 1
    assert bench.feeds.next_due() == START + timedelta(minutes=30)
    await bench.poll(timedelta(minutes=1))
    assert len(site.paths()) == 2


async def test_filters(bench: Bench, site: Site) -> None:
    bench.feed = replace(bench.feed, words=("Report 2", "word3x7"), without=("never",))
    publish(site, 1, 2, 3, summary="Nothing")
    assert [arrival.title for arrival in await bench.poll()] == ["Report 2"]
    assert "/1" not in site.paths()


async def test_at_the_first_look_only_the_newest(bench: Bench, site: Site) -> None:
    bench.feed = replace(bench.feed, max_items=2)
    publish(site, 1, 2, 3, 4)
    assert [arrival.title for arrival in await bench.poll()] == ["Report 3", "Report 4"]
    assert await bench.poll(timedelta(hours=2)) == []


async def test_later_what_is_beyond_waits_for_the_next_look(bench: Bench, site: Site) -> None:
    bench.feed = replace(bench.feed, max_items=2)
    publish(site, 1)
    await bench.poll()
    publish(site, 1, 2, 3, 4)
    assert [arrival.title for arrival in await bench.poll(timedelta(hours=2))] == ["Report 3", "Report 4"]
    assert [arrival.title for arrival in await bench.poll(timedelta(hours=2))] == ["Report 2"]


async def test_a_feed_that_fails_is_asked_less_and_less(bench: Bench, site: Site) -> None:
    site.status("/feed", 500)
    pauses = []
    for _ in range(7):
        await bench.poll(bench.feeds.next_due() - bench.now)
        pauses.append((bench.feeds.next_due() - bench.now) / timedelta(hours=1))
    assert pauses == [2, 4, 8, 16, 24, 24, 24]
    assert "500" in bench.error
    publish(site, 1)
    assert len(await bench.poll(timedelta(days=1))) == 1
    assert bench.error == ""
    assert bench.feeds.next_due() == bench.now + timedelta(hours=1)


async def test_a_clock_that_ran_ahead_for_a_while_silences_no_feed(bench: Bench, site: Site) -> None:
    publish(site, 1)
    await bench.poll(timedelta(days=3650))
    publish(site, 1, 2)
    assert [arrival.title for arrival in await bench.poll(timedelta(days=-3650))] == ["Report 2"]
    publish(site, 1, 2, 3)
    assert await bench.poll(timedelta(minutes=30)) == []
    assert [arrival.title for arrival in await bench.poll(timedelta(minutes=31))] == ["Report 3"]


async def test_a_feed_may_ask_to_wait(bench: Bench, site: Site) -> None:
    site.status("/feed", 429, **{"Retry-After": "36000"})
    await bench.poll()
    assert bench.feeds.next_due() == START + timedelta(hours=10)


async def test_one_feed_costs_no_other(bench: Bench, site: Site) -> None:
    publish(site, 1)
    site.text("/broken", "<html>no feed</html>")
    feeds = [Feed(site.url("/broken")), Feed("http://news.example.com:9/feed"), bench.feed]
    reader = NearReader()
    several = Feeds(feeds, site.fetcher(), reader, bench.state, bench.folder, Shelf(bench.folder), lambda: START)
    assert len(await several.poll()) == 1
    assert "neither RSS nor Atom" in several.record(feeds[0]).error
    assert "port 9" in several.record(feeds[1]).error


async def test_an_item_that_cannot_be_had_is_tried_three_times(bench: Bench, site: Site) -> None:
    publish(site, 1, 2)
    site.status("/1", 500)
    for _ in range(5):
        await bench.poll(timedelta(hours=2))
    assert site.paths().count("/1") == 3
    assert site.paths().count("/2") == 1
    assert len(bench.files()) == 1


async def test_an_item_that_is_refused_is_tried_once(bench: Bench, site: Site) -> None:
    publish(site, 1)
    site.status("/1", 404)
    for _ in range(3):
        await bench.poll(timedelta(hours=2))
    assert site.paths().count("/1") == 1


async def test_an_item_is_asked_for_again_after_the_reader_broke_down(bench: Bench, site: Site) -> None:
    publish(site, 1)
    bench.reader.broken = True
    assert await bench.poll() == []
    bench.reader.broken = False
    assert len(await bench.poll(timedelta(hours=2))) == 1


@pytest.mark.parametrize(
    "link", ["http://169.254.169.254/", "file:///etc/passwd", "javascript:alert(1)", "http://[", ""]
)
@pytest.mark.parametrize("text", ["Short.", WHOLE], ids=["summary", "whole"])
async def test_items_that_lead_inwards(link: str, text: str, bench: Bench, site: Site) -> None:
    site.text("/feed", rss(("1", link, "Quillon", text)), "application/rss+xml")
    with connections() as attempted:
        found = await bench.poll()
    assert {address for event, address in attempted if event == "socket.connect"} == {("127.0.0.1", site.port)}
    assert found == []
    assert not bench.folder.exists()


async def test_a_copy_is_marked(bench: Bench, site: Site) -> None:
    site.text("/feed", rss(("1", site.url("/q"), "Quillon raises money", "S")), "application/rss+xml")
    site.text("/q", page("Quillon raises money", QUILLON))
    await bench.poll()
    copied = site.url("/copy", "wire.example.com")
    site.text("/feed", rss(("2", copied, "Robot firm in funds", "S")), "application/rss+xml")
    site.text("/copy", page("Robot firm in funds", ("(Example Wire) Our desk reports.", *QUILLON)))
    (arrival,) = await bench.poll(timedelta(hours=2))
    assert arrival.copy_of is not None
    assert arrival.copy_of.url == site.url("/q")
    assert f'syndicated_from: "{site.url("/q")}"' in arrival.file.read_text()


async def test_a_folder_that_cannot_be_written(bench: Bench, site: Site) -> None:
    publish(site, 1)
    bench.folder.write_text("in the way")
    assert await bench.poll() == []
    assert "cannot be written" in bench.error


async def test_runs_until_it_is_told_to_stop(bench: Bench, site: Site) -> None:
    publish(site, 1)
    stop = asyncio.Event()
    told: list[Arrival] = []

    def arrived(found: object) -> None:
        told.extend(found)  # type: ignore[arg-type]
        stop.set()

    async with asyncio.timeout(10):
        await bench.feeds.run(stop, arrived)
    assert [arrival.title for arrival in told] == ["Report 1"]


async def test_stops_while_a_site_hangs(bench: Bench, site: Site) -> None:
    hanging = asyncio.Event()

    async def page_(request: web.Request) -> web.StreamResponse:
        hanging.set()
        await asyncio.Event().wait()
        raise AssertionError

    site.pages["/feed"] = page_
    stop = asyncio.Event()
    running = asyncio.create_task(bench.feeds.run(stop))
    async with asyncio.timeout(30):
        await hanging.wait()
        stop.set()
        await running


async def test_no_feeds_is_no_work(bench: Bench, site: Site) -> None:
    none = Feeds([], site.fetcher(), bench.reader, bench.state, bench.folder, Shelf(bench.folder))
    async with asyncio.timeout(30):
        await none.run(asyncio.Event())


@pytest.mark.parametrize(
    "body",
    [
        b"<!DOCTYPE r [<!ENTITY x SYSTEM 'http://127.0.0.1:9/x'>]><rss version='2.0'><channel><title>&x;</title>"
        b"<item><guid>1</guid><title>&x;</title></item></channel></rss>",
        b"<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss version='2.0'><channel><item><guid>1</guid>"
        b"<title>&x;</title></item></channel></rss>",
        b"<?xml-stylesheet href='http://127.0.0.1:9/a.xsl'?><rss version='2.0'><channel><item><guid>1</guid>"
        b"<title>a</title></item></channel></rss>",
    ],
)
def test_a_feed_makes_the_parser_fetch_nothing(body: bytes) -> None:
    with connections() as attempted:
        found = parsed(body, "application/rss+xml", "http://news.example.com/feed")
    assert attempted == []
    assert "root:" not in str(found)


@pytest.mark.parametrize(
    "body", [b"", b"http://127.0.0.1:9/feed", b"/etc/passwd", b"<html><p>a</p></html>", b"\x00\xff"]
)
def test_what_is_no_feed(body: bytes) -> None:
    with connections() as attempted, pytest.raises(UnreadableArticle, match="neither RSS nor Atom"):
        parsed(body, "text/html", "http://news.example.com/feed")
    assert attempted == []


@pytest.mark.parametrize("day", ["0000-00-00T00:00:00Z", "0001-01-01T00:00:00+14:00"])
def test_an_item_of_a_day_that_never_was_is_one_without_a_day(day: str) -> None:
    body = f"<rss version='2.0'><channel><item><guid>1</guid><pubDate>{day}</pubDate></item></channel></rss>"
    (item,) = parsed(body.encode(), "application/rss+xml", "http://news.example.com/")["items"]
    assert item["published"] == ""


def test_entities_that_explode_are_harmless() -> None:
    bomb = "<!DOCTYPE r [<!ENTITY a0 'aaaaaaaaaa'>" + "".join(
        f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)
    )
    text = f"{bomb}]><rss version='2.0'><channel><item><guid>1</guid><title>&a11;</title></item></channel></rss>"
    assert len(str(parsed(text.encode(), "application/rss+xml", "http://news.example.com/"))) < 10_000
