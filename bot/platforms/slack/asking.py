"""What people say to the bot: slash commands, mentions, follow-ups in threads, direct messages."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Coroutine, Mapping
from typing import Any

from bot.platforms.shared.desk import Reply, Room
from bot.platforms.slack import commands, escaping, seeds
from bot.platforms.slack.files import article_in
from bot.platforms.slack.message import said
from bot.platforms.slack.sending import Hook, Place
from bot.platforms.slack.service import PLATFORM, Service
from bot.platforms.slack.watching import Watching

_QUESTION = re.compile(r"[?？]\s*$|^/\w|^(?:and|what about|how about|who|what|when|where|which)\b", re.IGNORECASE)
"""What in a thread between people is said to the bot, though nobody mentions it."""
_SUBTYPES = frozenset({"", "thread_broadcast", "file_share"})
_STATUS = "is looking that up …"
_STATUS_PATIENCE = 1.0
_LONG = 3.0
"""Seconds after which somebody is told that their command takes long."""


def commanded_at(body: Mapping[str, Any], public: bool = False) -> Place:
    """Where the answer to a slash command goes."""
    channel, user = str(body.get("channel_id", "")), str(body.get("user_id", ""))
    return Place(channel, user, "", public, Hook(str(body.get("response_url", ""))))


def asked_at(event: Mapping[str, Any]) -> Place | None:
    """Where the answer to a mention or a direct message goes; None for what may not be meant for the bot."""
    channel, user, thread = str(event.get("channel", "")), str(event.get("user") or ""), event.get("thread_ts")
    if event.get("type") == "app_mention":
        return Place(channel, user, str(thread or event.get("ts", "")), public=True)
    if event.get("channel_type") == "im" and user and not event.get("bot_id"):
        return Place(channel, user, str(thread or ""), public=True)
    return None


class Asking:
    """Each method handles one kind of event after it was acknowledged."""

    def __init__(self, service: Service, known: dict[str, commands.SlackCommand]) -> None:
        self._service = service
        self._known = known
        self._watching = Watching(service)

    async def command(self, body: dict[str, Any]) -> None:
        """A slash command; the answer is for who asked, or for everybody where the channel is set so."""
        channel = str(body.get("channel_id", ""))
        place = commanded_at(body, public=not channel.startswith("D") and await self._service.public(channel))
        name, text = str(body.get("command", "")).removeprefix("/"), escaping.said(str(body.get("text") or ""))
        known = self._known.get(name)
        if known is None:
            told = f"I do not answer to /{name}: the app's manifest and BOT_SLACK_PREFIX do not agree."
            await self._service.tell(place, said(told))
        elif known.message:
            await self._ask(place, commands.message(known, text))
        else:
            await self._subcommand(place, *commands.subcommand(text))

    async def mention(self, event: dict[str, Any]) -> None:
        """A mention in a channel: answered in its thread, for everybody there."""
        place = asked_at(event)
        assert place is not None
        text = self._said(event) or "/help"
        asked = commands.spoken(text)
        if asked is not None:
            file, within = article_in(event.get("files")), str(event.get("thread_ts") or "")
            await self._subcommand(place, *asked, file, within)
        else:
            await self._service.answer(place, Room(PLATFORM, place.channel, place.thread), text)

    async def message(self, event: dict[str, Any]) -> None:
        """A message that mentions nobody: a direct one, or one in a thread in which the bot was asked before."""
        if event.get("bot_id") or not event.get("user") or str(event.get("subtype", "")) not in _SUBTYPES:
            return
        if event.get("channel_type") == "im":
            await self._direct(event)
        elif event.get("thread_ts") and "<@" not in str(event.get("text", "")):
            await self._follow_up(event)

    async def _direct(self, event: dict[str, Any]) -> None:
        place, text = asked_at(event), self._said(event)
        if place is None or not text:
            return
        room = Room(PLATFORM, place.channel, place.thread)
        asked = commands.spoken(text)
        if asked is not None:
            await self._subcommand(place, *asked, article_in(event.get("files")))
            return
        if not place.thread:
            await self._service.answer(place, room, text)
            return
        # A thread of the agent's pane: it shows that somebody is at work, where the workspace has it.
        status = asyncio.create_task(self._status(place.channel, place.thread))
        reply = await self._service.desk.answer(room, place.user, text)
        await asyncio.wait({status}, timeout=_STATUS_PATIENCE)
        status.cancel()
        await asyncio.gather(status, return_exceptions=True)
        await self._service.show(place, reply)

    async def _follow_up(self, event: dict[str, Any]) -> None:
        channel, user, thread = str(event["channel"]), str(event["user"]), str(event["thread_ts"])
        room = Room(PLATFORM, channel, thread)
        text = self._said(event)
        if self._service.desk.conversations.turns(room, user) and _QUESTION.search(text):
            await self._service.answer(Place(channel, user, thread, public=True), room, text)

    async def _ask(self, place: Place, message: str) -> None:
        await self._service.answer(place, Room(PLATFORM, place.channel), message)

    async def _subcommand(
        self, place: Place, word: str, rest: str, file: Mapping[str, Any] | None = None, within: str = ""
    ) -> None:
        """`file` is an article that came with the message; `within`: the thread in which it was said."""
        service = self._service
        if word == "watch":
            await self._watching.command(place, rest, within)
        elif word == "digest":
            await self._quietly(place, service.office.digest(await service.asker(place), rest))
        elif word == "facts":
            may = await service.admins.include(place.user)
            if may and file is not None and rest.strip().casefold() == "add":
                await seeds.attached(service, Place(place.channel, place.user, place.thread, False, place.hook), file)
                return
            await self._quietly(place, service.office.facts(f"{PLATFORM}:{place.user}", may, rest))
        elif word == "channel":
            await self._channel(place, rest)
        else:
            await self._ask(place, f"/{word} {rest}".strip())

    async def _quietly(self, place: Place, work: Coroutine[Any, Any, Reply]) -> None:
        """Shows to who asked alone what some work comes to, and says so before where that takes long."""
        quiet = Place(place.channel, place.user, place.thread, False, place.hook)
        task = asyncio.create_task(work)
        try:
            await asyncio.wait({task}, timeout=_LONG)
            if not task.done():
                await self._service.tell(quiet, said("I am at it; this takes a while."))
            await self._service.show(quiet, await task)
        finally:
            task.cancel()

    async def _channel(self, place: Place, rest: str) -> None:
        """For administrators: whether answers to commands here are for everybody, and what people thought of them."""
        service = self._service
        quiet = Place(place.channel, place.user, place.thread, False, place.hook)
        word = rest.casefold()
        if not await service.admins.include(place.user):
            await service.tell(quiet, said("That is for administrators of this workspace."))
            return
        if word not in commands.CHANNEL:
            await service.tell(quiet, said(f"{service.command} channel public or {service.command} channel private."))
            return
        if word and not place.direct:
            await service.stored(lambda state: state.channels.set_public(PLATFORM, place.channel, word == "public"))
        opinions = await service.stored(lambda state: state.feedback.entries())
        good = sum(opinion.verdict == "good" for opinion in opinions)
        public = await service.public(place.channel)
        told = [
            f"Answers to commands in this channel are for {'everybody' if public else 'the asker alone'}.",
            f"Feedback: {good} good, {len(opinions) - good} bad.",
        ]
        await service.tell(quiet, said(" ".join(told)))

    async def _status(self, channel: str, thread: str) -> None:
        client = self._service.outbox.client

        async def show() -> None:
            await client.assistant_threads_setStatus(channel_id=channel, thread_ts=thread, status=_STATUS)

        await self._service.outbox.optional("assistant.threads.setStatus", show)

    def _said(self, event: dict[str, Any]) -> str:
        return escaping.said(str(event.get("text") or ""), self._service.me)
