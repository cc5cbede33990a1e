""" "Save as seed": what a message says becomes an article in the inbox, which the next build reads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.answers.text import visible
from bot.intake.seeds import SUFFIXES, Draft, compose, write
from bot.state import State

SHORTEST = 40
"""Characters below which a message is no article."""
LARGEST = 5_000_000
"""Bytes of an attached file that is read."""
TOO_LARGE = f"That file is larger than {LARGEST // 1_000_000} MB: keep only the article's text."
_TITLE = 120

_ADDRESS = re.compile(r"https?://[^\s<>|\"]+")


class NotSaved(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """Says in one line why not."""


@dataclass(frozen=True, slots=True)
class Note:
    """A message as its platform gives it: plain text, line by line."""

    platform: str
    """As it is written: `Slack`."""
    id: str
    """What tells it from every other message there: letters, digits and dashes."""
    text: str
    said: datetime
    url: str = ""


def save(inbox: Path, note: Note, state: State, who: str) -> str:
    """Writes the message into the inbox and says so in one line; NotSaved where it is none to save.

    `who` is who asked for it, as the audit log names them.
    """
    rows = [row for line in note.text.splitlines() if (row := " ".join(visible(line).split()))]
    if sum(map(len, rows)) < SHORTEST:
        raise NotSaved("There is too little text in that message to make an article of it.")
    day = note.said.astimezone(UTC).date().isoformat()
    name = f"{day}-{note.platform.lower()}-{note.id}.md"
    text = compose(Draft(_title(rows[0]), rows, day, note.platform, note.url))
    try:
        written = write(inbox, name, text.encode("utf-8", "replace"))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise NotSaved(f"It could not be saved in {inbox} ({reason}); see BOT_INBOX.") from error
    if written is None:
        return f"That message was saved before as {name}; the next build reads it."
    action = state.saved.note(who, note.url or name, written.name)
    return f"Saved as {written.name} (action {action}); the next build reads it."


def is_article(name: str) -> bool:
    """Whether a file may be an article, by its name."""
    return Path(name).suffix.lower() in SUFFIXES and not name.startswith(".")


def only_link(text: str) -> str:
    """The address in a message that holds one and says little beside it: the article is there; empty for others."""
    found = list(dict.fromkeys(_ADDRESS.findall(text)))
    return found[0] if len(found) == 1 and len(_ADDRESS.sub("", text).strip()) < SHORTEST else ""


def _title(row: str) -> str:
    """The first line, or its beginning up to the end of a word."""
    if len(row) <= _TITLE:
        return row
    head, _, _ = row[:_TITLE].rpartition(" ")
    return f"{head or row[:_TITLE]} …"
