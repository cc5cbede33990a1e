"""The message shortcut "Save as seed": what a message says becomes an article that the next build reads."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot.platforms.shared.seeds import SHORTEST, Note, NotSaved, only_link
from bot.platforms.shared.seeds import save as save_note
from bot.platforms.slack.files import NotRead, article_in
from bot.platforms.slack.message import said
from bot.platforms.slack.pressing import place_of
from bot.platforms.slack.sending import Place
from bot.platforms.slack.service import PLATFORM, Service

log = logging.getLogger(__name__)

_SEQUENCE = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")
_OTHERS = "Only administrators of this workspace may save messages as seeds."
_TS = re.compile(r"\d{1,12}\.\d{1,8}")


async def save(service: Service, body: dict[str, Any]) -> None:
    """Writes the message into the inbox, or shows what the article in its file or behind its link would bring.

    For administrators alone.
    """
    place: Place = place_of(body)
    message = body.get("message") or {}
    file = article_in(message.get("files"))
    link = only_link(_text(message.get("text") or "", links=True))
    if (file or link) and not await service.admins.include(place.user):
        await service.tell(place, said(_OTHERS))
        return
    if file is not None:
        await attached(service, place, file)
        return
    if link:
        await service.show(place, await service.office.facts(f"{PLATFORM}:{place.user}", True, f"add {link}"))
        return
    await service.tell(place, said(await _saved(service, place, body)))


async def attached(service: Service, place: Place, file: Mapping[str, Any]) -> None:
    """Shows to an administrator what an attached file would bring."""
    try:
        name, data = await service.files.read(file)
    except NotRead as reason:
        await service.tell(place, said(str(reason)))
        return
    await service.show(place, await service.office.attached(name, data))


async def _saved(service: Service, place: Place, body: dict[str, Any]) -> str:
    if not await service.admins.include(place.user):
        return _OTHERS
    message = body.get("message") or {}
    text = _text(str(message.get("text") or ""))
    if message.get("files") and len(text) < SHORTEST:
        return "There is no article attached to that message: its name has to end in .md, .txt or .html."
    ts = str(message.get("ts", ""))
    if not _TS.fullmatch(ts):
        return "That is no message that could be saved."
    channel = re.sub(r"[^a-z0-9]", "", place.channel.lower()) or "direct"
    note = Note(
        "Slack",
        f"{channel}-{ts.replace('.', '-')}",
        text,
        datetime.fromtimestamp(float(ts), UTC),
    )
    try:
        return await asyncio.to_thread(save_note, service.inbox, note, service.state, f"{PLATFORM}:{place.user}")
    except NotSaved as reason:
        log.info("a message of %s is not saved: %s", place.channel, reason)
        return str(reason)


def _text(text: str, links: bool = False) -> str:
    """What the message says, line by line, out of Slack's form: a link by its label, or by its address."""

    def undone(met: re.Match[str]) -> str:
        target, label = met[1], met[2]
        if target[:1] in ("@", "!", "#"):
            return label or ""
        return target if links else label or target

    return _SEQUENCE.sub(undone, text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
