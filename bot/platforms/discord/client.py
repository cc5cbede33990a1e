"""The client that Discord talks to: what it needs, what it tells Discord at the start, how it ends."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import discord
from discord import app_commands

from bot.app import names, serving, version
from bot.platforms.discord import backoff
from bot.platforms.discord.choices import Choices
from bot.platforms.discord.commands import register
from bot.platforms.discord.errors import reported
from bot.platforms.discord.guarding import mine
from bot.platforms.discord.mentions import PLATFORM, heard
from bot.platforms.discord.press import PressButton
from bot.platforms.discord.sending import Interaction, Sender, tell
from bot.platforms.discord.syncing import sync
from bot.platforms.discord.watching import Watching, WatchList
from bot.platforms.shared import posted
from bot.platforms.shared.actions import DISCORD_LONGEST, Actions
from bot.platforms.shared.desk import Desk
from bot.platforms.shared.languages import Languages, Reader
from bot.platforms.shared.office import Office
from bot.platforms.shared.once import Once
from bot.platforms.shared.room import Reply
from bot.platforms.shared.servings import Servings
from bot.settings import Settings
from bot.state import State

log = logging.getLogger(__name__)

_FINISH = 2.5
"""Seconds that answers under way get to be finished when the client is closed."""


def intents() -> discord.Intents:
    """No privileged intent: the text of messages that name the bot, and of direct ones, comes without."""
    wanted = discord.Intents.none()
    wanted.guilds = True
    wanted.guild_messages = True
    wanted.dm_messages = True
    return wanted


class Assistant(discord.Client):
    """Made without a token and without a connection. What it opens itself, it closes itself."""

    def __init__(self, settings: Settings, desk: Desk | None, state: State | None, **options: Any) -> None:
        super().__init__(
            intents=intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            chunk_guilds_at_startup=False,
            **options,
        )
        self.settings = settings
        self._given_desk, self._given_state = desk, state
        self._opened_desk: Desk | None = None
        self._opened_state: State | None = None
        self._office: Office | None = None
        self.once = Once(lambda event, ttl: self.state.seen.first(PLATFORM, event, ttl))
        self._at_work: set[asyncio.Task[Any]] = set()
        self.choices = Choices(lambda: names(settings.db), lambda: version(settings.db))
        self.watching = Watching(self)
        self.tree = Commands(self)
        register(self.tree, self)

    @property
    def desk(self) -> Desk:
        """Who answers."""
        desk = self._given_desk or self._opened_desk
        if desk is None:
            db = self.settings.db
            desk = Desk(
                Servings(lambda: serving(db), lambda: version(db)),
                seconds=self.settings.answer_seconds,
                languages=Languages(self.settings.locale, self.state.channels.language),
            )
            self._opened_desk = desk
        return desk

    @property
    def state(self) -> State:
        """What people did and set."""
        state = self._given_state or self._opened_state
        if state is None:
            state = self._opened_state = State.open(self.settings.state_place)
        return state

    @property
    def actions(self) -> Actions:
        return Actions(self.state.kept, DISCORD_LONGEST)

    @property
    def office(self) -> Office:
        """Who does what `/digest` and `/facts` ask for."""
        if self._office is None:
            self._office = Office(self.settings, self.desk, self.state, "/")
        return self._office

    @property
    def sender(self) -> Sender:
        return Sender(self.actions, self.settings.discord_style)

    async def again(self, turns: tuple[str, ...], reader: Reader, asked: bool = False) -> Reply:
        """What was answered or posted before, as a button asks for it; `asked`: for a person to see."""
        return posted.found(self.state.kept, turns) or await self.desk.again(turns, reader, asked)

    async def setup_hook(self) -> None:
        """Buttons of old messages work again, the commands are told where they changed, the names are read."""
        self.add_dynamic_items(PressButton)
        self.add_view(WatchList(self))
        await sync(self.tree, self.state.kept)
        self.choices.refresh()

    async def connect(self, *, reconnect: bool = True) -> None:
        backoff.install()
        await super().connect(reconnect=reconnect)

    async def on_ready(self) -> None:
        log.info("Discord is connected as %s, in %d servers", self.user, len(self.guilds))

    async def on_message(self, message: discord.Message) -> None:
        await heard(self, message)

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Marks the task as one that `close` lets finish."""
        task = asyncio.current_task()
        assert task is not None
        self._at_work.add(task)
        try:
            yield
        finally:
            self._at_work.discard(task)

    async def close(self) -> None:
        """Finishes the answers under way, then the connection, then what was opened here."""
        under_way = self._at_work - {asyncio.current_task()}
        if under_way:
            await asyncio.wait(under_way, timeout=_FINISH)
        await super().close()
        # discord.py leaves the task behind that waits for the servers at the start.
        starting: asyncio.Task[Any] | None = getattr(self._connection, "_ready_task", None)
        if starting is not None:
            starting.cancel()
            await asyncio.gather(starting, return_exceptions=True)
        await self.choices.close()
        if self._opened_desk is not None:
            await self._opened_desk.close()
            self._opened_desk = None
        if self._opened_state is not None:
            self._opened_state.close()
            self._opened_state = None


class ShardedAssistant(Assistant, discord.AutoShardedClient):
    """The same over as many connections as Discord advises."""


class Commands(app_commands.CommandTree[Assistant]):
    """The commands of one client: in servers, direct messages and group chats, for servers and for users."""

    def __init__(self, client: Assistant) -> None:
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        return await mine(interaction.client, interaction)

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """What fails outside of a command's own work: options that do not fit, completing a name."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        name = interaction.command.name if interaction.command else "?"
        if interaction.type is discord.InteractionType.autocomplete:
            reported(cause, f"discord: completing /{name}")
            return
        await tell(interaction, reported(cause, f"discord: /{name}"))


def create_client(
    settings: Settings | None = None, desk: Desk | None = None, state: State | None = None, **options: Any
) -> Assistant:
    """A client that is not logged in and needs no token; `options` go to discord.py.

    Without a desk or a state it opens its own when it needs them, from the settings, and closes them with itself.
    It starts no scheduler and no other platform.
    """
    chosen = settings if settings is not None else Settings()
    kind = ShardedAssistant if chosen.discord_sharded else Assistant
    return kind(chosen, desk, state, **options)
