"""What was posted unasked, as readers have it: its buttons work, though no question asks for it again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from simcord.env import Env

from bot.platforms.discord.posting import DiscordPostman
from bot.state import State
from tests.discord.shown import labels, text
from tests.discord.test_discord_posting import NEWS, NOTHING

BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
"""When the simulated Discord's clock begins."""


@pytest.fixture
def state(simcord_env: Env) -> State:
    bot: Any = simcord_env.bot
    kept: State = bot.state
    return kept


async def posted(env: Env, state: State, channel: Any, answer: Any) -> Any:
    """Posts as the clock does, and gives the message as the channel has it."""
    postman = DiscordPostman()
    bot: Any = env.bot
    postman.begin(bot)
    due = datetime.now(UTC)
    claimed = state.deliveries.claim("discord", str(channel.id), "digest", due, 0, "me")
    assert claimed is not None
    number = await postman.post(str(channel.id), answer, claimed.token)
    state.deliveries.sent(claimed, number, ("e0",))
    assert await postman.find(str(channel.id), claimed.token, BEGINNING) == number
    assert str(channel.last_message.id) == number
    return channel.last_message


async def test_its_buttons_work(simcord_env: Env, state: State, channel: Any, alice: Any) -> None:
    message = await posted(simcord_env, state, channel, NEWS)
    assert labels(message)[-4:] == ["👍", "👎", "Correct…", "Why?"]
    assert "Watch" not in labels(message)
    more = await alice.click(message, label="More")
    assert more.ephemeral
    assert "thing 11" in text(more.response)
    assert "It did thing 3." in text((await alice.click(message, label="Sources")).response)
    await alice.click(message, label="👍")
    (opinion,) = state.feedback.entries()
    assert opinion.turns == (NEWS.title,)


@pytest.mark.parametrize("answer", [NEWS, NOTHING], ids=["news", "nothing"])
async def test_it_tells_why_it_came(simcord_env: Env, state: State, channel: Any, alice: Any, answer: Any) -> None:
    message = await posted(simcord_env, state, channel, answer)
    why = await alice.click(message, label="Why?")
    assert why.ephemeral
    assert "was posted and told 1 piece of news" in text(why.response)


async def test_a_reply_to_it_is_a_question_of_its_own(simcord_env: Env, state: State, channel: Any, alice: Any) -> None:
    message = await posted(simcord_env, state, channel, NEWS)
    await alice.send(channel, "who founded Figure?", reply_to=message)
    assert "Adcock" in text(channel.last_message)
