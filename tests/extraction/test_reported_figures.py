"""Figures as companies, research houses and market reports write them; every name is invented."""

from __future__ import annotations

import pytest

from bot.grammar.money import find_money
from bot.grammar.numbers import find_numbers
from tests.extraction.test_people import pairs, told

HOUSE, BUYER, ANALYSTS = "Palmetto Robotics", "Tolvane Labs", "Harrowgate Securities"


def _figures(text: str) -> set[tuple[object, ...]]:
    return set(pairs(told("metric", text), "subject", "measure", "value"))


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("a fund of RM5mil", 5e6, "MYR"),
        ("worth Dh14 million", 14e6, "AED"),
        ("it sold for Rp 90 million", 90e6, "IDR"),
        ("sales of W421.2bn", 421.2e9, "KRW"),
        ("a grant of R12.5m", 12.5e6, "ZAR"),
        ("it booked P88 million in sales", 88e6, "PHP"),
        ("got Sh190 million", 190e6, "KES"),
        ("net sales of MSEK 31.4", 31.4e6, "SEK"),
        ("net sales of 31.4 MSEK", 31.4e6, "SEK"),
        ("EBIT of kEUR 410", 410e3, "EUR"),
    ],
)
def test_currencies_as_local_papers_and_nordic_reports_write_them(text: str, value: float, currency: str) -> None:
    assert [(m.money.value, m.money.currency) for m in find_money(text)] == [(value, currency)]


@pytest.mark.parametrize("text", ["the W12 robot", "the R1 costs little", "a Sh2 joint", "RMS 5 noise", "R 12 million"])
def test_letters_of_names_are_no_currencies(text: str) -> None:
    assert find_money(text) == []


def test_a_change_and_the_level_it_leads_to_are_two_numbers() -> None:
    found = find_numbers("Shipments jumped 64 percent to 2.12 million units.")
    assert [(n.value, n.high, n.percent) for n in found] == [(64, None, True), (2.12e6, None, False)]
    assert [(n.value, n.high) for n in find_numbers("It takes 30 percent to 40 percent.")] == [(30, 40)]


BEFORE = [
    ("In 2024 {} had net sales of SEK 204.6 M (171.9).", "revenue", 171.9e6),
    ("In 2024 {} had an operating loss of SEK 21.6 million (-15.2).", "profit", -15.2e6),
    ("{} is listed. Operating profit (EBIT) was EUR 1.4 million (-2.6).", "profit", -2.6e6),
    ("{} had 140 robots in the field, up from 38 in 2023, at two customers.", "units", 38),
]


@pytest.mark.parametrize(("text", "measure", "value"), BEFORE)
def test_the_earlier_figure_beside_the_newer_measures_the_same(text: str, measure: str, value: float) -> None:
    assert (HOUSE, measure, value) in _figures(text.format(HOUSE))


def test_the_figure_in_brackets_is_of_the_year_before() -> None:
    facts = told("metric", f"In 2024 {HOUSE} had net sales of SEK 204.6 M (171.9).")
    assert pairs(facts, "value", "date") == {(204.6e6, "2024"), (171.9e6, "2023")}


@pytest.mark.parametrize(
    "text",
    ["{} had net sales of SEK 204.6 M (3).", "{} had sales of $5 million (88%).", "{} sold $5 million (40 arms)."],
)
def test_footnotes_shares_and_counts_in_brackets_are_no_earlier_sums(text: str) -> None:
    assert len(_figures(text.format(HOUSE))) <= 1


MEASURED = [
    ("{} makes arms. The order covers 56 arms and is worth roughly 4.5 billion yen.", "orders", 4.5e9),
    ("{} makes arms. The fixed-price award is worth $46.2 million.", "orders", 46.2e6),
    ("{} makes arms. The award, published on Monday, has a value of CHF 8.4 million.", "orders", 8.4e6),
    ("{} now has letters of intent for 70 harvesters.", "orders", 70),
    ("{} earned 7.7 billion won on sales of 163 billion won in 2024.", "profit", 7.7e9),
    ("{} earned 51 million yen before taxes in 2024 on sales of 310 million yen.", "profit", 51e6),
    ("{} makes arms. Its revenue rose by 31% to 262 million yuan in 2024, and its staff grew.", "revenue", 262e6),
    ("{} makes arms. Its net loss came down 28 percent to $19 million.", "profit", -19e6),
    ("{} lost $9 million on revenue of $4 million in 2024.", "profit", -9e6),
    ("{} makes arms. Operating income rose to 12 billion won.", "profit", 12e9),
    ("{} makes arms. In 2024 its operating income was 213 million yuan.", "revenue", 213e6),
    ("{} makes arms. Operating expenses were $28.1 million.", "other", 28.1e6),
    ("{} makes arms. The daily active users of its app fell to 2.1 million in April.", "other", 2.1e6),
    ('{} makes arms. "We\'re 38 now," she said.', "employees", 38),
    ("{} makes arms in Oslo. The five-person firm was spun out of a school.", "employees", 5),
]


