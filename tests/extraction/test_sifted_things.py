"""Robots at work are told once, by the fullest that says so; a product goes by its whole name."""

from __future__ import annotations

import pytest

from bot.extraction.kind import Draft
from bot.extraction.sifting import sift
from bot.model.statement import SlotValue
from bot.model.when import When
from tests.extraction.reading import read
from tests.extraction.test_sifting import told, usd

_TEXT = "Seventeen Krabo robots from Veltrix Robotics are at work for Hartwell and Orbis Dynamics."


def _at_work(*deployments: dict[str, SlotValue]) -> list[dict[str, SlotValue]]:
    context = read(_TEXT)
    return [d.slots for d in sift(context, [Draft("deployment", slots, 0, len(_TEXT)) for slots in deployments])]


def test_a_part_of_the_customers_of_a_sentence_is_not_told_again() -> None:
    both: dict[str, SlotValue] = {"product": "Krabo", "customer": ("Hartwell", "Orbis Dynamics")}
    assert _at_work({"product": "Krabo", "customer": ("Hartwell",)}, both) == [both]


def test_what_another_tells_of_the_same_is_kept() -> None:
    left = _at_work(
        {"product": "Krabo", "customer": ("Hartwell", "Orbis Dynamics")},
        {"product": "Krabo", "maker": "Veltrix Robotics", "customer": ("Hartwell",)},
    )
    assert left == [{"product": "Krabo", "maker": "Veltrix Robotics", "customer": ("Hartwell", "Orbis Dynamics")}]


def test_other_customers_and_other_makers_are_other_deployments() -> None:
    others: tuple[dict[str, SlotValue], ...] = (
        {"product": "Krabo", "customer": ("Hartwell",)},
        {"product": "Krabo", "customer": ("Orbis Dynamics",)},
    )
    assert _at_work(*others) == list(others)
    assert len(_at_work({"maker": "Veltrix Robotics", "customer": ("Hartwell",)},
                        {"maker": "Kestrel Systems", "customer": ("Hartwell",)})) == 2  # fmt: skip


def test_no_place_is_a_customer() -> None:
    text = "Veltrix Robotics has put 60 robots into service in Paris."
    assert told(text, "deployment", maker="Veltrix Robotics", customer=("Paris",)) is None
    left = told(text, "deployment", maker="Veltrix Robotics", customer=("Hartwell", "Paris"))
    assert left == {"maker": "Veltrix Robotics", "customer": ("Hartwell",)}


@pytest.mark.parametrize(
    ("text", "said", "name"),
    [
        ("Veltrix Robotics unveiled the Torvo 3.0 robot.", "Torvo", "Torvo 3.0"),
        ("Veltrix Robotics unveiled the Torvo H1 robot.", "Torvo", "Torvo H1"),
        ("Veltrix Robotics unveiled the Torvo, 2.0 metres tall.", "Torvo", "Torvo"),
        ("Veltrix Robotics unveiled the Torvo 99,000 robot.", "Torvo", "Torvo"),
        ("One Torvo costs $9 million at Veltrix Robotics.", "One Torvo", "Torvo"),
        ("Veltrix (Booster) K1 is down to $9 million.", "Booster) K1", "K1"),
    ],
)
def test_a_product_goes_by_its_whole_name(text: str, said: str, name: str) -> None:
    assert told(text, "price", product=said, amount=usd(9)) == {"product": name, "amount": usd(9)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A set of 64GB costs $9 million.", "GB"),
        ("It has two 7-DOF arms for $9 million.", "DOF arms"),
        ("Weights of the 4B version cost $9 million.", "4B"),
    ],
)
def test_a_piece_of_a_measure_is_no_product(text: str, said: str) -> None:
    assert told(text, "price", product=said, amount=usd(9)) is None


def test_the_company_of_the_article_takes_no_part_in_what_others_do() -> None:
    before = "Veltrix Robotics showed a model. Veltrix Robotics is big. "
    text = "Hartwell works with Orbis Dynamics on robots."
    context = read(before + text)
    assert context.main is not None
    main = context.main.name
    span = (len(before), len(context.text))
    found = sift(context, [Draft("partnership", {"parties": ("Hartwell", "Orbis Dynamics", main)}, *span)])
    assert [draft.slots["parties"] for draft in found] == [("Hartwell", "Orbis Dynamics")]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Three years ago a Veltrix V3 was $9 million, today it is $2 million.", False),
        ("A Veltrix V3 was $9 million three years ago.", True),
        ("A Veltrix V3 is $9 million today.", True),
    ],
)
def test_a_price_of_years_ago_gives_way_to_that_of_today(text: str, kept: bool) -> None:
    assert (told(text, "price", product="Veltrix V3", amount=usd(9)) is not None) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Hartwell uses Krabo robots of Veltrix for oily sewers (OWS).", False),
        ("Krabo takes crates from a lift (OWS) at Hartwell.", False),
        ("Krabo works for a carmaker and customer (OWS).", True),
        ("Krabo is at work at OWS.", True),
    ],
)
def test_a_short_form_in_brackets_uses_no_robots(text: str, kept: bool) -> None:
    left = told(text, "deployment", product="Krabo", customer=("OWS",), use="sorting") or {}
    assert ("customer" in left) == kept


@pytest.mark.parametrize("name", ["Celsius", "Co Ltd", "WAIC", "CES 2026", "Leeds Robot Fair"])
def test_degrees_ends_of_names_and_fairs_use_no_robots(name: str) -> None:
    left = told(f"Krabo was in use at {name}.", "deployment", product="Krabo", customer=(name,))
    assert left is None or "customer" not in left


def test_a_permit_for_a_level_is_no_robot_at_work() -> None:
    text = "The permit covers SAE Level 4 operation of Veltrix Robotics."
    assert told(text, "deployment", product="SAE Level 4", maker="Veltrix Robotics") is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Veltrix Robotics launched Krabo, agreeing to sell 2,000 within three years.", "2028"),
        ("Veltrix Robotics showed Krabo, and Hartwell plans to bring out chips in 2026.", "2026"),
        ("Veltrix Robotics unveiled its next-generation Krabo robot.", "2023"),
    ],
)
def test_a_launch_has_no_date_of_other_deeds(text: str, when: str) -> None:
    left = told(text, "launch", product="Krabo", maker="Veltrix Robotics", date=When.from_iso(when))
    assert left == {"product": "Krabo", "maker": "Veltrix Robotics"}


def test_robots_that_are_put_into_plants_are_not_launched() -> None:
    text = "The plan would bring Krabo into its plants in 2028."
    assert told(text, "launch", product="Krabo", date=When.from_iso("2028")) is None
