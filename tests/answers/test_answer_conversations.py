"""Questions that follow on others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.answers import Answerer, plain
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one

TALKS: list[tuple[tuple[str, ...], tuple[str, ...]]] = [
    (("who runs Quillon?", "where did she study?"), ("Ravensholm",)),
    (("who is the CEO of Quillon?", "what was her job before?"), ("Vantor Motion",)),
    (("which robot did Quillon launch in January 2025?", "how much does it cost?"), ("$48,000",)),
    (("who is buying Nymph Dynamics?", "what did its chairwoman say about it?"), ("last missing finger",)),
    (("how much did Quillon raise in its Series B?", "and Tallow in its seed round?"), ("$9 million",)),
    (("who invested in Quillon?", "and Tallow?"), ("Tallow raised $9 million", "Bexley Capital")),
    (("how much did Quillon raise in 2025?", "in 2023?"), ("$30 million",)),
    (("who led Quillon's Series B?", "and who led its round in June 2023?"), ("Harbour Street",)),
    (("which companies has Bexley Capital backed?", "and which of them launched Kestrel 2?"), ("Quillon Robotics",)),
    (("/deal Quillon", "how many rounds has it closed?"), ("four rounds",)),
    (("/who Mira Aldane", "where did she study?"), ("Ravensholm",)),
    (("/deal Quillon", "and in 2023?"), ("$30 million",)),
    (("/deal Quillon", "and Tallow?"), ("Deals: Tallow", "$9 million")),
    (("/deal Quillon", "what about Tallow", "in its seed round?"), ("$9 million",)),
    (("谁是奎隆的CEO？", "她在哪里读的大学？"), ("Ravensholm",)),
    # "They" who back others are those that gave the money, not whoever got it.
    (("/deal Quillon", "and who else did they back?"), ("Tallow raised $9 million",)),
    (("who led Quillon's Series B?", "what else have they invested in?"), ("Tallow raised $9 million",)),
    (("/deal Quillon", "who led it?"), ("led by Bexley Capital", "led by Harbour Street")),
    # What the answer before leaves open or tells besides.
    (("who led Quillon's Series B?", "how much was that?"), ("$120 million",)),
    (("who led Quillon's Series B?", "when was it?"), ("March 2025",)),
    (("who is buying Nymph Dynamics?", "for how much?", "and when?"), ("$1.4 billion", "September 2025")),
    (("who founded Quillon?", "where?"), ("Tromsø",)),
    (("who is buying Nymph Dynamics?", "is that confirmed?"), ("agreed to acquire",)),
    (("is Quillon going public?", "is it official yet?"), ("is said to be planning",)),
    (("who is buying Nymph Dynamics?", "which article says so?"), ("2025-09-02",)),
    (("what does the Kestrel 2 cost?", "source?"), ("launched in January 2025", "2025-03-11")),
    # What came before.
    (("who led Quillon's Series B?", "and the round before that?"), ("Series A", "$30 million")),
    (("how much did Quillon raise in 2025?", "and before that?"), ("$30 million", "Harbour Street")),
    (("how much did Quillon raise in 2025?", "and before that?", "how much was it?"), ("$30 million",)),
    # The companies behind people and products, several at once, and others of them.
    (("/who Ilka Thorne", "how many people work at its robotics unit?"), ("900",)),
    (("who founded Quillon?", "where did she study?"), ("Ravensholm",)),
    (("/who Mira Aldane", "who else founded the company?"), ("Otto Brandvik",)),
    (("what does the Kestrel 2 cost?", "who uses it?"), ("Tallow",)),
    (("who invested in Quillon?", "who led?"), ("led by Bexley Capital",)),
    (("how much did Tallow raise?", "who led?"), ("Bexley Capital",)),
    (("how much did Quillon raise in its Series A?", "same for Tallow, in its seed round"), ("$9 million",)),
    # Back to what was spoken of before something that no article tells.
    (("who runs Quillon?", "is she married?", "where did she study?"), ("Ravensholm",)),
    (("who led Quillon's Series B?", "what does the Kestrel 2 cost?", "and who founded Quillon?"), ("Otto Brandvik",)),
]

NOT_TOLD: list[tuple[str, ...]] = [
    ("who runs Quillon?", "since when?"),
    ("who runs Quillon?", "how old is she?"),
    ("who is buying Nymph Dynamics?", "why?"),
    ("who is buying Nymph Dynamics?", "who was its chairwoman before her?"),
    ("how much did Tallow raise?", "and before that?"),
    ("who invested in Quillon?", "how much did Ostrel Cloud put in?"),
    ("what does the Kestrel 2 cost?", "and the Grindle 9?"),
    ("who founded Quillon?", "are both married?"),
    ("what does the Kestrel 2 cost?", "what about the other one?"),
    ("who runs Zzyxmoor?", "how much was that?"),
    ("who runs Zzyxmoor?", "which article says so?"),
]


@pytest.mark.parametrize(("turns", "said"), TALKS, ids=[" / ".join(turns) for turns, _ in TALKS])
def test_knows_what_was_spoken_of(answerer: Answerer, turns: tuple[str, ...], said: tuple[str, ...]) -> None:
    answer = answerer.reply(turns)
    text = plain(answer)
    assert answer.answered, text
    assert [word for word in said if word not in text] == []


@pytest.mark.parametrize("turns", NOT_TOLD, ids=[" / ".join(turns) for turns in NOT_TOLD])
def test_does_not_say_again_what_leaves_a_question_open(answerer: Answerer, turns: tuple[str, ...]) -> None:
    answer = answerer.reply(turns)
    assert not answer.answered, plain(answer)


TEXT = """The harbour crane that learnt to walk
Brindlewick has raised 40 million euros in a Series A led by Oxmoor Partners, with Tarn Bank in it.

