"""What the words of its own sentence speak against is not told, whoever found it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.extraction.kind import Draft
from bot.extraction.run import extract
from bot.extraction.sifting import sift
from bot.model.money import Money
from bot.model.statement import Investor, SlotValue, name_of
from bot.model.when import When
from tests.extraction.reading import read

_READ = 0.25
"""As sure as a draft is that only the reader made."""


def told(text: str, kind: str, score: float = 1.0, /, **slots: SlotValue) -> dict[str, SlotValue] | None:
    """The slots that are left of a draft resting on the whole text, None for none."""
    context = read(text)
    found = sift(context, [Draft(kind, slots, 0, len(context.text), score)])
    return found[0].slots if found else None


def usd(millions: float) -> Money:
    return Money(millions * 1_000_000, "USD")


def backed_by(text: str, *names: str) -> list[str]:
    investors = tuple(Investor(name) for name in names)
    left = told(text, "funding", company="Veltrix Robotics", amount=usd(42), investors=investors) or {}
    return [name_of(item) for item in left.get("investors", ())]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "said", "left"),
    [
        (
            "Veltrix Robotics raised $42 million from Hartwell's Bluewater Capital and Quarry Partners.",
            ["Hartwell", "Bluewater Capital", "Quarry Partners"],
            ["Bluewater Capital", "Quarry Partners"],
        ),
        (
            "Veltrix Robotics raised $42 million from Hartwell, Bluewater Capital and Quarry Partners.",
            ["Hartwell", "Bluewater Capital", "Quarry Partners"],
            ["Hartwell", "Bluewater Capital", "Quarry Partners"],
        ),
        (
            "Veltrix Robotics raised $42 million from Hartwell's venture arm and Bluewater Capital.",
            ["Hartwell", "Bluewater Capital"],
            ["Hartwell", "Bluewater Capital"],
        ),
        (
            "Hartwell, through Bluewater Capital, led a $42 million round of Veltrix Robotics.",
            ["Hartwell", "Bluewater Capital"],
            ["Bluewater Capital"],
        ),
        (
            "Hartwell grew, and its venture arm, Bluewater Capital, led a $42 million round of Veltrix Robotics.",
            ["Hartwell", "Bluewater Capital"],
            ["Bluewater Capital"],
        ),
        (
            "Hartwell put $42 million into Veltrix Robotics through a fund, as did its rival Bluewater Capital.",
            ["Hartwell", "Bluewater Capital"],
            ["Hartwell", "Bluewater Capital"],
        ),
        (
            "Veltrix Robotics raised $42 million from Bluewater Capital; post-money it is worth $300 million.",
            ["Bluewater Capital", "Post-money", "Capital"],
            ["Bluewater Capital"],
        ),
        (
            "Veltrix Robotics raised $42 million from Bluewater Capital and Hartwell founder Ann Moss.",
            ["Bluewater Capital", "Hartwell", "Ann Moss"],
            ["Bluewater Capital", "Ann Moss"],
        ),
        (
            "Veltrix Robotics raised $42 million from Bluewater Capital and the founder of Hartwell, Ann Moss.",
            ["Bluewater Capital", "Hartwell", "Ann Moss"],
            ["Bluewater Capital", "Ann Moss"],
        ),
        (
            "Veltrix Robotics: Series A led by Hartwell, then A2 and A3 together worth $42 million.",
            ["Hartwell", "A2", "A3"],
            ["Hartwell"],
        ),
        (
            "Hartwell has put money into Veltrix Robotics, Orbis Dynamics and Kestrel Systems.",
            ["Hartwell", "Orbis Dynamics"],
            ["Hartwell"],
        ),
    ],
)
def test_an_owner_beside_what_it_owns_and_a_piece_of_a_name_are_no_backers(
    text: str, said: list[str], left: list[str]
) -> None:
    assert backed_by(text, *said) == left


@pytest.mark.parametrize(
    ("text", "date", "kept"),
    [
        ("Founded in 2019, Veltrix Robotics raised $42 million.", "2019", False),
        ("Veltrix Robotics, which was set up in 2019, raised $42 million.", "2019", False),
        ("Veltrix Robotics raised $42 million and wants a plant in Lyon by 2031.", "2031", False),
        ("Veltrix Robotics raised $42 million in 2019.", "2019", True),
        ("Veltrix Robotics, founded in 2016, raised $42 million in 2019.", "2019", True),
    ],
)
def test_the_date_of_a_founding_or_of_a_plan_is_none_of_a_round(text: str, date: str, kept: bool) -> None:
    left = told(text, "funding", company="Veltrix Robotics", amount=usd(42), date=When.from_iso(date))
    assert left is not None
    assert ("date" in left) is kept


@pytest.mark.parametrize(
    ("text", "millions", "score"),
    [
        ("Veltrix Robotics was registered in Wuxi with a registered capital of $20 million.", 20, 1.0),
        ("Robotics startups around the world collected $900 million, among them Veltrix Robotics.", 900, 1.0),
        ("$900 million was raised by robotics firms this year, some by Veltrix Robotics.", 900, 1.0),
        ("Hartwell took an 80% stake in Veltrix Robotics for $42 million.", 42, 1.0),
        ("Cumulative investment in Veltrix Robotics is $195 million.", 195, _READ),
        ("Veltrix Robotics sold its shares at $17 apiece.", 17e-6, 1.0),
        ("The price would be three times the $470 million Veltrix Robotics was accorded in May.", 470, _READ),
    ],
)
def test_what_is_no_money_of_one_company_is_no_round(text: str, millions: float, score: float) -> None:
    assert told(text, "funding", score, company="Veltrix Robotics", amount=usd(millions)) is None


@pytest.mark.parametrize(
    ("text", "millions"),
    [
        ("Veltrix Robotics, one of many robotics startups, has raised $42 million.", 42),
        ("Hartwell took a 9% stake in Veltrix Robotics for $42 million.", 42),
        ("The startup had raised $42 million, and Veltrix Robotics spent it.", 42),
    ],
)
def test_money_of_one_company_is_a_round(text: str, millions: float) -> None:
    assert told(text, "funding", company="Veltrix Robotics", amount=usd(millions)) is not None


@pytest.mark.parametrize(
    ("text", "date", "said", "state"),
    [
        ("Veltrix Robotics has talked to Hartwell about a $42 million round.", "2025-10", "completed", "rumored"),
        ("Hartwell is close to leading a $42 million round in Veltrix Robotics.", "2025-10", "completed", "rumored"),
        ("Investors committed $42 million to Veltrix Robotics in 2022.", "2022", "announced", "completed"),
        ("Veltrix Robotics will raise $42 million in November.", "2025-11", "announced", "announced"),
    ],
)
def test_talks_are_a_rumour_and_a_round_of_long_ago_is_done(text: str, date: str, said: str, state: str) -> None:
    slots: dict[str, Any] = {"date": When.from_iso(date), "status": said}
    left = told(text, "funding", company="Veltrix Robotics", amount=usd(42), **slots)
    assert left is not None
    assert left["status"] == state


@pytest.mark.parametrize(
    ("text", "date", "state"),
    [
        ("Veltrix Robotics floated in Hong Kong in January 2025.", "2025-01", "completed"),
        ("Veltrix Robotics filed in January 2025 for a listing in Hong Kong.", "2025-01", "announced"),
        ("Veltrix Robotics, a rival of Orbis, which floated early, will list in 2026.", "2026", "announced"),
    ],
)
def test_a_listing_whose_day_is_past_is_done(text: str, date: str, state: str) -> None:
    left = told(text, "ipo", company="Veltrix Robotics", date=When.from_iso(date), status="announced")
    assert left is not None
    assert left["status"] == state


def test_of_rounds_in_one_line_each_keeps_its_own_sum_and_backers() -> None:
    text = (
        "Deals · Veltrix Robotics (arms): $4 million, Bluewater Capital · Orbis Dynamics (legs): $9 million, Hartwell"
    )
    backers = (Investor("Bluewater Capital"), Investor("Hartwell"))
    left = told(text, "funding", company="Orbis Dynamics", amount=usd(4), round="Seed", investors=backers)
    assert left == {"company": "Orbis Dynamics", "round": "Seed", "investors": (Investor("Hartwell"),)}


def test_the_parts_of_a_round_are_none() -> None:
    text = "Veltrix Robotics closed a Series A of $31 million: $22 million in equity, $9 million in grants."
    context = read(text)
    rounds = [
        Draft("funding", {"company": "Veltrix Robotics", "amount": usd(m), "round": "Series A"}, 0, len(text))
        for m in (31, 22, 9)
    ]
    left = [(d.slots["amount"], d.slots.get("round")) for d in sift(context, rounds)]
    assert left == [(usd(31), "Series A")]


def test_a_sum_of_several_rounds_is_none_and_a_name_goes_to_the_nearest_sum() -> None:
    text = "Veltrix Robotics has $24 million: a $9 million seed and a $15 million Series A."
    context = read(text)
    rounds = [
        Draft("funding", {"company": "Veltrix Robotics", "amount": usd(m), "round": "Seed"}, 0, len(text), score)
        for m, score in ((24, 1.0), (9, 1.0), (15, 0.2))
    ]
    left = [(d.slots["amount"], d.slots.get("round")) for d in sift(context, rounds)]
    assert left == [(usd(9), "Seed"), (usd(15), None)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The price will be made up of $42 million in cash and the balance in Hartwell paper.", False),
        ("Hartwell had put money in before, with a stake of 8% for $42 million.", True),
    ],
)
def test_the_price_of_a_takeover_is_no_round(text: str, kept: bool) -> None:
    context = read(f"Hartwell buys Veltrix Robotics. {text}")
    slots: dict[str, SlotValue] = {
        "company": "Veltrix Robotics",
        "amount": usd(42),
        "investors": (Investor("Hartwell"),),
    }
    takeover = Draft("acquisition", {"buyer": "Hartwell", "target": "Veltrix Robotics"}, 0, 31)
    left = sift(context, [takeover, Draft("funding", slots, 32, len(context.text))])
    assert ("funding" in {draft.kind for draft in left}) is kept


def test_one_sum_under_two_names_of_rounds_is_told_under_the_nearer() -> None:
    text = "Orbis Dynamics closed a Series B in May. Veltrix Robotics got $7 million from Bluewater Capital, seed."
    context = read(text)
    rounds = [
        Draft("funding", {"company": "Veltrix Robotics", "amount": usd(7), "round": name}, 41, len(text))
        for name in ("Seed", "Series B")
    ]
    assert [draft.slots.get("round") for draft in sift(context, rounds)] == ["Seed", None]


@pytest.mark.parametrize("seller", ["Hartwell", "Veltrix Robotics", "Bluewater Capital"])
def test_nobody_buys_from_himself_or_from_who_backs_him(seller: str) -> None:
    text = "Hartwell, backed by Bluewater Capital, buys Veltrix Robotics."
    left = told(text, "acquisition", buyer="Hartwell", target="Veltrix Robotics", seller=seller)
    assert left == {"buyer": "Hartwell", "target": "Veltrix Robotics"}


def test_who_sells_is_told() -> None:
    slots: dict[str, SlotValue] = {"buyer": "Hartwell", "target": "Veltrix Robotics", "seller": "Orbis Dynamics"}
    assert told("Orbis Dynamics sells Veltrix Robotics to Hartwell.", "acquisition", **slots) == slots


@pytest.mark.parametrize(
    ("text", "measure", "value", "unit", "score"),
    [
        ("Veltrix Robotics sold shares at $17 apiece.", "valuation", 17.0, "USD", 1.0),
        ("The share price of Veltrix Robotics closed at $17.", "valuation", 17.0, "USD", 1.0),
        ("This account of Veltrix Robotics rests on interviews with 23 people.", "employees", 23.0, "people", 1.0),
        ("At Veltrix Robotics six employees said that wages were late.", "employees", 6.0, "employees", 1.0),
        ("Veltrix Robotics was fined $12 million.", "orders", 12e6, "USD", _READ),
        ("The chairman of Veltrix Robotics took a salary of $2 million.", "revenue", 2e6, "USD", _READ),
        ("The sector drew $5 billion, says Veltrix Robotics.", "revenue", 5e9, "USD", 1.0),
    ],
)
def test_a_figure_that_is_something_else_is_not_told(
    text: str, measure: str, value: float, unit: str, score: float
) -> None:
    assert told(text, "metric", score, subject="Veltrix Robotics", measure=measure, value=value, unit=unit) is None


@pytest.mark.parametrize(
    ("text", "measure", "value", "unit"),
    [
        ("Veltrix Robotics is worth $17 million.", "valuation", 17e6, "USD"),
        ("Veltrix Robotics has 96 staff and has been told to prepare a listing.", "employees", 96.0, "staff"),
        ("Veltrix Robotics spent much and sold $12 million of arms.", "revenue", 12e6, "USD"),
    ],
)
def test_a_figure_that_is_what_it_says_is_told(text: str, measure: str, value: float, unit: str) -> None:
    assert told(text, "metric", _READ, subject="Veltrix Robotics", measure=measure, value=value, unit=unit) is not None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Founded in 2019, Veltrix Robotics employs 80 people.", False),
        ("Veltrix Robotics has employed 80 people since it opened its plant in 2019.", False),
        ("Veltrix Robotics employed 80 people in 2019.", True),
    ],
)
def test_a_house_does_not_have_its_staff_of_today_at_its_founding(text: str, kept: bool) -> None:
    slots: dict[str, Any] = {"measure": "employees", "value": 80.0, "unit": "people", "date": When.year(2019)}
    left = told(text, "metric", subject="Veltrix Robotics", **slots)
    assert left is not None
    assert ("date" in left) is kept


def test_nobody_is_his_own_customer_or_maker() -> None:
    text = "Veltrix Robotics had two Lumo arms at work."
    own = told(text, "deployment", product="Lumo", maker="Veltrix Robotics", customer=("Veltrix Robotics",))
    assert own == {"product": "Lumo", "maker": "Veltrix Robotics"}
    assert told(text, "deployment", maker="Veltrix Robotics", customer=("Veltrix Robotics",)) is None
    assert told("Lumo is out.", "launch", product="Lumo", maker="Lumo") == {"product": "Lumo"}
    assert told("The L1 works in shops.", "deployment", product="L1", maker="L1") == {"product": "L1"}


@pytest.mark.parametrize(
    ("text", "title", "left"),
    [
        ("Paul Keller came from Momentrix.", "Moment", None),
        ("Paul Keller of Hartwell Grid said so.", "Hartwell", None),
        ("Hartwell Grid's office, headed by Paul Keller, is in Bonn.", "headed", None),
        ("Paul Keller, founder of Hartwell Grid, said so.", "founder", "founder"),
        ("The Founders of Hartwell Grid are Paul Keller and Ann Moss.", "Founder", "Founder"),
        ("Paul Keller is head of Hartwell Grid.", "head", "head"),
        (
            "For two years Paul Keller led the development of the hand with Hartwell Grid.",
            "led the",
            "led the development of the hand",
        ),
    ],
)
def test_a_piece_of_a_name_and_a_bare_verb_are_no_titles(text: str, title: str, left: str | None) -> None:
    kept = told(text, "role", person="Paul Keller", organization="Hartwell Grid", title=title)
    assert kept is not None
    assert kept.get("title") == left


@pytest.mark.parametrize(
    ("person", "house", "title"),
    [
        ("Paul Keller", "Hartwell Grid", "PhD"),
        ("Paul Keller", "Hartwell Grid", "mayor"),
        ("Paul Keller", "Hartwell Grid", "Judge"),
        ("Hartwell Grid", "Hartwell Grid", "CEO"),
    ],
)
def test_a_degree_an_office_of_state_and_a_house_are_no_post(person: str, house: str, title: str) -> None:
    text = f"The {title}, Paul Keller, visited Hartwell Grid."
    assert told(text, "role", person=person, organization=house, title=title) is None


@pytest.mark.parametrize(
    ("text", "action", "left"),
    [
        (
            "Hartwell told staff that it would try to make 5,000 arms in 2025.",
            "make 5",
            "make 5,000 arms in 2025",
        ),
        ("Robot factory of Hartwell: still 2028.", "ot factory of Hartwell", "Robot factory of Hartwell"),
        ("Starting in May Hartwell builds arms.", "rting", None),
        (
            "Hartwell aims to make as many as 10,000 arms ready for shops between 2026 and 2030.",
            "make",
            "make as many as 10,000 arms ready for shops between 2026 and 2030",
        ),
        ("Hartwell aims to make and sell arms.", "make", "make"),
        ("Hartwell plans to build a plant for 40 people.", "build a plant for 40", "build a plant for 40"),
    ],
)
def test_an_action_ends_and_begins_with_whole_words(text: str, action: str, left: str | None) -> None:
    kept = told(text, "plan", organization="Hartwell", action=action, value=40.0, date=When.from_iso("2028"))
    assert kept is not None
    assert kept.get("action") == left


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ('"Higher than the tide," Moss said, and would not be drawn.', "Higher than the tide"),
        ('Legs are nicer," he said.', "Legs are nicer"),
        ('Ann Moss, its CEO: "There was no offer that was serious."', "There was no offer that was serious"),
        ("to this newspaper that orders had doubled in May", "orders had doubled in May"),
        ("the annual meeting of shareholders in May that hands are next", "hands are next"),
        ("staff in spring that it would build a plant", "it would build a plant"),
        ("media that orders had doubled in May", "orders had doubled in May"),
        ("this newspaper the orders would double in May", "the orders would double in May"),
        ("Ann Moss conceded, all the same, that hands are next", "hands are next"),
        (
            'Ann Moss of Hartwell calls that "full but not foolish"',
            'Ann Moss of Hartwell calls that "full but not foolish"',
        ),
        ('the price was "full but not foolish"', 'the price was "full but not foolish"'),
        ("the hand is what nobody wants to hear about", "the hand is what nobody wants to hear about"),
    ],
)
def test_a_statement_is_in_the_words_of_the_speaker_alone(said: str, left: str) -> None:
    kept = told(f"Ann Moss spoke. {said}", "statement", speaker="Ann Moss", text=said)
    assert kept is not None
    assert kept["text"] == left


@pytest.mark.parametrize(
    "said",
    [
        "Robotics and Embodied Systems Group",
        "— from the speech of Ann Moss at a conference",
        '"Never," says Ann Moss.',
        "shareholders in May, without naming them",
    ],
)
def test_a_name_and_a_stage_direction_are_no_statement(said: str) -> None:
    assert told(f"Ann Moss spoke. {said}", "statement", speaker="Ann Moss", text=said) is None


@pytest.mark.parametrize(
    ("parties", "left"),
    [
        (("Hartwell", "Orbis Dynamics", "Yarrow Conference"), ("Hartwell", "Orbis Dynamics")),
        (("Hartwell", "Yarrow Conference"), None),
    ],
)
def test_nobody_works_together_with_an_event(parties: tuple[str, ...], left: tuple[str, ...] | None) -> None:
    kept = told("Hartwell and Orbis Dynamics met at the Yarrow Conference.", "partnership", parties=parties)
    assert (kept or {}).get("parties") == left


@pytest.mark.parametrize("place", ["Terminal 3", "Pittsburgh"])
def test_a_place_buys_no_robots(place: str) -> None:
    text = f"Robots by Hartwell called Plover work at {place}."
    left = told(text, "deployment", product="Plover", maker="Hartwell", customer=(place,))
    assert left is not None
    assert "customer" not in left


def test_whose_robots_they_are_is_their_maker_and_no_customer() -> None:
    text = "Besides, Hartwell's Plover is used in industry, and Orbis Dynamics has two."
    customers = ("Hartwell", "Orbis Dynamics")
    left = told(text, "deployment", product="Plover", maker="Veltrix Robotics", customer=customers)
    assert left is not None
    assert (left["maker"], left["customer"]) == ("Hartwell", ("Orbis Dynamics",))


def test_what_a_robot_is_made_of_is_neither_its_customer_nor_launched_with_it() -> None:
    text = "The Plover runs on Orbis Dynamics's Tessel chip and uses hands by Kestrel Systems."
    assert told(text, "deployment", product="Plover", maker="Hartwell", customer=("Kestrel Systems",)) is None
    assert told(text, "launch", product="Tessel", maker="Orbis Dynamics") is None
    assert told("Kestrel Systems uses the Plover.", "deployment", product="Plover", customer=("Kestrel Systems",))
    assert told("Orbis Dynamics presented its Tessel chip.", "launch", product="Tessel", maker="Orbis Dynamics")


def test_a_house_is_no_product_that_it_presents() -> None:
    text = "Kestrel Systems Inc. on Tuesday unveiled the M2, a humanoid."
    assert told(text, "launch", product="Kestrel Systems Inc.") is None
    assert told(text, "launch", product="M2", maker="Kestrel Systems Inc.") is not None


def test_a_closing_of_a_round_is_no_product() -> None:
    assert told("Closing of A2 is expected by Hartwell in July.", "launch", product="A2", maker="Hartwell") is None
    assert told("Hartwell presented its A2 in July.", "launch", product="A2", maker="Hartwell") is not None


@pytest.mark.parametrize(
    ("text", "buyer", "state"),
    [
        ("The Trade Commission objected to the acquisition of Orbis Dynamics.", "Trade Commission", None),
        ("The office cleared the takeover of Orbis Dynamics by Hartwell.", "Hartwell", "announced"),
        ("The office cleared the takeover of Orbis Dynamics by Hartwell, which was completed in May.", "Hartwell",
         "completed"),
        ("Hartwell bought Orbis Dynamics.", "Hartwell", "completed"),
    ],
)  # fmt: skip
def test_who_judges_a_takeover_does_not_buy_and_what_is_cleared_is_not_done(
    text: str, buyer: str, state: str | None
) -> None:
    left = told(text, "acquisition", buyer=buyer, target="Orbis Dynamics", status="completed")
    assert (left or {}).get("status") == state


def test_robots_at_work_are_no_figure_of_speech() -> None:
    text = "Hartwell has joined hands with Orbis Dynamics."
    assert told(text, "deployment", product="joined hands", maker="Hartwell", customer=("Orbis Dynamics",)) is None


def test_a_row_of_figures_beside_years_from_first_to_last_has_a_year_each() -> None:
    text = "From 2022 to 2024 the revenue of Veltrix Robotics was 38 million, 97 million and 264 million yuan."
    context = read(text)
    facts = [s.slots for s in extract(context.article, read=lambda context, drafts: None) if s.kind == "metric"]
    years = {slots["value"]: slots["date"].iso() for slots in facts}  # type: ignore[union-attr]
    assert years == {38e6: "2022", 97e6: "2023", 264e6: "2024"}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Veltrix Robotics completed its A2 and A3 rounds, together worth $42 million.", False),
        ("Veltrix Robotics, worth $42 million, completed its A2 round.", True),
    ],
)
def test_what_rounds_come_to_is_no_worth_of_a_company(text: str, kept: bool) -> None:
    left = told(text, "funding", company="Veltrix Robotics", round="Series A2", valuation=usd(42))
    assert left is not None
    assert ("valuation" in left) is kept


@pytest.mark.parametrize(
    ("text", "found", "said"),
    [
        ('"Arms sell. Hands do not. We build both," said Ann Lee.', "We build both",
         "Arms sell. Hands do not. We build both"),
        ("“Why arms? They sell well,” he says.", "They sell well", "Why arms? They sell well"),
        ('The "arm" is old. We build both, said Ann Lee.', "We build both", "We build both"),
        ("Arms sell and hands do not, Ann Lee, its head, told us.",
         "Arms sell and hands do not, Ann Lee, its head, told us.", "Arms sell and hands do not"),
    ],
)  # fmt: skip
def test_a_statement_holds_all_that_is_said_and_no_more(text: str, found: str, said: str) -> None:
    context = read(text)
    start = text.index(found)
    draft = Draft("statement", {"speaker": "Ann Lee", "text": found}, start, len(text))
    assert [d.slots["text"] for d in sift(context, [draft])] == [said]
