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

Ospey raised $90 million in a Series C led by Hexley Bank in June 2025. The proceeds will be used for a works in Kiel.
Its prize money went to charity.

Ospey earned $12 million in 2024 and $15 million in 2025. Management guides for $20 million in 2026.

Ospey had promised in its 2022 prospectus to earn $30 million in 2025. That goal was dropped. It will now be half.

In 2023 Ospey had raised $30 million in a Series B.

Xendrick, its smaller rival, complained of the price in court.
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
    *(
        (
            "metric",
            {"subject": "Ospey", "measure": "revenue", "value": value, "unit": "USD", "date": year},
            "Ospey earned $12 million in 2024 and $15 million in 2025.",
        )
        for value, year in ((12e6, "2024"), (15e6, "2025"))
    ),
    (
        "funding",
        {"company": "Ospey", "amount": usd(30e6), "round": "Series B", "date": "2023"},
        "In 2023 Ospey had raised $30 million in a Series B.",
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
    # Of figures that were told.
    (("Ospey revenue", "so growth?"), "From $12 million to $15 million: up 25% (computed"),
    (("Ospey revenue", "vs last year?"), "From $12 million to $15 million"),
    (("Ospey revenue", "and the year before"), "revenue $12 million, 2024"),
    (("Ospey rounds", "how much of a step up is that"), "From $30 million to $90 million: 3 times as much"),
    (("Series B rounds in 2025", "and in 2023?"), "Ospey raised $30 million"),
    (("Ospey", "series B"), "Ospey raised $30 million"),
    (("and on Ospey?",), "Ospey raised $90 million"),
    (("rounds in 2025", "how many are there"), "2 are told here"),
    (("rounds in 2025", "avg?"), "on average come to $60 million"),
    (("how much did Molderby raise?", "vs Ospey"), "Molderby raised $30 million"),
    (("how much did Molderby raise?", "how does that compare to Ospey's?"), "Ospey raised $90 million"),
    (("tell me about Xendrick", "why did they sue"), "complained of the price"),
    # Of what was planned, and what for.
    (("Ospey revenue", "and guidance?"), "guides for $20 million"),
    (("Ospey revenue", "what did they promise before"), "had promised in its 2022 prospectus"),
    (("what did Ospey promise in 2022?", "new goal?"), "It will now be half"),
    (("how much did Ospey raise in 2025?", "what for"), "used for a works in Kiel"),
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
    ("tell me about Zzyzx Motors", "did they take a board seat"),  # those of another company
    ("Tarrow Fund deals", "what else"),
    ("how much did Molderby raise?", "who else put money in"),
    ("who runs Molderby?", "series D", "amount"),  # of a round that is not told
    ("Ospey revenue", "employees?", "down from?"),
]


@pytest.mark.parametrize(("turns", "said"), TOLD, ids=[" / ".join(turns) for turns, _ in TOLD])
def test_a_few_words_ask_of_whom_was_spoken_of(answerer: Answerer, turns: tuple[str, ...], said: str) -> None:
    answer = answerer.reply(turns)
    assert said in plain(answer)


@pytest.mark.parametrize("turns", NOT_TOLD, ids=[" / ".join(turns) for turns in NOT_TOLD])
def test_what_is_told_of_others_alone_is_not_told(answerer: Answerer, turns: tuple[str, ...]) -> None:
    answer = answerer.reply(turns)
    assert not answer.answered, plain(answer)


def test_a_decline_tells_of_whom_no_fact_tells(answerer: Answerer) -> None:
    assert "of Xendrick: “prize?”" in plain(answerer.reply(["tell me about Xendrick", "prize?"]))


def test_a_decline_tells_of_whom_nothing_is_told(answerer: Answerer) -> None:
    assert "of Molderby: “prize?”" in plain(answerer.reply(["how much did Molderby raise?", "prize?"]))


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("Tarrow Fund deals", "what else"), "Nothing besides that is told of Tarrow Fund"),
        (("how much did Molderby raise?", "who else put money in"), "Nobody besides Tarrow Fund is told"),
    ],
)
def test_a_decline_says_that_nothing_else_is_told(answerer: Answerer, turns: tuple[str, ...], said: str) -> None:
    assert said in plain(answerer.reply(turns))


def test_a_count_is_listed(answerer: Answerer) -> None:
    counted = ["how many companies in Germany do you have"]
    assert plain(answerer.reply([*counted, "list them"])) == plain(answerer.reply(counted))


@pytest.mark.parametrize(
    "words", ["and now?", "yoy?", "why is it down", "stake", "and customers", "sector?", "who does then", "outcome?"]
)
def test_knows_fragments(words: str) -> None:
    assert fragment_of(words) is not None


@pytest.mark.parametrize("words", ["who runs Acme", "how many robots does it sell in Spain", "", "?", "which year"])
def test_knows_what_is_none(words: str) -> None:
    assert fragment_of(words) is None
