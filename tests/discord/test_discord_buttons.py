"""Buttons below an answer: what they do, for whom, and that a restart does not hurt them."""

from __future__ import annotations

from typing import Any

import pytest
from simcord.env import Env

from bot.settings import Settings
from bot.state import State
from tests.discord.shown import labels, text


async def test_sources_show_every_quote_to_whoever_asks(alice: Any, bob: Any, channel: Any) -> None:
    answer = await alice.slash(channel, "deal", entity="Figure AI")
    sources = await bob.click(answer.response, label="Sources")
    assert sources.ephemeral
    assert "Sources: Deals: Figure AI" in text(sources.response)
    assert "The startup had raised $70 million last May" in text(sources.response)


async def test_more_shows_the_next_page_and_nothing_twice(alice: Any, channel: Any) -> None:
    first = await alice.slash(channel, "deal", period="2025")
    second = await alice.click(first.response, label="More")
    assert "Page 1 of" in text(first.response)
    assert "Page 2 of" in text(second.response)
    assert second.ephemeral
    told = [{row for row in text(page.response).splitlines() if row.startswith("- ")} for page in (first, second)]
    assert told[0]
    assert told[1]
    assert not told[0] & told[1]


async def test_pages_go_on_to_the_last(alice: Any, channel: Any) -> None:
    page = await alice.slash(channel, "timeline", entity="AgiBot")
    pages = 1
    while "More" in labels(page.response):
        page = await alice.click(page.response, label="More")
        pages += 1
    assert f"Page {pages} of {pages}" in text(page.response)


async def test_a_timeline_is_one_press_away(alice: Any, channel: Any) -> None:
    answer = await alice.slash(channel, "deal", entity="Figure AI")
    assert "Timeline of Figure AI" in text((await alice.click(answer.response, label="Timeline of Figure AI")).response)


async def test_feedback_is_kept_with_the_question_and_the_events(
    simcord_env: Env, alice: Any, bob: Any, channel: Any
) -> None:
    answer = await alice.slash(channel, "deal", entity="Figure AI")
    assert (await alice.click(answer.response, label="👍")).ephemeral
    await bob.click(answer.response, label="👎")
    await bob.click(answer.response, label="👎")
    bot: Any = simcord_env.bot
    kept = {entry.user: entry for entry in bot.state.feedback.entries()}
    assert {user: entry.verdict for user, entry in kept.items()} == {str(alice.id): "good", str(bob.id): "bad"}
    assert kept[str(alice.id)].turns == ("/deal Figure AI",)
    assert kept[str(alice.id)].channel == str(channel.id)
    assert len(kept[str(alice.id)].events) >= 5


@pytest.mark.parametrize("label", ["Sources", "Timeline of Figure AI", "Watch", "👍"])
async def test_buttons_work_after_a_restart(
    simcord_env: Env, restarted: Any, alice: Any, channel: Any, label: str
) -> None:
    answer = await alice.slash(channel, "deal", entity="Figure AI")
    await simcord_env.restart_bot(restarted())
    pressed = await alice.click(answer.response, label=label)
    assert pressed.acknowledged
    assert pressed.ephemeral
    assert text(pressed.response)
    assert "too old" not in text(pressed.response)


async def test_a_follow_up_too_long_for_a_button_works_after_a_restart(
    simcord_env: Env, restarted: Any, alice: Any, channel: Any
) -> None:
    await alice.slash(channel, "ask", question="who founded Figure?")
    question = "and what did it raise in 2024, " + "please " * 20
    answer = await alice.slash(channel, "ask", question=question)
    await simcord_env.restart_bot(restarted())
    assert "$675 million" in text((await alice.click(answer.response, label="Sources")).response)


async def test_a_button_whose_messages_are_gone_says_so(
    simcord_env: Env, settings: Settings, alice: Any, channel: Any
) -> None:
    answer = await alice.slash(channel, "ask", question="what did Figure raise in 2024, " + "please " * 20)
    with State.open(settings.state) as state:
        state.database.write("DELETE FROM kept WHERE key LIKE 'short:%'")
    gone = await alice.click(answer.response, label="Sources")
    assert gone.ephemeral
    assert gone.response.content == "That button is too old: please ask again."


async def test_what_is_wrong_can_be_written_into_a_form(simcord_env: Env, alice: Any, channel: Any) -> None:
    answer = await alice.slash(channel, "deal", entity="Figure AI")
    form = await alice.click(answer.response, label="Correct…")
    assert form.modal is not None
    assert form.modal["title"] == "What is wrong?"
    field = form.modal["components"][0]["component"]["custom_id"]
    sent = await alice.submit_modal(form, {field: "The Series C was in October, says example.org"})
    assert sent.ephemeral
    bot: Any = simcord_env.bot
    (kept,) = bot.state.corrections.entries()
    assert kept.text == "The Series C was in October, says example.org"
    assert (kept.user, kept.channel, kept.turns) == (str(alice.id), str(channel.id), ("/deal Figure AI",))
    assert len(kept.events) >= 5


async def test_a_press_that_fails_is_told_with_a_reference(
    simcord_env: Env,
    alice: Any,
    channel: Any,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    answer = await alice.slash(channel, "deal", entity="Figure AI")

    def broken(*_: Any) -> Any:
        raise RuntimeError("the shelf fell over")

    monkeypatch.setattr(simcord_env.bot.desk, "again", broken)  # type: ignore[attr-defined]
    failed = await alice.click(answer.response, label="Sources")
    reference = failed.response.content.rpartition("reference ")[2].removesuffix(").")
    assert failed.ephemeral
    assert reference in caplog.text


async def test_a_value_that_nobody_wrote_is_no_button(simcord_env: Env, alice: Any, channel: Any) -> None:
    bot: Any = simcord_env.bot
    assert bot.actions.decode("eb1|drop|1|=x") is not None
    answer = await alice.slash(channel, "deal", entity="Figure AI")
    stored = simcord_env.backend.get_message(channel.id, answer.response.id)
    stored.components[1]["components"][0]["custom_id"] = "eb1|drop|1|=x"
    assert (await alice.click(answer.response, custom_id="eb1|drop|1|=x")).response.content.startswith("That button")
