"""Tells Discord the commands, and only where it does not have them as they are."""

from __future__ import annotations

import hashlib
import json
import logging
from typing import Any

import discord
from discord import app_commands

from bot.state.kept import Kept

log = logging.getLogger(__name__)


async def sync(tree: app_commands.CommandTree[Any], kept: Kept) -> bool:
    """Sends the commands where they changed since the last time, or Discord lost them; whether they were sent.

    A failure is logged and tried again at the next start: the commands that Discord has go on working.
    """
    key = f"discord commands {tree.client.application_id}"
    wanted = digest(tree)
    try:
        if kept.get(key) == wanted and await _there(tree):
            return False
        await tree.sync()
    except (discord.HTTPException, discord.DiscordException) as error:
        log.error("Discord did not take the commands: %s", error)
        return False
    kept.put(key, wanted)
    return True


def digest(tree: app_commands.CommandTree[Any]) -> str:
    """Changes with any name, option or text of the commands."""
    payload = [command.to_dict(tree) for command in _commands(tree)]
    return hashlib.sha256(json.dumps(payload, sort_keys=True, default=str).encode()).hexdigest()


async def _there(tree: app_commands.CommandTree[Any]) -> bool:
    """Whether Discord knows commands of these names and kinds; another program may have written over them."""
    try:
        known = {(command.type, command.name) for command in await tree.fetch_commands()}
    except discord.HTTPException:
        return True
    return known == {(_kind(command), command.name) for command in _commands(tree)}


def _commands(tree: app_commands.CommandTree[Any]) -> list[Any]:
    found = [
        *tree.get_commands(type=discord.AppCommandType.chat_input),
        *tree.get_commands(type=discord.AppCommandType.message),
        *tree.get_commands(type=discord.AppCommandType.user),
    ]
    return sorted(found, key=lambda command: (_kind(command).value, command.name))


def _kind(command: Any) -> discord.AppCommandType:
    return command.type if isinstance(command, app_commands.ContextMenu) else discord.AppCommandType.chat_input