@pytest.mark.parametrize(("text", "measure", "value"), MEASURED)
def test_what_a_figure_measures(text: str, measure: str, value: float) -> None:
    assert (HOUSE, measure, value) in _figures(text.format(HOUSE))


def test_a_buyer_who_is_worth_much_is_no_order() -> None:
    found = _figures(f"{HOUSE} won an order from {BUYER}, which is now worth $3 billion.")
    assert "orders" not in {measure for _, measure, _ in found}


def test_an_order_that_came_to_nothing_is_none() -> None:
    found = _figures(f"{HOUSE} makes arms. The agreement with {BUYER} for 500 units was torn up.")
    assert "orders" not in {measure for _, measure, _ in found}


@pytest.mark.parametrize(
    ("text", "subject", "measure", "value"),
    [
        (f"Ann Lee of {ANALYSTS} put the market for home robots at $4.1 billion last year.",
         "market for home robots", "market_size", 4.1e9),
        ("The global service robot market was valued at USD 26.9 billion in 2024.",
         "service robot market", "market_size", 26.9e9),
        ("Total investment in robotics startups reached $3.4 billion in May.",
         "robotics startups", "investment", 3.4e9),
    ],
)  # fmt: skip
def test_figures_of_a_trade_are_those_of_the_trade(text: str, subject: str, measure: str, value: float) -> None:
    assert (subject, measure, value) in _figures(text)


NOTE = f"{ANALYSTS}, Ann Lee\n\n{HOUSE} is a maker of screws.\n\n"


def _foreseen(text: str) -> set[tuple[object, ...]]:
    return set(pairs(told("forecast", text), "source", "measure", "value"))


def test_the_house_that_wrote_a_note_is_who_expects() -> None:
    text = (
        NOTE
        + "We expect the company's net profit in 2026-2028 to be 23 million yuan, 34 million yuan and 61 million yuan."
    )
    assert _foreseen(text) == {(ANALYSTS, "profit", value) for value in (23e6, 34e6, 61e6)}
    assert told("plan", text) == []
    text = NOTE + "It is estimated that its revenue in 2026-2027 will be 1.48 billion and 2.11 billion yuan."
    assert _foreseen(text) == {(ANALYSTS, "revenue", value) for value in (1.48e9, 2.11e9)}


@pytest.mark.parametrize(
    "text",
    [
        NOTE + '"We expect revenue of $5 million in 2027," said its head.',
        f"{ANALYSTS} has bought shares.\n\n{HOUSE} is a maker of screws.\n\nWe expect revenue of $5 million in 2027.",
        f"Earnings call transcript\n\n{NOTE}We expect revenue of $5 million in 2027.",
    ],
)
def test_a_company_that_expects_is_no_house(text: str) -> None:
    assert ANALYSTS not in {source for source, _, _ in _foreseen(text)}


MORE = [
    ("{} makes arms. In 2024, its revenue and net profit were 1.2 billion yuan and 30 million yuan respectively.",
     {("revenue", 1.2e9, "2024"), ("profit", 3e7, "2024")}),
    ("{} makes arms. In 2024, its sales and net loss were $9 million and $4 million.",
     {("revenue", 9e6, "2024"), ("profit", -4e6, "2024")}),
    ("{} reported first-quarter revenue of $18 million, up 34% from $13 million in the prior-year period.",
     {("revenue", 18e6, "2025"), ("revenue", 13e6, "2024")}),
    ("{} said it ended the quarter with $96 million in cash.", {("other", 96e6, None)}),
    ("{} makes arms, with another 10,000 arms on order.", {("orders", 10000, None)}),
    ("{} | HQ: Oslo | Founded: 2021 | Funding: $88M | Employees: 120+",
     {("total_raised", 88e6, None), ("employees", 120, None)}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), MORE)
def test_pairs_earlier_quarters_cash_and_cards(text: str, wanted: set[tuple[str, float, str | None]]) -> None:
    assert {
        (f["measure"], f["value"], (f.get("date") or "")[:4] or None) for f in told("metric", text.format(HOUSE))
    } == wanted


def test_what_is_paid_in_cash_is_not_held() -> None:
    assert _figures(f"{HOUSE} has agreed to buy {BUYER} for $96 million in cash.") == set()
