"""An answer of one or two sentences shows what stands beside them; answers of facts and lists do not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.answers.in_place import asks_for_all, in_place
from bot.model.answer import Answer, Line
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one, usd

ARTICLE = """Quillon shuts its museum

The Heron of Quillon Robotics costs $48,000 since Monday.

The museum on the ground floor will be closed.

Quillon Robotics closes the museum because the roof leaks.

Mending it would take four years, said the caretaker.

The canteen of the plant serves soup on Fridays.
"""
ROOF = "Quillon Robotics closes the museum because the roof leaks."
PRICE = "The Heron of Quillon Robotics costs $48,000 since Monday."


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facts]:
    store = of_one(
        tmp_path_factory.mktemp("in_place"),
        ARTICLE,
        [("Quillon Robotics", "org"), ("Heron", "product")],
        [("price", {"product": "Heron", "amount": usd(48000)}, PRICE)],
    )
    with Facts.open(store) as opened:
        yield opened


def test_an_answer_of_facts_stays_as_short_as_it_is(facts: Facts) -> None:
    answer = Answerer(facts).reply(["What does the Heron cost?"])
    assert answer.answered
    assert "In its article" not in plain(answer)


def _quoting(facts: Facts, *sentences: str) -> Answer:
    held = {" ".join(p.text.split()): p for found in facts.articles() for p in facts.passages(found.id)}
    return Answer(True, "Told", tuple(Line(f"“{one}”", (held[one].citation,)) for one in sentences))


def test_what_stands_beside_a_sentence_is_told_with_its_source(facts: Facts) -> None:
    answer = in_place(facts, _quoting(facts, ROOF))
    beside = answer.lines[-1]
    assert "before it “The museum on the ground floor will be closed.”" in beside.text
    assert "after it “Mending it would take four years, said the caretaker.”" in beside.text
    assert "soup" not in plain(answer)
    assert [citation.quote for citation in beside.citations] == [ROOF]


@pytest.mark.parametrize(
    ("message", "all_of_them"),
    [
        ("which Chinese companies filed for a listing?", True),
        ("startups that raised money", True),
        ("who did Quillon not buy", True),
        ("who sells robots besides Quillon?", True),
        ("why does Quillon close the museum?", False),
        ("what is closed?", False),
        ("Quillon's plans for the museum", False),
    ],
)
def test_beside_one_of_a_list_nothing_is_told(message: str, all_of_them: bool) -> None:
    assert asks_for_all(message) is all_of_them


def test_a_sentence_that_is_quoted_already_is_not_told_again(facts: Facts) -> None:
    answer = in_place(facts, _quoting(facts, ROOF, "Mending it would take four years, said the caretaker."))
    assert plain(answer).count("four years") == 1


@pytest.mark.parametrize(
    "answer",
    [
        Answer(False, "Nothing in the articles answers that."),
        Answer(True, "Empty"),
        Answer(True, "A fact", (Line("Quillon Robotics was founded in Tromsø"),)),
    ],
)
def test_what_quotes_nothing_is_left_as_it_is(facts: Facts, answer: Answer) -> None:
    assert in_place(facts, answer) == answer


def test_a_list_is_left_as_it_is(facts: Facts) -> None:
    answer = _quoting(facts, PRICE, ROOF, "The canteen of the plant serves soup on Fridays.")
    assert in_place(facts, answer) == answer


def test_the_first_sentence_of_an_article_has_none_before_it_and_a_title_is_none(facts: Facts) -> None:
    before, after = facts.beside(_quoting(facts, PRICE).citations[0], 2)
    assert before == []
    assert after == ["The museum on the ground floor will be closed.", ROOF]


def test_a_quote_that_stands_nowhere_has_nothing_beside_it(facts: Facts) -> None:
    nowhere = _quoting(facts, PRICE).citations[0]
    assert facts.beside(type(nowhere)(nowhere.source, "Nobody wrote this."), 1) == ([], [])
