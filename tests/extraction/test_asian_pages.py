"""Careers, rounds and speakers as translated and Asian business pages tell them; every name is made up."""

from __future__ import annotations

import pytest

from bot.extraction.kind import Draft, all_kinds
from bot.extraction.kinds.education import extract as studies
from bot.extraction.sifting import sift
from bot.model.money import Money
from bot.model.statement import Investor, name_of
from bot.model.when import When
from tests.extraction.reading import kinds_of, read
from tests.extraction.test_comings_and_goings import Post, posts_of
from tests.extraction.test_sifting import told, usd


def test_listed_posts_have_the_years_behind_them() -> None:
    text = (
        "Ann Moss was chief engineer of Nordhand Robotics from 2010 to 2012, head of Lumen Robotics' search team from "
        "2006 to 2010, and senior engineer of Hartwell Group from 2000 to 2006."
    )
    assert posts_of(text) == {
        ("Ann Moss", "Nordhand Robotics", "chief engineer", "2010", "2012"),
        ("Ann Moss", "Lumen Robotics", "head of search team", "2006", "2010"),
        ("Ann Moss", "Hartwell Group", "senior engineer", "2000", "2006"),
    }


def test_a_post_without_years_has_not_those_of_the_one_before() -> None:
    text = "Ann Moss was CTO of Nordhand Robotics from 2010 to 2012, and then head of design at Hartwell Group."
    assert ("Ann Moss", "Hartwell Group", "head of design", None, None) in posts_of(text)


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "Ann Moss, a professor at Eastport University and the director of the Lumen Laboratory, Paul Keller, the "
            "former chief scientist of Nordhand Robotics, and others founded it.",
            ("Ann Moss", "Lumen Laboratory", "director", None, None),
        ),
        (
            "Ann Moss, a professor at the School of Arts and Design of Eastport University, spoke.",
            ("Ann Moss", "Eastport University", "professor", None, None),
        ),
        (
            "CEO Ann Moss of Nordhand Robotics and the chairman, Paul Keller, said so.",
            ("Paul Keller", "Nordhand Robotics", "chairman", None, None),
        ),
    ],
)
def test_whose_the_second_post_is_and_at_which_house(text: str, post: Post) -> None:
    assert post in posts_of(text)


def test_letters_of_a_post_are_no_house() -> None:
    assert "CCO" not in kinds_of(read("Paul Keller (CCO), the chief commercial officer of Nordhand Robotics, spoke."))


def test_who_holds_a_degree_is_the_subject_not_whom_he_knew() -> None:
    text = (
        "Ann Moss, a friend of Nordhand Robotics founder Paul Keller at Eastport, holds a doctorate from Eastport "
        "University, and has worked on arms."
    )
    found = [d.slots for d in studies(read(text))]
    assert found == [{"person": "Ann Moss", "school": "Eastport University", "degree": "doctorate"}]


def test_a_house_speaks_not_who_founded_it() -> None:
    text = (
        "Nordhand Robotics, co-founded by Ann Moss, a dean at Eastport University, and her student Paul Keller, said "
        "that the hand would be the hardest part of all and that nobody had solved it."
    )
    assert not list(all_kinds()["statement"].extract(read(text)))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Nordhand Robotics entered the trade in 2020 and unveiled its humanoid Brisko in November 2024.", "2024-11"),
        ("In 2024 Nordhand Robotics unveiled its humanoid Brisko.", "2024"),
    ],
)
def test_the_date_of_the_clause_before_is_none_of_a_launch(text: str, date: str) -> None:
    (launch,) = all_kinds()["launch"].extract(read(text))
    assert launch.slots["date"] == When.from_iso(date)


def test_a_round_of_vague_size_has_no_sum_of_another_sentence() -> None:
    slots = {"company": "Nordhand Robotics", "amount": usd(42), "investors": (Investor("Quarry Partners"),)}
    vague = "Nordhand Robotics raised hundreds of millions of dollars from Quarry Partners."
    assert "amount" not in (told(vague, "funding", **slots) or {})
    plain = "Nordhand Robotics raised money from Quarry Partners."
    assert (told(plain, "funding", **slots) or {}).get("amount") == Money(42_000_000, "USD")


def test_whose_a_backer_is_has_not_put_money_in() -> None:
    text = (
        "Nordhand Robotics raised $42 million from Quarry Investment (an industrial fund under the global battery "
        "giant Hartwell Technology) and Bluewater Capital."
    )
    names = ("Quarry Investment", "Hartwell Technology", "Bluewater Capital")
    left = told(text, "funding", company="Nordhand Robotics", investors=tuple(Investor(name) for name in names)) or {}
    assert [name_of(i) for i in left["investors"]] == ["Quarry Investment", "Bluewater Capital"]  # type: ignore[union-attr]


@pytest.mark.parametrize("who", ["Technology Officers", "Narendra Modi"])
def test_officers_and_heads_of_state_hold_no_post_there(who: str) -> None:
    assert told(f"Nordhand Robotics greeted {who}.", "role", person=who, organization="Nordhand Robotics") is None


def test_what_all_of_a_trade_may_do_is_no_plan_of_one() -> None:
    slots = {"organization": "Nordhand Robotics", "value": 1e9, "unit": "CNY"}
    assert told("Carmakers could invest 1 billion yuan a year in robots.", "plan", **slots) is None
    assert told("Nordhand Robotics could invest 1 billion yuan a year in robots.", "plan", **slots) is not None


