"""Days as options give them."""

from __future__ import annotations

from datetime import date

from bot.commandline.output import Refusal
from bot.model.when import When


def day(given: str, option: str, command: str, last: bool = False) -> date:
    """The day that is meant: of a month or a year the first, with `last` the last; Refusal where it is no date."""
    try:
        when = When.from_iso(given)
    except ValueError:
        raise Refusal(f"{command}: {option} {given!r} is no date: write it like 2025-10-08 or 2025-10") from None
    return when.end if last else when.start
