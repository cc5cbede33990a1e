"""Fifty channels of a Slack and a Discord that are delivered to by processes killed at any moment."""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

from bot.state import State
from bot.state.subscriptions import Subscription
from tests.discord.double import DiscordDouble
from tests.discord.double.server import TOKEN
from tests.slack.double.server import BOT_TOKEN, SlackDouble

ROOT = Path(__file__).parents[2]
MONDAY = datetime(2025, 10, 6, 9, 0, tzinfo=UTC)
LATER = timedelta(minutes=4)
"""From a kill to the next start: longer than a claim holds, and than Discord remembers a nonce."""


@dataclass
class Outcome:
    """`arrived` counts the messages of each channel, `due` is how many each should have."""

    kills: int
    due: int
    arrived: Counter[str]
    looked_for: int
    """How often a history was read for a message whose fate was not known."""
    unmarked: int
    """How many messages had arrived when a process was killed that had not marked them yet."""
    faults: list[str]

    @property
    def lost(self) -> int:
        return sum(max(self.due - count, 0) for count in self.arrived.values())

    @property
    def repeated(self) -> int:
        return sum(max(count - self.due, 0) for count in self.arrived.values())


class Fire:
    """Sends processes to work again and again, all at once, kills one of them, and looks after the calendar."""

    def __init__(self, place: Path | str, slack: SlackDouble, discord: DiscordDouble, channels: int, seed: int) -> None:
        self.now = MONDAY - timedelta(days=1)
        self.state = State.open(place, lambda: self.now)
        self.slack, self.discord = slack, discord
        self.channels = [("slack", f"C{n:04}") if n % 2 else ("discord", str(3_000_000 + n)) for n in range(channels)]
        self._chance = random.Random(seed)
        self._place = place
        self._unmarked: set[str] = set()
        slack.clock = discord.clock = lambda: self.now.timestamp()
        slack.channels |= {channel for platform, channel in self.channels if platform == "slack"}
        for platform, channel in self.channels:
            self.state.subscriptions.put(Subscription(platform, channel, at=time(9), zone="UTC"))

    async def run(self, kills: int, processes: int = 1) -> Outcome:
        workers = [
            await asyncio.create_subprocess_exec(
                sys.executable, "-m", "tests.platforms.crash_worker",
                stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
                cwd=ROOT, env={name: value for name, value in os.environ.items() if not name.startswith("BOT_")},
            ) for _ in range(processes)
        ]  # fmt: skip
        killed, week, lasts, faults = 0, 0, 1.0, []
        self.now = MONDAY
        try:
            while True:
                begin = asyncio.get_running_loop().time()
                codes = await self._once(workers, lasts if killed < kills else None)
                if -signal.SIGKILL in codes:
                    killed += 1
                    self._unmarked |= self._arrived() - self._marked()
                else:
                    lasts = asyncio.get_running_loop().time() - begin
                faults += [f"a worker ended with status {code}" for code in codes if code not in (0, -signal.SIGKILL)]
                done = self._done(week)
                if (done and killed >= kills) or len(faults) > 5:
                    break
                if done:
                    week += 1
                    self.now = MONDAY + timedelta(weeks=week)
                else:
                    self.now += LATER
        finally:
            for worker in workers:
                with suppress(ProcessLookupError):
                    worker.kill()
                _, said = await worker.communicate()
                faults += [line for line in said.decode().splitlines() if line.strip()]
        return self._outcome(killed, week + 1, faults)

    async def _once(self, workers: Sequence[Any], lasts: float | None) -> list[int]:
        """Sends all to work, and kills one of them at a moment of its life that is as likely as any other."""
        job = {
            "now": self.now.isoformat(), "state": str(self._place), "slack": self.slack.url, "slack_token": BOT_TOKEN,
            "discord": self.discord.url, "discord_token": TOKEN,
        }  # fmt: skip
        for worker in workers:
            worker.stdin.write(f"{json.dumps(job)}\n".encode())
        pids = [int((await worker.stdout.readline()).split()[1]) for worker in workers]
        ended = [asyncio.create_task(worker.stdout.readline()) for worker in workers]
        if lasts is not None:
            unlucky = self._chance.randrange(len(workers))
            # No event tells when to strike: the moment is meant to be any.
            await asyncio.wait({ended[unlucky]}, timeout=self._chance.random() * lasts)
            if not ended[unlucky].done():
                with suppress(ProcessLookupError):
                    os.kill(pids[unlucky], signal.SIGKILL)
        return [int((await asyncio.wait_for(one, 60)).split()[1]) for one in ended]

    def _done(self, week: int) -> bool:
        """Whether every channel's digests up to this week are marked as sent."""
        for platform, channel in self.channels:
            deliveries = self.state.deliveries.of(platform, channel, limit=1000)
            if len(deliveries) != week + 1 or any(one.status != "sent" for one in deliveries):
                return False
        return True

    def _outcome(self, killed: int, due: int, faults: list[str]) -> Outcome:
        there: dict[str, list[str]] = {f"{platform} {channel}": [] for platform, channel in self.channels}
        for posted in self.slack.posted:
            there[f"slack {posted.channel}"].append(posted.ts)
        for message in self.discord.posted:
            there[f"discord {message['channel_id']}"].append(message["id"])
        for platform, channel in self.channels:
            marked = {one.message for one in self.state.deliveries.of(platform, channel, limit=1000)}
            if marked != set(there[f"{platform} {channel}"]):
                faults.append(f"{platform} {channel}: what is marked is not what arrived")
        faults += self.slack.refused
        looked = len(self.slack.of("conversations.history")) + self.discord.read_back
        counted = Counter({name: len(ids) for name, ids in there.items()})
        return Outcome(killed, due, counted, looked, len(self._unmarked), faults)

    def _arrived(self) -> set[str]:
        slack = {f"{posted.channel} {posted.ts}" for posted in self.slack.posted}
        return slack | {f"{message['channel_id']} {message['id']}" for message in self.discord.posted}

    def _marked(self) -> set[str]:
        kept = self.state.deliveries
        return {f"{c} {one.message}" for p, c in self.channels for one in kept.of(p, c, limit=1000) if one.message}


async def under_fire(place: Path | str, kills: int, channels: int = 50, seed: int = 0, processes: int = 1) -> Outcome:
    """Kills so many processes at work, of several that share the state at a place; what became of the messages."""
    async with AsyncExitStack() as stack:
        discord = await stack.enter_async_context(DiscordDouble())
        slack = SlackDouble()
        await slack.start()
        stack.push_async_callback(slack.stop)
        fire = Fire(place, slack, discord, channels, seed)
        stack.callback(fire.state.close)
        return await fire.run(kills, processes)
