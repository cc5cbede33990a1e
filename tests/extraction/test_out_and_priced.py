"""What came out when, and what it costs, however a sentence puts it; every name is invented."""

from __future__ import annotations

import pytest

from tests.extraction.test_people import pairs, told

HALVORN = "Halvorn Robotics"

CAME_OUT = [
    (f"The Brisko humanoid, made by {HALVORN}, was unveiled in May 2024.", {("Brisko", HALVORN, "2024-05")}),
    (f"The Brisko was unveiled by {HALVORN} in May 2024.", {("Brisko", HALVORN, "2024-05")}),
    (f"{HALVORN} builds the Brisko humanoid. It was unveiled in May 2024.", {("Brisko", HALVORN, "2024-05")}),
    (
        f"{HALVORN} unveiled a new humanoid in May 2024. The robot is called Brisko.",
        {("Brisko", HALVORN, "2024-05")},
    ),
    (f"{HALVORN} began selling the Brisko humanoid in May 2024.", {("Brisko", HALVORN, "2024-05")}),
    (f"The first Brisko humanoids by {HALVORN} went on sale in May 2024.", {("Brisko", HALVORN, "2024-05")}),
    (
        f"{HALVORN} unveiled the Brisko and the Grippo humanoids in May 2024.",
        {("Brisko", HALVORN, "2024-05"), ("Grippo", HALVORN, "2024-05")},
    ),
    ("The gripper Grippo came out in 2018.", {("Grippo", None, "2018")}),
    (f"{HALVORN} never unveiled the Brisko humanoid.", set()),
    (f"{HALVORN} will not launch the Brisko humanoid.", set()),
]


@pytest.mark.parametrize(("text", "launches"), CAME_OUT)
def test_what_came_out_when(text: str, launches: set[tuple[str, str | None, str]]) -> None:
    assert pairs(told("launch", text), "product", "maker", "date") == launches


COSTS = [
    (f"{HALVORN} sells the Brisko humanoid for $16,000.", [16_000]),
    (f"{HALVORN} sells the Brisko humanoid. Customers pay $16,000 for the Brisko.", [16_000]),
    ("For $16,000 customers get the Brisko humanoid.", [16_000]),
    (f"The Brisko humanoid of {HALVORN} rents for $300 a day.", [300]),
    (f"{HALVORN} builds the Brisko humanoid. It lists at $16,000.", [16_000]),
    (f"{HALVORN} builds the Brisko humanoid. Brisko walks. The price is $16,000.", [16_000]),
    ("The base version of the Brisko humanoid costs $16,000, the one with hands $19,000.", [16_000, 19_000]),
    (f"Any humanoid costs $16,000, {HALVORN} says.", []),
    (f"A humanoid costs $16,000. {HALVORN} builds the Brisko humanoid.", []),
]


@pytest.mark.parametrize(("text", "prices"), COSTS)
def test_what_it_costs(text: str, prices: list[int]) -> None:
    facts = told("price", text)
    assert [(fact["product"], fact["amount"]["value"]) for fact in facts] == [("Brisko", price) for price in prices]
