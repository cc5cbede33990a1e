"""Who asks too often is told in one line, alone, and nothing is looked up."""

from __future__ import annotations

import pytest

from bot.operations.asking import Limits
from bot.platforms.shared.desk import Desk
from tests.slack.conftest import Running
from tests.slack.double import payloads

TOLD = "Too many questions at once: try again in"


@pytest.fixture
def _two(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "_limits", Limits(person=2))


@pytest.mark.usefixtures("_two")
async def test_commands_and_buttons_count_alike(bot: Running) -> None:
    answer = await bot.slash("/deal", "Figure 2024")
    await bot.press(answer, "sources")
    for limited in (await bot.slash("/deal", "Figure 2024"), await bot.press(answer, "sources")):
        assert limited.text.startswith(TOLD)
        assert "$675 million" not in limited.text
    assert "$675 million" in (await bot.slash("/deal", "Figure 2024", user="U0BOB")).text


@pytest.mark.usefixtures("_two")
async def test_a_mention_is_told_in_its_thread(bot: Running) -> None:
    for _ in range(2):
        await bot.slash("/deal", "Figure 2024")
    limited = await bot.asked(payloads.mention("who leads Figure?"))
    assert limited.text.startswith(TOLD)


@pytest.mark.usefixtures("_two")
async def test_a_verdict_is_no_question(bot: Running) -> None:
    answer = await bot.slash("/deal", "Figure 2024")
    await bot.slash("/deal", "Figure 2024")
    assert "Thank you" in (await bot.press(answer, "good")).text
    assert len(bot.state.feedback.entries()) == 1
