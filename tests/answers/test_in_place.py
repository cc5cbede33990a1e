"""An answer of one or two sentences shows what stands beside them; answers of facts and lists do not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.answers.asked.question import Clause, clauses
from bot.answers.desk import Desk
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

It was painted green by the caretaker.
"""
PAINTED = "It was painted green by the caretaker."
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


@pytest.fixture(scope="module")
def desk(facts: Facts) -> Desk:
    return Answerer(facts).desk()


def _asked(desk: Desk, message: str) -> list[Clause]:
    return clauses(message, desk.lookup.spotter, desk.today)


def _quoting(facts: Facts, *sentences: str) -> Answer:
    held = {" ".join(p.text.split()): p for found in facts.articles() for p in facts.passages(found.id)}
    return Answer(True, "Told", tuple(Line(f"“{one}”", (held[one].citation,)) for one in sentences))


def test_what_stands_after_a_sentence_is_told_with_its_source(facts: Facts, desk: Desk) -> None:
    answer = in_place(desk, _quoting(facts, ROOF), _asked(desk, "what does Quillon Robotics have to mend?"))
    beside = answer.lines[-1]
    assert "after it “Mending it would take four years, said the caretaker.”" in beside.text
    assert "before it" not in beside.text
    assert "soup" not in plain(answer)
    assert [citation.quote for citation in beside.citations] == [ROOF]


def test_what_stands_before_a_sentence_is_told_where_that_points_back(facts: Facts, desk: Desk) -> None:
    answer = in_place(desk, _quoting(facts, PAINTED), ())
    assert "before it “The canteen of the plant serves soup on Fridays.”" in answer.lines[-1].text


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("how much does the museum cost?", False),
        ("how many years does it take?", True),
        ("who closes the museum?", False),
    ],
)
def test_after_a_sentence_only_what_may_tell_the_thing_asked_is_told(
    facts: Facts, desk: Desk, message: str, told: bool
) -> None:
    answer = in_place(desk, _quoting(facts, ROOF), _asked(desk, message))
    assert ("four years" in plain(answer)) is told


def test_where_something_is_open_what_stands_after_is_told_of_whatever_kind(facts: Facts, desk: Desk) -> None:
    asked = _asked(desk, "how much does the museum cost?")
    assert "four years" in plain(in_place(desk, _quoting(facts, ROOF), asked, of_facts=True))


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


def test_a_sentence_that_is_quoted_already_is_not_told_again(facts: Facts, desk: Desk) -> None:
    answer = in_place(desk, _quoting(facts, ROOF, "Mending it would take four years, said the caretaker."), ())
    assert plain(answer).count("four years") == 1


@pytest.mark.parametrize(
    "answer",
    [
        Answer(False, "Nothing in the articles answers that."),
        Answer(True, "Empty"),
        Answer(True, "A fact", (Line("Quillon Robotics was founded in Tromsø"),)),
    ],
)
def test_what_quotes_nothing_is_left_as_it_is(desk: Desk, answer: Answer) -> None:
    assert in_place(desk, answer, ()) == answer


def test_a_list_is_left_as_it_is(facts: Facts, desk: Desk) -> None:
    answer = _quoting(facts, PRICE, ROOF, "The canteen of the plant serves soup on Fridays.")
    assert in_place(desk, answer, ()) == answer


def test_the_first_sentence_of_an_article_has_none_before_it_and_a_title_is_none(facts: Facts) -> None:
    before, after = facts.beside(_quoting(facts, PRICE).citations[0], 2)
    assert before == []
    assert after == ["The museum on the ground floor will be closed.", ROOF]


def test_a_quote_that_stands_nowhere_has_nothing_beside_it(facts: Facts) -> None:
    nowhere = _quoting(facts, PRICE).citations[0]
    assert facts.beside(type(nowhere)(nowhere.source, "Nobody wrote this."), 1) == ([], [])
