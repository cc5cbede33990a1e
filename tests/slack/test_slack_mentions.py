"""Mentions and follow-ups: answered in the thread, with the memory of what was said there."""

from __future__ import annotations

from tests.slack.conftest import Running
from tests.slack.double.payloads import mention, message
from tests.slack.double.server import ME

THREAD = "1700000001.000100"


async def test_a_mention_is_answered_for_everybody_in_its_thread(bot: Running) -> None:
    answer = await bot.asked(mention("who invested in Figure?"))
    assert (answer.by, answer.channel, answer.thread, answer.ephemeral) == ("chat.postMessage", "C0TEAM", THREAD, False)
    assert "Parkway Venture Capital" in answer.text


async def test_a_mention_within_a_thread_stays_there(bot: Running) -> None:
    answer = await bot.asked(mention("/deal Figure 2024", ts="1700000009.000100", thread_ts="1700000005.000100"))
    assert answer.thread == "1700000005.000100"


async def test_a_mention_without_a_question_gets_help(bot: Running) -> None:
    assert "What you can ask" in (await bot.asked(mention(""))).text


async def test_a_follow_up_in_the_thread_leans_on_what_was_said_there(bot: Running) -> None:
    await bot.asked(mention("who founded Figure?"))
    answer = await bot.asked(message("and when?", "C0TEAM", "1700000003.000100", thread_ts=THREAD, user="U0BO"))
    assert answer.thread == THREAD
    assert "2022" in answer.text


async def test_what_people_tell_each_other_in_a_thread_is_left_alone(bot: Running) -> None:
    await bot.asked(mention("who founded Figure?"))
    elsewhere = "1700000004.000100"
    for payload in (
        message("thanks, that helps", "C0TEAM", thread_ts=THREAD),
        message("<@U0BO> did you know that?", "C0TEAM", thread_ts=THREAD),
        message("who founded Figure?", "C0TEAM", thread_ts=elsewhere),
        message("who founded Figure?", "C0TEAM"),
        message("who founded Figure?", "C0TEAM", thread_ts=THREAD, bot_id="B0OTHER"),
        message("who founded Figure?", "C0TEAM", thread_ts=THREAD, subtype="message_changed"),
        message(f"<@{ME}> who founded Figure?", "C0TEAM", thread_ts=THREAD),
    ):
        await bot.event(payload)
    last = await bot.asked(mention("/deal Figure 2024", ts="1700000008.000100"))
    assert last.thread == "1700000008.000100"
    assert len(bot.slack.posted) == 2


async def test_what_the_bot_says_itself_is_no_question(bot: Running) -> None:
    await bot.event(message("who founded Figure?", user=ME))
    await bot.asked(message("/deal Figure 2024"))
    assert len(bot.slack.posted) == 1
