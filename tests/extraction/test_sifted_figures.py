"""Figures, prices and shares that are another thing's or another house's."""

from __future__ import annotations

import pytest

from bot.extraction.kind import Draft
from bot.extraction.sifting import sift
from bot.model.money import Money
from bot.model.statement import Investor, SlotValue
from bot.model.when import When
from tests.extraction.reading import read
from tests.extraction.test_sifting import told

_READ = 0.25


@pytest.mark.parametrize(
    ("text", "subject", "value", "whose"),
    [
        ("Hartwell remains the largest shareholder of Orbis Dynamics, with about 23%.", "Veltrix Robotics", 23,
         "Orbis Dynamics"),
        ("Hartwell owns about 9% of Veltrix Robotics' rival Orbis Dynamics.", "Veltrix Robotics", 9, "Orbis Dynamics"),
        ("Hartwell, which controls Orbis Dynamics with a 35% stake, has ordered arms.", "Veltrix Robotics", 35,
         "Orbis Dynamics"),
        ("Hartwell holds 12% of the market for arms.", "Hartwell", 12, "Hartwell"),
        ("Hartwell makes 12% of its sales with Orbis Dynamics.", "Hartwell", 12, "Hartwell"),
    ],
)  # fmt: skip
def test_a_share_is_that_of_whom_it_is_held(text: str, subject: str, value: float, whose: str) -> None:
    left = told(text, "metric", subject=subject, measure="other", value=float(value), unit="percent")
    assert left is not None
    assert left["subject"] == whose


@pytest.mark.parametrize(
    ("text", "slots", "kept"),
    [
        ("1,000: humanoids Hartwell wants to make a year.", {"measure": "employees", "value": 1000.0}, False),
        ("Hartwell has 1,000 workers.", {"measure": "employees", "value": 1000.0}, True),
        ("Hartwell's chief was a director in Lyon, managing 9,000 people.", {"measure": "employees", "value": 9000.0},
         False),
        ("In March Hartwell collected $21 million.", {"measure": "total_raised", "value": 21e6, "unit": "USD"}, False),
        ("So far Hartwell collected $21 million.", {"measure": "total_raised", "value": 21e6, "unit": "USD"}, True),
        ("Hartwell rose 9% in early trading, turnover $21 million.",
         {"measure": "revenue", "value": 21e6, "unit": "USD"}, False),
        ("Hartwell had turnover of $21 million.", {"measure": "revenue", "value": 21e6, "unit": "USD"}, True),
        ("Hartwell lost a $6 million EU grant.", {"measure": "profit", "value": -6e6, "unit": "USD"}, False),
        ("Hartwell lost $6 million.", {"measure": "profit", "value": -6e6, "unit": "USD"}, True),
    ],
)  # fmt: skip
def test_a_figure_of_other_things_is_none_of_the_house(text: str, slots: dict[str, SlotValue], kept: bool) -> None:
    assert (told(text, "metric", _READ, subject="Hartwell", **slots) is not None) is kept


@pytest.mark.parametrize(
    ("text", "amount", "kept"),
    [
        ("Pre-orders for the Plover hit 19,000, Hartwell says.", Money(19000, "EUR"), False),
        ("In the canteen of Plover lunch costs €4.20.", Money(4.2, "EUR"), False),
        ("The patents on the Plover go to Orbis for $120,000.", Money(120000, "USD"), False),
        ("The last 600 units of the Plover go for 19,000 euros.", Money(19000, "EUR"), True),
        ("The Plover costs 19,000 euros.", Money(19000, "EUR"), True),
    ],
)
def test_a_price_is_a_sum_asked_for_a_robot(text: str, amount: Money, kept: bool) -> None:
    assert (told(text, "price", product="Plover", amount=amount) is not None) is kept


@pytest.mark.parametrize(("text", "kept"), [
    ("Orlane Guide gives the price of the humanoid as $80,000.", False),
    ("Access to GR00T N1 costs $80,000, less than the robot.", True),
])  # fmt: skip
def test_a_robots_price_is_none_of_a_model(text: str, kept: bool) -> None:
    assert (told(text, "price", product="GR00T N1", amount=Money(80000, "USD")) is not None) is kept


@pytest.mark.parametrize(("text", "value", "measure"), [
    ("Orlane Bank expects a robot to cost $50,000 by 2050.", 50e3, "other"),
    ("Orlane Bank expects the market to reach $50 billion by 2050.", 50e9, "market_size"),
])  # fmt: skip
def test_what_one_robot_will_cost_is_no_size_of_a_market(text: str, value: float, measure: str) -> None:
    left = told(text, "forecast", source="Orlane Bank", measure="market_size", unit="USD", value=value)
    assert left is not None
    assert left["measure"] == measure


