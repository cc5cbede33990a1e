"""Slash commands: typed options go in, the answer of every platform comes out."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import simcord
from simcord.env import Env

from bot.platforms.discord import create_client
from bot.platforms.discord.sending import PATIENCE
from tests.discord.shown import components, is_v2, labels, text


async def test_deal_answers_with_facts_quotes_and_buttons(alice: Any, channel: Any) -> None:
    result = await alice.slash(channel, "deal", entity="Figure AI")
    assert not result.deferred
    assert not result.ephemeral
    assert is_v2(result.response)
    assert "Deals: Figure AI" in text(result.response)
    assert "$675 million" in text(result.response)
    assert "Parkway Venture Capital" in text(result.response)
    assert labels(result.response)[-3:] == ["👍", "👎", "Correct…"]
    assert {"Sources", "Timeline of Figure AI", "Watch"} <= set(labels(result.response))


async def test_options_narrow_what_is_answered(alice: Any, channel: Any) -> None:
    result = await alice.slash(channel, "deal", entity="Figure AI", round="Series B", minimum="500M", period="2024")
    told = text(result.response)
    assert "$675 million" in told
    assert "$70 million" not in told
    assert "Series C" not in told


async def test_kinds_of_deals_are_told_apart(alice: Any, channel: Any) -> None:
    bought = text((await alice.slash(channel, "deal", kind="acquisition", period="2025")).response)
    assert "acquire" in bought
    assert " raised " not in bought.split("\n-# ")[0]


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        ("who", {"entity": "Brett Adcock"}, "Brett Adcock"),
        ("who", {"entity": "Figure AI", "post": "CEO"}, "Brett Adcock"),
        ("timeline", {"entity": "Figure AI", "period": "2024"}, "Timeline of Figure AI"),
        ("map", {"entity": "Figure AI"}, "Who backed whom: Figure AI"),
        ("ask", {"question": "who founded Figure?"}, "Adcock"),
        ("help", {}, "What you can ask"),
    ],
)
async def test_every_command_answers(alice: Any, channel: Any, name: str, options: dict[str, str], told: str) -> None:
    assert told in text((await alice.slash(channel, name, **options)).response)


async def test_commands_without_their_feature_are_not_offered(alice: Any, channel: Any) -> None:
    offered = set(alice.available_commands(channel))
    assert {name for name in offered if " " not in name} == {"ask", "deal", "help", "map", "timeline", "watch", "who"}
    assert {name for name in offered if " " in name} == {
        f"digest {name}" for name in ("set", "language", "preview", "now", "why", "pause", "resume", "stop")
    }


async def test_answers_may_be_for_the_asker_alone(alice: Any, channel: Any) -> None:
    assert (await alice.slash(channel, "who", entity="Brett Adcock", private=True)).ephemeral
    assert not (await alice.slash(channel, "who", entity="Brett Adcock", private=False)).ephemeral
    assert (await alice.slash(channel, "help")).ephemeral


async def test_a_setting_makes_answers_private_by_default(
    settings: Any, simcord_env: Env, alice: Any, channel: Any
) -> None:
    simcord_env.bot.settings = settings.model_copy(update={"discord_private": True})
    assert (await alice.slash(channel, "who", entity="Brett Adcock")).ephemeral
    assert not (await alice.slash(channel, "who", entity="Brett Adcock", private=False)).ephemeral


async def test_commands_work_in_direct_messages(simcord_env: Env, channel: Any) -> None:
    carol = simcord_env.create_user("carol")
    result = await carol.slash("deal", entity="Figure AI")
    assert "Deals: Figure AI" in text(result.response)


async def test_questions_follow_on_one_another(alice: Any, bob: Any, channel: Any) -> None:
    await alice.slash(channel, "ask", question="who founded Figure?")
    followed = text((await alice.slash(channel, "ask", question="and what did it raise in 2024?")).response)
    assert "$675 million" in followed
    alone = text((await bob.slash(channel, "ask", question="and what did it raise in 2024?")).response)
    assert "$675 million" not in alone


async def test_an_unclear_minimum_is_told_in_one_line(alice: Any, channel: Any, simcord_env: Env) -> None:
    result = await alice.slash(channel, "deal", minimum="a lot")
    assert result.ephemeral
    assert result.response.content == "I cannot read that minimum: write it like 500M, $1B or RMB 100 million."
    assert simcord_env.errors == []


async def test_unknown_names_get_hints_and_no_button(alice: Any, channel: Any) -> None:
    result = await alice.slash(channel, "who", entity="Zzyzx Qwfpgj")
    assert "Zzyzx" in text(result.response)
    assert labels(result.response) == []


@pytest.fixture
def slow(simcord_env: Env, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers take eight seconds."""
    desk = simcord_env.bot.desk
    quick = desk.answer

    async def answer(*question: Any) -> Any:
        await asyncio.sleep(8)
        return await quick(*question)

    monkeypatch.setattr(desk, "answer", answer)


@pytest.mark.usefixtures("slow")
async def test_a_slow_answer_is_announced_within_three_seconds_and_follows(
    simcord_env: Env, alice: Any, channel: Any
) -> None:
    result = await alice.slash(channel, "deal", entity="Figure AI", private=True)
    assert result.deferred
    assert result.ephemeral
    assert text(result.response) == ""
    assert PATIENCE < 3
    await simcord_env.advance_time(10)
    assert "Deals: Figure AI" in text(result.response)
    assert is_v2(result.response)


