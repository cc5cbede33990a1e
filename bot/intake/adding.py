"""`add`, as administrators use it in a chat: a preview with what it would bring, then to be saved or discarded."""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Awaitable
from datetime import timedelta

from bot.intake.errors import NotTaken
from bot.intake.findings import Fact, Preview, What
from bot.intake.service import Intake
from bot.model.answer import Action, Answer, Citation, Line
from bot.state import State

USAGE = "URL"
ABOUT = "shows what an article would bring, and saves it"

_KEPT = timedelta(days=1)
_MARKS: dict[What, tuple[str, str]] = {
    "conflicting": ("Disputes: ", "disputed"),
    "corrected": ("Changes: ", "changed"),
    "new": ("", "new"),
    "corroborated": ("Confirms: ", "confirmed"),
    "known": ("Known: ", "known already"),
    "retracted": ("Retracted before: ", "retracted before"),
}
"""In the order in which they are shown: what stands before such a fact, and how it is counted."""


class Adding:
    """What follows `/facts add`. Whoever calls it has made sure that the user is an administrator.

    `command` is how readers call it: `/facts add`, `/embodied facts add`.
    """

    def __init__(self, intake: Intake, state: State, command: str = "/facts add") -> None:
        self._intake = intake
        self._state = state
        self._command = command

    async def run(self, user: str, text: str) -> Answer:
        """An address, or `save` or `discard` with the key of a preview."""
        word, _, rest = text.strip().partition(" ")
        if word in ("save", "discard"):
            return await self._decided(user, rest.strip(), word == "save")
        if not word or rest:
            return Answer(False, f"Name one article by its address: {self._command} https://…")
        return await self._shown(self._intake.preview(word.strip("<>")))

    async def attachment(self, name: str, data: bytes) -> Answer:
        """The same for a file that somebody attached to a message."""
        return await self._shown(self._intake.preview_attachment(name, data))

    async def _shown(self, reading: Awaitable[Preview]) -> Answer:
        try:
            preview = await reading
        except NotTaken as error:
            return Answer(False, f"It was not taken: {error.reason}.")
        if preview.same_as is not None and not preview.updated:
            return Answer(False, f"“{preview.title}” is there already: {preview.same_as.source}.")
        key = secrets.token_hex(4)
        self._state.kept.put(_place(key), json.dumps(preview.to_json()), _KEPT)
        actions = (
            Action("ask", "Save it", f"{self._command} save {key}"),
            Action("ask", "Discard it", f"{self._command} discard {key}"),
        )
        facts = sorted(preview.facts, key=lambda fact: list(_MARKS).index(fact.what))
        return Answer(True, _title(preview), tuple(_line(preview, fact) for fact in facts), actions=actions)

    async def _decided(self, user: str, key: str, save: bool) -> Answer:
        kept = self._state.kept.get(_place(key))
        if kept is None:
            return Answer(False, "That preview is gone, or was decided on: ask for it again.")
        preview = Preview.from_json(json.loads(kept))
        what = preview.url or preview.name
        if not save:
            self._state.kept.drop(_place(key))
            self._state.audit.record(user, "add", what, "discarded")
            return Answer(True, f"“{preview.title}” was discarded; nothing was saved.")
        try:
            file = await self._intake.accept(preview)
        except OSError as error:
            return Answer(False, f"It could not be saved ({error.strerror or error}); see BOT_INBOX.")
        self._state.kept.drop(_place(key))
        if file is None:
            self._state.audit.record(user, "add", what, "was there already")
            return Answer(True, f"“{preview.title}” was there already.")
        action = self._state.saved.note(user, what, file.name)
        undo = Line(f"{self._command.removesuffix('add')}undo {action} takes it back")
        return Answer(True, f"“{preview.title}” was saved as {file.name}; the next build reads it.", (undo,))


def _place(key: str) -> str:
    return f"preview:{key[:40]}"


def _title(preview: Preview) -> str:
    counts = Counter(fact.what for fact in preview.facts)
    told = ", ".join(f"{counts[what]} {counted}" for what, (_, counted) in _MARKS.items() if counts[what])
    about = ", ".join(filter(None, (preview.publisher, preview.published or "without a date")))
    text = f"“{preview.title}” ({about}): {told or 'no facts were found in it'}"
    if preview.updated and preview.same_as is not None:
        text += f". A later version of {preview.same_as.source}"
    if preview.copy_of is not None:
        text += f". A copy of {preview.copy_of.source} ({preview.copy_of.share:.0%}), so no second source"
    return f"{text}."


def _line(preview: Preview, fact: Fact) -> Line:
    source = Citation(preview.name, fact.quote, preview.url, preview.publisher, preview.published, preview.title)
    return Line(f"{_MARKS[fact.what][0]}{fact.text}", (source,), tuple(Line(note) for note in fact.notes))
