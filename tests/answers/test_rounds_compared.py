"""Which of two rounds was bigger, which of some is the tallest, one round of several, why somebody thinks so."""

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
    ("Tern Two", "product"),
    ("Skua One", "product"),
    ("Ines Morel", "person"),
]
_B = "Orrin Grippers raised $40 million in a Series B in March 2025."
_A = "Orrin Grippers took in $15 million in a Series A in May 2023."
_OTHER = "Halvard Motion raised $20 million in a Series A in May 2025."
TEXT = f"""A year of rounds

{_B}
{_A}
{_OTHER}
Petrel Arms has raised $90 million in three rounds within a year.
Tern Two stands 1.62 metres tall and weighs 48 kilograms.
Skua One is 1.81 metres tall and carries 20 kilograms.
"Hospitals want grippers because nurses are short of time," said Ines Morel, who leads Orrin Grippers.
"""


def _round(company: str, amount: float, name: str, date: str, quote: str) -> Fact:
    return "funding", {"company": company, "amount": usd(amount), "round": name, "date": date}, quote


FACTS: list[Fact] = [
    _round("Orrin Grippers", 4e7, "Series B", "2025-03", _B),
    _round("Orrin Grippers", 1.5e7, "Series A", "2023-05", _A),
    _round("Halvard Motion", 2e7, "Series A", "2025-05", _OTHER),
    (
        "metric",
        {"subject": "Petrel Arms", "measure": "total_raised", "value": 9e7, "unit": "USD"},
        "Petrel Arms has raised $90 million in three rounds within a year.",
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("compared"), TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("message", "first"),
    [
        (
            "whose round was bigger, Orrin Grippers' Series A or Halvard Motion's Series A?",
            "Halvard Motion raised more",
        ),
        (
            "which was larger: the Series B of Orrin Grippers or the Series A of Halvard Motion?",
            "Orrin Grippers raised",
        ),
        ("which was bigger, Orrin Grippers's latest round or Halvard Motion's Series A?", "Orrin Grippers raised more"),
        ("which is the tallest robot? Tern Two or Skua One", "Skua One is 1.81 metres"),
        ("why does Ines Morel think demand for grippers is rising?", "nurses are short of time"),
    ],
)
def test_what_is_compared(answerer: Answerer, message: str, first: str) -> None:
    answer = answerer.reply([message])
    assert answer.answered
    assert any(first in line.text for line in answer.lines[:2])


def test_one_round_is_not_what_several_came_to(answerer: Answerer) -> None:
    answer = answerer.reply(["how much did Petrel Arms raise in its first round?"])
    assert "$90 million" not in " ".join(line.text for line in answer.lines)
