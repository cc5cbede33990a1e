"""Who wants to hear of what: `/watch`, the Watch button, and the list from which watches are ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord

from bot.digests.watching import WatchDesk
from bot.model.answer import Answer
from bot.platforms.discord.escaping import escape
from bot.platforms.discord.guarding import guarded, mine
from bot.platforms.discord.limits import CHOICE, CHOICES, CONTENT, shortened
from bot.platforms.discord.managing import asker
from bot.platforms.discord.sending import Interaction, tell
from bot.state.watches import Watch

if TYPE_CHECKING:
    from bot.platforms.discord.client import Assistant


class Watching:
    """The watches of the person behind an interaction."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    async def begin(self, interaction: Interaction, entities: Sequence[str]) -> None:
        """The button: watches what an answer was about."""
        names = await self._assistant.choices.names()
        pairs = [(entity, names.named(entity)) for entity in entities]
        await self._tell(interaction, await self._desk.begin_all(asker(self._assistant, interaction), pairs))

    async def command(self, interaction: Interaction, name: str | None, stop: bool, here: bool) -> None:
        """`/watch`: the list without a name, else the beginning or the end of one watch."""
        if name is None and not here:
            await self.show(interaction)
            return
        text = " ".join(filter(None, ("here" if here else "", "stop" if stop and name else "", name)))
        who = asker(self._assistant, interaction)
        if isinstance(interaction.channel, discord.Thread):
            who = replace(who, thread=who.channel)
        await self._tell(interaction, await self._desk.handle(who, text))

    async def show(self, interaction: Interaction) -> None:
        """What is watched, with a menu to end watches."""
        watches = await self._desk.of(asker(self._assistant, interaction))
        if not watches:
            await tell(interaction, "You watch nothing yet: name something after the command, or press Watch.")
            return
        told = "You watch " + ", ".join(f"**{escape(watch.name)}**" for watch in watches) + "."
        view = WatchList(self._assistant, watches[:CHOICES])
        view.stop()
        await interaction.response.send_message(shortened(told, CONTENT), view=view, ephemeral=True)

    async def end(self, interaction: Interaction, entities: Sequence[str]) -> None:
        """Ends the watches chosen in the list."""
        answer = await self._desk.end_all(asker(self._assistant, interaction), entities)
        await interaction.response.edit_message(content=shortened(escape(answer.title), CONTENT), view=None)

    @staticmethod
    async def _tell(interaction: Interaction, answer: Answer) -> None:
        rows = (escape(answer.title), *(f"- {escape(line.text)}" for line in answer.lines))
        await tell(interaction, shortened("\n".join(rows), CONTENT))

    @property
    def _desk(self) -> WatchDesk:
        return self._assistant.office.watches


class WatchList(discord.ui.View):
    """The menu below the list. Made without watches it stands for every list sent before, also before a restart."""

    def __init__(self, assistant: Assistant, watches: Sequence[Watch] = ()) -> None:
        super().__init__(timeout=None)
        self._assistant = assistant
        self.add_item(_Menu(assistant, watches))

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        return await mine(self._assistant, interaction)


class _Menu(discord.ui.Select[Any]):
    def __init__(self, assistant: Assistant, watches: Sequence[Watch]) -> None:
        options = [
            discord.SelectOption(label=shortened(watch.name, CHOICE), value=watch.entity)
            for watch in watches
            if len(watch.entity) <= CHOICE
        ]
        super().__init__(
            custom_id="eb1-unwatch",
            placeholder="Stop watching …",
            options=options or [discord.SelectOption(label="…")],
            max_values=max(1, len(options)),
        )
        self._assistant = assistant

    async def callback(self, interaction: Interaction) -> None:
        async with guarded(self._assistant, interaction, "the list of watches"):
            await self._assistant.watching.end(interaction, self.values)
