"""An article that is attached to a message: read from Slack's own hosts, shown, and saved when that is wanted."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from bot.platforms.slack.files import Files, article_in
from bot.platforms.slack.platform import web_client
from tests.platforms.near_intake import take_in
from tests.slack.conftest import Running
from tests.slack.double.payloads import mention, message, shortcut
from tests.slack.double.server import Posted

TEXT = b"Quillon raises $21 million\n\nQuillon Robotics raised $21 million. It has 40 employees."


@pytest.fixture(autouse=True)
def _intake(monkeypatch: pytest.MonkeyPatch, bot: Running) -> None:
    take_in(monkeypatch, bot.settings)


async def saved(bot: Running, *files: dict[str, Any], text: str = "", user: str = "U0ADMIN") -> Posted:
    """What "Save as seed" on a message with these files comes to."""
    before = len(bot.slack.posted)
    payload = shortcut(text, bot.slack.hook("C0TEAM", user), user, files=list(files))
    await bot.slack.deliver("interactive", payload)
    return await bot.slack.message(before + 1)


@pytest.mark.parametrize(
    ("name", "mimetype"),
    [("quillon.txt", "text/plain"), ("quillon.md", "text/markdown"), ("QUILLON.HTML", "text/html"),
     ("Untitled", "text/plain")],
)  # fmt: skip
async def test_an_attached_article_is_shown_before_it_is_saved(bot: Running, name: str, mimetype: str) -> None:
    preview = await saved(bot, bot.slack.attach(name, TEXT, mimetype=mimetype))
    assert preview.ephemeral
    assert "1 disputed, 1 new" in preview.text
    assert not bot.settings.inbox.exists()


async def test_it_is_found_among_others(bot: Running) -> None:
    files = [bot.slack.attach("photo.png", b"x", mimetype="image/png"), bot.slack.attach("quillon.md", TEXT)]
    assert "1 disputed, 1 new" in (await saved(bot, *files, text="Look at this, all of you!")).text


@pytest.mark.parametrize("payload", [mention("facts add"), message("facts add")], ids=["mention", "direct"])
async def test_facts_add_reads_what_came_with_it(bot: Running, payload: dict[str, Any]) -> None:
    payload["event"] |= {"user": "U0ADMIN", "files": [bot.slack.attach("quillon.txt", TEXT)]}
    assert "1 disputed, 1 new" in (await bot.asked(payload)).text


async def test_others_have_nothing_read(bot: Running) -> None:
    file = bot.slack.attach("quillon.txt", TEXT)
    assert "Only administrators" in (await saved(bot, file, user="U0ADA")).text
    payload = mention("facts add", files=[file])
    assert "Only administrators" in (await bot.asked(payload)).text
    assert bot.slack.of("files.info") == bot.slack.of("download") == []


async def test_a_picture_alone_is_no_article(bot: Running) -> None:
    told = await saved(bot, bot.slack.attach("photo.png", b"x", mimetype="image/png"), text="Nice!")
    assert ".md, .txt or .html" in told.text


async def test_text_beside_a_picture_is_saved_as_before(bot: Running) -> None:
    text = "Quillon Robotics raised $21 million on Monday, the company said in Aarhus."
    told = await saved(bot, bot.slack.attach("photo.png", b"x", mimetype="image/png"), text=text)
    assert "Saved as" in told.text


async def test_a_missing_scope_is_told_with_what_to_do(bot: Running) -> None:
    bot.slack.scopes.discard("files:read")
    assert "files:read" in (await saved(bot, bot.slack.attach("quillon.txt", TEXT))).text


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"size": 5_000_001}, "larger than 5 MB"),
        ({"size": 1, "content": b"x" * 5_000_001}, "larger than 5 MB"),
        ({"served_as": "text/html"}, "something else in place of the file"),
        ({"served_as": "application/pdf"}, "something else in place of the file"),
        ({"is_external": True}, "not kept by Slack"),
        ({"url_private_download": "https://files.example.com/quillon.txt"}, "not kept by Slack"),
        ({"url_private_download": ""}, "not kept by Slack"),
    ],
)
async def test_what_is_not_read(bot: Running, told: dict[str, Any], why: str) -> None:
    assert why in (await saved(bot, bot.slack.attach("quillon.txt", TEXT, **told))).text
    assert not bot.settings.inbox.exists()


async def test_what_the_message_claims_is_asked_of_slack(bot: Running) -> None:
    file = bot.slack.attach("quillon.txt", TEXT)
    claimed = {**file, "url_private_download": "https://files.example.com/quillon.txt"}
    assert "1 disputed, 1 new" in (await saved(bot, claimed)).text


async def test_a_redirect_is_not_followed(bot: Running) -> None:
    file = bot.slack.attach("quillon.txt", TEXT, location="https://files.example.com/quillon.txt")
    assert "status 302" in (await saved(bot, file)).text


@pytest.mark.parametrize(
    ("url", "theirs"),
    [
        ("https://files.slack.com/files-pri/T0-F0/download/a.txt", True),
        ("https://files.slack.com:443/a.txt", True),
        ("https://FILES.slack.com/a.txt", True),
        ("https://files.slack-gov.com/a.txt", True),
        ("http://files.slack.com/a.txt", False),
        ("https://files.slack.com:8443/a.txt", False),
        ("https://files.slack.com.example.com/a.txt", False),
        ("https://example.com/files.slack.com/a.txt", False),
        ("https://files.slack.com@example.com/a.txt", False),
        ("https://example.com#@files.slack.com/a.txt", False),
        ("https://example.com\\@files.slack.com/a.txt", False),
        ("https://user:word@files.slack.com/a.txt", False),
        ("https://xfiles.slack.com/a.txt", False),
        ("https://slack.com/a.txt", False),
        ("https://[files.slack.com/a.txt", False),
        ("file:///etc/passwd", False),
        ("//files.slack.com/a.txt", False),
        ("", False),
    ],
)
async def test_the_token_goes_to_slacks_hosts_alone(url: str, theirs: bool) -> None:
    async with aiohttp.ClientSession() as session:
        files = Files(web_client("https://slack.com/api/", "xoxb-1", session), session)
        assert files._is_slacks(url) is theirs


@pytest.mark.parametrize("files", [None, "quillon.txt", [], [None, {}], [{"name": ".hidden.md"}], [{"name": "a.pdf"}]])
def test_what_holds_no_article(files: object) -> None:
    assert article_in(files) is None
