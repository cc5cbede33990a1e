"""Follow-ups on a round: of the round or the year that was spoken of, without the sums of others beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.answers import Answerer, plain
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one, usd

TEXT = """Lummox closes a big one
Lummox raised $220 million in a Series C led by Harrow Bank in May 2025, valuing the crane maker at $1.9 billion.

The valuation of $1.9 billion is four times that of before.

Lummox raised $45 million in a Series B in 2023 from Pell Partners and Oxmoor Trust, and was valued at $460 million.

Its Series A of $12 million was led by Tarn Ventures in 2021.
"""
NAMES: list[tuple[str, EntityKind]] = [
    (name, "org") for name in ("Lummox", "Harrow Bank", "Pell Partners", "Oxmoor Trust", "Tarn Ventures")
]


def _round(name: str, sum_: float, date: str, backers: dict[str, bool], valuation: float = 0) -> dict[str, Any]:
    slots = {"company": "Lummox", "amount": usd(sum_), "round": name, "date": date}
    slots["investors"] = [{"name": who, "lead": lead} for who, lead in backers.items()]
    return {**slots, **({"valuation": usd(valuation)} if valuation else {})}


FACTS: list[tuple[str, dict[str, Any], str]] = [
    (
        "funding",
        _round("Series C", 220e6, "2025-05", {"Harrow Bank": True}, 1.9e9),
        "Lummox raised $220 million in a Series C led by Harrow Bank in May 2025, valuing the crane maker at $1.9 "
        "billion.",
    ),
    (
        "funding",
        _round("Series B", 45e6, "2023", {"Pell Partners": False, "Oxmoor Trust": False}, 460e6),
        "Lummox raised $45 million in a Series B in 2023 from Pell Partners and Oxmoor Trust, and was valued at $460 "
        "million.",
    ),
    (
        "funding",
        _round("Series A", 12e6, "2021", {"Tarn Ventures": True}),
        "Its Series A of $12 million was led by Tarn Ventures in 2021.",
    ),
]
OF_IT = [
    (("how much did Lummox raise in 2023?", "at what valuation?"), "$460 million", ("1.9 billion", "Harrow")),
    (("how much did Lummox raise in 2023?", "what was the valuation?"), "$460 million", ("1.9 billion", "Harrow")),
    (("Lummox's Series A?", "who led it?"), "Tarn Ventures", ("Harrow", "Pell")),
    (("Lummox's Series C?", "and the B?", "who backed it?"), "Pell Partners", ("Harrow", "Tarn")),
    (("Lummox's Series C?", "and the B?", "at what valuation?"), "$460 million", ("1.9 billion",)),
    (("what's Lummox's latest round?", "who led it?"), "Harrow Bank", ("Tarn",)),
    (("how much did Lummox raise in 2021?", "who led it?", "how much have they raised in total?"), "$277 million", ()),
    # Of the company, whatever round was spoken of.
    (("how much did Lummox raise in 2023?", "what is it valued at now?"), "$1.9 billion", ()),
    (("how much did Lummox raise in 2023?", "and in 2025?", "at what valuation?"), "$1.9 billion", ("460 million",)),
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("crane"), TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(("turns", "said", "not_said"), OF_IT, ids=[" / ".join(turns) for turns, _, _ in OF_IT])
def test_a_follow_up_is_asked_of_the_round_that_was_spoken_of(
    answerer: Answerer, turns: tuple[str, ...], said: str, not_said: tuple[str, ...]
) -> None:
    answer = answerer.reply(turns)
    text = "\n".join(line for line in plain(answer, 3000).splitlines() if not line.startswith("   ["))
    assert answer.answered
    assert said in text
    assert [word for word in not_said if word in text] == []
