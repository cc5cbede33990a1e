"""Messages that want to break something: each is answered plainly and fast, and nothing of it works in the answer."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers import Answerer, plain
from bot.answers.text import echo

HOSTILE = [
    "",
    " ",
    "?!…",
    "/",
    "//",
    "/deal '; DROP TABLE event; --",
    '/who " OR 1=1',
    "NEAR(quillon tallow, 2) AND NOT * OR ^",
    'who invested in "Quillon*" AND passage_fts MATCH x',
    "/deal <script>alert(1)</script>",
    "<@U12345> <!channel> @everyone @here who runs Zork?",
    "[click](https://evil.example) who is *Zork* `x` ~y~ |z|",
    "who runs \u202eQuillon\u202c\u2066?",
    "who\u0000runs\u0007Quillon\ufeff?",
    "/deal " + "a" * 10_000,
    "/deal " + "奎隆" * 400,
    "who invested in " * 700,
    "((((((((((" * 1000,
    "<0> <1> <when> <sum> who invested in <0>?",
    "/timeline \ud800",
    "🤖" * 500,
    "𝕢𝕦𝕚𝕝𝕝𝕠𝕟",
    "/deal 99999999999999999999 9999-99-99",
    "in 2025-13-45?",
]


@pytest.mark.parametrize("message", HOSTILE, ids=range(len(HOSTILE)))
def test_is_answered_fast_and_clean(answerer: Answerer, message: str) -> None:
    answerer.reply(["who runs Quillon?"])  # what is read once is read
    start = time.process_time()
    text = plain(answerer.reply([message]))
    assert time.process_time() - start < 2
    assert len(text) <= 2500
    assert not [char for char in text if unicodedata.category(char).startswith("C") and char != "\n"]
    assert "<@" not in text
    assert "<!" not in text
    assert "@everyone" not in text
    assert "](http" not in text
    assert "<script" not in text


@settings(max_examples=60, deadline=None)
@given(message=st.text(max_size=300))
def test_any_text_gets_an_answer(answerer: Answerer, message: str) -> None:
    answer = answerer.reply(["who runs Quillon?", message])
    assert all(line.citations for line in answer.lines) or message.lstrip().startswith("/")
    assert len(plain(answer)) <= 2500


@given(text=st.text(max_size=200))
def test_an_echo_holds_no_live_markup(text: str) -> None:
    shown = echo(text)
    assert "://" not in shown
    assert "<@" not in shown
    assert len(shown) <= 200
