"""What buttons carry, and what comes back from a value that somebody made up."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.shared.actions import DISCORD_LONGEST, PATTERN, SLACK_LONGEST, Actions, Press


class Drawer:
    """Keeps texts in memory, as the state does in its file."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def shorten(self, value: str, ttl: timedelta) -> str:
        value.encode()
        return next((key for key, held in self.kept.items() if held == value), None) or self._add(value)

    def lengthen(self, key: str) -> str | None:
        return self.kept.get(key)

    def _add(self, value: str) -> str:
        key = f"{len(self.kept):020d}"
        self.kept[key] = value
        return key


@pytest.mark.parametrize(
    ("press", "value"),
    [
        (Press("more", ("/deal Figure",), 2), "eb1|more|2|=/deal Figure"),
        (Press("good", ("谁创办了宇树？",)), "eb1|good|1|=谁创办了宇树？"),
        (Press("sources", ("who leads 1X?", "since when?")), 'eb1|sources|1|@["who leads 1X?","since when?"]'),
        (Press("ask", ("a|b|#c",)), "eb1|ask|1|=a|b|#c"),
        (Press("more", ("x" * 90,)), "eb1|more|1|#" + "0" * 20),
        (Press("ask", ("two\nlines",)), "eb1|ask|1|#" + "0" * 20),
        (Press("ask", (" a space that a platform may cut off ",)), "eb1|ask|1|#" + "0" * 20),
        (Press("ask", ("half \ud83d",)), "eb1|ask|1|#" + "0" * 20),
    ],
)
def test_a_value_can_be_read_where_it_fits(press: Press, value: str) -> None:
    actions = Actions(Drawer(), DISCORD_LONGEST)
    assert actions.encode(press) == value
    assert actions.decode(value) == press


def test_the_same_button_has_the_same_value() -> None:
    actions = Actions(Drawer(), DISCORD_LONGEST)
    press = Press("more", ("x" * 200,), 3)
    assert actions.encode(press) == actions.encode(press)


@given(
    st.sampled_from(["more", "sources", "timeline", "watch", "ask", "good", "bad", "share"]),
    st.lists(st.text(st.characters(), max_size=120), min_size=1, max_size=6),
    st.integers(1, 9999),
    st.sampled_from([DISCORD_LONGEST, SLACK_LONGEST]),
)
def test_everything_comes_back(verb: str, turns: list[str], page: int, longest: int) -> None:
    actions = Actions(Drawer(), longest)
    press = Press(verb, tuple(turns), page)
    value = actions.encode(press)
    assert len(value) <= longest
    assert value.isprintable()
    assert PATTERN.fullmatch(value)
    assert actions.decode(value) == press


@pytest.mark.parametrize("press", [Press("More", ("q",)), Press("", ("q",)), Press("more", ("q",), 0)])
def test_what_no_button_can_carry_is_a_fault_of_the_program(press: Press) -> None:
    with pytest.raises(ValueError, match="no button"):
        Actions(Drawer(), DISCORD_LONGEST).encode(press)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "eb1",
        "eb1|more|1|",
        "eb1|more|0|=q",
        "eb1|more|-1|=q",
        "eb1|more|99999|=q",
        "eb1|MORE|1|=q",
        "eb0|more|1|=q",
        "xeb1|more|1|=q",
        "eb1|more|1|?q",
        "eb1|more|1|#gone",
        "eb1|more|1|@[",
        "eb1|more|1|@[]",
        'eb1|more|1|@{"a":1}',
        "eb1|more|1|@[1]",
        "eb1|more|1|@" + "[" * 5000,
    ],
)
def test_what_is_no_button_of_ours_is_none(value: str) -> None:
    assert Actions(Drawer(), SLACK_LONGEST).decode(value) is None


def test_the_pattern_serves_a_router_that_knows_the_verb() -> None:
    match = re.fullmatch(PATTERN.pattern, "eb1|share|1|=/deal", PATTERN.flags)
    assert match is not None
    assert match["verb"] == "share"
