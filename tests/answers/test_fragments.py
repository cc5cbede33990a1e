"""A few words after an answer: what they ask of those who were spoken of, and nothing of anybody else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.answers.followups.fragments import fragment_of
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import Fact, of_one, usd

NAMES: list[tuple[str, EntityKind]] = [
    *((name, "org") for name in ("Molderby", "Quennell", "Tarrow Fund", "Ospey", "Brackwell", "Hexley Bank")),
    *((name, "person") for name in ("Lina Sprake", "Ruben Oake")),
    ("Hauler 3", "product"),
]
TEXT = """Molderby sells fewer Haulers and turns to ports
Molderby of Hamburg sold 310 of its Hauler 3 last year, down from 420 the year before.

The Hauler 3 costs $61,000. The integrator, Brackwell, put the first ones to work in Kiel.

Hexley Bank has sent four of them back. Training runs were paid for by the state of Holstein.

Molderby raised $30 million in a Series B led by Tarrow Fund in May 2025.

Tarrow Fund also takes a seat on the board. The code is under the Apache 2.0 licence.

The sale of its service arm still awaits the approval of the cartel office.

Lina Sprake left Molderby in March 2025. Sprake is going to Ospey as head of sales.

Ruben Oake has run Molderby since 2022.

Molderby and Brackwell work together on a hoist. The work is directed by Ida Fenn of the port of Kiel.

Pell Ruston ran ports at Molderby until he quit in April. Jo Askew, head of rail, inherited the ports.

Brackwell says the Hauler 3 lifts 900 kilos. Dockers complained about 600.

Brackwell took an order for 40 gates from the port of Riga. A person who knows of it put it at $3 million.

