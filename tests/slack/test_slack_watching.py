"""Watches in Slack: in a thread the news goes to the thread, elsewhere to the person."""

from __future__ import annotations

from bot.model.answer import Answer, Line
from tests.slack.conftest import Running
from tests.slack.double.payloads import mention, message

THREAD = "1700000005.000100"
TOKEN = "0123456789abcdefabcd"


async def test_in_a_thread_the_news_goes_to_the_thread(bot: Running) -> None:
    answer = await bot.asked(mention("watch Figure", ts="1700000009.000100", thread_ts=THREAD))
    assert "now watch Figure AI. News of it comes to this thread." in answer.text
    assert answer.thread == THREAD
    (watch,) = bot.state.watches.all()
    assert (watch.owner, watch.place) == ("U0ADA", f"C0TEAM/{THREAD}")
    ended = await bot.asked(mention("watch stop Figure", ts="1700000010.000100", thread_ts=THREAD))
    assert "This thread no longer hears of Figure AI." in ended.text
    assert bot.state.watches.all() == []


async def test_a_mention_that_begins_a_thread_watches_for_the_person(bot: Running) -> None:
    await bot.asked(mention("watch Figure"))
    assert [watch.place for watch in bot.state.watches.all()] == [""]


async def test_a_direct_message_watches_for_the_person_in_a_thread_too(bot: Running) -> None:
    await bot.asked(message("watch Figure", thread_ts=THREAD))
    assert [(watch.owner, watch.place) for watch in bot.state.watches.all()] == [("U0ADA", "")]


async def test_the_button_below_an_answer_watches_for_who_presses_it(bot: Running) -> None:
    answer = await bot.asked(mention("/deal Figure 2024", ts="1700000009.000100", thread_ts=THREAD))
    await bot.press(answer, "watch")
    assert [watch.place for watch in bot.state.watches.all()] == [""]


async def test_what_is_watched_twice_is_listed_once(bot: Running) -> None:
    await bot.slash("/embodied", "watch Figure")
    await bot.asked(mention("watch Figure", ts="1700000009.000100", thread_ts=THREAD))
    listed = await bot.slash("/embodied", "watch")
    assert listed.text.count("Figure AI") == 1
    await bot.press(listed, "unwatch")
    assert bot.state.watches.all() == []


async def test_news_in_a_thread_tells_why_it_came(bot: Running) -> None:
    place = f"C0TEAM/{THREAD}"
    await bot.asked(mention("watch Figure", ts="1700000009.000100", thread_ts=THREAD))
    delivery = bot.state.deliveries.claim("slack", place, "watch", bot.state.database.now(), 0, "somebody")
    assert delivery is not None
    news = Answer(True, "From what you watch", (Line("Figure AI did something"),))
    await bot.platform.postman.post(place, news, delivery.token)
    posted = next(one for one in bot.slack.posted if "did something" in one.text)
    assert posted.thread == THREAD
    told = (await bot.press(posted, "why")).text
    assert "Watched: Figure AI." in told
    assert "What is watched of" in told


async def test_what_a_channel_watches_is_listed_line_by_line(bot: Running) -> None:
    for name in ("Figure", "Unitree"):
        await bot.slash("/embodied", f"watch here {name}", user="U0ADMIN")
    listed = await bot.slash("/embodied", "watch here", user="U0ADMIN")
    title, first, second = listed.text.splitlines()
    assert title == "This channel watches:"
    assert first.startswith("Figure AI, since ")
    assert second.startswith("Unitree")
