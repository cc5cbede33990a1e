"""The message menu "Save as seed": what a message says becomes an article that the next build reads."""

from __future__ import annotations

import asyncio
import os
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

import discord

from bot.answers.text import visible
from bot.platforms.discord.errors import Refused
from bot.platforms.discord.sending import Interaction, tell

if TYPE_CHECKING:
    from bot.platforms.discord.client import Assistant

NAME = "Save as seed"
_SHORTEST = 40
"""Characters below which a message is no article."""


async def save(assistant: Assistant, interaction: Interaction, message: discord.Message) -> None:
    """Writes the message into the inbox, for those who may; Refused where it is none to save."""
    if not may(assistant, interaction):
        raise Refused("Only those who look after the seeds may save messages as seeds.")
    if len(message.content.strip()) < _SHORTEST:
        raise Refused("There is too little text in that message to make an article of it.")
    inbox = assistant.settings.inbox
    file = inbox / f"{message.created_at.astimezone(UTC):%Y-%m-%d}-discord-{message.id}.md"
    try:
        new = await asyncio.to_thread(_write, file, article(message))
    except OSError as error:
        raise Refused(f"It could not be saved: {error.strerror or error}; see BOT_INBOX.") from None
    told = "Saved" if new else "That message was saved before"
    await tell(interaction, f"{told} as `{file.name}`; the next build reads it.")


def may(assistant: Assistant, interaction: Interaction) -> bool:
    """Whether somebody looks after the seeds: named in the settings, else a manager of a server that the bot is in."""
    named = assistant.settings.discord_admins
    if named:
        return str(interaction.user.id) in {one.strip() for one in named.split(",")}
    within = interaction.guild_id is not None and assistant.get_guild(interaction.guild_id) is not None
    return within and interaction.permissions.manage_guild


def article(message: discord.Message) -> str:
    """The message as an article: what the file format gives a meaning is taken out of force."""
    rows = [visible(row).strip() for row in message.content.splitlines()]
    body = "\n".join(row if set(row) - set("-") else "" for row in rows).strip()
    title = next(row for row in rows if row)[:120].replace("\\", "").replace('"', "'")
    day = message.created_at.astimezone(UTC).date().isoformat()
    head = f'title: "{title}"\npublished: {day}\npublisher: Discord\nurl: {message.jump_url}'
    return f"---\n{head}\n---\n\n{body}\n"


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
