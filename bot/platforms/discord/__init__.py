"""Discord: slash commands, mentions, buttons. Renders answers, carries messages, knows nothing of the domain."""

from bot.platforms.discord.client import create_client
from bot.platforms.discord.platform import DiscordPlatform

__all__ = ["DiscordPlatform", "create_client"]
