"""A round without a sum has the one of the heading above its paragraph, in a recap it has the month of the title."""

from __future__ import annotations

import pytest

from bot.extraction.kind import Draft
from bot.extraction.sifting import sift
from bot.model.statement import SlotValue
from bot.model.when import When
from tests.extraction.reading import read
from tests.extraction.test_sifting import usd

BELOW = "The maker announced its Series C on June 10. Veltrix Robotics builds humanoids."


@pytest.mark.parametrize(
    ("heading", "slots", "amount"),
    [
        ("Veltrix Robotics: up to $42 million", {}, 42),
        ("Veltrix Robotics: up to $4.2 million", {}, 4.2),
        ("Veltrix Robotics at $42 million", {"status": "rumored"}, None),
        ("Veltrix Robotics: valued at $42 million", {}, None),
        ("Hartwell Robotics: up to $42 million", {}, None),
        ("Veltrix Robotics: $42 million, after $30 million", {}, None),
        ("Veltrix Robotics raised $42 million last year.", {}, None),
        ("Veltrix Robotics: up to $42 million", {"valuation": usd(42)}, None),
        ("Veltrix Robotics: up to $42 million", {"amount": usd(56)}, 56),
    ],
)
def test_the_sum_of_a_heading(heading: str, slots: dict[str, SlotValue], amount: float | None) -> None:
    context = read(f"News of the week\n\nHello again.\n\n{heading}\n{BELOW}\n")
    start = context.text.index("The maker")
    draft = Draft("funding", {"company": "Veltrix Robotics", "round": "Series C", **slots}, start, start + 40)
    (left,) = [one.slots for one in sift(context, [draft])]
    told = left.get("amount")
    assert (None if told is None else told.value / 1e6) == amount  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("title", "slots", "dated"),
    [
        ("Robot investments recap: April 2021", {}, True),
        ("Robot investments recap: April 2021", {"status": "rumored"}, False),
        ("Robot investments recap: from April 2021 to May 2021", {}, False),
        ("Veltrix Robotics shows a hand: April 2021", {}, False),
    ],
)
def test_rounds_of_a_recap_have_the_month_of_its_title(title: str, slots: dict[str, SlotValue], dated: bool) -> None:
    context = read(BELOW, title, "2021-05-10")
    draft = Draft("funding", {"company": "Veltrix Robotics", **slots}, 0, len(context.text))
    (left,) = sift(context, [draft])
    assert left.slots.get("date") == (When.from_iso("2021-04") if dated else None)
