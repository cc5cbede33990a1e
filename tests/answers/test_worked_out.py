"""What two told figures come to: both are shown with their sentences; where one is missing nothing is worked out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import Fact, of_one, usd

NAMES: list[tuple[str, EntityKind]] = [
    ("Corran Arms", "org"), ("Vestrel", "org"), ("Selby Motion", "org"), ("Heron", "product"), ("Wader", "product"),
    ("Brightwater", "org"), ("Tern", "product"),
]  # fmt: skip
SERIES_A = "Corran Arms raised $20 million in 2023 at a valuation of $100 million."
SERIES_B = "Corran Arms raised $60 million in March 2025 at a valuation of $350 million."
BOUGHT = "Brightwater bought Selby Motion for $90 million in June 2025."
RAISED = "Selby Motion had raised $30 million in 2022."
STAKE = "Brightwater paid $12 million for a 15% stake in Vestrel."
ORDER = "Vestrel won an order worth $6 million for 120 robots from the harbour of Delft."
HERON, WADER = "The Heron costs $48,000.", "The Wader costs $31,000."
TERN = "The Tern costs $40,000 now, against $55,000 in the spring."
TEXT = "\n\n".join(("What arms cost", SERIES_A, SERIES_B, BOUGHT, RAISED, STAKE, ORDER, HERON, WADER, TERN))


def _round(company: str, amount: float, day: str, **more: object) -> dict[str, object]:
    return {"company": company, "amount": usd(amount), "date": day, "status": "completed", **more}


FACTS: list[Fact] = [
    ("funding", _round("Corran Arms", 2e7, "2023", valuation=usd(1e8)), SERIES_A),
    ("funding", _round("Corran Arms", 6e7, "2025-03", valuation=usd(3.5e8)), SERIES_B),
    ("funding", _round("Selby Motion", 3e7, "2022"), RAISED),
    ("acquisition", {"buyer": "Brightwater", "target": "Selby Motion", "amount": usd(9e7)}, BOUGHT),
    ("price", {"product": "Heron", "amount": usd(48000)}, HERON),
    ("price", {"product": "Wader", "amount": usd(31000)}, WADER),
    ("price", {"product": "Tern", "amount": usd(40000)}, TERN),
    ("price", {"product": "Tern", "amount": usd(55000)}, TERN),
]  # fmt: skip


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("worked"), TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("how much of a step-up was Corran Arms' last round?", "3.5 times the one before"),
        ("what return on investment did the Selby Motion exit bring?", "The price is 3 times what is told as raised"),
        ("implied valuation of Vestrel by the Brightwater stake", "$12 million for 15% puts the whole at about $80"),
        ("Vestrel order, implied price per robot", "$6 million for 120 is about $50,000 each"),
        ("is the Wader cheaper than the Heron?", "Wader is cheaper, by what is told here: $31,000; Heron: $48,000"),
        ("Heron or Wader, which is cheaper?", "Wader is cheaper, by what is told here: $31,000; Heron: $48,000"),
    ],
)  # fmt: skip
def test_two_figures_are_held_against_each_other(answerer: Answerer, asked: str, said: str) -> None:
    answer = answerer.reply([asked])
    assert answer.lines, plain(answer)
    assert said in answer.lines[0].text, plain(answer)
    assert answer.lines[0].citations


@pytest.mark.parametrize(
    "asked",
    [
        "how much of a step-up was Vestrel's last round?",  # no rounds are told
        "what premium was paid for Selby Motion over its last valuation?",  # none is told
        "implied valuation of Corran Arms by the stake",
    ],
)
def test_with_one_figure_nothing_is_worked_out(answerer: Answerer, asked: str) -> None:
    assert "computed" not in plain(answerer.reply([asked]))


def test_prices_that_overlap_give_no_verdict(answerer: Answerer) -> None:
    assert "is cheaper" not in plain(answerer.reply(["is the Tern cheaper than the Heron?"]))
