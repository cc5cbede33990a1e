"""The pictures of answers: everything that a platform is sent is drawn, as text that fits and can be read."""

from __future__ import annotations

import asyncio
import re
import unicodedata
import xml.etree.ElementTree as ET
from dataclasses import fields
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documenting.pictures import payloads
from bot.documenting.pictures.answers import alt, discord_components, slack_payload
from bot.documenting.pictures.drawing import WIDE, draw
from bot.documenting.pictures.lettering import Run, lines, width
from bot.documenting.pictures.looks import DISCORD, SLACK, Look, Palette
from bot.documenting.pictures.payloads import Box, Buttons, NotShown, Piece, Text, discord, slack
from bot.model.answer import Action, Answer, Citation, Line
from bot.platforms.shared.room import Reply

SVG = "{http://www.w3.org/2000/svg}"
QUESTION = "/deal Quillon Robotics"
SAID = Citation(
    "2025-03-04-quillon.md",
    "Quillon Robotics raised $21 million & <more>.",
    "https://example.com/quillon?a=1&b=2",
    "The Ledger",
    "2025-03-04",
)
OTHER = Citation("2025-03-09-quillon.md", "Quillon Robotics has closed a round of $30 million.", "", "Gazette")
ANSWER = Answer(
    True,
    "Deals: Quillon Robotics (2)",
    (
        Line(
            "Quillon Robotics (奎隆) raised $21 million, *4 March 2025*; led by Harbor_Lane",
            (SAID,),
            (Line("another article gives the amount as $30 million", (OTHER,)),),
            "2025-03-04",
            "round",
        ),
        Line("Quillon Robotics plans to go public, " + "after a word " * 20 + "2026", (OTHER,), event="plan"),
    ),
    ("Try /timeline Quillon Robotics",),
    (Action("timeline", "Timeline of Quillon Robotics", "/timeline Quillon Robotics"),),
    entities=("org-quillon",),
)
REPLY = Reply(ANSWER, (QUESTION,))


def slack_pieces() -> list[Piece]:
    return slack(slack_payload(REPLY))


def discord_pieces() -> list[Piece]:
    return discord(asyncio.run(discord_components(REPLY)))


PLATFORMS = {"Slack": (slack_pieces, SLACK), "Discord": (discord_pieces, DISCORD)}


@pytest.fixture(params=PLATFORMS)
def picture(request: pytest.FixtureRequest) -> ET.Element:
    pieces, look = PLATFORMS[request.param]
    return ET.fromstring(draw(pieces(), look, QUESTION, alt(ANSWER, QUESTION, look.name)))


def words(picture: ET.Element) -> str:
    return " ".join(" ".join(text.itertext()) for text in picture.iter(f"{SVG}text"))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    "told",
    [
        QUESTION,
        "embodied",
        ANSWER.title,
        "$21 million, *4 March 2025*; led by Harbor_Lane".replace("*", ""),
        "(奎隆)",
        "“Quillon Robotics raised $21 million & <more>.” — The Ledger, 2025-03-04",
        "⚠ another article gives the amount as $30 million",
        "“Quillon Robotics has closed a round of $30 million.” — Gazette",
        "after a word after a word",
        "Sources",
        "Timeline of Quillon Robotics",
    ],
)
def test_what_is_sent_is_shown(told: str, picture: ET.Element) -> None:
    shown = squeezed(words(picture)).replace("∗", "").replace("*", "")
    assert squeezed(told) in shown


def test_nothing_of_the_markup_is_shown(picture: ET.Element) -> None:
    assert not re.search(r"\\|&amp;|&lt;|https?:|-#|###|\u200b", words(picture))


def test_links_are_marked_as_such() -> None:
    for pieces, look in PLATFORMS.values():
        made = ET.fromstring(draw(pieces(), look, QUESTION, ""))
        links = [span.text for span in made.iter(f"{SVG}tspan") if span.get("class") == "link"]
        assert "The Ledger, 2025-03-04" in " ".join(map(str, links))


