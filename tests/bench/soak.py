"""Half an hour of work: `bot run` with both platforms' doubles, twenty questions a second, reloads and new articles.

.venv/bin/python -m tests.bench.soak [--minutes 30] [--rate 20] [--reload-every 60]

Every article tells a sum that belongs to one build alone, so an answer with sums of two builds, or of another company
than was asked for, is a mixed one. Prints a table; fails where an answer was lost or mixed, where memory grew by more
than 5 % after the warm-up, or where tasks or descriptors were left behind.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import re
import signal
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import web

from tests.discord.double import DiscordDouble, payloads
from tests.discord.double.server import TOKEN, _body
from tests.slack.double.payloads import mention, slash
from tests.slack.double.server import APP_TOKEN, BOT_TOKEN, SlackDouble

ROOT = Path(__file__).parents[2]
COMPANIES = {
    "Abelian": "It makes grippers for bakeries in Leeds and has an office by the canal.",
    "Brisk": "Its carts carry linen through three hospitals, day and night.",
    "Corvane": "Cameras on the wrist tell ripe pears from hard ones.",
    "Dunlin": "Divers have used its crawler below the ice since last winter.",
    "Estuary": "The firm paints ship hulls with machines on magnets.",
    "Fathom": "Pipes under the town are looked through once a month.",
    "Gannet": "A mast with two arms picks apples; farmers rent it by the hour.",
    "Heron": "Long legs let its inspectors stand in rivers for a week.",
}
INVESTOR = "Tessaro Capital"
PATIENCE = 30.0
"""Seconds after which an answer is lost."""
PEOPLE = 400
MOST_GROWTH = 0.05
MOST_LEFT = 8
"""Descriptors or tasks that may be open at the end beyond the most after the warm-up."""
NEWCOMER = 50
"""Millions that a newcomer raises: of two digits, so that it tells of no build."""
_SUM = re.compile(r"\$(\d{3,}) million")


@dataclass
class Asked:
    """One question. `text` is what came back, empty where nothing did in time."""

    way: str
    company: str
    due: float
    text: str = ""
    seconds: float = 0.0
    oldest: int = 0
    """The build that was surely open when it was asked."""


class Listening(DiscordDouble):
    """Tells which answer belongs to which question, however many are on their way."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: dict[str, asyncio.Future[str]] = {}

    async def ask(self, name: str, **options: str) -> str:
        command = next(one for one in self.commands if one["name"] == name)
        number = self._id()
        await self._sent(number, "INTERACTION_CREATE", payloads.slash(number, command, options))
        return await self.waiting[number]

    async def write(self, content: str) -> str:
        number = self._id()
        await self._sent(number, "MESSAGE_CREATE", payloads.message(number, content))
        return await self.waiting[number]

    async def _sent(self, number: str, event: str, data: dict[str, Any]) -> None:
        self.waiting[number] = asyncio.get_running_loop().create_future()
        await self._dispatch(event, data)

    def _heard(self, number: str, body: dict[str, Any]) -> None:
        waiting = self.waiting.get(number)
        if waiting is not None and not waiting.done():
            waiting.set_result(json.dumps(body, ensure_ascii=False))

    async def _callback(self, request: web.Request) -> web.Response:
        response = await super()._callback(request)
        body = self.callbacks.get_nowait()
        if body["type"] == 4:
            self._heard(request.match_info["id"], body["data"])
        return response

    async def _edit(self, request: web.Request) -> web.Response:
        response = await super()._edit(request)
        self._heard(request.match_info["token"].removeprefix("token-"), self.edits.get_nowait())
        return response

    async def _message(self, request: web.Request) -> web.Response:
        response = await super()._message(request)
        body = await _body(request)
        self._heard(str((body.get("message_reference") or {}).get("message_id", "")), body)
        return response


@dataclass
class Sample:
    at: float
    kilobytes: int
    descriptors: int
    tasks: int = 0


