"""How far a deal got, whose money it was, and who makes and uses robots, by the words of the article."""

from __future__ import annotations

import pytest

from bot.extraction.kind import Draft
from bot.extraction.sifting import sift
from bot.model.money import Money
from bot.model.statement import Investor, SlotValue, name_of
from bot.model.when import When
from tests.extraction.reading import read
from tests.extraction.test_sifting import told, usd


def of_sentence(text: str, sentence: str, kind: str, /, **slots: SlotValue) -> dict[str, SlotValue] | None:
    """The slots that are left of a draft resting on one sentence of a text, None for none."""
    context = read(text)
    start = context.text.index(sentence)
    found = sift(context, [Draft(kind, slots, start, start + len(sentence), 1.0)])
    return found[0].slots if found else None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Veltrix Robotics denied that it would buy Ondine Systems.", "denied"),
        ("A report that Veltrix Robotics would buy Ondine Systems was pure fabrication, a spokesman said.", "denied"),
        ("Veltrix Robotics refuted the rumor of a takeover of Ondine Systems, calling it groundless.", "denied"),
        ("Veltrix Robotics walked away from talks to buy Ondine Systems.", "denied"),
        ("Veltrix Robotics hired the team of Ondine Systems; it didn't buy the company.", "denied"),
        ("Veltrix Robotics is not in talks about a takeover of Ondine Systems.", "denied"),
        ("Veltrix Robotics will buy Ondine Systems, and denied reports of job cuts.", "announced"),
        ("Veltrix Robotics denied reports of job cuts and said it will buy Ondine Systems.", "announced"),
    ],
)
def test_takeover_that_is_denied(text: str, status: str) -> None:
    left = told(text, "acquisition", buyer="Veltrix Robotics", target="Ondine Systems", status="announced")
    assert (left or {}).get("status") == status


@pytest.mark.parametrize(
    ("behind", "status"),
    [
        ("It isn't true.", "denied"),
        ('Veltrix: "We have received no offer."', "denied"),
        ("Veltrix denied the report.", "denied"),
        ("Untrue, a spokesman said.", "denied"),
        ("It makes gearboxes.", "rumored"),
    ],
)
def test_takeover_that_the_next_sentence_denies(behind: str, status: str) -> None:
    first = "Media reported that Veltrix Robotics wanted to buy Ondine Systems."
    left = of_sentence(
        f"{first} {behind}", first, "acquisition", buyer="Veltrix Robotics", target="Ondine Systems", status="rumored"
    )
    assert (left or {}).get("status") == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A planned listing of Veltrix Robotics in Oslo has been put off.", "denied"),
        ("Veltrix Robotics, which called off its own listing in Oslo last year, makes grippers.", "denied"),
        ("Veltrix Robotics denied on its blog that it plans to go public in Oslo.", "denied"),
        ("Veltrix Robotics is scheduled to be listed in Oslo.", "announced"),
        ("Veltrix Robotics pulls its listing in Oslo two days before pricing.", "denied"),
        ("Veltrix Robotics was listed in Oslo and put off a plant.", "completed"),
    ],
)
def test_listing_as_far_as_it_got(text: str, status: str) -> None:
    left = told(text, "ipo", company="Veltrix Robotics", status="completed")
    assert (left or {}).get("status") == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A Series B of $42 million of Veltrix Robotics is likely to close by September.", "rumored"),
        ("Veltrix Robotics is about to close a round of $42 million.", "rumored"),
        ("A new round of $42 million, announced by Veltrix Robotics in March, never arrived.", "denied"),
        ("Veltrix Robotics raised $42 million, and denied a down round.", "completed"),
    ],
)
def test_round_as_far_as_it_got(text: str, status: str) -> None:
    left = told(text, "funding", company="Veltrix Robotics", amount=usd(42), status="completed")
    assert (left or {}).get("status") == status


def test_headline_that_tells_the_end_of_a_deal() -> None:
    text = "Veltrix Robotics had agreed to buy Ondine Systems in May."
    context = read(text, "How the sale of Ondine Systems fell apart")
    start = context.text.index(text)
    slots: dict[str, SlotValue] = {"buyer": "Veltrix Robotics", "target": "Ondine Systems", "status": "announced"}
    (left,) = sift(context, [Draft("acquisition", slots, start, len(context.text), 1.0)])
    assert left.slots["status"] == "denied"


