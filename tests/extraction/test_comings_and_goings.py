"""Who follows whom, who sits on a board, who runs what: one sentence or two, and every post that they tell."""

from __future__ import annotations

import pytest

from tests.extraction.test_people import told

Post = tuple[str, str, str | None, str | None, str | None]
"""Person, organisation, title, start and end."""


def posts_of(text: str, title: str = "") -> set[Post]:
    return {
        (fact["person"], fact["organization"], fact.get("title"), fact.get("start"), fact.get("end"))
        for fact in told("role", text, title)
    }


SUCCESSIONS = [
    (
        "Anna Weber has handed over the post of chief executive to Paul Keller, Lumen Robotics said.",
        {
            ("Paul Keller", "Lumen Robotics", "chief executive", None, None),
            ("Anna Weber", "Lumen Robotics", "chief executive", None, None),
        },
    ),
    (
        "Anna Weber was chief financial officer of Lumen Robotics until May 2024. Her old job went to Paul Keller.",
        {
            ("Anna Weber", "Lumen Robotics", "chief financial officer", None, "2024-05"),
            ("Paul Keller", "Lumen Robotics", "chief financial officer", None, None),
        },
    ),
]

STAYS = [
    (
        "Anna Weber is chief executive of Lumen Robotics. She denied that she had resigned in May 2024.",
        {("Anna Weber", "Lumen Robotics", "chief executive", None, None)},
    ),
    (
        "Anna Weber is chief executive of Lumen Robotics. She left two prototypes on the stage in May 2024.",
        {("Anna Weber", "Lumen Robotics", "chief executive", None, None)},
    ),
    (
        "Anna Weber is chief executive of Lumen Robotics. She denies that she runs the hardware team.",
        {("Anna Weber", "Lumen Robotics", "chief executive", None, None)},
    ),
]

BOARDS = [
    (
        "Shareholders approved the election of Anna Weber to the supervisory board of Lumen Robotics in May 2024.",
        {("Anna Weber", "Lumen Robotics", "member of the supervisory board", "2024-05", None)},
    ),
    (
        "The appointment of Anna Weber, a retired banker, to the board of Lumen Robotics surprised many.",
        {("Anna Weber", "Lumen Robotics", "board member", None, None)},
    ),
]

UNITS = [
    (
        "At Lumen Robotics the hardware team is led by Anna Weber and Paul Keller.",
        {
            ("Anna Weber", "Lumen Robotics", "head of hardware team", None, None),
            ("Paul Keller", "Lumen Robotics", "head of hardware team", None, None),
        },
    ),
    (
        "Paul Keller moved from Nordhand Robotics to Lumen Robotics and runs the hardware team there.",
        {
            ("Paul Keller", "Lumen Robotics", "head of hardware team", None, None),
            ("Paul Keller", "Nordhand Robotics", None, None, None),
        },
    ),
    (
        "Anna Weber chose Lumen Robotics, where she runs the perception team.",
        {("Anna Weber", "Lumen Robotics", "head of perception team", None, None)},
    ),
    (
        "Paul Keller met Anna Weber, an engineer at Lumen Robotics, where she heads the hardware team.",
        {
            ("Anna Weber", "Lumen Robotics", "engineer", None, None),
            ("Anna Weber", "Lumen Robotics", "head of hardware team", None, None),
        },
    ),
]


@pytest.mark.parametrize(("text", "posts"), [*SUCCESSIONS, *STAYS, *BOARDS, *UNITS])
def test_every_post_and_no_other(text: str, posts: set[Post]) -> None:
    assert posts_of(text) == posts


OFFICES = [
    (
        "Anna Weber studied physics in Leeds. The technical director at Lumen Robotics likes to sail.",
        ("Anna Weber", "Lumen Robotics", "technical director", None, None),
    ),
    (
        "Lumen Robotics was founded in 2019. Anna Weber is now the president.",
        ("Anna Weber", "Lumen Robotics", "president", None, None),
    ),
    (
        "Nordhand Robotics, of which Anna Weber is the president, sold 40 arms.",
        ("Anna Weber", "Nordhand Robotics", "president", None, None),
    ),
    (
        'Lumen Robotics sold 40 arms. "I was an engineer at Nordhand Robotics before," said Anna Weber.',
        ("Anna Weber", "Nordhand Robotics", "engineer", None, None),
    ),
]


