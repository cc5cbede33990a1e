"""How people ask in a chat: "brief me on …", "what do you know about …", "is it German", "which robots can I buy"."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answers import Answerer, plain
from bot.answers.asked.everyday import in_plain_words
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import Fact, of_one, usd

HOUSE, PERSON = frozenset({"org-orrin"}), frozenset({"person-petra"})

NAMES: list[tuple[str, EntityKind]] = [
    ("Orrin Grippers", "org"),
    ("Halvard Motion", "org"),
    ("Petra Lund", "person"),
    ("Ivo Sand", "person"),
    ("Walker Nine", "product"),
]
TEXT = """Two workshops

Norway's Orrin Grippers signed a licence with Halvard Motion in May, chief executive Petra Lund said on Monday.
The Walker Nine, a humanoid, sells for $31,000.
Ivo Sand stepped down as chairman of Halvard Motion in March 2025.
Orrin Grippers expects the year to be a quiet one.
"""
FACTS: list[Fact] = [
    (
        "partnership",
        {"parties": ["Orrin Grippers", "Halvard Motion"], "topic": "licence", "date": "2025-05"},
        "Norway's Orrin Grippers signed a licence with Halvard Motion in May",
    ),
    (
        "role",
        {"person": "Petra Lund", "organization": "Orrin Grippers", "title": "chief executive"},
        "chief executive Petra Lund said on Monday",
    ),
    (
        "price",
        {"product": "Walker Nine", "amount": usd(31_000)},
        "The Walker Nine, a humanoid, sells for $31,000.",
    ),
    (
        "role",
        {"person": "Ivo Sand", "organization": "Halvard Motion", "title": "chairman", "end": "2025-03"},
        "Ivo Sand stepped down as chairman of Halvard Motion in March 2025.",
    ),
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("everyday"), TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    "asked",
    [
        "brief me on <0>",
        "give me a quick rundown of <0>, please",
        "everything you know about the <0>",
        "have you heard of <0>?",
        "do you know <0>",
        "what do you have on <0>?",
        "<0> in a nutshell",
        "<0> company profile",
        "Could you summarize <0>",
        "what is the story with <0>",
    ],
)
def test_who_asks_for_all_that_is_known_is_told_about_it(asked: str) -> None:
    assert in_plain_words(asked, [PERSON]) == "tell me about <0>"


@pytest.mark.parametrize(
    ("asked", "plainly"),
    [
        ("how old is <0>?", "when was <0> founded"),
        ("how big is <0>", "how many people work at <0>"),
        ("is <0> a Norwegian company?", "where is <0> based"),
        ("in which country is <0>?", "where is <0> based"),
        ("what did <0> get for its gripper business", "how much was <0> sold for"),
        ("the management of <0>", "who works at <0>"),
        ("<0> team", "who works at <0>"),
        ("how many investors does <0> have?", "who are the investors of <0>"),
    ],
)
def test_what_is_asked_of_houses_alone_is_so_of_no_person(asked: str, plainly: str) -> None:
    assert in_plain_words(asked, [HOUSE]) == plainly
    assert in_plain_words(asked, [PERSON]) == asked


@pytest.mark.parametrize(
    ("asked", "plainly"),
    [
        ("does <0> make any money?", "is <0> profitable"),
        ("which humanoids can I buy today?", "prices of humanoids"),
        ("which robots are for sale", "prices of robots"),
        ("who leads the humanoid market", "who sold the most humanoids"),
        ("market leader in robots", "who sold the most robots"),
        ("list all investors", "most active investors"),
        ("upcoming launches?", "what is planned"),
        ("any quotes from <0>?", "what did <0> say"),
        ("who ships the most", "who sold the most robots"),
    ],
)
def test_other_turns_of_phrase_have_plainer_words(asked: str, plainly: str) -> None:
    assert in_plain_words(asked, [HOUSE]) == plainly


@pytest.mark.parametrize(
    "asked",
    [
        "do you know who leads <0>",
        "brief me on <0> and its rivals",
        "what is the deal between <0> and <1>",
        "everything about the rounds of <0>",
        "which robots can <0> make",
        "which investors are in <0>",
        "is <0> bigger than <1>",
        "how big is the round of <0>",
        "what is <0>",
    ],
)
def test_what_says_more_than_such_a_phrase_stays_as_it_is(asked: str) -> None:
    assert in_plain_words(asked, [HOUSE, HOUSE]) == asked


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("what do you know about Petra Lund?", "chief executive at Orrin Grippers"),
        ("where is Orrin Grippers based?", "Norway's Orrin Grippers"),
        ("is Orrin Grippers Norwegian?", "Norway's Orrin Grippers"),
        ("how much do humanoids cost?", "Walker Nine costs $31,000"),
        ("list prices", "Walker Nine costs $31,000"),
        ("who left recently", "Ivo Sand: chairman at Halvard Motion, until March 2025"),
    ],
)
def test_what_the_articles_tell_is_told(answerer: Answerer, asked: str, told: str) -> None:
    answer = answerer.reply([asked])
    assert answer.answered
    assert answer.citations
    assert told in plain(answer)


@pytest.mark.parametrize(
    "asked",
    [
        "where is Halvard Motion based?",
        "who are the rivals of Orrin Grippers?",
        "did Orrin Grippers buy Halvard Motion?",
    ],
)
def test_what_they_do_not_tell_is_declined(answerer: Answerer, asked: str) -> None:
    answer = answerer.reply([asked])
    assert not answer.answered, plain(answer)


def test_of_two_whom_nothing_ties_as_asked_what_does_is_named(answerer: Answerer) -> None:
    assert "Known instead: " in plain(answerer.reply(["did Orrin Grippers buy Halvard Motion?"]))


def test_of_what_somebody_else_bought_the_buyer_is_named(tmp_path: Path) -> None:
    text = "A sale\n\nTaval Arms bought Sordal in 2021.\nMerrow makes gears.\n"
    names: list[tuple[str, EntityKind]] = [("Taval Arms", "org"), ("Sordal", "org"), ("Merrow", "org")]
    bought = {"buyer": "Taval Arms", "target": "Sordal", "date": "2021"}
    with Facts.open(
        of_one(tmp_path, text, names, [("acquisition", bought, "Taval Arms bought Sordal in 2021.")])
    ) as facts:
        answer = Answerer(facts).reply(["does Merrow own Sordal?"])
    assert not answer.answered
    assert "Known instead: Taval Arms acquired Sordal" in plain(answer)


@pytest.mark.parametrize("asked", ["what can you do?", "what do you know how to do"])
def test_what_the_bot_can_do_is_still_told(answerer: Answerer, asked: str) -> None:
    assert answerer.reply([asked]).title == "What you can ask"
