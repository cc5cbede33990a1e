"""Messages to the bot: by its name, as a reply to an answer, directly."""

from __future__ import annotations

from typing import Any

import pytest
from simcord.env import Env

from bot.state.seen import Seen
from tests.discord.shown import is_v2, labels, text


def name(env: Env) -> str:
    assert env.bot.user is not None
    return f"<@{env.bot.user.id}>"


async def test_a_message_that_names_the_bot_is_answered_as_a_reply(simcord_env: Env, alice: Any, channel: Any) -> None:
    asked = await alice.send(channel, f"{name(simcord_env)} who founded Figure?")
    answer = channel.last_message
    assert answer.author.id == simcord_env.bot.user.id  # type: ignore[union-attr]
    assert answer.reference.message_id == asked.id
    assert is_v2(answer)
    assert "Adcock" in text(answer)


async def test_others_are_left_alone(simcord_env: Env, alice: Any, bob: Any, channel: Any) -> None:
    mine = await bob.send(channel, "who founded Figure?")
    await alice.send(channel, "who founded Figure?", reply_to=mine)
    await alice.send(channel, f"{bob.mention} who founded Figure?")
    await alice.send(channel, "@everyone who founded Figure?")
    assert {message.author.id for message in channel.history()} == {alice.id, bob.id}


async def test_programs_are_not_answered(simcord_env: Env, channel: Any) -> None:
    hook = simcord_env.guild.create_webhook(channel)
    await hook.send(f"{name(simcord_env)} who founded Figure?")
    assert len(channel.history()) == 1


async def test_the_bare_name_gets_help(simcord_env: Env, alice: Any, channel: Any) -> None:
    await alice.send(channel, name(simcord_env))
    assert "What you can ask" in text(channel.last_message)


async def test_follow_ups_lean_on_what_the_same_person_said(
    simcord_env: Env, alice: Any, bob: Any, channel: Any
) -> None:
    await alice.send(channel, f"{name(simcord_env)} who founded Figure?")
    await bob.send(channel, f"{name(simcord_env)} and what did it raise in 2024?")
    assert "$675 million" not in text(channel.last_message)
    await alice.send(channel, f"{name(simcord_env)} and what did it raise in 2024?")
    assert "$675 million" in text(channel.last_message)


async def test_a_reply_goes_on_from_that_answer_whoever_writes_it_and_after_a_restart(
    simcord_env: Env, restarted: Any, alice: Any, bob: Any, channel: Any
) -> None:
    await alice.send(channel, f"{name(simcord_env)} who founded Figure?")
    answer = channel.last_message
    await alice.send(channel, f"{name(simcord_env)} who founded Unitree Robotics?")
    await simcord_env.restart_bot(restarted())
    await bob.send(channel, f"{name(simcord_env)} and what did it raise in 2024?", reply_to=answer)
    assert "$675 million" in text(channel.last_message)


async def test_a_reply_to_a_command_goes_on_from_it(simcord_env: Env, alice: Any, bob: Any, channel: Any) -> None:
    answer = await alice.slash(channel, "deal", entity="Figure AI")
    await bob.send(channel, f"{name(simcord_env)} who invested?", reply_to=answer.response)
    assert "Bezos" in text(channel.last_message)


async def test_direct_messages_need_no_name(simcord_env: Env, channel: Any) -> None:
    carol = simcord_env.create_user("carol")
    await carol.send_dm("who founded Figure?")
    assert "Adcock" in text(carol.dm_channel.last_message)


async def test_a_state_that_remembers_nothing_costs_no_answer(
    simcord_env: Env, alice: Any, channel: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object) -> bool:
        raise OSError("database or disk is full")

    monkeypatch.setattr(Seen, "first", fails)
    await alice.send(channel, f"{name(simcord_env)} who founded Figure?")
    assert "Adcock" in text(channel.last_message)
    told = await alice.slash(channel, "who", entity="Brett Adcock")
    assert "Adcock" in text(told.response)
    assert "the state cannot remember an event: OSError" in caplog.text


async def test_a_message_that_comes_twice_is_answered_once(simcord_env: Env, alice: Any, channel: Any) -> None:
    asked = await alice.send(channel, f"{name(simcord_env)} who founded Figure?")
    bot: Any = simcord_env.bot
    with simcord_env.time_context():
        await bot.on_message(asked)
    assert len(channel.history()) == 2


async def test_nobody_is_ever_notified(simcord_env: Env, alice: Any, channel: Any) -> None:
    await alice.send(channel, f"{name(simcord_env)} who is @everyone <@&7> {alice.mention}?")
    answer = channel.last_message
    assert not answer.mention_everyone
    assert answer.mentions == []
    assert "@everyone" not in text(answer)
    sent = [entry.json for entry in simcord_env.http_requests if entry.path.endswith("/messages")]
    assert [body["allowed_mentions"]["parse"] for body in sent] == [[]]  # type: ignore[index,call-overload]


@pytest.mark.parametrize(("status", "style"), [(400, "embeds"), (403, "embeds")])
async def test_where_one_style_is_refused_the_next_is_sent(
    simcord_env: Env, alice: Any, channel: Any, status: int, style: str
) -> None:
    simcord_env.inject_error("POST", "/channels/*/messages", status=status)
    await alice.send(channel, f"{name(simcord_env)} who founded Figure?")
    answer = channel.last_message
    assert not is_v2(answer)
    assert answer.embeds
    assert "Adcock" in text(answer)
    assert "👍" in labels(answer)
