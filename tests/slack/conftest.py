"""The real client over a store of the corpus, connected to a Slack of this machine's own."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.app import serving, version
from bot.platforms.shared.conversations import Conversations
from bot.platforms.shared.desk import Desk
from bot.platforms.shared.servings import Servings
from bot.platforms.slack import SlackPlatform
from bot.settings import Settings
from bot.state import State
from bot.store.read import Facts
from tests.slack.double import payloads
from tests.slack.double.server import APP_TOKEN, BOT_TOKEN, Posted, SlackDouble
from tests.slack.stores import build_corpus

OUTSIDE = ("SLACK_", "BOT_", "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith(OUTSIDE) and name != "BOT_SHARED":
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def corpus_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_corpus(tmp_path_factory.mktemp("corpus") / "facts.db")


@pytest.fixture(scope="session")
def corpus(corpus_db: Path) -> Iterator[Facts]:
    with Facts.open(corpus_db) as facts:
        yield facts


@pytest.fixture(scope="session")
def opened(corpus_db: Path) -> Iterator[Desk]:
    """The stores, opened once for all tests."""
    desk = Desk(Servings(lambda: serving(corpus_db), lambda: version(corpus_db)), workers=2)
    yield desk
    asyncio.run(desk.close())


@pytest.fixture
def desk(opened: Desk) -> Desk:
    """A desk at which nobody has said anything yet."""
    opened.conversations = Conversations()
    return opened


@dataclass
class Running:
    """The bot at work, and what a test needs to talk to it."""

    slack: SlackDouble
    platform: SlackPlatform
    desk: Desk
    state: State
    settings: Settings
    stop: asyncio.Event = field(default_factory=asyncio.Event)

    async def slash(self, command: str, text: str = "", **who: Any) -> Posted:
        """Sends a slash command and gives the answer to it."""
        before = len(self.slack.posted)
        channel, user = who.get("channel", "C0TEAM"), who.get("user", "U0ADA")
        body = payloads.slash(command, text, self.slack.hook(channel, user), **who)
        assert await self.slack.deliver("slash_commands", body) == {}
        return await self.slack.message(before + 1)

    async def event(self, payload: dict[str, Any], retry: int = 0) -> None:
        await self.slack.deliver("events_api", payload, retry)

    async def asked(self, payload: dict[str, Any]) -> Posted:
        """Delivers an event and gives the answer to it."""
        before = len(self.slack.posted)
        await self.event(payload)
        return await self.slack.message(before + 1)

    async def press(self, posted: Posted, verb: str, **given: Any) -> Posted:
        """Presses a button and gives the answer to that."""
        before = len(self.slack.posted)
        user = given.get("user", "U0ADA")
        url = self.slack.hook(posted.channel, user, posted.thread)
        await self.slack.deliver("interactive", payloads.press(posted, verb, url, **given))
        return await self.slack.message(before + 1)


@asynccontextmanager
async def running(slack: SlackDouble, settings: Settings, desk: Desk) -> AsyncIterator[Running]:
    """The platform, connected; stopped and cleaned up at the end, and nothing that it sent was refused."""
    state = State.open(settings.state)
    platform = SlackPlatform(settings, desk, state)
    bot = Running(slack, platform, desk, state, settings)
    task = asyncio.create_task(platform.run(bot.stop))
    try:
        if settings.slack_app_token is not None:
            connected = asyncio.create_task(slack.connected())
            await asyncio.wait({task, connected}, return_when=asyncio.FIRST_COMPLETED)
            connected.cancel()
            if task.done():
                task.result()
        yield bot
    finally:
        bot.stop.set()
        async with asyncio.timeout(30):
            await task
        state.close()
    assert slack.refused == []


@pytest.fixture
async def slack() -> AsyncIterator[SlackDouble]:
    double = SlackDouble()
    await double.start()
    yield double
    await double.stop()


@pytest.fixture
def settings(slack: SlackDouble, corpus_db: Path, tmp_path: Path) -> Settings:
    return Settings(
        db=corpus_db,
        state=tmp_path / "state.db",
        inbox=tmp_path / "inbox",
        slack_bot_token=BOT_TOKEN,  # type: ignore[arg-type]
        slack_app_token=APP_TOKEN,  # type: ignore[arg-type]
        slack_api_url=slack.url,
    )


@pytest.fixture
async def bot(slack: SlackDouble, settings: Settings, desk: Desk) -> AsyncIterator[Running]:
    async with running(slack, settings, desk) as connected:
        yield connected
