"""What is asked of the answer itself: its sources, whether they agree, one of its rounds, one kind of its news."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import Fact, of_one, usd

NAMES: list[tuple[str, EntityKind]] = [
    *((name, "org") for name in ("Lummox", "Harrow Bank", "Pell Partners", "Tarn Ventures", "Ostrel", "Sordal")),
    ("Ada Brunt", "person"),
]
TEXT = """A busy spring
Lummox raised $220 million in a Series C led by Harrow Bank in May 2025.

It had raised $45 million in a Series B led by Pell Partners in April 2025.

Ostrel bought Sordal in June 2025 for $30 million.

Ada Brunt has been chief executive of Ostrel since 2020.
"""


def _round(name: str, amount: float, date: str, leader: str) -> dict[str, object]:
    investors = [{"name": leader, "lead": True}]
    return {"company": "Lummox", "amount": usd(amount), "round": name, "date": date, "investors": investors}


FACTS: list[Fact] = [
    (
        "funding",
        _round("Series C", 220e6, "2025-05", "Harrow Bank"),
        "Lummox raised $220 million in a Series C led by Harrow Bank in May 2025.",
    ),
    (
        "funding",
        _round("Series B", 45e6, "2025-04", "Pell Partners"),
        "It had raised $45 million in a Series B led by Pell Partners in April 2025.",
    ),
    (
        "acquisition",
        {"buyer": "Ostrel", "target": "Sordal", "date": "2025-06", "amount": usd(30e6)},
        "Ostrel bought Sordal in June 2025 for $30 million.",
    ),
    (
        "role",
        {"person": "Ada Brunt", "organization": "Ostrel", "title": "chief executive", "start": "2020"},
        "Ada Brunt has been chief executive of Ostrel since 2020.",
    ),
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("answer"), TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    "asked",
    ["what is the source?", "show me the sentence", "sources?", "the exact quote please"],
)
def test_the_answer_is_shown_again_with_what_it_rests_on(answerer: Answerer, asked: str) -> None:
    answer = answerer.reply(["who bought Sordal?", asked])
    assert [c.quote for c in answer.citations] == ["Ostrel bought Sordal in June 2025 for $30 million."]


def test_whether_the_sources_agree_is_asked_of_the_answer(answerer: Answerer) -> None:
    answer = answerer.reply(["who bought Sordal?", "do the sources agree?"])
    assert answer.citations[0].quote == "Ostrel bought Sordal in June 2025 for $30 million."
    assert not answerer.reply(["do the sources agree?"]).answered


def test_without_an_answer_the_articles_are_the_source(answerer: Answerer) -> None:
    assert answerer.reply(["what is the source?"]).title == "What the answers rest on"


@pytest.mark.parametrize(
    ("asked", "told", "other"),
    [
        ("who led the first one?", "Harrow Bank", "Pell Partners"),
        ("and who led the second round", "Pell Partners", "Harrow Bank"),
        ("how much was the last one?", "$45 million", "$220 million"),
    ],
)
def test_one_of_the_rounds_told_is_asked_of_by_its_place(answerer: Answerer, asked: str, told: str, other: str) -> None:
    text = plain(answerer.reply(["rounds in 2025", asked]))
    assert told in text
    assert other not in text


def test_of_all_news_one_kind_is_asked_for(answerer: Answerer) -> None:
    text = plain(answerer.reply(["what happened in 2025?", "only acquisitions"]))
    assert "Ostrel acquired Sordal" in text
    assert "Lummox" not in text


def test_a_decline_tells_whom_a_pronoun_was_taken_for(answerer: Answerer) -> None:
    answer = answerer.reply(["who runs Ostrel?", "where did she study?"])
    assert not answer.answered
    assert "Known about Ada Brunt" in plain(answer)
