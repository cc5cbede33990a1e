"""No regular expression of the package can be made to run for long by the text that it is given."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.answers.text import LONGEST
from tests.fuzz.patterns import attacks, text
from tests.fuzz.worst_case import LIMIT, MESSAGE, length_for, slowest

ROOT = Path(__file__).parents[2]


def test_none_takes_a_second_for_the_worst_that_it_may_be_given() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.worst_case"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.stdout, ran.stderr
    report = json.loads(ran.stdout)
    assert report["slow"] == []
    assert report["patterns"] > 1000


@pytest.mark.parametrize(
    ("place", "length"),
    [("bot.grammar.money:9", 10_000), ("bot/articles/junk.py:7", 10_000), ("bot.answers.intents.intent:3", MESSAGE)],
)
def test_how_long_it_may_be(place: str, length: int) -> None:
    assert length_for(place) == length


def test_the_longest_message_is_what_questions_are_cut_to() -> None:
    assert MESSAGE == 4 * LONGEST


@pytest.mark.parametrize("bad", [r"(?:a+)+$", r"(\w+\s?)+:", r"(?:x|x)*y", r"\d+(?:,?\d+)*%"])
def test_patterns_without_end_are_found(bad: str) -> None:
    assert slowest(re.compile(bad))[0] > LIMIT


@pytest.mark.parametrize("good", [r"\ba{1,3}b", r"[^,]*,", r"\d\d\d\d", r"(?<!\w)[A-Z]\w{0,40}(?!\w)"])
def test_patterns_that_end_are_let_through(good: str) -> None:
    assert slowest(re.compile(good))[0] < LIMIT


def test_a_string_repeats_what_the_pattern_repeats_and_begins_as_it_begins() -> None:
    assert ("$", "a", "\0") in attacks(re.compile(r"\$(?:[a-c])+;"))
    assert text("$", "ab", "!", 6) == "$ababab!"
