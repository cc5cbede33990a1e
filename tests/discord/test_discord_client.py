"""The factory for tests and embedders, and what a client is made with."""

from __future__ import annotations

import asyncio
from pathlib import Path

import discord
import pytest
import simcord

from bot.platforms.discord import create_client
from bot.settings import Settings
from bot.state import State
from tests.discord.shown import text


def test_a_client_is_made_without_a_token_a_store_or_a_loop(tmp_path: Path) -> None:
    client = create_client(Settings(db=tmp_path / "none.db", state=tmp_path / "state.db"))
    assert isinstance(client, discord.Client)
    assert client.user is None
    assert not client.is_ready()
    assert list(tmp_path.iterdir()) == []


def test_settings_come_from_the_environment_where_none_are_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_STATE", str(tmp_path / "other.db"))
    assert create_client().settings.state == tmp_path / "other.db"  # type: ignore[attr-defined]


def test_nobody_is_mentioned_and_no_privileged_intent_is_asked_for(settings: Settings) -> None:
    client = create_client(settings)
    assert client.allowed_mentions is not None
    assert client.allowed_mentions.to_dict() == discord.AllowedMentions.none().to_dict()
    for name in ("members", "presences", "message_content"):
        assert not getattr(client.intents, name)


def test_several_connections_by_setting(settings: Settings) -> None:
    sharded = settings.model_copy(update={"discord_sharded": True})
    assert isinstance(create_client(sharded), discord.AutoShardedClient)
    assert not isinstance(create_client(settings), discord.AutoShardedClient)


async def test_a_sharded_client_answers(settings: Settings) -> None:
    client = create_client(settings.model_copy(update={"discord_sharded": True}), shard_count=2)
    async with simcord.run(client) as env:
        channel = env.create_guild(shard_id=1).create_text_channel("general")
        alice = env.guild.add_member(env.create_user("alice"))
        assert "Deals: Figure AI" in text((await alice.slash(channel, "deal", entity="Figure AI")).response)


async def test_what_was_given_is_left_open_and_what_was_opened_is_closed(settings: Settings) -> None:
    with State.open(settings.state) as state:
        async with simcord.run(create_client(settings, state=state)) as env:
            assert len(env.bot.persistent_views) == 1
            await env.bot.close()
        assert state.watches.all() == []
    client = create_client(settings)
    async with simcord.run(client):
        opened = client.state  # type: ignore[attr-defined]
        await client.close()
    with pytest.raises(Exception, match="closed"):
        opened.watches.all()


async def test_no_task_of_ours_is_left(settings: Settings) -> None:
    before = asyncio.all_tasks()
    async with simcord.run(create_client(settings)) as env:
        await env.bot.close()
    assert {task for task in asyncio.all_tasks() - before if not task.done()} == set()


async def test_commands_that_discord_does_not_take_do_not_stop_the_bot(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    client = create_client(settings)
    env = simcord.Env(client, check_errors=False)
    env.inject_error("PUT", "/applications/*/commands", status=500)
    try:
        await env.start()
        assert "did not take the commands" in caplog.text
        assert client.state.kept.get(f"discord commands {client.application_id}") is None  # type: ignore[attr-defined]
    finally:
        await env.shutdown()
