"""Commands about the platforms: serving them, what Slack needs to know, what is amiss."""

from __future__ import annotations

import signal
import sys
from typing import Annotated

import typer

from bot.commandline.options import DbOption, StateOption
from bot.commandline.setting import read_settings
from bot.operations.loading import loading


def run_platforms(db: DbOption = None, state: StateOption = None) -> None:
    """Serve Slack and Discord, where their tokens are set. Ends on SIGTERM or Ctrl-C."""
    # Until the platforms run, SIGTERM just ends the process; importing their libraries takes a moment.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(0))
    with loading():
        from bot.commandline import serving

    raise typer.Exit(serving.start(read_settings(db, state)))


def slack_manifest(
    http: Annotated[
        str | None,
        typer.Option(metavar="URL", help="For HTTP mode: the bot's public address, https://…", show_default=False),
    ] = None,
    prefix: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Before every command. Default: BOT_SLACK_PREFIX.", show_default=False),
    ] = None,
    pane: Annotated[str, typer.Option(metavar="WHICH", help="Slack's pane for it: agent, assistant, none.")] = "agent",
    name: Annotated[str, typer.Option(metavar="NAME", help="What the app is called.")] = "embodied",
) -> None:
    """Print the manifest from which Slack makes the app. It is for Socket Mode unless --http is given."""
    from bot.commandline.slack import print_manifest

    print_manifest(read_settings(), http, prefix, pane, name)


def doctor(
    db: DbOption = None,
    state: StateOption = None,
    offline: Annotated[bool, typer.Option("--offline", help="Do not ask the platforms about the tokens.")] = False,
) -> None:
    """Check settings, fact store, state and tokens. Each fault is told with what to do about it."""
    from bot.commandline.doctoring import examine

    raise typer.Exit(examine(read_settings(db, state), offline))
