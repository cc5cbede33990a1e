"""A judgement is an answer only where an article passes it."""

from __future__ import annotations

import pytest

from bot.answers.proof.judgements import calls_so


@pytest.mark.parametrize(
    ("shape", "text", "so"),
    [
        ("who makes the best humanoid", "Working with scientists is what he does best.", False),
        ("who makes the best humanoid", "Its boss calls the Corvid the best small humanoid of all.", True),
        (
            "which is the most promising robot company",
            "A promising start, said the most senior of the robot makers.",
            False,
        ),
        ("which is the most promising robot company", "It is the most promising of the robot companies here.", True),
        ("what was the worst year for <0>", "2023 was the worst year yet.", True),
        ("who builds the coolest hand", "The hand stays cool at 40 degrees.", False),
        # What is measured is no judgement, and neither is a question without one.
        ("which is the best selling humanoid", "It sold 4,000 of them.", True),
        ("who is the best paid founder", "She earns 2 million euros.", True),
        ("who leads <0>", "Roe leads it.", True),
    ],
)
def test_a_judgement_has_to_be_told(shape: str, text: str, so: bool) -> None:
    assert calls_so(shape, [text]) is so
