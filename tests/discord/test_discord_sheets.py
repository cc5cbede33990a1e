"""Every answer, the most hostile too, becomes a message that Discord takes, in each style, with no fact cut."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import discord
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from simcord.components import validate_message_state

from bot.answers.render import ASIDES
from bot.app import serving
from bot.model.answer import Action, Answer, Citation, Line
from bot.model.attachment import Attachment
from bot.platforms.discord.dressing import dress
from bot.platforms.discord.escaping import escape
from bot.platforms.discord.limits import BUTTON, COMPONENTS, CONTENT, CUSTOM_ID, EMBED_DESCRIPTION, FILE, SHOWN, length
from bot.platforms.discord.sheet import STYLES, Style, sheet
from bot.platforms.shared.actions import DISCORD_LONGEST, Actions
from bot.platforms.shared.room import Reply
from tests.discord.shown import components, text

QUESTIONS = Path(__file__).parents[1] / "corpus/questions.json"
V2 = 1 << 15


class Shelf:
    """Keeps long values, as the state does."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def shorten(self, value: str, ttl: timedelta) -> str:
        self.kept[str(len(self.kept))] = value
        return str(len(self.kept) - 1)

    def lengthen(self, key: str) -> str | None:
        return self.kept.get(key)


class Sent:
    """A message as Discord would get it."""

    def __init__(self, dressed: dict[str, Any]) -> None:
        self.content = dressed.get("content", "")
        self.embeds = [dressed["embed"]] if "embed" in dressed else []
        self.components = dressed["view"].to_components() if "view" in dressed else []
        self.v2 = "view" in dressed and isinstance(dressed["view"], discord.ui.LayoutView)


def sent(reply: Reply, style: Style, number: int = 1, shown: Any = "answer") -> Sent:
    """The message, checked against every limit: Discord's as the simulator knows them, and ours, which are stricter."""
    message = Sent(dress(sheet(reply, style, number, shown), style, Actions(Shelf(), DISCORD_LONGEST)))
    validate_message_state(
        message.components,
        flags=V2 if message.v2 else 0,
        content=message.content,
        embeds=[embed.to_dict() for embed in message.embeds],
        require_nonempty=True,
    )
    parts = list(components(message))
    assert len(parts) <= COMPONENTS
    assert length(text(message)) <= {"components": SHOWN, "embeds": EMBED_DESCRIPTION + 256, "plain": CONTENT}[style]
    for part in parts:
        assert len(part.get("custom_id") or "") <= CUSTOM_ID
        assert part["type"] != 2 or 0 < length(part["label"]) <= BUTTON
    assert "@everyone" not in text(message)
    return message


def pages_of(reply: Reply, style: Style, shown: Any = "answer") -> Iterator[Sent]:
    number = 1
    while True:
        page = sent(reply, style, number, shown)
        yield page
        if not any(part.get("label") == "More" for part in components(page)):
            return
        number += 1


@pytest.fixture(scope="module")
def replies(corpus_db: Path) -> list[Reply]:
    """The answers to every question of the corpus."""
    asked = [tuple(q.get("turns") or [q["question"]]) for q in json.loads(QUESTIONS.read_text("utf-8"))]
    with serving(corpus_db) as app:
        return [Reply(app.answerer.reply(turns), turns) for turns in asked]


@pytest.mark.parametrize("style", STYLES)
async def test_every_question_of_the_corpus(replies: list[Reply], style: Style) -> None:
    assert len(replies) > 50
    for reply in replies:
        told = "\n".join(text(page) for page in pages_of(reply, style))
        if reply.answer.answered:
            assert [line.text for line in reply.answer.lines if escape(line.text) not in told] == []
            list(pages_of(reply, style, "sources"))


_HOSTILE = st.text(
    st.sampled_from("@everyone<@&1>#*_~`|[](){}\\\n\r\t \u202e\u200b\x00🤖王a1.-+>:/"), max_size=400
) | st.sampled_from(
    ["@everyone " * 250, "[x](https://evil.example) " * 100, "🤖" * 2100, "a" * 4500, "\\" * 2500, "", " ", "```" * 99]
)
_CITATION = st.builds(
    Citation, _HOSTILE, _HOSTILE, st.sampled_from(["", "https://example.org/a", "javascript:x", "https://e.org/ )>"]),
    _HOSTILE, _HOSTILE,
)  # fmt: skip
_NOTE = st.builds(Line, _HOSTILE, st.lists(_CITATION, max_size=2).map(tuple))
_LINE = st.builds(
    Line, _HOSTILE, st.lists(_CITATION, max_size=3).map(tuple), st.lists(_NOTE, max_size=3).map(tuple),
    aside=st.booleans(),
)  # fmt: skip
_ACTION = st.builds(Action, st.sampled_from(["timeline", "ask", "watch", "more"]), _HOSTILE, _HOSTILE)
_ANSWER = st.builds(
    Answer, st.booleans(), _HOSTILE, st.lists(_LINE, max_size=6).map(tuple), st.lists(_HOSTILE, max_size=6).map(tuple),
    st.lists(_ACTION, max_size=6).map(tuple), st.sampled_from([None, b"png"]), _HOSTILE,
    st.lists(st.just("org-x"), max_size=3).map(tuple),
)  # fmt: skip


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@example(
    answer=Answer(True, "", (Line("[x](https://evil.example) " * 100),) * 3, ("@everyone " * 250,) * 2), turns=["1"]
)
@example(
    answer=Answer(True, "", actions=(Action("timeline", "One", "/x"), Action("timeline", "Two", "/x"))), turns=["1"]
)
@given(answer=_ANSWER, turns=st.lists(_HOSTILE.filter(bool), min_size=1, max_size=6))
async def test_hostile_answers(answer: Answer, turns: list[str]) -> None:
    reply = Reply(answer, tuple(turns))
    for style in STYLES:
        list(pages_of(reply, style))
        list(pages_of(reply, style, "sources"))


