"""`/digest` and `/facts`: typed options put together to what the other platforms would be told in words."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

import discord
from discord import app_commands

from bot.digests.command import Asker
from bot.locales import LANGUAGES, nearest
from bot.platforms.discord.errors import Refused
from bot.platforms.discord.guarding import guarded
from bot.platforms.discord.limits import CHOICES
from bot.platforms.discord.mentions import PLATFORM
from bot.platforms.discord.seeds import attached, may
from bot.platforms.discord.sending import Interaction
from bot.platforms.shared.room import Reply

if TYPE_CHECKING:
    from bot.platforms.discord.client import Assistant

Word = app_commands.Range[str, 1, 40]
Name = app_commands.Range[str, 1, 100]
Names = app_commands.Range[str, 1, 400]
Address = app_commands.Range[str, 1, 1000]
Offered = list[app_commands.Choice[str]]

_EVERY = [app_commands.Choice(name=name, value=name) for name in ("daily", "weekly", "monthly")]
_ONLY = [
    app_commands.Choice(name=name.capitalize(), value=name)
    for name in ("deals", "funding", "acquisitions", "listings", "people", "products", "partnerships", "deployments")
]


def asker(assistant: Assistant, interaction: Interaction) -> Asker:
    """Who asks where. Where the bot cannot post, such as in a server that it is not in, there is no channel."""
    user = str(interaction.user.id)
    channel = ""
    if interaction.guild_id is not None:
        channel = str(interaction.channel_id) if assistant.get_guild(interaction.guild_id) is not None else ""
    elif interaction.context.dm_channel:
        channel = f"@{user}"
    return Asker(PLATFORM, channel, user, may(assistant, interaction))


def digest(assistant: Assistant) -> app_commands.Group:
    """Everybody may look; who may change what a channel gets is checked when it is asked for."""
    group = app_commands.Group(name="digest", description="What is new: when it is posted here, and why")

    async def handled(interaction: Interaction, text: str) -> None:
        await _answer(
            assistant, interaction, "/digest", lambda: assistant.office.digest(asker(assistant, interaction), text)
        )

    @group.command(name="set", description="Sets up the digest of this channel, in place of the one before")
    @app_commands.describe(
        every="How often",
        day="A weekday for a weekly one, a number for a monthly one",
        time="Like 9:00 or 5 pm; 9:00 without",
        zone="Like Europe/Berlin; the one before, or UTC, without",
        minimum="The least sum of what is told: 100M, $1B …",
        only="What kind of news alone",
        about="Names with commas between; nothing else is told then",
        language="Of dates, sums and numbers, like German; the one before without",
        at_once="News of new articles as well, as they come",
        always="Says so where nothing is new",
    )
    @app_commands.choices(every=_EVERY, only=_ONLY)
    @app_commands.autocomplete(zone=_zones, language=_languages)
    async def set_up(
        interaction: Interaction,
        every: str,
        day: Word | None = None,
        time: Word | None = None,
        zone: Word | None = None,
        minimum: Word | None = None,
        only: str | None = None,
        about: Names | None = None,
        at_once: bool = False,
        always: bool = False,
        language: Word | None = None,
    ) -> None:
        text = phrased(every, day, time, zone, minimum, only, about, at_once, always, language)
        await handled(interaction, text)

    @group.command(name="language", description="In which language's forms dates, sums and numbers are told here")
    @app_commands.describe(language="Like German; default for the bot's own; nothing tells which it is")
    @app_commands.autocomplete(language=_languages)
    async def spoken(interaction: Interaction, language: Word | None = None) -> None:
        await handled(interaction, _line("language", language))

    for name, description in (
        ("preview", "What the next digest would tell, for you alone"),
        ("now", "Posts what is new now"),
        ("why", "What is set up here, and what became of the last messages"),
        ("pause", "Posts nothing until it is resumed"),
        ("resume", "Posts again, from now on"),
        ("stop", "Ends the digest of this channel"),
    ):
        group.add_command(_plain(name, description, handled))
    return group


def facts(assistant: Assistant) -> app_commands.Group:
    """Offered to those who manage the server; every use is checked again."""
    group = app_commands.Group(
        name="facts",
        description="Looks after the facts: sources, conflicts, judgements, reload",
        default_permissions=discord.Permissions(manage_guild=True),
    )

    async def handled(interaction: Interaction, text: str) -> None:
        who, admin = f"{PLATFORM}:{interaction.user.id}", may(assistant, interaction)
        await _answer(assistant, interaction, "/facts", lambda: assistant.office.facts(who, admin, text))

    for name, description in (
        ("status", "How much is known, since when, what waits"),
        ("reload", "Rebuilds the facts from the articles"),
    ):
        group.add_command(_plain(name, description, handled))

    @group.command(name="sources", description="The articles, or what a fact rests on")
    @app_commands.describe(of="A name, a file or an id; nothing lists the articles")
    async def sources(interaction: Interaction, of: Name | None = None) -> None:
        await handled(interaction, _line("sources", of))

    @group.command(name="conflicts", description="Where articles disagree")
    @app_commands.describe(about="A name; nothing lists all")
    async def conflicts(interaction: Interaction, about: Name | None = None) -> None:
        await handled(interaction, _line("conflicts", about))

    @group.command(name="retract", description="Takes a statement or an event out")
    @app_commands.describe(id="The id, as /facts sources shows it")
    async def retract(interaction: Interaction, id: Word) -> None:
        await handled(interaction, _line("retract", id))

    @group.command(name="same", description="Says that one is the other under another name")
    @app_commands.describe(name="The name that stays", other="Its other name")
    async def same(interaction: Interaction, name: Name, other: Name) -> None:
        await handled(interaction, f"same {_quoted(name)} {_quoted(other)}")

    @group.command(name="different", description="Says that two are not one")
    @app_commands.describe(name="The one", other="The other")
    async def different(interaction: Interaction, name: Name, other: Name) -> None:
        await handled(interaction, f"different {_quoted(name)} {_quoted(other)}")

    @group.command(name="correct", description="Puts a value of an event right")
    @app_commands.describe(id="Of the event", slot="amount, date, status …", value="What is right")
    async def correct(interaction: Interaction, id: Word, slot: Word, value: Name) -> None:
        await handled(interaction, _line("correct", id, slot, value))

    @group.command(name="add", description="Shows what an article would bring, and saves it if you say so")
    @app_commands.describe(url="Of the article", file="Instead: an article as a file, .md, .txt or .html")
    async def add(interaction: Interaction, url: Address | None = None, file: discord.Attachment | None = None) -> None:
        if file is None:
            await handled(interaction, _line("add", url))
        else:
            async with guarded(assistant, interaction, "/facts"):
                if not may(assistant, interaction):
                    raise Refused("Only those who look after the seeds may add articles.")
                await assistant.sender.answer(interaction, attached(assistant, file), private=True)

    @group.command(name="undo", description="Takes the last judgement back, or one by its number")
    async def undo(interaction: Interaction, number: app_commands.Range[int, 1, 2**31] | None = None) -> None:
        await handled(interaction, _line("undo", str(number) if number else None))

    @group.command(name="audit", description="What administrators did")
    async def audit(interaction: Interaction, count: app_commands.Range[int, 1, 100] | None = None) -> None:
        await handled(interaction, _line("audit", str(count) if count else None))

    return group


def phrased(
    every: str,
    day: str | None = None,
    time: str | None = None,
    zone: str | None = None,
    minimum: str | None = None,
    only: str | None = None,
    about: str | None = None,
    at_once: bool = False,
    always: bool = False,
    language: str | None = None,
) -> str:
    """The options of `/digest set` as one message."""
    least = minimum.strip() if minimum else ""
    if least[:1].isdigit() and least[-1:].isalnum() and " " not in least:
        least = f"${least}"
    return _line(
        every,
        day,
        time,
        zone,
        f"over {least}" if least else None,
        f"only {only}" if only else None,
        f"language {nearest(language) or language}" if language else None,
        "at once" if at_once else None,
        "even if nothing is new" if always else None,
        f"about {about}" if about else None,
    )


def _plain(
    name: str, description: str, handled: Callable[[Interaction, str], Awaitable[None]]
) -> app_commands.Command[app_commands.Group, ..., None]:
    """A subcommand without options."""

    async def run(interaction: Interaction) -> None:
        await handled(interaction, name)

    return app_commands.Command(name=name, description=description, callback=run)


async def _answer(
    assistant: Assistant, interaction: Interaction, what: str, work: Callable[[], Awaitable[Reply]]
) -> None:
    """What is looked after is shown to who looks after it alone."""
    async with guarded(assistant, interaction, what):
        await assistant.sender.answer(interaction, work(), private=True)


async def _zones(interaction: Interaction, typed: str) -> Offered:
    wanted = typed.strip().replace(" ", "_").casefold()
    fit = [name for name in sorted(available_timezones()) if "/" in name and wanted in name.casefold()]
    fit.sort(key=lambda name: (not name.casefold().rpartition("/")[2].startswith(wanted), name.startswith("Etc/")))
    return [app_commands.Choice(name=name, value=name) for name in fit[:CHOICES]]


async def _languages(interaction: Interaction, typed: str) -> Offered:
    wanted = typed.strip().casefold()
    fit = [
        (name, code) for code, (name, _) in LANGUAGES.items() if name.casefold().startswith(wanted) or code == wanted
    ]
    return [app_commands.Choice(name=name, value=code) for name, code in sorted(fit)[:CHOICES]]


def _line(*words: str | None) -> str:
    return " ".join(" ".join(word.split()) for word in words if word)


def _quoted(name: str) -> str:
    return '"' + " ".join(name.replace('"', " ").split()) + '"'
