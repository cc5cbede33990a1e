"""Messages that ask several things, also in the English of those who think in another language."""

from __future__ import annotations

import pytest

from bot.answers import Answerer, plain
from bot.answers.asked.parting import parted


@pytest.mark.parametrize(
    ("marked", "asked"),
    [
        # One thing asked stays one.
        ("who leads <0>?", ["who leads <0>"]),
        ("who founded <0> and <1>?", ["who founded <0> and <1>"]),
        ("<0> price", ["<0> price"]),
        # The question word at the end.
        ("<0> HQ where? founded when?", ["where <0> HQ", "when <0> founded"]),
        ("<0> CEO now?", ["who is the CEO of <0> now"]),
        ("<0> president who", ["who is the president of <0>"]),
        ("<0> <round> led by who", ["who led <0> <round>"]),
        ("<0> arm how much and how many gone", ["how much is <0> arm", "how many gone <0>"]),
        (
            "<0> new plant where, operation from when, pieces a month?",
            ["where <0> new plant", "when <0> operation from", "how many pieces a month <0>"],
        ),
        (
            "<0> price, and delivered how many until end July",
            ["<0> price", "how many have <0> delivered until end July"],
        ),
        # What a message opens with is what all of it is about.
        ("<0>: who offered, how much", ["who offered <0>", "how much offered <0>"]),
        (
            "<0>: mass production when, and 2030 how many a year?",
            ["when <0> mass production", "how many have <0> 2030 a year"],
        ),
        ("<0>, weight? price?", ["<0> weight", "<0> price"]),
        # More of what was asked before, and the same of another time.
        ("who took over <0>, for how much", ["who took over <0>", "how much took over <0>"]),
        ("<0> skin how much now? before how much", ["how much is <0> skin now", "how much is <0> skin before"]),
        ("<0> <when> revenue, and 2025?", ["<0> <when> revenue", "<0> revenue 2025"]),
        # A name that nothing is known of is shared too; a pronoun says itself whom it means.
        ("Orlu Hands price how much, sold how many", ["Orlu Hands price", "how many Orlu Hands sold"]),
        ("who leads <0>? where did she study?", ["who leads <0>", "where did she study"]),
        # The round is shared as the name is.
        ("<0> <round> how much, led by who", ["how much <0> <round>", "who led <0> <round>"]),
        # What is asked for by name alone, also behind a dash; a dash before anything else parts nothing.
        ("<0>: valuation, investors and use of funds", ["<0> valuation", "<0> investors", "<0> use of funds"]),
        ("<0> - last round and fleet target <when>?", ["<0> last round", "<0> fleet target <when>"]),
        ("<0> total raised, plus number of people", ["<0> total raised", "<0> number of people"]),
        ("<0> - the maker of carts", ["<0> - the maker of carts"]),
        # What only makes sense with the verb of the question before it.
        (
            "which dairy tries out <0>, and in which province?",
            ["which dairy tries out <0>", "which province dairy tries out <0>"],
        ),
        ("who left <0>, and over what remark?", ["who left <0>", "what remark left <0>"]),
        ("is <0> profitable, and if so since when?", ["is <0> profitable", "when is <0> profitable"]),
        # A first question that ends as the second does.
        ("when and where was <0> founded?", ["when was <0> founded", "where was <0> founded"]),
        ("who led and who joined <0>'s last round?", ["who led <0>'s last round", "who joined <0>'s last round"]),
        ("who is the CEO and who the CTO of <0>?", ["who is the CEO of <0>", "who the CTO of <0>"]),
        # What happened before that which is asked is part of the question, and no question.
        (
            "when <0>'s backer vanished, who stepped in and with how much?",
            ["after <0>'s backer vanished who stepped in", "how much after <0>'s backer vanished stepped in"],
        ),
        ("when was <0> founded, and who left?", ["when was <0> founded", "who left <0>"]),
        # Whose word it is is not what the next question is about.
        ("who raised most according to <0>, and who led?", ["who raised most according to <0>", "who led"]),
        # What opens a message and is about nobody.
        ("Remind me: <0>'s valuation, and who led it?", ["<0>'s valuation", "who led it"]),
        # What only says how a question is meant.
        ("how many robots ship <when>? give me all forecasts", ["how many robots ship <when> give me all forecasts"]),
    ],
)
def test_each_thing_asked_is_a_question_about_the_name(marked: str, asked: list[str]) -> None:
    assert [part.text for part in parted(marked)] == asked


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Quillon founded when, HQ where?", ("2019", "Tromsø")),
        ("Quillon: series B how much, led by who", ("$120 million", "Bexley Capital")),
        ("Kestrel 2 price? launched when?", ("$48,000", "January 2025")),
        ("Nymph Dynamics buyer who, for how much", ("Ostrel Group", "$1.4 billion")),
        ("Ostrel Robotics staff how many, 2024 revenue how much", ("900", "$310 million")),
        ("who leads Quillon? studied where?", ("Mira Aldane", "Ravensholm University")),
    ],
)
def test_every_part_is_answered(answerer: Answerer, asked: str, said: tuple[str, ...]) -> None:
    answer = answerer.reply([asked])
    assert answer.answered
    assert all(one in plain(answer) for one in said), plain(answer)
    assert not answer.hints


@pytest.mark.parametrize(
    ("asked", "said", "open_part"),
    [
        ("Kestrel 2 price how much, weight how much?", "$48,000", "weight how much"),
        ("who leads Quillon? CFO who?", "Mira Aldane", "CFO who"),
        ("Quillon: series B how much, series D how much", "$120 million", "series D how much"),
        ("who led Quillon's series B? valuation of Bexley how much?", "Bexley Capital", "valuation"),
    ],
)
def test_a_part_that_nothing_tells_is_said_to_be_open(
    answerer: Answerer, asked: str, said: str, open_part: str
) -> None:
    answer = answerer.reply([asked])
    assert answer.answered
    assert said in plain(answer)
    assert [hint for hint in answer.hints if open_part in hint and hint.startswith("Nothing in the articles")]


@pytest.mark.parametrize(
    "asked",
    [
        "Quillon CFO who? dividend how much?",
        "Nymph Dynamics: founded when, staff how many",
        "Orlu Hands price? weight?",
    ],
)
def test_where_no_part_is_told_the_whole_is_declined(answerer: Answerer, asked: str) -> None:
    answer = answerer.reply([asked])
    assert not answer.answered, plain(answer)
