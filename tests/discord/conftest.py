"""The real client over a store of the corpus, before a Discord that is simulated in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import discord
import pytest
from simcord.env import Env

from bot.app import serving, version
from bot.platforms.discord import create_client
from bot.platforms.shared.conversations import Conversations
from bot.platforms.shared.desk import Desk
from bot.platforms.shared.servings import Servings
from bot.settings import Settings
from tests.slack.stores import build_corpus


@pytest.fixture(scope="session")
def corpus_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_corpus(tmp_path_factory.mktemp("corpus") / "facts.db")


@pytest.fixture
def settings(corpus_db: Path, tmp_path: Path) -> Settings:
    return Settings(db=corpus_db, state=tmp_path / "state.db", inbox=tmp_path / "inbox", discord_token=None)


@pytest.fixture(scope="session")
def opened_desk(corpus_db: Path) -> Iterator[Desk]:
    """One for all tests: opening a store takes longer than most of them."""
    servings = Servings(lambda: serving(corpus_db), lambda: version(corpus_db))
    yield Desk(servings, workers=1)
    servings.close()


@pytest.fixture
def desk(opened_desk: Desk) -> Desk:
    """It remembers no conversation of another test."""
    opened_desk.conversations = Conversations()
    return opened_desk


@pytest.fixture
def simcord_bot(settings: Settings, desk: Desk) -> discord.Client:
    return create_client(settings, desk)


@pytest.fixture
def restarted(settings: Settings, desk: Desk) -> Callable[[], discord.Client]:
    """Makes the client of the next start: nothing is remembered but what is in the state."""

    def make() -> discord.Client:
        desk.conversations = Conversations()
        return create_client(settings, desk)

    return make


@pytest.fixture
def channel(simcord_env: Env) -> Any:
    return simcord_env.create_guild().create_text_channel("general")


@pytest.fixture
def alice(simcord_env: Env, channel: Any) -> Any:
    return simcord_env.guild.add_member(simcord_env.create_user("alice"))


@pytest.fixture
def bob(simcord_env: Env, channel: Any) -> Any:
    return simcord_env.guild.add_member(simcord_env.create_user("bob"))


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISCORD_TOKEN", "DISCORD_API_URL", "BOT_DB", "BOT_STATE", "BOT_DISCORD_STYLE", "BOT_DISCORD_ADMINS"):
        monkeypatch.delenv(name, raising=False)
