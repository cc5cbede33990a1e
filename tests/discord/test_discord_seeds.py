"""The message menu "Save as seed", and who may use it."""

from __future__ import annotations

from typing import Any

import discord
import pytest
from simcord.backend.errors import SetupError
from simcord.env import Env

from bot.articles.reading import read_article
from bot.settings import Settings

TEXT = "Quillon Robotics raised $21 million in a Series A led by Tessaro.\n---\nThe money goes into hands."


@pytest.fixture
def keeper(simcord_env: Env, channel: Any) -> Any:
    role = simcord_env.guild.create_role("Keepers", permissions=discord.Permissions(manage_guild=True))
    return simcord_env.guild.add_member(simcord_env.create_user("keeper"), roles=[role])


async def test_a_message_becomes_an_article_that_reads(
    settings: Settings, keeper: Any, alice: Any, channel: Any
) -> None:
    message = await alice.send(channel, TEXT)
    saved = await keeper.context_menu(channel, "Save as seed", message)
    assert saved.ephemeral
    (file,) = settings.inbox.iterdir()
    assert file.name in saved.response.content
    assert file.suffix == ".md"
    article = read_article(file)
    assert article.publisher == "Discord"
    assert "Quillon Robotics raised $21 million in a Series A led by Tessaro." in article.text
    assert "The money goes into hands." in article.text
    again = await keeper.context_menu(channel, "Save as seed", message)
    assert "saved before" in again.response.content
    assert [one.name for one in settings.inbox.iterdir()] == [file.name]


async def test_too_little_text_is_refused(
    settings: Settings, keeper: Any, alice: Any, channel: Any, simcord_env: Env
) -> None:
    refused = await keeper.context_menu(channel, "Save as seed", await alice.send(channel, "nice!"))
    assert refused.ephemeral
    assert "too little text" in refused.response.content
    assert not settings.inbox.exists()
    assert simcord_env.errors == []


async def test_others_are_not_offered_it(alice: Any, channel: Any) -> None:
    with pytest.raises(SetupError, match="default-member-permissions"):
        await alice.context_menu(channel, "Save as seed", await alice.send(channel, TEXT))


async def test_others_to_whom_a_server_offers_it_are_refused(
    simcord_env: Env, settings: Settings, alice: Any, channel: Any
) -> None:
    message = await alice.send(channel, TEXT)
    bot: Any = simcord_env.bot
    command = next(one for one in await bot.tree.fetch_commands() if one.name == "Save as seed")
    simcord_env.guild.set_command_permissions(command.id, {alice: True})
    refused = await alice.context_menu(channel, "Save as seed", message)
    assert refused.ephemeral
    assert refused.response.content == "Only those who look after the seeds may save messages as seeds."
    assert not settings.inbox.exists()
    assert simcord_env.errors == []


async def test_with_a_list_of_admins_nobody_else_may(
    simcord_env: Env, settings: Settings, keeper: Any, alice: Any, channel: Any
) -> None:
    bot: Any = simcord_env.bot
    bot.settings = settings.model_copy(update={"discord_admins": f"1, {alice.id}"})
    message = await alice.send(channel, TEXT)
    assert "Only those" in (await keeper.context_menu(channel, "Save as seed", message)).response.content
    assert simcord_env.errors == []