def test_paper_that_corrects_itself() -> None:
    first = "An article on Monday said that Veltrix Robotics had received money from Hartwell."
    left = of_sentence(
        f"{first} It has not; it supplies Hartwell.", first, "funding", company="Veltrix Robotics",
        investors=(Investor("Hartwell"),), status="completed",
    )  # fmt: skip
    assert (left or {}).get("status") == "denied"


def test_what_is_not_planned_nor_put_in() -> None:
    text = "Veltrix Robotics denied a report that it plans an offering of $42 million."
    assert told(text, "plan", organization="Veltrix Robotics", action="offering", value=42e6, unit="USD") is None
    text = "Hartwell said that it isn't investing in Veltrix Robotics."
    assert told(text, "funding", company="Veltrix Robotics", investors=(Investor("Hartwell"),)) is None


def test_question_tells_no_deal() -> None:
    assert told("Have you sold Ondine Systems to Veltrix Robotics?", "acquisition", buyer="Veltrix Robotics",
                target="Ondine Systems", status="completed") is None  # fmt: skip


@pytest.mark.parametrize(
    ("behind", "left"),
    [
        ("Money was last raised in 2021, when Quarry Partners led.", ["Hartwell"]),
        ("It was followed by Ondine Systems with $9 million; Quarry Partners invested.", ["Hartwell"]),
        ("Quarry Partners is not an investor.", ["Hartwell"]),
        ("The round was joined by Quarry Partners, backer of the $4 million seed.", ["Hartwell", "Quarry Partners"]),
        ("Veltrix hired Quarry Partners as underwriters.", ["Hartwell"]),
        ("Quarry Partners also took part.", ["Hartwell", "Quarry Partners"]),
    ],
)  # fmt: skip
def test_backers_of_another_round(behind: str, left: list[str]) -> None:
    first = "Veltrix Robotics raised $42 million in a round led by Hartwell."
    found = of_sentence(
        f"{first} {behind}", first, "funding", company="Veltrix Robotics", amount=usd(42),
        investors=(Investor("Hartwell"), Investor("Quarry Partners")), status="completed",
    )  # fmt: skip
    assert [name_of(i) for i in (found or {}).get("investors", ())] == left  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Veltrix Robotics raises at $42 million.", {"valuation"}),
        ("That is below the $42 million put on the Veltrix Robotics group.", set()),
        ("Veltrix Robotics has raised $42 million since its inception.", set()),
        ("Veltrix Robotics has $42 million in the bank.", set()),
        ("Veltrix Robotics raised $42 million in a round.", {"amount"}),
        ("Veltrix Robotics, the lender, has put $42 million into a plant.", set()),
    ],
)
def test_sum_of_a_round(text: str, kept: set[str]) -> None:
    left = told(text, "funding", company="Veltrix Robotics", amount=usd(42), status="completed")
    assert (left or {}).keys() & {"amount", "valuation"} == kept


def test_worth_told_elsewhere_is_no_sum() -> None:
    head, body = (
        "Talks over $900 million Veltrix Robotics round",
        "A deal would price Veltrix Robotics at $900 million.",
    )
    context = read(f"{head}. {body} The round is to exceed $42 million.")
    value = Money(900_000_000, "USD")
    drafts = [
        Draft("funding", {"company": "Veltrix Robotics", "amount": value, "status": "rumored"}, 0, len(head), 1.0),
        Draft("funding", {"company": "Veltrix Robotics", "amount": usd(42), "valuation": value, "status": "rumored"},
              len(head) + 2, len(context.text), 1.0),
    ]  # fmt: skip
    assert all(d.slots.get("amount") != value for d in sift(context, drafts))


