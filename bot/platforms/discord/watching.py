"""Who wants to hear of what: `/watch`, the Watch button, and the list from which watches are ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import discord

from bot.answers.completion import Known
from bot.platforms.discord.escaping import escape
from bot.platforms.discord.guarding import guarded
from bot.platforms.discord.limits import CHOICE, CHOICES, CONTENT, shortened
from bot.platforms.discord.sending import Interaction, tell
from bot.state.watches import Watch

if TYPE_CHECKING:
    from bot.platforms.discord.client import Assistant

PLATFORM = "discord"
_AT_ONCE = 5
"""Entities that one press of a button may watch."""


class Watching:
    """The watches of the person behind an interaction."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    async def begin(self, interaction: Interaction, entities: Sequence[str]) -> None:
        """Watches what an answer was about."""
        if not entities:
            await tell(interaction, "That is about nobody I could watch.")
            return
        names = await self._assistant.choices.names()
        told = []
        for entity in entities[:_AT_ONCE]:
            name = names.named(entity)
            new = self._book.add(PLATFORM, "user", str(interaction.user.id), entity, name)
            told.append(f"You {'now watch' if new else 'already watch'} **{escape(name)}**.")
        await tell(interaction, shortened("\n".join(told), CONTENT))

    async def command(self, interaction: Interaction, name: str | None, stop: bool) -> None:
        """`/watch`: the list without a name, else the beginning or the end of one watch."""
        if name is None:
            await self.show(interaction)
            return
        names = await self._assistant.choices.names()
        called = names.called(name)
        if stop and not called:
            # What is watched may be gone from the store.
            mine = self._book.of(PLATFORM, "user", str(interaction.user.id))
            called = [Known(w.entity, w.name, w.name) for w in mine if w.name.casefold() == name.strip().casefold()]
        if not called:
            near = ", ".join(f"**{escape(one.name)}**" for one in names.complete(name, 3))
            hint = f" Did you mean {near}?" if near else ""
            await tell(interaction, f"I know nobody called “{escape(shortened(name, 60))}”.{hint}")
        elif not stop:
            await self.begin(interaction, [called[0].entity])
        else:
            ended = self._book.remove(PLATFORM, "user", str(interaction.user.id), called[0].entity)
            told = "You no longer watch" if ended else "You do not watch"
            await tell(interaction, f"{told} **{escape(called[0].name)}**.")

    async def show(self, interaction: Interaction) -> None:
        """What is watched, with a menu to end watches."""
        watches = self._book.of(PLATFORM, "user", str(interaction.user.id))
        if not watches:
            await tell(interaction, "You watch nothing yet: name something after the command, or press Watch.")
            return
        told = "You watch " + ", ".join(f"**{escape(watch.name)}**" for watch in watches) + "."
        view = WatchList(self._assistant, watches[:CHOICES])
        view.stop()
        await interaction.response.send_message(shortened(told, CONTENT), view=view, ephemeral=True)

    async def end(self, interaction: Interaction, entities: Sequence[str]) -> None:
        """Ends the watches chosen in the list."""
        user = str(interaction.user.id)
        ended = [w for w in self._book.of(PLATFORM, "user", user) if w.entity in entities]
        for watch in ended:
            self._book.remove(PLATFORM, "user", user, watch.entity)
        names = ", ".join(f"**{escape(watch.name)}**" for watch in ended)
        told = f"You no longer watch {names}." if names else "You did not watch that any more."
        await interaction.response.edit_message(content=shortened(told, CONTENT), view=None)

    @property
    def _book(self) -> Any:
        return self._assistant.state.watches


class WatchList(discord.ui.View):
    """The menu below the list. Made without watches it stands for every list sent before, also before a restart."""

    def __init__(self, assistant: Assistant, watches: Sequence[Watch] = ()) -> None:
        super().__init__(timeout=None)
        self.add_item(_Menu(assistant, watches))


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
