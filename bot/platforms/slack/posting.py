"""Posting without being asked: digests and news of what is watched, each once.

The token goes out in the message's metadata, which no reader sees, and is looked for there in the channel's history.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.model.answer import Answer
from bot.model.posting import Gone, NotSent
from bot.platforms.shared import posted
from bot.platforms.shared.posted import KeptTexts
from bot.platforms.slack.message import Message
from bot.platforms.slack.rendering import Rendering
from bot.platforms.slack.sending import SHAPE, Outbox, Place, code, why

EVENT = "embodied_posted"
"""Type of the metadata."""

_GONE = {
    "channel_not_found": "the channel is deleted, or the bot is not in it",
    "not_in_channel": "the bot is not in the channel: invite it",
    "is_archived": "the channel is archived",
    "channel_is_archived": "the channel is archived",
    "restricted_action": "the bot may not post in the channel",
    "restricted_action_read_only_channel": "the bot may not post in the channel",
    "thread_not_found": "the thread is deleted",
    "cannot_reply_to_message": "the message takes no replies",
    "restricted_action_thread_locked": "the thread is locked",
    "user_not_found": "there is no such user",
    "users_not_found": "there is no such user",
    "user_disabled": "the user's account is disabled",
    "user_not_visible": "the user cannot be written to",
    "cannot_dm_bot": "the user is a bot",
    "messages_tab_disabled": "messages to the bot are switched off",
    "account_inactive": "the app was removed from the workspace",
    "token_revoked": "the app was removed from the workspace",
    "team_not_found": "the workspace is gone",
}
"""Nothing will ever arrive there, and why."""
_UNSURE = frozenset({"fatal_error", "internal_error", "service_unavailable", "request_timeout", "team_added_to_org"})
"""Slack says itself that part of what was asked for may have been done."""
_HOPELESS_WAIT, _WAIT, _LONGEST_WAIT = 600.0, 30.0, 900.0

_SKEW = timedelta(minutes=10)
"""How far Slack's clock and this machine's may be apart."""
_PAGE, _MOST_PAGES = 200, 25


class SlackPostman:
    """Posts while the platform is connected; `begin` and `end` tell of that."""

    def __init__(self, rendering: Rendering, kept: KeptTexts, clock: Callable[[], float] = time.monotonic) -> None:
        self._rendering = rendering
        self._kept = kept
        self._clock = clock
        self._client: AsyncWebClient | None = None
        self._outbox: Outbox | None = None
        self._away_since = clock()

    def begin(self, client: AsyncWebClient, session: aiohttp.ClientSession) -> None:
        """`client` must not try again by itself: a message of which no answer came may have arrived."""
        if client.retry_handlers:
            raise ValueError("a client that sends again by itself posts twice")
        self._client = client
        self._outbox = Outbox(client, session)

    def end(self) -> None:
        self._client = self._outbox = None
        self._away_since = self._clock()

    async def post(self, channel: str, answer: Answer, token: str) -> str:
        """Posts and gives the message's `ts`."""
        client = self._connected()
        place, thread = await self._address(client, channel)
        reply = await asyncio.to_thread(posted.keep, self._kept, answer, token)
        message = self._rendering.answer(reply)
        ts = await self._shaped(client, place, thread, message, token)
        if message.picture and self._outbox is not None:
            await self._outbox.picture(Place(place, "", thread, public=True), message)
        return ts

    async def find(self, channel: str, token: str, since: datetime) -> str | None:
        """Reads the channel or the thread back to `since`, and some minutes more for clocks that differ."""
        client = self._connected()
        place, thread = await self._address(client, channel)
        oldest, cursor = f"{(since - _SKEW).timestamp():.6f}", ""
        for _ in range(_MOST_PAGES):
            asked: dict[str, Any] = {"channel": place, "oldest": oldest, "limit": _PAGE, "inclusive": True}
            asked |= {"include_all_metadata": True} | ({"cursor": cursor} if cursor else {})
            try:
                if thread:
                    page = await client.conversations_replies(ts=thread, **asked)
                else:
                    page = await client.conversations_history(**asked)
            except SlackApiError as error:
                raise _gone(error) or error from error
            for message in page.get("messages") or ():
                if _token(message) == token:
                    return str(message["ts"])
            cursor = str((page.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                return None
        raise LookupError(f"more than {_PAGE * _MOST_PAGES} messages since {since:%Y-%m-%d %H:%M}")

    def _connected(self) -> AsyncWebClient:
        """NotSent while there is no connection: to be tried when it was away for as long again."""
        if self._client is None:
            away = self._clock() - self._away_since
            raise NotSent("Slack is not connected", min(max(away, 10.0), _LONGEST_WAIT))
        return self._client

    async def _address(self, client: AsyncWebClient, channel: str) -> tuple[str, str]:
        """The channel with the thread, or the direct conversation with a person, opened where there is none."""
        if not channel.startswith("@"):
            place, _, thread = channel.partition("/")
            return place, thread
        try:
            opened = await client.conversations_open(users=channel[1:])
        except Exception as error:  # nothing was posted, whatever went wrong
            raise (isinstance(error, SlackApiError) and _gone(error)) or _later(error) from error
        return str(opened["channel"]["id"]), ""

    async def _shaped(self, client: AsyncWebClient, place: str, thread: str, message: Message, token: str) -> str:
        """Posts the message, and plainer where Slack does not take its form."""
        metadata = {"event_type": EVENT, "event_payload": {"token": token}}
        forms = [form for form in (message, message.plainer, Message(message.text)) if form is not None]
        for form in forms:
            try:
                sent = await client.chat_postMessage(
                    channel=place, thread_ts=thread or None, metadata=metadata, **form.payload()
                )
            except SlackApiError as error:
                if code(error) in SHAPE and form is not forms[-1]:
                    continue
                raise _gone(error) or _refused(error) or error from error
            except aiohttp.ClientConnectorError as error:
                raise _later(error) from error
            return str(sent["ts"])
        raise AssertionError("there is always a form")


def threaded(channel: str, thread: str) -> str:
    """A thread as messages are posted to it."""
    return f"{channel}/{thread}"


def _token(message: dict[str, Any]) -> str:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != EVENT:
        return ""
    return str((metadata.get("event_payload") or {}).get("token", ""))


def _gone(error: SlackApiError) -> Gone | None:
    reason = _GONE.get(code(error))
    return Gone(f"{reason} ({why(error)})") if reason else None


def _refused(error: SlackApiError) -> NotSent | None:
    """What Slack refused surely did not arrive; None where Slack itself does not know, or a proxy answered."""
    if not code(error) or code(error) in _UNSURE or error.response.status_code >= 500:
        return None
    return _later(error)


def _later(error: Exception) -> NotSent:
    if not isinstance(error, SlackApiError) or not code(error):
        return NotSent(why(error), _WAIT)
    if code(error) in ("ratelimited", "rate_limited"):
        headers = {key.lower(): str(value) for key, value in (error.response.headers or {}).items()}
        told = headers.get("retry-after", "")
        return NotSent("Slack asks to wait", float(told) if told.isdigit() else _WAIT)
    return NotSent(f"Slack refuses it: {why(error)}", _HOPELESS_WAIT)
