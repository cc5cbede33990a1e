"""Lists as newcomers ask for them: the three biggest, what is only rumoured, who left, which articles there are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import Fact, of_one

NAMES: list[tuple[str, EntityKind]] = [
    ("Quillon", "org"), ("Brewster", "org"), ("Tarn Labs", "org"), ("Harbor Lane", "org"), ("Maddox Post", "org"),
    ("Otter", "product"), ("Ines Roth", "person"), ("Paul Adair", "person"), ("Graz Clinic", "org"),
]  # fmt: skip
ROUNDS = (
    ("Quillon", 90e6, "2025-02", "completed", "In February 2025 Quillon raised $90 million."),
    ("Brewster", 70e6, "2025-04", "completed", "In April 2025 Brewster raised $70 million."),
    ("Tarn Labs", 50e6, "2025-06", "completed", "In June 2025 Tarn Labs raised $50 million."),
    ("Harbor Lane", 20e6, "2025-08", "completed", "In August 2025 Harbor Lane raised $20 million."),
    ("Maddox Post", 400e6, "2025-09", "rumored", "Maddox Post is said to be in talks to raise $400 million."),
)
LEFT = "Ines Roth left Quillon as chief executive in May 2025."
USED = "Quillon's Otter carries parcels at the Graz Clinic."
REVENUE = "Quillon had revenue of $12 million in 2024."
FOUNDED = "Tarn Labs was founded in 2024 by Paul Adair."
BOUGHT = "In March 2025 Quillon bought Tarn Labs for $1.2 billion."
BASED = "Brewster, founded by two friends, sits in Lyon."
TEXT = "\n\n".join(
    ("Notes on five houses", *(said for *_, said in ROUNDS), LEFT, USED, REVENUE, FOUNDED, BOUGHT, BASED,
     "Its boss had the top job for three years.")
)  # fmt: skip
FACTS: list[Fact] = [
    *(
        ("funding", {"company": who, "amount": {"value": sum_, "currency": "USD"}, "date": day, "status": state}, said)
        for who, sum_, day, state, said in ROUNDS
    ),
    ("role", {"person": "Ines Roth", "organization": "Quillon", "title": "chief executive", "end": "2025-05"}, LEFT),
    ("deployment", {"product": "Otter", "maker": "Quillon", "customer": "Graz Clinic"}, USED),
    ("metric", {"subject": "Quillon", "measure": "revenue", "value": 12e6, "unit": "USD"}, REVENUE),
    ("founding", {"organization": "Tarn Labs", "founders": ["Paul Adair"], "date": "2024"}, FOUNDED),
    ("founding", {"organization": "Brewster", "location": "Lyon"}, BASED),
    (
        "acquisition",
        {"buyer": "Quillon", "target": "Tarn Labs", "amount": {"value": 1.2e9, "currency": "USD"}, "date": "2025-03"},
        BOUGHT,
    ),
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("lists"), TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("asked", "told", "not_told"),
    [
        ("three biggest rounds in 2025", ["$90 million", "$70 million", "$50 million"], ["$20 million"]),
        ("give me the top two rounds of 2025", ["$90 million", "$70 million"], ["$50 million", "top job"]),
        ("last two rounds", ["Harbor Lane raised", "Tarn Labs raised"], ["Brewster raised"]),
        ("list every acquisition over 1 billion", ["$1.2 billion"], ["$90 million"]),
        ("show me each deal above 80 million", ["$90 million", "$1.2 billion"], ["$70 million"]),
        ("list all rumours", ["Maddox Post is said"], ["Quillon raised"]),
        ("which deals are only rumoured?", ["Maddox Post is said"], ["Quillon raised"]),
        ("what is unconfirmed?", ["Maddox Post is said"], ["Quillon raised"]),
        ("is there any rumour I should know about?", ["Maddox Post is said"], ["Quillon raised"]),
        ("any rumours about Maddox Post?", ["$400 million"], ["Quillon raised"]),
        ("departures at Quillon", ["Ines Roth"], ["Otter"]),
        ("did anyone leave Quillon?", ["Ines Roth", "May 2025"], ["Otter"]),
        ("which CEOs changed?", ["Ines Roth"], []),
        ("deployments", ["Otter", "Graz Clinic"], []),
        ("where are robots used?", ["Otter", "Graz Clinic"], []),
        ("robots at Graz Clinic", ["Otter"], []),
        ("how is Quillon doing financially?", ["revenue $12 million"], ["Otter"]),
        ("key figures of Quillon", ["revenue $12 million"], ["Otter"]),
        ("startups founded after 2022", ["Tarn Labs was founded"], ["Brewster"]),
        ("total funding in 2025", ["add up to $230 million", "not stated"], []),
        ("which articles do you have on Brewster?", ["1 article names Brewster", "Notes on five houses"], []),
        ("is Brewster in there?", ["Yes: 1 article names Brewster"], []),
        ("which outlets reported on Quillon?", ["1 article names Quillon"], []),
    ],
)
def test_it_is_told_in_so_many_words(answerer: Answerer, asked: str, told: list[str], not_told: list[str]) -> None:
    reply = answerer.reply([asked])
    text = plain(reply)
    assert reply.answered, text
    assert reply.citations
    assert [one for one in told if one not in text] == []
    assert [one for one in not_told if one in text] == []


@pytest.mark.parametrize(
    "asked",
    ["any rumours about Quillon?", "departures at Brewster", "key figures of Brewster", "robots at Harbor Lane"],
)
def test_what_is_not_told_is_declined(answerer: Answerer, asked: str) -> None:
    assert not answerer.reply([asked]).answered


def test_how_far_back_the_articles_go(answerer: Answerer) -> None:
    assert "article" in plain(answerer.reply(["what is the oldest article?"]))
