"""What every command and button is done under: it is finished before the end, and what goes wrong is told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.platforms.discord.errors import Refused, reported
from bot.platforms.discord.sending import Interaction, tell

if TYPE_CHECKING:
    from bot.platforms.discord.client import Assistant


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
