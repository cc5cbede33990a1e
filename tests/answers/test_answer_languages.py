"""An answer in the forms of a language: dates and sums change, words and quotes and what is found do not."""

from __future__ import annotations

import pytest

from bot.answers import Answerer, plain
from bot.answers.lines import event_text
from bot.answers.render import COMMAND
from bot.locales import LANGUAGES, speaking
from bot.model.answer import Answer
from bot.store.query import EventQuery
from bot.store.read import Facts

ASKED = (
    "/deal Quillon",
    "/deal Quillon total",
    "/timeline Quillon",
    "/who Mira Aldane",
    "/ask what does the Kestrel 2 cost?",
    "/ask how much has Quillon raised?",
    "/help",
)


def told(answerer: Answerer, code: str, *turns: str) -> Answer:
    with speaking(code):
        return answerer.reply(turns)


@pytest.mark.parametrize(
    ("code", "message", "said"),
    [
        ("en", "/deal Quillon", "raised $30 million"),
        ("de", "/deal Quillon", "raised 30 Mio. $"),
        ("zh", "/deal Quillon", "raised US$3000万"),
        ("de", "/deal Quillon total", "165 Mio. $"),
        ("en", "/timeline Quillon", "March 2025"),
        ("de", "/timeline Quillon", "März 2025"),
        ("ja", "/timeline Quillon", "2025年3月"),
        ("de", "/ask what does the Kestrel 2 cost?", "48.000 $"),
    ],
)
def test_dates_and_sums_are_in_its_forms(answerer: Answerer, code: str, message: str, said: str) -> None:
    lines = told(answerer, code, message).lines
    assert said in " ".join(" ".join(line.text for line in lines).split())


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("message", ASKED)
def test_the_same_is_found_and_quoted_in_every_language(answerer: Answerer, message: str, code: str) -> None:
    english, other = told(answerer, "en", message), told(answerer, code, message)
    assert [(line.event, line.when, line.citations) for line in other.lines] == [
        (line.event, line.when, line.citations) for line in english.lines
    ]
    assert (other.answered, other.hints, other.entities) == (english.answered, english.hints, english.entities)
    sentences = [line.text for line in english.lines if not line.event and line.citations and "Sum of" not in line.text]
    assert [line.text for line in other.lines if line.text in sentences] == sentences


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_answer_is_longer_than_it_may_be_and_each_is_the_same_twice(answerer: Answerer, code: str) -> None:
    for message in ASKED:
        first = plain(told(answerer, code, message), COMMAND)
        assert first == plain(told(answerer, code, message), COMMAND)
        assert len(first) <= COMMAND


def test_what_is_searched_is_the_same_in_every_language(facts: Facts) -> None:
    events = facts.events(EventQuery())
    before = [event_text(event) for event in events]
    with speaking("ja"):
        assert [event_text(event) for event in events] == before