Ospey raised $90 million in a Series C led by Hexley Bank in June 2025. Its prize money went to charity.
"""
FACTS: list[Fact] = [
    (
        "metric",
        {"subject": "Molderby", "measure": "units sold", "value": 310, "unit": "units"},
        "Molderby of Hamburg sold 310 of its Hauler 3 last year, down from 420 the year before.",
    ),
    ("price", {"product": "Hauler 3", "amount": usd(61000)}, "The Hauler 3 costs $61,000."),
    (
        "funding",
        {
            "company": "Molderby",
            "amount": usd(30e6),
            "round": "Series B",
            "date": "2025-05",
            "status": "completed",
            "investors": [{"name": "Tarrow Fund", "lead": True}],
        },
        "Molderby raised $30 million in a Series B led by Tarrow Fund in May 2025.",
    ),
    (
        "funding",
        {
            "company": "Ospey",
            "amount": usd(90e6),
            "round": "Series C",
            "date": "2025-06",
            "investors": [{"name": "Hexley Bank", "lead": True}],
        },
        "Ospey raised $90 million in a Series C led by Hexley Bank in June 2025.",
    ),
    (
        "role",
        {"person": "Ruben Oake", "organization": "Molderby", "title": "chief executive", "start": "2022"},
        "Ruben Oake has run Molderby since 2022.",
    ),
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("fragments"), TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


TOLD: list[tuple[tuple[str, ...], str]] = [
    (("how many Hauler 3 were sold?", "down from?"), "420"),
    (("how many Hauler 3 were sold?", "was it more before?"), "420"),
    (("what does the Hauler 3 cost?", "who integrated it"), "Brackwell"),
    (("what does the Hauler 3 cost?", "any returned?"), "four of them back"),
    (("what does the Hauler 3 cost?", "who paid for training"), "Holstein"),
    (("how much did Molderby raise?", "did they take a board seat"), "seat on the board"),
    (("how much did Molderby raise?", "licence?"), "Apache"),
    (("how much did Molderby raise?", "valuation?", "ok who led it"), "Tarrow Fund"),
    (("what did Molderby sell?", "closed?"), "awaits the approval"),
    (("who left Molderby?", "where is she going"), "Ospey as head of sales"),
    # Of several that were told.
    (("which companies raised money in 2025?", "which is highest?"), "Ospey raised $90 million"),
    (("Molderby", "what about Ospey"), "Ospey raised $90 million"),
    (("how much did Molderby raise?", "did they confirm"), "Told as done"),
    (("who runs Molderby?", "how fresh is that?"), "Told in “Molderby sells fewer Haulers and turns to ports”"),
    (("how much did Molderby raise?", "who says that"), "The Invented Courier"),
]

BOUND: list[tuple[tuple[str, ...], str]] = [
    # Whoever leads what two do together, and what tells of a doubt.
    (("what do Molderby and Brackwell work on together?", "who leads it"), "Ida Fenn"),
    (("who runs ports at Molderby?", "and before him"), "Pell Ruston ran ports"),
    (("how much does the Hauler 3 lift?", "is that real"), "Dockers complained about 600"),
    (("how many Hauler 3 were sold?", "does anyone disagree"), "Told in “Molderby sells fewer"),
    # Two lists, and what a list leaves.
    (
        ("who invested in Molderby?", "and in Ospey", "any in common?"),
        "None of those told is in both: Molderby: Tarrow",
    ),
    (("who invested in Molderby?", "and in Ospey", "which of them are the same"), "Ospey: Hexley Bank"),
    (("which companies raised money in 2025?", "only norwegian ones"), "is told to be Norwegian: Ospey, Molderby"),
    # Of a name alone, and of the order that was told.
    (("Molderby", "who led their last one"), "led by Tarrow Fund"),
    (("who ordered gates from Brackwell?", "worth?"), "put it at $3 million"),
    (("which companies raised money in 2025?", "the biggest one?"), "Ospey raised $90 million"),
    (("how much does the Hauler 3 lift?", "is that confirmed?"), "Dockers complained about 600"),
    (("how much does the Hauler 3 lift?", "did anyone complain"), "Dockers complained about 600"),
    # What else, and a name of which no fact is known.
    (("who raised money in 2025?", "who else"), "told so far: Ospey, Molderby"),
    (("who runs Molderby?", "and Stowmarket?"), "“who runs Stowmarket”"),
    (("what does the Hauler 3 cost?", "what about Hexley Bank"), "Hexley Bank has sent four of them back"),
    (("who runs Molderby?", "which company is he at"), "Ruben Oake: chief executive at Molderby"),
]


@pytest.mark.parametrize(("turns", "said"), BOUND, ids=[" / ".join(turns) for turns, _ in BOUND])
def test_a_message_binds_to_the_thing_just_told(answerer: Answerer, turns: tuple[str, ...], said: str) -> None:
    assert said in plain(answerer.reply(turns))


def test_facts_of_others_are_left_out_of_what_goes_on(answerer: Answerer) -> None:
    assert "Ospey" not in plain(answerer.reply(["how much did Molderby raise?", "and who led the round"]))


NOT_TOLD: list[tuple[str, ...]] = [
    ("how much did Molderby raise?", "prize?"),  # that of another
    ("who runs Molderby?", "how much money in all?"),
    ("what does the Hauler 3 cost?", "battery?"),
    ("how much did Molderby raise?", "premium over last round?"),
    ("who runs Molderby?", "is he married", "any children?"),
    ("who came in at Molderby's rival?", "from where?"),
    ("why do Molderby and Brackwell work together?", "who leads it"),  # nobody of one of the two
]


@pytest.mark.parametrize(("turns", "said"), TOLD, ids=[" / ".join(turns) for turns, _ in TOLD])
def test_a_few_words_ask_of_whom_was_spoken_of(answerer: Answerer, turns: tuple[str, ...], said: str) -> None:
    answer = answerer.reply(turns)
    assert said in plain(answer)


@pytest.mark.parametrize("turns", NOT_TOLD, ids=[" / ".join(turns) for turns in NOT_TOLD])
def test_what_is_told_of_others_alone_is_not_told(answerer: Answerer, turns: tuple[str, ...]) -> None:
    answer = answerer.reply(turns)
    assert not answer.answered, plain(answer)


def test_a_decline_tells_of_whom_nothing_is_told(answerer: Answerer) -> None:
    assert "of Molderby: “prize?”" in plain(answerer.reply(["how much did Molderby raise?", "prize?"]))


@pytest.mark.parametrize(
    "words", ["and now?", "yoy?", "why is it down", "stake", "and customers", "sector?", "who does then", "outcome?"]
)
def test_knows_fragments(words: str) -> None:
    assert fragment_of(words) is not None


@pytest.mark.parametrize("words", ["who runs Acme", "how many robots does it sell in Spain", "", "?", "which year"])
def test_knows_what_is_none(words: str) -> None:
    assert fragment_of(words) is None
