"""docs/discord.md tells the permissions that the invite asks for, and what the client needs."""

from __future__ import annotations

import re
from pathlib import Path

import discord

from bot.platforms.discord.client import intents

TEXT = (Path(__file__).parents[2] / "docs/discord.md").read_text("utf-8")


def test_the_invite_asks_for_the_permissions_of_the_table() -> None:
    wanted = discord.Permissions(
        view_channel=True,
        send_messages=True,
        send_messages_in_threads=True,
        embed_links=True,
        attach_files=True,
        read_message_history=True,
    ).value
    assert set(re.findall(r"permissions=(\d+)", TEXT)) == {str(wanted)}
    assert f"Together {wanted}." in TEXT
    assert sum(int(bit) for bit in re.findall(r"^\| [A-Z][\w ]+ \| (\d+) \|", TEXT, re.MULTILINE)) == wanted
    assert "scope=bot+applications.commands&" in TEXT


def test_no_privileged_intent_is_needed() -> None:
    assert "privileged intent" in TEXT
    assert not intents().value & (discord.Intents(members=True, presences=True, message_content=True).value)
