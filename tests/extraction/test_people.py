"""Posts, studies, foundings and sayings: what is joined, what is left to the passage, what is no fact at all."""

from __future__ import annotations

from typing import Any

import pytest

from bot.extraction.consolidate import consolidate
from bot.extraction.kind import all_kinds
from bot.extraction.people.posts import posts
from bot.extraction.people.terms import tenure
from bot.extraction.text.masking import masked
from bot.extraction.validate import validate
from tests.extraction.reading import read


def told(kind_name: str, text: str, title: str = "") -> list[dict[str, Any]]:
    """The facts of a kind in a text, in JSON form without their quotes."""
    context = read(text, title)
    kind = all_kinds()[kind_name]
    drafts = [draft for draft in kind.extract(context) if kind.complete(draft.slots)]
    statements = [validate(draft, context.article) for draft in consolidate(drafts)]
    return [{k: v for k, v in s.to_json().items() if k not in {"kind", "quote"}} for s in statements if s is not None]


def pairs(facts: list[dict[str, Any]], *slots: str) -> set[tuple[Any, ...]]:
    return {tuple(fact.get(slot) for slot in slots) for fact in facts}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Founder and CEO Jane Porter spoke.", ["Founder and CEO"]),
        ("Jane Porter, founder, chairman and general manager, spoke.", ["founder, chairman and general manager"]),
        ("Jane Porter is vice president of hardware design at Lumen Robotics.", ["vice president of hardware design"]),
        ("Former Lumen Robotics chief scientist Jane Porter left.", ["chief scientist"]),
        ("Jane Porter became a senior algorithm engineer.", ["senior algorithm engineer"]),
        ("The lead investor paid.", []),
        ("The round was led by a fund.", []),
    ],
)  # fmt: skip
def test_titles_are_read_whole(text: str, titles: list[str]) -> None:
    sentence = read(text).sentences[0]
    assert [post.title for post in posts(masked(sentence, sentence.start, sentence.end))] == titles


@pytest.mark.parametrize(
    ("text", "sense", "start", "end"),
    [
        ("She ran it from 2018 to 2021.", "", "2018", "2021"),
        ("She ran it until March 2024.", "", None, "2024-03"),
        ("She has run it since 2019.", "", "2019", None),
        ("She joined in May 2022.", "start", "2022-05", None),
        ("She left in May 2022.", "end", None, "2022-05"),
        ("She ran it in 2022.", "", None, None),
        ("She ran it between June 2019 and her dismissal on 3 April 2023.", "", "2019-06", "2023-04-03"),
    ],
)
def test_when_a_post_was_held(text: str, sense: str, start: str | None, end: str | None) -> None:
    sentence = read(text).sentences[0]
    segment = masked(sentence, sentence.start, sentence.end)
    found = tenure(segment, 0, len(segment.text), 4, sense)
    assert [when.iso() if when else None for when in found] == [start, end]


def test_both_sides_of_a_succession_hold_the_office() -> None:
    facts = told(
        "role",
        "Anna Weber was named chief financial officer of Lumen Robotics in June 2023, replacing Paul Keller.",
    )
    assert pairs(facts, "person", "title", "start", "end") == {
        ("Anna Weber", "chief financial officer", "2023-06", None),
        ("Paul Keller", "chief financial officer", None, "2023-06"),
    }


def test_a_post_told_twice_is_one() -> None:
    facts = told(
        "role", "Nordhand Robotics CEO Jane Porter spoke. Jane Porter, chief executive of Nordhand Robotics, left."
    )
    assert pairs(facts, "person", "organization") == {("Jane Porter", "Nordhand Robotics")}
    assert len(facts) == 1


def test_an_earlier_and_a_present_post_at_one_house_are_two() -> None:
    facts = told("role", "Jane Porter, formerly an engineer at Lumen Robotics, is chief executive of Lumen Robotics.")
    assert pairs(facts, "title") == {("engineer",), ("chief executive",)}


def test_a_title_without_a_house_means_the_one_spoken_of() -> None:
    text = (
        "Nordhand Robotics sold 40 arms to Hartwell Capital last year. Nordhand Robotics is based in Leeds.\n\n"
        '"We are patient," chief executive Jane Porter said.'
    )
    assert pairs(told("role", text), "person", "organization") == {("Jane Porter", "Nordhand Robotics")}


