"""Who works with whom and whose robots work for whom, however a sentence puts it; every name is invented."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extraction.test_people import told

HALVORN, OSTERBY, FOODS = "Halvorn Robotics", "Osterby Group", "Brightwater Foods"

PARTNERS = [
    (
        f"{HALVORN} will also sell Tollmark Robotics's grippers in Japan.",
        [HALVORN, "Tollmark Robotics"],
        "sell Tollmark Robotics's grippers in Japan",
    ),
    (
        f"{HALVORN} has signed up its first customer, {FOODS}, which will test two arms.",
        [HALVORN, FOODS],
        "test two arms",
    ),
    (
        f"{HALVORN} has signed its first customer, {FOODS}, to run two arms in Leeds.",
        [HALVORN, FOODS],
        "run two arms in Leeds",
    ),
    (f"{HALVORN} agreed to bring twenty carts to {FOODS}.", [HALVORN, FOODS], f"bring twenty carts to {FOODS}"),
    (f"{HALVORN} has appointed a distributor: {OSTERBY}.", [HALVORN, OSTERBY], "distribution"),
    (f"{HALVORN}'s distributor {OSTERBY} sold 40 arms.", [HALVORN, OSTERBY], "distribution"),
    (
        f"{HALVORN} agreed to distribute the carts through {OSTERBY}.",
        [HALVORN, OSTERBY],
        f"distribute the carts through {OSTERBY}",
    ),
    (
        f"{OSTERBY}, with whom {HALVORN} has developed a wrist, pays for the tests.",
        [OSTERBY, HALVORN],
        "has developed a wrist",
    ),
    (f"{HALVORN} developed the wrist together with {OSTERBY}.", [HALVORN, OSTERBY], "developed the wrist"),
    (f"{HALVORN} is designing a chip with {OSTERBY}.", [HALVORN, OSTERBY], "designing a chip"),
    (f"{HALVORN} builds grippers. {OSTERBY} has signed a letter of intent.", [OSTERBY, HALVORN], "letter of intent"),
    (f"{HALVORN} met {OSTERBY} at a fair. The alliance is to build carts.", [HALVORN, OSTERBY], "build carts"),
    (f"{HALVORN} builds carts. {OSTERBY} tests them under a two-year agreement.", [OSTERBY, HALVORN], None),
    (
        "Tollmark Robotics hired five engineers of Calder Robotics.",
        ["Tollmark Robotics", "Calder Robotics"],
        "hired five engineers",
    ),
]


@pytest.mark.parametrize(("text", "parties", "topic"), PARTNERS)
def test_one_partnership(text: str, parties: list[str], topic: str | None) -> None:
    assert [(fact["parties"], fact.get("topic")) for fact in told("partnership", text)] == [(parties, topic)]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        (f"{HALVORN} and {OSTERBY}'s joint laboratory opened in May 2024.", "joint laboratory"),
        (f"{HALVORN} and {OSTERBY} opened a joint laboratory in May 2024.", "joint laboratory"),
        (f"{HALVORN} took on the founders of {OSTERBY}.", "hired the founders"),
    ],
)
def test_a_topic_ends_before_what_is_told_of_it(text: str, topic: str) -> None:
    (fact,) = told("partnership", text)
    assert fact["topic"] == topic


def test_another_does_the_same() -> None:
    text = f"{HALVORN} and {OSTERBY} have teamed up to test carts. {FOODS} did the same in June."
    assert told("partnership", text) == [
        {"parties": [HALVORN, OSTERBY], "topic": "test carts"},
        {"parties": [FOODS, OSTERBY], "topic": "test carts", "date": "2025-06"},
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{HALVORN} and {OSTERBY} together hold 40% of the market.",
        f"{HALVORN} is not partnering with {OSTERBY}.",
    ],
)
def test_counted_together_or_denied_is_no_partnership(text: str) -> None:
    assert told("partnership", text) == []


USES = [
    (
        f"Calder Robotics sells to Osterby Hospital and {FOODS}.",
        {"maker": "Calder Robotics", "customer": ["Osterby Hospital", FOODS]},
    ),
    (
        f"Calder Robotics has sold its robots to customers including {OSTERBY} and {FOODS}.",
        {"maker": "Calder Robotics", "customer": [OSTERBY, FOODS]},
    ),
    ("Many hospitals use robots from Calder Robotics.", {"maker": "Calder Robotics", "customer": ["hospitals"]}),
    (
        "Two hospitals have bought delivery robots from Calder Robotics.",
        {"product": "delivery robots", "maker": "Calder Robotics", "customer": ["hospitals"]},
    ),
    (f"{HALVORN} equipped {OSTERBY} with 30 carts.", {"product": "carts", "maker": HALVORN, "customer": [OSTERBY]}),
    (
        f"The trial of 30 carts from {HALVORN} at {FOODS} has ended.",
        {"product": "carts", "maker": HALVORN, "customer": [FOODS], "use": "trial"},
    ),
    (
        f"Brisko robots from {HALVORN} are used by {OSTERBY} and by {FOODS}.",
        {"product": "Brisko robots", "maker": HALVORN, "customer": [OSTERBY, FOODS]},
    ),
    (f"{OSTERBY} has three robots from {HALVORN}.", {"maker": HALVORN, "customer": [OSTERBY]}),
    (f"{HALVORN} builds carts. {OSTERBY} ordered thirty of them.", {"maker": HALVORN, "customer": [OSTERBY]}),
    (
        f"{HALVORN} builds the Brisko humanoid. Ten of them work at {OSTERBY}.",
        {"product": "Brisko", "maker": HALVORN, "customer": [OSTERBY]},
    ),
]


@pytest.mark.parametrize(
    ("text", "maker", "customer"),
    [
        (f"{OSTERBY} placed an order for 40 carts from {HALVORN}.", HALVORN, [OSTERBY]),
        (f"{OSTERBY} has begun a trial of carts from {HALVORN}.", HALVORN, [OSTERBY]),
        (f"{OSTERBY}'s trial of six carts from {HALVORN} ends soon.", HALVORN, [OSTERBY]),
        (f"{OSTERBY} confirmed an order for forty carts from {HALVORN}.", HALVORN, [OSTERBY]),
        (f"{HALVORN} confirmed an order for forty carts from {OSTERBY}.", HALVORN, [OSTERBY]),
        (f"Hospitals and hotels have rented Brisko carts from {HALVORN}.", HALVORN, ["Hospitals and hotels"]),
        (f"Thirty Brisko humanoids from {HALVORN} work at {OSTERBY}.", HALVORN, [OSTERBY]),
    ],
)
def test_who_orders_and_tries_is_not_who_makes(text: str, maker: str, customer: list[str]) -> None:
    (fact,) = told("deployment", text)
    assert (fact["maker"], fact["customer"]) == (maker, customer)


@pytest.mark.parametrize(("text", "fact"), USES)
def test_one_deployment(text: str, fact: dict[str, Any]) -> None:
    assert told("deployment", text) == [fact]


@pytest.mark.parametrize(
    "text",
    [
        f"{OSTERBY} wants robots from {HALVORN}.",
        f"{OSTERBY} has a robot from {HALVORN}.",
        f"{OSTERBY} will not buy carts from {HALVORN}.",
        f"{OSTERBY} uses robots.",
        f"{OSTERBY} uses a robot from its own laboratory.",
        f"{HALVORN} delivered ten carts to {HALVORN}'s plant in Leeds.",
        f"{HALVORN} has delivered a test of the cart to {OSTERBY}.",
        f"A stake in {HALVORN} was bought by {OSTERBY}.",
        f"Nobody delivered ten carts to {OSTERBY}.",
    ],
)
def test_wishes_denials_and_nobodys_robots_are_no_deployment(text: str) -> None:
    assert told("deployment", text) == []
