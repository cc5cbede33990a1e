"""Posting without being asked: digests and news of what is watched, each once.

The token goes out as the message's nonce, by which Discord itself tells the same message sent twice for some minutes,
and in what the buttons carry, which no reader sees and a channel's history gives back for ever.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import aiohttp
import discord

from bot.model.answer import Answer
from bot.model.posting import Gone, NotSent
from bot.platforms.discord.mentions import carried
from bot.platforms.discord.sending import bare
from bot.platforms.shared import posted

if TYPE_CHECKING:
    from bot.platforms.discord.client import Assistant

_GONE = {
    10003: "the channel is deleted",
    10004: "the server is gone",
    10013: "there is no such user",
    50001: "the bot was removed from the channel, or may not see it",
    50007: "the user takes no messages from the bot",
    50008: "that channel takes no messages",
    50013: "the bot may not post in the channel",
    50083: "the thread is archived",
    160005: "the thread is locked",
}
"""Nothing will ever arrive there, and why."""
_WAIT, _REFUSED_WAIT, _LONGEST_WAIT = 30.0, 600.0, 900.0
_SKEW = timedelta(minutes=10)
"""How far Discord's clock and this machine's may be apart."""
_MOST = 5_000
"""Messages that are read back."""


class DiscordPostman:
    """Posts while the platform is connected; `begin` and `end` tell of that."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._assistant: Assistant | None = None
        self._away_since = clock()

    def begin(self, assistant: Assistant) -> None:
        self._assistant = assistant

    def end(self) -> None:
        self._assistant = None
        self._away_since = self._clock()

    async def post(self, channel: str, answer: Answer, token: str) -> str:
        assistant = self._connected()
        try:
            place = await _place(assistant, channel)
        except Exception as error:  # nothing was posted, whatever went wrong
            raise _gone(error) or _later(error) from error
        reply = await asyncio.to_thread(posted.keep, assistant.state.kept, answer, token)

        async def send(dressed: dict[str, Any]) -> discord.Message:
            return await place.send(nonce=token, **dressed, **bare(dressed))

        try:
            message: discord.Message = await assistant.sender.send(send, reply)
        except (discord.HTTPException, discord.RateLimited, aiohttp.ClientConnectorError) as error:
            raise _gone(error) or _refused(error) or error from error
        return str(message.id)

    async def find(self, channel: str, token: str, since: datetime) -> str | None:
        """Reads the channel back to `since`, and some minutes more for clocks that differ."""
        assistant = self._connected()
        me = assistant.user
        if me is None:
            raise NotSent("Discord is not connected", _WAIT)
        read = 0
        try:
            place = await _place(assistant, channel)
            async for message in place.history(limit=_MOST, after=since - _SKEW, oldest_first=True):
                read += 1
                if message.author.id == me.id and token in (str(message.nonce), *_tokens(assistant, message)):
                    return str(message.id)
        except discord.HTTPException as error:
            raise _gone(error) or error from error
        if read >= _MOST:
            raise LookupError(f"more than {_MOST} messages since {since:%Y-%m-%d %H:%M}")
        return None

    def _connected(self) -> Assistant:
        """NotSent while there is no connection: to be tried when it was away for as long again."""
        if self._assistant is None or self._assistant.user is None or self._assistant.is_closed():
            away = self._clock() - self._away_since
            raise NotSent("Discord is not connected", min(max(away, 10.0), _LONGEST_WAIT))
        return self._assistant


async def _place(assistant: Assistant, channel: str) -> discord.PartialMessageable | discord.DMChannel:
    """The channel, or the direct conversation with a person, opened where there is none."""
    if not channel.removeprefix("@").isdigit():
        raise Gone(f"“{channel[:40]}” is no channel of Discord's")
    if channel.startswith("@"):
        return await assistant.create_dm(discord.Object(int(channel[1:])))
    return assistant.get_partial_messageable(int(channel))


def _tokens(assistant: Assistant, message: discord.Message) -> list[str]:
    """What the buttons of a message carry of posts."""
    presses = carried(assistant.actions, message)
    return [token for press in presses for turn in press.turns if (token := posted.token_of(turn))]


def _gone(error: Exception) -> Gone | None:
    if isinstance(error, Gone):
        return error
    reason = _GONE.get(error.code) if isinstance(error, discord.HTTPException) else None
    return Gone(f"{reason} ({error})") if reason else None


def _refused(error: Exception) -> NotSent | None:
    """What Discord refused surely did not arrive; None where that is not known."""
    if isinstance(error, discord.HTTPException) and not 400 <= error.status < 500:
        return None
    return _later(error)


def _later(error: Exception) -> NotSent:
    if isinstance(error, discord.RateLimited):
        return NotSent("Discord asks to wait", error.retry_after)
    if isinstance(error, discord.HTTPException) and 400 <= error.status < 500 and error.status != 429:
        return NotSent(f"Discord refuses it: {error}", _REFUSED_WAIT)
    return NotSent(f"{type(error).__name__}: {error}", _WAIT)