def test_a_title_without_a_house_means_the_persons_own() -> None:
    text = (
        "Jane Porter, an analyst at Hartwell Securities, expects less. Nordhand Robotics grew. "
        "Nordhand Robotics sold arms. Analyst Jane Porter disagrees."
    )
    assert pairs(told("role", text), "person", "organization") == {("Jane Porter", "Hartwell Securities")}


def test_a_team_without_a_name_of_its_own_is_no_house() -> None:
    facts = told("role", "Jane Porter leads Brightarm Robotics' hardware team.")
    assert pairs(facts, "organization", "title") == {("Brightarm Robotics", "head of hardware team")}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("role", "Jane Porter will not become chief executive of Lumen Robotics."),
        ("role", "The round was led by Hartwell Capital."),
        ("role", "Jane Porter is a graduate of Northfield University."),
        ("role", "The lawyer Jane Porter sued Lumen Robotics."),
        ("education", "Brightarm Robotics hired thirty graduates of Northfield University."),
        ("education", "Jane Porter teaches at Northfield University."),
        ("founding", "Jane Porter started at Lumen Robotics in 2021."),
        ("founding", "Brightarm Robotics started to invest in robots in 2021."),
        ("founding", "Lumen Robotics launched a gripper in 2024."),
        ("statement", "Jane Porter said on Monday."),
        ("statement", "Lumen Robotics raised $5 million, Jane Porter said."),
    ],
)
def test_what_is_no_fact(kind: str, text: str) -> None:
    assert told(kind, text) == []


def test_two_degrees_are_two_facts() -> None:
    facts = told(
        "education", "Jane Porter has a PhD from Northfield University and an MBA from Eastport Business School."
    )
    assert pairs(facts, "school", "degree") == {("Northfield University", "PhD"), ("Eastport Business School", "MBA")}


def test_a_degree_told_in_a_sentence_of_its_own_is_that_of_the_person_before() -> None:
    facts = told("education", "Jane Porter runs Lumen Robotics. PhD in fluid dynamics from Northfield University.")
    assert pairs(facts, "person", "school", "field") == {("Jane Porter", "Northfield University", "fluid dynamics")}


def test_who_founded_something_after_their_studies_studied() -> None:
    text = (
        "Jane Porter runs Lumen Robotics. After graduating from Northfield University (mechanical), she founded "
        "Stairs, a stair-climbing cart, which was sold to Eastport Lifts."
    )
    assert pairs(told("education", text), "person", "school") == {("Jane Porter", "Northfield University")}


def test_a_founding_told_in_two_places_is_joined() -> None:
    facts = told("founding", "Jane Porter founded Lumen Robotics. Lumen Robotics was founded in 2021.")
    assert pairs(facts, "organization", "date") == {("Lumen Robotics", "2021")}
    assert facts[0]["founders"] == ["Jane Porter"]


def test_neighbouring_sentences_of_a_speaker_are_one_statement() -> None:
    facts = told(
        "statement",
        '"Nobody really wants to buy a robot," said Jane Porter. "They want to buy a clean floor in the morning."',
    )
    assert [fact["speaker"] for fact in facts] == ["Jane Porter"]
    assert "clean floor" in facts[0]["text"]


def test_a_claim_in_the_next_paragraph_is_a_statement_of_its_own() -> None:
    text = "Jane Porter said that robots would need ten years to learn how to fold a shirt."
    said = told("statement", f'{text}\n\n"They want to buy a clean floor in the morning," said Jane Porter.')
    assert len(said) == 2


def test_words_set_in_marks_are_not_what_is_said_of_them() -> None:
    text = "Jane Porter stressed that its robots should avoid the “cold, grim, steely future” that is shown in films."
    assert ["its robots should avoid the" in fact["text"] for fact in told("statement", text)] == [True]


def test_who_speaks_behind_a_claim_is_no_part_of_it() -> None:
    text = "Makers will have to cut the prices of their robots by half, said Jane Porter, who runs Lumen Robotics."
    assert [fact["text"] for fact in told("statement", text)] == [text.split(", said")[0]]


def test_who_steps_down_and_who_follows_share_the_day() -> None:
    facts = told(
        "role",
        "Paul Keller will step down as chief executive of Lumen Robotics at the end of June 2024 and be followed by "
        "Jane Porter.",
    )
    assert pairs(facts, "person", "title", "start", "end") == {
        ("Paul Keller", "chief executive", None, "2024-06"),
        ("Jane Porter", "chief executive", "2024-06", None),
    }


