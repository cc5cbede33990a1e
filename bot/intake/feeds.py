"""Reads feeds now and then, and puts what is new in them into the folder that the next build reads."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import html
import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.intake.errors import NotTaken, Refused, Unreachable
from bot.intake.feeds_file import Feed
from bot.intake.fetching import FEEDS, PAGES, Fetched, Fetcher
from bot.intake.findings import Copy, Preview
from bot.intake.items import Item
from bot.intake.preview import Shelf, accept, made, request_of
from bot.intake.reader import Reader
from bot.state import State

log = logging.getLogger(__name__)

_LONGEST_PAUSE = timedelta(days=1)
_MOST_TRIES = 3
_MOST_SEEN = 1000
_LONGEST_WAIT = 300.0


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article that came in by a feed."""

    feed: str
    title: str
    url: str
    file: Path
    copy_of: Copy | None = None


@dataclass
class Record:
    """What is kept of a feed between two looks."""

    etag: str = ""
    modified: str = ""
    due: str = ""
    """ISO; empty before the first look."""
    last: str = ""
    failures: int = 0
    error: str = ""
    """Why the last look brought nothing; empty where it did."""
    begun: bool = False
    """Whether it was read before: at the first look what is beyond `max_items` is old."""
    seen: list[str] = field(default_factory=list)
    """Marks of items that were dealt with, the latest last."""
    tries: dict[str, int] = field(default_factory=dict)
    """Marks of items that could not be had, with how often that was."""
    more: bool = False
    """Whether items were left for the next look."""


