"""Names as a picture can show them: never an empty box."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.charts.layout import font
from bot.charts.lettering import NAMELESS, SHOWN, drawable, latin_name, legible


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_the_font_has_every_character_that_counts_as_drawable(weight: str) -> None:
    face = font(24, weight)  # type: ignore[arg-type]
    missing = bytes(face.getmask("\ue000"))
    blank = {" ", "\u00a0"}
    assert [char for char in sorted(SHOWN - blank) if bytes(face.getmask(char)) in (missing, b"")] == []


@pytest.mark.parametrize(
    ("name", "aliases", "shown"),
    [
        ("Quillon", ("宇", "Quillon Robotics"), "Quillon"),
        ("Łukasz Ångström", (), "Łukasz Ångström"),
        ("宇树科技", ("Unitree", "Unitree Robotics", "宇树"), "Unitree Robotics"),
        ("宇树科技", ("U", "宇树"), NAMELESS),
        ("宇树科技 Robotics", (), "Robotics"),
        ("宇树科技（Unitree）", (), "(Unitree)"),
        ("로봇", ("Robotis",), "Robotis"),
        ("🤖", (), NAMELESS),
        ("", (), NAMELESS),
    ],
)
def test_a_name_that_cannot_be_drawn_gives_way_to_one_that_can(name: str, aliases: tuple[str, ...], shown: str) -> None:
    assert latin_name(name, aliases) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Series Ａ＋", "Series A+"),
        ("宇树 · Series B", "Series B"),
        ("raised (宇树) money", "raised money"),
        ("a\u202eb\u200bc\nd", "abc d"),
        ("e\u0301", "é"),
        ("½ of €5", "½ of €5"),
    ],
)
def test_other_texts_lose_what_cannot_be_drawn(text: str, shown: str) -> None:
    assert legible(text) == shown


@given(st.text())
def test_whatever_is_given_can_be_drawn_then(text: str) -> None:
    assert drawable(legible(text))
    assert drawable(latin_name(text))
    assert legible(legible(text)) == legible(text)
