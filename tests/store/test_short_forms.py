"""What goes by the first words of its name in an article that gives it whole."""

from __future__ import annotations

import pytest

from bot.store.names import NameIndex
from bot.store.short_forms import short_forms

NAMES = NameIndex([("kestrel", "Kestrel Robotics"), ("kestrel-2", "Kestrel Systems"), ("bear", "Bear Robotics"),
                   ("oak", "Oak Machines Ltd"), ("mill", "Mill Technology"), ("known", "Mill")])  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "met"),
    [
        ("Kestrel Robotics raised money. Last week Kestrel moved.", {"Kestrel": "kestrel"}),
        ("Kestrel Robotics raised money. Kestrel’s office moved.", {"Kestrel": "kestrel"}),
        ("Oak Machines Ltd grew, and Oak moved.", {"Oak": "oak"}),
        ("Kestrel Robotics and Kestrel Systems met, and Kestrel moved.", {}),
        ("Bear Robotics grew, and Bear moved like a bear.", {}),
        ("Kestrel Robotics grew. Kestrel moved.", {}),
        ("Mill Technology grew, and Mill moved.", {}),
        ("In time Kestrel moved.", {}),
    ],
)
def test_short_forms(sentence: str, met: dict[str, str]) -> None:
    found = short_forms([sentence], NAMES.find(sentence), NAMES)
    hits = found.find(sentence) if found is not None else []
    assert {hit.text: hit.entities[0] for hit in hits} == met
