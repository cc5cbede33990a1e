"""Near misses: what is shown has to hold the kind of thing asked for, of those and of the year that are meant."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.answers.proof import said
from bot.answers.proof.kinds import asked_thing
from bot.answers.proof.proofs import After, Counted, Particular, Percents, Post, Said
from bot.grammar.patterns import Pattern
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one


@pytest.mark.parametrize(
    ("shape", "name"),
    [
        ("what does a <0> cost?", "price"),
        ("what did <0> pay for <1>?", "paid"),
        ("what was <0> sold for?", "paid"),
        ("what did <0> bid for <1>?", "bid"),
        ("what was <0> valued at <when>?", "valuation"),
        ("what were <0>'s sales <when>?", "revenue"),
        ("how much did <0> lose <when>?", "profit"),
        ("how many people work at <0>?", "employees"),
        # The cost of a plant is no price, a percentage of the sales is no sum, and who did it is no sum either.
        ("what did the plant of <0> cost?", ""),
        ("what share of sales does <0> make abroad?", ""),
        ("who bid for <0>?", ""),
        ("how many people did <0> lay off?", ""),
    ],
)
def test_what_kind_of_thing_is_asked_for(shape: str, name: str) -> None:
    thing = asked_thing(shape)
    assert (thing.name if thing is not None else "") == name


@pytest.mark.parametrize(
    ("shape", "sentence", "holds"),
    [
        ("what does a <0> cost?", "The Corvid goes for $4,900.", True),
        ("what does a <0> cost?", "Investors put $66 million into the developer of the Corvid.", False),
        ("what does a <0> cost?", "It asked for damages of $180,000.", False),
        ("what does a <0> cost?", "The shares closed at 14,820 won.", False),
        ("what target price does <0> give <1>?", "She raised the target price from 9,000 to 17,000 won.", True),
        ("what did <0> pay for <1>?", "Orrery bought Tamsin Labs for $12 million.", True),
        ("what did <0> pay for <1>?", "Orrery bought Tamsin Labs in May.", False),
        ("what did <0> pay for <1>?", "Its revenue reached about $30 million.", False),
        ("what was <0> valued at?", "The round values Orrery at $90 million.", True),
        ("what was <0> valued at?", "Orrery raised $9 million.", False),
        ("what was <0> valued at?", "It paid $9 million at an undisclosed valuation.", False),
        ("what revenue does <0> have?", "Orrery turned over $3 million.", True),
        ("what revenue does <0> have?", "Orrery raised $3 million.", False),
        ("how much did <0> lose <when>?", "It lost $31 million.", True),
        ("how much did <0> lose <when>?", "It put its loss of business at $60 million a year.", False),
        ("how many people work at <0>?", "The company, 64 strong, is from Tampere.", True),
        ("how many people work at <0>?", "Orrery lets staff cash in at $12 billion.", False),
        ("how many people work at <0>?", "Sales reached $3 million, one of the people said.", False),
    ],
)
def test_a_sentence_holds_the_thing(shape: str, sentence: str, holds: bool) -> None:
    thing = asked_thing(shape)
    assert thing is not None
    assert thing.in_text(sentence) is holds


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("Wenna Pask has run Orrery since 2019.", True),
        ("Orrery's last equity dates from 2022, when Halberd Fund led a $120 million Series C.", False),
    ],
)
def test_to_lead_a_round_is_not_to_lead_a_company(sentence: str, holds: bool) -> None:
    assert Post("lead").in_text(sentence) is holds


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("Orrery has sold 40 carts.", True),
        ("Orrery sold a cart for $40,000 within 12 weeks.", False),
    ],
)
def test_a_sum_and_a_time_are_no_number_of_things(sentence: str, holds: bool) -> None:
    assert Counted(("cart",), done=True).in_text(sentence) is holds


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("Orrery has sold 40 so far.", True),
        ("Harbour police put its name to 300 new ones.", True),
        ("It counts on 8 million by 2040.", True),
        # An age, people, a day, a sum and "none" are no number of robots.
        ("She was 26 when she sold her first company.", False),
        ("We are 92 people here, and they want it to be 150.", False),
        ("It stopped shipping its $20,000 robot on August 24th.", False),
        ("None had come to meet another.", False),
    ],
)
def test_a_number_is_one_of_robots(sentence: str, holds: bool) -> None:
    assert Counted(("robot",), done=False).in_text(sentence) is holds


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("Ruark has gone to Vexel Works.", True),
        ("Ruark is now a consultant.", True),
        ("Ruark retired.", True),
        ("Ruark, who worked on drives, has also gone.", False),
    ],
)
def test_who_is_gone_went_somewhere(sentence: str, holds: bool) -> None:
    assert After(frozenset()).in_text(sentence) is holds


@pytest.mark.parametrize(
    ("noun", "sentence", "holds"),
    [
        ("bank", "It has hired Melk & Sons for the sale.", True),
        ("bank", "The founder handed over his post in January.", False),
        ("court", "The judge ruled in its favour.", True),
        ("court", "Sales rose in March.", False),
        ("batter", "The battery lasts four hours.", True),
        ("batter", "It weighs four kilos.", False),
    ],
)
def test_the_very_thing_is_told_that_is_asked_for(noun: str, sentence: str, holds: bool) -> None:
    assert Particular(noun).in_text(sentence) is holds


@pytest.mark.parametrize(
    ("words", "sentence", "holds"),
    [
        (said.STUDIED, "She holds two degrees from Turku.", True),
        (said.STUDIED, "Work at minus 20 degrees is hard on people.", False),
        (said.TIME, "It starts in the spring.", True),
        (said.TIME, "It costs 88,000 yen.", False),
        (said.DURATION, "He stayed for two and a half years.", True),
        (said.DURATION, "He was thrown out in March.", False),
    ],
)
def test_words_tell_what_they_seem_to(words: Pattern, sentence: str, holds: bool) -> None:
    assert Said(words).in_text(sentence) is holds


def test_a_share_that_a_question_names_is_the_one_that_is_told() -> None:
    assert Percents(("51",)).in_text("It bought 51% of it.")
    assert not Percents(("49",)).in_text("It bought 51% of it for 4.9 million.")


NAMES: list[tuple[str, EntityKind]] = [
    ("Orrery Motion", "org"),
    ("Tamsin Labs", "org"),
    ("Halberd Fund", "org"),
    ("Vexel Works", "org"),
    ("Corvid", "product"),
    ("Wenna Pask", "person"),
    ("Ilmo Ruark", "person"),
]
TEXT = """Two hands, one shed

