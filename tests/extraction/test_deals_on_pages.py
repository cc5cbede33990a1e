"""Deals as trade press and wires tell them: tickers, prices in parts, talks, listings through a shell."""

from __future__ import annotations

from typing import Any

import pytest

from bot.extraction.kind import Draft
from bot.extraction.sifting import sift
from bot.model.money import Money
from bot.model.statement import Investor
from bot.model.when import When
from tests.extraction.reading import read
from tests.extraction.test_deals import deals


def usd(millions: float) -> dict[str, Any]:
    return {"value": millions * 1e6, "currency": "USD"}


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Corvane Robotics has received a Series B+ funding round worth nearly $15 million from investors including "
         "Harrow Ventures.", {"company": "Corvane Robotics", "amount": usd(15) | {"approximate": True}}),
        ("Halden Group (NASDAQ: HLDN) and Tessaro (TSR.O) are in talks to invest in Corvane Robotics, in a more than "
         "$900 million funding round.", {"company": "Corvane Robotics", "status": "rumored"}),
        ("Corvane Robotics, a spinoff led by Mara Voss, closed a $50 million Series A led by Harrow Ventures.",
         {"investors": [{"name": "Harrow Ventures", "lead": True}]}),
        ("Co-investors in Corvane Robotics' Series C funding round included Harrow Ventures and Brisk Capital.",
         {"investors": [{"name": "Harrow Ventures", "lead": False}, {"name": "Brisk Capital", "lead": False}]}),
        ("Corvane Robotics raised $50 million in a Series A. That round included backing from some of the biggest "
         "names in tech, including Harrow Ventures.", {"investors": [{"name": "Harrow Ventures", "lead": False}]}),
        ("Mara Voss bootstrapped Corvane Robotics, putting in an initial $10 million to get it started.",
         {"status": "completed"}),
        ("Corvane Robotics would be worth $4 billion, from the $2 billion that a $500 million Series B round earlier "
         "this year put on it, and will list.", {"company": "Corvane Robotics"}),
        ("With Corvane Robotics' $140 million round and Lumen Arms at a $3 billion valuation, money is plenty.",
         {"company": "Corvane Robotics", "valuation": None}),
    ],
)  # fmt: skip
def test_rounds(text: str, slots: dict[str, Any]) -> None:
    found = deals(text, "funding")
    assert any({slot: one.get(slot) for slot in slots} == slots for one in found), found


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Halden Group announced in May its intent to acquire Corvane Robotics for $1.7 billion.",
         {"buyer": "Halden Group", "target": "Corvane Robotics", "status": "announced"}),
        ("Halden Group is looking to acquire Corvane Robotics.",
         {"buyer": "Halden Group", "target": "Corvane Robotics", "status": "rumored"}),
        ("The Corvane Robotics sale to Halden Group was no surprise.",
         {"buyer": "Halden Group", "target": "Corvane Robotics", "status": "completed"}),
        ("Unnoticed was the acquisition by Halden Group a few months earlier of Corvane Robotics.",
         {"buyer": "Halden Group", "target": "Corvane Robotics"}),
        ("It echoes Halden Group's 2012 purchase of Corvane Robotics.",
         {"buyer": "Halden Group", "target": "Corvane Robotics", "date": "2012"}),
        ("Corvane Robotics (NASDAQ: CRVN), which closed a combination with a shell in July 2021, said it is being "
         "acquired by Halden Group.", {"buyer": "Halden Group", "target": "Corvane Robotics", "status": "announced",
          "date": None}),
        ("Halden Group has reached a deal to buy U.S. arm maker Corvane Robotics.",
         {"buyer": "Halden Group", "target": "Corvane Robotics", "status": "announced"}),
        ("Halden Group acquired Corvane Robotics to deepen its push into arms.",
         {"buyer": "Halden Group", "target": "Corvane Robotics", "status": "completed"}),
        ("Halden Group acquired over 94% of the outstanding and privately held shares of Corvane Robotics.",
         {"buyer": "Halden Group", "target": "Corvane Robotics"}),
        ("Halden Group agreed to buy Corvane Robotics to tap demand from Lumen Arms and other shops.",
         {"buyer": "Halden Group", "target": "Corvane Robotics", "seller": None}),
        ("Mara Voss helped start Corvane Robotics, which Halden Group eventually bought.",
         {"buyer": "Halden Group", "target": "Corvane Robotics"}),
        ("Halden Group acquired Corvane Robotics, which got a $150 million cash injection from Tessaro.",
         {"buyer": "Halden Group", "target": "Corvane Robotics", "amount": None}),
    ],
)  # fmt: skip
def test_takeovers(text: str, slots: dict[str, Any]) -> None:
    found = deals(text, "acquisition")
    assert [{slot: one.get(slot) for slot in slots} for one in found] == [slots]


