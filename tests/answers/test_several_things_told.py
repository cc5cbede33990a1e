"""Both sides of a comparison, all of a list, who comes first: more than one sentence tells."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers import Answerer, plain
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one, usd

ARTICLE = """Pruning robots: two makers, one vineyard, and a rumour

Vintro of Porto sells its Secateur for 48,000 euros.

The Snipper of its rival Ramelle costs 61,500 euros.

What has each raised so far?

Vintro: $12.4 million.

Ramelle: $31 million, most of it in a round of last May.

Founder Ines Falcao holds 41% of Vintro, the fund Douro Seed 22% and the town of Porto 9%.

Ramelle sold 640 Snippers in 2024, up from 210 the year before.

Hallgarth Farms, rumoured in spring to be bidding for Ramelle, flatly denied it.

Ramelle's chief Odile Perrin would not give a date for a flotation.

Vintro has given up on hedges.

The trimming head needed a new blade every other day.

"Hedges were the wrong plant," Vintro's technology chief Rui Tavares said.

The cider maker Oxbarn uses the Snipper in Kent.

So does Gravelwood, whose orchards lie next door.

The canteen of Ramelle serves soup on Fridays.

Tomas Rieder ran the Brunn plant until he was replaced as its head this spring by Katja Lohse.

She came from Ostwerk, where she looked after motors.

Pruning robots shipped worldwide in 2024, by maker:

Maker | Units shipped | Revenue

Vintro | 310 | $21m

Ramelle | 640 | $39m

Pomona | 905 | $30m

Others | 1,200 | $50m
"""
NAMES = (
    ("Vintro", "org"),
    ("Ramelle", "org"),
    ("Secateur", "product"),
    ("Snipper", "product"),
    ("Douro Seed", "org"),
    ("Hallgarth Farms", "org"),
    ("Oxbarn", "org"),
    ("Gravelwood", "org"),
    ("Brunn", "org"),
    ("Ostwerk", "org"),
    ("Ines Falcao", "person"),
    ("Odile Perrin", "person"),
    ("Rui Tavares", "person"),
    ("Tomas Rieder", "person"),
    ("Katja Lohse", "person"),
)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    secateur = "Vintro of Porto sells its Secateur for 48,000 euros."
    fact = ("price", {"product": "Secateur", "amount": usd(48000)}, secateur)
    with Facts.open(of_one(tmp_path_factory.mktemp("several"), ARTICLE, NAMES, [fact])) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Is the Secateur cheaper than the Snipper?", ("48,000", "61,500")),
        ("How does the price of the Secateur compare with the Snipper's?", ("48,000", "61,500")),
        ("Who raised more, Vintro or Ramelle?", ("12.4 million", "31 million")),
        ("Vintro vs Ramelle: how much has each raised?", ("12.4 million", "31 million")),
        ("Did Ramelle's sales of Snippers grow in 2024, and from what?", ("640", "210")),
        ("How did Ramelle's Snipper sales develop?", ("640", "210")),
    ],
)
def test_of_a_comparison_both_figures_are_shown(asked: Answerer, question: str, told: tuple[str, ...]) -> None:
    text = plain(asked.reply([question]))
    assert all(one in text for one in told)


@pytest.mark.parametrize(
    "question",
    ["Who holds what in Vintro?", "Vintro's cap table?", "Who owns shares in Vintro, and how much each?"],
)
def test_what_each_has_of_a_whole_is_shown_for_all_of_them(asked: Answerer, question: str) -> None:
    text = plain(asked.reply([question]))
    assert all(one in text for one in ("41%", "22%", "9%"))


@pytest.mark.parametrize(
    ("question", "no"),
    [
        ("Did Hallgarth Farms confirm that it wants to buy Ramelle?", "flatly denied"),
        ("Is Hallgarth Farms buying Ramelle?", "flatly denied"),
        ("Did Odile Perrin say when Ramelle goes public?", "would not give a date"),
        ("Has Odile Perrin named a date for the flotation?", "would not give a date"),
    ],
)
def test_a_denial_answers_what_is_asked_whether_it_is_so(asked: Answerer, question: str, no: str) -> None:
    assert no in plain(asked.reply([question]))


@pytest.mark.parametrize(
    "question",
    [
        "Did Hallgarth Farms buy Vintro?",
        "Did Ines Falcao say when Vintro goes public?",
        "Is Oxbarn taking over Gravelwood?",
    ],
)
def test_the_denial_of_something_else_is_no_answer(asked: Answerer, question: str) -> None:
    assert not asked.reply([question]).answered


def test_a_reason_is_shown_in_the_words_of_those_who_are_asked_about(asked: Answerer) -> None:
    assert "wrong plant" in plain(asked.reply(["Why has Vintro given up on hedges?"]))


def test_the_next_of_several_is_shown_with_the_first(asked: Answerer) -> None:
    text = plain(asked.reply(["Which orchards and cider makers use the Snipper?"]))
    assert all(one in text for one in ("Oxbarn", "Gravelwood"))


def test_none_of_a_sort_is_told_of_where_the_article_says_no_word_of_it(asked: Answerer) -> None:
    assert not asked.reply(["Which hospitals use the Snipper?"]).answered


@pytest.mark.parametrize(
    ("question", "first", "left_out"),
    [
        ("Which maker shipped the most pruning robots in 2024?", "Pomona | 905", "Others | 1,200"),
        ("Who made the highest revenue with pruning robots in 2024?", "Ramelle | 640 | $39m", "Others | 1,200"),
    ],
)
def test_the_row_of_a_table_that_comes_first_by_its_column_is_told(
    asked: Answerer, question: str, first: str, left_out: str
) -> None:
    text = plain(asked.reply([question]))
    assert first in text
    assert left_out not in text


def test_whoever_is_named_last_is_the_one_that_the_next_sentence_goes_on_about(asked: Answerer) -> None:
    text = plain(asked.reply(["Where was Katja Lohse before she took over the Brunn plant?"]))
    assert "Ostwerk" in text


@pytest.mark.parametrize(
    "question",
    ["Which maker shipped the most milking robots in 2024?", "Who is the biggest buyer of the Quince clipper?"],
)
def test_no_ranking_of_something_else_is_told(asked: Answerer, question: str) -> None:
    assert "905" not in plain(asked.reply([question]))
