"""Lists of companies by what they are worth: above or below a sum, unicorns, the last valuation told of each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import Fact, of_one, usd

NAMES: list[tuple[str, EntityKind]] = [
    ("Orrin Grippers", "org"),
    ("Halvard Motion", "org"),
    ("Petrel Arms", "org"),
    ("Sanderling", "org"),
    ("Norway", "place"),
]
TEXT = """What they are worth

Norway's Orrin Grippers raised $400 million in March 2025, which values it at $12 billion.
In 2023 Halvard Motion was valued at $3 billion.
Halvard Motion raised $20 million in May 2025 at a valuation of $900 million.
Petrel Arms raised $200 million in April 2025 at a valuation of $2 billion.
Sanderling raised $30 million in June 2025.
"""


def _round(company: str, amount: float, date: str, valuation: float, quote: str) -> Fact:
    return (
        "funding",
        {"company": company, "amount": usd(amount), "date": date, "valuation": usd(valuation)},
        quote,
    )


FACTS: list[Fact] = [
    _round(
        "Orrin Grippers", 4e8, "2025-03", 12e9,
        "Norway's Orrin Grippers raised $400 million in March 2025, which values it at $12 billion.",
    ),
    (
        "metric",
        {"subject": "Halvard Motion", "measure": "valuation", "value": 3e9, "unit": "USD", "date": "2023"},
        "In 2023 Halvard Motion was valued at $3 billion.",
    ),
    _round(
        "Halvard Motion", 2e7, "2025-05", 9e8,
        "Halvard Motion raised $20 million in May 2025 at a valuation of $900 million.",
    ),
    _round(
        "Petrel Arms", 2e8, "2025-04", 2e9,
        "Petrel Arms raised $200 million in April 2025 at a valuation of $2 billion.",
    ),
    (
        "funding",
        {"company": "Sanderling", "amount": usd(3e7), "date": "2025-06"},
        "Sanderling raised $30 million in June 2025.",
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("valuations"), TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("message", "listed"),
    [
        ("unicorns", ["Orrin Grippers", "Petrel Arms"]),
        ("which startups are unicorns", ["Orrin Grippers", "Petrel Arms"]),
        ("list the unicorns please", ["Orrin Grippers", "Petrel Arms"]),
        ("any decacorns?", ["Orrin Grippers"]),
        ("companies valued above 5 billion", ["Orrin Grippers"]),
        ("which companies are worth more than $1.5 billion", ["Orrin Grippers", "Petrel Arms"]),
        ("who is worth less than 1 billion", ["Halvard Motion"]),
    ],
)
def test_a_list_is_of_the_last_valuation_told_of_each(answerer: Answerer, message: str, listed: list[str]) -> None:
    answer = answerer.reply([message])
    assert answer.answered
    firsts = [line.text for line in answer.lines]
    assert [next(name for name, _ in NAMES if text.startswith(name)) for text in firsts] == listed


@pytest.mark.parametrize("message", ["companies valued above 50 billion", "who is worth more than 40 billion"])
def test_none_worth_so_much_is_no_list(answerer: Answerer, message: str) -> None:
    assert not answerer.reply([message]).answered
