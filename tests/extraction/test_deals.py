"""Financings, takeovers and listings: what following sentences add, and what is none."""

from __future__ import annotations

from typing import Any

import pytest

from bot.extraction.consolidate import consolidate
from bot.extraction.deals.sums import role
from bot.extraction.kind import all_kinds
from bot.extraction.text.lists import list_after, list_before
from bot.extraction.text.masking import all_segments, segments
from bot.model.statement import slots_to_json
from tests.extraction.reading import read


def deals(text: str, *kinds: str) -> list[dict[str, Any]]:
    """The deals told by a text, in JSON form."""
    context = read(text)
    chosen = [all_kinds()[name] for name in kinds or ("funding", "acquisition", "ipo")]
    drafts = [d for kind in chosen for d in kind.extract(context) if kind.complete(d.slots)]
    return [{"kind": d.kind, **slots_to_json(d.slots)} for d in consolidate(drafts)]


RAISED = "Veltrix Robotics has raised $42 million in Series B funding led by Northgate Ventures."


@pytest.mark.parametrize(
    ("following", "slot", "value"),
    [
        ("The deal values the company at $310 million.", "valuation", {"value": 310_000_000, "currency": "USD"}),
        (
            "Existing investors Bluewater Capital and Quarry Partners also participated.",
            "investors",
            [
                {"name": "Northgate Ventures", "lead": True},
                {"name": "Bluewater Capital", "lead": False},
                {"name": "Quarry Partners", "lead": False},
            ],
        ),
        (
            "Bluewater Capital co-led the round.",
            "investors",
            [{"name": "Northgate Ventures", "lead": True}, {"name": "Bluewater Capital", "lead": True}],
        ),
        (
            "Bluewater Capital acted as the exclusive financial adviser.",
            "investors",
            [{"name": "Northgate Ventures", "lead": True}],
        ),
        (
            "The company has raised $90 million to date.",
            "amount",
            {"value": 42_000_000, "currency": "USD"},
        ),
    ],
)
def test_a_following_sentence_continues_the_round(following: str, slot: str, value: object) -> None:
    (deal,) = deals(f"{RAISED} {following}", "funding")
    assert deal["company"] == "Veltrix Robotics"
    assert deal[slot] == value


def test_another_round_is_another_financing() -> None:
    found = deals(f"{RAISED} The startup had raised a $9 million seed round in 2021.", "funding")
    assert {deal["round"] for deal in found} == {"Series B", "Seed"}
    assert {deal["company"] for deal in found} == {"Veltrix Robotics"}


def test_a_round_told_twice_is_one_financing() -> None:
    found = deals(f"{RAISED}\n\nVeltrix Robotics closed the Series B of $42 million in March 2025.", "funding")
    assert [(deal["round"], deal["date"]) for deal in found] == [("Series B", "2025-03")]


@pytest.mark.parametrize(
    "text",
    [
        "Palmetto Robotics reported revenue of $30 million and expects orders worth $90 million this year.",
        "Palmetto Robotics will invest $200 million in a new plant in Ohio.",
        "Palmetto Robotics sells its arms for $20,000.",
        "Palmetto Robotics has raised $280 million to date.",
        "Fujimori Group acquired 200 robots from Palmetto Robotics for its plants.",
        "Asked when Palmetto Robotics might go public, the founder declined to say.",
    ],
)
def test_what_is_no_deal(text: str) -> None:
    assert deals(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Fujimori Group bought Palmetto Robotics in 2021.", "completed"),
        ("Fujimori Group has agreed to buy Palmetto Robotics.", "announced"),
        ("Fujimori Group is in talks to buy Palmetto Robotics.", "rumored"),
        ("Fujimori Group dropped its plan to buy Palmetto Robotics.", "denied"),
    ],
)
def test_the_wording_tells_how_far_a_takeover_is(text: str, status: str) -> None:
    (deal,) = deals(text, "acquisition")
    assert (deal["buyer"], deal["target"], deal["status"]) == ("Fujimori Group", "Palmetto Robotics", status)


def test_a_minority_stake_is_a_financing_and_control_a_takeover() -> None:
    (minority,) = deals("Fujimori Group took a 12% stake in Palmetto Robotics.")
    (majority,) = deals("Fujimori Group took a 60% stake in Palmetto Robotics.")
    assert (minority["kind"], majority["kind"]) == ("funding", "acquisition")


def test_a_row_of_a_table_is_a_financing() -> None:
    text = "3 | Nordgriff Robotics (Odense) | Series A | €41m | Ejder Ventures (lead), Novum Holdings | June 17"
    (deal,) = deals(text, "funding")
    assert deal["company"] == "Nordgriff Robotics"
    assert deal["round"] == "Series A"
    assert deal["investors"] == [{"name": "Ejder Ventures", "lead": True}, {"name": "Novum Holdings", "lead": False}]


