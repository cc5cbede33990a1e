"""Socket Mode: acknowledgements, connections that end, events that come twice."""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import nullcontext

import aiohttp
import pytest

from bot.model.answer import Answer, Line
from bot.platforms.shared.desk import Desk
from bot.platforms.shared.platform import Unusable
from bot.platforms.shared.servings import Servings
from bot.platforms.slack import SlackPlatform
from bot.settings import Settings
from bot.state import State
from tests.slack.conftest import Running, running
from tests.slack.double.payloads import event, mention, message, slash
from tests.slack.double.server import PATIENCE, SlackDouble


async def test_an_envelope_is_acknowledged_before_it_is_answered(
    slack: SlackDouble, settings: Settings, slow: Desk, gate: threading.Event
) -> None:
    async with running(slack, settings, slow) as bot:
        await slack.deliver("slash_commands", slash("/deal", "Figure 2024", slack.hook("C0TEAM", "U0ADA")))
        assert slack.posted == []
        gate.set()
        assert "$675 million" in (await bot.slack.message()).text


async def test_a_connection_that_slack_ends_is_replaced_and_nothing_is_lost(bot: Running) -> None:
    """Envelopes that still come over the old connection are acknowledged and answered as well."""
    old = bot.slack.sockets[-1]
    await bot.slack.disconnect("warning")
    late = await bot.slack.send("events_api", mention("/deal Figure 2024"))
    await asyncio.wait_for(late.acked, PATIENCE)
    await bot.slack.connected(2)
    await bot.slack.until(lambda: bot.slack.sockets[-1] is not old)
    await bot.event(mention("/deal Figure 2024", ts="1700000009.000100"))
    await bot.slack.message(2)
    assert {posted.thread for posted in bot.slack.posted} == {"1700000001.000100", "1700000009.000100"}


async def test_a_connection_that_breaks_while_an_answer_is_made_costs_no_answer(
    slack: SlackDouble, settings: Settings, slow: Desk, gate: threading.Event
) -> None:
    async with running(slack, settings, slow) as bot:
        await bot.event(mention("/deal Figure 2024"))
        await slack.drop()
        gate.set()
        assert "$675 million" in (await slack.message()).text
        await slack.connected(2)
        assert "$675 million" in (await bot.slash("/deal", "Figure 2024")).text


async def test_a_connection_that_is_being_replaced_when_the_bot_stops_is_closed(
    slack: SlackDouble, settings: Settings, desk: Desk
) -> None:
    async with running(slack, settings, desk):
        (old,) = (
            one for one in gc.get_objects() if isinstance(one, aiohttp.ClientWebSocketResponse) and not one.closed
        )
        await slack.disconnect("warning")
        await slack.connected(2)
    assert old.closed


async def test_a_connection_that_begins_with_its_end_is_tried_again(
    slack: SlackDouble, settings: Settings, desk: Desk
) -> None:
    slack.greetings = ["too_many_websockets"]
    async with running(slack, settings, desk) as bot:
        await slack.connected(2)
        assert "$675 million" in (await bot.slash("/deal", "Figure 2024")).text


async def test_every_connection_has_an_address_of_its_own(bot: Running) -> None:
    """The double lets each be used once, as Slack does."""
    for number in (2, 3):
        await bot.slack.drop()
        await bot.slack.connected(number)
    assert len(bot.slack.of("apps.connections.open")) == 3
    assert "$675 million" in (await bot.slash("/deal", "Figure 2024")).text


async def test_an_event_that_comes_again_is_acknowledged_and_not_answered_again(bot: Running) -> None:
    payload = mention("/deal Figure 2024", event_id="Ev0SAME")
    await bot.asked(payload)
    await bot.event(payload, retry=1)
    await bot.event(payload, retry=2)
    await bot.asked(mention("/deal Figure 2024", ts="1700000009.000100"))
    assert len(bot.slack.posted) == 2


