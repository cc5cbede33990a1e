"""How fast Discord is served: names while they are typed, and `/deal`. Prints percentiles, fails beyond the bars.

.venv/bin/python -m tests.bench.bench_discord [--store FILE] [--aliases 100000]
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import simcord

from bot.answers.completion import Known, Names
from bot.platforms.discord import create_client
from bot.platforms.discord.choices import Choices
from bot.platforms.discord.dressing import dress
from bot.platforms.discord.sheet import sheet
from bot.platforms.shared.room import Room
from bot.settings import Settings

AUTOCOMPLETE_BAR, DEAL_BAR = 20.0, 50.0
"""Milliseconds at the 99th percentile."""

_SYLLABLES = "ka ro ni tek bo uni tree lab sys mo ver dyn a qui llon zen ix ar pol fi gu re sk ild".split()  # noqa: SIM905
_CJK = [chr(code) for code in range(0x4E00, 0x4E00 + 3500)]


def aliases(count: int, draw: random.Random) -> list[Known]:
    """Invented names, a quarter of them Chinese; an entity bears two or three."""
    made: dict[str, Known] = {}
    while len(made) < count:
        if draw.random() < 0.25:
            name = "".join(draw.choices(_CJK, k=draw.randint(2, 6)))
        else:
            words = ("".join(draw.choices(_SYLLABLES, k=draw.randint(1, 4))).title() for _ in range(draw.randint(1, 3)))
            name = " ".join(words)
        number = draw.randrange(count * 2 // 5)
        made.setdefault(name, Known(f"org-{number}", name, f"Company {number}", draw.randrange(50)))
    return list(made.values())


def typed(known: Sequence[Known], count: int, draw: random.Random) -> list[str]:
    """Beginnings of names, half of them with a slip."""
    out = []
    for _ in range(count):
        name = draw.choice(known).alias
        text = name[: draw.randint(1, len(name))]
        if len(text) > 3 and draw.random() < 0.5:
            at = draw.randrange(len(text))
            letter = draw.choice(_CJK if ord(text[0]) > 255 else "abcdefghij")
            swapped = text[:at] + text[at : at + 2][::-1] + text[at + 2 :]
            slips = (text[:at] + text[at + 1 :], text[:at] + letter + text[at:], text[:at] + letter + text[at + 1 :])
            text = draw.choice((*slips, swapped))
        out.append(text)
    return out


async def timed(work: Sequence[Callable[[], Awaitable[Any]]]) -> list[float]:
    times = []
    for one in work:
        begin = time.perf_counter()
        await one()
        times.append((time.perf_counter() - begin) * 1000)
    return sorted(times)


def told(what: str, times: Sequence[float], bar: float | None = None) -> bool:
    p50, p99 = times[len(times) // 2], times[len(times) * 99 // 100]
    limit = f", bar {bar:.0f}" if bar else ""
    print(f"{what}: n {len(times)}, p50 {p50:.2f} ms, p99 {p99:.2f} ms, most {times[-1]:.2f} ms{limit}")
    return bar is None or p99 <= bar


async def autocomplete(count: int) -> bool:
    draw = random.Random(4)
    known = aliases(count, draw)
    begin = time.perf_counter()
    names = Names(known)
    print(f"index of {len(known):,} aliases: {time.perf_counter() - begin:.2f} s")
    choices = Choices(lambda: names, lambda: 1)
    await choices.offer("warm")
    times = await timed([lambda text=text: choices.offer(text) for text in typed(known, 4000, draw)])  # type: ignore[misc]
    return told("autocomplete", times, AUTOCOMPLETE_BAR)


async def deal(store: Path) -> bool:
    """The handler alone (desk, page, layout), then the whole client before a simulated Discord."""
    with tempfile.TemporaryDirectory() as folder:
        client: Any = create_client(Settings(db=store, state=Path(folder) / "state.db"))
        async with simcord.run(client) as env:
            await client.desk.warm()
            names = [one.name for one in (await client.choices.names()).complete("", 25)]
            asked = [
                f"/deal {name} {when}".strip() for name in names for when in ("", "2025", "since 2024", "over $100M")
            ]

            async def handled(text: str) -> None:
                reply = await client.desk.answer(Room("discord", text), "u", text)
                dress(sheet(reply, "components"), "components", client.actions)

            kept = told("/deal handler", await timed([lambda t=t: handled(t) for t in asked * 4]), DEAL_BAR)  # type: ignore[misc]
            channel = env.create_guild().create_text_channel("general")
            alice = env.guild.add_member(env.create_user("alice"))
            through = await timed([lambda n=n: alice.slash(channel, "deal", entity=n) for n in names * 4])  # type: ignore[misc]
            told("/deal through the client and the simulator", through)
            return kept


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path, help="a fact store; default: the corpus, built for this")
    parser.add_argument("--aliases", type=int, default=100_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = given.store
        if store is None:
            from tests.slack.stores import build_corpus

            store = build_corpus(Path(folder) / "facts.db")
        kept = [asyncio.run(autocomplete(given.aliases)), asyncio.run(deal(store))]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
