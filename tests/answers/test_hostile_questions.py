"""Two hundred messages that want to break something: each is answered within its time, and nothing in it works."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest

from bot.answers import Answerer, plain
from tests.answers.hostile_questions import QUESTIONS

SECONDS = 2.0

LIVE = re.compile(r"<[@!#/a-z]|@everyone|@here|\]\(|\bwww\.\w|\w://|```", re.IGNORECASE)
"""A mention, a tag or an address that would work. The sources of an answer have none here."""


@pytest.mark.parametrize("message", QUESTIONS, ids=range(len(QUESTIONS)))
def test_it_is_answered_in_time_and_clean(answerer: Answerer, message: str) -> None:
    began = time.process_time()
    answer = answerer.reply([message])
    assert time.process_time() - began < SECONDS
    text = plain(answer)
    assert text.strip()
    assert len(text) <= 2500
    assert not [char for char in text if unicodedata.category(char).startswith("C") and char != "\n"]
    assert not LIVE.search(text)


def test_there_are_two_hundred_and_no_two_are_the_same() -> None:
    assert len(set(QUESTIONS)) == len(QUESTIONS) >= 200


@pytest.mark.parametrize("message", ["who founded it?", "and in 2024?", "what about Quillon?"])
@pytest.mark.parametrize("before", QUESTIONS[:: len(QUESTIONS) // 20], ids=lambda text: repr(text[:12]))
def test_what_follows_it_is_answered_too(answerer: Answerer, before: str, message: str) -> None:
    began = time.process_time()
    assert plain(answerer.reply([before, message])).strip()
    assert time.process_time() - began < SECONDS
