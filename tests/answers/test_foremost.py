"""Which sentence of an answer stands first, and which of the others are left out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer
from bot.answers.asked.question import clauses
from bot.answers.desk import Desk
from bot.answers.legs.foremost import foremost
from bot.answers.lines import passage_line
from bot.model.answer import Answer, Line
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one, usd

TITLE = "Norwick plans a second hall for its Osprey"
HALL = "A second hall lifts the yearly capacity from 300 to 900 units."
STAFF = "Norwick Works, founded in 1988, has 210 employees."
TARGET = "The plan sees revenues of $90 million in 2031."
WHO = "Who is behind it?"
WITH = "Norwick Works was said to work with Pellam Foods; both denied it."
SOMEBODY = "Somebody bought 40 arms for a bakery."
BUYER = "Its biggest customer, who has no name there, paid a third of it."
IS = "Insiders say that it is Pellam Foods."
PRICE = "Each sells from $700 a month."
SOUP = "The canteen serves soup on Fridays."
TEXT = "\n\n".join((TITLE, STAFF, TARGET, SOMEBODY, BUYER, IS, HALL, PRICE, WHO, WITH, SOUP, "It rained."))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    store = of_one(
        tmp_path_factory.mktemp("foremost"),
        TEXT,
        [("Norwick Works", "org"), ("Pellam Foods", "org"), ("Osprey", "product")],
        [("metric", {"entity": "Norwick Works", "measure": "revenue", "amount": usd(9e7)}, TARGET)],
    )
    with Facts.open(store) as facts:
        yield Answerer(facts).desk()


def _lines(desk: Desk, *texts: str) -> tuple[Line, ...]:
    every = desk.sentences.discourse.article(desk.facts.search("Norwick", 1)[0].article)
    return tuple(passage_line(next(p for p in every if p.text == text)) for text in texts)


@pytest.mark.parametrize(
    ("message", "shown", "first"),
    [
        ("Norwick Works revenue target 2031", (STAFF, TARGET), TARGET),
        ("Norwick Works capacity", (STAFF, HALL), HALL),
        ("is Norwick Works working with Pellam Foods", (WHO, WITH), WITH),
        ("does Norwick Works have a second hall", (TITLE, HALL), HALL),
        ("what does Pellam Foods say", (SOMEBODY, WITH), WITH),
        ("how many employees does Norwick Works have", (STAFF, TARGET), STAFF),
    ],
)
def test_what_says_what_was_asked_stands_first(desk: Desk, message: str, shown: tuple[str, ...], first: str) -> None:
    clause = clauses(message, desk.lookup.spotter, desk.today)[0]
    answer = foremost(desk, clause, Answer(True, "", _lines(desk, *shown)))
    assert answer.lines[0].text == f"“{first}”"


@pytest.mark.parametrize(
    ("message", "shown", "idle"),
    [
        ("is Norwick Works working with Pellam Foods", (WHO, WITH), WHO),
        ("Norwick Works employees", (STAFF, SOUP), SOUP),
        ("does Norwick Works have a second hall", (TITLE, HALL), TITLE),
    ],
)
def test_neither_a_question_nor_what_says_nothing_of_it_is_shown_beside_it(
    desk: Desk, message: str, shown: tuple[str, ...], idle: str
) -> None:
    clause = clauses(message, desk.lookup.spotter, desk.today)[0]
    answer = foremost(desk, clause, Answer(True, "", _lines(desk, *shown)))
    assert f"“{idle}”" not in [line.text for line in answer.lines]


def test_the_sentence_after_the_first_that_names_the_other_stands_second(desk: Desk) -> None:
    clause = clauses("is the biggest customer of Norwick Works Pellam Foods", desk.lookup.spotter, desk.today)[0]
    answer = foremost(desk, clause, Answer(True, "", _lines(desk, BUYER, SOUP)))
    assert [line.text for line in answer.lines[:2]] == [f"“{BUYER}”", f"“{IS}”"]


def test_an_answer_with_a_fact_stays_as_it_is(desk: Desk) -> None:
    clause = clauses("Norwick Works capacity", desk.lookup.spotter, desk.today)[0]
    answer = Answer(True, "", (Line("Norwick Works: revenue $90 million", event="one"), *_lines(desk, STAFF, HALL)))
    assert foremost(desk, clause, answer) is answer
