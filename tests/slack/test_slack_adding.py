"""`/embodied facts add` and a link saved as a seed: first a preview, then Save or Discard, for administrators."""

from __future__ import annotations

import pytest

from tests.platforms.near_intake import URL, take_in
from tests.slack.conftest import Running
from tests.slack.double.payloads import shortcut
from tests.slack.double.server import Posted

ADMIN = "U0ADMIN"


@pytest.fixture(autouse=True)
def _intake(monkeypatch: pytest.MonkeyPatch, bot: Running) -> None:
    take_in(monkeypatch, bot.settings)


def button(posted: Posted, label: str) -> str:
    """The action_id of the button that says this."""
    return next(
        str(element["action_id"])
        for block in posted.blocks
        for element in block.get("elements", ())
        if element.get("text", {}) == {"type": "plain_text", "text": label, "emoji": True}
    )


async def pressed(bot: Running, posted: Posted, label: str, user: str = ADMIN) -> Posted:
    """Presses the button that says this."""
    wanted = button(posted, label)
    only = Posted(**{name: getattr(posted, name) for name in Posted.__slots__})
    only.body = posted.body | {
        "blocks": [
            {"type": "actions", "elements": [e for e in block["elements"] if e["action_id"] == wanted]}
            for block in posted.blocks
            if block["type"] == "actions"
        ]
    }
    return await bot.press(only, wanted.partition(":")[0], user=user)


async def test_a_preview_is_shown_and_then_saved(bot: Running) -> None:
    preview = await bot.slash("/embodied", f"facts add {URL}", user=ADMIN)
    assert preview.ephemeral
    assert "1 disputed, 1 new" in preview.text
    assert "another article: 30" in preview.text
    assert not bot.settings.inbox.exists()
    saved = await pressed(bot, preview, "Save it")
    assert "saved as 2026-01-05-quillon.md" in saved.text
    assert [file.name for file in bot.settings.inbox.iterdir()] == ["2026-01-05-quillon.md"]
    assert "gone, or was decided" in (await pressed(bot, preview, "Discard it")).text
    assert [(entry.who, entry.action) for entry in bot.state.audit.entries()] == [("slack:U0ADMIN", "add")]


async def test_a_preview_may_be_discarded(bot: Running) -> None:
    preview = await bot.slash("/embodied", f"facts add {URL}", user=ADMIN)
    assert "was discarded" in (await pressed(bot, preview, "Discard it")).text
    assert not bot.settings.inbox.exists()


async def test_others_neither_see_nor_decide(bot: Running) -> None:
    assert "Only administrators" in (await bot.slash("/embodied", f"facts add {URL}")).text
    preview = await bot.slash("/embodied", f"facts add {URL}", user=ADMIN)
    assert "Only administrators" in (await pressed(bot, preview, "Save it", "U0ADA")).text
    assert not bot.settings.inbox.exists()


async def test_what_is_not_taken_is_said_in_one_line(bot: Running) -> None:
    refused = await bot.slash("/embodied", "facts add http://127.0.0.1/", user=ADMIN)
    assert "It was not taken: it is at a private address." in refused.text


@pytest.mark.parametrize("text", [f"<{URL}>", f"Have a look: <{URL}|Quillon raises a lot of money this week>"])
async def test_a_message_that_is_a_link_is_read_where_it_leads(bot: Running, text: str) -> None:
    before = len(bot.slack.posted)
    await bot.slack.deliver("interactive", shortcut(text, bot.slack.hook("C0TEAM", ADMIN), ADMIN))
    preview = await bot.slack.message(before + 1)
    assert "Quillon raises" in preview.text
    assert "saved as" in (await pressed(bot, preview, "Save it")).text


async def test_a_message_that_is_a_link_is_read_for_administrators_alone(bot: Running) -> None:
    before = len(bot.slack.posted)
    await bot.slack.deliver("interactive", shortcut(f"<{URL}>", bot.slack.hook("C0TEAM", "U0ADA"), "U0ADA"))
    assert "Only administrators" in (await bot.slack.message(before + 1)).text
