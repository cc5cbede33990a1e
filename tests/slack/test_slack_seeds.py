"""The message shortcut "Save as seed"."""

from __future__ import annotations

from bot.articles import read_article
from tests.slack.conftest import Running
from tests.slack.double.payloads import shortcut

NEWS = (
    "*Quillon Robotics* raised $21 million on Monday, <https://example.org/a?b=1&amp;c=2|it said>.\n---\n"
    "The round was led by Tessaro &amp; Partners, <@U0BO> &lt;told&gt; us."
)


async def save(bot: Running, text: str, user: str = "U0ADMIN") -> str:
    before = len(bot.slack.posted)
    await bot.slack.deliver("interactive", shortcut(text, bot.slack.hook("C0TEAM", user), user))
    return (await bot.slack.message(before + 1)).text


async def test_an_administrator_saves_a_message_as_an_article(bot: Running) -> None:
    assert "Saved as 2023-11-14-slack-c0team-1700000001-000100.md" in await save(bot, NEWS)
    (file,) = bot.settings.inbox.iterdir()
    article = read_article(file)
    assert article.published.start.isoformat() == "2023-11-14"
    assert "raised $21 million on Monday, it said" in article.text
    assert "Tessaro & Partners" in article.text


async def test_the_same_message_is_saved_once(bot: Running) -> None:
    await save(bot, NEWS)
    assert "saved before" in await save(bot, NEWS)
    assert len(list(bot.settings.inbox.iterdir())) == 1


async def test_nobody_else_saves_anything(bot: Running) -> None:
    assert "Only administrators" in await save(bot, NEWS, "U0ADA")
    assert not bot.settings.inbox.exists()


async def test_a_few_words_are_no_article(bot: Running) -> None:
    assert "too little text" in await save(bot, "ok!")
