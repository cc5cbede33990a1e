"""The verdict before an answer to a question of yes or no, where a sentence or a fact says it surely; else none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one, usd

NAMES: list[tuple[str, EntityKind]] = [
    ("Corran Arms", "org"), ("Selby Motion", "org"), ("Vestrel", "org"), ("Oda Lindqvist", "person"),
    ("Marek Tull", "person"), ("Heron 2", "product"), ("Brightwater Capital", "org"),
]  # fmt: skip
LEAVES = "Oda Lindqvist is stepping down as chief executive of Corran Arms and will join Vestrel in May."
BOUGHT = "Vestrel has bought Selby Motion for $40 million."
TALKS = "Brightwater Capital is in talks to buy Vestrel for $200 million, two people said."
TEXT = f"""A quiet spring for the makers of arms

{LEAVES}

Marek Tull left Selby Motion in March, and he remains chairman of Corran Arms.

The Heron 2 of Corran Arms was shown in June and will be launched in the first quarter of next year.

{BOUGHT}

{TALKS}

Corran Arms denied on Friday that it is being sold to Brightwater Capital.

Corran Arms isn't profitable, its founder admits.

Is Corran Arms moving to Delft?

No. We like the harbour too much, says Lindqvist.
"""
FACTS: list[tuple[str, dict[str, object], str]] = [
    ("role", {"person": "Oda Lindqvist", "title": "chief executive", "organization": "Corran Arms"}, LEAVES),
    ("acquisition", {"buyer": "Vestrel", "target": "Selby Motion", "amount": usd(4e7), "status": "completed"}, BOUGHT),
    (
        "acquisition",
        {"buyer": "Brightwater Capital", "target": "Vestrel", "status": "rumored"},
        TALKS,
    ),
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("whether"), TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("is Oda Lindqvist still ceo of Corran Arms?", "No: "),
        ("is Marek Tull still at Selby Motion?", "No: "),
        ("has the Heron 2 been launched yet?", "Not yet, as told here: "),
        ("did Vestrel buy Selby Motion?", "Yes: "),
        ("is Brightwater Capital buying Vestrel?", "Not confirmed, only talked of: "),
        ("Brightwater Capital and Vestrel - done deal or still talks?", "Not confirmed, only talked of: "),
        ("is Corran Arms being sold to Brightwater Capital?", "Denied: "),
        ("is Corran Arms profitable?", "No: "),
        ("is Corran Arms moving to Delft?", "No: “No. "),
    ],
)
def test_what_is_told_surely_is_said_first(answerer: Answerer, asked: str, begins: str) -> None:
    answer = answerer.reply([asked])
    assert answer.lines, plain(answer)
    assert answer.lines[0].text.startswith(begins), plain(answer)
    assert answer.lines[0].citations


@pytest.mark.parametrize(
    "asked",
    [
        "is Oda Lindqvist still at Vestrel?",  # she goes there
        "is Marek Tull still chairman of Corran Arms?",
        "is Marek Tull still at Vestrel?",  # he left another house
        "is Selby Motion being sold?",  # it was
        "did Vestrel buy all of Selby Motion?",
        "did Selby Motion buy Vestrel?",
        "who bought Selby Motion?",
        "when did Vestrel buy Selby Motion?",
    ],
)
def test_where_it_is_not_there_is_no_verdict(answerer: Answerer, asked: str) -> None:
    answer = answerer.reply([asked])
    first = answer.lines[0].text if answer.lines else ""
    assert not first.startswith(("Yes", "No", "Leaving", "Denied")), plain(answer)
