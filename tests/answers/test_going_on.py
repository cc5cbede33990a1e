"""Follow-ups that no fact answers: what the article of the answer before says on, and whom a follow-up points at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.answers import Answerer, plain
from bot.answers.asked.chatter import without_chatter
from bot.answers.asked.genders import Genders
from bot.answers.asked.parting import parted
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one

TEXT = """Sorrelby buys Pennock for its ploughs
Sorrelby agreed on Monday to buy Pennock from Marlow Trust for 70 million euros.

Sorrelby employs 410 people. The deal is to close in July, once the cartel authority has approved it.

Pennock was founded by Edda Rusk and Jon Thale in 2016. Rusk spent six years at Dunmore before that.

Ms. Rusk, 44 years old, will stay. Thale leaves, because he "has ploughed enough".

Pennock's Furrow costs 9,000 euros, against 12,000 before. So far 85 of them are at work.

Pennock has 38 engineers, up from four at the start. A third of its orders come from Norway.

Pennock raised 20 million euros in a Series B led by Quarry Fund in 2021; the Series A was led by Hollin Bank.

The B brought its total to 31 million euros.
"""
NAMES: list[tuple[str, EntityKind]] = [
    ("Sorrelby", "org"),
    ("Pennock", "org"),
    ("Marlow Trust", "org"),
    ("Dunmore", "org"),
    ("Quarry Fund", "org"),
    ("Hollin Bank", "org"),
    ("Edda Rusk", "person"),
    ("Jon Thale", "person"),
    ("Furrow", "product"),
]
FACTS: list[tuple[str, dict[str, Any], str]] = [
    (
        "acquisition",
        {
            "buyer": "Sorrelby",
            "target": "Pennock",
            "seller": "Marlow Trust",
            "amount": {"value": 70e6, "currency": "EUR"},
            "status": "announced",
        },
        "Sorrelby agreed on Monday to buy Pennock from Marlow Trust for 70 million euros.",
    ),
    (
        "metric",
        {"subject": "Sorrelby", "measure": "employees", "value": 410, "unit": "people"},
        "Sorrelby employs 410 people.",
    ),
    (
        "founding",
        {"organization": "Pennock", "founders": ["Edda Rusk", "Jon Thale"], "date": "2016"},
        "Pennock was founded by Edda Rusk and Jon Thale in 2016.",
    ),
    (
        "price",
        {"product": "Furrow", "amount": {"value": 9000, "currency": "EUR"}},
        "Pennock's Furrow costs 9,000 euros, against 12,000 before.",
    ),
    (
        "metric",
        {"subject": "Pennock", "measure": "employees", "value": 38, "unit": "engineers"},
        "Pennock has 38 engineers, up from four at the start.",
    ),
    (
        "funding",
        {
            "company": "Pennock",
            "amount": {"value": 20e6, "currency": "EUR"},
            "round": "Series B",
            "investors": [{"name": "Quarry Fund", "lead": True}],
            "date": "2021",
        },
        "Pennock raised 20 million euros in a Series B led by Quarry Fund in 2021; "
        "the Series A was led by Hollin Bank.",
    ),
    (
        "funding",
        {"company": "Pennock", "round": "Series A", "investors": [{"name": "Hollin Bank", "lead": True}]},
        "Pennock raised 20 million euros in a Series B led by Quarry Fund in 2021; "
        "the Series A was led by Hollin Bank.",
    ),
]
TOLD: list[tuple[tuple[str, ...], tuple[str, ...]]] = [
    # What the article says on of the deal that was told.
    (("who is buying Pennock?", "when is the deal supposed to close?"), ("July",)),
    (("who is buying Pennock?", "which authority has to approve it?"), ("cartel authority",)),
    (("what is Sorrelby paying for Pennock, and when should that deal close?",), ("70 million", "July")),
    (("who is buying Pennock?", "at what price?"), ("€70 million",)),
    (("who is buying Pennock?", "what will it pay?"), ("€70 million",)),
    # One who had a part in it.
    (("who is selling Pennock?", "how many people does the buyer employ?"), ("410",)),
    (("who is buying Pennock?", "how many people does the buyer employ?"), ("410",)),
    # People by how they are called, and by one part of their names.
    (("who founded Pennock?", "how old is she?"), ("44 years old",)),
    (("who founded Pennock?", "where did she work before?"), ("Dunmore",)),
    # The same of another time.
    (("what does the Furrow cost?", "and before?"), ("12,000",)),
    (("how many engineers does Pennock have?", "and at the start?"), ("from four",)),
    # Another round, the whole sum, who was in it.
    (("who led Pennock's Series B?", "and the A?"), ("Hollin Bank",)),
    (("how much did Pennock raise in its Series B?", "and the total?"), ("31 million",)),
    (("how much did Pennock raise in its Series B?", "was Quarry Fund in it?"), ("Quarry Fund",)),
]
NOT_TOLD: list[tuple[str, ...]] = [
    ("who is buying Pennock?", "what is the buyer worth?"),
    ("who founded Pennock?", "what does she earn?"),
    ("who founded Pennock?", "did they quarrel?"),
    ("what does the Furrow cost?", "how heavy is it?"),
    ("who led Pennock's Series B?", "and the C?"),
    ("who led Pennock's Series B?", "what is that fund worth?"),
    ("how many engineers does Pennock have?", "why?"),
]


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facts]:
    with Facts.open(of_one(tmp_path_factory.mktemp("field"), TEXT, NAMES, FACTS)) as opened:
        yield opened


@pytest.fixture(scope="module")
def reader(facts: Facts) -> Answerer:
    return Answerer(facts)


@pytest.mark.parametrize(("turns", "said"), TOLD, ids=[" / ".join(turns) for turns, _ in TOLD])
def test_a_follow_up_is_answered_from_where_the_answer_stands(
    reader: Answerer, turns: tuple[str, ...], said: tuple[str, ...]
) -> None:
    answer = reader.reply(turns)
    text = plain(answer)
    assert answer.answered, text
    assert [word for word in said if word not in text] == []


@pytest.mark.parametrize("turns", NOT_TOLD, ids=[" / ".join(turns) for turns in NOT_TOLD])
def test_what_the_article_does_not_say_on_is_not_told(reader: Answerer, turns: tuple[str, ...]) -> None:
    answer = reader.reply(turns)
    assert not answer.answered, plain(answer)


def test_people_are_called_as_the_article_calls_them(facts: Facts) -> None:
    genders = Genders(facts)
    rusk, thale = (next(one.id for one in facts.lookup(name)) for name in ("Edda Rusk", "Jon Thale"))
    assert (genders.of(rusk), genders.of(thale)) == ("she", "he")
    both = [frozenset((thale,)), frozenset((rusk,))]
    assert genders.fitting(both, "her") == [frozenset((rusk,))]
    assert genders.fitting(both, "he") == [frozenset((thale,))]


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("Hi all! who leads Acme?", "who leads Acme?"),
        ("ok thanks. different topic: who leads Acme?", "who leads Acme?"),
        ("Good morning team, quick one for the weekly: what did Acme raise", "what did Acme raise"),
        ("quick sanity check pls - was Acme in it?", "was Acme in it?"),
        ("who leads Acme? thanks!", "who leads Acme?"),
        ("what does it cost, if you know?", "what does it cost?"),
        ("great - and the ceo?", "and the ceo?"),
        # Nothing of a question is taken for chatter.
        ("Last round of Acme?", "Last round of Acme?"),
        ("Other investors in Acme?", "Other investors in Acme?"),
        ("Right Hand Robotics funding", "Right Hand Robotics funding"),
        ("One Robotics: who is the ceo", "One Robotics: who is the ceo"),
        ("thanks", "thanks"),
    ],
)
def test_what_stands_around_a_question_is_left_out(message: str, asked: str) -> None:
    assert without_chatter(message) == asked


@pytest.mark.parametrize(
    ("marked", "asked"),
    [
        # A yes-or-no question beside another is one of its own.
        ("who founded <0> and does he stay on?", ["who founded <0>", "does he stay on"]),
        # Of a long opening only the names count.
        (
            "i am writing up the <0> round for the memo - could you tell me who led it, how much it was",
            ["who led it <0>", "how much it was <0>"],
        ),
        ("<0>. who runs it?", ["who runs it <0>"]),
        ("<0>: sales, head of research?", ["<0> sales", "<0> head of research"]),
    ],
)
def test_each_thing_asked_of_what_was_told_first(marked: str, asked: list[str]) -> None:
    assert [part.text for part in parted(marked)] == asked


@pytest.mark.parametrize("message", ["doessorrelby employ 410 people?", "how many people does sorrelby employ"])
def test_a_word_that_was_glued_to_a_name_is_taken_off(reader: Answerer, message: str) -> None:
    assert "410" in plain(reader.reply([message]))