def test_every_line_lies_within_and_none_on_another(picture: ET.Element) -> None:
    high = float(picture.get("height", "0"))
    baselines = []
    for text in picture.iter(f"{SVG}text"):
        x, y, size = (float(text.get(name, "0")) for name in ("x", "y", "font-size"))
        wide = width("".join(text.itertext()), size, text.get("font-weight") == "700")
        left = x - wide / 2 if text.get("text-anchor") == "middle" else x
        assert left >= 0
        assert left + wide <= WIDE - 14, "".join(text.itertext())
        assert size <= y <= high - 10
        baselines.append(y)
    lower = sorted(set(baselines))
    assert min(below - above for above, below in pairwise(lower) if below - above > 2) >= 12


def test_it_is_an_image_with_words_for_who_does_not_see_it(picture: ET.Element) -> None:
    assert picture.get("role") == "img"
    assert (picture.get("aria-label") or "").startswith("/deal Quillon Robotics in "), (
        "and what it is of before what it tells"
    )
    assert "raised $21 million" in (picture.get("aria-label") or "")


def test_it_loads_nothing_and_runs_nothing(picture: ET.Element) -> None:
    assert {element.tag.removeprefix(SVG) for element in picture.iter()} <= {
        "svg", "style", "rect", "g", "path", "circle", "text", "tspan",
    }  # fmt: skip
    styles = "".join(style.text or "" for style in picture.iter(f"{SVG}style"))
    assert not re.search(r"url\(|@import|@font-face", styles)
    names = {name for element in picture.iter() for name in element.keys()}  # noqa: SIM118 - an element is no mapping
    assert not {name for name in names if "href" in name or name.startswith("on")}


def test_the_same_message_gives_the_same_bytes() -> None:
    for pieces, look in PLATFORMS.values():
        assert draw(pieces(), look, QUESTION, "a") == draw(pieces(), look, QUESTION, "a")


def bright(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("look", [SLACK, DISCORD], ids=["Slack", "Discord"])
@pytest.mark.parametrize("shade", ["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("ink", "paper"), ("ink", "box"), ("ink", "button"), ("faint", "paper"), ("faint", "box"), ("link", "paper"),
        ("link", "box"), ("faint", "button"), ("tagged", "tag"),
    ],
)  # fmt: skip
def test_text_stands_out_in_light_and_in_dark(text: str, ground: str, shade: str, look: Look) -> None:
    palette: Palette = getattr(look, shade)
    light, dark = sorted((bright(getattr(palette, text)), bright(getattr(palette, ground))), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_both_shades_are_in_the_picture_and_follow_the_reader() -> None:
    made = draw(slack_pieces(), SLACK, QUESTION, "")
    plain, _, dark = made.partition("@media(prefers-color-scheme:dark)")
    for name in (one.name for one in fields(Palette)):
        assert f"--{name}:{getattr(SLACK.light, name)};" in plain
        assert f"--{name}:{getattr(SLACK.dark, name)};" in dark


@pytest.mark.parametrize(
    "block",
    [
        {"type": "image", "image_url": "https://example.com/a.png", "alt_text": "a"},
        {"type": "section", "text": {"type": "mrkdwn", "text": "a"}, "accessory": {"type": "external_select"}},
        {"type": "table", "rows": []},
    ],
    ids=lambda block: block["type"],
)
def test_what_has_no_drawing_is_refused(block: dict[str, Any]) -> None:
    with pytest.raises(NotShown, match=block["type"]):
        slack({"blocks": [block]})


def test_a_component_that_has_no_drawing_is_refused() -> None:
    with pytest.raises(NotShown, match="12"):
        discord([{"type": 17, "accent_color": 1, "components": [{"type": 12, "items": []}]}])


def test_a_message_of_discord_keeps_its_parts() -> None:
    box, first, second = discord_pieces()
    assert isinstance(box, Box)
    assert box.stripe == "#3a7d44"
    assert [(text.look, text.bullet) for text in box.pieces[:3]] == [("title", False), ("fact", True), ("small", False)]
    assert isinstance(first, Buttons)
    assert first.labels[0] == "Sources"
    assert second == Buttons(("👍", "👎", "Correct…"))


@pytest.mark.parametrize(
    ("mrkdwn", "runs"),
    [
        ("a &amp; b", (Run("a & b"),)),
        ("*b* &lt;c&gt;", (Run("b", bold=True), Run(" <c>"))),
        (
            "see <https://example.com/?a&amp;b|The &amp; Ledger>.",
            (Run("see "), Run("The & Ledger", link=True), Run(".")),
        ),
    ],
)
def test_marks_of_slack(mrkdwn: str, runs: tuple[Run, ...]) -> None:
    [text] = slack({"blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": mrkdwn}}]})
    assert text == Text(runs, "fact")


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("- a \\(b\\)", Text((Run("a (b)"),), "fact", bullet=True)),
        (
            "-# by [The \\[Ledger\\]](<https://example.com>)",
            Text((Run("by "), Run("The [Ledger]", link=True)), "small"),
        ),
        ("### A \\#1", Text((Run("A #1", bold=True),), "title")),
        ("**b**\u200b c", Text((Run("b", bold=True), Run(" c")), "fact")),
    ],
)
def test_marks_of_discord(markdown: str, text: Text) -> None:
    [box] = discord([{"type": 17, "accent_color": 0, "components": [{"type": 10, "content": markdown}]}])
    assert box == Box((text,), "#000000")


