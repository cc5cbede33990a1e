"""Buttons below answers, also of messages sent before a restart."""

from __future__ import annotations

import json

import pytest

from bot.charts.artist import size
from bot.model.answer import Answer, Citation, Line
from bot.platforms.shared.actions import SLACK_LONGEST, Actions, Press
from bot.platforms.shared.desk import Desk, Reply
from bot.platforms.slack.rendering import Rendering
from bot.settings import Settings
from tests.slack.conftest import Running, running
from tests.slack.double.payloads import mention, message
from tests.slack.double.server import Posted, SlackDouble


async def test_more_goes_on_where_the_answer_ended(bot: Running) -> None:
    first = await bot.slash("/embodied", "digest")
    assert first.has("more")
    second = await bot.press(first, "more")
    assert second.ephemeral
    assert "Page 2 of" in str(second.blocks)


async def test_sources_show_the_sentences(bot: Running) -> None:
    sources = await bot.press(await bot.slash("/deal", "Figure 2024"), "sources")
    assert "Sources: Deals: Figure AI" in sources.text
    assert "Reuters, 2024-02-29" in str(sources.blocks)


async def test_the_timeline_is_for_who_pressed_and_in_the_thread(bot: Running) -> None:
    answer = await bot.asked(mention("/deal Figure 2024"))
    timeline = await bot.press(answer, "timeline", user="U0BO")
    assert (timeline.ephemeral, timeline.thread) == (True, answer.thread)
    assert "Timeline of Figure AI" in timeline.text


async def test_in_a_direct_conversation_buttons_answer_openly(bot: Running) -> None:
    answer = await bot.press(await bot.asked(message("/deal Figure 2024")), "timeline")
    assert (answer.by, answer.channel, answer.ephemeral) == ("chat.postMessage", "D0ADA", False)


async def test_watch_watches_what_the_answer_is_about(bot: Running) -> None:
    assert "now watch Figure AI" in (await bot.press(await bot.slash("/deal", "Figure 2024"), "watch")).text
    assert [watch.name for watch in bot.state.watches.of("slack", "user", "U0ADA")] == ["Figure AI"]


async def test_sharing_shows_it_to_all_says_by_whom_and_takes_the_copy_away(bot: Running) -> None:
    private = await bot.slash("/deal", "Figure 2024")
    shared = await bot.press(private, "share")
    assert (shared.ephemeral, shared.channel, shared.has("share")) == (False, "C0TEAM", False)
    assert "Shared by ada" in str(shared.blocks)
    assert "$675 million" in shared.text
    await bot.slack.until(lambda: bot.slack.deleted)


async def test_feedback_is_kept_with_the_question_and_the_facts_shown(bot: Running) -> None:
    await bot.slash("/ask", "who founded Figure?")
    answer = await bot.slash("/ask", "and when?")
    assert "noted" in (await bot.press(answer, "good")).text
    (kept,) = bot.state.feedback.entries()
    assert (kept.platform, kept.user, kept.channel, kept.verdict) == ("slack", "U0ADA", "C0TEAM", "good")
    assert kept.turns == ("/ask who founded Figure?", "/ask and when?")
    assert kept.events
    assert "noted" in (await bot.press(answer, "bad")).text
    assert [entry.verdict for entry in bot.state.feedback.entries()] == ["bad"]


async def test_buttons_work_after_a_restart(slack: SlackDouble, settings: Settings, desk: Desk) -> None:
    async with running(slack, settings, desk) as bot:
        answer = await bot.asked(mention("who founded Figure?"))
    async with running(slack, settings, desk) as bot:
        assert "Timeline of Figure AI" in (await bot.press(answer, "timeline")).text


async def test_a_button_that_is_known_no_longer_says_so(bot: Running) -> None:
    value = Actions(_Nowhere(), SLACK_LONGEST).encode(Press("more", ("x" * 3000,)))
    old = Posted("", "C0TEAM", "", "", {"text": "x", "blocks": [_row("more", value)]}, 0, "1.1")
    assert "too old" in (await bot.press(old, "more")).text


async def test_a_picture_goes_with_an_answer_that_all_may_see(bot: Running, pictured: list[str]) -> None:
    answer = await bot.asked(mention("/deal Figure 2024"))
    await bot.slack.until(lambda: bot.slack.of("files.completeUploadExternal"))
    assert list(bot.slack.files.values()) == [b"png"]
    (done,) = bot.slack.of("files.completeUploadExternal")
    assert (done["channel_id"], done["thread_ts"]) == ("C0TEAM", answer.thread)
    private = await bot.slash("/deal", "Figure 2024")
    assert "share it with the channel" in str(private.blocks)
    assert len(bot.slack.files) == 1
    assert len(pictured) == 2


async def test_a_picture_that_cannot_be_sent_does_not_cost_the_answer(bot: Running, pictured: list[str]) -> None:
    bot.slack.missing = {"files.getUploadURLExternal"}
    assert "A chart" in (await bot.asked(mention("/deal Figure 2024"))).text
    assert "A chart" in (await bot.asked(mention("/deal Figure 2024", ts="1700000007.000100"))).text
    assert len(bot.slack.of("files.getUploadURLExternal")) == 1


