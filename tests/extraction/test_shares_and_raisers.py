"""Shares that change hands are no round, and a round is that of whom it is told to be for."""

from __future__ import annotations

import pytest

from bot.extraction.kind import Draft
from bot.extraction.sifting import sift
from bot.extraction.text.masking import segments_of
from bot.model.money import Money
from bot.model.statement import Investor, SlotValue, name_of
from tests.extraction.reading import read
from tests.extraction.test_sifting import told, usd


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Veltrix Robotics said its chairman sold 4 percent of his shares to Quarry for $42 million.", False),
        ("Bluewater Capital sold its 9% stake in Veltrix Robotics to Quarry for $42 million.", False),
        ("Hartwell offloaded shares in Veltrix Robotics for $42 million.", False),
        ("Veltrix Robotics sold a 9% stake to Quarry for $42 million.", True),
        ("Veltrix Robotics will sell 9% of its shares to Quarry for $42 million.", True),
        ("Veltrix Robotics raised $42 million, and Hartwell sold its stake.", True),
        ("Veltrix Robotics raised $60 million, of which $42 million is for a plant in Ghent.", False),
        ("Veltrix Robotics raised $60 million, of which $42 million came from Quarry.", True),
        ("The fund of Veltrix Robotics, its third, has $42 million.", False),
        ("Veltrix Robotics could be sold for about $42 million.", False),
        ("Veltrix Robotics bought back shares of its founder for $42 million.", False),
        ("Veltrix Robotics has liabilities of $42 million.", False),
        ("Quarry pays $42 million to take its holding in Veltrix Robotics from 14% to 35%.", False),
        ("Veltrix Robotics ended the quarter with $42 million.", False),
        ("Of the price of Veltrix Robotics, $42 million is paid in cash.", False),
        ("Veltrix Robotics and its sale to Hartwell for $42 million made them rich.", False),
        ("Veltrix Robotics has raised $42 million. That includes $9 million in a round led by Hartwell.", False),
    ],
)
def test_what_sellers_are_paid_is_no_round(text: str, kept: bool) -> None:
    left = told(text, "funding", company="Veltrix Robotics", amount=usd(42), investors=(Investor("Quarry"),))
    assert (left is not None and "amount" in left) == kept


def test_who_buys_from_a_backer_did_not_back_the_round_before() -> None:
    text = "Hartwell Corp, which had put $42 million into Veltrix Robotics, sold its stake to Quarry for $98 million."
    investors = (Investor("Hartwell Corp"), Investor("Quarry"))
    left = told(text, "funding", company="Veltrix Robotics", amount=usd(42), investors=investors) or {}
    assert [name_of(item) for item in left["investors"]] == ["Hartwell Corp"]  # type: ignore[union-attr]


def test_who_parts_with_a_share_backs_nobody() -> None:
    text = "Hartwell parts with its 30% stake in Veltrix Robotics; the buyer, Quarry, pays $42 million."
    investors = (Investor("Hartwell"), Investor("Quarry"))
    left = told(text, "funding", company="Veltrix Robotics", amount=usd(42), investors=investors) or {}
    assert [name_of(item) for item in left["investors"]] == ["Quarry"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("They did not agree on Veltrix Robotics' 22% stake in Ondine Systems.", False),
        ("Veltrix Robotics holds 22% of Ondine Systems.", False),
        ("Veltrix Robotics acquired newly issued shares of Ondine Systems.", False),
        ("Veltrix Robotics bought 7% of Ondine Systems.", False),
        ("Veltrix Robotics bought 7% of Ondine Systems and now has a controlling share.", True),
        ("Ann Lee sold her 40% of Ondine Systems to Veltrix Robotics.", False),
        ("Veltrix Robotics bought 70% of Ondine Systems.", True),
        ("Veltrix Robotics acquired Ondine Systems for 42 million dollars.", True),
    ],
)
def test_a_share_that_is_held_is_no_takeover(text: str, kept: bool) -> None:
    assert (told(text, "acquisition", buyer="Veltrix Robotics", target="Ondine Systems") is not None) == kept


def test_what_is_asked_for_a_house_is_not_what_was_paid_before() -> None:
    text = "Ondine Systems was bought by Veltrix Robotics in 2023 and is rumoured to be for sale again, at $42 million."
    slots: dict[str, SlotValue] = {"buyer": "Veltrix Robotics", "target": "Ondine Systems", "amount": usd(42)}
    left = told(text, "acquisition", **slots, status="rumored") or {}
    assert (left.get("amount"), left.get("status")) == (None, "completed")


