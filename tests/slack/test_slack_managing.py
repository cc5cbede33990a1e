"""`/embodied digest` and `/embodied facts`: what they come to, who may, and that a button does nothing again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.admin import FactsDesk
from bot.digests.composing import note_build
from bot.digests.delivering import Composed, Deliverer
from bot.model.answer import Answer, Citation, Line
from bot.platforms.shared.office import FACTS
from bot.platforms.slack.commands import spoken
from bot.state.deliveries import Delivery
from tests.slack.conftest import Running
from tests.slack.double.payloads import mention, message

ADMIN = "U0ADMIN"


async def test_a_digest_is_set_up_asked_for_posted_once_and_explained(bot: Running) -> None:
    told = await bot.slash("/embodied", "digest weekly Monday 9:00 Europe/Berlin over $10M", user=ADMIN)
    assert told.ephemeral
    assert "Every Monday at 09:00 (Europe/Berlin)" in told.text
    (one,) = bot.state.subscriptions.all()
    assert (one.platform, one.channel, one.by) == ("slack", "C0TEAM", ADMIN)
    bot.state.subscriptions.put(one.__class__(**{**_fields(one), "say_nothing_new": True}))
    assert "within half a minute" in (await bot.slash("/embodied", "digest now", user=ADMIN)).text
    news = Answer(
        True, "News", (Line("It raised $30 million", (Citation("a.md", "It raised $30 million."),), event="e"),)
    )

    async def compose(delivery: Delivery) -> Composed:
        return Composed(news, ("e",))

    deliverer = Deliverer(bot.state, {"slack": bot.platform.postman}, compose)
    await deliverer.tick()
    await deliverer.tick()
    posts = [posted for posted in bot.slack.posted if "metadata" in posted.body]
    assert [(posted.channel, posted.ephemeral) for posted in posts] == [("C0TEAM", False)]
    why = await bot.press(posts[0], "why", user="U0BO")
    assert why.ephemeral
    assert "was posted and told 1 piece of news" in why.text
    assert "Every Monday at 09:00" in why.text


def _fields(one: object) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__slots__}  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["weekly", "now", "pause", "resume", "stop"])
async def test_only_administrators_change_what_a_channel_gets(bot: Running, text: str) -> None:
    assert "Only administrators" in (await bot.slash("/embodied", f"digest {text}")).text
    assert bot.state.subscriptions.all() == []


async def test_the_zone_is_that_of_who_sets_it_up(bot: Running) -> None:
    bot.slack.zones[ADMIN] = "America/Chicago"
    told = await bot.slash("/embodied", "digest weekly", user=ADMIN)
    assert "Every Monday at 09:00 (America/Chicago)" in told.text
    assert len(bot.slack.of("users.info")) == 1


async def test_without_the_scope_the_zone_is_utc(bot: Running) -> None:
    bot.slack.scopes.discard("users:read")
    told = await bot.asked(message("digest daily 8:00"))
    assert "yours is not known, so it is UTC" in told.text


async def test_everybody_has_a_digest_of_their_own_in_a_direct_message(bot: Running) -> None:
    told = await bot.asked(message("digest daily 8:00"))
    assert "Every day at 08:00" in told.text
    (one,) = bot.state.subscriptions.all()
    assert one.channel == "@U0ADA"


async def test_hints_name_the_command_as_it_is_called_in_slack(bot: Running) -> None:
    assert "/embodied digest weekly Monday 9:00 Europe/Berlin" in (await bot.slash("/embodied", "digest when")).text
    assert "/embodied facts sources" in (await bot.slash("/embodied", "facts what", user=ADMIN)).text


async def test_everybody_may_look_and_administrators_may_do(bot: Running) -> None:
    assert "facts from" in (await bot.slash("/embodied", "facts")).text
    assert "articles" in (await bot.slash("/embodied", "facts sources")).text
    assert "Only administrators" in (await bot.slash("/embodied", "facts reload")).text
    assert "Only administrators" in (await bot.slash("/embodied", "facts audit")).text
    await bot.slash("/embodied", 'facts different "Figure AI" "Unitree Robotics"', user=ADMIN)
    audit = await bot.slash("/embodied", "facts audit", user=ADMIN)
    assert "slack:U0ADMIN" in audit.text
    assert "slack:U0ADA" not in audit.text


async def test_what_is_looked_after_is_seen_by_who_asked_alone_and_not_judged(bot: Running) -> None:
    await bot.slash("/embodied", "channel public", user=ADMIN)
    assert (await bot.slash("/embodied", "facts status", user=ADMIN)).ephemeral
    mentioned = await bot.asked(mention("facts sources", user=ADMIN))
    assert mentioned.ephemeral
    assert not mentioned.has("good")


async def test_a_button_shows_again_what_was_told_and_does_nothing_again(bot: Running) -> None:
    sources = await bot.slash("/embodied", "facts sources", user=ADMIN)
    before = len(bot.state.audit.entries())
    more = await bot.press(sources, "more", user=ADMIN)
    assert "Page 2 of" in str(more.blocks)
    assert len(bot.state.audit.entries()) == before


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("digest", ("digest", "")),
        ("digest weekly 9:00", ("digest", "weekly 9:00")),
        ("facts sources Figure", ("facts", "sources Figure")),
        ("channel private", ("channel", "private")),
        ("facts about Figure", None),
        ("digest of the news on Figure", None),
        ("channel partners of Figure?", None),
    ],
)
def test_a_question_that_begins_like_a_command_stays_a_question(text: str, asked: tuple[str, str] | None) -> None:
    assert spoken(text) == asked


async def test_every_command_of_the_facts_is_known_in_messages(bot: Running) -> None:
    desk = FactsDesk(None, bot.state, None)  # type: ignore[arg-type]
    assert (*(command.name for command in desk.commands(True)), "add") == FACTS


async def test_the_clock_of_a_post_is_that_of_its_claim(bot: Running) -> None:
    """What `bot run` does: the build is noted, then what is due is posted through the platform's own postman."""
    now = datetime.now(UTC)
    noted = await bot.desk.read(lambda serving: note_build(serving.facts, bot.state))  # type: ignore[attr-defined]
    assert noted
    claimed = bot.state.deliveries.claim("slack", "C0TEAM", "digest", now, 0, "one that dies")
    assert claimed is not None
    ts = await bot.platform.postman.post("C0TEAM", Answer(True, "News"), claimed.token)
    assert await bot.platform.postman.find("C0TEAM", claimed.token, claimed.claimed) == ts