@dataclass
class Soak:
    """All that was seen."""

    slack: SlackDouble
    discord: Listening
    folder: Path
    asked: list[Asked] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    reloads: int = 0
    failed_reloads: list[str] = field(default_factory=list)
    build: int = 0
    opened: int = 0
    """The newest build of which an answer was surely heard."""

    def write_articles(self) -> None:
        """The articles of the next build: every sum anew, and one company more."""
        self.build += 1
        seeds = self.folder / "seeds"
        seeds.mkdir(exist_ok=True)
        # The newcomer first, as the oldest news: else newcomers alone would in time fill what their investor did.
        told = {f"Novelty{self.build}": f"It is the {self.build}th newcomer of the valley.", **COMPANIES}
        for day, (name, more) in enumerate(told.items(), 1):
            raised = 100 + self.build if name in COMPANIES else NEWCOMER  # whose article stays as it is
            (seeds / f"{name.lower()}.md").write_text(
                f"---\ntitle: {name} has news\npublished: 2025-09-{day:02}\n---\n\n{name} Robotics raised"
                f" ${raised} million in a Series A round led by {INVESTOR}, the company said.\n\n{more}\n"
            )

    async def ask(self, number: int, due: float) -> None:
        company = [*COMPANIES, "Tessaro"][number % (len(COMPANIES) + 1)]
        asked = Asked(("slash", "mention", "discord", "written")[number % 4], company, due, oldest=self.opened)
        self.asked.append(asked)
        name = INVESTOR if company == "Tessaro" else f"{company} Robotics"
        try:
            async with asyncio.timeout(PATIENCE):
                asked.text = await self._answer(asked.way, number, name)
        except TimeoutError:
            return
        asked.seconds = time.perf_counter() - due

    async def _answer(self, way: str, number: int, name: str) -> str:
        if way == "discord":
            return await self.discord.ask("deal", entity=name)
        if way == "written":
            return await self.discord.write(f"/deal {name}")
        user = f"U{number % PEOPLE:06d}"
        if way == "slash":
            body = slash("/deal", name, self.slack.hook("C0TEAM", user), user)
            await self.slack.send("slash_commands", body)
            return await self._posted(user, name.split()[0])
        ts = f"17{number:08d}.000100"
        await self.slack.send("events_api", mention(f"/deal {name}", ts, user=user))
        return await self._posted(ts)

    async def _posted(self, key: str, word: str = "") -> str:
        """What Slack got for somebody, or in somebody's thread; it is taken away, so that nothing is counted twice.

        `word` is one that it holds: the answer to a question that was given up may still come to who asks the next.
        """
        changed, all_posted = self.slack._changed, self.slack.posted

        def place() -> int | None:
            ours = (n for n, one in enumerate(all_posted) if key in (one.user, one.thread))
            return next((n for n in ours if word in json.dumps(all_posted[n].body, ensure_ascii=False)), None)

        async with changed:
            await changed.wait_for(lambda: place() is not None)
            return json.dumps(all_posted.pop(place() or 0).body, ensure_ascii=False)

    async def reload(self) -> None:
        """An administrator reloads new articles by Slack; done when the store is another file."""
        self.write_articles()
        store, before = self.folder / "facts.db", (self.folder / "facts.db").stat().st_ino
        admin = "U0ADMIN"
        await self.slack.send(
            "slash_commands", slash("/embodied", "facts reload", self.slack.hook("C0TEAM", admin), admin)
        )
        try:
            async with asyncio.timeout(240):
                while store.stat().st_ino == before:
                    await asyncio.sleep(0.2)
                while "Reload" not in (told := await self._posted(admin)) and "built" not in told.lower():
                    continue
        except TimeoutError:
            self.failed_reloads.append(f"build {self.build} was not there after four minutes")
            return
        await asyncio.sleep(1.0)
        self.reloads += 1
        self.opened = self.build


def sums(asked: Asked) -> set[int]:
    return {int(told) - 100 for told in _SUM.findall(asked.text)}


def wrong(asked: Asked, newest: int) -> str:
    """What is wrong with an answer; empty where nothing is."""
    if not asked.text:
        return "lost"
    if asked.company not in asked.text or not sums(asked):
        return "another answer"
    if len(sums(asked)) > 1:
        return "of two builds"
    return "" if asked.oldest <= min(sums(asked)) <= newest else "of an old build"


async def watch(soak: Soak, process: asyncio.subprocess.Process, told: Path, stop: asyncio.Event) -> None:
    """Looks at the process once a second."""
    place = Path(f"/proc/{process.pid}")
    while not stop.is_set() and process.returncode is None:
        process.send_signal(signal.SIGUSR1)
        await asyncio.sleep(1.0)
        status = (place / "status").read_text()
        kilobytes = int(re.findall(r"VmRSS:\s+(\d+)", status)[0])
        lines = told.read_text().splitlines() if told.exists() else []
        tasks = json.loads(lines[-1])["tasks"] if lines else 0
        soak.samples.append(Sample(time.perf_counter(), kilobytes, len(list((place / "fd").iterdir())), tasks))


def environment(soak: Soak) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("BOT_", "SLACK_", "DISCORD_"))}
    inside = {
        "BOT_DB": "facts.db",
        "BOT_STATE": "state.db",
        "BOT_SEEDS": "seeds",
        "BOT_INBOX": "inbox",
        "BOT_FEEDS": "feeds.toml",
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": APP_TOKEN,
        "SLACK_API_URL": soak.slack.url,
        "BOT_SLACK_ADMINS": "U0ADMIN",
        "DISCORD_TOKEN": TOKEN,
        "DISCORD_API_URL": soak.discord.url,
        "PYTHONPATH": str(ROOT),
    }
    return {**kept, **inside}


