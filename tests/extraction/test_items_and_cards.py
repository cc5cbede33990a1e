"""Posts in round-ups, bylines and lists of people, where the house stands apart from the title; all names invented."""

from __future__ import annotations

import pytest

from bot.extraction.text.context import Context
from tests.extraction.reading import read
from tests.extraction.test_people import pairs, told

ROUND_UP = (
    "It was a busy week for machines that lift, weld and sort.\n\n"
    "{item}\n\n"
    "Brinkvale Robotics raised $12 million from Halden Capital. Brinkvale Robotics makes arms in Leeds.\n\n"
    "Corvane Dynamics opened a plant. Corvane Dynamics builds grippers, and Corvane Dynamics sells them in Norway.\n\n"
)


@pytest.mark.parametrize(
    "item",
    [
        "**Tolvane** (Gothenburg) raised €14 million for mooring robots. Osterby led. CEO Jane Porter spoke.",
        "Tolvane, a Lima firm that retrofits shovels, raised $19 million. Founder and CEO Jane Porter spoke.",
        "— **Tolvane**, the London vision company, was bought by Keldon Group for a sum. Founder Jane Porter spoke.",
    ],
)
def test_a_bare_title_is_one_at_the_house_that_its_item_begins_with(item: str) -> None:
    facts = told("role", ROUND_UP.format(item=item))
    assert pairs(facts, "person", "organization") == {("Jane Porter", "Tolvane")}


def test_a_house_named_behind_a_person_is_not_what_the_item_begins_with() -> None:
    item = "CEO Jane Porter owns 34% of Tolvane Robotics."
    facts = told("role", ROUND_UP.format(item=f"{item} Corvane Dynamics owns the rest."))
    assert ("Jane Porter", "Corvane Dynamics") not in pairs(facts, "person", "organization")


CARDS = [
    ("**Jane Porter, 36 — Founder and CEO, Tolvane Works**", "Tolvane Works", "Founder and CEO"),
    ("*Picked by: Jane Porter, principal, Brinkvale*", "Brinkvale", "principal"),
    ("Jane Porter, 31 — Professor, University of Norrhaven", "University of Norrhaven", "Professor"),
    ("- Jane Porter, Managing Director, Tolvane Robotics", "Tolvane Robotics", "Managing Director"),
    ("- Jane Porter — Chief Executive Officer — Tolvane Robotics", "Tolvane Robotics", "Chief Executive Officer"),
]


@pytest.mark.parametrize(("line", "house", "title"), CARDS)
def test_a_line_of_its_own_gives_person_post_and_house(line: str, house: str, title: str) -> None:
    text = f"We asked who will matter this year, and here they are.\n\n{line}\n\nShe works in the city, as many do."
    assert pairs(told("role", text), "person", "organization", "title") == {("Jane Porter", house, title)}


DESCRIBED = [
    "The Catalan physicist Jane Porter joined Tolvane Robotics in May 2024.",
    "Jane Porter, a Japanese engineer, founded Tolvane Robotics in 2019.",
]


@pytest.mark.parametrize("text", DESCRIBED)
def test_what_somebody_is_by_trade_is_no_title(text: str) -> None:
    titles = {title or "" for (title,) in pairs(told("role", text), "title")}
    assert not any("physicist" in title or "Japanese" in title for title in titles)


def main_of(text: str, title: str = "") -> str | None:
    context: Context = read(text, title)
    return context.main.name if context.main else None


def test_a_piece_is_about_whom_it_introduces_first_and_names_all_along() -> None:
    text = (
        "Tolvane Robotics, a maker of beds that turn patients, began in a garage in Leeds. Jane Porter, founder of "
        "Tolvane Robotics, had sold a firm to Keldon Group before.\n\n"
        "Keldon Group paid well. She left Keldon Group a year later, and Keldon Group closed the unit.\n\n"
        "Hospitals came. Then, last year, Tolvane Robotics opened a second plant."
    )
    assert main_of(text) == "Tolvane Robotics"


def test_an_interviewer_named_by_a_letter_is_no_organisation() -> None:
    text = "Q. How many?\n\nA. We sold forty.\n\nQ. And then?\n\nA. Tolvane Robotics sold sixty more arms to farmers."
    assert main_of(text) == "Tolvane Robotics"
