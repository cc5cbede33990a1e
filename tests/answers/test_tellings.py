"""Sentences that tell a kind of fact, where no fact was read: of whom they tell it, and which tell nothing of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.answers.query import Part, Query
from bot.answers.sentences.kinds_told import NAME, aspects, is_taken, tells
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one, told

WHO = frozenset(("it",))


def _about(kind: str, *slots: str, **more: object) -> Query:
    return Query((kind,), (Part(slots, WHO),), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "sentence", "does"),
    [
        (_about("funding", "company"), f"{NAME} pulled in a further $4 million from Halberd Fund.", True),
        (_about("funding", "company"), f"{NAME} opened a plant in Tampere.", False),
        # Who is bought and who buys.
        (_about("acquisition", "target"), f"Tamsin Labs bought {NAME} in May.", True),
        (_about("acquisition", "target"), f"{NAME} was snapped up by Tamsin Labs.", True),
        (_about("acquisition", "target"), f"{NAME} bought Tamsin Labs in May.", False),
        (_about("acquisition", "buyer"), f"{NAME} bought Tamsin Labs in May.", True),
        # Who is founded: not the house of the founder.
        (_about("founding", "organization"), f"{NAME} was set up by two sisters.", True),
        (_about("founding", "organization"), f"Tamsin Labs was founded by Wenna Pask, {NAME}'s boss.", False),
        (_about("founding", "organization"), f"The pumps of {NAME} start at $900.", False),
        # A price is a sum, and no sum of a deal.
        (_about("price", "product"), f"{NAME} goes for $4,900.", True),
        (_about("price", "product"), f"{NAME} goes for a song.", False),
        (_about("price", "product"), f"The round values the maker of {NAME} at $90 million.", False),
        # To teach at a university is not to study there.
        (_about("education", "person"), f"{NAME} took a doctorate at the school of Delft.", True),
        (_about("education", "person"), f"{NAME}, professor at the University of Delft, spoke first.", False),
        # A post is the one that is asked for.
        (_about("role", "organization", post="cfo"), f"Wenna Pask is chief financial officer of {NAME}.", True),
        (_about("role", "organization", post="cfo"), f"Wenna Pask is chief executive of {NAME}.", False),
        # A figure needs a number of the thing.
        (_about("metric", "subject", measures=("employees",)), f"{NAME} employs 64 people.", True),
        (_about("metric", "subject", measures=("employees",)), f"{NAME} is good to its people.", False),
        (_about("metric", "subject", measures=("revenue",)), f"Sales of {NAME} came to 12 million euros.", True),
        (_about("metric", "subject", measures=("revenue",)), f"Sales of {NAME} grew.", False),
        (_about("founding", "organization", needs=("place",)), f"{NAME}, based in Tampere, makes pumps.", True),
        (_about("founding", "organization", needs=("place",)), f"{NAME} makes pumps since June.", False),
    ],
)
def test_a_sentence_tells_what_is_asked_of_a_name(query: Query, sentence: str, does: bool) -> None:
    assert any(tells(sentence, aspect, query) for aspect in aspects(query)) is does


def test_a_figure_is_told_by_its_measure_and_a_kind_nobody_describes_by_nothing() -> None:
    assert aspects(_about("metric", "subject", measures=("orders",))) == ("orders",)
    assert aspects(_about("recall", "product")) == ()


def test_who_is_taken_over_is_not_who_takes_over() -> None:
    assert is_taken(f"Halberd Fund agreed to buy {NAME}.")
    assert not is_taken(f"{NAME} agreed to buy the rest.")


NAMES: list[tuple[str, EntityKind]] = [
    ("Orrery Motion", "org"),
    ("Tamsin Labs", "org"),
    ("Halberd Fund", "org"),
    ("Corvid", "product"),
    ("Wenna Pask", "person"),
]
TEXT = """Orrery Motion shows a robot

Orrery Motion of Tampere showed Corvid on Friday. The robot goes for $4,900. Forty units are at work in 12 bakeries.

Orrery Motion was set up by Wenna Pask in 2019. She took her doctorate at Delft. The company employs 64 people.

Orrery Motion needs money for a plant. Halberd Fund put $4 million into the Tampere company last spring.

Tamsin Labs was founded by friends of Wenna Pask. Its boss, Ilmo Ruark, was Wenna Ruark's brother; he studied at Turku.
The Quillon, a hand from Oulu, costs $700 and was shown by a student. Quillon was bought by Tamsin Labs in May.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    store = of_one(tmp_path_factory.mktemp("tellings"), TEXT, NAMES, [])
    with Facts.open(store) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        # "The robot", "She" and "The company" go on about whom the sentence before was about.
        ("what does Corvid cost?", "$4,900"),
        ("where did Wenna Pask study?", "Delft"),
        ("how many people work at Orrery Motion?", "64"),
        ("who founded Orrery Motion?", "Wenna Pask"),
        # "the Tampere company", within a sentence.
        ("who gave Orrery Motion money?", "Halberd Fund"),
        ("who put money into Orrery Motion", "Halberd Fund"),
        # A name that no fact knows and the article writes.
        ("how much is the Quillon?", "$700"),
        ("who bought Quillon?", "Tamsin Labs"),
    ],
)
def test_a_sentence_tells_it(answerer: Answerer, asked: str, said: str) -> None:
    told(answerer, asked, said)


@pytest.mark.parametrize(
    "asked",
    [
        "who bought Orrery Motion?",
        "how many people work at Tamsin Labs?",
        "what does Orrery Motion want from its IPO?",
        "who is the chief financial officer of Orrery Motion?",
        "what is the revenue of Orrery Motion?",
    ],
)
def test_no_sentence_tells_it(answerer: Answerer, asked: str) -> None:
    answer = answerer.reply([asked])
    assert not answer.answered, plain(answer)
