"""Near misses by class of language: the right names, and something that the article does not tell of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.answers import Answerer
from bot.answers.proof.kinds import asked_thing
from bot.answers.proof.proofs import Counted
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one, told

NAMES: list[tuple[str, EntityKind]] = [
    ("Quarle Motion", "org"),
    ("Brackwater", "org"),
    ("Eskdale Partners", "org"),
    ("Tollgate Group", "org"),
    ("Sedgefield Medical Center", "org"),
    ("Wexcombe", "org"),
    ("Hollin", "org"),
    ("Ostwick", "org"),
    ("Tamar Idle", "person"),
    ("Joss Penhale", "person"),
    ("Ruan Vosk", "person"),
    ("Lantern", "product"),
    ("Tabor", "product"),
]

TEXT = """Quarle Motion goes to Tollgate Group

Tollgate Group has agreed to buy Quarle Motion for $90 million, the two said on 3 June 2025.

Brackwater, an early backer, sold its stake in Hollin in May. Eskdale Partners got $7 million for its Quarle
shares. Quarle Motion dismissed a report that Wexcombe had bid as well.

In the canteen of Quarle Motion lunch costs $4.

Finance chief Tamar Idle will leave Quarle Motion in August. Ruan Vosk will succeed Joss Penhale as head of sales of
Quarle Motion.

Tamar Idle studied physics in Turku, and worked at Tollgate Group for nine years in Oulu. Joss Penhale was a buyer at
Wexcombe before he came to Quarle Motion.

Quarle Motion raised $12 million in 2023 from Brackwater and Hollin. Wexcombe alone put $2 million into Quarle Motion in
2024. Its co-founders met on a ferry in 2017. Wexcombe hauls linen for Quarle Motion under a contract of some years.
Hollin's order from Eskdale Partners is worth $5 million.

Sedgefield Medical Center raised $70 million in a round led by Ostwick.

Quarle Motion has a yearly turnover of $3 million. Its roller screws are ground by hand.

