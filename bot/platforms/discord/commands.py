"""The slash commands: typed options in, the same answers as everywhere out."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import date
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.answers.commands import COMMANDS
from bot.platforms.discord import phrasing
from bot.platforms.discord.choices import periods
from bot.platforms.discord.errors import Refused
from bot.platforms.discord.guarding import guarded
from bot.platforms.discord.managing import digest, facts
from bot.platforms.discord.mentions import PLATFORM, room
from bot.platforms.discord.seeds import NAME, save
from bot.platforms.discord.sending import Interaction
from bot.platforms.shared.room import Room

if TYPE_CHECKING:
    from bot.platforms.discord.client import Assistant

Name = app_commands.Range[str, 1, 100]
Short = app_commands.Range[str, 1, 60]
Question = app_commands.Range[str, 1, 600]
Offered = list[app_commands.Choice[str]]

_PRIVATE = "Whether only you see the answer"
_PERIOD = "A year, a quarter, “since 2024”, “March 2025” …"
_KINDS = [
    app_commands.Choice(name="Funding rounds", value="funding"),
    app_commands.Choice(name="Acquisitions", value="acquisition"),
    app_commands.Choice(name="Listings", value="ipo"),
]
_CHARTS = [
    app_commands.Choice(name="By month", value="month"),
    app_commands.Choice(name="By size", value="size"),
    app_commands.Choice(name="What a company raised", value="total"),
]
_ROUNDS = [app_commands.Choice(name=name, value=name) for name in phrasing.ROUNDS]


def register(tree: app_commands.CommandTree[Any], assistant: Assistant) -> None:
    """Adds every command to a tree."""
    _add_deal(tree, assistant)
    _add_who(tree, assistant)
    _add_timeline(tree, assistant)
    _add_map(tree, assistant)
    _add_ask(tree, assistant)
    _add_watch(tree, assistant)
    _add_save(tree, assistant)
    tree.add_command(digest(assistant))
    tree.add_command(facts(assistant))


def _add_deal(tree: app_commands.CommandTree[Any], assistant: Assistant) -> None:
    @tree.command(name="deal", description=_help("deal"))
    @app_commands.describe(
        entity="A company, an investor or a buyer",
        period=_PERIOD,
        round="Series A, Seed …",
        minimum="The least sum: 500M, $1B, RMB 100 million …",
        kind="What kind of deal",
        chart="As a picture above the facts",
        csv="All of them as a CSV file as well",
        private=_PRIVATE,
    )
    @app_commands.choices(kind=_KINDS, round=_ROUNDS, chart=_CHARTS)
    @app_commands.autocomplete(entity=_entities(assistant), period=_periods)
    async def deal(
        interaction: Interaction,
        entity: Name | None = None,
        period: Short | None = None,
        round: str | None = None,
        minimum: Short | None = None,
        kind: str | None = None,
        chart: str | None = None,
        csv: bool = False,
        private: bool | None = None,
    ) -> None:
        await _answer(
            assistant, interaction, lambda: phrasing.deal(entity, period, round, minimum, kind, chart, csv), private
        )


def _add_who(tree: app_commands.CommandTree[Any], assistant: Assistant) -> None:
    @tree.command(name="who", description=_help("who"))
    @app_commands.describe(
        entity="A person, or a company", post="Who holds it at the company: CEO, founder …", private=_PRIVATE
    )
    @app_commands.autocomplete(entity=_entities(assistant))
    async def who(
        interaction: Interaction, entity: Name, post: Short | None = None, private: bool | None = None
    ) -> None:
        await _answer(assistant, interaction, lambda: phrasing.who(entity, post), private)


def _add_timeline(tree: app_commands.CommandTree[Any], assistant: Assistant) -> None:
    @tree.command(name="timeline", description=_help("timeline"))
    @app_commands.describe(
        entity="A company, a person or a product; with a chart a period is enough",
        period=_PERIOD,
        chart="As a picture above the facts",
        private=_PRIVATE,
    )
    @app_commands.autocomplete(entity=_entities(assistant), period=_periods)
    async def timeline(
        interaction: Interaction,
        entity: Name | None = None,
        period: Short | None = None,
        chart: bool = False,
        private: bool | None = None,
    ) -> None:
        await _answer(assistant, interaction, lambda: phrasing.timeline(entity, period, chart), private)


def _add_map(tree: app_commands.CommandTree[Any], assistant: Assistant) -> None:
    @tree.command(name="map", description=_help("map"))
    @app_commands.describe(entity="A company or an investor; nothing for all", period=_PERIOD, private=_PRIVATE)
    @app_commands.autocomplete(entity=_entities(assistant), period=_periods)
    async def map(
        interaction: Interaction, entity: Name | None = None, period: Short | None = None, private: bool | None = None
    ) -> None:
        await _answer(assistant, interaction, lambda: phrasing.map_(entity, period), private)


def _add_ask(tree: app_commands.CommandTree[Any], assistant: Assistant) -> None:
    @tree.command(name="ask", description=_help("ask"))
    @app_commands.describe(question="In plain words; it may follow on your last one", private=_PRIVATE)
    async def ask(interaction: Interaction, question: Question, private: bool | None = None) -> None:
        await _answer(assistant, interaction, lambda: phrasing.ask(question), private)

    @tree.command(name="help", description=_help("help"))
    async def help(interaction: Interaction) -> None:
        await _answer(assistant, interaction, lambda: "/help", True)


def _add_watch(tree: app_commands.CommandTree[Any], assistant: Assistant) -> None:
    @tree.command(name="watch", description="Keep an eye on a name, or list what you watch")
    @app_commands.describe(
        entity="Whom or what to watch; nothing lists what is watched",
        stop="Stop watching it",
        here="For this channel instead of for yourself",
    )
    @app_commands.autocomplete(entity=_entities(assistant))
    async def watch(
        interaction: Interaction, entity: Name | None = None, stop: bool = False, here: bool = False
    ) -> None:
        async with guarded(assistant, interaction, "/watch"):
            await assistant.watching.command(interaction, entity, stop, here)


def _add_save(tree: app_commands.CommandTree[Any], assistant: Assistant) -> None:
    @tree.context_menu(name=NAME)
    @app_commands.default_permissions(manage_guild=True)
    async def save_as_seed(interaction: Interaction, message: discord.Message) -> None:
        async with guarded(assistant, interaction, NAME):
            await save(assistant, interaction, message)


async def _answer(
    assistant: Assistant, interaction: Interaction, phrase: Callable[[], str], private: bool | None
) -> None:
    async with guarded(assistant, interaction, f"/{interaction.command.name if interaction.command else '?'}"):
        try:
            text = phrase()
        except phrasing.Unclear as error:
            raise Refused(str(error)) from None
        alone = assistant.settings.discord_private if private is None else private
        work = assistant.desk.answer(_room(interaction), str(interaction.user.id), text, str(interaction.locale))
        await assistant.sender.answer(interaction, work, alone)


def _room(interaction: Interaction) -> Room:
    if isinstance(interaction.channel, discord.Thread):
        return room(interaction.channel)
    return Room(PLATFORM, str(interaction.channel_id))


def _entities(assistant: Assistant) -> Callable[[Interaction, str], Coroutine[Any, Any, Offered]]:
    async def offer(interaction: Interaction, typed: str) -> Offered:
        return await assistant.choices.offer(typed)

    return offer


async def _periods(interaction: Interaction, typed: str) -> Offered:
    return periods(typed, date.today())


def _help(name: str) -> str:
    """What a command does, as `/help` tells it."""
    told = next(command.help for command in COMMANDS if command.name == name)
    return f"{told[:1].upper()}{told[1:]}"[:100]
