"""Several things asked by one question word, each as a question of its own."""

from __future__ import annotations

import pytest

from bot.answers.asked.coordinated import spread


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("what is the price and the weight of <0>", ["<0> price", "<0> weight"]),
        ("price, weight and payload of the <0>", ["<0> price", "<0> weight", "<0> payload"]),
        ("both the price and the weight of <0>", ["<0> price", "<0> weight"]),
        ("give me <0>'s revenue and headcount", ["<0>'s revenue", "<0>'s headcount"]),
        ("what are <0>'s sales, its margin and its cash", ["<0>'s sales", "<0>'s margin", "<0>'s cash"]),
        (
            "name the lead and the participants of <0>'s last round",
            ["<0>'s last round lead", "<0>'s last round participants"],
        ),
        (
            "what are the licence and the parameters behind the model of <0>",
            ["what are the licence behind the model of <0>", "what are the parameters behind the model of <0>"],
        ),
        ("the vocabulary and the handbook of <0>", ["<0> vocabulary", "<0> handbook"]),
        # The same of other times, and of others with the word that ties them.
        ("what was <0> worth in 2023 and <when>", ["what was <0> worth in 2023", "<when>"]),
        (
            "how many carts did <0> ship <when> and the year before",
            ["how many carts did <0> ship <when>", "the year before"],
        ),
        ("<0> revenue <when> versus 2025", ["<0> revenue <when>", "2025"]),
        (
            "what has <0> ordered from <1> and from Zenit",
            ["what has <0> ordered from <1>", "what has <0> ordered from Zenit"],
        ),
        ("how many people work at <0> and at <1>", ["how many people work at <0>", "how many people work at <1>"]),
    ],
)
def test_each_is_a_question_of_its_own(text: str, asked: list[str]) -> None:
    assert spread(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "what is the price of <0>",
        "who is the founder and CEO of <0>",  # one person
        "profit and loss of <0>",
        "who founded <0> and <1>",
        "how did sales grow between <when> and 2025",
        "list <0>'s customers and the number of robots at each",
        "what did <0> say about hands and feet",
    ],
)
def test_one_thing_stays_one(text: str) -> None:
    assert spread(text) == [text]
