"""Messages that name the bot, answer one of its answers, or are sent to it directly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import discord

from bot.platforms.discord.errors import reported
from bot.platforms.discord.sending import replying
from bot.platforms.shared.actions import Actions, Press
from bot.platforms.shared.languages import Reader
from bot.platforms.shared.posted import is_kept
from bot.platforms.shared.room import Reply, Room

if TYPE_CHECKING:
    from bot.platforms.discord.client import Assistant

PLATFORM = "discord"
_TURNS = 5
"""Messages of the conversation before that a reply takes up."""


async def heard(assistant: Assistant, message: discord.Message) -> None:
    """Answers a message that is meant for the bot; all others are passed over."""
    text = addressed(assistant, message)
    if text is None or not await assistant.once.first(f"message {message.id}"):
        return
    with assistant.busy():
        try:
            reply = await answered(assistant, message, text or "/help")
            await assistant.sender.send(replying(message), reply)
        except discord.Forbidden as error:
            reported(error, f"discord: answering in channel {message.channel.id}")
        except Exception as error:
            told = reported(error, f"discord: the message {message.id}")
            await message.channel.send(told)


def addressed(assistant: Assistant, message: discord.Message) -> str | None:
    """What somebody says to the bot; None where it is said to others or by a program."""
    me = assistant.user
    if me is None or message.author.bot or message.type not in (discord.MessageType.default, discord.MessageType.reply):
        return None
    named = any(user.id == me.id for user in message.mentions)
    direct = message.guild is None
    if not (named or direct or _replied(assistant, message) is not None):
        return None
    text = " ".join(re.sub(rf"<@!?{me.id}>", " ", message.content).split())
    return text if text or named or direct else None


async def answered(assistant: Assistant, message: discord.Message, text: str) -> Reply:
    """The answer; a reply to an answer goes on from there, whoever writes it and however long ago that was."""
    here = room(message.channel)
    user = str(message.author.id)
    before = _replied(assistant, message)
    if not before:
        return await assistant.desk.answer(here, user, text)
    assistant.desk.conversations.say(here, user, text)
    return await assistant.desk.again((*before[-_TURNS:], text), Reader(here, user), asked=True)


def room(channel: discord.abc.MessageableChannel) -> Room:
    """Where a conversation takes place; in a thread all take part in one."""
    return Room(PLATFORM, str(channel.id), str(channel.id) if isinstance(channel, discord.Thread) else "")


def reader(interaction: discord.Interaction[Any]) -> Reader:
    """Who uses a command or a button, with the language of their client."""
    return Reader(Room(PLATFORM, str(interaction.channel_id)), str(interaction.user.id), str(interaction.locale))


def _replied(assistant: Assistant, message: discord.Message) -> tuple[str, ...] | None:
    """The messages that led to the answer replied to, as its buttons carry them; None where it is no answer of ours."""
    replied = message.reference.resolved if message.reference else None
    if not isinstance(replied, discord.Message) or assistant.user is None or replied.author.id != assistant.user.id:
        return None
    for press in carried(assistant.actions, replied):
        if press.verb in ("good", "bad", "more", "sources", "watch"):
            return tuple(turn for turn in press.turns if not is_kept(turn))
    return ()


def carried(actions: Actions, message: discord.Message) -> Iterator[Press]:
    """What the buttons of a message ask for."""
    for component in _walked(message.components):
        press = actions.decode(getattr(component, "custom_id", None) or "")
        if press is not None:
            yield press


def _walked(components: object) -> list[object]:
    found: list[object] = []
    for component in components if isinstance(components, list) else []:
        found += [component, *_walked(getattr(component, "children", []))]
    return found
