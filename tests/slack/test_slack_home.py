"""The Home tab."""

from __future__ import annotations

import pytest

from tests.slack.conftest import Running
from tests.slack.double.blocks import strings
from tests.slack.double.payloads import event, home_press


async def home(bot: Running, times: int = 1) -> dict[str, object]:
    await bot.slack.until(lambda: len(bot.slack.of("views.publish")) >= times)
    return bot.slack.views["U0ADA"]


async def test_it_tells_what_is_known_the_newest_the_watches_and_how_to_ask(bot: Running) -> None:
    await bot.slash("/embodied", "watch Figure")
    await bot.event(event("app_home_opened", user="U0ADA", channel="D0ADA", tab="home"))
    told = "\n".join(strings(await home(bot)))
    assert "facts from" in told
    assert "What you watch" in told
    assert "*Figure AI*" in told
    assert "*/deal*" in told
    assert "•" in told


async def test_a_watch_ends_from_there_and_the_tab_shows_it(bot: Running) -> None:
    await bot.slash("/embodied", "watch Figure")
    await bot.event(event("app_home_opened", user="U0ADA", channel="D0ADA", tab="home"))
    view = await home(bot)
    stop = next(b["accessory"] for b in view["blocks"] if "accessory" in b)  # type: ignore[attr-defined]
    await bot.slack.deliver("interactive", home_press(stop))
    told = "\n".join(strings(await home(bot, 2)))
    assert "Figure AI*" not in told
    assert bot.state.watches.all() == []


@pytest.mark.parametrize("missing", ["views.publish"])
async def test_a_tab_that_cannot_be_shown_disturbs_nothing_else(bot: Running, missing: str) -> None:
    bot.slack.missing = {missing}
    await bot.event(event("app_home_opened", user="U0ADA", channel="D0ADA", tab="home"))
    assert "$675 million" in (await bot.slash("/deal", "Figure 2024")).text
