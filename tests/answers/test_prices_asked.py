"""What things of a sort cost: the thing itself or its use, humanoids or robots of any kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answers import Answerer, plain
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one, usd

TOLD = {
    "Pipkin": "Pipkin, a humanoid of Quillon Robotics, costs $18,000, or $480 a month.",
    "Harrier": "The humanoid Harrier is sold at $52,000.",
    "Snuffle": "The robot dog Snuffle sells for $1,900.",
    "Tarry": "A Tarry board is $340.",
    "Lathework": "The model Lathework costs $2 per million tokens.",
    "Dunnock": "Dunnock, a two-armed humanoid, rents for $21 an hour.",
}
ARTICLE = "Robots at the Brisko fair\n\n" + "\n\n".join(TOLD.values()) + "\n"
PRICES = [
    ("Pipkin", 18000), ("Pipkin", 480), ("Harrier", 52000), ("Snuffle", 1900), ("Tarry", 340), ("Lathework", 2),
    ("Dunnock", 21),
]  # fmt: skip


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    facts = [("price", {"product": name, "amount": usd(sum_)}, TOLD[name]) for name, sum_ in PRICES]
    launched = [("launch", {"product": name, "product_kind": "robot"}, TOLD[name]) for name in ("Snuffle", "Tarry")]
    names = [(name, "product") for name in TOLD]
    with Facts.open(of_one(tmp_path_factory.mktemp("prices"), ARTICLE, names, [*facts, *launched])) as opened:
        yield Answerer(opened)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        (
            "cheapest humanoid",
            ("Pipkin costs $18,000", "Harrier"),
            ("Snuffle", "Tarry", "$480", "Dunnock", "Lathework"),
        ),
        ("most expensive humanoid", ("Harrier costs $52,000",), ("Snuffle", "Tarry", "Lathework")),
        ("which humanoids cost below $52,000", ("Pipkin costs $18,000",), ("Harrier", "Snuffle", "$480", "Dunnock")),
        ("humanoids up to $52,000", ("Pipkin costs $18,000", "Harrier"), ("Snuffle", "$480")),
        ("robots under $5,000", ("Snuffle costs $1,900",), ("Tarry", "Lathework", "Pipkin")),
        ("cheap robots under $5,000?", ("Snuffle costs $1,900",), ("Tarry", "Lathework", "Pipkin")),
        ("robots cheaper than $5k", ("Snuffle costs $1,900",), ("Tarry", "Lathework", "Pipkin")),
        ("which robots can I buy for under $5,000", ("Snuffle costs $1,900",), ("Tarry", "Lathework", "Pipkin")),
        ("cheapest humanoid to rent", ("Dunnock costs $21 an hour", "$480 a month"), ("Harrier", "$18,000 ")),
        ("最便宜的人形机器人", ("Pipkin costs $18,000",), ("Snuffle", "Dunnock")),
        ("how much is the Lathework", ("costs $2 per million tokens",), ("Snuffle",)),
    ],
)
def test_a_price_is_of_the_sort_and_of_the_use_that_is_asked_for(
    asked: Answerer, question: str, told: tuple[str, ...], untold: tuple[str, ...]
) -> None:
    answer = asked.reply([question])
    lines = "\n".join(line.text for line in answer.lines if line.event)
    assert answer.answered, plain(answer)
    assert [part for part in told if part not in lines] == []
    assert [part for part in untold if part in lines] == []


def test_the_price_of_a_part_is_not_that_of_the_robot_it_is_in(tmp_path: Path) -> None:
    shown, priced, next_one = "The robot Harrier has steel knees.", "They sell a knee for $890.", "The robot is $9,000."
    facts = [
        ("launch", {"product": "Harrier", "product_kind": "robot"}, shown),
        ("price", {"product": "Harrier", "amount": usd(890)}, priced),
        ("price", {"product": "Harrier", "amount": usd(9000)}, next_one),
    ]
    article = f"At the fair\n\n{shown} {priced} {next_one}\n"
    with Facts.open(of_one(tmp_path, article, [("Harrier", "product")], facts)) as opened:
        told = plain(Answerer(opened).reply(["robots under $10,000"]))
    assert "$9,000" in told
    assert "$890 " not in told.partition("Near it")[0]
