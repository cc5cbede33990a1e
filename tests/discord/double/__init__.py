"""A small Discord on loopback: a gateway and the few calls of the REST API that the bot makes."""

from tests.discord.double.server import DiscordDouble

__all__ = ["DiscordDouble"]