async def test_an_event_that_comes_again_after_a_restart_is_not_answered_again(
    slack: SlackDouble, settings: Settings, desk: Desk
) -> None:
    payload = mention("/deal Figure 2024", event_id="Ev0SAME")
    async with running(slack, settings, desk) as bot:
        await bot.asked(payload)
    async with running(slack, settings, desk) as bot:
        await bot.event(payload, retry=1)
        await bot.asked(mention("/deal Figure 2024", ts="1700000009.000100"))
    assert len(slack.posted) == 2


async def test_a_state_that_cannot_be_written_does_not_make_the_bot_silent(
    slack: SlackDouble, settings: Settings, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(slack, settings, desk) as bot:

        def full(*_: object) -> bool:
            raise OSError("no space left on device")

        monkeypatch.setattr(bot.state.seen, "first", full)
        payload = mention("/deal Figure 2024", event_id="Ev0SAME")
        await bot.asked(payload)
        await bot.event(payload, retry=1)
        await bot.asked(mention("/deal Figure 2024", ts="1700000009.000100"))
        assert len(slack.posted) == 2


async def test_what_the_app_has_no_use_for_is_acknowledged_all_the_same(bot: Running) -> None:
    """Slack would send it again and again."""
    await bot.event(event("reaction_added", user="U0ADA", reaction="tada"))
    await bot.slack.deliver("interactive", {"type": "shortcut", "callback_id": "x", "user": {"id": "U0ADA"}})


async def test_stopping_lets_an_answer_be_finished(
    slack: SlackDouble, settings: Settings, slow: Desk, gate: threading.Event
) -> None:
    async with running(slack, settings, slow) as bot:
        await bot.event(message("/deal Figure 2024"))
        bot.stop.set()
        asyncio.get_running_loop().call_soon(gate.set)
    assert "$675 million" in slack.posted[0].text


@pytest.mark.parametrize(
    ("variable", "told"), [("slack_bot_token", "SLACK_BOT_TOKEN"), ("slack_app_token", "SLACK_APP_TOKEN")]
)
async def test_a_token_that_slack_refuses_is_named_in_one_line(
    slack: SlackDouble, settings: Settings, desk: Desk, variable: str, told: str
) -> None:
    wrong = settings.model_copy(update={variable: type(settings.slack_bot_token)("xoxb-wrong")})  # type: ignore[misc]
    with State.open(settings.state) as state, pytest.raises(Unusable) as refusal:
        await SlackPlatform(wrong, desk, state).run(asyncio.Event())
    assert told in str(refusal.value)
    assert "invalid_auth" in str(refusal.value)
    assert "\n" not in str(refusal.value)
    slack.refused.clear()


async def test_socket_mode_that_was_switched_off_is_said(slack: SlackDouble, settings: Settings, desk: Desk) -> None:
    with State.open(settings.state) as state:
        task = asyncio.create_task(SlackPlatform(settings, desk, state).run(asyncio.Event()))
        await slack.connected()
        await slack.disconnect("link_disabled")
        with pytest.raises(Unusable, match="switched off"):
            await asyncio.wait_for(task, PATIENCE)


async def test_a_slack_that_is_away_is_waited_for(slack: SlackDouble, settings: Settings, desk: Desk) -> None:
    slack.waiting = {"apps.connections.open": [0, 0]}
    async with running(slack, settings, desk) as bot:
        assert "$675 million" in (await bot.slash("/deal", "Figure 2024")).text
        assert len(bot.slack.of("429 apps.connections.open")) == 2


class Held:
    """A store whose answers to `/deal` wait until the gate opens."""

    def __init__(self, gate: threading.Event) -> None:
        self._gate = gate

    @property
    def answerer(self) -> Held:
        return self

    def reply(self, turns: Sequence[str]) -> Answer:
        if turns[-1].startswith("/deal"):
            assert self._gate.wait(PATIENCE)
        return Answer(True, "Deals", (Line("Figure AI raised $675 million"),))


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    opened = threading.Event()
    yield opened
    opened.set()


@pytest.fixture
async def slow(gate: threading.Event) -> AsyncIterator[Desk]:
    """A desk whose answers wait at the gate."""
    made = Desk(Servings(lambda: nullcontext(Held(gate)), lambda: 1))  # type: ignore[arg-type, return-value]
    yield made
    gate.set()
    await made.close()
