"""Posts that the words of their own sentence speak against, and titles that are none."""

from __future__ import annotations

import pytest

from bot.extraction.consolidate import same_fact
from bot.extraction.kind import Draft, all_kinds
from bot.extraction.sifting import sift
from bot.model.when import When
from tests.extraction.reading import read
from tests.extraction.test_sifting import told


@pytest.mark.parametrize(
    ("text", "house", "title"),
    [
        ('Embodied AI is "our next frontier", Ann Moss, the chief executive, said.', "Embodied AI", "chief executive"),
        ("Ann Moss came from Oslo-listed Hartwell, and was a director there.", "Oslo", "director"),
        ("Ann Moss led the team in the Tunnel Challenge.", "Tunnel Challenge", "head"),
        ("Ann Moss is no longer its CEO, said Hartwell.", "Hartwell", "CEO"),
        ("Ann Moss has not accepted the chair of robotics at Hartwell University.", "Hartwell University", "chair"),
        ("Hartwell (head office: Lyon, President: Ann Moss) announced a survey.", "Hartwell", "head"),
        ("Founder and CEO Ann Moss was at Hartwell University.", "Hartwell University", "Founder and CEO"),
    ],
)
def test_no_post_at_a_field_or_an_event_nor_one_that_is_not_held(text: str, house: str, title: str) -> None:
    assert told(text, "role", person="Ann Moss", organization=house, title=title) is None


@pytest.mark.parametrize(
    ("text", "title", "left"),
    [
        ("Ann Moss, one of its core developers, works at Hartwell.", "core developers", "core developer"),
        ("Ann Moss and Paul Keller, two professors of robotics at Hartwell.", "professors of robotics",
         "professor of robotics"),
        ("Ann Moss spent a year at Hartwell on the hand of its robot.", "hand", None),
        ("Ann Moss does research at Hartwell.", "research", None),
        ('Ann Moss joined Hartwell through the "bright youth" plan.', "bright youth", None),
        ("Ann Moss is head of research at Hartwell.", "head of research", "head of research"),
        ("Ann Moss, chief executive of Hartwell, said so.", "chief executive", "chief executive"),
    ],
)  # fmt: skip
def test_a_title_is_a_word_for_one_person(text: str, title: str, left: str | None) -> None:
    kept = told(text, "role", person="Ann Moss", organization="Hartwell", title=title)
    assert kept is not None
    assert kept.get("title") == left


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Ann Moss, a former Hartwell director, started the company with Paul Keller, who was at Hartwell, too.",
            {"Ann Moss": "director", "Paul Keller": None},
        ),
        (
            "Ann Moss and Paul Keller, who was a director, both came from Hartwell.",
            {"Ann Moss": "director", "Paul Keller": "director"},
        ),
    ],
)
def test_a_title_said_once_behind_a_name_is_that_persons(text: str, titles: dict[str, str | None]) -> None:
    context = read(text)
    drafts = [
        Draft("role", {"person": person, "organization": "Hartwell", "title": "director"}, 0, len(text))
        for person in titles
    ]
    left = {str(draft.slots["person"]): draft.slots.get("title") for draft in sift(context, drafts)}
    assert left == titles


@pytest.mark.parametrize(
    ("text", "end", "left"),
    [
        ("Ann Moss told Hartwell on May 4 that she steps down; her last day is May 27.", "2025-05-04", "2025-05-27"),
        ("Ann Moss ran the arms unit of Orbis Dynamics until 2023, when she set up on her own.", "2023", None),
        ("Ann Moss ran Hartwell until 2023.", "2023", "2023"),
        ("Ann Moss steps down on May 4.", "2025-05-04", "2025-05-04"),
    ],
)
def test_a_post_ends_on_its_own_last_day(text: str, end: str, left: str | None) -> None:
    kept = told(text, "role", person="Ann Moss", organization="Hartwell", title="CEO", end=When.from_iso(end))
    assert kept is not None
    assert kept.get("end") == (When.from_iso(left) if left else None)


@pytest.mark.parametrize(
    ("text", "house", "slots"),
    [
        ("Ann Moss replaces Paul Keller, who left in March.", "Hartwell", {}),
        ("Ann Moss left in March to join Hartwell.", "Hartwell", {"start": "2025-03"}),
        ("Ann Moss joined Hartwell in March.", "Hartwell", {"start": "2025-03"}),
    ],
)
def test_the_day_on_which_another_left_begins_no_post(text: str, house: str, slots: dict[str, str]) -> None:
    when = When.from_iso("2025-03")
    said = {"start": when, "end": when} if "to join" in text else {"start": when}
    left = told(text, "role", person="Ann Moss", organization=house, **said)
    assert left is not None
    assert {slot: left[slot] for slot in ("start", "end") if slot in left} == {
        slot: When.from_iso(value) for slot, value in slots.items()
    }


@pytest.mark.parametrize(
    ("degree", "left", "field"),
    [
        ("mechanical engineering", None, "mechanical engineering"),
        ("doctoral supervisor", None, None),
        ("scholarship", None, None),
        ("physics", None, "physics"),
        ("Ph.D. in physics", "Ph.D. in physics", None),
        ("master's", "master's", None),
        ("doctorate in physics", "doctorate in physics", None),
    ],
)
def test_what_is_studied_is_no_degree(degree: str, left: str | None, field: str | None) -> None:
    text = f"Ann Moss, {degree}, Hartwell University, went to Oslo."
    kept = told(text, "education", person="Ann Moss", school="Hartwell University", degree=degree)
    assert kept is not None
    assert (kept.get("degree"), kept.get("field")) == (left, field)


def test_titles_told_in_turn_are_held_in_turn() -> None:
    text = "At Hartwell Ann Moss and Paul Keller became operating chief and finance chief, respectively."
    drafts = [
        Draft("role", {"person": person, "organization": "Hartwell", "title": title}, 0, len(text))
        for person in ("Ann Moss", "Paul Keller")
        for title in ("operating chief", "finance chief")
    ]
    left = [(draft.slots["person"], draft.slots["title"]) for draft in sift(read(text), drafts)]
    assert left == [("Ann Moss", "operating chief"), ("Paul Keller", "finance chief")]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("CEO", "chief executive", True),
        ("Chief Executive Officer", "founder and CEO", True),
        ("CTO", "chief technology officer", True),
        ("CFO", "chief executive officer", False),
        ("COO", "chief operating officer", True),
        ("vice president of sales", "VP of sales", True),
        ("chief financial officer", "chief executive officer", False),
    ],
)
def test_a_title_is_the_same_in_letters_and_in_words(first: str, second: str, same: bool) -> None:
    drafts = [
        Draft("role", {"person": "Ann Moss", "organization": "Hartwell", "title": title}, 0, 10)
        for title in (first, second)
    ]
    assert same_fact(all_kinds()["role"], *drafts) is same
