"""Commands that answer: one message, a prompt, the tour, the digest."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.commandline.options import ChartOption, DbOption
from bot.commandline.output import Refusal
from bot.commandline.setting import read_settings


def ask(
    text: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TEXT", help="A command such as '/deal Figure 2024', or a question.", show_default=False
        ),
    ] = None,
    db: DbOption = None,
    json: Annotated[
        bool,
        typer.Option("--json", help='Answer one request a line of standard input: {"id": 1, "turns": ["…"]}.'),
    ] = False,
    chart: ChartOption = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say how the question was read: as which typed query, by which rule.")
    ] = False,
) -> None:
    """Answer one message, or with --json one request a line."""
    from bot.commandline import asking

    message = " ".join(text or ()).strip()
    if json and chart:
        raise Refusal("bot ask: --json tells of pictures and saves none: leave --chart out")
    if json and message:
        raise Refusal("bot ask: --json reads its questions from standard input: leave the text out")
    if explain and message:
        message = f"{message} --explain"
    if json:
        asking.ask_lines(db if db is not None else read_settings().db, sys.stdin.buffer)
    elif message:
        settings = read_settings(db)
        asking.ask(settings.db, message, settings.locale, chart, settings)
    else:
        raise Refusal("bot ask: nothing was asked: write the question after it, such as bot ask '/who Wang Xingxing'")


def chat(db: DbOption = None) -> None:
    """Ask at a prompt. Follow-up questions understand what was said before."""
    from bot.commandline.talking import chat as talk

    settings = read_settings(db)
    talk(settings.db, settings.locale, settings)


def demo() -> None:
    """Take a tour of questions and answers over seeds/.

    Builds data/demo.db from the articles there first, where they or the program changed; on a terminal the prompt opens
    afterwards.
    """
    from bot.commandline.touring import demo as tour

    tour(Path("seeds"), Path("data/demo.db"), read_settings().locale)


def digest(
    db: DbOption = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="From this day on, such as 2025-10-06. Default: seven days ago.", show_default=False
        ),
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Up to the day before this one.", show_default=False)
    ] = None,
    topic: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", help="Only what this name takes part in; may be given several times.", show_default=False
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The whole of it as one JSON object.")] = False,
    chart: ChartOption = None,
) -> None:
    """Print what is new since a day, the weightiest first. It is the digest that a channel would be sent."""
    from bot.commandline.digesting import digest as tell

    if json and chart:
        raise Refusal("bot digest: --json saves no picture: leave --chart out")
    settings = read_settings(db)
    tell(settings.db, since, until, topic or [], json, settings.locale, chart)