def fact(number: int, size: int = 60) -> Line:
    quote = f"Quote {number} says so."
    note = Line(f"Another says {number} differently", (Citation("b.md", f"Not {number}."),))
    return Line(f"Fact {number} " + "x" * size, (Citation("a.md", quote, "https://example.org/a", "Paper"),), (note,))


@pytest.mark.parametrize("style", STYLES)
async def test_facts_stand_with_their_quote_link_and_conflict_on_one_page(style: Style) -> None:
    reply = Reply(Answer(True, "Facts", tuple(fact(number) for number in range(30))), ("/deal X",))
    pages = [text(page) for page in pages_of(reply, style)]
    assert len(pages) > 1
    for number in range(30):
        (page,) = [page for page in pages if f"Fact {number} " in page]
        assert f"“Quote {number} says so.” — [Paper](<https://example.org/a>)" in page
        assert f"⚠ Another says {number} differently — “Not {number}.” — b.md" in page


async def test_a_fact_larger_than_a_message_loses_its_quotes_first() -> None:
    large = Line("y" * 1_400, (Citation("a.md", "z" * 300),))
    shown = text(sent(Reply(Answer(True, "Large", (large,)), ("q",)), "plain"))
    assert "y" * 1_400 in shown
    assert "zzz" not in shown
    assert "a.md" in shown


async def test_a_picture_is_shown_with_what_it_shows(tmp_path: Path) -> None:
    answer = Answer(True, "Rounds", (Line("A fact"),), picture=b"\x89PNG", picture_alt="Rounds by year\nbars")
    layout = dress(sheet(Reply(answer, ("q",)), "components"), "components", Actions(Shelf(), DISCORD_LONGEST))
    gallery = next(part for part in components(Sent(layout)) if part["type"] == 12)
    assert gallery["items"][0]["media"]["url"] == "attachment://picture.png"
    assert gallery["items"][0]["description"] == "Rounds by year bars"
    assert layout["file"].filename == "picture.png"
    embed = dress(sheet(Reply(answer, ("q",)), "embeds"), "embeds", Actions(Shelf(), DISCORD_LONGEST))
    assert embed["embed"].image.url == "attachment://picture.png"


@pytest.mark.parametrize("style", ["components", "embeds", "plain"])
async def test_a_file_goes_with_the_first_page_alone(style: str) -> None:
    lines = tuple(Line("y" * 900) for _ in range(6))
    reply = Reply(Answer(True, "Deals", lines, file=Attachment("deals.csv", b"a,b\n", "2 deals")), ("q",))
    first = dress(sheet(reply, style), style, Actions(Shelf(), DISCORD_LONGEST))  # type: ignore[arg-type]
    assert (first["file"].filename, first["file"].fp.read()) == ("deals.csv", b"a,b\n")
    later = dress(sheet(reply, style, 2), style, Actions(Shelf(), DISCORD_LONGEST))  # type: ignore[arg-type]
    assert not {"file", "files"} & set(later)


async def test_a_file_larger_than_discord_takes_does_not_cost_the_answer() -> None:
    reply = Reply(Answer(True, "Deals", (Line("A fact"),), file=Attachment("deals.csv", bytes(FILE + 1))), ("q",))
    made = sheet(reply, "components")
    assert (made.file, made.blocks) == (None, ("- A fact",))
    assert "larger than Discord takes" in made.foot


@pytest.mark.parametrize("style", ["components", "embeds", "plain"])
async def test_what_else_is_to_be_said_stands_below_an_answer_once(style: str) -> None:
    lines = tuple(Line("y" * 900) for _ in range(6))
    reply = Reply(Answer(True, "Rounds", lines, hints=("The *picture* could not be drawn.",)), ("q",))
    assert "picture\\* could not be drawn" in text(sent(reply, style))
    assert "could not be drawn" not in sheet(reply, style, 2).foot  # type: ignore[arg-type]


@pytest.mark.parametrize("style", STYLES)
def test_what_only_stands_near_is_set_apart_from_the_answer(style: Style) -> None:
    told, near = Line("Quillon raised $21 million"), Line("“Quillon moved.”", aside=True)
    shown = text(sent(Reply(Answer(True, "Quillon", (told, near, replace(near))), ("who raised?",)), style))
    assert shown.count(ASIDES) == 1
    assert shown.index("raised") < shown.index(ASIDES) < shown.index("moved")
    alone = text(sent(Reply(Answer(True, "Quillon", (near,)), ("who raised?",)), style))
    assert ASIDES not in alone