@pytest.mark.parametrize(
    ("text", "millions", "kept"),
    [
        ("Capital expenditure of Hartwell was raised by $20 million.", 20, False),
        ("Hartwell raised its guidance by $20 million.", 20, False),
        ("The city of Oslo, where Hartwell sits, will put $20 million into a fund for arms.", 20, False),
        ("Orbis put $20 million into the robotics company.", 20, True),
        ("Hartwell has invested $20 million there and employs 610 people.", 20, False),
        ("Orbis offered $20 million for Hartwell but withdrew the bid.", 20, False),
        ("Hartwell raised $20 million.", 20, True),
    ],
)
def test_what_is_raised_or_spent_otherwise_is_no_round(text: str, millions: float, kept: bool) -> None:
    left = told(text, "funding", company="Hartwell", amount=Money(millions * 1e6, "USD"))
    assert (left is not None) is kept


@pytest.mark.parametrize(
    ("text", "measure", "value", "dated"),
    [
        ("Hartwell sold 1,200 arms in 2025, up from 400.", "units", 400.0, False),
        ("Hartwell sold 1,200 arms in 2025, up from 400.", "units", 1200.0, True),
        ("Hartwell sold 1,200 arms, up from 400 in 2025.", "units", 400.0, True),
        ("Sales of Hartwell fell from 1,200 in 2025 to under 400.", "units", 400.0, False),
        ("Hartwell has 640 people, 60 more than in 2025.", "employees", 640.0, False),
        ("Hartwell had sales of $5 million in 2025 and employs 640 people.", "employees", 640.0, False),
        ("Hartwell made 90 arms in 2025 and has sold 1,200 since 2019.", "units", 1200.0, False),
        ("Hartwell had 640 employees in 2025.", "employees", 640.0, True),
    ],
)
def test_a_figure_has_the_date_at_which_it_was_so(text: str, measure: str, value: float, dated: bool) -> None:
    date = When.from_iso("2025")
    left = told(text, "metric", subject="Hartwell", measure=measure, value=value, unit="people", date=date)
    assert ("date" in (left or {})) is dated


@pytest.mark.parametrize(("subject", "kept"), [("Veltrix Robotics", False), ("Hartwell", True)])
def test_what_one_house_is_worth_at_its_round_is_no_worth_of_another(subject: str, kept: bool) -> None:
    context = read("Hartwell raised $90 million last month at a valuation of $2 billion.")
    end = len(context.text)
    worth = {"measure": "valuation", "value": 2e9, "unit": "USD"}
    drafts = [
        Draft("funding", {"company": "Hartwell", "amount": Money(9e7, "USD"), "valuation": Money(2e9, "USD")}, 0, end),
        Draft("metric", {"subject": subject, **worth}, 0, end, _READ),
    ]
    assert any(draft.kind == "metric" for draft in sift(context, drafts)) is kept


def test_shares_that_change_hands_at_a_sum_tell_what_a_house_is_worth() -> None:
    text = "Hartwell lets staff cash in at $2 billion."
    left = told(text, "funding", _READ, company="Hartwell", amount=Money(2e9, "USD"))
    assert left is not None
    assert "amount" not in left
    assert left["valuation"] == Money(2e9, "USD")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Orbis led a round of $20 million in the Beijing company.", False),
        ("Orbis spoke of the Beijing company. It came on top of $20 million.", False),
        ("Orbis led a round of $20 million in the Oregon company.", True),
        ("Orbis led a round of $20 million in the Beijing company, after one in Agility Robotics.", True),
        ("Orbis led a round of $20 million in the company.", True),
    ],
)
def test_a_company_of_another_country_is_not_the_one_meant(text: str, kept: bool) -> None:
    left = told(text, "funding", company="Agility Robotics", amount=Money(20e6, "USD"))
    assert (left is not None) is kept


def test_customers_without_a_word_of_money_put_none_in() -> None:
    backers = (Investor("Orbis Dynamics"),)
    text = "Orbis Dynamics and Hartwell are among early customers."
    assert told(text, "funding", company="Hartwell", investors=backers) is None
    text = "Orbis Dynamics has put money into Hartwell."
    assert told(text, "funding", company="Hartwell", investors=backers) is not None


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        ("Hartwell expects revenue of $90 million (previously $80 million).", "revenue", 80_000_000),
        ("Its boss told the panel that foreign rivals sold 9,000 robots.", "units", 9_000),
        ("Hartwell has pilots at desks in Leeds, 85 of them.", "employees", 85),
        ("The market for arms will grow to $90 million from $80 million, it predicted.", "market_size", 80_000_000),
    ],
)
def test_figures_of_before_and_of_others(text: str, measure: str, value: float) -> None:
    assert told(f"Hartwell makes arms. {text}", "metric", subject="Hartwell", measure=measure, value=value) is None


def test_a_figure_of_the_clause_before() -> None:
    text = "That fleet counts 750 robots; Hartwell comes after hundreds."
    assert told(text, "metric", subject="Hartwell", measure="units", value=750) is None