async def test_a_failure_is_told_in_one_line_with_the_reference_of_the_log(
    simcord_env: Env, alice: Any, channel: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: Any) -> Any:
        raise RuntimeError("the shelf fell over")

    monkeypatch.setattr(simcord_env.bot.desk, "answer", broken)
    result = await alice.slash(channel, "who", entity="Brett Adcock")
    assert result.ephemeral
    line = result.response.content
    reference = line.rpartition("reference ")[2].removesuffix(").")
    assert len(line.splitlines()) == 1
    assert len(reference) == 6
    assert any(
        record.message.startswith(f"{reference}: ") and "fell over" in record.message for record in caplog.records
    )
    assert simcord_env.errors == []


async def test_a_store_that_is_missing_is_a_failure_with_a_reference(
    settings: Any, tmp_path: Any, caplog: pytest.LogCaptureFixture
) -> None:
    async with simcord.run(create_client(settings.model_copy(update={"db": tmp_path / "none.db"}))) as env:
        channel = env.create_guild().create_text_channel("general")
        alice = env.guild.add_member(env.create_user("alice"))
        result = await alice.slash(channel, "deal", entity="Figure AI")
        assert result.ephemeral
        assert "reference " in text(result.response)
        assert await alice.autocomplete(channel, "deal", "entity", "fig") == []
        await env.bot.close()
    assert any("none.db" in record.message for record in caplog.records)


@pytest.mark.parametrize("style", ["embeds", "plain"])
async def test_answers_in_the_style_of_the_settings(
    simcord_env: Env, settings: Any, alice: Any, channel: Any, style: str
) -> None:
    simcord_env.bot.settings = settings.model_copy(update={"discord_style": style})
    answer = (await alice.slash(channel, "deal", entity="Figure AI")).response
    assert not is_v2(answer)
    assert bool(answer.embeds) == (style == "embeds")
    assert bool(answer.content) == (style == "plain")
    assert "$675 million" in text(answer)
    assert "👎" in labels(answer)


async def test_what_discord_refuses_as_too_much_is_sent_in_a_simpler_style(
    simcord_env: Env, alice: Any, channel: Any, caplog: pytest.LogCaptureFixture
) -> None:
    simcord_env.inject_error("POST", "/interactions/*/*/callback", status=400, code=50035, message="Invalid Form Body")
    answer = (await alice.slash(channel, "deal", entity="Figure AI")).response
    assert answer.embeds
    assert "$675 million" in text(answer)
    assert "trying the next style" in caplog.text


@pytest.mark.usefixtures("slow")
async def test_an_answer_announced_and_refused_is_sent_in_a_simpler_style(
    simcord_env: Env, alice: Any, channel: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.platforms.discord.sending.PATIENCE", 0.01)
    simcord_env.inject_error("PATCH", "/webhooks/*/*/messages/@original", status=400, code=50035, times=2)
    result = await alice.slash(channel, "deal", entity="Figure AI")
    assert result.deferred
    await simcord_env.advance_time(10)
    assert "$675 million" in result.response.content


async def test_an_interaction_that_is_over_ends_in_the_log(
    simcord_env: Env, alice: Any, channel: Any, caplog: pytest.LogCaptureFixture
) -> None:
    simcord_env.inject_error("POST", "/interactions/*/*/callback", status=404, code=10062, times=None)
    result = await alice.slash(channel, "deal", entity="Figure AI")
    assert not result.acknowledged
    assert "could not be answered" in caplog.text
    assert simcord_env.errors == []


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        ("map", {"entity": "Figure AI"}, "Map: Who backed whom: Figure AI. "),
        ("deal", {"entity": "Figure AI", "chart": "total"}, "Bar chart: What Figure AI raised. "),
        ("deal", {"period": "2024", "chart": "size"}, "Bar chart: Rounds by size. "),
        ("timeline", {"entity": "Figure AI", "chart": True}, "Timeline of Figure AI. "),
        ("timeline", {"period": "2025", "chart": True}, "Timeline: 2025. "),
    ],
)
async def test_a_picture_is_attached_with_its_words(
    alice: Any, channel: Any, name: str, options: dict[str, Any], told: str
) -> None:
    message = (await alice.slash(channel, name, **options)).response
    (gallery,) = (part for part in components(message) if part["type"] == 12)
    (shown,) = gallery["items"]
    assert shown["description"].startswith(told)
    assert len(shown["description"]) <= 1024
    (attached,) = message.attachments
    assert attached.filename == "picture.png"
    assert "-# " in text(message), "the sources stand below"


async def test_deals_come_as_a_file_below_the_facts(alice: Any, channel: Any) -> None:
    message = (await alice.slash(channel, "deal", entity="Figure AI", csv=True)).response
    (attached,) = message.attachments
    assert attached.filename == "deals-figure-ai.csv"
    (shown,) = (part for part in components(message) if part["type"] == 13)
    assert shown["file"]["url"].endswith("/deals-figure-ai.csv")
    assert "$675 million" in text(message)


async def test_a_picture_and_a_file_come_together(alice: Any, channel: Any) -> None:
    message = (await alice.slash(channel, "deal", entity="Figure AI", chart="total", csv=True)).response
    assert [one.filename for one in message.attachments] == ["picture.png", "deals-figure-ai.csv"]
