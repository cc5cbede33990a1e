"""`bot run` with both platforms, one of them away for a while: the other answers all along, then both do.

.venv/bin/python -m tests.bench.outage [--seconds 30] [--away discord|slack]
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
import tempfile
import time
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from tests.discord.double import DiscordDouble
from tests.discord.double.server import TOKEN
from tests.slack.double.payloads import slash
from tests.slack.double.server import APP_TOKEN, BOT_TOKEN, SlackDouble
from tests.slack.stores import build_corpus

Name = Literal["discord", "slack"]

_TOLD = "675 million"
_BACK = 60.0


class Gate:
    """A port before a double, which may be shut: connections end, new ones are refused."""

    def __init__(self, port: int) -> None:
        self._behind = port
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self.port = 0

    async def open(self) -> None:
        self._server = await asyncio.start_server(self._met, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def shut(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        for writer in list(self._writers):
            writer.transport.abort()

    async def _met(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        inner, outer = await asyncio.open_connection("127.0.0.1", self._behind)
        self._writers |= {writer, outer}
        await asyncio.gather(self._carry(reader, outer), self._carry(inner, writer))

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(65_536):
                writer.write(data)
                await writer.drain()
        self._writers.discard(writer)
        writer.close()


@dataclass
class Outcome:
    """What came of it; times in seconds."""

    answered_meanwhile: int = 0
    slowest_meanwhile: float = 0.0
    back_after: float = 0.0
    ended_after: float = 0.0
    status: int | None = None
    log: str = ""
    wrong: list[str] = field(default_factory=list)


@dataclass
class Both:
    """The doubles behind their gates, and a question for each."""

    discord: DiscordDouble
    slack: SlackDouble
    gates: dict[Name, Gate]

    async def ask(self, name: Name) -> str:
        if name == "discord":
            return str(await self.discord.slash("deal", entity="Figure", period="2024"))
        before = len(self.slack.posted)
        await self.slack.deliver("slash_commands", slash("/deal", "Figure 2024", self.slack.hook("C0TEAM", "U0ADA")))
        return str((await self.slack.message(before + 1)).body)

    async def connected(self, name: Name, connections: int = 1) -> None:
        if name == "discord":
            await self.discord.connected.wait()
        else:
            await self.slack.connected(connections)


async def outage(store: Path, folder: Path, away: Name, seconds: float, answers: int = 0) -> Outcome:
    """Runs the bot as its users do, one platform away for `seconds` and until the other gave so many `answers`."""
    outcome = Outcome()
    other: Name = "slack" if away == "discord" else "discord"
    async with AsyncExitStack() as stack:
        both = await _doubles(stack)
        log = stack.enter_context((folder / "run.log").open("w+b"))
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", env=_environment(both, store, folder), stderr=log, stdout=log
        )
        try:
            for name in ("slack", "discord"):
                await asyncio.wait_for(both.connected(name), _BACK)
                if _TOLD not in await both.ask(name):
                    outcome.wrong.append(f"{name} does not answer at first")
            opened = both.slack.opened
            both.discord.connected.clear() if away == "discord" else None
            await both.gates[away].shut()
            await _meanwhile(both, other, seconds, answers, outcome)
            await both.gates[away].open()
            begin = time.monotonic()
            async with asyncio.timeout(_BACK):
                await both.connected(away, opened + 1)
            outcome.back_after = time.monotonic() - begin
            for name in ("slack", "discord"):
                if _TOLD not in await both.ask(name):
                    outcome.wrong.append(f"{name} does not answer in the end")
        finally:
            begin = time.monotonic()
            process.send_signal(signal.SIGTERM)
            try:
                outcome.status = await asyncio.wait_for(process.wait(), 20)
            except TimeoutError:
                process.kill()
                await process.wait()
            outcome.ended_after = time.monotonic() - begin
            log.seek(0)
            outcome.log = log.read().decode("utf-8", "replace")
    return outcome


async def _meanwhile(both: Both, other: Name, seconds: float, answers: int, outcome: Outcome) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until or outcome.answered_meanwhile + len(outcome.wrong) < answers:
        begin = time.monotonic()
        if _TOLD in await both.ask(other):
            outcome.answered_meanwhile += 1
        else:
            outcome.wrong.append(f"{other} answers wrongly meanwhile")
        outcome.slowest_meanwhile = max(outcome.slowest_meanwhile, time.monotonic() - begin)


async def _doubles(stack: AsyncExitStack) -> Both:
    discord = await stack.enter_async_context(DiscordDouble())
    slack = SlackDouble()
    await slack.start()
    stack.push_async_callback(slack.stop)
    gates: dict[Name, Gate] = {"discord": Gate(discord.port), "slack": Gate(int(slack._base.rpartition(":")[2]))}
    for gate in gates.values():
        await gate.open()
        stack.push_async_callback(gate.shut)
    # Both tell the client where to come to: it has to be the gate.
    discord.public_port = gates["discord"].port
    slack._base = f"127.0.0.1:{gates['slack'].port}"
    return Both(discord, slack, gates)


def _environment(both: Both, store: Path, folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("BOT_", "SLACK_", "DISCORD_"))}
    return {
        **kept,
        "BOT_DB": str(store),
        "BOT_STATE": str(folder / "state.db"),
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": APP_TOKEN,
        "SLACK_API_URL": both.slack.url,
        "DISCORD_TOKEN": TOKEN,
        "DISCORD_API_URL": both.discord.url,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--away", choices=["discord", "slack"], default="discord")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        store = build_corpus(Path(name) / "facts.db")
        outcome = asyncio.run(outage(store, Path(name), given.away, given.seconds))
    print(
        f"{given.away} away for {given.seconds:.0f} s: the other answered {outcome.answered_meanwhile} times, slowest"
        f" {outcome.slowest_meanwhile * 1000:.0f} ms; back after {outcome.back_after:.1f} s; SIGTERM: status"
        f" {outcome.status} after {outcome.ended_after:.2f} s"
    )
    for line in outcome.wrong:
        print(line)
    return 0 if not outcome.wrong and outcome.status == 0 and outcome.ended_after <= 5 else 1


if __name__ == "__main__":
    sys.exit(main())
