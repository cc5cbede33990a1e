"""Slash commands: acknowledged at once, answered to who asked, or to everybody where the channel is set so."""

from __future__ import annotations

import re

import pytest

from tests.slack.conftest import Running
from tests.slack.double.payloads import mention, message


async def test_an_answer_is_for_the_asker_alone(bot: Running) -> None:
    answer = await bot.slash("/deal", "Figure 2024")
    assert answer.by == "response_url"
    assert answer.ephemeral
    assert answer.blocks[0]["type"] == "header"
    assert "$675 million" in answer.text
    assert answer.has("share")


@pytest.mark.parametrize(
    ("command", "text", "told"),
    [
        ("/whois", "Brett Adcock", "Brett Adcock"),
        ("/timeline", "Figure", "Timeline of Figure AI"),
        ("/ask", "who invested in Figure?", "Parkway Venture Capital"),
        ("/embodied", "deal Figure 2024", "$675 million"),
        ("/embodied", "who Brett Adcock", "Brett Adcock"),
        ("/embodied", "whois Brett Adcock", "Brett Adcock"),
        ("/embodied", "timeline Figure", "Timeline of Figure AI"),
        ("/embodied", "who invested in Figure?", "Parkway Venture Capital"),
        ("/embodied", "", "What you can ask"),
        ("/embodied", "help", "What you can ask"),
        ("/embodied", "digest", "facts from"),
        ("/embodied", "map Figure", "Who backed whom: Figure AI"),
        ("/deal", "chart Figure", "$675 million"),
        ("/deal", "", "Which deals?"),
    ],
)
async def test_every_command_answers(bot: Running, command: str, text: str, told: str) -> None:
    assert told in (await bot.slash(command, text)).text


async def test_a_command_of_another_manifest_says_what_is_wrong(bot: Running) -> None:
    assert "BOT_SLACK_PREFIX" in (await bot.slash("/er-deal", "Figure")).text


async def test_a_public_channel_gets_public_answers_once_an_administrator_says_so(bot: Running) -> None:
    refused = await bot.slash("/embodied", "channel public")
    assert "administrators" in refused.text
    assert (await bot.slash("/deal", "Figure 2024")).ephemeral
    assert "everybody" in (await bot.slash("/embodied", "channel public", user="U0ADMIN")).text
    public = await bot.slash("/deal", "Figure 2024")
    assert not public.ephemeral
    assert not public.has("share")
    assert (await bot.slash("/deal", "Figure 2024", channel="C0OTHER")).ephemeral
    assert "asker alone" in (await bot.slash("/embodied", "channel private", user="U0ADMIN")).text
    assert (await bot.slash("/deal", "Figure 2024")).ephemeral


async def test_a_question_may_lean_on_the_command_before(bot: Running) -> None:
    await bot.slash("/ask", "who founded Figure?")
    assert "2022" in (await bot.slash("/ask", "and when?")).text


async def test_what_a_user_types_never_comes_back_as_a_mention(bot: Running) -> None:
    answer = await bot.slash("/deal", "<!channel> <@U0ADMIN> @here *x* <https://evil.example|click>")
    assert "<" not in answer.text.replace("&lt;", "")
    assert "@here" not in answer.text


async def test_watching_begins_is_listed_and_ends(bot: Running) -> None:
    assert "nothing yet" in (await bot.slash("/embodied", "watch")).text
    assert "now watch Figure AI" in (await bot.slash("/embodied", "watch Figure")).text
    assert "already watch Figure AI" in (await bot.slash("/embodied", "watch Figure AI")).text
    listed = await bot.slash("/embodied", "watch")
    assert "Figure AI" in listed.text
    assert "no longer watch Figure AI" in (await bot.press(listed, "unwatch")).text
    assert bot.state.watches.all() == []
    await bot.slash("/embodied", "watch Figure")
    assert "no longer watch" in (await bot.slash("/embodied", "watch stop figure")).text
    assert "nobody called" in (await bot.slash("/embodied", "watch Zzyzx Robotics")).text


async def test_subcommands_work_as_messages_too(bot: Running) -> None:
    assert "facts from" in (await bot.asked(mention("digest"))).text
    assert "now watch Figure AI" in (await bot.asked(message("watch Figure"))).text
    assert "facts from" in (await bot.asked(mention("facts status", ts="1700000005.000100"))).text
    assert "administrators" in (await bot.asked(mention("channel public", ts="1700000006.000100"))).text


async def test_what_fails_is_told_to_who_waits_for_it(
    bot: Running, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object) -> None:
        raise OSError("database or disk is full")

    answer = await bot.slash("/deal", "Figure 2024")
    monkeypatch.setattr(bot.state.watches, "add", fails)
    monkeypatch.setattr(bot.state.feedback, "record", fails)
    for told in (
        await bot.slash("/embodied", "watch Figure"),
        await bot.asked(mention("watch Figure", ts="1700000009.000100")),
        await bot.asked(message("watch Figure")),
        await bot.press(answer, "good"),
    ):
        met = re.search(r"That went wrong on my side; please try again \(reference (\w{6})\)", told.text)
        assert met is not None
        assert f"{met[1]}: " in caplog.text
