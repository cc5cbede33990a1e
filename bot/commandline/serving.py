"""`bot run`: the log on standard error, the state opened, the platforms run."""

from __future__ import annotations

import asyncio
import logging
import os
import sys

from bot.commandline.output import Failure, Refusal
from bot.operations.interactions import Form
from bot.operations.loading import loading
from bot.operations.logs import handler
from bot.operations.secrets import Masking
from bot.running import NothingToRun, factories, half_set, run
from bot.settings import Settings
from bot.state import State, StateError
from bot.state.restoring import in_use

_LEFT = 0.3
"""Seconds for the tasks that are left when all has ended."""


def start(settings: Settings) -> int:
    """Serves until it is told to stop; the exit status."""
    with loading():
        found = factories(settings)
    if not found:
        told = half_set(settings) or "no platform is set up: set the tokens of Slack or Discord (see docs/settings.md)"
        raise Refusal(f"bot run: {told}")
    log_to_stderr(settings.log_form)
    try:
        with in_use(settings.state_place), State.open(settings.state_place) as state:
            broken = state.broken()
            if broken:
                raise StateError(
                    f"the state database {settings.state} is damaged ({broken}): put back a copy with"
                    " `bot restore FILE`, or move the file away to begin without what people set"
                )
            clean = _served(settings, state)
    except StateError as error:
        raise Refusal(f"bot run: {error}") from None
    except NothingToRun as error:
        raise Failure(f"bot run: {error}") from None
    if not clean:  # a thread or a task that is still at work would keep the process from ending
        logging.getLogger("bot").warning("what took too long, such as an answer, was left unfinished")
        logging.shutdown()
        sys.stdout.flush()
        os._exit(0)
    return 0


def _served(settings: Settings, state: State) -> bool:
    """Serves until it is told to stop; False where something would not end."""
    loop, clean = asyncio.Runner(), True
    try:
        clean = loop.run(_to_the_end(settings, state))
    finally:
        if clean:  # closing it waits, as long as that takes, for every task to end
            loop.close()
    return clean


async def _to_the_end(settings: Settings, state: State) -> bool:
    """Cancels what tasks are left when all has ended, such as a library's farewell to a server that is silent."""
    clean = await run(settings, state)
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    return clean and (not left or not (await asyncio.wait(left, timeout=_LEFT))[1])


def log_to_stderr(form: Form = "text") -> None:
    """Everything from INFO on; of the libraries only what needs a look."""
    logging.basicConfig(level=logging.INFO, handlers=[handler(form, Masking.of_environment())], force=True)
    for name in ("slack_bolt", "slack_sdk", "discord", "aiohttp", "openai", "httpx", "httpx2"):
        logging.getLogger(name).setLevel(logging.WARNING)
