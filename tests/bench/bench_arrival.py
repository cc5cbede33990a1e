"""How long it takes from a file dropped into the watched folder to the notice in a channel, beyond the quiet time.

.venv/bin/python -m tests.bench.bench_arrival
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import tempfile
import time
from pathlib import Path

from bot.build import build
from bot.digests.composing import note_build
from bot.digests.delivering import SETTLING
from bot.state import State
from bot.state.subscriptions import Subscription
from bot.store.read import Facts
from tests.slack.double.server import APP_TOKEN, BOT_TOKEN, SlackDouble

ARTICLE = """---
title: Quillon Robotics raises $210 million
published: 2026-11-20
---

Quillon Robotics raised $210 million in a Series B round led by Harbor Lane Ventures, the company said on Friday.
"""


async def measure(folder: Path) -> tuple[float, str]:
    """Seconds from the drop to the notice, and what the notice says."""
    store, state_file, seeds = folder / "facts.db", folder / "state.db", folder / "seeds"
    seeds.mkdir()
    for article in Path("seeds").iterdir():
        (seeds / article.name).write_bytes(article.read_bytes())
    await asyncio.to_thread(build, [seeds], store)
    slack = SlackDouble()
    await slack.start()
    with State.open(state_file) as state:
        with Facts.open(store) as facts:
            note_build(facts, state)
        state.subscriptions.put(Subscription("slack", "C0TEAM", on_arrival=True))
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("BOT_", "SLACK_", "DISCORD_"))},
        "BOT_DB": str(store),
        "BOT_STATE": str(state_file),
        "BOT_SEEDS": str(seeds),
        "BOT_INBOX": str(folder / "inbox"),
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": APP_TOKEN,
        "SLACK_API_URL": slack.url,
    }
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "run", env=environment)
    try:
        await slack.connected(1)
        await asyncio.sleep(8)  # the reading process and the watchers come up
        begin = time.monotonic()
        (seeds / "quillon.md").write_text(ARTICLE, encoding="utf-8")
        await slack.until(lambda: bool(slack.posted), SETTLING.total_seconds() + 60)
        message = await slack.message(1)
        return time.monotonic() - begin, str(message.body.get("text", ""))
    finally:
        process.send_signal(signal.SIGTERM)
        await process.wait()
        await slack.stop()


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        seconds, told = asyncio.run(measure(Path(name)))
    beyond = seconds - SETTLING.total_seconds()
    print(
        f"from the file to the notice: {seconds:.1f} s, {beyond:.1f} s beyond the quiet time of {SETTLING}: {told[:99]}"
    )
    return 0 if beyond <= 10 else 1


if __name__ == "__main__":
    sys.exit(main())
