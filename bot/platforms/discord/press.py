"""The buttons below an answer. What they ask for lies in them, so they work after a restart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.platforms.discord.corrections import CorrectionForm
from bot.platforms.discord.errors import Refused
from bot.platforms.discord.guarding import guarded, mine
from bot.platforms.discord.managing import asker
from bot.platforms.discord.mentions import reader
from bot.platforms.discord.sending import Interaction, tell
from bot.platforms.shared.actions import PATTERN, Press
from bot.platforms.shared.posted import judged, token_of
from bot.state.feedback import Verdict

if TYPE_CHECKING:
    from bot.platforms.discord.client import Assistant

GONE = "That button is too old: please ask again."


class PressButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=PATTERN):
    """Any button of this bot, made anew from its value each time one is pressed."""

    def __init__(self, value: str, assistant: Assistant | None = None) -> None:
        super().__init__(discord.ui.Button(custom_id=value))
        self.value = value
        self.assistant = assistant

    @classmethod
    async def from_custom_id(
        cls, interaction: Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(match[0], interaction.client)

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        assert self.assistant is not None
        return await mine(self.assistant, interaction)

    async def callback(self, interaction: Interaction) -> None:
        assert self.assistant is not None
        async with guarded(self.assistant, interaction, f"the button {self.value!r}"):
            press = self.assistant.actions.decode(self.value)
            if press is None:
                raise Refused(GONE)
            await pressed(self.assistant, interaction, press)


async def pressed(assistant: Assistant, interaction: Interaction, press: Press) -> None:
    """Does what a button asks for; whoever pressed it alone sees what comes of it."""
    if press.verb == "correct":
        await interaction.response.send_modal(CorrectionForm(assistant, press.turns))
    elif press.verb in ("good", "bad"):
        await _judged(assistant, interaction, press)
    elif press.verb == "watch":
        reply = await assistant.sender.waited(
            interaction, assistant.again(press.turns, reader(interaction)), private=True
        )
        await assistant.watching.begin(interaction, reply.answer.entities)
    elif press.verb == "ask" and (managed := assistant.office.asked(press.text)) is not None:
        who = asker(assistant, interaction)
        done = assistant.office.facts(f"{who.platform}:{who.user}", who.may, managed)
        await assistant.sender.answer(interaction, done, private=True)
    elif press.verb in ("more", "sources", "timeline", "ask"):
        shown: Any = "sources" if press.verb == "sources" else "answer"
        work = assistant.again(press.turns, reader(interaction), asked=True)
        await assistant.sender.answer(interaction, work, private=True, number=press.page, shown=shown)
    elif press.verb == "why":
        work = assistant.office.because(asker(assistant, interaction), token_of(press.text))
        await assistant.sender.answer(interaction, work, private=True)
    else:
        raise Refused(GONE)


async def _judged(assistant: Assistant, interaction: Interaction, press: Press) -> None:
    verdict: Verdict = "good" if press.verb == "good" else "bad"
    reply = await assistant.sender.waited(interaction, assistant.again(press.turns, reader(interaction)), private=True)
    assistant.state.feedback.record(
        "discord", str(interaction.user.id), str(interaction.channel_id), judged(reply), verdict, reply.events
    )
    thanks = "Thank you, noted."
    await tell(interaction, thanks if verdict == "good" else f"{thanks} “Correct…” lets you say what is wrong.")
