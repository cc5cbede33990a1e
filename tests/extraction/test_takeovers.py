"""The ways in which English tells that one company takes another over, and what is no takeover."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extraction.test_deals import deals

PAIR = {"buyer": "Halden Group", "target": "Corvane Robotics"}
MERGED = {"buyer": "Halden Robotics", "target": "Corvane Robotics"}


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        # as a purchase
        ("Corvane Robotics was acquired by Halden Group from Tessaro Industries.",
         PAIR | {"seller": "Tessaro Industries", "status": "completed"}),
        ("The acquisition of Corvane Robotics by Halden Group closed in June 2025.",
         PAIR | {"date": "2025-06", "status": "completed"}),
        ("Halden Group paid $30 million for Corvane Robotics.",
         PAIR | {"amount": {"value": 30_000_000, "currency": "USD"}}),
        ("Tessaro Industries sold Corvane Robotics to Halden Group for $40 million.",
         PAIR | {"seller": "Tessaro Industries", "amount": {"value": 40_000_000, "currency": "USD"}}),
        ("Halden Group takes a 60% stake in Corvane Robotics from Tessaro Industries.",
         PAIR | {"seller": "Tessaro Industries"}),
        ("Halden Group took a controlling stake in Corvane Robotics.", PAIR),
        # of a unit
        ("Halden Group acquires the robotics business of Tessaro Industries.",
         {"buyer": "Halden Group", "target": "Tessaro Industries Robotics", "seller": "Tessaro Industries"}),
        ("Halden Group bought Tessaro Industries' industrial robot unit.",
         {"buyer": "Halden Group", "target": "Tessaro Industries Robotics", "seller": "Tessaro Industries"}),
        ("Halden Group bought Tessaro Industries' welding unit.",
         {"buyer": "Halden Group", "target": "Tessaro Industries welding unit", "seller": "Tessaro Industries"}),
        # of one that is described or spoken of
        ("Halden Group bought its rival Corvane Robotics.", PAIR),
        ("Halden Group bought Norway maker Corvane Robotics.", PAIR),
        ("Corvane Robotics is a startup. Halden Group bought the company in May 2024.", PAIR | {"date": "2024-05"}),
        # by what came of it
        ("Corvane Robotics, owned by Halden Group since 2019, makes grippers.", PAIR | {"date": "2019"}),
        ("Corvane Robotics, in which Halden Group has held 60% since 2019, makes grippers.", PAIR | {"date": "2019"}),
        ("Corvane Robotics was founded in Leeds in 2012. It has belonged to Halden Group since 2019.",
         PAIR | {"date": "2019"}),
        ("Corvane Robotics, which Halden Group had bought, makes grippers.", PAIR),
        ("Corvane Robotics became a Halden Group subsidiary in 2020.", PAIR | {"date": "2020"}),
        ("Corvane Robotics, sold in May 2024 to Halden Group, makes grippers.", PAIR | {"date": "2024-05"}),
        # of equals
        ("Halden Robotics and Corvane Robotics have agreed to merge.", MERGED | {"status": "announced"}),
        ("Halden Robotics merges with Corvane Robotics.", MERGED),
        ("The merger of Halden Robotics and Corvane Robotics was announced on Monday.", MERGED),
        # wanted
        ("Halden Group's bid for Corvane Robotics was rejected.", PAIR | {"status": "denied"}),
        ("Corvane Robotics turned down an approach from Halden Group.", PAIR | {"status": "denied"}),
        ("Halden Group is circling Corvane Robotics.", PAIR | {"status": "rumored"}),
        ("Corvane Robotics makes grippers. Halden Group has launched a takeover bid for the company.", PAIR),
    ],
)  # fmt: skip
def test_a_takeover_is_told_in_many_ways(text: str, slots: dict[str, Any]) -> None:
    (deal,) = deals(text, "acquisition")
    assert {name: deal.get(name) for name in slots} == slots


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Halden Group paid an undisclosed sum for Corvane Robotics.", {"status": "completed"}),
        ("Halden Group parted with $64 million for Corvane Robotics in May 2024.", {"date": "2024-05"}),
        ("Halden Group purchased a German firm, Corvane Robotics, for $72 million.", {"status": "completed"}),
        ("Corvane Robotics ended up inside Halden Group in 2023.", {"date": "2023"}),
        ("Corvane Robotics, now part of Halden Group, makes arms.", {"status": "completed"}),
        ("Corvane Robotics has found a buyer in Halden Group.", {"status": "completed"}),
        ("The city lost Lumen Works in 2018 and Corvane Robotics to Halden Group for $375 million in 2023.",
         {"date": "2023"}),
        ("Halden Group's Corvane Robotics purchase closed in May 2024.", {"date": "2024-05"}),
        ("Corvane Robotics rejected a $90 million offer from Halden Group.", {"status": "denied"}),
        ("Halden Group bid $6 million for Corvane Robotics in May 2023.", {"status": "announced"}),
    ],
)  # fmt: skip
def test_a_takeover_may_be_told_without_a_verb_of_buying(text: str, slots: dict[str, Any]) -> None:
    (deal,) = deals(text, "acquisition")
    assert {name: deal.get(name) for name in ("buyer", "target", *slots)} == PAIR | slots


def test_assets_of_a_company_are_bought_from_it() -> None:
    (deal,) = deals("Halden Group purchased the welding robot assets of Corvane Robotics.", "acquisition")
    assert (deal["buyer"], deal["target"], deal["seller"]) == (
        "Halden Group", "Corvane Robotics welding robot assets", "Corvane Robotics",
    )  # fmt: skip


def test_machines_that_are_sold_are_no_company() -> None:
    assert deals("Corvane Robotics has sold its Skypods to Halden Group.", "acquisition") == []


@pytest.mark.parametrize(
    "text",
    [
        "Halden Group bought Corvane Robotics, Lumen Robotics and Tessaro Works.",
        "Halden Group has acquired Corvane Robotics of Norrhaven and Lumen Robotics of Oslo.",
    ],
)
def test_everything_of_a_list_is_bought(text: str) -> None:
    bought = {deal["target"] for deal in deals(text, "acquisition")}
    assert {"Corvane Robotics", "Lumen Robotics"} <= bought


def test_every_bidder_may_be_the_buyer() -> None:
    found = deals("Bidders for Corvane Robotics include Halden Group and Tessaro Industries.", "acquisition")
    assert {(deal["buyer"], deal["target"], deal["status"]) for deal in found} == {
        ("Halden Group", "Corvane Robotics", "rumored"),
        ("Tessaro Industries", "Corvane Robotics", "rumored"),
    }


def test_two_things_bought_in_one_breath_are_two_takeovers() -> None:
    text = "Halden Group bought Corvane Robotics for $3 million and, in May, Lumen Robotics."
    assert {(deal["buyer"], deal["target"]) for deal in deals(text, "acquisition")} == {
        ("Halden Group", "Corvane Robotics"),
        ("Halden Group", "Lumen Robotics"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Halden Group takes a 12% stake in Corvane Robotics.",
        "Halden Group is merging with Corvane Acquisition Corp to go public.",
    ],
)
def test_a_minority_and_a_way_to_the_exchange_are_no_takeovers(text: str) -> None:
    assert deals(text, "acquisition") == []


@pytest.mark.parametrize(
    "text",
    [
        "Halden Group completed the acquisition of Tessaro Capital's remaining 9.65% stake in Corvane Robotics.",
        "Halden Group closed the purchase of Tessaro Capital's remaining 9.65% in Corvane Robotics for $325 million.",
        "Halden Group bought Tessaro Capital's controlling stake in Corvane Robotics.",
    ],
)
def test_who_holds_the_shares_that_are_bought_is_the_seller(text: str) -> None:
    (deal,) = deals(text, "acquisition")
    assert (deal["buyer"], deal["target"], deal["seller"]) == ("Halden Group", "Corvane Robotics", "Tessaro Capital")


def test_a_minority_that_somebody_holds_is_no_takeover() -> None:
    assert deals("The acquisition of Tessaro Capital's 9% stake in Corvane Robotics took a year.", "acquisition") == []


def test_what_was_left_of_a_house_is_bought_in_a_takeover_of_its_own() -> None:
    found = deals(
        "Halden Group bought the remaining 20% of Corvane Robotics for $50 million in June 2025. "
        "It had acquired 80% of Corvane Robotics in 2021 for $880 million.",
        "acquisition",
    )
    assert [(deal["date"], deal["amount"]["value"]) for deal in found] == [("2025-06", 50e6), ("2021", 880e6)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Halden Group tells of a recent $3.1 billion deal for Tessaro's robotics business.", "announced"),
        ("Corvane Robotics makes arms. Halden Group acquired a controlling stake in 2018.", "completed"),
        ("Halden Group is looking at several ways to buy Corvane Robotics.", "rumored"),
    ],
)
def test_how_far_a_takeover_got_that_is_told_in_passing(text: str, status: str) -> None:
    (deal,) = deals(text, "acquisition")
    assert (deal["buyer"], deal["status"]) == ("Halden Group", status)


def test_goods_that_are_ordered_are_no_unit() -> None:
    assert deals("Halden Group struck a $50 million deal for Corvane's robots.", "acquisition") == []
