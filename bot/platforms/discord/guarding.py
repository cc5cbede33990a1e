"""What every command and button is done under: it is finished before the end, and what goes wrong is told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.platforms.discord.errors import Refused, reported
from bot.platforms.discord.sending import Interaction, tell

if TYPE_CHECKING:
    from bot.platforms.discord.client import Assistant

_ANSWERED_WITHIN = timedelta(minutes=15)
"""After which Discord takes no answer to an interaction."""


async def mine(assistant: Assistant, interaction: Interaction) -> bool:
    """Whether this process is to answer: Discord tells all that are connected, the first of those on one state does."""
    return await assistant.once.first(f"interaction {interaction.id}", _ANSWERED_WITHIN)


@asynccontextmanager
async def guarded(assistant: Assistant, interaction: Interaction, what: str) -> AsyncIterator[None]:
    """Tells whoever asked, in one line, why something is not done, or that it failed and under which reference."""
    with assistant.busy():
        try:
            yield
        except Refused as refusal:
            await tell(interaction, str(refusal))
        except Exception as error:
            await tell(interaction, reported(error, f"discord: {what}"))
