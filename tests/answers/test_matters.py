"""Matters of everyday, which the articles on a thing tell in words of their own and without its name."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest

from bot.answers import Answerer, plain
from bot.answers.sentences.things.matters import matter_of
from bot.answers.sentences.things.of_goods import OF_GOODS
from bot.answers.sentences.things.of_houses import OF_HOUSES
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one

NAMES: list[tuple[str, EntityKind]] = [
    ("Tamblyn Hoists", "org"),
    ("Brackwell Holding", "org"),
    ("Osier Lifting", "org"),
    ("Crane Fly", "product"),
    ("Sedge Winches", "org"),
    ("Ida Marsh", "person"),
    ("Jonah Tamblyn", "person"),
]

TEXT = """Tamblyn Hoists reports on its third quarter of 2025

4 min read · Listen · Share

Tamblyn Hoists, maker of the Crane Fly, published its third quarter on Tuesday.

Highlights

Revenue of $12.4 million, up 9%

Gross margin 31%

Order book of $40 million

The Crane Fly is explosion-proof to zone 2, works at minus 20 degrees and when it is dry between two halls.

9 h battery, 15 min fast charge

A second version, announced for May, will come "when its brakes agree", chief engineer Ida Marsh said.

The company, which burns about $2 million a month, belongs to Brackwell Holding.

Its rivals are not asleep. Osier Lifting of Hull sells something similar.

In the pilot the robots need 40 seconds a crate, 12 more than a person.

Bears point to its debts. A short seller called its sales a dream.

Tamblyn Hoists had a share of 12.5 percent of the market, Osier Lifting 9 percent.

Parts for hoists are dear. The bill of materials of one comes to $1,900.

Osier's rival Sedge Winches rose as well. The Hull-based firm, which listed in May, raised $60 million from its IPO.

Risks

Dependence on a single supplier

Tariffs on steel

A strike at the port

For the full year it expects revenue of $48 million to $50 million.

This isn't investment advice.
"""
FACTS: list[tuple[str, dict[str, Any], str]] = [
    (
        "launch",
        {"product": "Crane Fly", "maker": "Tamblyn Hoists", "product_kind": "robot", "date": "2025-01"},
        "Tamblyn Hoists, maker of the Crane Fly, published its third quarter on Tuesday.",
    ),
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    store = of_one(tmp_path_factory.mktemp("matters"), TEXT, NAMES, FACTS)
    with Facts.open(store) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("is the Crane Fly atex certified", "explosion-proof"),
        ("operating temp of the Crane Fly", "minus 20 degrees"),
        ("does the Crane Fly work in the freezer", "minus 20 degrees"),
        ("can the Crane Fly drive outdoors", "when it is dry"),
        ("battery life of the Crane Fly", "9 h battery"),
        ("why is the Crane Fly delayed", "when its brakes agree"),
        ("how is the Crane Fly pilot going", "40 seconds"),
        ("Tamblyn Hoists parent", "Brackwell Holding"),
        ("who controls Tamblyn Hoists", "Brackwell Holding"),
        ("Tamblyn Hoists cash burn", "$2 million a month"),
        ("who competes with Tamblyn Hoists", "Osier Lifting"),
        ("alternatives to Tamblyn Hoists", "Osier Lifting"),
        ("Tamblyn Hoists guidance", "$48 million to $50 million"),
        ("risks for Tamblyn Hoists", "A strike at the port"),
        ("what did Tamblyn Hoists turn over", "$12.4 million"),
        ("risks for Tamblyn Hoists", "Dependence on a single supplier"),
        ("Tamblyn Hoists market share", "12.5 percent"),
        ("bear case on Tamblyn Hoists", "debts"),
        ("bear case on Tamblyn Hoists", "short seller"),
        ("Sedge Winches ipo proceeds", "$60 million"),
        ("bill of materials for hoists", "$1,900"),
    ],
)
def test_a_matter_is_told_in_the_words_of_the_article(answerer: Answerer, asked: str, said: str) -> None:
    assert said in plain(answerer.reply([asked]))


def test_all_figures_of_a_period_are_its_results(answerer: Answerer) -> None:
    text = plain(answerer.reply(["Tamblyn Hoists q3 numbers"]))
    assert all(one in text for one in ("$12.4 million", "31%", "$40 million"))


@pytest.mark.parametrize(
    "asked",
    [
        "Tamblyn Hoists q2 results",
        "Sedge Winches market share",
        "bill of materials for submarines",
        "who runs Tamblyn Hoists",
        "has Tamblyn Hoists gone public",
    ],
)
def test_what_is_not_told_is_declined(answerer: Answerer, asked: str) -> None:
    assert not answerer.reply([asked]).answered


@pytest.mark.parametrize("asked", ["risks for Tamblyn Hoists", "Tamblyn Hoists guidance", "Tamblyn Hoists q3 numbers"])
def test_neither_furniture_nor_a_heading_is_shown(answerer: Answerer, asked: str) -> None:
    lines = [line.text for line in answerer.reply([asked]).lines]
    assert not {"“Risks”", "“Highlights”", "“4 min read · Listen · Share”", "“This isn't investment advice.”"} & set(
        lines
    )


@pytest.mark.parametrize(
    ("shape", "name"),
    [
        ("<0> arr", "recurring revenue"),
        ("what is the bear case on <0>", "bear case"),
        ("cost of a humanoid bom", "materials"),
        ("mobu <0> debut pop", "debut"),
        ("who is the owner of <0>", "owner"),
        ("is <0> still alive", "alive"),
        ("<0> profit", "profit"),
        ("when will <0> break even", "profit"),
    ],
)
def test_a_shape_asks_for_a_matter(shape: str, name: str) -> None:
    met = matter_of(shape)
    assert met is not None
    assert met.name == name


@pytest.mark.parametrize(
    "shape",
    [
        "does <0> sell outside china",
        "what did <0> pay for its first stake in <1>",
        "when did <0> make its debut",
        "who founded habitual, <0>'s competitor",
        "what will the proceeds be spent on",
        "which battery does <0> use",
        "who shut the plant of <0>",
    ],
)
def test_another_question_asks_for_none(shape: str) -> None:
    assert matter_of(shape) is None


@pytest.mark.parametrize("text", ["a " * 400, "shares of " * 200, "the round " * 200, "1,234 " * 300, "put in " * 200])
def test_no_pattern_is_slow(text: str) -> None:
    for one in (*OF_GOODS, *OF_HOUSES):
        began = time.process_time()
        one.asked.search(text)
        one.given_in(text)
        assert time.process_time() - began < 0.3
