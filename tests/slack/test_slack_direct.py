"""Direct messages, and the agent's or assistant's pane where the workspace has it."""

from __future__ import annotations

import pytest

from bot.platforms.slack.manifest import PROMPTS
from tests.slack.conftest import Running
from tests.slack.double.payloads import event, message

THREAD = "1700000001.000900"


async def test_a_direct_message_is_answered_beside_it_and_remembered(bot: Running) -> None:
    answer = await bot.asked(message("who founded Figure?"))
    assert (answer.channel, answer.thread, answer.has("share")) == ("D0ADA", "", False)
    assert "2022" in (await bot.asked(message("and when?", ts="1700000003.000100"))).text


async def test_a_thread_of_the_pane_shows_a_status_and_gets_its_answer(bot: Running) -> None:
    answer = await bot.asked(message("who founded Figure?", thread_ts=THREAD))
    assert answer.thread == THREAD
    (status,) = bot.slack.of("assistant.threads.setStatus")
    assert (status["channel_id"], status["thread_ts"]) == ("D0ADA", THREAD)


async def test_a_new_thread_of_the_assistant_gets_prompts(bot: Running) -> None:
    thread = {"user_id": "U0ADA", "channel_id": "D0ADA", "thread_ts": THREAD, "context": {}}
    await bot.event(event("assistant_thread_started", assistant_thread=thread))
    (call,) = await bot.slack.until(lambda: bot.slack.of("assistant.threads.setSuggestedPrompts"))
    assert call["thread_ts"] == THREAD
    assert [prompt["message"] for prompt in call["prompts"]] == [asked for _, asked in PROMPTS]


async def test_opening_the_messages_of_an_agent_gets_prompts_without_a_thread(bot: Running) -> None:
    await bot.event(event("app_home_opened", user="U0ADA", channel="D0ADA", tab="messages"))
    (call,) = await bot.slack.until(lambda: bot.slack.of("assistant.threads.setSuggestedPrompts"))
    assert "thread_ts" not in call


@pytest.mark.parametrize("title_and_message", PROMPTS, ids=[title for title, _ in PROMPTS])
async def test_what_is_suggested_gets_an_answer(bot: Running, title_and_message: tuple[str, str]) -> None:
    answer = await bot.asked(message(title_and_message[1]))
    assert answer.has("good")
    assert answer.blocks[0]["type"] == "header", "an answer and no refusal"


async def test_a_workspace_without_the_pane_gets_its_answers_all_the_same(bot: Running) -> None:
    bot.slack.missing = {"assistant.threads.setStatus", "assistant.threads.setSuggestedPrompts", "chat.startStream"}
    await bot.event(event("app_home_opened", user="U0ADA", channel="D0ADA", tab="messages"))
    for n in range(3):
        answer = await bot.asked(message("/deal Figure 2024", ts=f"170000000{n}.1", thread_ts=THREAD))
        assert "$675 million" in answer.text
    assert len(bot.slack.of("assistant.threads.setStatus")) == 1, "what is missing is not asked for again"


async def test_a_status_that_is_rate_limited_does_not_hold_the_answer_up(bot: Running) -> None:
    bot.slack.waiting = {"assistant.threads.setStatus": [600]}
    assert "$675 million" in (await bot.asked(message("/deal Figure 2024", thread_ts=THREAD))).text
