"""Watches: begun by a command or a button, listed, ended from the list."""

from __future__ import annotations

from typing import Any

from simcord.env import Env

from tests.discord.shown import components


def watched(env: Env, user: Any) -> list[str]:
    bot: Any = env.bot
    return [watch.name for watch in bot.state.watches.of("discord", "user", str(user.id))]


async def test_a_name_is_watched_once(simcord_env: Env, alice: Any, bob: Any, channel: Any) -> None:
    first = await alice.slash(channel, "watch", entity="宇树")
    again = await alice.slash(channel, "watch", entity="Unitree Robotics")
    assert first.ephemeral
    assert first.response.content == "You now watch Unitree Robotics."
    assert again.response.content == "You already watch Unitree Robotics."
    assert watched(simcord_env, alice) == ["Unitree Robotics"]
    assert watched(simcord_env, bob) == []


async def test_the_button_watches_whom_the_answer_is_about(
    simcord_env: Env, bob: Any, alice: Any, channel: Any
) -> None:
    answer = await alice.slash(channel, "deal", entity="Figure AI")
    await bob.click(answer.response, label="Watch")
    assert watched(simcord_env, bob) == ["Figure AI"]
    assert watched(simcord_env, alice) == []


async def test_a_name_that_is_not_known_gets_near_ones(alice: Any, channel: Any) -> None:
    told = (await alice.slash(channel, "watch", entity="Unitreee Robotics")).response.content
    assert told.startswith("I know nobody called “Unitreee Robotics”. Did you mean Unitree Robotics")
    hostile = (await alice.slash(channel, "watch", entity="@everyone <@1> **x**")).response.content
    assert "@everyone" not in hostile
    assert "<@1>" not in hostile


async def test_a_watch_is_ended_by_its_name(simcord_env: Env, alice: Any, channel: Any) -> None:
    await alice.slash(channel, "watch", entity="Figure AI")
    ended = await alice.slash(channel, "watch", entity="Figure AI", stop=True)
    assert ended.response.content == "You no longer watch Figure AI."
    assert watched(simcord_env, alice) == []
    assert (await alice.slash(channel, "watch", entity="Figure AI", stop=True)).response.content.startswith(
        "You do not"
    )


async def test_a_watch_outlives_its_entity_and_can_be_ended(simcord_env: Env, alice: Any, channel: Any) -> None:
    bot: Any = simcord_env.bot
    bot.state.watches.add("discord", "user", str(alice.id), "org-gone", "Gone Robotics")
    ended = await alice.slash(channel, "watch", entity="gone robotics", stop=True)
    assert ended.response.content == "You no longer watch Gone Robotics."
    assert watched(simcord_env, alice) == []


async def test_the_list_ends_watches_also_after_a_restart(
    simcord_env: Env, restarted: Any, alice: Any, channel: Any
) -> None:
    assert (await alice.slash(channel, "watch")).response.content.startswith("You watch nothing yet")
    for name in ("Figure AI", "Unitree Robotics"):
        await alice.slash(channel, "watch", entity=name)
    shown = await alice.slash(channel, "watch")
    assert shown.ephemeral
    assert shown.response.content == "You watch **Figure AI**, **Unitree Robotics**."
    await simcord_env.restart_bot(restarted())
    menu = next(part for part in components(shown.response) if part["type"] == 3)
    value = next(option["value"] for option in menu["options"] if option["label"] == "Figure AI")
    await alice.select(shown.response, [value])
    assert watched(simcord_env, alice) == ["Unitree Robotics"]