def test_masked_text_keeps_the_places_of_the_article() -> None:
    context = read("Palmetto Robotics said its round of $5 million was led by Northgate Ventures.")
    (segment,) = list(all_segments(context))
    verb = segment.text.index("led by")
    assert context.text[segment.origin(verb) :].startswith("led by")
    assert segment.text.startswith("<n0> said <n1>'s round of <m0> was led by <n2>")


def test_a_list_is_read_from_either_end() -> None:
    context = read("Northgate Ventures, Bluewater Capital (Oslo) and Fujimori's venture arm took part in the round.")
    (segment,) = list(segments(context.sentences[0]))
    ahead, _ = list_after(segment, 0)
    assert [m.text for m in ahead] == ["Northgate Ventures", "Bluewater Capital", "Fujimori"]
    assert list_before(segment, segment.text.index("took part")) == ahead


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Palmetto Robotics raised $5 million at a valuation of $80 million.", ["amount", "value"]),
        ("The round brings the total to $90 million.", ["total"]),
        ("Palmetto Robotics had sales of $7 million.", ["other"]),
        ("Northgate Ventures contributed $3 million of the sum.", ["part"]),
    ],
)
def test_what_a_sum_is(text: str, expected: list[str]) -> None:
    (segment,) = list(all_segments(read(text)))
    assert [role(segment, number) for number in range(len(segment.money))] == expected


@pytest.mark.parametrize(
    ("text", "amount", "backer"),
    [
        (f"{RAISED} Another $30 million came from Bluewater Capital in 2021.", 30_000_000, "Bluewater Capital"),
        (
            f"{RAISED} Bluewater Capital first bought in at the end of 2021, for $8 million.",
            8_000_000,
            "Bluewater Capital",
        ),
        (f"{RAISED} In 2021 Fujimori Group had lent it $25 million.", 25_000_000, None),
        (f"{RAISED} It sold a 14% stake to Fujimori Group for $9 million in 2021.", 9_000_000, "Fujimori Group"),
        (f"{RAISED} The seed round, 4 million, closed in 2021.", 4_000_000, None),
    ],
)
def test_earlier_money_is_a_financing_of_its_own(text: str, amount: float, backer: str | None) -> None:
    found = [d for d in deals(text, "funding") if d.get("amount", {}).get("value") == amount]
    assert [d["company"] for d in found] == ["Veltrix Robotics"]
    assert found[0]["amount"]["currency"] == "USD"
    assert backer is None or backer in [i["name"] for i in found[0]["investors"]]


def test_what_is_taken_in_over_a_year_is_no_financing() -> None:
    assert deals("In the first nine months of 2024 Palmetto Robotics took in $48 million.", "funding") == []


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Fujimori Group picked up Palmetto Robotics for $95 million and, in May, Orbis Dynamics.",
            {("Fujimori Group", "Palmetto Robotics"), ("Fujimori Group", "Orbis Dynamics")},
        ),
        (
            "The patents and the name of Palmetto Robotics have passed to Fujimori Group.",
            {("Fujimori Group", "Palmetto Robotics")},
        ),
        ("Palmetto Robotics turned away Fujimori Group in March.", {("Fujimori Group", "Palmetto Robotics")}),
        ("Fujimori Group took over the Danish gripper maker Orbis Dynamics.", {("Fujimori Group", "Orbis Dynamics")}),
        ("Palmetto Robotics turned away a reporter.", set()),
    ],
)
def test_takeovers_in_other_words(text: str, pairs: set[tuple[str, str]]) -> None:
    assert {(d["buyer"], d["target"]) for d in deals(text, "acquisition")} == pairs


@pytest.mark.parametrize(
    ("text", "buyer", "status"),
    [
        ("Possible bidders for Palmetto Robotics include Fujimori Group.", "Fujimori Group", "rumored"),
        ("Fujimori Group made an informal offer for Palmetto Robotics.", "Fujimori Group", None),
        ("Palmetto Robotics, sold to Fujimori Group in August 2023, makes arms.", "Fujimori Group", "completed"),
    ],
)
def test_suitors_and_what_was_passed_on(text: str, buyer: str, status: str | None) -> None:
    (deal,) = deals(text, "acquisition")
    assert (deal["buyer"], deal["target"]) == (buyer, "Palmetto Robotics")
    assert status is None or deal["status"] == status


def test_a_career_names_the_company_that_was_bought() -> None:
    text = "She worked at Palmetto Robotics until Fujimori Group bought the company for $290 million in 2021."
    (deal,) = deals(text, "acquisition")
    assert (deal["buyer"], deal["target"]) == ("Fujimori Group", "Palmetto Robotics")


def test_money_poured_into_a_company_in_a_relative_clause() -> None:
    text = "Palmetto Robotics, the company into which Northgate Ventures had poured $375 million, was closed in June."
    (deal,) = deals(text, "funding")
    assert deal["company"] == "Palmetto Robotics"
    assert deal["amount"] == {"value": 375_000_000, "currency": "USD"}


def test_a_total_in_other_words_is_no_round() -> None:
    assert deals("All told, Palmetto Robotics has now pulled in $90 million.", "funding") == []
