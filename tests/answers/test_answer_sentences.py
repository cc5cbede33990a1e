"""Where no fact answers, the sentence of an article does: which one is shown, and which questions stay declined."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.answers import Answerer
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one, told

NAMES: list[tuple[str, EntityKind]] = [
    ("Orrery Motion", "org"),
    ("Tamsin Labs", "org"),
    ("Halberd Fund", "org"),
    ("Lumen Institute", "org"),
    ("Corvid", "product"),
    ("Monday", "org"),
    ("Brackwater", "org"),
]

TEXT = """Orrery Motion and Lumen Institute study Corvid

Orrery Motion and Lumen Institute will study the Corvid robot together.

The joint research on Corvid will be led by Wenna Pask at Orrery Motion and Tobiah Lune at Lumen Institute.

Ruark joined Orrery Motion in 2016, was put in charge of Corvid in 2022 and walked out in June. The board thanked Ruark.

Dogs stood for 65% of what Orrery Motion sold in 2024.

**Orrery Motion: up to $90 million**

Orrery Motion announced its Series B on 10 June. Halberd Fund is on the list.

Tamsin Labs counted 4,100 robots that were shipped in 2025. Orrery Motion comes first with 1,900 of them.

Tamsin Labs has signed a licence for the models of Brackwater.
Two founders of Brackwater are moving to Tamsin Labs as well.

The board of Halberd Fund met on Monday to look at its value.
"""
FACTS: list[tuple[str, dict[str, Any], str]] = [
    (
        "funding",
        {"company": "Orrery Motion", "round": "Series B", "status": "announced", "date": "2025-06-10"},
        "Orrery Motion announced its Series B on 10 June.",
    ),
    (
        "metric",
        {"subject": "Tamsin Labs", "measure": "units", "value": 4100, "unit": "robots", "date": "2025"},
        "Tamsin Labs counted 4,100 robots that were shipped in 2025.",
    ),
    (
        "partnership",
        {"parties": ["Tamsin Labs", "Brackwater"], "topic": "licence for the models"},
        "Tamsin Labs has signed a licence for the models of Brackwater.",
    ),
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    store = of_one(tmp_path_factory.mktemp("sentences"), TEXT, NAMES, FACTS)
    with Facts.open(store) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        # Whoever leads is no company that two backers share.
        ("who leads the joint Corvid research of Orrery Motion and Lumen Institute?", ("Wenna Pask", "Tobiah Lune")),
        # "program" only describes Corvid; Ruark is known to the article alone.
        ("who used to run the Corvid program at Orrery Motion?", ("Ruark",)),
        # A percentage is a share.
        ("what share of Orrery Motion's sales were dogs?", ("65%",)),
        # Who comes first stands in the sentence after the count.
        ("who shipped the most robots in 2025, and how many?", ("Orrery Motion", "1,900")),
        # The heading tells the sum that the sentence below it does not.
        ("/deal Orrery Motion", ("$90 million",)),
        ("/timeline Orrery Motion", ("$90 million",)),
        # The rest of a deal stands beside the sentence that tells it.
        ("what does Tamsin Labs get out of the Brackwater deal?", ("licence", "founders")),
    ],
)
def test_a_sentence_answers(answerer: Answerer, asked: str, said: tuple[str, ...]) -> None:
    told(answerer, asked, *said)


@pytest.mark.parametrize(
    "asked",
    [
        "what is the value of Monday?",  # a company that is called like a day: "on Monday" does not speak of it
        "who leads the Corvid factory of Tamsin Labs?",
        "why did Halberd Fund sell its shares?",
        "how many people does Lumen Institute employ?",
    ],
)
def test_no_sentence_answers(answerer: Answerer, asked: str) -> None:
    assert not answerer.reply([asked]).answered
