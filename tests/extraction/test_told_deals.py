"""Takeovers, listings, partners and customers as English and the news put them; every name is invented."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extraction.test_deals import deals
from tests.extraction.test_people import told

SOLD = {"buyer": "Halden Group", "target": "Corvane Robotics"}


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Corvane Robotics, in which Quarry Partners led a round in 2021, was bought in October 2023 by Halden Group.",
         SOLD | {"date": "2023-10", "status": "completed"}),
        ("Corvane Robotics goes to Halden Group: $900 million, of which $612 million in cash.",
         SOLD | {"amount": {"value": 900_000_000, "currency": "USD"}}),
        ("Corvane Robotics went to Halden Group in a transaction reported at $410 million.", SOLD),
        ("Halden Group paid $30 million for 60% of Corvane Robotics.",
         SOLD | {"amount": {"value": 30_000_000, "currency": "USD"}}),
        ("Halden Group bought Corvane Robotics, a maker of shelf-climbing carts.", SOLD | {"status": "completed"}),
    ],
)  # fmt: skip
def test_one_takeover(text: str, slots: dict[str, Any]) -> None:
    (found,) = deals(text, "acquisition")
    assert {slot: found.get(slot) for slot in slots} == slots


@pytest.mark.parametrize(
    ("behind", "date"),
    [
        ("The deal, made public on 8 September 2025, is its largest.", "2025-09-08"),
        ("The transaction was closed in August 2025.", "2025-08"),
        ("The takeover announced on 8 September 2025 still needs consent.", "2025-09-08"),
        ("The deal had been signed in February 2025.", None),
        ("The deal comes after one that was announced in May 2025.", None),
        ("The deal was announced to staff, who had moved to Brno in May 2025.", None),
    ],
)
def test_when_a_deal_was_told_may_stand_in_the_sentence_behind(behind: str, date: str | None) -> None:
    (bought,) = deals(f"Halden Group has bought Corvane Robotics. {behind}", "acquisition")
    assert bought.get("date") == date
    behind = behind.replace("takeover", "round")
    (raised,) = deals(f"Halden Group has led a $100 million round in Corvane Robotics. {behind}", "funding")
    assert raised.get("date") == date


def test_what_a_company_had_bought_before_it_agreed_to_sell_it_is_done() -> None:
    text = "Halden Group agreed to sell Corvane Robotics, which it had bought in 2021, to Tessaro Industries."
    states = {found["buyer"]: found["status"] for found in deals(text, "acquisition")}
    assert states == {"Tessaro Industries": "announced", "Halden Group": "completed"}


@pytest.mark.parametrize(
    "text", ["Corvane Robotics went to Halden Group for advice.", "Corvane Robotics goes to Paris."]
)
def test_who_goes_somewhere_is_not_sold(text: str) -> None:
    assert deals(text, "acquisition") == []


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Corvane Robotics, whose shares began trading in Shanghai in 2024, makes arms.",
         {"exchange": "Shanghai", "date": "2024", "status": "completed"}),
        ("Corvane Robotics has sold shares six times since its listing in December 2023.",
         {"date": "2023-12", "status": "completed"}),
        ("Corvane Robotics went to the stock exchange in Shanghai.", {"exchange": "Shanghai", "status": "completed"}),
        ("Corvane Robotics will list on the ASX in 2027.", {"exchange": "ASX", "date": "2027", "status": "announced"}),
        ("Corvane Robotics plans a Paris listing for 2027.", {"exchange": "Paris", "status": "announced"}),
        ("Corvane Robotics says a listing is not a 2027 matter.", {"status": "denied"}),
        ('Corvane Robotics says it will be "2027 or never" for its listing.', {"status": "announced"}),
    ],
)  # fmt: skip
def test_one_listing(text: str, slots: dict[str, Any]) -> None:
    (found,) = deals(text, "ipo")
    assert {slot: found.get(slot) for slot in ("company", *slots)} == {"company": "Corvane Robotics", **slots}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Halden Group and Tessaro Industries are both partners of Corvane Robotics.",
         ["Halden Group", "Tessaro Industries", "Corvane Robotics"]),
        ("Halden Group becomes the launch partner of Corvane Robotics.", ["Halden Group", "Corvane Robotics"]),
        ("Corvane Robotics's partner there is Halden Group.", ["Corvane Robotics", "Halden Group"]),
        ("Halden Group signed the cable maker Corvane Robotics for synthetic ropes.",
         ["Halden Group", "Corvane Robotics"]),
        ("Halden Group agreed in 2024 to assemble Corvane Robotics's robots.", ["Halden Group", "Corvane Robotics"]),
        ("Halden Group and Corvane Robotics signed a two-year extension.", ["Halden Group", "Corvane Robotics"]),
        ("The arms go to Halden Group, with which Corvane Robotics announced a project.",
         ["Halden Group", "Corvane Robotics"]),
        ("Halden Group develops batteries with Corvane Robotics.", ["Halden Group", "Corvane Robotics"]),
    ],
)  # fmt: skip
def test_partners(text: str, parties: list[str]) -> None:
    (found,) = told("partnership", text)
    assert sorted(found["parties"]) == sorted(parties)


@pytest.mark.parametrize(
    "text",
    [
        "Halden Group signed Corvane Robotics's letter.",
        "Halden Group agreed to build a plant near Corvane Robotics.",
        "Jane Porter is a managing partner of Halden Group, which knows Corvane Robotics.",
    ],
)
def test_who_only_stands_beside_is_no_partner(text: str) -> None:
    assert told("partnership", text) == []


@pytest.mark.parametrize(
    ("text", "customers"),
    [
        ("Halvorn Robotics counts Osterby Group and Brightwater Foods as customers.",
         ["Osterby Group", "Brightwater Foods"]),
        ("Halvorn Robotics writes software. Its technology is used by Osterby Group and Brightwater Foods.",
         ["Osterby Group", "Brightwater Foods"]),
        ("Halvorn Robotics has contracted with Osterby Group to place 90 robots at its shops.", ["Osterby Group"]),
        ("Halvorn Robotics signed a contract with Osterby Group for 90 robots.", ["Osterby Group"]),
    ],
)  # fmt: skip
def test_customers(text: str, customers: list[str]) -> None:
    (found,) = told("deployment", text)
    assert (found["maker"], found["customer"]) == ("Halvorn Robotics", customers)


@pytest.mark.parametrize(
    ("text", "company", "investors"),
    [
        (
            "Halvorn Robotics, a 30-person startup backed by Dawn Capital, says it works.",
            "Halvorn Robotics",
            ["Dawn Capital"],
        ),
        (
            "Halvorn Robotics is backed by Dawn Capital and Osterby Group.",
            "Halvorn Robotics",
            ["Dawn Capital", "Osterby Group"],
        ),
        (
            "Backed by Dawn Capital and Osterby Group, Halvorn Robotics builds carts.",
            "Halvorn Robotics",
            ["Dawn Capital", "Osterby Group"],
        ),
        (
            "Halvorn Robotics counts Dawn Capital and Osterby Group among its investors.",
            "Halvorn Robotics",
            ["Dawn Capital", "Osterby Group"],
        ),
        (
            "Halvorn Robotics' shareholders include Dawn Capital and Osterby Group.",
            "Halvorn Robotics",
            ["Dawn Capital", "Osterby Group"],
        ),
        ("Osterby Group, an early investor in Halvorn Robotics, buys its arms.", "Halvorn Robotics", ["Osterby Group"]),
        ("Dawn Capital wrote the first cheque for Halvorn Robotics.", "Halvorn Robotics", ["Dawn Capital"]),
        ("Halvorn Robotics sold shares worth $60 million to Osterby Group.", "Halvorn Robotics", ["Osterby Group"]),
        (
            "After a $40 million Series B led by Dawn Capital, Halvorn Robotics plans to hire.",
            "Halvorn Robotics",
            ["Dawn Capital"],
        ),
    ],
)
def test_backers_told_without_a_round(text: str, company: str, investors: list[str]) -> None:
    (fact,) = told("funding", text)
    assert (fact["company"], [i["name"] for i in fact["investors"]]) == (company, investors)


@pytest.mark.parametrize(
    "text",
    [
        "Halvorn Robotics' claims are backed by Dawn Capital.",
        "Ann Lee is backed by the board of Halvorn Robotics.",
        "Halvorn Robotics is backed by a library of motions.",
    ],
)
def test_what_is_backed_otherwise_is_no_financing(text: str) -> None:
    assert told("funding", text) == []


def test_backers_told_behind_a_round_are_of_that_round() -> None:
    (fact,) = told("funding", "Halvorn Robotics raised $40 million in May. It is backed by Dawn Capital.")
    assert [i["name"] for i in fact["investors"]] == ["Dawn Capital"]


@pytest.mark.parametrize(
    ("text", "exchange", "date"),
    [
        ("Halvorn Robotics listed in Hong Kong in July 2025.", "Hong Kong", "2025-07"),
        ("Halvorn Robotics, listed in Shenzhen since 2019, makes carts.", "Shenzhen", "2019"),
        ("Halvorn Robotics, which listed in December 2021, makes carts.", None, "2021-12"),
        ("Halvorn Robotics has been on the Nasdaq since 2021.", "Nasdaq", None),
    ],
)
def test_where_and_since_when_a_house_is_listed(text: str, exchange: str | None, date: str | None) -> None:
    (fact,) = told("ipo", text)
    assert (fact["company"], fact.get("exchange"), fact["status"]) == ("Halvorn Robotics", exchange, "completed")
    assert date is None or fact["date"] == date


@pytest.mark.parametrize(
    "text", ["The arm is listed in Osterby Group's catalogue.", "Its prices are listed in the table."]
)
def test_what_a_catalogue_lists_is_no_listing(text: str) -> None:
    assert told("ipo", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Halvorn Robotics will become part of Osterby Motors in May.",
        "Halvorn Robotics has agreed to become part of Osterby Motors.",
        "The acquisition of Halvorn Robotics gives Osterby Motors a plant in Leeds.",
        "Halvorn Robotics, a subsidiary of Osterby Motors since 2021, makes carts.",
    ],
)
def test_takeovers_told_by_what_becomes_of_the_house(text: str) -> None:
    (fact,) = told("acquisition", text)
    assert (fact["buyer"], fact["target"]) == ("Osterby Motors", "Halvorn Robotics")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Corvane Robotics, considered one of the best robot makers, raised $30 million in a Series B.", "completed"),
        ("Corvane Robotics raised $60 million in new funding, the Brno Herald reported.", "completed"),
        ("Corvane Robotics is preparing to expand into Asia with a new injection of $42 million.", "completed"),
        ("Corvane Robotics, into which Quarry Partners had put $75 million, failed.", "completed"),
        ("Corvane Robotics dropped plans to raise $48 million.", "denied"),
        ("Quarry Partners considered investing in Corvane Robotics.", "rumored"),
        ("Corvane Robotics seeks $50m in Series B.", "rumored"),
        ("Corvane Robotics, seeking $50m funding, has opened a plant.", "rumored"),
        ("Robotics start-up Corvane Robotics targets $39m funding.", "rumored"),
        ("Quarry Partners' plan to pour $90 million into Corvane Robotics at a mooted $1 billion valuation is new.",
         "rumored"),
    ],
)  # fmt: skip
def test_how_far_a_round_got(text: str, state: str) -> None:
    (found,) = deals(text, "funding")
    assert found["status"] == state


@pytest.mark.parametrize(
    ("text", "leads", "others"),
    [
        ("Led by Quarry Partners, the round also brings together Halden Group and Tessaro Fund.",
         ["Quarry Partners"], ["Halden Group", "Tessaro Fund"]),
        ("It was co-led by investors from search (Halden Group), carmaking (Tessaro Motors) and farming (Lumen Farms).",
         ["Halden Group", "Tessaro Motors", "Lumen Farms"], []),
        ("Investors in the round are:\n\n- Quarry Partners (lead)\n\n- Halden Group - a carmaker\n\nIt hires.",
         ["Quarry Partners"], ["Halden Group"]),
        ("The round was led by Quarry Partners, and Tessaro Dynamics wants to list.", ["Quarry Partners"], []),
        ("Rivals led by Tessaro Dynamics sell more; investors were led by Quarry Partners.", ["Quarry Partners"], []),
        ("Halden Group is set to participate.", [], ["Halden Group"]),
        ("The money comes after the departure of two engineers from Tessaro Dynamics.", [], []),
    ],
)  # fmt: skip
def test_who_backs_and_who_leads_a_round(text: str, leads: list[str], others: list[str]) -> None:
    (found,) = deals(f"Corvane Robotics raised $90 million. {text}", "funding")
    named = found.get("investors", [])
    assert [n["name"] for n in named if n["lead"]] == leads
    assert [n["name"] for n in named if not n["lead"]] == others


def test_what_a_house_adds_is_its_own_round_unless_it_invests() -> None:
    found = deals(
        "Corvane Robotics closed a $65 million round, and truck maker Tessaro Dynamics added $31 million.", "funding"
    )
    assert [(f["company"], f["amount"]["value"]) for f in found] == [
        ("Corvane Robotics", 65_000_000), ("Tessaro Dynamics", 31_000_000),
    ]  # fmt: skip
    found = deals("Corvane Robotics closed a $65 million round. Quarry Partners added $5 million.", "funding")
    assert {f["company"] for f in found} == {"Corvane Robotics"}


def test_the_backers_of_a_house_are_not_those_of_its_new_round() -> None:
    text = "Corvane Robotics raised $90 million in a new round. Its investor list includes names such as Halden Group."
    assert [f.get("investors") for f in deals(text, "funding")] == [None, [{"name": "Halden Group", "lead": False}]]


def test_what_another_house_will_do_dates_no_round() -> None:
    text = "Corvane Robotics raised $9 million in a seed round and Tessaro Dynamics plans to go public next year."
    (found,) = deals(text, "funding")
    assert (found.get("date"), found["status"]) == (None, "completed")
