"""Questions that follow on others."""

from __future__ import annotations

import pytest

from bot.answers import Answerer, plain

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
]


@pytest.mark.parametrize(("turns", "said"), TALKS, ids=[" / ".join(turns) for turns, _ in TALKS])
def test_knows_what_was_spoken_of(answerer: Answerer, turns: tuple[str, ...], said: tuple[str, ...]) -> None:
    answer = answerer.reply(turns)
    text = plain(answer)
    assert answer.answered, text
    assert [word for word in said if word not in text] == []


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
