"""`bot demo`: a guided tour of real questions over the articles that ship."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

import bot
from bot.commandline.asking import opened
from bot.commandline.output import Refusal
from bot.commandline.talking import talk
from bot.locales import speaking
from bot.platforms.console.prompt import on_terminal
from bot.platforms.console.rendering import show


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of the tour: the messages of a conversation, of which the last is answered, and why it is shown."""

    why: str
    turns: tuple[str, ...]


TOUR = (
    Stop("Deals by sum and period, newest first", ("/deal over $1B since 2025",)),
    Stop("A person, by name in either script", ("/who 王兴兴",)),
    Stop("A company's history, event by event", ("/timeline Boston Dynamics since 2024",)),
    Stop("One deal, told by several articles", ("/deal X Square Robot 2025",)),
    Stop("A question in plain words", ("where is Digit used?",)),
    Stop("A follow-up leans on what was asked before", ("who bought ABB's robotics business?", "who is its chairman?")),
    Stop("What no article says is not made up", ("what is the battery capacity of the electric Atlas?",)),
)

LINES = 4
"""Lines of an answer that the tour shows; the prompt shows them all."""


def demo(seeds: Path, db: Path, language: str) -> None:
    """Builds where something changed, shows the tour, then opens the prompt if on a terminal."""
    if not seeds.is_dir():
        raise Refusal(f"bot demo: there is no folder {seeds}/ here: run it in the project's folder")
    if stale(db, seeds):
        from bot.commandline.reading import build_store

        print(f"Reading the articles in {seeds}/ …", file=sys.stderr, flush=True)
        build_store([seeds], db)
    console = Console(highlight=False)
    with opened(db) as app, speaking(language):
        for number, stop in enumerate(TOUR, start=1):
            console.print(Text(f"\n{number}. {stop.why}", style="bold magenta"))
            for turn in stop.turns[:-1]:
                console.print(Text(f"› {turn}", style="dim"))
            console.print(Text(f"› {stop.turns[-1]}", style="bold green"))
            show(app.answerer.reply(stop.turns), console, most=LINES)
        if on_terminal():
            print("\nYour turn: /help tells what there is, /quit or Ctrl-D ends.")
            talk(app)


def stale(db: Path, seeds: Path) -> bool:
    """Whether the store is missing or older than an article or the program."""
    try:
        built = db.stat().st_mtime_ns
    except FileNotFoundError:
        return True
    return any(path.lstat().st_mtime_ns > built for path in _sources(seeds))


def _sources(seeds: Path) -> Iterator[Path]:
    package = Path(bot.__file__).parent
    yield seeds
    yield from seeds.rglob("*")
    yield from package.rglob("*.py")
    yield from (package.parent / "data" / "names").glob("*")
