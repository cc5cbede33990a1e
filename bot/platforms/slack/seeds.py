"""The message shortcut "Save as seed": what a message says becomes an article that the next build reads."""

from __future__ import annotations

import asyncio
import logging
import os
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.answers.text import visible
from bot.platforms.slack.escaping import fitted
from bot.platforms.slack.message import Message, said
from bot.platforms.slack.pressing import place_of
from bot.platforms.slack.sending import Place
from bot.platforms.slack.service import Service

log = logging.getLogger(__name__)

_SHORTEST = 40
"""Characters below which a message is no article."""
_SEQUENCE = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")
_TS = re.compile(r"\d{1,12}\.\d{1,8}")


async def save(service: Service, body: dict[str, Any]) -> None:
    """Writes the message into the inbox, for administrators."""
    place: Place = place_of(body)
    await service.tell(place, await _saved(service, place, body))


async def _saved(service: Service, place: Place, body: dict[str, Any]) -> Message:
    if not await service.admins.include(place.user):
        return said("Only administrators of this workspace may save messages as seeds.")
    message = body.get("message") or {}
    ts = str(message.get("ts", ""))
    text = _text(str(message.get("text") or ""))
    if len(text.strip()) < _SHORTEST or not _TS.fullmatch(ts):
        return said("There is too little text in that message to make an article of it.")
    day = datetime.fromtimestamp(float(ts), UTC).date().isoformat()
    channel = re.sub(r"\W", "", place.channel) or "direct"
    file = service.inbox / f"{day}-slack-{channel.lower()}-{ts.replace('.', '-')}.md"
    try:
        new = await asyncio.to_thread(_write, file, article(text, day))
    except OSError as error:
        log.error("a seed cannot be written to %s: %s", file, error)
        return said(f"It could not be saved ({error.strerror or type(error).__name__}); see BOT_INBOX.")
    return said(f"{'Saved' if new else 'That message was saved before'} as {file.name}; the next build reads it.")


def article(text: str, day: str) -> str:
    """The message as an article: what the file format gives a meaning is taken out of force."""
    rows = [visible(row).strip() for row in text.splitlines()]
    body = "\n".join(row if set(row) - set("-") else "" for row in rows).strip()
    title = fitted(next((row for row in rows if row), ""), 120).replace("\\", "").replace('"', "'")
    return f'---\ntitle: "{title}"\npublished: {day}\npublisher: Slack\n---\n\n{body}\n'


def _text(text: str) -> str:
    """What the message says, line by line, out of Slack's form: a link by its label."""

    def undone(met: re.Match[str]) -> str:
        target, label = met[1], met[2]
        if target[:1] in ("@", "!", "#"):
            return label or ""
        return label or target

    return _SEQUENCE.sub(undone, text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _write(file: Path, text: str) -> bool:
    """Writes a new file, whole or not at all; False where it is there already."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(f".{os.getpid()}.part")
    unfinished.write_text(text, "utf-8")
    try:
        os.link(unfinished, file)
    except FileExistsError:
        return False
    finally:
        unfinished.unlink()
    return True