def test_the_price_of_another_item_is_not_that_of_a_takeover() -> None:
    text = "Veltrix Robotics will take over Ondine Systems.\n\nBluewater Motors won an order worth $42 million."
    slots: dict[str, SlotValue] = {"buyer": "Veltrix Robotics", "target": "Ondine Systems", "amount": usd(42)}
    found = sift(read(text), [Draft("acquisition", slots, 0, text.index("\n"), 1.0)])
    assert [draft.slots.get("amount") for draft in found] == [None]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Veltrix Robotics' rivals are better funded still: Ondine Systems received $42 million.", False),
        ("Veltrix Robotics' rival Ondine Systems received $42 million.", False),
        ("Veltrix Robotics' investors put in another $42 million.", True),
        ("Set up by two women who had designed lifts at Veltrix Robotics, the company raised $42 million.", False),
        ("The new company has not been named, but it will raise $42 million.", False),
        ("The company will raise $42 million.", True),
        ("$42 million, led by Quarry; participants include Hartwell and Veltrix Robotics.", False),
        ("Quarry's was followed by Veltrix Robotics with $42 million.", True),
        ("Ondine Systems won an order. The start-up then raised $42 million.", False),
        ("Its holders are offering 18 million shares at $16 to $18, which may raise $42 million.", False),
    ],
)
def test_round_of_who_is_only_beside_it(text: str, kept: bool) -> None:
    left = told(text, "funding", company="Veltrix Robotics", amount=usd(42))
    assert (left is not None) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Veltrix Robotics grew. Six robot start-ups announced financing of over $42 million.", False),
        ("Veltrix Robotics grew. European funding dropped to $42 million.", False),
        ("Veltrix Robotics grew. New state-backed funds for the sector add up to $42 million.", False),
        ("Four companies, among them Veltrix Robotics and Ondine Systems, raised a total of $42 million.", False),
        ("Veltrix Robotics has closed two rounds that brought in $42 million.", True),
        ("Veltrix Robotics grew. Several companies put $42 million into the firm.", True),
        ("Companies such as Veltrix Robotics raised $42 million.", True),
        ("Jo Lee, former boss of Veltrix Robotics, has a new start-up. It raised $42 million.", False),
        ("Jo Lee, former boss of Ondine Systems, runs Veltrix Robotics. It raised $42 million.", True),
        ("Veltrix Robotics' former boss Jo Lee raised $42 million for a start-up.", False),
    ],
)
def test_what_many_raised_or_who_was_left_is_no_round_of_one(text: str, kept: bool) -> None:
    left = told(text, "funding", company="Veltrix Robotics", amount=usd(42))
    assert (left is not None) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Veltrix Robotics grew. The trucking industry employed 42 drivers.", False),
        ("Veltrix Robotics employed 42 drivers.", True),
    ],
)
def test_staff_of_a_trade_is_no_house_s(text: str, kept: bool) -> None:
    left = told(text, "metric", subject="Veltrix Robotics", measure="employees", value=42.0)
    assert (left is not None) == kept


def test_who_raised_money_itself_is_no_backer() -> None:
    text = "Veltrix Robotics, Ondine Systems and Hartwell Robotics received $42 million each, led by Quarry."
    investors = (Investor("Ondine Systems"), Investor("Hartwell Robotics"), Investor("Quarry"))
    left = told(text, "funding", company="Veltrix Robotics", amount=usd(42), investors=investors) or {}
    assert [name_of(item) for item in left["investors"]] == ["Quarry"]  # type: ignore[union-attr]


def test_where_people_came_from_put_no_money_in() -> None:
    text = "Veltrix Robotics, built by former Quarry engineers and researchers from Hartwell, raised $42 million."
    investors = (Investor("Quarry"), Investor("Hartwell"))
    left = told(text, "funding", company="Veltrix Robotics", amount=usd(42), investors=investors) or {}
    assert "investors" not in left


def test_each_round_is_that_of_the_company_it_is_for() -> None:
    text = "Quarry led a €6 million seed for Veltrix Robotics and joined a €15 million Series A for Ondine Systems."
    rounds = [("Veltrix Robotics", 6), ("Veltrix Robotics", 15), ("Ondine Systems", 15)]
    drafts = [
        Draft("funding", {"company": name, "amount": Money(millions * 1e6, "EUR")}, 0, len(text), 1.0)
        for name, millions in rounds
    ]
    left = [(d.slots["company"], d.slots["amount"]) for d in sift(read(text), drafts)]
    assert left == [("Veltrix Robotics", Money(6e6, "EUR")), ("Ondine Systems", Money(15e6, "EUR"))]


def test_the_stop_of_a_legal_form_ends_no_stretch() -> None:
    context = read("Veltrix Corp. raised $42 million in a round led by Hartwell Co. and Quarry Inc. sources said.")
    assert len(segments_of(context, context.sentences[0])) == 1


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Ondine Systems picked Hartwell Securities and Veltrix for a listing.", "Ondine Systems"),
        ("Ondine Systems rose after Veltrix went public in May.", "Veltrix"),
    ],
)
def test_who_picks_a_bank_lists_and_not_the_bank(text: str, company: str) -> None:
    assert (told(text, "ipo", company="Veltrix", status="announced") or {}).get("company") == company


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Jorva [SHE: 300987] works with Ondine Systems. Ondine Systems walks. The startup is in Wuhu.",
            "Ondine Systems",
        ),
        ("Ondine Systems beat Jorva. The start-up, whose boss Ann Lee was at Hartwell, grew.", "Ondine Systems"),
    ],
)
def test_whom_a_startup_means(text: str, meant: str) -> None:
    last = read(text).sentences[-1]
    assert [m.cluster.name for m in last.mentions if m.anaphoric and m.kind == "org"] == [meant]
