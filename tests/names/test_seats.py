"""In which country houses sit."""

from __future__ import annotations

import pytest

from bot.names import default_registry
from bot.names.people import lines_of
from bot.names.seats import country_of, seat_of


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Japanese", "Japan"),
        ("Beijing", "China"),
        ("Munich-based", "Germany"),
        ("Pittsburgh", "United States"),
        ("European", None),
        ("Asia", None),
        ("Quillonia", None),
        ("robot", None),
    ],
)
def test_the_country_that_a_word_means(word: str, country: str | None) -> None:
    assert country_of(word, default_registry()) == country


def test_the_seat_of_a_house() -> None:
    assert seat_of("Yaskawa Electric") == "Japan"
    assert seat_of("Quillon Robotics") is None


def test_every_house_is_known_and_sits_in_one_known_country() -> None:
    entities = default_registry().entities.values()
    known = {entity.name for entity in entities if entity.kind == "org"}
    countries = {entity.name for entity in entities if entity.subkind == "country"}
    rows = [line.partition(": ") for line in lines_of("seats.txt")]
    houses = [house.strip() for _, _, listed in rows for house in listed.split(";")]
    assert [country for country, _, _ in rows if country not in countries] == []
    assert sorted(set(houses) - known) == []
    assert len(houses) == len(set(houses))
