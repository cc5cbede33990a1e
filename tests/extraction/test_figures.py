"""Figures: how they are masked and counted, what they measure, whose they are, and what is none of a kind."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from bot.extraction.figures.figures import Figure, stretches
from bot.extraction.figures.measures import measure
from bot.extraction.figures.outlook import is_outlook
from bot.extraction.figures.whose import Subjects, period
from bot.extraction.kinds import forecast, metric, plan, price
from tests.extraction.reading import read

KINDS = {module.KIND.name: module.KIND for module in (forecast, metric, plan, price)}


def figures(text: str) -> list[Figure]:
    return [f for s in stretches(read(text)) for f in s.figures]


@cache
def found(text: str) -> frozenset[str]:
    """The kinds among these four that a text gives a draft of."""
    context = read(text)
    return frozenset(n for n, k in KINDS.items() if any(k.complete(d.slots) for d in k.extract(context)))


def test_names_sums_numbers_and_dates_are_masked() -> None:
    stretch = stretches(read("Vantor Robotics sold 500 arms for $3 million in 2024."))[0]
    assert stretch.text == "<n0> sold <q0> arms for <m0> in <d0>."
    assert [(f.value, f.currency) for f in stretch.figures] == [(500, ""), (3_000_000, "USD")]


def test_a_place_of_the_masked_text_is_found_again_in_the_article() -> None:
    text = "Vantor Robotics sold 500 arms for $3 million in 2024."
    stretch = stretches(read(text))[0]
    for figure, written in zip(stretch.figures, ("500", "$3 million"), strict=True):
        assert text[figure.origin :].startswith(written)
        assert stretch.origin(figure.start) == figure.origin


@pytest.mark.parametrize(
    ("text", "staff"),
    [
        ("Vantor Robotics builds arms. The 19-person company has 26 machines in Ohio.", 19),
        ("Vantor Robotics builds arms. The 1,200-strong maker of arms sells them in Ohio.", 1200),
        ("Vantor Robotics builds arms. The 190-member startup sells them in Ohio.", 190),
        ("Vantor Robotics builds arms. The 12-axis arm is sold in Ohio.", None),
        ("Vantor Robotics builds arms. A 40-person jury chose the company.", None),
    ],
)
def test_a_company_that_is_called_by_its_size_tells_its_staff(text: str, staff: int | None) -> None:
    told = {d.slots["value"] for d in metric.KIND.extract(read(text)) if d.slots["measure"] == "employees"}
    assert told == ({staff} if staff else set())


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Vantor Robotics shipped 500 humanoid robots in 2024.", "humanoid robots"),
        ("Vantor Robotics shipped 500 of its two-armed kitchen robots.", "two-armed kitchen robots"),
        ("Vantor Robotics employs 300 people in Ohio.", "people"),
        ("Vantor Robotics hired 40 more engineers.", "engineers"),
        ("Sales rose to 500 in 2024.", ""),
    ],
)
def test_what_a_number_counts(text: str, noun: str) -> None:
    assert figures(text)[0].noun == noun


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Its revenue was $12 million and its net loss $3 million.", ["revenue", "profit"]),
        ("It made a profit of $2 million on sales of $30 million.", ["profit", "revenue"]),
        ("It has raised $40 million to date.", ["total_raised"]),
        ("It employs 46 people.", ["employees"]),
        ("It delivered 300 carts in March.", ["units"]),
        ("It has orders for 1,100 robots.", ["orders"]),
        ("The market was worth $2 billion.", ["market_size"]),
        ("It holds a 14% stake in the company.", ["other"]),
        ("The robot weighs 34 kilos and lifts 12 kilos.", [None, None]),
        ("It has two arms and runs for 96 minutes.", [None, None]),
        ("Its sales grew by 40%.", [None]),
        ("It raised $40 million.", [None]),
        ("It said it had $40 million in total funding.", ["total_raised"]),
        ("It closed a round, bringing equity funding to $40 million.", ["total_raised"]),
        ("It was an investment at $140 million post.", ["valuation"]),
        ("Its factory can build 10,000 a year.", ["capacity"]),
        ("It bagged an order for arms from the ministry worth $4 million.", ["orders"]),
    ],
)
def test_the_measure_of_a_figure(text: str, measures: list[str | None]) -> None:
    cues = [measure(f) for f in figures(text)]
    assert [cue.measure if cue else None for cue in cues] == measures


@pytest.mark.parametrize(
    ("text", "sign"),
    [("It lost $3 million.", -1), ("Its net loss was $3 million.", -1), ("Its profit was $3 million.", 1)],
)
def test_a_loss_is_negative(text: str, sign: int) -> None:
    cue = measure(figures(text)[0])
    assert cue is not None
    assert cue.sign == sign


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Vantor Robotics employs 120 people.", "Vantor Robotics"),
        ("Revenue of Vantor Robotics was $3 million.", "Vantor Robotics"),
        ("Halden Group said Vantor Robotics's revenue was $3 million.", "Vantor Robotics"),
        ("Vantor Robotics, backed by Halden Group, employs 120 people.", "Vantor Robotics"),
        ("Vantor Robotics is a startup from Leeds. It employs 120 people.", "Vantor Robotics"),
    ],
)
def test_whose_a_figure_is(text: str, subject: str) -> None:
    context = read(text)
    figure = next(f for s in stretches(context) for f in s.figures if measure(f))
    cue = measure(figure)
    assert cue is not None
    cluster = Subjects(context).of(figure, cue)
    assert cluster is not None
    assert cluster.name == subject


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Sales were $3 million in 2024.", "2024"),
        ("In 2023 sales were $3 million.", "2023"),
        ("Sales were $5 million in 2024 and $3 million in 2023.", "2024"),
    ],
)
def test_the_period_of_a_figure(text: str, year: str) -> None:
    when = period(figures(text)[0], read(text).published)
    assert when is not None
    assert when.iso() == year


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("Vantor Robotics will ship 900 robots.", True),
        ("Vantor Robotics plans to ship 900 robots.", True),
        ("Shipments stand at 900 robots by 2030.", True),
        ("Vantor Robotics shipped 900 robots.", False),
        ("Vantor Robotics shipped 900 robots in 2024.", False),
    ],
)
def test_figures_about_the_future(text: str, ahead: bool) -> None:
    context = read(text)
    assert is_outlook(context, stretches(context)[0].figures[0]) is ahead


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Vantor Robotics shipped 500 humanoids in 2024.", {"metric"}),
        ("Vantor Robotics plans to ship 9,000 robots in 2027.", {"plan"}),
        ("Calder Bank expects the market to reach $9 billion in 2030.", {"forecast"}),
        ("The Brindle 2 robot costs $9,000.", {"price"}),
        ("Vantor Robotics plans to acquire Kestrel Systems in 2026.", set()),
        ("Kestrel Systems plans to list in Hong Kong in 2026.", set()),
        ("Vantor Robotics raised $20 million from Halden Group.", set()),
        ("The Brindle 2 robot costs $9,000 to make.", set()),
        ("Kestrel Systems bought the maker of the Brindle 2 robot for $74 million.", set()),
        ("The Brindle 2 robot is 1.7 metres tall and weighs 60 kilos.", set()),
        ("Analysts expect the market to grow by 20% a year.", set()),
    ],
)
def test_each_figure_is_of_one_kind_or_none(text: str, kinds: set[str]) -> None:
    assert found(text) == kinds


def test_figures_said_of_each_company_are_told_of_each() -> None:
    context = read("Vantor Robotics and Kestrel Systems sold 150 robots apiece in 2024.")
    told = {(d.slots["subject"], d.slots["value"]) for d in metric.KIND.extract(context)}
    assert told == {("Vantor Robotics", 150.0), ("Kestrel Systems", 150.0)}


def test_the_company_of_a_reported_figure_is_the_speakers() -> None:
    context = read(
        "Halden Group led the round. Vantor Robotics chief executive Jane Halloran said the company has raised "
        "$280 million in total."
    )
    drafts = [d.slots for d in metric.KIND.extract(context) if d.slots["measure"] == "total_raised"]
    assert [s["subject"] for s in drafts] == ["Vantor Robotics"]


@pytest.mark.parametrize("source", ["Calder Bank", "Orlane Securities", "Tarrow Research Institute"])
@pytest.mark.parametrize(
    "wording",
    [
        "{} sees 149,000 units in 2030.",
        "{} puts 2027 revenue of Kestrel Systems at $4.6 billion.",
        "According to {}, 8 million arms will be needed by 2040.",
        "In 2030 there will be 330,000 machines, {} says.",
    ],
)
def test_a_forecaster_that_nobody_has_heard_of_counts_as_much_as_a_famous_one(source: str, wording: str) -> None:
    drafts = [d.slots["source"] for d in forecast.KIND.extract(read(wording.format(source)))]
    assert drafts == [source]


def told(text: str, kind: str, *slots: str) -> list[tuple[Any, ...]]:
    """The drafts of a kind in a text, by these slots."""
    context = read(text)
    drafts = [d for d in KINDS[kind].extract(context) if KINDS[kind].complete(d.slots)]
    return [tuple(d.slots.get(slot) for slot in slots) for d in drafts]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Its revenue was 142 / 286 / 403 million yuan.", [142e6, 286e6, 403e6]),
        ("Its revenue was 38, 97 and 264 million yuan.", [38e6, 97e6, 264e6]),
        ("Its revenue was 1.2 billion yuan, against 780 million.", [1.2e9, 780e6]),
        ("Its revenue was $41 million and it has 38 people.", [41e6, 38]),
        ("It shipped its 3,000th arm in March.", [3000]),
    ],
)
def test_a_series_shares_the_magnitude_of_its_last_number(text: str, values: list[float]) -> None:
    assert [f.value for f in figures(text)] == values


def test_a_row_of_figures_goes_with_a_row_of_years() -> None:
    text = "In 2022, 2023 and 2024 the revenue of Vantor Robotics was 38, 97 and 264 million yuan."
    found = told(text, "metric", "value", "date")
    assert {value: date.iso() for value, date in found} == {
        38e6: "2022",
        97e6: "2023",
        264e6: "2024",
    }


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Vantor Robotics employs 210 people. Kestrel Systems has 265.",
            {("Vantor Robotics", "employees", 210), ("Kestrel Systems", "employees", 265)},
        ),
        (
            "Vantor Robotics shipped 1,480 humanoids in 2024. Kestrel Systems follows with 962.",
            {("Vantor Robotics", "units", 1480), ("Kestrel Systems", "units", 962)},
        ),
        (
            "Vantor Robotics sold 300 robots in 2024. Kestrel Systems moved to 45 Station Road.",
            {("Vantor Robotics", "units", 300)},
        ),
    ],
)
def test_a_bare_figure_measures_what_the_one_before_did(text: str, facts: set[tuple[object, ...]]) -> None:
    assert set(told(text, "metric", "subject", "measure", "value")) == facts


def test_the_valuation_of_a_round_is_filed_with_the_round() -> None:
    assert told("Vantor Robotics raised $20 million at a valuation of $200 million.", "metric", "measure") == []
    assert told("Vantor Robotics was valued at $200 million.", "metric", "measure") == [("valuation",)]


@pytest.mark.parametrize(
    ("text", "value", "date"),
    [
        ("Vantor Robotics has set 10,000 forklifts as the goal for 2027.", 10_000, "2027"),
        ("Vantor Robotics has a plant in Ohio. Factory of 30,000 robots a year: still 2028.", 30_000, "2028"),
        ("Today 46 people work for Vantor Robotics, and by 2027 it should be 70.", 70, "2027"),
    ],
)
def test_an_aim_needs_no_verb_of_intending(text: str, value: float, date: str) -> None:
    ((organization, number, when),) = told(text, "plan", "organization", "value", "date")
    assert (organization, number) == ("Vantor Robotics", value)
    assert when.iso() == date


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Vantor Robotics unveiled the Brindle 2 robot. It goes for $9,000, or $290 a month.", [9000, 290]),
        ("Vantor Robotics cut the price of the Brindle 2 robot from $9,000 to $7,000.", [9000, 7000]),
        ("Vantor Robotics unveiled the Brindle 2 robot. A humanoid costs $90,000 these days.", []),
        ("Vantor Robotics unveiled the Brindle 2 robot. It costs $140 million a year.", []),
    ],
)
def test_prices_of_the_product_in_hand(text: str, amounts: list[float]) -> None:
    found = told(text, "price", "product", "amount")
    assert [amount.value for _, amount in found] == amounts
    assert {product for product, _ in found} <= {"Brindle 2"}
