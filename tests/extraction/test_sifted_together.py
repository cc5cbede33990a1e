"""Who works together is told of those who do, and with the day of it; every name is invented."""

from __future__ import annotations

import pytest

from bot.extraction.kind import Draft
from bot.extraction.sifting import sift
from bot.model.when import When
from tests.extraction.reading import read
from tests.extraction.test_sifting import told

_SIDES = ("Hartwell Motors", "Orbis Dynamics")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Hartwell Motors exited its collaboration agreement with Orbis Dynamics, citing costs.", False),
        ("Hartwell Motors ended its robot partnership with Orbis Dynamics in May.", False),
        ("Hartwell Motors pulled out of its alliance with Orbis Dynamics.", False),
        ("Hartwell Motors and Orbis Dynamics parted ways.", False),
        ("The partnership of Hartwell Motors with Orbis Dynamics has ended.", False),
        ("Hartwell Motors ended the year with a partnership with Orbis Dynamics.", True),
        ("Hartwell Motors left it to Orbis Dynamics, with whom it has a partnership.", True),
    ],
)
def test_a_cooperation_that_ends_is_not_begun(text: str, kept: bool) -> None:
    assert (told(text, "partnership", parties=_SIDES) is not None) == kept


def test_what_a_state_signs_its_companies_do_not() -> None:
    before, text = "Hartwell Motors is big. ", "Its government has signed a memorandum with Orbis Dynamics."
    context = read(before + text)
    draft = Draft("partnership", {"parties": _SIDES}, len(before), len(context.text))
    assert not sift(context, [draft])


@pytest.mark.parametrize(
    ("after", "kept"),
    [
        ("In Leeds Hartwell Motors has run robots since 2021.", False),
        ("Hartwell Motors and Orbis Dynamics had met in 2021.", True),
    ],
)
def test_a_day_of_other_doings_is_not_that_of_a_cooperation(after: str, kept: bool) -> None:
    text = "Hartwell Motors works with Orbis Dynamics. It has begun. It goes on."
    context = read(f"{text} {after}")
    slots = {"parties": _SIDES, "date": When.from_iso("2021")}
    (found,) = sift(context, [Draft("partnership", slots, 0, text.index(" It has"))])
    assert ("date" in found.slots) == kept
