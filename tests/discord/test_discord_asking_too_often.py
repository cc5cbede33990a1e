"""Who asks too often is told in one line, alone, and nothing is looked up."""

from __future__ import annotations

from typing import Any

import pytest

from bot.operations.asking import Limits
from bot.platforms.shared.desk import Desk
from tests.discord.shown import labels, text


async def test_who_asks_too_often_is_told_alone(
    desk: Desk, alice: Any, bob: Any, channel: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "_limits", Limits(person=1))
    assert "$675 million" in text((await alice.slash(channel, "deal", entity="Figure AI", period="2024")).response)
    limited = await alice.slash(channel, "deal", entity="Figure AI", period="2024")
    assert limited.ephemeral
    assert "Too many questions at once: try again in" in text(limited.response)
    assert labels(limited.response) == []
    assert "$675 million" in text((await bob.slash(channel, "deal", entity="Figure AI", period="2024")).response)