@pytest.mark.parametrize(
    "text",
    [
        "After leaving Nordhand Robotics, Ann Moss took a role as the chief technical advisor at a small chip company.",
        "Ann Moss left Nordhand Robotics and was vice president at another robot maker.",
    ],
)
def test_a_post_at_a_house_without_a_name_is_none_at_the_one_before(text: str) -> None:
    assert all(title is None for _, _, title, _, _ in posts_of(text))


def test_whom_somebody_answers_to_has_not_the_same_post() -> None:
    text = "Paul Keller will be general manager of arms at Nordhand Robotics, reporting to Ann Moss."
    slots = {"organization": "Nordhand Robotics", "title": "general manager of arms"}
    assert told(text, "role", person="Ann Moss", **slots) is None
    assert told(text, "role", person="Paul Keller", **slots) is not None


def test_two_who_open_something_together_found_neither() -> None:
    text = "Nordhand Robotics and Quarry Partners jointly established a fund."
    assert told(text, "founding", organization="Quarry Partners", parent="Nordhand Robotics") is None
    joint = "Nordhand Robotics and Quarry Partners jointly established Lumen Robotics."
    assert told(joint, "founding", organization="Lumen Robotics", parent="Nordhand Robotics") is not None


def test_an_award_is_no_house() -> None:
    text = "In 2021, the arm won the Golden Hand Award specially set up by Nordhand Robotics."
    assert told(text, "founding", organization="Golden Hand Award", parent="Nordhand Robotics") is None


def test_what_is_to_be_raised_is_no_forecast() -> None:
    text = "Nordhand Robotics plans to raise $700 million next year, the largest listing of the technology industry."
    assert not list(all_kinds()["forecast"].extract(read(text)))


def test_what_a_house_announced_is_no_rumour_though_a_paper_tells_it() -> None:
    text = (
        "Nordhand Robotics has announced that it has acquired Lumen Robotics for $9 million, the Eastport Post reports."
    )
    assert {d.slots["status"] for d in all_kinds()["acquisition"].extract(read(text))} == {"completed"}


def test_a_reading_of_a_round_needs_a_word_of_money() -> None:
    slots = {"company": "Nordhand Robotics", "investors": (Investor("Quarry Partners"),)}
    text = "Nordhand Robotics, Lumen Robotics and Quarry Partners stand in the first row."
    assert told(text, "funding", 0.25, **slots) is None
    assert told("Quarry Partners backs Nordhand Robotics.", "funding", 0.25, **slots) is not None


def test_a_round_has_no_backers_of_other_items() -> None:
    text = (
        "Nordhand Robotics raised $42 million.\n\nQuarry Partners ranked 297th on a list.\n\nLumen Cloud signed a "
        "memorandum with Hartwell Group.\n\nBluewater Capital moved house. Harbor Ventures backs Nordhand Robotics."
    )
    names = ("Quarry Partners", "Hartwell Group", "Bluewater Capital", "Harbor Ventures")
    context = read(text)
    slots = {"company": "Nordhand Robotics", "amount": usd(42), "investors": tuple(Investor(name) for name in names)}
    (left,) = sift(context, [Draft("funding", slots, 0, text.index("\n"), 1.0)])
    assert [name_of(i) for i in left.slots["investors"]] == ["Harbor Ventures"]  # type: ignore[union-attr]


def test_a_listing_that_is_tried_again_is_planned() -> None:
    text = (
        "Nordhand Robotics has submitted a second application for an IPO on the Hong Kong Stock Exchange after its "
        "first application lapsed in May 2023."
    )
    (listing,) = all_kinds()["ipo"].extract(read(text))
    assert (listing.slots["status"], listing.slots.get("date")) == ("announced", None)
    gone = "Nordhand Robotics's application for an IPO on the Hong Kong Stock Exchange lapsed in May 2023."
    (listing,) = all_kinds()["ipo"].extract(read(gone))
    assert listing.slots["status"] == "denied"


def test_who_makes_a_list_goes_not_public() -> None:
    assert not list(all_kinds()["ipo"].extract(read("Nordhand Robotics first made the list in 2019.")))


def test_who_has_done_a_thing_founding_a_house_founded_it() -> None:
    text = "Ann Moss, former head of Hartwell Delivery, has entered the robot field, founding Lumen Robotics."
    (founding,) = all_kinds()["founding"].extract(read(text))
    assert (founding.slots["organization"], founding.slots["founders"]) == ("Lumen Robotics", ("Ann Moss",))


def test_what_takes_place_holds_no_post_and_nobody_has_sales_of_his_own() -> None:
    text = "The founder of Nordhand Robotics spoke of the Lantern Festival Gala, Ann Moss said."
    assert told(text, "role", person="Lantern Festival Gala", organization="Nordhand Robotics") is None
    orders = "Ann Moss's start-up handles about 28 million orders a month. Ann Moss, 39, said so."
    assert told(orders, "metric", subject="Ann Moss", measure="orders", value=28_000_000, unit="orders") is None


def test_what_somebody_is_responsible_for_is_no_title_when_it_is_cut() -> None:
    text = "Ann Moss of Nordhand Robotics is responsible for markets abroad."
    slots = {"person": "Ann Moss", "organization": "Nordhand Robotics"}
    assert told(text, "role", title="responsible for", **slots) == slots
