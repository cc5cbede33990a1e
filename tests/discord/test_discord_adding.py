"""`/facts add`, and a link or a file saved as a seed: first a preview, then Save or Discard, for those who may."""

from __future__ import annotations

from typing import Any

import discord
import pytest
from simcord.env import Env

from bot.platforms.discord import seeds
from bot.settings import Settings
from tests.discord.shown import labels, text
from tests.platforms.near_intake import URL, take_in


@pytest.fixture
def keeper(simcord_env: Env, channel: Any) -> Any:
    role = simcord_env.guild.create_role("Keepers", permissions=discord.Permissions(manage_guild=True))
    return simcord_env.guild.add_member(simcord_env.create_user("keeper"), roles=[role])


@pytest.fixture(autouse=True)
def _intake(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    take_in(monkeypatch, settings)


async def test_a_preview_is_shown_and_then_saved(settings: Settings, keeper: Any, channel: Any) -> None:
    preview = await keeper.slash(channel, "facts add", url=URL)
    assert preview.ephemeral
    assert "1 disputed, 1 new" in text(preview.response)
    assert {"Save it", "Discard it"} <= set(labels(preview.response))
    assert not settings.inbox.exists()
    saved = await keeper.click(preview.response, label="Save it")
    assert "saved as 2026-01-05-quillon.md" in text(saved.response)
    assert [file.name for file in settings.inbox.iterdir()] == ["2026-01-05-quillon.md"]
    assert "gone, or was decided" in text((await keeper.click(preview.response, label="Discard it")).response)


async def test_a_preview_may_be_discarded(settings: Settings, keeper: Any, channel: Any) -> None:
    preview = await keeper.slash(channel, "facts add", url=URL)
    assert "was discarded" in text((await keeper.click(preview.response, label="Discard it")).response)
    assert not settings.inbox.exists()


async def test_who_may_is_checked_again_at_the_button(
    simcord_env: Env, settings: Settings, keeper: Any, channel: Any
) -> None:
    preview = await keeper.slash(channel, "facts add", url=URL)
    bot: Any = simcord_env.bot
    bot.settings = settings.model_copy(update={"discord_admins": "1"})
    assert "Only administrators" in text((await keeper.click(preview.response, label="Save it")).response)
    assert not settings.inbox.exists()


async def test_what_is_not_taken_is_said_in_one_line(keeper: Any, channel: Any) -> None:
    refused = await keeper.slash(channel, "facts add", url="http://127.0.0.1/")
    assert "It was not taken: it is at a private address." in text(refused.response)


async def test_a_message_that_is_a_link_is_read_where_it_leads(
    settings: Settings, keeper: Any, alice: Any, channel: Any
) -> None:
    message = await alice.send(channel, f"Have a look: {URL}")
    preview = await keeper.context_menu(channel, "Save as seed", message)
    assert "Quillon raises" in text(preview.response)
    assert "saved as" in text((await keeper.click(preview.response, label="Save it")).response)
    assert len(list(settings.inbox.iterdir())) == 1


async def test_a_file_of_a_message_is_shown_and_then_saved(
    settings: Settings, keeper: Any, alice: Any, channel: Any
) -> None:
    message = await alice.send(channel, "see here", attachments=[("quillon.md", b"Quillon raised $21 million.")])
    preview = await keeper.context_menu(channel, "Save as seed", message)
    await keeper.click(preview.response, label="Save it")
    (file,) = settings.inbox.iterdir()
    assert file.read_text("utf-8") == "Quillon raised $21 million."


async def test_a_file_that_is_too_large_is_not_fetched(
    monkeypatch: pytest.MonkeyPatch, keeper: Any, alice: Any, channel: Any
) -> None:
    monkeypatch.setattr(seeds, "LARGEST", 10)
    message = await alice.send(channel, "see here", attachments=[("quillon.md", b"Quillon raised $21 million.")])
    refused = await keeper.context_menu(channel, "Save as seed", message)
    assert "larger than" in text(refused.response)