class Feeds:
    """The feeds of the settings. `poll` looks at those that are due; `run` does so until it is told to stop."""

    def __init__(
        self,
        feeds: Sequence[Feed],
        fetcher: Fetcher,
        reader: Reader,
        state: State,
        folder: Path,
        shelf: Shelf,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._feeds = tuple(feeds)
        self._fetcher = fetcher
        self._reader = reader
        self._state = state
        self._folder = folder
        self._shelf = Shelf(shelf.db, tuple(dict.fromkeys((*shelf.folders, folder))))
        self._now = now

    async def run(self, stop: asyncio.Event, arrived: Callable[[Sequence[Arrival]], None] | None = None) -> None:
        """Looks at each feed when it is due. `arrived` is told of new articles; the watched folder shows them too."""
        stopping = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set() and self._feeds:
                polling = asyncio.create_task(self.poll())
                await asyncio.wait({stopping, polling}, return_when=asyncio.FIRST_COMPLETED)
                if not polling.done():
                    polling.cancel()
                    await asyncio.gather(polling, return_exceptions=True)
                    return
                if (found := polling.result()) and arrived is not None:
                    arrived(found)
                wait = (self.next_due() - self._now()).total_seconds()
                await asyncio.wait({stopping}, timeout=min(max(wait, 1.0), _LONGEST_WAIT))
        finally:
            stopping.cancel()

    def next_due(self) -> datetime:
        """When the next feed is looked at."""
        dues = [datetime.fromisoformat(due) for feed in self._feeds if (due := self.record(feed).due)]
        return min(dues) if len(dues) == len(self._feeds) and dues else self._now()

    def record(self, feed: Feed) -> Record:
        """What is known of a feed: when it was looked at, when it will be, what went wrong."""
        kept = self._state.kept.get(_key(feed))
        return Record(**json.loads(kept)) if kept else Record()

    async def poll(self) -> list[Arrival]:
        """Looks at the feeds that are due; the articles that were written. One feed's fault costs no other."""
        found: list[Arrival] = []
        for feed in self._feeds:
            record = self.record(feed)
            if self._rests(record):
                continue
            pause = timedelta(minutes=feed.minutes)
            try:
                found += await self._look(feed, record)
                record.failures, record.error = 0, ""
            except (NotTaken, OSError) as error:
                record.failures += 1
                record.error = error.reason if isinstance(error, NotTaken) else _fault(error)
                asked = error.after if isinstance(error, Unreachable) and error.after else timedelta()
                pause = max(asked, min(pause * 2 ** min(record.failures, 20), max(pause, _LONGEST_PAUSE)))
                log.warning("the feed %s brought nothing: %s", feed.shown, record.error)
            now = self._now()
            record.last, record.due = now.isoformat(), (now + pause).isoformat()
            self._keep(feed, record)
        return found

    def _rests(self, record: Record) -> bool:
        """Whether it is too early to look again. A look that is still to come was noted by a clock that was wrong."""
        now = self._now()
        if not record.due or datetime.fromisoformat(record.due) <= now:
            return False
        return not record.last or datetime.fromisoformat(record.last) <= now

    async def _look(self, feed: Feed, record: Record) -> list[Arrival]:
        whole = record.more or bool(record.tries)  # what is left over from the last look is asked for again
        etag, modified = ("", "") if whole else (record.etag, record.modified)
        fetched = await self._fetcher.fetch(feed.url, accept=FEEDS | PAGES, etag=etag, modified=modified)
        if fetched.unchanged:
            return []
        title, items = await self._parsed(fetched)
        unseen = [item for item in items if _mark(item) not in record.seen]
        wanted = [item for item in unseen if item.link and feed.takes(item.text)]
        chosen = wanted[: feed.max_items]
        left = {_mark(item) for item in wanted[feed.max_items :]} if record.begun else set()
        for item in unseen:
            if item not in chosen and _mark(item) not in left:
                record.seen.append(_mark(item))
        found = []
        for item in reversed(chosen):
            arrival = await self._take(feed, title, item, record)
            if arrival is not None:
                found.append(arrival)
            self._keep(feed, record)
        present = {_mark(item) for item in items}
        record.tries = {mark: count for mark, count in record.tries.items() if mark in present}
        record.seen = record.seen[-_MOST_SEEN:]
        record.etag, record.modified, record.more, record.begun = fetched.etag, fetched.modified, bool(left), True
        return found

    async def _parsed(self, fetched: Fetched) -> tuple[str, list[Item]]:
        kind = fetched.content_type + (f"; charset={fetched.encoding}" if fetched.encoding else "")
        body = base64.b64encode(fetched.body).decode()
        reply = (await self._reader.ask({"do": "feed", "body": body, "type": kind, "url": fetched.url}))["feed"]
        return reply["title"], [Item.from_json(item) for item in reply["items"]]

    async def _take(self, feed: Feed, title: str, item: Item, record: Record) -> Arrival | None:
        """Writes the article of an item; None where it is known already or cannot be had."""
        mark = _mark(item)
        try:
            preview = await self._article(item, feed.name or title)
        except NotTaken as error:
            tries = record.tries.pop(mark, 0) + 1
            log.warning("%s, an item of %s, was not taken: %s", item.link, feed.shown, error.reason)
            if isinstance(error, Refused) or tries >= _MOST_TRIES:
                record.seen.append(mark)
            else:
                record.tries[mark] = tries
            return None
        record.tries.pop(mark, None)
        record.seen.append(mark)
        file = None if preview.same_as else await asyncio.to_thread(accept, preview, self._folder)
        return Arrival(feed.shown, preview.title, preview.url, file, preview.copy_of) if file else None

    async def _article(self, item: Item, publisher: str) -> Preview:
        told = {"title": item.title, "published": item.published[:10], "publisher": publisher}
        if item.whole:
            head = f"<head><title>{html.escape(item.title)}</title></head>"
            page = f"<html>{head}<body><article>{item.whole}</article></body></html>"
            url = self._fetcher.allowed(item.link)
            fetched = Fetched(url, "text/html", page.encode("utf-8", "replace"), "utf-8")
        else:
            fetched = await self._fetcher.fetch(item.link, accept=PAGES)
        told = {name: value for name, value in told.items() if value}
        return made(await self._reader.ask(request_of(fetched, self._shelf, facts=False, **told)))

    def _keep(self, feed: Feed, record: Record) -> None:
        self._state.kept.put(_key(feed), json.dumps(asdict(record)))


def _key(feed: Feed) -> str:
    return f"feed:{hashlib.sha256(feed.url.encode()).hexdigest()[:20]}"


def _mark(item: Item) -> str:
    return hashlib.sha256(item.id.encode("utf-8", "replace")).hexdigest()[:12]


def _fault(error: OSError) -> str:
    return f"its articles cannot be written ({error.strerror or error}): see BOT_INBOX"