async def soaked(folder: Path, seconds: float, rate: float, every: float) -> tuple[Soak, int]:
    """Everything; and the status with which the bot ended."""
    async with AsyncExitStack() as stack:
        slack, discord = SlackDouble(), await stack.enter_async_context(Listening())
        await slack.start()
        stack.push_async_callback(slack.stop)
        soak = Soak(slack, discord, folder)
        soak.write_articles()
        settings = environment(soak)
        built = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "build", env=settings, cwd=folder, stdout=asyncio.subprocess.DEVNULL
        )
        if await built.wait():
            sys.exit("the first build failed")
        log, told = stack.enter_context((folder / "run.log").open("wb")), folder / "told.jsonl"
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.bench.soaked", str(told), env=settings, cwd=folder, stderr=log, stdout=log
        )
        stop = asyncio.Event()
        try:
            await slack.connected(patience=60)
            await asyncio.wait_for(discord.connected.wait(), 60)
            soak.opened = soak.build
            watching = asyncio.create_task(watch(soak, process, told, stop))
            await _work(soak, seconds, rate, every)
            stop.set()
            await watching
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
            try:
                status = await asyncio.wait_for(process.wait(), 15)
            except TimeoutError:
                process.kill()
                status = await process.wait()
    return soak, status


async def _work(soak: Soak, seconds: float, rate: float, every: float) -> None:
    """Asks whether or not the questions before are answered; reloads beside it."""
    begin = time.perf_counter()

    async def reloads() -> None:
        for number in itertools.count(1):
            wait = begin + (number - 0.7) * every - time.perf_counter()
            await asyncio.sleep(max(0.0, wait))
            if time.perf_counter() - begin > seconds - every / 2:
                return
            await soak.reload()

    reloading = asyncio.create_task(reloads())
    asking = []
    for number in range(int(seconds * rate)):
        due = begin + number / rate
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        asking.append(asyncio.create_task(soak.ask(number, due)))
    await asyncio.gather(*asking)
    await reloading


def _middle(samples: Sequence[Sample], what: str) -> float:
    return statistics.median(getattr(sample, what) for sample in samples)


def report(soak: Soak, status: int) -> bool:
    """Prints the table; whether all of it is as it should be."""
    faults = Counter(filter(None, (wrong(one, soak.build) for one in soak.asked)))
    print(f"{'':10} {'asked':>7} {'lost':>5} {'mixed':>6} {'p50 ms':>7} {'p99 ms':>7} {'most':>7}")
    for way in ("slash", "mention", "discord", "written"):
        ours = [one for one in soak.asked if one.way == way]
        times = sorted(1000 * one.seconds for one in ours if one.text)
        lost = sum(not one.text for one in ours)
        mixed = sum(wrong(one, soak.build) not in ("", "lost") for one in ours)
        p50, p99 = (times[min(len(times) - 1, int(share * len(times)))] if times else 0.0 for share in (0.5, 0.99))
        print(f"{way:10} {len(ours):7} {lost:5} {mixed:6} {p50:7.0f} {p99:7.0f} {(times or [0.0])[-1]:7.0f}")
    fifth = max(1, len(soak.samples) // 5)
    first, last = soak.samples[fifth : 2 * fifth], soak.samples[-fifth:]
    growth = _middle(last, "kilobytes") / _middle(first, "kilobytes") - 1
    print(
        f"reloads    {soak.reloads} done, {len(soak.failed_reloads)} not; a build of {soak.build} companies at the end"
    )
    print(
        f"memory     {_middle(first, 'kilobytes') / 1024:.1f} MB after the warm-up, "
        f"{_middle(last, 'kilobytes') / 1024:.1f} MB at the end: {growth:+.1%} (bar: {MOST_GROWTH:.0%})"
    )
    left = {}
    for what in ("descriptors", "tasks"):
        left[what] = _middle(last, what) - _middle(first, what)
        print(f"{what:10} {_middle(first, what):.0f} after the warm-up, {_middle(last, what):.0f} at the end")
    print(f"end        status {status}; Slack refused {len(soak.slack.refused)}")
    for line in (
        *(f"{what}: {count}" for what, count in faults.items()),
        *soak.failed_reloads,
        *soak.slack.refused[:3],
    ):
        print(f"           {line}")
    good = not faults and not soak.failed_reloads and not soak.slack.refused and not status and soak.reloads > 0
    return good and growth <= MOST_GROWTH and all(many <= MOST_LEFT for many in left.values())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--rate", type=float, default=20.0, help="questions a second")
    parser.add_argument("--reload-every", type=float, default=60.0, help="seconds from reload to reload")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        soak, status = asyncio.run(soaked(Path(name), given.minutes * 60, given.rate, given.reload_every))
        good = report(soak, status)
        if not good:
            print((Path(name) / "run.log").read_text("utf-8", "replace")[-3000:])
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