def test_unit_that_is_moved_is_not_bought() -> None:
    text = "Veltrix Robotics moved its software unit Ondine back into the main company."
    assert told(text, "acquisition", buyer="Veltrix Robotics", target="Ondine", status="completed") is None


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("More firms are in the queue, according to Hartwell, which expects listings in Oslo to raise more.", None),
        ("It competes with Ondine, which went public in 2020, and Hartwell.", None),
        ("Hartwell went public in Oslo in 2020.", "Hartwell"),
        ("Hartwell, a rival of Ondine, which floated early, will list in Oslo.", "Hartwell"),
    ],
)
def test_who_lists(text: str, company: str | None) -> None:
    left = told(text, "ipo", company="Hartwell", status="completed")
    assert (left or {}).get("company") == company


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Foodline will remove all 60 carts of Veltrix Robotics from its warehouse.", False),
        ("Foodline has ended the trial of the robots of Veltrix Robotics.", False),
        ("Foodline uses 60 robots of Veltrix Robotics for returned items.", True),
        ("Foodline uses 60 robots of Veltrix Robotics.", True),
    ],
)
def test_robots_that_were_taken_out(text: str, kept: bool) -> None:
    left = told(text, "deployment", maker="Veltrix Robotics", customer=("Foodline",), use="returns")
    assert (left is not None) is kept


def test_rival_of_a_maker_makes_nothing() -> None:
    text = "Foodline put ten tractors of Hartwell rival Ondine Systems to work in May."
    left = told(text, "deployment", product="tractors", maker="Hartwell", customer=("Foodline",)) or {}
    assert "maker" not in left
    assert left.get("customer") == ("Foodline",)


def test_user_is_no_maker() -> None:
    context = read("Foodline presents the Perrin. Veltrix Robotics built the Perrin for Foodline, which uses it.")
    end = len(context.text)
    drafts = [
        Draft("launch", {"product": "Perrin", "maker": "Foodline"}, 0, end, 1.0),
        Draft("deployment", {"product": "Perrin", "maker": "Veltrix Robotics", "customer": ("Foodline",)}, 0, end, 1.0),
    ]
    assert [d.slots.get("maker") for d in sift(context, drafts) if d.kind == "launch"] == ["Veltrix Robotics"]


@pytest.mark.parametrize(
    ("text", "measure", "value", "kept"),
    [
        ("A redemption liability of $42 million hangs over Veltrix Robotics.", "profit", -42e6, False),
        ("Veltrix Robotics aims for revenue of $42 million.", "revenue", 42e6, False),
        ("Including other income of $42 million, Veltrix Robotics earned more.", "revenue", 42e6, False),
        ("Veltrix Robotics made revenue of $42 million.", "revenue", 42e6, True),
        ("According to Veltrix Robotics, the market was worth $42 million.", "valuation", 42e6, False),
        ("Veltrix Robotics raised $42 million in a seed round.", "revenue", 42e6, True),
        ("Veltrix Robotics has 610 staff, down from 1,050.", "units", 1050.0, False),
        ("Veltrix Robotics laid off 60 people.", "employees", 60.0, False),
    ],
)
def test_what_a_figure_measures(text: str, measure: str, value: float, kept: bool) -> None:
    unit = "USD" if "$" in text else "people"
    left = told(text, "metric", subject="Veltrix Robotics", measure=measure, value=value, unit=unit)
    assert (left is not None) is kept


@pytest.mark.parametrize(
    ("text", "value", "date"),
    [
        ("Veltrix Robotics made revenue of $42 million (2024: $30 million).", 42e6, None),
        ("Veltrix Robotics made revenue of $42 million (2024: $30 million).", 30e6, "2024"),
        ("Revenue of Veltrix Robotics rose from a year earlier to $42 million.", 42e6, None),
    ],
)
def test_time_of_a_figure(text: str, value: float, date: str | None) -> None:
    left = told(text, "metric", subject="Veltrix Robotics", measure="revenue", value=value, unit="USD",
                date=When.from_iso("2024"))  # fmt: skip
    assert left is not None
    assert left.get("date") == (When.from_iso(date) if date else None)


def test_figure_of_before_is_dated_or_left_out() -> None:
    text = "Veltrix Robotics made revenue of $42 million in 2025, up from $30 million."
    context = read(text)
    common = {"subject": "Veltrix Robotics", "measure": "revenue", "unit": "USD"}
    now = Draft("metric", {**common, "value": 42e6, "date": When.from_iso("2025")}, 0, len(text), 1.0)
    before = Draft("metric", {**common, "value": 30e6}, 0, len(text), 1.0)
    assert {d.slots["value"]: str(d.slots.get("date")) for d in sift(context, [now, before])}[30e6] == str(
        When.from_iso("2024")
    )
    assert sift(context, [before]) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It is rumored that Veltrix Robotics wanted to buy Ondine Systems.", "rumored"),
        ("Veltrix Robotics is in talks to acquire the Ghent firm Ondine Systems, owned by Quarry.", "rumored"),
        ("Veltrix Robotics, which acquired Ondine Systems in 2020, is in talks to buy a rival.", "completed"),
        ("Ondine Systems, owned by Veltrix Robotics, is in talks to buy a rival.", "completed"),
    ],
)
def test_takeover_that_is_only_wanted(text: str, status: str) -> None:
    left = told(text, "acquisition", buyer="Veltrix Robotics", target="Ondine Systems", status="completed") or {}
    assert left.get("status") == status