@pytest.mark.parametrize(
    ("text", "companies"),
    [
        ("Corvane Robotics said it will merge with a special purpose acquisition company.", ["Corvane Robotics"]),
        ("Corvane Robotics makes arms. Shells let private companies go public quickly.", []),
        ("Corvane Robotics makes arms. Last year, fourteen firms went public this way.", []),
        ("Corvane Robotics makes arms. Last year, nine companies of the city raised SPACs or went public.", []),
    ],
)
def test_listings(text: str, companies: list[str]) -> None:
    assert [one["company"] for one in deals(text, "ipo")] == companies


def test_a_first_day_of_trading_is_done() -> None:
    found = deals(
        "Corvane Robotics nearly doubled in its trading debut in Seoul after raising $40 million in its IPO.", "ipo"
    )
    assert [one["status"] for one in found] == ["completed"]


def test_what_another_house_raised_is_not_the_size_of_a_listing() -> None:
    found = deals("Corvane Robotics plans to go public. Lumen Arms raised $150 million after such a deal.", "ipo")
    assert [one.get("amount") for one in found] == [None]


def _left(text: str, *drafts: Draft) -> list[dict[str, Any]]:
    return [dict(draft.slots) for draft in sift(read(text), drafts)]


def test_a_price_in_parts_is_no_round() -> None:
    text = "Halden Group will buy all equity of Corvane for $58 million of cash and up to $107 million in earn-outs."
    pair = {"buyer": "Halden Group", "target": "Corvane"}
    bought = Draft("acquisition", {**pair, "amount": Money(58e6, "USD")}, 0, len(text))
    paid = {"company": "Corvane", "amount": Money(107e6, "USD"), "investors": (Investor("Halden Group"),)}
    assert [one.get("buyer") for one in _left(text, bought, Draft("funding", paid, 0, len(text)))] == ["Halden Group"]


@pytest.mark.parametrize(
    ("text", "millions"),
    [
        ("Halden Group's purchase of Corvane includes an additional $235 million in contingent payments.", 235),
    ],
)
def test_what_is_no_price_of_a_takeover(text: str, millions: float) -> None:
    slots = {"buyer": "Halden Group", "target": "Corvane", "amount": Money(millions * 1e6, "USD")}
    assert "amount" not in _left(text, Draft("acquisition", dict(slots), 0, len(text)))[0]


def test_who_holds_what_is_sold_does_not_buy_it() -> None:
    text = "Halden Group bought the maker from Harrow Partners, which holds a 93 percent stake in Corvane Robotics."
    assert "Harrow Partners" not in {one["buyer"] for one in deals(text, "acquisition")}


def test_a_date_beside_a_takeover_is_not_its_own() -> None:
    text = "Corvane, which closed a round in July 2021, was bought by Halden Group."
    slots = {"buyer": "Halden Group", "target": "Corvane", "date": When.month(2021, 7), "status": "completed"}
    assert "date" not in _left(text, Draft("acquisition", dict(slots), 0, len(text)))[0]
    text = "Corvane, which Halden Group bought in July 2021, makes arms."
    assert "date" in _left(text, Draft("acquisition", dict(slots), 0, len(text)))[0]


def test_a_house_is_not_set_up_when_and_by_whom_it_was_bought() -> None:
    text = "Mara Voss set up Corvane, which was acquired by Halden Group in 2014."
    slots = {"organization": "Corvane", "founders": ("Mara Voss",), "date": When.year(2014), "parent": "Halden Group"}
    left = _left(text, Draft("founding", dict(slots), 0, len(text)))
    assert [sorted(one) for one in left] == [["founders", "organization"]]


def test_the_adjective_of_a_nation_is_no_part_of_a_name() -> None:
    text = "The backers are Chinese Ecommerce platform Vantor-Lumo and Chinese Corvane. Corvane Group is large."
    assert {"Vantor-Lumo", "Corvane Group"} == {c.name for c in read(text).clusters}
    assert "Chinese Academy" in {c.name for c in read("Money came from the Chinese Academy.").clusters}


def test_who_sells_a_part_is_not_bought_with_it() -> None:
    text = "Halden Group takes over Tessaro's robotics business."
    part = {"buyer": "Halden Group", "target": "Tessaro Robotics", "seller": "Tessaro"}
    whole = {"buyer": "Halden Group", "target": "Tessaro"}
    drafts = [Draft("acquisition", dict(slots), 0, len(text)) for slots in (part, whole)]
    assert [one["target"] for one in _left(text, *drafts)] == ["Tessaro Robotics"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Halden Group's attempt to purchase Corvane ultimately died over rules of competition.", "denied"),
        ("Halden Group's bid for Corvane was called off.", "denied"),
        ("Halden Group bought Corvane, whose plans for a listing had failed.", "completed"),
    ],
)
def test_what_came_to_nothing(text: str, status: str) -> None:
    slots = {"buyer": "Halden Group", "target": "Corvane", "status": "completed"}
    assert [one["status"] for one in _left(text, Draft("acquisition", dict(slots), 0, len(text)))] == [status]