Orrery Motion of Tampere showed Corvid on Friday. Halberd Fund put $4 million into the maker of the hand last spring.

Orrery Motion was set up by Wenna Pask in 2019. Sales came to $3 million in 2024. The team is proud of its payroll.

Tamsin Labs raised $9 million from Halberd Fund in 2023, and it employs 64 people. Ilmo Ruark, a doctor of Turku
University, is finance chief of Tamsin Labs. There was gossip that Vexel Works wants to buy Tamsin Labs.

Halberd Fund led the Series A of Vexel Works, which sold 40 carts; Tamsin Labs sold its shed.
"""


FURTHER = """On the quay

Orrery Motion of Tampere shows robot hands. Corvid 4 is in use in 43 clinics. Its brother Corvid S comes out in May.

"It is minus 20 degrees on the quay," said Wenna Pask, the founder of Orrery Motion. Her father, a smith, holds a
diploma of Oulu College.

Ilmo Ruark, previously a director of Tamsin Labs, has joined Orrery Motion.

Vexel Works had been ready to pay $7 million for Tamsin Labs. Vexel Works then hired 30 of its engineers. Halberd Fund
bought a site for $5 million. Tamsin Labs will sell Halberd Fund its carts.
"""


@pytest.fixture(scope="module")
def further(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("further"), FURTHER, NAMES, [])) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    "asked",
    [
        "where did Wenna Pask study?",
        "where did Ilmo Ruark work before Tamsin Labs?",
        "how many clinics use Corvid S?",
        "what did Vexel Works pay for Tamsin Labs?",
        "how many engineers did Halberd Fund hire?",
        "which bank advised Tamsin Labs?",
        "what is the battery life of Corvid 4?",
    ],
)
def test_what_is_told_of_another_is_declined(further: Answerer, asked: str) -> None:
    assert not further.reply([asked]).answered


@pytest.mark.parametrize(
    ("asked", "said_of_it"),
    [
        ("how many clinics use Corvid 4?", "43"),
        ("where did Ilmo Ruark work before Orrery Motion?", "Tamsin"),
        ("how many engineers did Vexel Works hire?", "30"),
    ],
)
def test_what_is_told_of_them_is_answered(further: Answerer, asked: str, said_of_it: str) -> None:
    answer = further.reply([asked])
    assert answer.answered
    assert said_of_it in plain(answer)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("proof"), TEXT, NAMES, [])) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    "asked",
    [
        # The right name, and a thing that no article tells of it.
        "what does a Corvid cost?",
        "how many people work at Orrery Motion?",
        "what is Orrery Motion worth?",
        "who is the finance chief of Orrery Motion?",
        "who runs Vexel Works?",
        # Told of another in the same sentence or beside it.
        "how much did Orrery Motion raise from Halberd Fund?",
        "how many carts did Tamsin Labs sell?",
        "where did Wenna Pask study?",
        # What is only talked of did not happen.
        "when did Vexel Works buy Tamsin Labs?",
        "what did Vexel Works pay for Tamsin Labs?",
        # Another year.
        "what were Orrery Motion's sales in 2022?",
    ],
)
def test_a_near_miss_is_declined(answerer: Answerer, asked: str) -> None:
    assert not answerer.reply([asked]).answered


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("how many people work at Tamsin Labs?", "64"),
        ("what were Orrery Motion's sales in 2024?", "$3 million"),
        ("how much did Tamsin Labs raise from Halberd Fund?", "$9 million"),
        ("how many carts did Vexel Works sell?", "40"),
        ("where did Ilmo Ruark study?", "Turku"),
    ],
)
def test_the_same_wording_is_answered_where_it_is_told(answerer: Answerer, asked: str, said: str) -> None:
    answer = answerer.reply([asked])
    assert answer.answered
    assert said in plain(answer)