Tarn Bank put in 5 million euros of that. Hesper Vane became chief executive of Brindlewick in March.

She succeeded Ludo Marrick, who has retired to his boat. Brindlewick employs 60 people.

Brindlewick turned down a larger offer because the founders wanted to keep the yard. Its Strider costs 90,000 euros.
"""
NAMES: list[tuple[str, EntityKind]] = [
    ("Brindlewick", "org"),
    ("Oxmoor Partners", "org"),
    ("Tarn Bank", "org"),
    ("Hesper Vane", "person"),
    ("Ludo Marrick", "person"),
]
FACTS: list[tuple[str, dict[str, Any], str]] = [
    (
        "funding",
        {
            "company": "Brindlewick",
            "amount": {"value": 40e6, "currency": "EUR"},
            "round": "Series A",
            "investors": [{"name": "Oxmoor Partners", "lead": True}, {"name": "Tarn Bank", "lead": False}],
        },
        "Brindlewick has raised 40 million euros in a Series A led by Oxmoor Partners, with Tarn Bank in it.",
    ),
    (
        "role",
        {"person": "Hesper Vane", "organization": "Brindlewick", "title": "chief executive", "start": "2025-03"},
        "Hesper Vane became chief executive of Brindlewick in March.",
    ),
]
OF_ONE: list[tuple[tuple[str, ...], tuple[str, ...]]] = [
    (("who invested in Brindlewick?", "how much did Tarn Bank put in?"), ("5 million euros of that",)),
    (("who invested in Brindlewick?", "how much did Oxmoor Partners put in?"), ()),
    (("who led Brindlewick's Series A?", "when was that?"), ()),
    (("who runs Brindlewick?", "since when?"), ("March 2025",)),
    (("who runs Brindlewick?", "who was it before her?"), ("Ludo Marrick",)),
    (("who runs Brindlewick?", "and her predecessor?"), ("Ludo Marrick",)),
    (("how much did Brindlewick raise?", "why?"), ("keep the yard",)),
    (("how much did Brindlewick raise?", "and before that?"), ()),
]


@pytest.fixture(scope="module")
def of_one_article(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("yard"), TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(("turns", "said"), OF_ONE, ids=[" / ".join(turns) for turns, _ in OF_ONE])
def test_reads_on_beside_what_it_told(of_one_article: Answerer, turns: tuple[str, ...], said: tuple[str, ...]) -> None:
    answer = of_one_article.reply(turns)
    text = plain(answer)
    assert answer.answered is bool(said), text
    assert [word for word in said if word not in text] == []


def test_whom_else_they_backed_leaves_out_whom_was_spoken_of(answerer: Answerer) -> None:
    assert "Quillon Robotics raised" not in plain(answerer.reply(["/deal Quillon", "and who else did they back?"]))


def test_a_sum_in_a_deal_command_asks_for_no_total(answerer: Answerer) -> None:
    assert "Sum of" not in plain(answerer.reply(["/deal Quillon over $1M"]))
    assert "Sum of" in plain(answerer.reply(["/deal Quillon total"]))


@pytest.mark.parametrize(
    "question", ["where did she study?", "and in 2023?", "how much does it cost?", "which of them?"]
)
def test_points_at_nothing_without_a_conversation(answerer: Answerer, question: str) -> None:
    assert not answerer.reply([question]).answered


def test_forgets_what_was_said_long_ago(answerer: Answerer) -> None:
    old = ["who runs Quillon?", *["what is the capital of Norway?"] * 12]
    assert not answerer.reply([*old, "where did she study?"]).answered


def test_the_same_conversation_gets_the_same_answer(answerer: Answerer) -> None:
    turns = ["who invested in Quillon?", "and Tallow?"]
    assert answerer.reply(turns) == answerer.reply(turns)