def test_the_price_of_a_share_is_no_figure_of_a_house() -> None:
    text = "Corvane has been trading below $3 since March. Its sales were $3 million."
    stop = text.index(".") + 1
    figures = [("valuation", 3.0, 0, stop), ("revenue", 3e6, stop + 1, len(text))]
    drafts = [
        Draft("metric", {"subject": "Corvane", "measure": measure, "value": value, "unit": "USD"}, start, end)
        for measure, value, start, end in figures
    ]
    assert [one["measure"] for one in _left(text, *drafts)] == ["revenue"]


def test_a_sum_that_is_told_once_more_is_no_round_of_another() -> None:
    text = (
        "Corvane Robotics raised $32 million in a Series A round. Tessaro Group led it. "
        "Now that it has $32 million, much will change."
    )
    ends = [i + 1 for i, c in enumerate(text) if c == "."]
    first = {"company": "Corvane Robotics", "amount": Money(32e6, "USD"), "round": "Series A"}
    again = {"company": "Tessaro Group", "amount": Money(32e6, "USD")}
    left = _left(text, Draft("funding", dict(first), 0, ends[0]), Draft("funding", dict(again), ends[1] + 1, ends[2]))
    assert [one["company"] for one in left] == ["Corvane Robotics"]


@pytest.mark.parametrize(
    "text",
    [
        "Companies that raised at least $100 million in new shares jumped.",
        "Overall European funding fell to $100 million in June.",
    ],
)
def test_what_a_whole_trade_raised_is_no_company_s(text: str) -> None:
    slots = {"company": "Corvane", "amount": Money(100e6, "USD")}
    assert _left(text, Draft("funding", dict(slots), 0, len(text))) == []


def test_the_price_that_a_buyer_pays_is_no_round_without_backers() -> None:
    text = "Halden Group, with funding from a partner, acquired Corvane for $58 million."
    bought = {"buyer": "Halden Group", "target": "Corvane", "amount": Money(58e6, "USD")}
    drafts = (
        Draft("acquisition", bought, 0, len(text)),
        Draft("funding", {"company": "Corvane", "amount": Money(58e6, "USD")}, 0, len(text)),
    )
    assert [one.get("buyer") for one in _left(text, *drafts)] == ["Halden Group"]


def test_people_for_every_robot_are_no_staff() -> None:
    text = "Corvane is at home in a country that employs 10 manufacturing workers for every robot."
    slots = {"subject": "Corvane", "measure": "employees", "value": 10.0, "unit": "employees"}
    assert _left(text, Draft("metric", dict(slots), 0, len(text))) == []


def test_a_round_of_some_time_ago_is_done() -> None:
    text = "It will be more than the $500 million Series B round earlier this year that Corvane told of."
    slots = {"company": "Corvane", "amount": Money(500e6, "USD"), "round": "Series B", "status": "announced"}
    assert [one["status"] for one in _left(text, Draft("funding", dict(slots), 0, len(text)))] == ["completed"]


def test_a_name_that_begins_like_a_month_is_a_name() -> None:
    assert "May Mobility" in {c.name for c in read("Riders liked May Mobility. It raised $22 million in May.").clusters}


def test_what_a_round_comes_to_in_all_is_no_worth() -> None:
    text = "Corvane Robotics raised money at a $5 billion valuation, bringing its total Series A to nearly $1 billion."
    found = deals(text, "funding")
    assert {one["valuation"]["value"] for one in found if "valuation" in one} <= {5e9}


def test_an_adviser_of_doctoral_students_studied_nothing_by_that() -> None:
    text = "Mara Voss, who serves as a professor and PhD adviser at Northfield University, founded Corvane."
    slots = {"person": "Mara Voss", "school": "Northfield University", "degree": "PhD"}
    assert _left(text, Draft("education", dict(slots), 0, len(text))) == []
    text = "Mara Voss has a PhD from Northfield University, where she is a PhD adviser."
    assert len(_left(text, Draft("education", dict(slots), 0, len(text)))) == 1


def test_a_piece_on_a_round_is_about_who_raised_it() -> None:
    context = read(
        "Corvane Robotics is the darling of investors. Halden Group is set to invest in Corvane Robotics. "
        "Halden Group is leading the round, and Halden Group also led the one before."
    )
    assert context.main is not None
    assert context.main.name == "Corvane Robotics"


def test_a_ticker_and_a_shortened_word_are_no_names() -> None:
    text = "Corvane Robotics (OTC: CRVNY) told of M&As and SPACs. Lumen Arms (9984.T) and Tessaro (00179) fell."
    assert {c.name for c in read(text).clusters} == {"Corvane Robotics", "Lumen Arms", "Tessaro"}


@pytest.mark.parametrize("form", ["Inc. (Nasdaq: CRVN)", "Corp. (NYSE: CRV)", "Ltd."])
def test_a_legal_form_ends_no_sentence(form: str) -> None:
    assert len(read(f"Earlier this month, Corvane Technologies {form} raised $150 million in capital.").sentences) == 1