@pytest.mark.parametrize(("text", "post"), OFFICES)
def test_a_description_may_be_an_office(text: str, post: Post) -> None:
    assert post in posts_of(text)


def test_who_is_named_to_one_post_may_have_held_another() -> None:
    assert posts_of("Lumen Robotics named its finance chief Anna Weber interim CEO.") == {
        ("Anna Weber", "Lumen Robotics", "finance chief", None, None),
        ("Anna Weber", "Lumen Robotics", "interim CEO", None, None),
    }


def test_an_office_is_handed_on_whatever_stands_between() -> None:
    text = "Paul Keller hands the chair of Lumen Robotics to Anna Weber."
    assert {post[:3] for post in posts_of(text)} == {
        ("Paul Keller", "Lumen Robotics", "chair"),
        ("Anna Weber", "Lumen Robotics", "chair"),
    }


TALK = (
    "I grew up in Leeds. I was chief engineer of Nordhand Robotics until 2018. I left because I wanted to build hands."
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (TALK, "Anna Weber on building robot hands"),
        (f"{TALK} I build them now.\n\nAnna Weber spoke to us by phone.", ""),
    ],
)
def test_who_is_interviewed_says_i(text: str, title: str) -> None:
    assert ("Anna Weber", "Nordhand Robotics", "chief engineer", None, "2018") in posts_of(text, title)


TITLES = [
    ("Anna Weber, chief scientist, Lumen Robotics.", "Lumen Robotics", "chief scientist"),
    ("Anna Weber is head of the cobot maker Lumen Robotics.", "Lumen Robotics", "head"),
    (
        "Anna Weber, vice president, Business Development at Lumen Robotics, spoke first.",
        "Lumen Robotics",
        "vice president, Business Development",
    ),
    (
        "Anna Weber, vice president, Sales and Marketing at Lumen Robotics, spoke first.",
        "Lumen Robotics",
        "vice president, Sales and Marketing",
    ),
    ("Anna Weber is president of Fujimori Group's Brightarm Robotics.", "Brightarm Robotics", "president"),
    (
        "Anna Weber is chief engineer at Fujimori Group's welding project.",
        "Fujimori Group",
        "chief engineer of welding project",
    ),
    ("Norway's trade minister Anna Weber visited Lumen Robotics.", "Norway", "trade minister"),
    ("Anna Weber, trade minister of Norway, visited Lumen Robotics.", "Norway", "trade minister"),
    ("Anna Weber is head of the $5 million fund at Lumen Robotics.", "Lumen Robotics", "head of the $5 million fund"),
    ("Anna Weber is head of the Series A team at Lumen Robotics.", "Lumen Robotics", "head of the Series A team"),
    ("Lumen Robotics's ex-COO Anna Weber spoke first.", "Lumen Robotics", "COO"),
    ("Ex-Lumen Robotics supply chain head Anna Weber spoke first.", "Lumen Robotics", "supply chain head"),
    ("Lumen Robotics has a robotics team in Rome under Anna Weber.", "Lumen Robotics", "head of robotics team"),
    (
        "Corporate Communications director Anna Weber of Lumen Robotics spoke first.",
        "Lumen Robotics",
        "Corporate Communications director",
    ),
    (
        "Anna Weber is president of Brightarm Robotics at Fujimori Group.",
        "Fujimori Group",
        "president of Brightarm Robotics",
    ),
    ("Anna Weber is head of Brightarm at Fujimori Group.", "Fujimori Group", "head of Brightarm"),
    ("Fujimori Group's Brightarm head Anna Weber spoke first.", "Fujimori Group", "Brightarm head"),
]


@pytest.mark.parametrize(("text", "house", "title"), TITLES)
def test_a_title_has_its_house_and_its_unit(text: str, house: str, title: str) -> None:
    assert posts_of(text) == {("Anna Weber", house, title, None, None)}
