"""The form in which somebody writes what is wrong with an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.platforms.discord.guarding import guarded
from bot.platforms.discord.limits import shortened
from bot.platforms.discord.mentions import reader
from bot.platforms.discord.sending import Interaction, tell
from bot.platforms.shared.posted import is_kept, judged
from bot.state.corrections import LONGEST

if TYPE_CHECKING:
    from bot.platforms.discord.client import Assistant

_OPEN_FOR = 15 * 60.0


class CorrectionForm(discord.ui.Modal, title="What is wrong?"):
    """Keeps what is written with the question and the events shown; the facts are changed by curators only."""

    said: discord.ui.Label[Any] = discord.ui.Label(
        text="What should it say?",
        description="With the article or page that says so, if you can.",
        component=discord.ui.TextInput(style=discord.TextStyle.paragraph, min_length=3, max_length=LONGEST),
    )

    def __init__(self, assistant: Assistant, turns: tuple[str, ...]) -> None:
        super().__init__(timeout=_OPEN_FOR)
        self.assistant = assistant
        self.turns = turns
        box = self.said.component
        assert isinstance(box, discord.ui.TextInput)
        box.placeholder = "…" if is_kept(turns[-1]) else shortened(" ".join(turns[-1].split()) or "…", 100)
        self.box = box

    async def on_submit(self, interaction: Interaction, /) -> None:
        async with guarded(self.assistant, interaction, "a correction"):
            work = self.assistant.again(self.turns, reader(interaction))
            reply = await self.assistant.sender.waited(interaction, work, private=True)
            self.assistant.state.corrections.add(
                "discord",
                str(interaction.user.id),
                str(interaction.channel_id),
                judged(reply),
                self.box.value,
                reply.events,
            )
            await tell(interaction, "Thank you: your correction is kept for whoever looks after the facts.")
