"""How long Slack waits for an acknowledgement and people for an answer, with `bot run` in a process of its own.

Questions of the corpus go out at a steady rate as slash commands, mentions and direct messages over Socket Mode,
whether the ones before are answered or not. Prints percentiles of both times, counted from the moment a question was
due; fails beyond the bars.

.venv/bin/python -m tests.bench.bench_slack [--seconds 60] [--rate 20] [--users 0] [--store FILE]
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.slack.double.payloads import mention, message, slash
from tests.slack.double.server import APP_TOKEN, BOT_TOKEN, SlackDouble
from tests.slack.stores import ROOT, build_corpus

ACK_BAR, ANSWER_BAR = 100.0, 300.0
"""Milliseconds at the 99th percentile."""

QUESTIONS = ROOT / "tests/corpus/questions.json"
WARM_UP = 2.0
"""Seconds of questions that are asked before those that count."""
_PATIENCE = 30.0


@dataclass(slots=True)
class Asked:
    """One question: when it was due, and when what came back. `key` finds its answer."""

    key: str
    due: float
    acknowledged: float = 0.0
    answered: float = 0.0


class Load:
    """Asks at a steady rate. Each of `users` people has their conversations; with 0 all questions are by others."""

    def __init__(self, slack: SlackDouble, users: int) -> None:
        self._slack = slack
        self._users = users
        self._questions = [(q.get("turns") or [q["question"]])[-1] for q in json.loads(QUESTIONS.read_text("utf-8"))]
        self.asked: list[Asked] = []

    async def run(self, rate: float, seconds: float) -> None:
        start = time.perf_counter()
        sending = []
        for n in range(int(rate * seconds)):
            due = start + n / rate
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            sending.append(asyncio.create_task(self._ask(n, due)))
        await asyncio.wait_for(asyncio.gather(*sending), _PATIENCE)
        await self._slack.until(lambda: len(self._slack.posted) >= len(self.asked), _PATIENCE)
        arrived: dict[str, list[float]] = {}
        for posted in self._slack.posted:
            arrived.setdefault(posted.user or posted.thread, []).append(posted.at)
        for asked in self.asked:
            asked.answered = arrived[asked.key].pop(0)

    async def _ask(self, n: int, due: float) -> None:
        text = self._questions[n % len(self._questions)]
        person = n % self._users if self._users else n
        user, ts = f"U{person:06d}", f"17{n:08d}.000100"
        body: dict[str, Any]
        if n % 3 == 0:
            channel = "C0TEAM"
            command = "/embodied" if text.startswith("/") else "/ask"
            kind, key = "slash_commands", user
            body = slash(command, text, self._slack.hook(channel, user), user, channel)
        elif n % 3 == 1:
            kind, key = "events_api", ts
            body = mention(text, ts, user=user)
        else:
            channel = f"D{person:06d}"
            self._slack.channels.add(channel)
            kind, key = "events_api", ts
            body = message(text, channel, ts, user=user, thread_ts=ts)
        asked = Asked(key, due)
        self.asked.append(asked)
        sent = await self._slack.send(kind, body)
        await asyncio.wait_for(sent.acked, _PATIENCE)
        asked.acknowledged = sent.ack_at


async def measure(store: Path, seconds: float, rate: float, users: int, folder: Path) -> list[Asked]:
    """Every question that counts."""
    slack = SlackDouble()
    await slack.start()
    inside = {
        "BOT_DB": str(store),
        "BOT_STATE": str(folder / "state.db"),
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": APP_TOKEN,
        "SLACK_API_URL": slack.url,
    }
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("BOT_", "SLACK_", "DISCORD_"))}
    with (folder / "bot.log").open("wb") as log:
        bot = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", env=outside | inside, stderr=log, cwd=ROOT
        )
        try:
            await slack.connected(patience=_PATIENCE)
            load = Load(slack, users)
            await load.run(rate, seconds + WARM_UP)
        finally:
            bot.send_signal(signal.SIGTERM)
            await asyncio.wait_for(bot.wait(), 10)
            await slack.stop()
    if slack.refused or bot.returncode:
        sys.exit(f"the bot ended with {bot.returncode}; Slack refused {slack.refused[:3]}")
    return load.asked[int(rate * WARM_UP) :]


def report(what: str, times: list[float], bar: float) -> bool:
    """Prints one line; whether the bar was reached."""
    ordered = sorted(1000 * one for one in times)
    middle, high = (ordered[min(len(ordered) - 1, int(share * len(ordered)))] for share in (0.5, 0.99))
    told = f"p50 {middle:6.1f} ms  p99 {high:6.1f} ms  max {ordered[-1]:6.1f} ms"
    print(f"{what:16} {len(ordered):5} questions  {told}  (bar: p99 ≤ {bar:.0f} ms)")
    return high <= bar


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60.0, help="how long questions are asked")
    parser.add_argument("--rate", type=float, default=20.0, help="questions a second")
    parser.add_argument("--users", type=int, default=0, help="people who ask; 0: every question is somebody new's")
    parser.add_argument("--store", type=Path, help="a fact store; without it one is made of tests/corpus")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        store = given.store or build_corpus(Path(made) / "facts.db")
        asked = asyncio.run(measure(store.resolve(), given.seconds, given.rate, given.users, Path(made)))
    reached = [
        report("acknowledgement", [one.acknowledged - one.due for one in asked], ACK_BAR),
        report("answer", [one.answered - one.due for one in asked], ANSWER_BAR),
    ]
    sys.exit(0 if all(reached) else 1)


if __name__ == "__main__":
    main()
