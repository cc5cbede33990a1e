"""What is asked of a deal beyond who, how much and when: sentences tell it, and without one nothing is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.answers.sentences.deals.details import details, lacks_detail
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one, told


@pytest.mark.parametrize(
    ("shape", "asked"),
    [
        ("who advised <0> on its <round>", "adviser"),
        ("which banks has <0> hired for its listing", "adviser"),
        ("who lent <0> money", "lender"),
        ("how much of <0>'s round is secondary", "secondary"),
        ("at what discount does the note of <0> convert", "terms"),
        ("how was <0> paid for, in cash or shares", "payment"),
        ("at what price per share is <0> listing", "per-share"),
        ("what premium does <0> pay for <1>", "premium"),
        ("who else wanted to buy <0>", "bidders"),
        ("who gets a seat on the board of <0>", "board"),
        ("who wrote <0>'s first cheque", "first-money"),
        ("which new investors joined <0>", "newcomers"),
        ("which existing investors of <0> came back", "returning"),
        ("which cornerstone investors bought into <0>'s float", "cornerstone"),
        ("how did <0>'s shares do on their first day", "debut"),
        ("what approval does the sale of <0> still need", "conditions"),
        ("when is the sale of <0> expected to close", "closing"),
        ("has the <0> deal been signed", "signed"),
        ("which merger did <0> walk away from", "called-off"),
        ("what happens to the staff of <0>", "stays"),
        ("what size of cheques does <0> write", "cheque"),
        ("what will <0> do with the money", "use-of-money"),
        ("what is the money for", "use-of-money"),
    ],
)
def test_a_question_asks_for_something_in_particular(shape: str, asked: str) -> None:
    assert asked in {detail.name for detail in details(shape)}


@pytest.mark.parametrize(
    "shape",
    [
        "who invested in <0>",
        "how much did <0> raise",
        "what has <0> put money in",
        "who bought <0> and for how much",
        "what share of <0> did <1> acquire",
        "who is the chief executive of <0>",
    ],
)
def test_a_plain_question_asks_for_nothing_more(shape: str) -> None:
    assert details(shape) == ()


def test_what_is_told_of_a_deal_has_to_give_what_is_asked_in_particular() -> None:
    assert lacks_detail("who advised <0> on its sale", ["Pell bought Orrery for $9 million."])
    assert not lacks_detail("who advised <0> on its sale", ["Pell bought Orrery.", "Grint & Co advised Orrery."])
    assert not lacks_detail("who bought <0>", ["Pell bought Orrery for $9 million."])


NAMES: list[tuple[str, EntityKind]] = [
    ("Orrery Motion", "org"),
    ("Halberd Fund", "org"),
    ("Pellwood Partners", "org"),
    ("Grint Securities", "org"),
    ("Tamsin Labs", "org"),
]
TEXT = """Orrery Motion raises $40 million

Orrery Motion of Tampere raised $40 million in a round that Halberd Fund led. Halberd Fund put in $25 million. \
Pellwood Partners took part, too.

Grint Securities acted as adviser. Pellwood Partners, in since the seed, went along again.

The money will go into a second plant in Oulu. Wenna Pask of Halberd Fund takes a seat on the board.

A merger with Tamsin Labs was called off in May after the two could not agree on a price.

In March 2025 robotics companies raised $1.9 billion in 46 rounds. The biggest round of the month was the $300 million \
of Dray Motion.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    store = of_one(tmp_path_factory.mktemp("details"), TEXT, NAMES, [])
    with Facts.open(store) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("who advised Orrery Motion on its round?", "Grint Securities"),
        ("what will Orrery Motion do with the money?", "Oulu"),
        ("what is Orrery Motion going to spend its new money on?", "Oulu"),
        ("who takes a seat on Orrery Motion's board?", "Wenna Pask"),
        ("which existing investor of Orrery Motion went along again?", "Pellwood Partners"),
        ("which merger of Orrery Motion was called off?", "Tamsin Labs"),
        ("how much did Halberd Fund put into Orrery Motion?", "$25 million"),
        # Of the field as a whole.
        ("how much did robotics companies raise in March 2025?", "$1.9 billion"),
        ("what was the biggest round in March 2025?", "Dray Motion"),
    ],
)
def test_a_sentence_gives_it(answerer: Answerer, asked: str, said: str) -> None:
    told(answerer, asked, said)


@pytest.mark.parametrize(
    "asked",
    [
        "who lent Orrery Motion money?",
        "at what price per share did Orrery Motion list?",
        "what premium did Halberd Fund pay for Orrery Motion?",
        "when does the lock-up of Orrery Motion's shareholders end?",
        # The sum of the whole round is not what one of several gave.
        "how much did Pellwood Partners put into Orrery Motion?",
    ],
)
def test_where_no_sentence_gives_it_nothing_is_told(answerer: Answerer, asked: str) -> None:
    answer = answerer.reply([asked])
    assert not answer.answered, plain(answer)
