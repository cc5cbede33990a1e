"""Two `bot run` on one state in PostgreSQL, each with a copy of the facts: everything once, also when one is killed."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.model.money import Money
from bot.state import State
from bot.state.subscriptions import Subscription
from tests.digests.press import Press
from tests.discord.double import DiscordDouble
from tests.discord.double.server import TOKEN
from tests.postgres import Server
from tests.slack.double.payloads import mention
from tests.slack.double.server import APP_TOKEN, BOT_TOKEN, SlackDouble

CHANNELS = 16
"""On each platform."""
PATIENCE = 120.0


@pytest.fixture
def place(postgres: Server) -> str:
    return postgres.fresh()


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A store in which there is something to ask for."""
    press = Press(tmp_path)
    day = f"{datetime.now(UTC) - timedelta(days=1):%Y-%m-%d}"
    for name, millions in (("quillon", 21), ("vantor", 35)):
        told = f"{name.title()} Robotics raised ${millions} million."
        press.publish(
            name, day, told, "funding", company=f"{name.title()} Robotics", amount=Money(millions * 1e6, "USD")
        )
    press.build().close()
    return press.db


@pytest.fixture
def state(place: str) -> Iterator[State]:
    """The state as the test looks at it: what it sets up there was set up the day before yesterday."""
    before = datetime.now(UTC) - timedelta(days=2)
    with State.open(place, lambda: before) as state:
        yield state


@asynccontextmanager
async def bot_run(folder: Path, place: str, facts: Path, slack: SlackDouble, discord: DiscordDouble) -> AsyncIterator:
    """A process of the bot with a folder of its own; killed at the end should it still run."""
    folder.mkdir()
    shutil.copyfile(facts, folder / "facts.db")
    own = {
        "BOT_STATE_URL": place, "BOT_DB": "facts.db", "BOT_SEEDS": "seeds", "BOT_INBOX": "inbox",
        "BOT_ANSWER_SECONDS": str(PATIENCE),  # it matters what happens, not how soon
        "SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN, "SLACK_API_URL": slack.url,
        "DISCORD_TOKEN": TOKEN, "DISCORD_API_URL": discord.url,
    }  # fmt: skip
    outside = {k: v for k, v in os.environ.items() if not k.startswith(("BOT_", "SLACK_", "DISCORD_"))}
    with (folder / "log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=folder, env=outside | own, stdout=log, stderr=log
        )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def everything_arrived(state: State, dead: int, slack: SlackDouble, discord: DiscordDouble) -> None:
    """Waits for all digests; for the claims of a dead process nobody waits a minute: they are made to run out."""
    heard = 0
    async with asyncio.timeout(PATIENCE):
        while heard < CHANNELS or len(digests(slack)) < CHANNELS:
            state.database.write(
                "UPDATE delivery SET lease = '2025-01-01T00:00:00Z' WHERE status = 'claimed' AND owner LIKE ?",
                (f"% {dead} %",),
            )
            with suppress(TimeoutError):
                async with asyncio.timeout(0.5):
                    if heard < CHANNELS:
                        await discord.messages.get()
                        heard += 1
                    else:
                        await slack.until(lambda: len(digests(slack)) >= CHANNELS)


def digests(slack: SlackDouble) -> list[str]:
    return [posted.channel for posted in slack.posted if posted.channel.startswith("C1")]


async def test_two_processes_do_everything_once_also_when_one_is_killed(
    tmp_path: Path, place: str, facts: Path, state: State
) -> None:
    slack_channels = [f"C1{number:03}" for number in range(CHANNELS)]
    discord_channels = [str(3_000_000 + number) for number in range(CHANNELS)]
    slack = SlackDouble()
    slack.channels |= set(slack_channels)
    await slack.start()
    try:
        async with (
            DiscordDouble() as discord,
            bot_run(tmp_path / "one", place, facts, slack, discord) as one,
            bot_run(tmp_path / "two", place, facts, slack, discord) as two,
        ):
            await slack.until(lambda: len(slack.sockets) == 2, PATIENCE)
            async with asyncio.timeout(PATIENCE):
                while len(discord.identified) < 2:  # no event tells of a second connection
                    await asyncio.sleep(0.1)
            # What people say reaches both, over the connections of both.
            for number in range(3):
                for _ in slack.sockets:
                    payload = mention("/deal Quillon", f"170000000{number}.000100", f"Ev{number}")
                    await slack.deliver("events_api", payload)
                    slack.sockets.reverse()
                await discord.slash("deal", patience=PATIENCE, company="Quillon")
            await slack.until(lambda: len(slack.posted) >= 3, PATIENCE)
            # Digests of all channels are due at once; one process is killed while both are at it.
            for platform, channels in (("slack", slack_channels), ("discord", discord_channels)):
                for channel in channels:
                    wanted = Subscription(platform, channel, "day", at=time(0), zone="UTC", say_nothing_new=True)
                    state.subscriptions.put(wanted)
            await slack.until(lambda: digests(slack), PATIENCE)
            one.kill()
            await one.wait()
            await everything_arrived(state, one.pid, slack, discord)
            # What the other does from now on shows that it looked again, and found nothing to do.
            await discord.slash("deal", patience=PATIENCE, company="Quillon")
            two.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(two.wait(), 20) == 0
    finally:
        await slack.stop()
    assert Counter(digests(slack)) == dict.fromkeys(slack_channels, 1)
    assert Counter(posted["channel_id"] for posted in discord.posted) == dict.fromkeys(discord_channels, 1)
    assert sorted(posted.thread for posted in slack.posted if posted.channel == "C0TEAM") == [
        f"170000000{number}.000100" for number in range(3)
    ]
    assert discord.callbacks.empty(), "no interaction is answered twice"
    assert slack.refused == []
    kept = [one for name in slack_channels for one in state.deliveries.of("slack", name)]
    kept += [one for name in discord_channels for one in state.deliveries.of("discord", name)]
    assert Counter(delivery.status for delivery in kept) == {"sent": 2 * CHANNELS}
