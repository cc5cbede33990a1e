"""`/digest` and `/facts`: what the options come to, who may, and that a button does nothing again."""

from __future__ import annotations

from typing import Any

import discord
import pytest
from simcord.backend.errors import SetupError
from simcord.env import Env

from bot.digests.wanting import read
from bot.platforms.discord.managing import phrased
from bot.settings import Settings
from bot.state import State
from tests.discord.shown import labels, text


@pytest.fixture
def keeper(simcord_env: Env, channel: Any) -> Any:
    role = simcord_env.guild.create_role("Keepers", permissions=discord.Permissions(manage_guild=True))
    return simcord_env.guild.add_member(simcord_env.create_user("keeper"), roles=[role])


@pytest.fixture
def state(simcord_env: Env) -> State:
    bot: Any = simcord_env.bot
    kept: State = bot.state
    return kept


async def test_a_digest_is_set_up_explained_and_paused(keeper: Any, channel: Any, state: State) -> None:
    told = await keeper.slash(
        channel,
        "digest set",
        every="weekly",
        day="Monday",
        time="9:00",
        zone="Europe/Berlin",
        minimum="10M",
        only="deals",
    )
    assert told.ephemeral
    assert r"Every Monday at 09:00 \(Europe/Berlin\); only deals" in text(told.response)
    assert "sums over $10 million" in text(told.response)
    (one,) = state.subscriptions.all()
    assert (one.platform, one.channel, one.by) == ("discord", str(channel.id), str(keeper.id))
    assert "Every Monday" in text((await keeper.slash(channel, "digest why")).response)
    assert "paused" in text((await keeper.slash(channel, "digest pause")).response)
    assert state.subscriptions.active() == []
    assert "goes on" in text((await keeper.slash(channel, "digest resume")).response)
    assert "any more" in text((await keeper.slash(channel, "digest stop")).response)
    assert state.subscriptions.all() == []


async def test_now_claims_what_the_clock_then_posts(keeper: Any, channel: Any, state: State) -> None:
    await keeper.slash(channel, "digest set", every="daily", always=True)
    assert "within half a minute" in text((await keeper.slash(channel, "digest now")).response)
    (claimed,) = state.deliveries.of("discord", str(channel.id))
    assert claimed.status == "claimed"
    assert [one.token for one in state.deliveries.retake("whoever posts", 8)] == [claimed.token]


async def test_everybody_may_look_at_the_digest_and_only_managers_change_it(
    alice: Any, channel: Any, state: State
) -> None:
    assert "facts from" in text((await alice.slash(channel, "digest preview")).response)
    for name in ("now", "pause", "resume", "stop"):
        assert "Only administrators" in text((await alice.slash(channel, f"digest {name}")).response)
    assert "Only administrators" in text((await alice.slash(channel, "digest set", every="daily")).response)
    assert state.subscriptions.all() == []


async def test_with_a_list_of_admins_managers_may_not(
    simcord_env: Env, settings: Settings, keeper: Any, channel: Any, state: State
) -> None:
    bot: Any = simcord_env.bot
    bot.settings = settings.model_copy(update={"discord_admins": "1"})
    assert "Only administrators" in text((await keeper.slash(channel, "digest set", every="daily")).response)
    assert "Only administrators" in text((await keeper.slash(channel, "facts reload")).response)
    assert state.audit.entries() == []


async def test_zones_are_offered_by_any_part_of_their_name(keeper: Any, channel: Any) -> None:
    offered = await keeper.autocomplete(channel, "digest set", "zone", "berl", every="weekly")
    assert offered[0]["value"] == "Europe/Berlin"
    offered = await keeper.autocomplete(channel, "digest set", "zone", "buenos a", every="weekly")
    assert offered[0]["value"].endswith("/Buenos_Aires")


async def test_the_facts_are_looked_after(keeper: Any, channel: Any, state: State) -> None:
    assert "facts from" in text((await keeper.slash(channel, "facts status")).response)
    assert (await keeper.slash(channel, "facts sources")).ephemeral
    assert "Figure" in text((await keeper.slash(channel, "facts sources", of="Figure AI")).response)
    await keeper.slash(channel, "facts conflicts")
    done = await keeper.slash(channel, "facts different", name="Figure AI", other="Unitree Robotics")
    (entry,) = state.audit.entries()
    assert entry.who == f"discord:{keeper.id}", text(done.response)
    assert f"discord:{keeper.id}" in text((await keeper.slash(channel, "facts audit", count=5)).response)
    await keeper.slash(channel, "facts undo")
    assert state.audit.entries()[-1].undone is not None


async def test_a_button_shows_again_what_was_told_and_does_nothing_again(
    keeper: Any, channel: Any, state: State
) -> None:
    sources = await keeper.slash(channel, "facts sources")
    assert "More" in labels(sources.response)
    before = len(state.audit.entries())
    more = await keeper.click(sources.response, label="More")
    assert "Page 2 of" in text(more.response)
    assert len(state.audit.entries()) == before


async def test_others_are_not_offered_the_facts(alice: Any, channel: Any) -> None:
    with pytest.raises(SetupError, match="default-member-permissions"):
        await alice.slash(channel, "facts status")


async def test_others_to_whom_a_server_offers_them_change_nothing(
    simcord_env: Env, alice: Any, channel: Any, state: State
) -> None:
    bot: Any = simcord_env.bot
    command = next(one for one in await bot.tree.fetch_commands() if one.name == "facts")
    simcord_env.guild.set_command_permissions(command.id, {alice: True})
    for name, options in (("reload", {}), ("audit", {}), ("retract", {"id": "s1"}), ("undo", {})):
        assert "Only administrators" in text((await alice.slash(channel, f"facts {name}", **options)).response)
    assert state.audit.entries() == []
    assert state.judgements.standing() == []


@pytest.mark.parametrize(
    ("options", "phrase"),
    [
        ({"every": "weekly"}, "weekly"),
        ({"every": "monthly", "day": "31", "time": "5 pm"}, "monthly 31 5 pm"),
        ({"every": "daily", "minimum": "100M", "at_once": True}, "daily over $100M at once"),
        ({"every": "daily", "minimum": "RMB 500 million"}, "daily over RMB 500 million"),
        (
            {"every": "weekly", "zone": "Asia/Kolkata", "only": "deals", "about": "Figure, 1X", "always": True},
            "weekly Asia/Kolkata only deals even if nothing is new about Figure, 1X",
        ),
    ],
)
def test_options_are_one_message(options: dict[str, Any], phrase: str) -> None:
    assert phrased(**options) == phrase
    assert read(phrase).every


async def test_a_channel_chooses_its_language(keeper: Any, channel: Any, state: State) -> None:
    told = await keeper.slash(
        channel, "digest set", every="weekly", minimum="10M", language="German", about="Figure AI"
    )
    assert "as in German" in text(told.response)
    assert state.channels.language("discord", str(channel.id)) == "de"
    assert "Japanese" in text((await keeper.slash(channel, "digest language", language="ja")).response)
    refused = text((await keeper.slash(channel, "digest language", language="Klingon")).response)
    assert "is no language that I know" in refused
    assert state.channels.language("discord", str(channel.id)) == "ja"
