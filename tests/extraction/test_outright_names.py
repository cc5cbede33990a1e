"""Names whose wording leaves no choice: who has a founder or employs somebody is a house; every name is invented."""

from __future__ import annotations

import pytest

from tests.extraction.reading import kinds_of, read

HOUSES = [
    ('"Everybody expects a screen," says the founder of Maravilla. Maravilla costs money.', "Maravilla"),
    ("Jane Porter, partner at the rival Corwin Hale, looked at the deal.", "Corwin Hale"),
    ('"There is no moat," Ines Hartley of Corwin Hale, who covers automation, wrote.', "Corwin Hale"),
    ("Hadley's startup, Tolvane, raised money on Tuesday.", "Tolvane"),
    ("Our parcels go out from Larkin & Doyle every night.", "Larkin & Doyle"),
]


@pytest.mark.parametrize(("text", "name"), HOUSES)
def test_what_is_said_outright_is_a_house(text: str, name: str) -> None:
    assert kinds_of(read(text))[name] == "org"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jane Porter of Palmetto Robotics met Ines Hartley, founder of Ines Hartley's old lab.", "Ines Hartley"),
        ("Palmetto Robotics hired Jane Porter. Jane Porter said she would work at night.", "Jane Porter"),
        ("The deputy of Jane Porter, who left Palmetto Robotics, stays.", "Jane Porter"),
    ],
)
def test_who_stands_beside_such_words_stays_a_person(text: str, name: str) -> None:
    assert kinds_of(read(text))[name] == "person"
