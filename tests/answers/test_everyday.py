"""What newcomers type first, of a few words and one name: a sentence on that name, or on the thing, is no answer yet.

Each decline has a sentence in the article that says the words of the question of somebody else, or the name beside
something else.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.answers.proof.everyday.asked import EVERYDAY, everyday
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import Fact, of_one

NAMES: list[tuple[str, EntityKind]] = [
    ("Quillon", "org"), ("Brewster", "org"), ("Tarn Labs", "org"), ("Harbor Lane", "org"), ("Otter", "product"),
    ("Wren", "product"), ("Ines Roth", "person"), ("Paul Adair", "person"), ("Graz Clinic", "org"),
]  # fmt: skip
USED = "Quillon's Otter carries parcels at the Graz Clinic."
TEXT = "\n\n".join(
    (
        "Two robot houses and what became of them",
        "By hiring people from Quillon and Tarn Labs, the Austin-based manufacturer Brewster wants to catch up.",
        "Brewster, whose Hangzhou-based peers include Tarn Labs, was founded in 2017.",
        "Ines Roth, the former head of software at Quillon, founded Brewster with two friends.",
        USED,
        "It stands 1.62 metres tall and weighs 48 kilograms.",
        "Brewster laid off 40 people in March after a bad winter, while Quillon moved into new rooms.",
        "Quillon, a start-up in Lyon, completed a Series B of $30 million led by Harbor Lane in May 2024.",
        "Brewster is popular with investors, who compare it with Quillon and with firms that are listed in New York.",
        "The Wren was shown beside the Otter at a fair in Turin, and Brewster launched it in October 2024.",
        '"We ship what we promise," Paul Adair of Quillon said.',
        "Ines Roth was seen at the fair, too, where humanoids danced.",
        "Brewster wants to open a factory in Leeds in 2027.",
    )
)
FACTS: list[Fact] = [("deployment", {"product": "Otter", "maker": "Quillon", "customer": "Graz Clinic"}, USED)]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("everyday"), TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    "asked",
    [
        "when was Quillon founded?",
        "who founded Quillon?",
        "where is Harbor Lane based?",
        "did Quillon lay people off?",
        "which factory does Quillon use?",
        "which chips does Quillon use?",
        "did Brewster raise a series B?",
        "who led Brewster's latest round?",
        "how much has Brewster raised in total?",
        "when will Brewster go public?",
        "when was the Otter launched?",
        "how tall is the Wren?",
        "what does Ines Roth say about humanoids?",
        "where did Paul Adair study?",
        "what does Quillon plan for 2027?",
        "why did Quillon delay its launch?",
        "is Brewster profitable?",
        "who are Graz Clinic's customers?",
        "what is the Wren made of?",
        "why did Quillon fail?",
    ],
)
def test_what_is_told_of_somebody_else_is_no_answer(answerer: Answerer, asked: str) -> None:
    answer = answerer.reply([asked])
    assert not answer.answered, plain(answer)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("when was Brewster founded?", "2017"),
        ("who founded Brewster?", "Ines Roth"),
        ("did Brewster lay people off?", "40 people"),
        ("which factory does Brewster have?", "Leeds"),
        ("did Quillon close a series B?", "Harbor Lane"),
        ("how tall is the Otter?", "1.62 metres"),
        ("how heavy is the Otter?", "48 kilograms"),
        ("where is the Otter used?", "Graz Clinic"),
        ("when was the Wren launched?", "October 2024"),
        ("what did Paul Adair say?", "We ship what we promise"),
        ("who are Quillon's customers?", "Graz Clinic"),
        ("what does Brewster plan for 2027?", "Leeds"),
    ],
)
def test_what_is_told_of_those_asked_about_is_shown(answerer: Answerer, asked: str, said: str) -> None:
    answer = answerer.reply([asked])
    assert answer.answered
    assert said in plain(answer)


def test_every_row_is_asked_by_a_question_of_its_own() -> None:
    names = [row.name for row in EVERYDAY]
    assert len(names) == len(set(names))
    for shape, name in (
        ("where is <0> based", "based"),
        ("and who are <0>'s customers now", "customers"),
        ("<0> headquarters", "based"),
        ("how much does <0> weigh", "weight"),
        ("which sensors does <0> use", "uses"),
        ("is <0> still ceo", "still"),
    ):
        row = everyday(shape)
        assert row is not None
        assert row.name == name
    for shape in ("where is <0> based and who runs it", "who founded <0> with <1>", "which robots does <0> use"):
        assert everyday(shape) is None, shape
