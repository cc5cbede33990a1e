"""What the process that serves loads, and what it never does."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOADED = """
import sys
import bot.cli, bot.running, bot.app
from bot.platforms.discord import DiscordPlatform
from bot.platforms.slack import SlackPlatform
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    done = subprocess.run([sys.executable, "-c", LOADED], check=True, capture_output=True, text=True)
    return set(done.stdout.split())


def test_both_platforms_are_loaded(loaded):
    assert {"slack_bolt", "discord"} <= loaded


@pytest.mark.parametrize("library", ["spacy", "thinc", "numpy", "onnxruntime", "trafilatura", "sqlite_utils", "torch"])
def test_no_library_of_the_reading_wing_is(loaded, library):
    assert library not in loaded


STUBBORN = """
import asyncio, os
from bot.commandline import serving

async def farewell():
    while True:
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            pass

async def run(settings, state):
    task = asyncio.create_task(farewell())
    await asyncio.sleep(0)
    run.kept = task
    return True

serving.run = run
print(serving._served(None, None), flush=True)
os._exit(0)
"""


def test_a_task_that_will_not_end_does_not_hold_up_the_stop():
    done = subprocess.run([sys.executable, "-c", STUBBORN], check=True, capture_output=True, text=True, timeout=60)
    assert done.stdout == "False\n"
