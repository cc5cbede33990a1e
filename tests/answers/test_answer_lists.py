"""Questions for all of a sort: lists, comparisons, who was at both, who did not, and what was one of several asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.answers import Answerer, plain
from bot.store.read import Facts
from tests.answers.list_shelf import put_together


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(put_together(tmp_path_factory.mktemp("lists"))) as facts:
        yield Answerer(facts, today=date(2025, 12, 1))


ASKED: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = [
    # the question, what its answer tells, what it must not tell
    ("which companies filed for a listing in Hong Kong?", ("Yunlu", "Ottmar Robotik plans"), ("Fangshi",)),
    ("which Chinese companies filed for a listing in Hong Kong?", ("Yunlu",), ("Ottmar", "Fangshi")),
    ("who wants to list on the HKEX", ("Yunlu", "Ottmar Robotik plans"), ("Fangshi",)),
    ("Hong Kong IPOs 2025", ("Yunlu", "Fangshi"), ()),
    ("which companies went public in 2025", ("Fangshi",), ("Yunlu", "Ottmar")),
    ("companies listed in Hong Kong in 2025", ("Fangshi",), ("Ottmar",)),
    ("which german companies raised money in 2025", ("Ottmar Robotik raised",), ("Halvorsen", "Corran")),
    ("startups from Lenzburg that raised money", ("Ottmar Robotik raised",), ("Halvorsen",)),
    ("who raised more than $30 million in 2025", ("Ottmar", "Halvorsen"), ("Corran", "Bexhill")),
    ("surgical startups that raised money", ("Corran",), ("Halvorsen", "Ottmar")),
    ("seed rounds 2025", ("Corran",), ("Ottmar",)),
    ("acquisitions in 2025", ("Tessel Hands", "Corran Systems"), ("Umbrel", "Halvorsen")),
    ("who bought what in January 2025", ("Vickery Group acquired Tessel",), ("Umbrel", "Corran Systems")),
    ("takeovers over $500 million", ("Fellner Motion agreed to acquire Corran",), ("Tessel",)),
    ("which deals fell through", ("did not acquire Umbrel",), ("Tessel", "Corran")),
    ("list all acquisitions by Vickery", ("Tessel Hands",), ("Corran",)),
    ("Vickery's latest acquisition", ("Tessel Hands",), ("Corran",)),
    ("who did Vickery not buy", ("dropped its purchase of Umbrel",), ("Tessel",)),
    ("which rounds did Quarry Partners lead", ("Bexhill",), ()),
    ("which rounds did Quarry Partners join but not lead", ("Ottmar", "Halvorsen"), ("Bexhill",)),
    ("Stowe Ventures portfolio", ("Corran",), ("Ottmar",)),
    ("who has Marlow Capital backed", ("Ottmar",), ("Halvorsen",)),
    (
        "who has not raised since 2024",
        ("No round of these is known here since 2024", "Bexhill"),
        ("Halvorsen", "Corran"),
    ),
    ("which companies did not raise in 2025", ("Bexhill",), ("Ottmar", "Halvorsen")),
    ("who left in July 2025", ("Pia Lund",), ("Ruben Falk",)),
    ("which companies were founded in 2018", ("Ottmar",), ()),
    ("cheapest robot", ("Tarn 3", "$9,000"), ("Lathework",)),
    ("which robots cost less than $10,000", ("Tarn 3",), ("Mossel", "Lathework")),
    (
        "forecasts for 2030 humanoid shipments - compare",
        ("Calder Research", "300,000", "Brome Analytics", "450,000"),
        (),
    ),
    ("Calder and Brome Analytics for 2030", ("300,000", "450,000"), ()),
    ("who expects the most humanoids for 2030", ("Brome Analytics expects",), ()),
    ("how much did Halvorsen Arms and Ottmar ship each?", ("1,200 arms", "410 humanoids"), ()),
    ("Halvorsen Arms against Ottmar, units 2024", ("1,200", "410"), ()),
    ("which founders used to work for Fellner Motion", ("Edda Kranz", "Ottmar Robotik"), ("Halvorsen",)),
    ("which German founders studied at Grethe University", ("Edda Kranz", "Ottmar Robotik"), ()),
    ("which founders came from Fellner Motion / run Ottmar", ("Edda Kranz", "engineer"), ()),
    ("who has owned Halvorsen Arms over the years", ("from Vickery Group",), ()),
    ("who ran Halvorsen Arms before Ines Torvald?", ("Ruben Falk",), ("Ines Torvald: ",)),
    ("who runs Halvorsen Arms after Ruben Falk", ("Ines Torvald",), ("Ruben Falk: ",)),
    ("who was CEO of Halvorsen Arms in 2024", ("Ruben Falk",), ("Ines Torvald: ",)),
    ("who got Ruben Falk's job at Halvorsen Arms", ("Ines Torvald",), ()),
    ("Ottmar Robotik: founder, headquarters", ("Edda Kranz", "Lenzburg"), ()),
    ("hey, quick one: who founded Ottmar?", ("Edda Kranz",), ()),
    ("how much did Fellner give for Corran Systems", ("$700 million",), ()),
]


@pytest.mark.parametrize(("question", "said", "unsaid"), ASKED, ids=[q for q, _, _ in ASKED])
def test_lists_what_was_asked_for_and_nothing_else(
    answerer: Answerer, question: str, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    answer = answerer.reply([question])
    told = "\n".join(line.text for line in answer.lines)
    assert answer.answered, plain(answer)
    assert [word for word in said if word not in told] == [], told
    assert [word for word in unsaid if word in told] == [], told
    assert all(line.citations for line in answer.lines)
    assert len(plain(answer)) <= 2500


DECLINED = [
    "which Chinese companies raised money in 2025",
    "who has never invested in Ottmar Robotik",
    "which investors did not join Ottmar's Series B",
    "which hospitals use robots",
    "what is Ottmar worth after its Series B",
    "what did Quarry Partners pay for Halvorsen Arms?",
    "which high school did Edda Kranz go to",
    "who expects 2 billion humanoids",
    "why did Pia Lund leave",
    "what did Calder Research expect for 2040",
    "who invested in both Corran Systems and Bexhill Dynamics",
    "which founders used to work for Vickery Group",
    "which raised more?",
]


@pytest.mark.parametrize("question", DECLINED)
def test_declines_rather_than_answers_something_else(answerer: Answerer, question: str) -> None:
    answer = answerer.reply([question])
    assert not answer.answered, plain(answer)


TALKS: list[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = [
    (("which startups raised a series B in 2025?", "and in 2024?"), (), ("Halvorsen",)),
    (("who raised more than $30 million in 2025", "and in 2023?"), (), ("Ottmar",)),
    (("biggest round of 2025", "who led it?"), ("Quarry Partners",), ()),
    (("compare Ottmar and Halvorsen Arms funding", "which raised more?"), ("$40 million", "$90 million"), ("Corran",)),
    (("who invested in Ottmar?", "and who else did they back?"), ("Halvorsen", "Bexhill"), ("Corran",)),
    (("what does Calder Research expect for 2030?", "and Brome Analytics?"), ("450,000",), ("300,000",)),
]


@pytest.mark.parametrize(("turns", "said", "unsaid"), TALKS, ids=[" / ".join(turns) for turns, _, _ in TALKS])
def test_goes_on_from_what_was_asked(
    answerer: Answerer, turns: tuple[str, ...], said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    told = "\n".join(line.text for line in answerer.reply(turns).lines)
    assert [word for word in said if word not in told] == [], told
    assert [word for word in unsaid if word in told] == [], told


@pytest.mark.parametrize(
    "question", ["who founded Ottmar and who founded Umbrel Robotics?", "who founded Ottmar? who bought Ottmar?"]
)
def test_says_which_of_several_questions_stays_open(answerer: Answerer, question: str) -> None:
    answer = answerer.reply([question])
    assert "Edda Kranz" in plain(answer)
    assert [hint for hint in answer.hints if "Nothing" in hint], plain(answer)
