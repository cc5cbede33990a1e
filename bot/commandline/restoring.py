"""`bot restore`: a copy of the state put back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.commandline.options import StateOption
from bot.commandline.output import Refusal
from bot.commandline.setting import read_settings


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A copy that `bot backup` made.")],
    state: StateOption = None,
) -> None:
    """Put a copy of the state back. The state that was there is kept under another name."""
    from bot.state import StateError
    from bot.state.places import shown
    from bot.state.restoring import restore as put_back

    place = read_settings(state=state).state_place
    try:
        aside = put_back(file, place)
    except StateError as error:
        raise Refusal(f"bot restore: {error}") from None
    print(f"{shown(place)}: restored from {file}" + (f"; what was there is now {aside}" if aside is not None else ""))
