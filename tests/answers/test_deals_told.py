"""What reporters ask of deals: the figure asked for, of the one asked about, and not whatever stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.answers import Answerer, plain
from bot.answers.proof.proofs import Counted
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import registry_of, shelved, usd

SALE = """Pallister buys a maker of cranes
Pallister said on Tuesday it has reached a deal to buy Wexcombe Cranes Limited for $310 million.

It agreed to buy the maker from the buyout firm Orrin Vale, which holds most of it.

The purchase is to close in March 2027.

Wexcombe Cranes was founded in 1981. The company has about 640 employees at nine plants.

Pallister bought the winch maker Dunmow in 2019, two years after a delay.
"""
ROUND = """Wexcombe Cranes lands a round
Wexcombe Cranes has raised $45 million in a Series B. So far 27 investors have taken part in the round, a filing shows.

Its Series A brought $10 million. In all the company has raised $71 million since 2012.

The shares are to be sold later: Wexcombe plans to build 300 cranes after a $40 million share placement.
"""
KEPT = """Two small purchases
Pallister acquired Orsk, a maker of hooks, last week.

The terms of the deal were not disclosed.
"""
DIED = """Old bids that came to nothing
Pallister announced in 2024 that it would buy Tillingham for $90 million.
"""
AGAIN = """A price for Tillingham
Pallister wants to buy Tillingham, maker of the tall hoist, for $90 million in cash.
"""
WHY = """A look back at a bad year
Pallister's attempt to buy Tillingham was dropped because the cartel office forbade it, and the stock fell.
"""
NAMES: list[tuple[str, EntityKind]] = [
    (name, "org") for name in ("Pallister", "Wexcombe Cranes Limited", "Dunmow", "Tillingham", "Orsk")
]
Fact = tuple[str, dict[str, Any], str]


def _bought(target: str, status: str, quote: str, amount: float = 0) -> Fact:
    told = {"buyer": "Pallister", "target": target, "status": status}
    return "acquisition", {**told, **({"amount": usd(amount)} if amount else {})}, quote


def _raised(amount: float, name: str, quote: str) -> Fact:
    return "funding", {"company": "Wexcombe Cranes Limited", "amount": usd(amount), "round": name}, quote


ARTICLES: dict[str, tuple[str, str, list[Fact]]] = {
    "sale.md": (
        "2026-10-06",
        SALE,
        [_bought("Wexcombe Cranes Limited", "announced", SALE.split("\n")[1], 310e6)],
    ),
    "round.md": (
        "2025-10-06",
        ROUND,
        [
            _raised(45e6, "Series B", "Wexcombe Cranes has raised $45 million in a Series B."),
            _raised(10e6, "Series A", "Its Series A brought $10 million."),
            (
                "metric",
                {"subject": "Wexcombe Cranes Limited", "measure": "total_raised", "value": 71e6, "unit": "USD"},
                "In all the company has raised $71 million since 2012.",
            ),
        ],
    ),
    "kept.md": (
        "2024-02-06",
        KEPT,
        [_bought("Orsk", "completed", KEPT.split("\n")[1])],
    ),
    "bids.md": ("2025-01-06", DIED, [_bought("Tillingham", "announced", DIED.split("\n")[1], 90e6)]),
    "other.md": ("2025-01-07", AGAIN, [_bought("Tillingham", "announced", AGAIN.split("\n")[1], 90e6)]),
    "year.md": ("2025-12-06", WHY, [_bought("Tillingham", "denied", WHY.split("\n")[1])]),
}
ASKED = [
    ("who did Pallister buy Wexcombe Cranes from?", "Orrin Vale", "1981"),
    ("when is Pallister's purchase of Wexcombe Cranes to close?", "March 2027", "2019"),
    ("how many people does Wexcombe Cranes employ?", "640 employees", "27 investors"),
    ("how many investors took part in the Series B of Wexcombe Cranes?", "27 investors", "round known here"),
    ("who bought Orsk and for how much?", "were not disclosed", "$310 million"),
    ("what did Pallister pay for Orsk?", "were not disclosed", "$310 million"),
    ("how much did Wexcombe Cranes pay for Orsk?", "", "were not disclosed"),
    ("what share of the staff does Pallister hold?", "", "acquire"),
    ("why did Pallister's attempt to buy Tillingham fail?", "the cartel office forbade it", "Wexcombe"),
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(shelved(tmp_path_factory.mktemp("cranes"), ARTICLES, registry_of(NAMES))) as facts:
        yield Answerer(facts)


def _lines(answerer: Answerer, question: str) -> str:
    """What is told, without the quotes of what it rests on."""
    return "\n".join(line for line in plain(answerer.reply([question])).splitlines() if not line.startswith("   ["))


@pytest.mark.parametrize(("question", "said", "not_said"), ASKED, ids=[question for question, _, _ in ASKED])
def test_what_is_asked_of_a_deal_is_told_without_what_is_not(
    answerer: Answerer, question: str, said: str, not_said: str
) -> None:
    text = _lines(answerer, question)
    assert said in text
    assert not_said not in text


def test_a_stated_total_stands_before_what_rounds_add_up_to(answerer: Answerer) -> None:
    text = _lines(answerer, "how much has Wexcombe Cranes raised in total?")
    assert text.index("$71 million") < text.index("$55 million")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Wexcombe offers 30,155 new shares at $8 a share.", True),
        ("Wexcombe plans a $40 million share placement.", False),
        ("The stock closed at HK$54.95 per share.", False),
    ],
)
def test_a_sum_is_no_number_of_what_is_counted(text: str, counted: bool) -> None:
    assert Counted(("shar",), done=False).in_text(text) is counted
