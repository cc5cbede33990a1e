"""Processes that deliver to fifty channels of two platforms and are killed at any moment."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from datetime import time, timedelta
from pathlib import Path

from bot.state import State
from bot.state.subscriptions import Subscription
from tests.digests.days import MONDAY
from tests.digests.post_office import PostOffice

ROOT = Path(__file__).parents[2]

WORKER = """
import asyncio, random, sys
from datetime import datetime, timedelta
from pathlib import Path
from bot.digests.delivering import Composed, Deliverer
from bot.model.answer import Answer
from bot.state import State
from tests.digests.post_office import PostOffice

folder, now, seed = Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]), int(sys.argv[3])
chance = random.Random(seed)

async def pause(point):
    await asyncio.sleep(chance.random() * 0.004)

async def compose(delivery):
    return Composed(Answer(True, "news"), ("e1",))

with State.open(folder / "state.db", lambda: now) as state:
    offices = {name: PostOffice(folder / name, pause) for name in ("slack", "discord")}
    print("ready", flush=True)
    asyncio.run(Deliverer(state, offices, compose).tick())
"""


def deliver_under_fire(folder: Path, kills: int, seed: int = 0) -> tuple[int, list[str]]:
    """Kills workers with SIGKILL at random moments; how many died at work, and the channels of all messages."""
    chance = random.Random(seed)
    now = MONDAY - timedelta(days=1)
    channels = [(("slack", "discord")[n % 2], f"C{n:02}") for n in range(50)]
    with State.open(folder / "state.db", lambda: now) as state:
        for platform, channel in channels:
            state.subscriptions.put(Subscription(platform, channel, at=time(9), zone="UTC"))
    now = MONDAY
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    killed, week = 0, 0
    while True:
        command = [sys.executable, "-c", WORKER, str(folder), now.isoformat(), str(chance.random())[2:8]]
        worker = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
        try:
            # No event tells when to strike: the moment is meant to be any.
            worker.wait(chance.random() * 0.05 if killed < kills else 60)
        except subprocess.TimeoutExpired:
            worker.send_signal(signal.SIGKILL)
            worker.wait()
            killed += 1
        worker.stdout.close()
        now += timedelta(minutes=2)
        with State.open(folder / "state.db") as state:
            last = [next(iter(state.deliveries.of(*one, limit=1)), None) for one in channels]
        due = MONDAY + timedelta(weeks=week)
        done = all(one is not None and (one.status, one.period) == ("sent", due) for one in last)
        if done and killed >= kills:
            break
        if done:
            week += 1
            now = MONDAY + timedelta(weeks=week)
    told = [f"{p} {c}" for p in ("slack", "discord") for c in PostOffice(folder / p).channels()]
    assert sorted(told) == sorted(f"{p} {c}" for p, c in channels for _ in range(week + 1))
    return killed, told
