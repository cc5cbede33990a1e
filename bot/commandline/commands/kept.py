"""Commands about what is kept beside the facts: feedback, copies, people's traces, judgements."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from bot.commandline.options import DbOption, StateOption
from bot.commandline.setting import read_settings


def feedback(
    state: StateOption = None,
    good: Annotated[bool, typer.Option("--good", help="Only praise.")] = False,
    bad: Annotated[bool, typer.Option("--bad", help="Only complaints.")] = False,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="From this day on, such as 2025-10-08.", show_default=False)
    ] = None,
    corrections: Annotated[
        bool, typer.Option("--corrections", help="What people wrote to correct answers, instead of verdicts.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """List what people thought of answers, the newest first."""
    from bot.commandline.keeping import list_corrections, list_feedback

    if corrections:
        list_corrections(read_settings(state=state).state_place, since, json)
        return
    verdict: Literal["good", "bad"] | None = None if good == bad else "good" if good else "bad"
    list_feedback(read_settings(state=state).state_place, verdict, since, json)


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes; it must not be there yet.")],
    state: StateOption = None,
) -> None:
    """Copy the state whole, while the bot runs or not."""
    from bot.commandline.keeping import back_up

    back_up(read_settings(state=state).state_place, file)


def forget(
    platform: Annotated[Literal["slack", "discord"], typer.Argument(metavar="PLATFORM", help="slack or discord.")],
    user: Annotated[str, typer.Argument(metavar="USER", help="The id of the person on that platform.")],
    state: StateOption = None,
) -> None:
    """Remove everything that is kept about a person."""
    from bot.commandline.keeping import forget as remove

    remove(read_settings(state=state).state_place, platform, user)


def facts(
    text: Annotated[
        list[str] | None,
        typer.Argument(metavar="WHAT", help="status, sources, conflicts, reload …; alone: status.", show_default=False),
    ] = None,
    db: DbOption = None,
    state: StateOption = None,
) -> None:
    """Look after the facts, as administrators do in a chat. There it is /facts."""
    from bot.commandline.administering import look_after

    raise typer.Exit(look_after(read_settings(db, state), text or []))


def judgements(
    action: Annotated[Literal["export", "import"], typer.Argument(metavar="export|import", help="Which way.")],
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="Left out or -: standard output or input.", show_default=False),
    ] = None,
    state: StateOption = None,
) -> None:
    """Write out or take in what administrators judged. It is text, one judgement a line."""
    from bot.commandline.administering import export_judgements, import_judgements

    where = None if file is None or str(file) == "-" else file
    (export_judgements if action == "export" else import_judgements)(read_settings(state=state).state_place, where)
