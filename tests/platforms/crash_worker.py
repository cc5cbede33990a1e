"""A process that stays ready and forks one that delivers, with the real clients, each time it is told to.

Standard input: a job a line, as JSON. Standard output: `pid N` when it was forked, `ended STATUS` when it is over.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp

from bot.digests.delivering import Composed, Deliverer
from bot.model.answer import Answer, Citation, Line
from bot.platforms.discord import create_client
from bot.platforms.discord.platform import point_at
from bot.platforms.discord.posting import DiscordPostman
from bot.platforms.slack.platform import web_client
from bot.platforms.slack.posting import SlackPostman
from bot.platforms.slack.rendering import Rendering
from bot.settings import Settings
from bot.state import State
from bot.state.deliveries import Delivery

NEWS = Answer(
    True,
    "New since Monday: 12 new",
    tuple(Line(f"Quillon did thing {n}", (Citation("a.md", f"Thing {n} is done."),), event=f"e{n}") for n in range(12)),
)


async def compose(delivery: Delivery) -> Composed:
    return Composed(NEWS, tuple(line.event for line in NEWS.lines))


async def deliver(job: dict[str, Any]) -> None:
    """One look for what is due, as `bot run` does it every ten seconds."""
    now = datetime.fromisoformat(job["now"])
    with State.open(job["state"], lambda: now) as state:
        await point_at(job["discord"])
        async with aiohttp.ClientSession() as session:
            slack = SlackPostman(Rendering(state.kept), state.kept)
            slack.begin(web_client(job["slack"], job["slack_token"], session, again=False), session)
            client = create_client(Settings(db=Path("nowhere.db")), None, state)
            try:
                await client.login(job["discord_token"])
                discord = DiscordPostman()
                discord.begin(client)
                await Deliverer(state, {"slack": slack, "discord": discord}, compose).tick()
            finally:
                await client.close()


def main() -> None:
    logging.disable()
    for line in sys.stdin:
        job = json.loads(line)
        pid = os.fork()
        if pid == 0:
            try:
                asyncio.run(deliver(job))
            except BaseException as error:
                print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
                os._exit(1)
            os._exit(0)
        print(f"pid {pid}", flush=True)
        _, status = os.waitpid(pid, 0)
        print(f"ended {os.waitstatus_to_exitcode(status)}", flush=True)


if __name__ == "__main__":
    main()
