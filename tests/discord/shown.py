"""What a message shows and offers, whatever its style."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import discord

_TEXT, _BUTTON = 10, 2


def components(message: Any) -> Iterator[dict[str, Any]]:
    """Every component of a message as Discord got it, nested ones too."""
    raw = message.components
    waiting = [part if isinstance(part, dict) else part.to_dict() for part in raw]
    while waiting:
        part = waiting.pop(0)
        yield part
        waiting[:0] = part.get("components", [])


def text(message: Any) -> str:
    """All the text of a message."""
    parts = [message.content]
    for embed in message.embeds:
        parts += [embed.title or "", embed.description or ""]
    parts += [part["content"] for part in components(message) if part["type"] == _TEXT]
    return "\n".join(part for part in parts if part)


def labels(message: Any) -> list[str]:
    """What the buttons say."""
    return [part["label"] for part in components(message) if part["type"] == _BUTTON]


def is_v2(message: Any) -> bool:
    flags: discord.MessageFlags = message.flags
    return flags.components_v2
