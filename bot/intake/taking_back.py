"""`undo` for articles that were saved: the file is moved out of what builds read, and back again."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from bot.model.answer import Answer, Line
from bot.state import State
from bot.state.audit import Entry
from bot.state.saved import SavedFile

AWAY = ".taken-back"
"""Folder inside the inbox that no build and no preview reads: it is hidden."""


class TakingBack:
    """What `undo` asks about an action that may have saved an article. Builds follow the folder, as they always do."""

    def __init__(self, state: State, inbox: Path) -> None:
        self._saved = state.saved
        self._inbox = inbox

    def last(self) -> int | None:
        """The number of the last action that can be taken back here."""
        return self._saved.last()

    async def undo(self, user: str, entry: Entry) -> Answer | None:
        """Takes an action back; None where it is none of these. An undoing is taken back in the same way."""
        file = self._saved.get(entry.number)
        return None if file is None else await asyncio.to_thread(self._taken_back, user, entry, file)

    def _taken_back(self, user: str, entry: Entry, file: SavedFile) -> Answer:
        place = self._inbox / file.name
        try:
            if file.away:
                _moved(self._inbox / file.away, place)
                away = ""
            else:
                away = str(_free(self._inbox / AWAY / file.name).relative_to(self._inbox))
                _moved(place, self._inbox / away)
        except FileNotFoundError:
            return Answer(
                False, f"{file.away or file.name} is not in {self._inbox} any more; there is nothing to move."
            )
        except OSError as error:
            if file.away and isinstance(error, FileExistsError):
                return Answer(False, f"{file.name} is there again by now: take that one back first, or move it away.")
            return Answer(False, f"{file.name} cannot be moved ({error.strerror or error}); see BOT_INBOX.")
        action = self._saved.take_back(user, file, away)
        title = f"Took back action {entry.number} of {entry.who or 'somebody'} (action {action})."
        told = f"{file.name} was moved to {self._inbox / away}" if away else f"{file.name} is back in {self._inbox}"
        return Answer(True, title, (Line(told), Line("Answers follow with the next reload; a bot that runs begins it")))


def _free(file: Path) -> Path:
    """The path, or where something is there already, one like it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    return next(
        path
        for number in range(1, 1000)
        if not (path := file if number == 1 else file.with_stem(f"{file.stem}_{number}")).exists()
    )


def _moved(file: Path, place: Path) -> None:
    """Moves a file to a place where nothing is: FileExistsError where something is."""
    os.link(file, place, follow_symlinks=False)
    file.unlink()