Six Lantern carts fetch linen at Sedgefield Medical Center, which looked at Tabor in a lab as well.
"""
FACTS: list[tuple[str, dict[str, Any], str]] = [
    (
        "acquisition",
        {
            "buyer": "Tollgate Group",
            "target": "Quarle Motion",
            "amount": {"value": 90e6, "currency": "USD"},
            "status": "announced",
            "date": "2025-06-03",
        },
        "Tollgate Group has agreed to buy Quarle Motion for $90 million, the two said on 3 June 2025.",
    ),
    (
        "funding",
        {
            "company": "Sedgefield Medical Center",
            "amount": {"value": 70e6, "currency": "USD"},
            "investors": [{"name": "Ostwick", "lead": True}],
        },
        "Sedgefield Medical Center raised $70 million in a round led by Ostwick.",
    ),
    (
        "price",
        {"product": "Quarle Motion", "amount": {"value": 4, "currency": "USD"}},
        "In the canteen of Quarle Motion lunch costs $4.",
    ),
    (
        "role",
        {"person": "Tamar Idle", "organization": "Quarle Motion", "title": "Finance chief"},
        "Finance chief Tamar Idle will leave Quarle Motion in August.",
    ),
    (
        "deployment",
        {"product": "Lantern", "customer": "Sedgefield Medical Center", "count": 6},
        "Six Lantern carts fetch linen at Sedgefield Medical Center, which looked at Tabor in a lab as well.",
    ),
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("near"), TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    "asked",
    [
        # What one of several sellers got is not what is told of another, and who bought it is not who sold it.
        "what did Brackwater get for its Quarle shares?",
        "who bought Brackwater's stake in Hollin?",
        # Who leaves a post does not follow themselves.
        "who replaces Tamar Idle as finance chief of Quarle Motion?",
        # Studies and a town are no employer before another.
        "where did Tamar Idle work before Tollgate Group?",
        # Something of a house is not what else has a price there.
        "what does a Quarle Motion roller screw cost?",
        # The end of one name behind another is nobody's.
        "how many carts does Wexcombe Medical Center use?",
        # Nobody denied anything, whatever else they did.
        "did Brackwater deny anything?",
        "did Tollgate Group deny anything?",
        "did Brackwater confirm a bid for Tollgate Group?",
        # One sort of money is not another, and a worth is that of the thing that is named.
        "what is Quarle Motion's monthly cash burn?",
        "how much is Wexcombe's contract with Quarle Motion worth?",
        # What several gave together is not what one of them gave.
        "how much did Hollin put into Quarle Motion?",
        "how much did Brackwater invest in Quarle Motion?",
        # Who leads a round has others behind it.
        "how much did Ostwick put into Sedgefield Medical Center?",
        # Of two products that a sentence names, each has its own number.
        "how many Tabor carts does Sedgefield Medical Center use?",
        # Who holds one post does not hold another, and that founders met is no founding.
        "who is Quarle Motion's legal chief?",
        "when was Quarle Motion founded?",
    ],
)
def test_what_is_not_told_is_declined(answerer: Answerer, asked: str) -> None:
    assert not answerer.reply([asked]).answered


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("what did Eskdale Partners get for its Quarle shares?", "$7 million"),
        ("who sold a stake in Hollin in May?", "Brackwater"),
        ("who succeeds Joss Penhale as head of sales of Quarle Motion?", "Ruan Vosk"),
        ("where did Joss Penhale work before Quarle Motion?", "Wexcombe"),
        ("how many Lantern carts does Sedgefield Medical Center use?", "Six"),
        ("did Quarle Motion deny anything?", "dismissed a report"),
        ("how much did Wexcombe put into Quarle Motion?", "$2 million"),
        ("how much is Hollin's order from Eskdale Partners worth?", "$5 million"),
        ("who is Quarle Motion's finance chief?", "Tamar Idle"),
        ("what is Quarle Motion's yearly turnover?", "$3 million"),
        # A takeover that is only agreed has a day, and is told as what it is.
        ("when was Quarle Motion bought?", "3 June 2025 (announced, not reported as closed)"),
        ("when was Quarle Motion acquired by Tollgate Group?", "agreed to acquire"),
    ],
)
def test_the_same_wording_is_answered_where_it_is_told(answerer: Answerer, asked: str, said: str) -> None:
    told(answerer, asked, said)


@pytest.mark.parametrize(
    "shape",
    [
        "what did <0> get for its <1> shares?",
        "how much will <0> get for its <1>?",
        "how much did <0> make from the sale of <1>?",
    ],
)
def test_what_was_got_for_something_was_paid_for_it(shape: str) -> None:
    thing = asked_thing(shape)
    assert thing is not None
    assert thing.name == "paid"


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("Two robots began work there.", True),
        ("All thirty-two robots began work there.", True),
        ("Its T-Two robot began work there.", False),
        ("It has sold eight of the robots.", True),
        ("It sells a robot with eight arms.", False),
    ],
)
def test_a_number_within_a_name_counts_nothing(sentence: str, holds: bool) -> None:
    assert Counted(("robot",), done=False).in_text(sentence) is holds


BELOW_HEADINGS = """Two pickers of dates

**Ternpool.** Ternpool picks dates by drone. It raised $8 million in May.

**Lowgate Robotics.** "Our boss has been away for a year," says Ilsa Marn, who founded the maker of wall robots in 2021.
"""


@pytest.fixture(scope="module")
def of_headings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    names: list[tuple[str, EntityKind]] = [("Ternpool", "org"), ("Lowgate Robotics", "org"), ("Ilsa Marn", "person")]
    with Facts.open(of_one(tmp_path_factory.mktemp("headings"), BELOW_HEADINGS, names, [])) as facts:
        yield Answerer(facts)


def test_what_stands_below_the_name_of_another_is_told_of_them(of_headings: Answerer) -> None:
    assert not of_headings.reply(["when was Ternpool founded?"]).answered
    told(of_headings, "when was Lowgate Robotics founded?", "2021")
