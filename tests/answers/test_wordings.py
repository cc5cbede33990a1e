"""One question in many wordings: all are read the same, whatever the order of the words and the frills."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.answers import Answerer, plain
from bot.store.read import Facts
from tests.answers.list_shelf import put_together


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(put_together(tmp_path_factory.mktemp("wordings"))) as facts:
        yield Answerer(facts, today=date(2025, 12, 1))


WORDINGS: dict[str, tuple[str, ...]] = {
    "which companies filed for a listing in Hong Kong?": (
        "who filed for a Hong Kong listing",
        "which companies plan to list in Hong Kong",
        "companies that want to go public in Hong Kong",
        "who is going public in Hong Kong",
        "list the companies that plan a listing in Hong Kong",
        "planned Hong Kong IPOs",
        "which firms have applied for an IPO in Hong Kong",
        "upcoming listings on the HKEX",
        "hey, which robot makers intend to list in Hong Kong?",
    ),
    "which companies went public in 2025": (
        "who went public in 2025",
        "companies that listed in 2025",
        "which robot makers floated in 2025",
        "show me all companies that went public in 2025",
    ),
    "which german companies raised money in 2025": (
        "German startups that raised money in 2025",
        "who raised money in 2025 in Germany",
        "list German funding rounds of 2025",
        "what German rounds were there in 2025",
        "companies from Germany that raised in 2025",
    ),
    "who raised more than $30 million in 2025": (
        "rounds over $30 million in 2025",
        "which startups raised more than $30m in 2025",
        "2025 rounds above $30 million",
        "which companies secured over 30 million dollars in 2025",
        "list all fundings of at least $30 million in 2025",
    ),
    "acquisitions in 2025": (
        "takeovers in 2025",
        "who bought whom in 2025",
        "who bought what in 2025",
        "which acquisitions were there in 2025",
        "list all takeovers of 2025",
        "companies acquired in 2025",
        "which companies were bought in 2025",
        "M&A 2025",
    ),
    "list all acquisitions by Vickery": (
        "Vickery's acquisitions",
        "what has Vickery bought",
        "which companies did Vickery Group acquire",
        "Vickery takeovers",
        "companies bought by Vickery",
        "acquisitions of companies by Vickery Group",
    ),
    "which deals fell through": (
        "which deals were called off",
        "deals that collapsed",
        "which takeovers were dropped",
        "cancelled acquisitions",
        "what acquisitions did not happen",
    ),
    "which rounds did Quarry Partners join but not lead": (
        "rounds Quarry Partners joined without leading",
        "which rounds did Quarry Partners take part in but not lead",
    ),
    "who has Quarry Partners backed": (
        "what did Quarry Partners invest in",
        "Quarry Partners portfolio",
        "Quarry Partners' investments",
        "which companies has Quarry Partners funded",
        "investments by Quarry Partners",
        "companies backed by Quarry Partners",
        "who got money from Quarry Partners",
    ),
    "who invested in Ottmar?": (
        "Ottmar's investors",
        "Ottmar backers",
        "who are the investors of Ottmar Robotik",
        "who put money into Ottmar",
        "who backed Ottmar Robotik?",
        "investors in ottmar",
        "ottmar robotik investors?",
        "who has funded Ottmar",
    ),
    "who has not raised since 2024": (
        "which companies have not raised money since 2024",
        "who hasn't raised since 2024",
        "startups that have not raised since 2024",
        "which firms have not closed a round since 2024",
    ),
    "forecasts for 2030 humanoid shipments - compare": (
        "compare forecasts of humanoid shipments in 2030",
        "what do analysts expect for humanoid shipments in 2030",
        "humanoid shipments 2030: forecasts",
        "what are the estimates for humanoid shipments in 2030",
        "predictions for humanoid shipments in 2030",
    ),
    "how much did Halvorsen Arms and Ottmar ship each?": (
        "units shipped by Halvorsen Arms and Ottmar",
        "Halvorsen Arms vs Ottmar shipments",
        "how many units did Halvorsen Arms and Ottmar ship",
        "shipments of Ottmar and of Halvorsen Arms",
    ),
    "which founders used to work for Fellner Motion": (
        "which founders worked at Fellner Motion",
        "founders who came from Fellner Motion",
        "startups founded by former Fellner Motion people",
        "who founded a company after working at Fellner Motion",
        "companies started by ex-Fellner Motion people",
    ),
    "who ran Halvorsen Arms before Ines Torvald?": (
        "who was the CEO of Halvorsen Arms before Ines Torvald",
        "who led Halvorsen Arms before Torvald",
        "who headed Halvorsen Arms before Ines Torvald took over",
    ),
    "who is paying how much for Corran Systems": (
        "how much is Fellner Motion paying for Corran Systems",
        "price of the Corran Systems takeover",
        "who buys Corran Systems and for how much",
        "Corran Systems: who bought it, for how much",
    ),
    "who founded Ottmar?": (
        "Ottmar founder",
        "who started Ottmar Robotik",
        "founder of ottmar",
        "who is Ottmar's founder",
        "who set up Ottmar Robotik?",
        "Ottmar was founded by whom",
        "by whom was Ottmar founded",
        "whos the founder of Ottmar",
        "quick question: who founded ottmar",
    ),
    "biggest round of 2025": (
        "largest round in 2025",
        "what was the largest funding round of 2025",
        "who raised the most in 2025",
        "the highest round of 2025",
        "top rounds of 2025",
    ),
}  # fmt: skip
CASES = [(first, other) for first, others in WORDINGS.items() for other in others]


def found(answerer: Answerer, question: str) -> frozenset[str]:
    """The facts that an answer tells."""
    return frozenset(line.event for line in answerer.reply([question]).lines if line.event)


@pytest.mark.parametrize("question", WORDINGS)
def test_a_question_finds_facts(answerer: Answerer, question: str) -> None:
    assert found(answerer, question), plain(answerer.reply([question]))


@pytest.mark.parametrize(("question", "other"), CASES, ids=[other for _, other in CASES])
def test_another_wording_finds_the_same(answerer: Answerer, question: str, other: str) -> None:
    assert found(answerer, other) == found(answerer, question), plain(answerer.reply([other]))
