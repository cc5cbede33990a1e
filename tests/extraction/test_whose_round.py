"""Whose financing a sentence or a row of a table tells, with all it says of it; every name is invented."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extraction.test_deals import deals


def dollars(millions: float) -> dict[str, Any]:
    return {"value": round(millions * 1_000_000), "currency": "USD"}


def backed(*names: str, lead: str = "") -> list[dict[str, Any]]:
    return [{"name": name, "lead": name == lead} for name in names]


def financings(text: str) -> list[dict[str, Any]]:
    """The financings of a text, without their kind and the status that most have."""
    found = [{k: v for k, v in deal.items() if k != "kind"} for deal in deals(text, "funding")]
    return [{k: v for k, v in deal.items() if (k, v) != ("status", "completed")} for deal in found]


NORTHGATE, BLUEWATER = "Northgate Ventures", "Bluewater Capital"

SENTENCES = [
    ("Nordgriff Robotics - $4 million seed round", {"amount": dollars(4), "round": "Seed"}),
    ('"Nordgriff Robotics" (Odense): $4 million seed funding', {"amount": dollars(4), "round": "Seed"}),
    ("$4 million of seed money for Nordgriff Robotics", {"amount": dollars(4), "round": "Seed"}),
    ("Jane Porter raised $4 million for Nordgriff Robotics.", {"amount": dollars(4)}),
    ("The $4 million investment makes Nordgriff Robotics the envy of Odense.", {"amount": dollars(4)}),
    ("The Grippo robot by Nordgriff Robotics has raised $4 million.", {"amount": dollars(4)}),
    (
        f"Nordgriff Robotics: $4 million Series A led by {NORTHGATE}.",
        {"amount": dollars(4), "round": "Series A", "investors": backed(NORTHGATE, lead=NORTHGATE)},
    ),
    (
        f"A $4 million round for the gripper maker Nordgriff Robotics was led by {NORTHGATE}.",
        {"amount": dollars(4), "investors": backed(NORTHGATE, lead=NORTHGATE)},
    ),
    (
        f"{NORTHGATE} has put $4 million into a seed round for Nordgriff Robotics.",
        {"amount": dollars(4), "round": "Seed", "investors": backed(NORTHGATE)},
    ),
    (
        f"Nordgriff Robotics, in which {NORTHGATE} invested $4 million, builds grippers.",
        {"amount": dollars(4), "investors": backed(NORTHGATE)},
    ),
    (
        f"{BLUEWATER} provided Nordgriff Robotics with a loan of $4 million.",
        {"amount": dollars(4), "round": "Loan", "investors": backed(BLUEWATER)},
    ),
    (
        f"Nordgriff Robotics builds grippers. Investors led by {NORTHGATE} put $4 million into the firm.",
        {"amount": dollars(4), "investors": backed(NORTHGATE, lead=NORTHGATE)},
    ),
    (
        f"{NORTHGATE} is in talks to invest $4 million in Nordgriff Robotics.",
        {"amount": dollars(4), "investors": backed(NORTHGATE), "status": "rumored"},
    ),
    (
        "Nordgriff Robotics is in talks to raise money at a valuation of $80 million in its next round.",
        {"valuation": dollars(80), "status": "rumored"},
    ),
    ("Nordgriff Robotics closed its Series A in May 2024.", {"round": "Series A", "date": "2024-05"}),
    (
        "Nordgriff Robotics, considered one of the best makers of grippers, raised $4 million.",
        {"amount": dollars(4)},
    ),
    ("Nordgriff Robotics targets $4 million funding.", {"amount": dollars(4), "status": "rumored"}),
    (
        f"Nordgriff Robotics, into which {NORTHGATE} had put $4 million, failed.",
        {"amount": dollars(4), "investors": backed(NORTHGATE)},
    ),
    (
        "Nordgriff Robotics closed a Series A in May 2024 and has raised more than $40 million.",
        {"round": "Series A", "date": "2024-05"},
    ),
    (
        "Nordgriff Robotics closed the quarter with $90 million and then raised $4 million.",
        {"amount": dollars(4)},
    ),
    (
        "Calder Robotics rose 11%, Ostrand Arms was up 15%, and Nordgriff Robotics got a strategic "
        "investment of $4 million.",
        {"amount": dollars(4), "round": "Strategic"},
    ),
    (
        "Six robot makers announced rounds of over $90 million. Nordgriff Robotics raised $4 million.",
        {"amount": dollars(4)},
    ),
]

GOES_ON = [
    (
        "Nordgriff Robotics raised $4 million in seed funding. "
        "A valuation of $40 million is three times that of the Series A.",
        {"amount": dollars(4), "round": "Seed", "valuation": dollars(40)},
    ),
    (
        f"Nordgriff Robotics raised a Series A from {NORTHGATE}. "
        f"The round closed in May 2024 and was joined by {BLUEWATER}.",
        {"round": "Series A", "date": "2024-05", "investors": backed(NORTHGATE, BLUEWATER)},
    ),
]


@pytest.mark.parametrize(("text", "slots"), [*SENTENCES, *GOES_ON])
def test_one_financing_with_all_that_is_said_of_it(text: str, slots: dict[str, Any]) -> None:
    assert financings(text) == [{"company": "Nordgriff Robotics", **slots}]


@pytest.mark.parametrize(
    "text",
    [
        "Nordgriff Robotics filed for an IPO in Oslo. The company hopes to raise $40 million.",
        f"Nordgriff Robotics took $400 from {NORTHGATE} as an investment.",
        "Nordgriff Robotics closed a seed round.",
    ],
)
def test_a_listing_small_change_and_a_round_without_anything_are_none(text: str) -> None:
    assert financings(text) == []


@pytest.mark.parametrize("told_before", ["Its IPO is planned for May.", "It went public in Hong Kong in 2024."])
def test_shares_sold_to_raise_money_behind_a_listing_are_no_round(told_before: str) -> None:
    text = f"Nordgriff Robotics makes arms. {told_before} To raise $40 million, it sells new shares."
    assert financings(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Calder Robotics raised $4 million in a Series A. Nordgriff Robotics closed a round of hundreds of millions of "
        f"yuan led by {NORTHGATE}.",
        f"Calder Robotics raised $4 million in a Series A led by {NORTHGATE}, and Nordgriff Robotics got a $4 million "
        f"seed round led by {NORTHGATE}.",
    ],
)
def test_each_of_two_keeps_its_own_round(text: str) -> None:
    found = {deal["company"]: {backer["name"] for backer in deal.get("investors", [])} for deal in financings(text)}
    assert set(found) == {"Calder Robotics", "Nordgriff Robotics"}
    assert found["Nordgriff Robotics"] == {NORTHGATE}


def test_two_rounds_of_one_sentence_keep_their_own_backers_and_years() -> None:
    text = (
        "Nordgriff Robotics raised $4 million in a seed round in 2021 and $12 million in a Series A "
        f"led by {NORTHGATE} in 2023."
    )
    assert {(f["round"], f["date"], len(f.get("investors", ()))) for f in financings(text)} == {
        ("Seed", "2021", 0),
        ("Series A", "2023", 1),
    }


HISTORY = "Nordgriff Robotics builds grippers in Odense. Nordgriff Robotics has closed these rounds.\n\n"

ROWS = [
    (
        f"May 2022 | Seed | $3 million | {NORTHGATE} (lead), {BLUEWATER}",
        {"round": "Seed", "date": "2022-05", "amount": dollars(3),
         "investors": backed(NORTHGATE, BLUEWATER, lead=NORTHGATE)},
    ),
    (
        f"June 2024 | Series A | $9 million | {BLUEWATER}",
        {"round": "Series A", "date": "2024-06", "amount": dollars(9), "investors": backed(BLUEWATER)},
    ),
    (
        f"June 2024 | A | $9 million | {BLUEWATER}",
        {"round": "Series A", "date": "2024-06", "amount": dollars(9), "investors": backed(BLUEWATER)},
    ),
    (
        f"June 2024 | Pre-A | $9 million | {BLUEWATER}",
        {"round": "Pre-A", "date": "2024-06", "amount": dollars(9), "investors": backed(BLUEWATER)},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("row", "slots"), ROWS)
def test_a_row_of_its_own_history_is_the_companys(row: str, slots: dict[str, Any]) -> None:
    assert financings(HISTORY + row) == [{"company": "Nordgriff Robotics", **slots}]


def test_a_row_with_its_company_is_that_companys() -> None:
    row = f"Calder Robotics (Leeds) | seed | $3 million | {NORTHGATE} | May 2022"
    assert financings(row) == [
        {"company": "Calder Robotics", "round": "Seed", "amount": dollars(3), "investors": backed(NORTHGATE),
         "date": "2022-05"}
    ]  # fmt: skip