def test_the_end_of_one_post_is_not_the_end_of_the_next() -> None:
    facts = told("role", "Paul Keller, who ran Brightarm Robotics until 2019, is now an adviser to Lumen Robotics.")
    assert pairs(facts, "organization", "title", "end") == {
        ("Brightarm Robotics", "head", "2019"),
        ("Lumen Robotics", "adviser", None),
    }


def test_appointed_and_left_date_one_post() -> None:
    facts = told("role", "Paul Keller was appointed CEO of Lumen Robotics in 2019 and left in 2023.")
    assert pairs(facts, "person", "title", "start", "end") == {("Paul Keller", "CEO", "2019", "2023")}


def test_a_titled_departure_keeps_its_date() -> None:
    facts = told("role", "Tom Reeves, Lumen Robotics' head of sales, left Lumen Robotics in May 2023.")
    assert pairs(facts, "person", "title", "end") == {("Tom Reeves", "head of sales", "2023-05")}


def test_two_offices_of_two_persons_are_shared_out() -> None:
    facts = told(
        "role",
        "At Lumen Robotics, Jane Porter and Karen Whitfield became chief operating officer and chief technology "
        "officer, respectively, in May 2024.",
    )
    assert pairs(facts, "person", "title") == {
        ("Jane Porter", "chief operating officer"),
        ("Karen Whitfield", "chief technology officer"),
    }


def test_a_professor_who_is_chief_scientist_elsewhere() -> None:
    facts = told(
        "role",
        "Lumen Robotics hired twelve people. The firm's chief scientist, Anna Weber, is a professor at Northfield "
        "University.",
    )
    assert pairs(facts, "organization", "title") == {
        ("Lumen Robotics", "chief scientist"),
        ("Northfield University", "professor"),
    }


def test_the_speaker_of_a_quotation_tells_of_himself() -> None:
    facts = told("role", '"I worked at Brightarm Robotics until 2019," said Jane Porter, CEO of Lumen Robotics.')
    assert ("Jane Porter", "Brightarm Robotics", "2019") in pairs(facts, "person", "organization", "end")


def test_the_date_of_a_departure_is_not_that_of_the_founding() -> None:
    facts = told("founding", "After leaving Hannover Motors in 2017, Jane Porter set up Lumen Robotics.")
    assert pairs(facts, "organization", "date") == {("Lumen Robotics", None)}


def test_those_called_founders_complete_a_founding() -> None:
    facts = told(
        "founding",
        "Lumen Robotics was founded in 2019. Lumen Robotics co-founders Jane Porter and Karen Whitfield spoke.",
    )
    assert [sorted(fact["founders"]) for fact in facts] == [["Jane Porter", "Karen Whitfield"]]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "The post of chief executive of Lumen Robotics was held by Karen Whitfield until 2022.",
            ("Karen Whitfield", "Lumen Robotics", "chief executive", "2022"),
        ),
        (
            "Karen Whitfield will chair the supervisory board of Lumen Robotics.",
            ("Karen Whitfield", "Lumen Robotics", "chair", None),
        ),
        (
            "Karen Whitfield was responsible for motion control at Hannover Motors until 2020.",
            ("Karen Whitfield", "Hannover Motors", "head of motion control", "2020"),
        ),
    ],
)
def test_a_post_told_the_other_way_round(text: str, role: tuple[Any, ...]) -> None:
    assert pairs(told("role", text), "person", "organization", "title", "end") == {role}


@pytest.mark.parametrize(
    "text",
    [
        "Karen Whitfield's doctoral adviser, Anna Weber, invested in Lumen Robotics.",
        "Karen Whitfield came straight from Northfield University.",
    ],
)
def test_teachers_and_schools_are_no_posts(text: str) -> None:
    assert told("role", text) == []


def test_the_birth_of_a_founder_is_no_founding() -> None:
    assert told("founding", "Karen Whitfield, founder of Lumen Robotics, was born in 1980.") == []


def test_the_president_of_a_country_holds_no_post_in_the_company_of_the_article() -> None:
    text = "Quillon Robotics builds hands. President Xi Jinping saw its founder. President Jane Porter thanked him."
    told = {d.slots["person"] for d in all_kinds()["role"].extract(read(text))}
    assert told == {"Jane Porter"}
