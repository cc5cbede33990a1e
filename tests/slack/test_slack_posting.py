"""Posting unasked: the token goes out unseen and is found again; what is not known is never called sent or lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from bot.model.answer import Answer, Citation, Line
from bot.model.posting import Gone, NotSent
from bot.platforms.slack.platform import web_client
from bot.platforms.slack.posting import EVENT, SlackPostman
from tests.slack.conftest import Running

TOKEN, OTHER = "0123456789abcdefabcd", "ffffffffffffffffffff"
NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
LINES = tuple(
    Line(f"Quillon Robotics did thing {n}", (Citation("a.md", f"It did thing {n}."),), event=f"e{n}") for n in range(12)
)
NEWS = Answer(True, "New since 1 January 2026: 12 new", LINES, entities=("quillon",))
NOTHING = Answer(False, "Nothing new since 1 January 2026.")


@pytest.fixture
def postman(bot: Running) -> SlackPostman:
    bot.slack.clock = lambda: NOW.timestamp()
    return bot.platform.postman


@pytest.mark.parametrize("answer", [NEWS, NOTHING], ids=["news", "nothing"])
async def test_a_post_bears_its_token_where_no_reader_sees_it(
    bot: Running, postman: SlackPostman, answer: Answer
) -> None:
    ts = await postman.post("C0TEAM", answer, TOKEN)
    (posted,) = bot.slack.posted
    assert (posted.channel, posted.ts) == ("C0TEAM", ts)
    assert posted.body["metadata"] == {"event_type": EVENT, "event_payload": {"token": TOKEN}}
    assert answer.title in posted.text
    assert TOKEN not in posted.text
    assert await postman.find("C0TEAM", TOKEN, NOW) == ts
    assert await postman.find("C0TEAM", OTHER, NOW) is None
    assert await postman.find("C0OTHER", TOKEN, NOW) is None


async def test_clocks_may_differ_by_minutes_and_older_messages_are_not_read(
    bot: Running, postman: SlackPostman
) -> None:
    ts = await postman.post("C0TEAM", NEWS, TOKEN)
    assert await postman.find("C0TEAM", TOKEN, NOW + timedelta(minutes=9)) == ts
    assert await postman.find("C0TEAM", TOKEN, NOW + timedelta(minutes=11)) is None


async def test_a_busy_channel_is_read_page_by_page(bot: Running, postman: SlackPostman) -> None:
    ts = await postman.post("C0TEAM", NEWS, TOKEN)
    for n in range(6):
        await postman.post("C0TEAM", NOTHING, f"{n:020}")
    bot.slack.answer_at_once = 2
    assert await postman.find("C0TEAM", TOKEN, NOW) == ts
    assert len(bot.slack.of("conversations.history")) == 4


async def test_a_person_is_told_in_a_direct_message(bot: Running, postman: SlackPostman) -> None:
    ts = await postman.post("@U0ADA", NEWS, TOKEN)
    assert bot.slack.posted[0].channel == "D-U0ADA"
    assert await postman.find("@U0ADA", TOKEN, NOW) == ts


async def test_its_buttons_work_though_no_question_asks_for_it_again(bot: Running, postman: SlackPostman) -> None:
    await postman.post("C0TEAM", NEWS, TOKEN)
    assert "thing 7" in bot.slack.posted[0].text
    more = await bot.press(bot.slack.posted[0], "more")
    assert "thing 8" in more.text
    assert "thing 11" in more.text
    assert "It did thing 11." in (await bot.press(bot.slack.posted[0], "sources")).text
    await bot.press(bot.slack.posted[0], "good")
    (opinion,) = bot.state.feedback.entries()
    assert opinion.events == tuple(f"e{n}" for n in range(8))
    assert opinion.turns == (NEWS.title,)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        ("channel_not_found", "deleted"),
        ("not_in_channel", "not in the channel"),
        ("is_archived", "archived"),
        ("account_inactive", "removed from the workspace"),
    ],
)
async def test_a_channel_that_is_gone_is_said_to_be(
    bot: Running, postman: SlackPostman, error: str, reason: str
) -> None:
    bot.slack.denied["C0TEAM"] = error
    with pytest.raises(Gone, match=reason):
        await postman.post("C0TEAM", NEWS, TOKEN)
    with pytest.raises(Gone, match=reason):
        await postman.find("C0TEAM", TOKEN, NOW)
    await postman.post("C0OTHER", NEWS, TOKEN)


@pytest.mark.parametrize("error", ["user_not_found", "user_disabled", "cannot_dm_bot"])
async def test_a_person_who_is_gone_is_said_to_be(bot: Running, postman: SlackPostman, error: str) -> None:
    bot.slack.denied["U0ADA"] = error
    with pytest.raises(Gone):
        await postman.post("@U0ADA", NEWS, TOKEN)


async def test_a_rate_limit_says_how_long_to_wait(bot: Running, postman: SlackPostman) -> None:
    bot.slack.waiting["chat.postMessage"] = [37]
    with pytest.raises(NotSent) as later:
        await postman.post("C0TEAM", NEWS, TOKEN)
    assert later.value.retry_after == 37
    assert bot.slack.posted == []
    assert len(bot.slack.of("429 chat.postMessage")) == 1


async def test_what_slack_refuses_did_not_arrive(bot: Running, postman: SlackPostman) -> None:
    bot.slack.denied["C0TEAM"] = "ekm_access_denied"
    with pytest.raises(NotSent, match="ekm_access_denied"):
        await postman.post("C0TEAM", NEWS, TOKEN)


@pytest.mark.parametrize(("fate", "arrived"), [("kept", True), ("lost", False)])
async def test_a_post_without_an_answer_is_looked_for_and_not_sent_again(
    bot: Running, postman: SlackPostman, fate: str, arrived: bool
) -> None:
    bot.slack.failing = [fate]
    with pytest.raises(Exception) as unknown:  # noqa: PT011 - any but the two that say what happened
        await postman.post("C0TEAM", NEWS, TOKEN)
    assert not isinstance(unknown.value, Gone | NotSent)
    assert len(bot.slack.posted) == arrived
    assert (await postman.find("C0TEAM", TOKEN, NOW) is not None) is arrived


@pytest.mark.parametrize("error", ["internal_error", "fatal_error", "service_unavailable"])
async def test_where_slack_itself_does_not_know_nobody_does(bot: Running, postman: SlackPostman, error: str) -> None:
    bot.slack.denied["C0TEAM"] = error
    with pytest.raises(Exception) as unknown:  # noqa: PT011 - as above
        await postman.post("C0TEAM", NEWS, TOKEN)
    assert not isinstance(unknown.value, Gone | NotSent)


async def test_a_history_that_may_not_be_read_is_no_empty_one(bot: Running, postman: SlackPostman) -> None:
    bot.slack.scopes.discard("channels:history")
    with pytest.raises(Exception, match="missing_scope"):
        await postman.find("C0TEAM", TOKEN, NOW)


async def test_nothing_is_sent_while_slack_is_away_and_the_wait_grows_with_that(bot: Running) -> None:
    now = 0.0
    postman = SlackPostman(bot.platform._rendering, bot.state.kept, lambda: now)
    waits = []
    for now in (0.0, 100.0, 100_000.0):  # noqa: B007 - the clock reads it
        with pytest.raises(NotSent) as later:
            await postman.post("C0TEAM", NEWS, TOKEN)
        waits.append(later.value.retry_after)
    assert waits == [10.0, 100.0, 900.0]


async def test_a_refused_connection_is_surely_not_sent(bot: Running) -> None:
    async with aiohttp.ClientSession() as session:
        postman = SlackPostman(bot.platform._rendering, bot.state.kept)
        postman.begin(web_client("http://127.0.0.1:9/api/", "x", session, again=False), session)
        with pytest.raises(NotSent):
            await postman.post("C0TEAM", NEWS, TOKEN)
        with pytest.raises(ValueError, match="posts twice"):
            postman.begin(web_client("http://127.0.0.1:9/api/", "x", session), session)


async def test_what_refuses_tables_gets_the_same_post_plainer(bot: Running, postman: SlackPostman) -> None:
    bot.slack.refuse_tables = True
    dated = tuple(Line(f"Thing {n}", when=f"202{n}-01-01") for n in range(6))
    ts = await postman.post("C0TEAM", Answer(True, "In order", dated), TOKEN)
    assert await postman.find("C0TEAM", TOKEN, NOW) == ts
    assert len(bot.slack.posted) == 1
    bot.slack.refused.clear()


THREAD = "C0TEAM/1700000001.000100"


async def test_a_thread_is_posted_to_and_read_back(bot: Running, postman: SlackPostman) -> None:
    ts = await postman.post(THREAD, NEWS, TOKEN)
    (posted,) = bot.slack.posted
    assert (posted.channel, posted.thread) == ("C0TEAM", "1700000001.000100")
    assert await postman.find(THREAD, TOKEN, NOW) == ts
    assert await postman.find(THREAD, OTHER, NOW) is None
    assert await postman.find("C0TEAM/1700000002.000100", TOKEN, NOW) is None
    assert await postman.find("C0TEAM", TOKEN, NOW) is None


async def test_a_busy_thread_is_read_page_by_page(bot: Running, postman: SlackPostman) -> None:
    ts = await postman.post(THREAD, NEWS, TOKEN)
    for n in range(3):
        await postman.post(THREAD, NOTHING, f"{n:020}")
    bot.slack.answer_at_once = 2
    assert await postman.find(THREAD, TOKEN, NOW) == ts
    assert len(bot.slack.of("conversations.replies")) == 2


async def test_a_thread_that_is_gone_is_said_to_be(bot: Running, postman: SlackPostman) -> None:
    bot.slack.denied[THREAD] = "thread_not_found"
    with pytest.raises(Gone, match="thread is deleted"):
        await postman.post(THREAD, NEWS, TOKEN)
    with pytest.raises(Gone, match="thread is deleted"):
        await postman.find(THREAD, TOKEN, NOW)


@pytest.mark.parametrize("taken", [True, False])
async def test_a_chart_follows_the_digest_and_costs_it_nothing(
    bot: Running, postman: SlackPostman, taken: bool
) -> None:
    if not taken:
        bot.slack.missing = {"files.getUploadURLExternal"}
    ts = await postman.post("C0TEAM", replace(NEWS, picture=b"png", picture_alt="Bar chart: new rounds."), TOKEN)
    assert [posted.ts for posted in bot.slack.posted] == [ts]
    assert list(bot.slack.files.values()) == [b"png"] * taken
    assert [done["channel_id"] for done in bot.slack.of("files.completeUploadExternal")] == ["C0TEAM"] * taken
    assert await postman.find("C0TEAM", TOKEN, NOW) == ts
