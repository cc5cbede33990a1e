"""Who "the startup", "the Munich-based firm", "its" and "he" are."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Quillon Robotics raised $21 million. The startup employs 40 people.", "The startup", "Quillon Robotics"),
        ("Quillon Robotics said it had raised $21 million.", "it", "Quillon Robotics"),
        (
            "Munich-based Vantor Robotics bought Kestrel Systems of Lyon. The Munich-based company paid cash.",
            "The Munich-based company",
            "Vantor Robotics",
        ),
        ("Mara Voss left Vantor Robotics in May. She now advises a fund.", "She", "Mara Voss"),
        ("Vantor Robotics launched a humanoid called Tallis X1. The robot costs $30,000.", "The robot", "Tallis X1"),
        ("Vantor Robotics, backed by Harbor Lane Ventures, grew. The firm sells arms.", "The firm", "Vantor Robotics"),
    ],
)  # fmt: skip
def test_what_a_description_means(text: str, words: str, name: str) -> None:
    found = {m.text: m.cluster.name for s in read(text).sentences for m in s.mentions if m.anaphoric}
    assert found.get(words) == name


def test_a_unit_without_a_name_of_its_own_is_an_entity() -> None:
    context = read("Vantor agreed to buy Kestrel's robotics division. Kestrel's robotics business has 700 people.")
    unit = next(c for c in context.clusters if c.owner is not None)
    assert unit.owner is not None
    assert (unit.name, unit.owner.name, len(unit.mentions)) == ("Kestrel's robotics division", "Kestrel", 2)


def test_an_empty_it_means_nobody() -> None:
    context = read("Vantor Robotics grew. It is clear that prices fall.")
    assert [m.text for m in context.sentences[1].mentions] == []