async def test_a_chart_is_sent_with_its_words(bot: Running) -> None:
    answer = await bot.asked(mention("/deal chart Figure"))
    await bot.slack.until(lambda: bot.slack.of("files.completeUploadExternal"))
    (picture,) = bot.slack.files.values()
    assert size(picture)[0] == 1200
    (wanted,) = bot.slack.of("files.getUploadURLExternal")
    assert wanted["filename"] == "picture.png"
    assert int(wanted["length"]) == len(picture)
    assert wanted["alt_txt"].startswith("Bar chart: What Figure AI raised. ")
    assert len(wanted["alt_txt"]) <= 1000
    (done,) = bot.slack.of("files.completeUploadExternal")
    (file,) = done["files"] if isinstance(done["files"], list) else json.loads(done["files"])
    assert file["title"].startswith("Deals: Figure AI")
    assert "$675 million" in answer.text


async def test_a_picture_is_sent_with_the_first_page_alone(bot: Running) -> None:
    answer = await bot.asked(message("/timeline chart Figure"))
    await bot.slack.until(lambda: bot.slack.of("files.completeUploadExternal"))
    if answer.has("more"):
        await bot.press(answer, "more")
    assert len(bot.slack.files) == 1


async def test_deals_come_as_a_file_to_all_who_see_the_answer(bot: Running) -> None:
    answer = await bot.asked(mention("/deal Figure csv"))
    await bot.slack.until(lambda: bot.slack.of("files.completeUploadExternal"))
    (file,) = bot.slack.files.values()
    assert file.startswith(b"event,kind,fact,")
    assert b"Figure AI raised $675 million" in file
    (wanted,) = bot.slack.of("files.getUploadURLExternal")
    assert (wanted["filename"], int(wanted["length"])) == ("deals-figure-ai.csv", len(file))
    (done,) = bot.slack.of("files.completeUploadExternal")
    assert (done["channel_id"], done["thread_ts"]) == ("C0TEAM", answer.thread)
    assert "deals-figure-ai.csv" in answer.text


async def test_a_private_answer_says_how_to_have_its_file(bot: Running) -> None:
    private = await bot.slash("/deal", "Figure csv")
    assert "There is a file with this answer: share it with the channel" in str(private.blocks)
    assert not bot.slack.files
    await bot.press(private, "share")
    await bot.slack.until(lambda: bot.slack.of("files.completeUploadExternal"))
    assert [file[:5] for file in bot.slack.files.values()] == [b"event"]


async def test_a_file_that_cannot_be_sent_is_said_to_be_missing(bot: Running) -> None:
    bot.slack.missing = {"files.getUploadURLExternal"}
    answer = await bot.asked(message("/deal Figure csv"))
    assert "$675 million" in answer.text
    await bot.slack.until(lambda: any("files:write" in one.text for one in bot.slack.posted))


async def test_a_workspace_without_tables_gets_lists(bot: Running) -> None:
    bot.slack.refuse_tables = True
    timeline = await bot.slash("/timeline", "Figure")
    assert {block["type"] for block in timeline.blocks} >= {"header", "section", "actions"}
    assert "table" not in {block["type"] for block in timeline.blocks}
    assert "Timeline of Figure AI" in timeline.text
    bot.slack.refused.clear()
    await bot.slash("/timeline", "Figure")
    assert bot.slack.refused == [], "what was refused once is not tried again"


class _Nowhere:
    def shorten(self, value: str, ttl: object) -> str:
        return "nowhere"

    def lengthen(self, key: str) -> None:
        return None


@pytest.fixture
def pictured(bot: Running, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Has every answer come with a picture; gives the questions asked."""
    citation = Citation("a.md", "A quote.", "https://example.org", "Paper", "2025-01-01")
    answer = Answer(True, "A chart", (Line("A fact", (citation,)),), picture=b"png", picture_alt="A chart of it")
    asked: list[str] = []

    async def reply(room: object, user: str, text: str) -> Reply:
        asked.append(text)
        return Reply(answer, (text,))

    monkeypatch.setattr(bot.desk, "answer", reply)
    return asked


def _row(verb: str, value: str) -> dict[str, object]:
    element = {"type": "button", "action_id": verb, "value": value, "text": {"type": "plain_text", "text": verb}}
    return {"type": "actions", "elements": [element]}


def test_a_rendering_keeps_what_is_too_long_for_a_button(corpus_db: object) -> None:
    kept: dict[str, str] = {}

    class Shelf:
        def shorten(self, value: str, ttl: object) -> str:
            kept["k"] = value
            return "k"

        def lengthen(self, key: str) -> str | None:
            return kept.get(key)

    turns = tuple("x" * 600 for _ in range(5))
    message = Rendering(Shelf()).answer(Reply(Answer(True, "T", (Line("A"),)), turns))
    value = next(e["value"] for b in message.blocks for e in b.get("elements", []) if e.get("action_id") == "good")
    assert len(value) < 60
    decoded = Rendering(Shelf()).decode(value)
    assert decoded is not None
    assert decoded.turns == turns