def test_profit_beside_the_sales_it_was_made_on() -> None:
    text = "Hartwell earned $14 million last year on sales of $131 million."
    slots = {"subject": "Hartwell", "measure": "revenue", "unit": "USD"}
    assert (told(text, "metric", **slots, value=14_000_000) or {})["measure"] == "profit"
    assert (told(text, "metric", **slots, value=131_000_000) or {})["measure"] == "revenue"


def test_capacity_that_was_raised_is_told_once() -> None:
    text = "The new line of Hartwell lifts annual capacity from 8,000 to 30,000 arms."
    context = read(text)
    slots: dict[str, SlotValue] = {"subject": "Hartwell", "measure": "capacity", "unit": "arms"}
    drafts = [Draft("metric", {**slots, "value": value}, 0, len(text)) for value in (8_000, 30_000)]
    assert [d.slots["value"] for d in sift(context, drafts)] == [30_000]


def test_no_founding_of_a_house_that_only_opened() -> None:
    text = "Hartwell opened with Orbis Dynamics stores in February and sold 40 arms."
    assert told(text, "founding", organization="Hartwell", date=When.from_iso("2025-02")) is None


@pytest.mark.parametrize(
    ("text", "subject", "whose"),
    [
        ("In 2024, 13,000 humanoid robots were shipped, according to estimates from Orlane Research.",
         "Orlane Research", "humanoid robots"),
        ("Orlane Research: 13,000 humanoids shipped in 2024.", "Orlane Research", "humanoids"),
        ("Global humanoid robot shipments reached 13,000 units, with houses like Hartwell in the lead.", "Hartwell",
         "humanoid robots"),
        ("About 13,000 cobots were sold worldwide, and Hartwell sold most.", "Hartwell", "cobots"),
        ("Hartwell's global shipments reached 13,000 units.", "Hartwell", "Hartwell"),
        ("At Hartwell 13,000 cobots were sold worldwide.", "Hartwell", "Hartwell"),
        ("Orlane Research has put 13,000 robots to work.", "Orlane Research", "Orlane Research"),
        ("Hartwell Robotics and Orbis Dynamics alone accounted for 13,000 of those.", "Orbis Dynamics", None),
        ("There are 13,000 in the US, Hartwell growing from 5 to 3,500 units.", "Hartwell", None),
    ],
)  # fmt: skip
def test_a_count_of_all_robots_is_of_no_house(text: str, subject: str, whose: str | None) -> None:
    left = told(text, "metric", subject=subject, measure="units", value=13000.0, unit="units")
    assert (left and left["subject"]) == whose


@pytest.mark.parametrize(
    ("text", "value", "slots", "measure"),
    [
        ("Robots will bring in $5 billion of revenue worldwide by 2050.", 5e9, {"measure": "revenue", "unit": "USD"},
         "market_size"),
        ("By 2050 62 million people may see robots do their jobs.", 62e6,
         {"measure": "market_size", "unit": "people"}, "other"),
        ("It expects revenue of $2 million; estimates stood at $4 million.", 4e6,
         {"measure": "market_size", "unit": "USD"}, "revenue"),
        ("The market will be $38 billion, six times the $6 billion projected before.", 6e9,
         {"measure": "market_size", "unit": "USD"}, None),
        ("The market will be $38 billion, six times the $6 billion projected before.", 38e9,
         {"measure": "market_size", "unit": "USD"}, "market_size"),
        ("The market will be $38 billion, up from an earlier forecast of $6 billion.", 6e9,
         {"measure": "market_size", "unit": "USD"}, None),
    ],
)  # fmt: skip
def test_what_a_forecast_measures(text: str, value: float, slots: dict[str, SlotValue], measure: str | None) -> None:
    left = told(text, "forecast", source="Orlane Bank", value=value, **slots)
    assert (left and left["measure"]) == measure


@pytest.mark.parametrize(
    ("text", "value", "date", "left"),
    [
        ("The goal is a step up from the 5,500 arms that Hartwell sold in the previous year.", 5500.0, "2024", "2024"),
        ("Hartwell sold 5,500 arms, more than in the previous year.", 5500.0, "2024", None),
        ("A year earlier Hartwell sold 5,500 arms.", 5500.0, "2024", "2024"),
        ("In 2024 Orbis sold 90 arms. Hartwell sold 5,500 over the same period.", 5500.0, "", "2024"),
    ],
)
def test_the_time_of_a_figure(text: str, value: float, date: str, left: str | None) -> None:
    when = {"date": When.from_iso(date)} if date else {}
    found = told(text, "metric", subject="Hartwell", measure="units", value=value, unit="arms", **when) or {}
    told_when = found.get("date")
    assert (str(told_when.start.year) if isinstance(told_when, When) else None) == left


def test_of_a_share_that_grows_the_new_one_is_told() -> None:
    text = "Hartwell takes its holding in Orbis Dynamics from 14.7% to 35%."
    kept = {
        v: told(text, "metric", subject="Orbis Dynamics", measure="other", value=v, unit="percent")
        for v in (14.7, 35.0)
    }
    assert [value for value, left in kept.items() if left] == [35.0]
