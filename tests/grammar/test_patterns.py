"""A pattern that is compiled when it is first needed does what the one of `re` does."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.grammar.patterns import Pattern, compile_all

Asked = Callable[[Any, str], Any]


def spans(found: Any) -> list[tuple[int, int]]:
    return [one.span() for one in found if one is not None]


ASKED: dict[str, Asked] = {
    "search": lambda pattern, text: spans([pattern.search(text)]),
    "search from the third letter to the fifth": lambda pattern, text: spans([pattern.search(text, 2, 5)]),
    "match": lambda pattern, text: spans([pattern.match(text)]),
    "match at the third letter": lambda pattern, text: spans([pattern.match(text, 2)]),
    "fullmatch": lambda pattern, text: spans([pattern.fullmatch(text)]),
    "finditer": lambda pattern, text: spans(pattern.finditer(text)),
    "findall": lambda pattern, text: pattern.findall(text),
    "split": lambda pattern, text: pattern.split(text),
    "split once": lambda pattern, text: pattern.split(text, 1),
    "sub": lambda pattern, text: pattern.sub("-", text),
    "sub of the first by a function": lambda pattern, text: pattern.sub(lambda match: match[0] * 2, text, 1),
    "its text": lambda pattern, _: pattern.pattern,
}


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
@given(text=st.text("aAbB1 ", max_size=8))
def test_it_answers_as_the_compiled_one(ask: Asked, text: str) -> None:
    assert ask(Pattern("a+|(b)1", re.I), text) == ask(re.compile("a+|(b)1", re.I), text)


@given(text=st.text("aAbB1 ", max_size=8))
def test_whether_it_stands_in_a_text_is_told_alike_each_time(text: str) -> None:
    pattern, other = Pattern("a+|(b)1", re.I), Pattern("b", re.I)
    expected = re.search("a+|(b)1", text, re.I) is not None
    assert [pattern.is_in(text), pattern.is_in(text)] == [expected, expected]
    assert other.is_in(text) is ("b" in text.lower())


def test_it_looks_at_a_text_once() -> None:
    class Counted(Pattern):
        looks = 0

        @property
        def compiled(self) -> re.Pattern[str]:
            Counted.looks += 1
            return re.compile(self.pattern)

    pattern = Counted("a")
    assert all(pattern.is_in(text) is ("a" in text) for text in ("a", "b", "a", "b", "a"))
    assert Counted.looks == 2


def test_it_is_compiled_once_and_not_before_it_is_needed() -> None:
    pattern = Pattern("a")
    assert "compiled" not in vars(pattern)
    assert pattern.search("a")
    assert pattern.compiled is pattern.compiled


def test_all_are_compiled_before_they_are_needed() -> None:
    patterns = [Pattern(f"one {number}") for number in range(3)]
    assert not any("compiled" in vars(pattern) for pattern in patterns)
    compile_all()
    assert all("compiled" in vars(pattern) for pattern in patterns)


_COUNTED = """
import re, sys
real, ours = re._compile, 0
def seen(pattern, flags):
    global ours
    if not isinstance(pattern, re.Pattern) and sys._getframe(2).f_globals["__name__"].startswith("bot."):
        ours += 1
    return real(pattern, flags)
re._compile = seen
import bot.cli, bot.running
from bot.platforms.discord import DiscordPlatform
from bot.platforms.slack import SlackPlatform
before = ours
from bot.grammar.patterns import compile_all
compile_all()
print(before, ours)
"""


def test_a_bot_that_starts_leaves_most_for_later() -> None:
    told = subprocess.run([sys.executable, "-c", _COUNTED], check=True, capture_output=True, text=True).stdout
    at_the_start, in_all = map(int, told.split())
    assert at_the_start < in_all / 3
