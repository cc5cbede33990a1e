"""Dates, sums and numbers in the forms that a channel, or a person, chose. Quotes stay as they are."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.running import open_desk
from bot.settings import Settings
from bot.state import State
from tests.slack.conftest import Running, running
from tests.slack.double.payloads import mention
from tests.slack.double.server import SlackDouble

QUESTION = "/deal Figure 2024"


@pytest.fixture
async def bot(slack: SlackDouble, settings: Settings) -> AsyncIterator[Running]:
    """With a desk as `bot run` opens it, which knows what was chosen."""
    with State.open(settings.state) as state:
        desk = open_desk(settings, state)
        async with running(slack, settings, desk) as running_bot:
            yield running_bot
        assert await desk.close()


async def test_a_channel_is_answered_in_the_forms_that_were_chosen_for_it(bot: Running) -> None:
    bot.slack.admins.add("U0ADA")
    before = await bot.asked(mention(QUESTION))
    assert "$675 million" in before.text
    assert "as in German" in (await bot.slash("/embodied", "digest language de")).text
    answer = await bot.asked(mention(QUESTION, ts="1700000009.000100"))
    assert "raised 675 Mio. $" in answer.text
    assert "$675 million" not in answer.text.splitlines()[0]
    sources = await bot.press(answer, "sources")
    assert "$675" in sources.text


async def test_what_somebody_chose_in_private_holds_for_their_commands(bot: Running) -> None:
    await bot.slash("/embodied", "digest language ja", channel="D0ADA")
    assert "$6.75億" in (await bot.slash("/deal", "Figure 2024")).text
    assert "$6.75億" not in (await bot.slash("/deal", "Figure 2024", user="U0BO")).text