RUNS = st.lists(st.builds(Run, st.text("ab W“”宇\u0301 ", max_size=30), st.booleans(), st.booleans()), max_size=5)


@given(RUNS, st.floats(20, 400))
def test_lines_hold_every_word_and_fit(runs: list[Run], room: float) -> None:
    made = list(lines(runs, 15, room))
    assert "".join(run.text for line in made for run in line).split() != [""]
    whole = "".join(run.text for run in runs)
    assert " ".join("".join(run.text for run in line) for line in made).split(" ") == (whole.split() or [""])
    for line in made:
        assert " " not in "".join(r.text for r in line) or sum(width(r.text, 15, r.bold) for r in line) <= room * 1.001


@given(st.text(max_size=20), st.text(max_size=20))
def test_more_text_is_wider(one: str, other: str) -> None:
    joined = width(one + other, 10)
    if unicodedata.is_normalized("NFC", one + other):
        assert joined == pytest.approx(width(one, 10) + width(other, 10))
    assert width(one, 10, bold=True) >= width(one, 10)


def test_the_measures_are_those_of_helvetica() -> None:
    assert width("Hamburgefonts", 1000) == 722 + 556 + 833 + 556 + 556 + 333 + 556 + 556 + 278 + 556 + 556 + 278 + 500
    assert width("宇树", 100) == pytest.approx(203)


def test_every_letter_has_one_width() -> None:
    from bot.documenting.pictures.lettering import _WIDTHS

    letters = "".join(_WIDTHS.values())
    assert len(set(letters)) == len(letters)
    assert set(map(chr, range(32, 127))) - set(letters) <= {"@", "f"}


def test_a_row_of_buttons_goes_on_below() -> None:
    row = payloads.Buttons(tuple(f"A button number {number}" for number in range(8)))
    made = ET.fromstring(draw([row], SLACK, "?", ""))
    buttons = [rect for rect in made.iter(f"{SVG}rect") if rect.get("class") == "button"]
    assert len(buttons) == 8
    assert len({rect.get("y") for rect in buttons}) > 1
    assert all(float(rect.get("x", "0")) + float(rect.get("width", "0")) <= WIDE - 14 for rect in buttons)
