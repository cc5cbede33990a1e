"""`bot feedback`, `bot backup`, `bot forget`: what is kept in the state."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Literal

from bot.commandline.days import day
from bot.commandline.output import Refusal, one_line, print_json
from bot.state import State, StateError
from bot.state.corrections import Correction
from bot.state.feedback import Feedback
from bot.state.places import Place, is_there


@contextmanager
def opened(place: Place, command: str) -> Iterator[State]:
    """The state at a place; Refusal where there is none yet or it cannot be read."""
    if not is_there(place):
        raise Refusal(f"bot {command}: there is no state at {place}: `bot run` makes it, --state names another")
    try:
        with State.open(place) as state:
            yield state
    except StateError as error:
        raise Refusal(f"bot {command}: {error}") from None


def list_feedback(place: Place, verdict: Literal["good", "bad"] | None, since: str | None, as_json: bool) -> None:
    """Prints the verdicts, the newest first."""
    begin = _since(since)
    with opened(place, "feedback") as state:
        entries = state.feedback.entries(verdict, begin)
    for entry in entries:
        _print(entry, as_json, {"verdict": entry.verdict}, before=f"{entry.verdict:4}  ")


def list_corrections(place: Place, since: str | None, as_json: bool) -> None:
    """Prints what people wrote to correct answers, the newest first."""
    begin = _since(since)
    with opened(place, "feedback") as state:
        entries = state.corrections.entries(begin)
    for entry in entries:
        _print(entry, as_json, {"correction": entry.text}, after=f": {entry.text}")


def _print(entry: Feedback | Correction, as_json: bool, own: dict[str, str], before: str = "", after: str = "") -> None:
    """Prints who thought something, where, of which conversation, and what it was: `own`, or `before` and `after`."""
    if as_json:
        who = {"at": entry.at, "platform": entry.platform, "channel": entry.channel, "user": entry.user}
        print_json({**who, **own, "turns": list(entry.turns), "events": list(entry.events)})
    else:
        where = f"{entry.platform} {entry.channel} {entry.user}"
        print(one_line(f"{entry.at}  {before}{where}  {' → '.join(entry.turns)}{after}"))


def back_up(place: Place, copy: Path) -> None:
    """Writes a whole copy of the state, readable by its owner alone; an existing file is never overwritten."""
    if copy.exists() or copy.is_symlink():
        raise Refusal(f"bot backup: {copy} is there already: name another file, or move it away")
    if not copy.parent.is_dir():
        raise Refusal(f"bot backup: there is no folder {copy.parent}: make it, or name another file")
    with opened(place, "backup") as state, tempfile.TemporaryDirectory(dir=copy.parent, prefix=".backup-") as folder:
        whole = Path(folder) / "state.db"
        state.backup(whole)
        whole.chmod(0o600)
        os.link(whole, copy)  # fails, unlike a rename, should the file be there by now
    print(f"{copy}: {copy.stat().st_size:,} bytes")


def forget(place: Place, platform: str, user: str) -> None:
    """Removes everything kept about a person and prints how much that was."""
    with opened(place, "forget") as state:
        removed = state.forget(platform, user)
    print(one_line(f"{platform} {user}: removed " + ", ".join(f"{count} {name}" for name, count in removed.items())))


def _since(given: str | None) -> datetime | None:
    return datetime.combine(day(given, "--since", "bot feedback"), time.min, UTC) if given else None
