"""`bot chat`: the console adapter over a store."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.answers.commands import COMMANDS
from bot.app import App
from bot.commandline.asking import opened
from bot.commandline.rewording import worded
from bot.locales import speaking
from bot.platforms.console.elsewhere import AtTheTerminal
from bot.platforms.console.prompt import converse, converse_plainly, on_terminal
from bot.platforms.shared.servings import Answering
from bot.settings import Settings


def chat(db: Path, language: str, settings: Settings | None = None) -> None:
    """A conversation at a prompt, or over a pipe; `settings` tell of a language model that words answers."""
    with opened(db) as app, speaking(language):
        if on_terminal():
            print("Ask away; /help tells what there is, /quit or Ctrl-D ends.")
        talk(app, None if settings is None else worded(app.answerer, settings, "bot chat"))


def talk(app: App, answerer: Answering | None = None) -> None:
    """The prompt on a terminal; elsewhere a message a line of standard input."""
    answering = AtTheTerminal(answerer or app.answerer)
    if on_terminal():
        converse(answering, {f"/{c.name}": c.help for c in COMMANDS}, app.complete)
    else:
        converse_plainly(answering, sys.stdin)
