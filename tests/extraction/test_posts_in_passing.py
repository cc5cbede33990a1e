"""Posts of several people in one sentence, of who goes on to another, in bylines; degrees in a row; names invented."""

from __future__ import annotations

import pytest

from tests.extraction.test_people import pairs, told

HOUSE = "Palmetto Robotics"


def _posts(text: str) -> set[tuple[str, str, str | None]]:
    return {(p, o, t) for p, o, t in pairs(told("role", text), "person", "organization", "title")}


def test_the_second_who_is_named_holds_the_second_post() -> None:
    posts = _posts(
        f"{HOUSE} elected Dr. Jane Porter, former CTO of Corvane Maritime, as chair, and Mark Hale, a partner at "
        "Osterby Capital, as director."
    )
    assert {("Jane Porter", HOUSE, "chair"), ("Mark Hale", HOUSE, "director")} <= posts
    assert ("Jane Porter", HOUSE, "director") not in posts


@pytest.mark.parametrize("title", ["Founders", "Co-founders"])
def test_founders_that_begin_a_sentence_are_two_people(title: str) -> None:
    posts = _posts(f"{HOUSE} makes arms. {title} Jane Porter and Mark Hale keep 31 per cent.")
    assert {(person, house) for person, house, _ in posts} == {("Jane Porter", HOUSE), ("Mark Hale", HOUSE)}


def test_who_follows_somebody_does_not_get_the_next_post_of_that_one() -> None:
    text = "Jane Porter succeeds Mark Hale, who is moving to Corvane Corp. as head of its new AI office."
    assert ("Jane Porter", "head of new AI office") not in {(person, title) for person, _, title in _posts(text)}
    text = f"Jane Porter succeeds Mark Hale as chief executive of {HOUSE}."
    assert {("Jane Porter", HOUSE, "chief executive"), ("Mark Hale", HOUSE, "chief executive")} == _posts(text)


@pytest.mark.parametrize("verb", ["is taking a seat on", "took an observer seat on", "will be sitting on", "joined"])
def test_a_seat_on_the_board_is_a_post(verb: str) -> None:
    assert ("Jane Porter", HOUSE, "board member") in _posts(f"{HOUSE} makes arms. Jane Porter {verb} the board.")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"By Jane Porter, Director of Deployment, {HOUSE}", "Director of Deployment"),
        (f"*By Jane Porter, Head of Growth, {HOUSE}*", "Head of Growth"),
    ],
)
def test_a_byline_ends_with_the_house(line: str, title: str) -> None:
    assert _posts(line) == {("Jane Porter", HOUSE, title)}


def test_another_who_retires_is_not_the_one_who_runs_it() -> None:
    facts = told("role", f"Jane Porter has run {HOUSE} since her father retired in 2009.")
    assert pairs(facts, "person", "end") == {("Jane Porter", None)}


STUDIES = [
    (
        "Jane Porter holds an MBA from Norrhaven College and a B.S. in accounting from the University of Leeds.",
        {("Norrhaven College", "MBA", None), ("University of Leeds", "B.S", "accounting")},
    ),
    (
        "A graduate of Leeds University in mechanics with an MBA from Norrhaven College, Jane Porter spent 14 years in "
        "Turin.",
        {("Leeds University", None, "mechanics"), ("Norrhaven College", "MBA", None)},
    ),
]


@pytest.mark.parametrize(("text", "studies"), STUDIES)
def test_degrees_in_a_row(text: str, studies: set[tuple[str, str | None, str | None]]) -> None:
    facts = told("education", text)
    assert pairs(facts, "school", "degree", "field") == studies
    assert {fact["person"] for fact in facts} == {"Jane Porter"}


def test_studies_of_who_is_meant_by_a_pronoun_behind_are_read() -> None:
    text = "Ann Lee runs Halvorn Robotics. After graduating from UNIST (mechanical), she founded Stairs, a cart maker."
    (fact,) = told("education", text)
    assert (fact["person"], fact["school"]) == ("Ann Lee", "UNIST")


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee was earlier with Osterby Motors.",
        "Ann Lee used to be at Osterby Motors, where she worked on brakes.",
        "Ann Lee was previously at Osterby Motors.",
    ],
)
def test_who_was_with_a_house_before(text: str) -> None:
    assert pairs(told("role", text), "person", "organization") == {("Ann Lee", "Osterby Motors")}


def test_who_was_once_at_a_fair_worked_for_nobody() -> None:
    assert told("role", "Ann Lee was once at lunch with friends of Halvorn Robotics.") == []
