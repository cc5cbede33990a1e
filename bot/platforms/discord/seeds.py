"""The message menu "Save as seed": what a message says becomes an article that the next build reads."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord

from bot.platforms.discord.errors import Refused
from bot.platforms.discord.sending import Interaction, tell
from bot.platforms.shared.room import Reply
from bot.platforms.shared.seeds import LARGEST, SHORTEST, TOO_LARGE, Note, NotSaved, is_article, only_link
from bot.platforms.shared.seeds import save as save_note

if TYPE_CHECKING:
    from bot.platforms.discord.client import Assistant

NAME = "Save as seed"


async def save(assistant: Assistant, interaction: Interaction, message: discord.Message) -> None:
    """Writes the message into the inbox, or shows what the article behind its link or in its file would bring.

    For those who may; Refused where it is none to save.
    """
    if not may(assistant, interaction):
        raise Refused("Only those who look after the seeds may save messages as seeds.")
    who = f"discord:{interaction.user.id}"
    file = next((one for one in message.attachments if is_article(one.filename)), None)
    if file is not None:
        await assistant.sender.answer(interaction, attached(assistant, file), private=True)
        return
    link = only_link(message.content)
    if link:
        await assistant.sender.answer(interaction, assistant.office.facts(who, True, f"add {link}"), private=True)
        return
    if message.attachments and len(message.content) < SHORTEST:
        raise Refused("There is no article attached to that message: its name has to end in .md, .txt or .html.")
    note = Note("Discord", str(message.id), message.content, message.created_at, message.jump_url)
    try:
        said = await asyncio.to_thread(save_note, assistant.settings.inbox, note, assistant.state, who)
        await tell(interaction, said)
    except NotSaved as reason:
        raise Refused(str(reason)) from None


async def attached(assistant: Assistant, file: discord.Attachment) -> Reply:
    """A preview of an attached file."""
    if file.size > LARGEST:
        raise Refused(TOO_LARGE)
    return await assistant.office.attached(file.filename, await file.read())


def may(assistant: Assistant, interaction: Interaction) -> bool:
    """Whether somebody looks after the seeds: named in the settings, else a manager of a server that the bot is in."""
    named = assistant.settings.discord_admins
    if named:
        return str(interaction.user.id) in {one.strip() for one in named.split(",")}
    within = interaction.guild_id is not None and assistant.get_guild(interaction.guild_id) is not None
    return within and interaction.permissions.manage_guild
