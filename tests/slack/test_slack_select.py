"""Ambiguous names are chosen from a select whose options the bot gives."""

from __future__ import annotations

from tests.slack.conftest import Running
from tests.slack.double.payloads import suggestion
from tests.slack.double.server import Posted


async def options(bot: Running, posted: Posted, typed: str) -> dict[str, dict[str, object]]:
    payload = await bot.slack.deliver("interactive", suggestion(posted, typed))
    return {option["text"]["text"]: option for option in payload["options"]}


async def test_the_select_offers_who_may_have_been_meant(bot: Running) -> None:
    asked = await bot.slash("/whois", "Wang")
    assert asked.button("pick")["type"] == "external_select"
    assert set(await options(bot, asked, "")) >= {"Wang Xingxing", "Wang He"}


async def test_typing_completes_names_of_the_store(bot: Running) -> None:
    asked = await bot.slash("/whois", "Wang")
    assert all(name.startswith("Brett") for name in await options(bot, asked, "Brett A"))
    assert await options(bot, asked, "Brett A")
    assert await options(bot, asked, "Zzyzx") == {}


async def test_choosing_answers_in_the_way_of_the_question(bot: Running) -> None:
    asked = await bot.slash("/whois", "Wang")
    chosen = (await options(bot, asked, ""))["Wang Xingxing"]
    answer = await bot.press(asked, "pick", chosen=chosen)
    assert answer.blocks[0]["text"]["text"] == "Wang Xingxing"
