"""Words that people are called by."""

from __future__ import annotations

import pytest

from bot.names.people import is_family_name, is_given_name, is_statesperson


@pytest.mark.parametrize("word", ["Gregory", "gregory", "Femke", "Piotr", "Kenji", "Priya", "José"])
def test_given_names(word: str) -> None:
    assert is_given_name(word)


@pytest.mark.parametrize("word", ["Robotics", "Quillon", "forklift", ""])
def test_what_nobody_is_called_by(word: str) -> None:
    assert not is_given_name(word)
    assert not is_family_name(word)


def test_family_names() -> None:
    assert is_family_name("Kulkarni")
    assert is_family_name("Müller")


@pytest.mark.parametrize(("name", "leads"), [("Xi Jinping", True), ("EMMANUEL MACRON", True), ("Jane Porter", False)])
def test_those_who_lead_states_are_known_by_name(name: str, leads: bool) -> None:
    assert is_statesperson(name) is leads