def test_an_answer_behind_a_laugh_denies_a_takeover() -> None:
    text = '- It is rumored that Veltrix Robotics wanted to buy Ondine Systems.\n"(laughs) They never called me."'
    sentence = "It is rumored that Veltrix Robotics wanted to buy Ondine Systems."
    left = of_sentence(text, sentence, "acquisition", buyer="Veltrix Robotics", target="Ondine Systems") or {}
    assert left.get("status") == "denied"


@pytest.mark.parametrize(
    ("text", "state", "left"),
    [
        ("If Veltrix Robotics is not listed in New York by June, Hartwell buys the rest.", "completed", None),
        ("Hartwell can ask for its money unless Veltrix Robotics lists by 2026.", "announced", None),
        ("Strong houses like Veltrix Robotics can directly go public.", "announced", None),
        ("An IPO of Veltrix Robotics has become hard.", "announced", "rumored"),
        ("Veltrix Robotics had a strong start on the Hong Kong stock exchange.", "announced", "completed"),
        ("Veltrix Robotics filed for an IPO; if it is not listed by June, Hartwell buys the rest.", "announced",
         "announced"),
        ("Before its first trading day Veltrix Robotics plans an IPO roadshow.", "announced", "announced"),
    ],
)  # fmt: skip
def test_a_listing_stands_as_its_sentence_says(text: str, state: str, left: str | None) -> None:
    found = told(text, "ipo", company="Veltrix Robotics", status=state, exchange="Hong Kong")
    assert (found or {}).get("status") == left


def test_what_a_listing_brought_is_no_round() -> None:
    context = read("Veltrix Robotics took in $42 million on its first trading day in Hong Kong.")
    end = len(context.text)
    listed = Draft("ipo", {"company": "Veltrix Robotics", "status": "completed"}, 0, end)
    money = Draft("funding", {"company": "Veltrix Robotics", "amount": usd(42)}, 0, end)
    assert [d.kind for d in sift(context, [listed, money])] == ["ipo"]


@pytest.mark.parametrize(
    ("text", "buyer", "date", "left"),
    [
        ("The Tokyo investor had bought Ondine Systems from Hartwell Group in 2017.", "Hartwell Group", "2017", None),
        ("Hartwell Group bought Ondine Systems in 2017 but later sold control to Bluewater Motor.", "Bluewater Motor",
         "2017", ""),
        ("Ondine Systems went to Hartwell Group in 2013; in 2021 it was sold again.", "Hartwell Group", "2021", "2013"),
        ("Veltrix has an option that Hartwell Group got when the group took over Ondine Systems in 2021.",
         "Hartwell Group", "2021", None),
    ],
)  # fmt: skip
def test_who_bought_a_house_and_when(text: str, buyer: str, date: str, left: str | None) -> None:
    when = When.from_iso(date)
    found = told(text, "acquisition", buyer=buyer, target="Ondine Systems", status="completed", date=when)
    told_when = found and found.get("date")
    assert (found and (str(told_when.start.year) if isinstance(told_when, When) else "")) == left


def test_control_that_is_bought_is_told_once_and_holdings_are_no_round() -> None:
    context = read("Hartwell Group acquired a controlling stake in Ondine Systems for $42 million.")
    end = len(context.text)
    bought = Draft("acquisition", {"buyer": "Hartwell Group", "target": "Ondine Systems"}, 0, end)
    slots: dict[str, SlotValue] = {"company": "Ondine Systems", "investors": (Investor("Hartwell Group"),)}
    assert [d.kind for d in sift(context, [bought, Draft("funding", slots, 0, end)])] == ["acquisition"]
    assert told("Hartwell Group held 30% of Ondine Systems then.", "funding", **slots) is None
