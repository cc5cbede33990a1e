"""`bot chat`: the console adapter over a store."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.answers.commands import COMMANDS
from bot.app import App
from bot.commandline.asking import opened
from bot.locales import speaking
from bot.platforms.console.prompt import converse, converse_plainly, on_terminal


def chat(db: Path, language: str) -> None:
    """A conversation at a prompt, or over a pipe."""
    with opened(db) as app, speaking(language):
        if on_terminal():
            print("Ask away; /help tells what there is, /quit or Ctrl-D ends.")
        talk(app)


def talk(app: App) -> None:
    """The prompt on a terminal; elsewhere a message a line of standard input."""
    if on_terminal():
        converse(app.answerer, {f"/{c.name}": c.help for c in COMMANDS}, app.complete)
    else:
        converse_plainly(app.answerer, sys.stdin)
