"""Of several things asked each is told; what stands beside is shown as long as one of them is open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one, usd

ARTICLE = """Quillon sells the Heron

The Heron of Quillon Robotics costs $48,000 since Monday.

Otters in the canal have been fed by the neighbours ever since.

Quillon Robotics has delivered 310 Herons to hospitals in Norway.

Only a dozen of those are idle.

The works canteen in Bergen was painted by Tove Brekke.

She refused to be paid.
"""
PRICE = "The Heron of Quillon Robotics costs $48,000 since Monday."


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    store = of_one(
        tmp_path_factory.mktemp("left_open"),
        ARTICLE,
        [("Quillon Robotics", "org"), ("Heron", "product")],
        [("price", {"product": "Heron", "amount": usd(48000)}, PRICE)],
    )
    with Facts.open(store) as facts:
        yield Answerer(facts)


def test_each_of_several_things_is_told(asked: Answerer) -> None:
    text = plain(asked.reply(["What does the Heron cost, and how many Herons has Quillon Robotics delivered?"]))
    assert "$48,000" in text
    assert "310" in text


def test_nothing_stands_beside_where_every_thing_is_told(asked: Answerer) -> None:
    text = plain(asked.reply(["What does the Heron cost, and how many Herons has Quillon Robotics delivered?"]))
    assert "Otters" not in text


def test_what_stands_beside_is_shown_where_one_thing_is_open(asked: Answerer) -> None:
    text = plain(asked.reply(["How many Herons has Quillon Robotics delivered, and how many are broken?"]))
    assert "310" in text
    assert "Only a dozen of those are idle." in text


def test_one_sentence_tells_no_two_numbers_with_one(asked: Answerer) -> None:
    """Both parts come closest to the sentence with 310, which has one number: the other may stand beside it."""
    text = plain(
        asked.reply(["How many Herons has Quillon Robotics delivered, and how many Herons are at hospitals in Norway?"])
    )
    assert "dozen" in text
