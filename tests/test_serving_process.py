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
