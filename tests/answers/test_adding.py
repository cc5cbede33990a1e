"""A sentence below an answer has to add to it: to hold what is asked, or to come closest to it; titles never do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.answers.asked.question import Clause, clauses
from bot.answers.desk import Desk
from bot.answers.legs.adding import adds
from bot.store.read import Facts, Passage
from tests.answers.answer_shelf import of_one, usd

PRICE = "The Heron of Quillon Robotics costs $48,000 since Monday."
LEASE = "Whoever leases the Heron pays Quillon Robotics $900 a month."
MUSEUM = "Quillon Robotics keeps a museum on the ground floor."
WORD = "Quillon Robotics declined to comment on the price of the Heron."
ARTICLE = "\n\n".join(("Quillon lifts the price of its Heron", PRICE, MUSEUM, LEASE, "It is closed on Sundays.", WORD))


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facts]:
    store = of_one(
        tmp_path_factory.mktemp("adding"),
        f"{ARTICLE}\n",
        [("Quillon Robotics", "org"), ("Heron", "product")],
        [("price", {"product": "Heron", "amount": usd(48000)}, PRICE)],
    )
    with Facts.open(store) as opened:
        yield opened


@pytest.fixture(scope="module")
def desk(facts: Facts) -> Desk:
    return Answerer(facts).desk()


def _passages(facts: Facts) -> dict[str, Passage]:
    return {" ".join(p.text.split()): p for found in facts.articles() for p in facts.passages(found.id)}


def _asked(desk: Desk, message: str) -> Clause:
    return clauses(message, desk.lookup.spotter, desk.today)[0]


@pytest.mark.parametrize(
    ("message", "sentence", "shown", "told", "adding"),
    [
        ("how much does the Heron cost?", LEASE, (), False, True),  # nothing is shown yet
        ("how much does the Heron cost?", MUSEUM, (), True, False),  # a fact tells it, and this gives no sum
        ("how much does the Heron cost?", PRICE, (), True, True),  # it gives the sum as well
        ("how much does the Heron cost?", MUSEUM, (PRICE,), False, False),
        ("how much does the Heron cost?", PRICE, (MUSEUM,), False, True),  # what is shown does not hold it
        ("did Quillon Robotics comment on the price of the Heron?", WORD, (), True, True),  # no fact is their word
    ],
)
def test_a_sentence_adds_what_is_asked_and_not_shown(
    facts: Facts, desk: Desk, message: str, sentence: str, shown: tuple[str, ...], told: bool, adding: bool
) -> None:
    every = _passages(facts)
    assert adds(desk, _asked(desk, message), every[sentence], [every[one] for one in shown], told) is adding


def test_the_title_of_a_cited_article_and_what_is_on_something_else_are_no_lines(facts: Facts) -> None:
    answer = Answerer(facts).reply(["how much does the Heron cost?"])
    assert "$48,000" in answer.lines[0].text
    texts = [line.text for line in answer.lines]
    assert not any("lifts the price" in text or "museum" in text or "Sundays" in text for text in texts), plain(answer)
