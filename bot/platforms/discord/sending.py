"""Getting an answer to whoever asked: within three seconds or announced, in the best style that Discord takes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any, Literal

import discord

from bot.platforms.discord.dressing import Dressed, dress
from bot.platforms.discord.sheet import STYLES, Style, sheet
from bot.platforms.shared.actions import Actions
from bot.platforms.shared.room import Reply

log = logging.getLogger(__name__)

PATIENCE = 1.5
"""Seconds an answer may take before Discord is told that it will come: it waits for three."""

_REFUSALS = (400, 403)
"""A message in a form that Discord, or the channel's permissions, do not take."""

Send = Callable[[Dressed], Awaitable[Any]]
Interaction = discord.Interaction[Any]


class Sender:
    """`style` is the one tried first."""

    def __init__(self, actions: Actions, style: Style) -> None:
        self._actions = actions
        self._styles = STYLES[STYLES.index(style) :]

    async def answer(
        self,
        interaction: Interaction,
        work: Awaitable[Reply],
        private: bool,
        number: int = 1,
        shown: Literal["answer", "sources"] = "answer",
    ) -> None:
        """Answers an interaction with what `work` comes to."""
        reply = await self.waited(interaction, work, private)
        if reply.limited:
            number, shown = 1, "answer"
        await self.send(self._respond(interaction, private or reply.failed), reply, number, shown)

    async def waited(self, interaction: Interaction, work: Awaitable[Reply], private: bool) -> Reply:
        """What `work` comes to; where that takes long, Discord is told so meanwhile."""
        task = asyncio.ensure_future(work)
        try:
            await asyncio.wait({task}, timeout=PATIENCE)
            if not task.done() and not interaction.response.is_done():
                await interaction.response.defer(ephemeral=private, thinking=True)
            return await task
        finally:
            task.cancel()

    async def send(
        self, send: Send, reply: Reply, number: int = 1, shown: Literal["answer", "sources"] = "answer"
    ) -> Any:
        """Sends a page of a reply in the first style that is taken."""
        for style in self._styles:
            dressed = dress(sheet(reply, style, number, shown), style, self._actions)
            try:
                return await send(dressed)
            except discord.HTTPException as error:
                if error.status not in _REFUSALS or style == self._styles[-1]:
                    raise
                log.warning("Discord does not take an answer as %s (%s): trying the next style", style, error)
        raise AssertionError("there is always a style")

    @staticmethod
    def _respond(interaction: Interaction, private: bool) -> Send:
        async def send(dressed: Dressed) -> Any:
            if not interaction.response.is_done():
                return await interaction.response.send_message(ephemeral=private, **dressed, **bare(dressed))
            given = dict(dressed)
            files = [*given.pop("files", ()), *filter(None, (given.pop("file", None),))]
            if files:
                given["attachments"] = files
            return await interaction.edit_original_response(**given)

        return send


async def tell(interaction: Interaction, text: str) -> None:
    """One line for the person who asked alone, whatever was sent before."""
    try:
        if interaction.response.is_done():
            await interaction.followup.send(text, ephemeral=True)
        else:
            await interaction.response.send_message(text, ephemeral=True)
    except discord.HTTPException as error:
        log.warning("an interaction could not be answered (%s): %s", error, text)


def replying(message: discord.Message) -> Send:
    """Sends as a reply to a message; as an ordinary message where that one is gone."""

    async def send(dressed: Dressed) -> Any:
        reference = message.to_reference(fail_if_not_exists=False)
        return await message.channel.send(reference=reference, mention_author=False, **dressed, **bare(dressed))

    return send


def bare(dressed: Dressed) -> dict[str, Any]:
    """Links in an ordinary message get no preview."""
    return {"suppress_embeds": True} if "content" in dressed else {}
