"""Deals as a team asks for them in a chat: in a few words, by somebody who has not read the articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.answers import Answerer, plain
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import Fact, of_one, usd

NAMES: list[tuple[str, EntityKind]] = [
    (name, "org")
    for name in ("Tarrow Robotics", "Kielder Arms", "Ombra Hands", "Vessel", "Vessel Industrial Fund", "Quay Partners",
                 "Moor Capital", "Lodge Ventures")
]  # fmt: skip
ANGEL = "Tarrow Robotics raised $9 million from Quay Partners in its early days."
A_ROUND = (
    "Tarrow Robotics raised $40 million in March 2024 at a value of $200 million, with Vessel, Vessel Industrial Fund "
    "and Quay Partners."
)
B_ROUND = "Tarrow Robotics raised $90 million in October 2025 at a value of $700 million; Moor Capital led."
HANDS = "Ombra Hands raised $12 million in May 2025 from Quay Partners and Moor Capital."
TALKS = "Ombra Hands is said to be raising $50 million since January 2026."
ARMS = "Kielder Arms raised $30 million in its Series A in February 2024."
ARMS_AGAIN = "Kielder Arms has reopened its Series A and is adding $25 million from Lodge Ventures."
BOUGHT = "Tarrow Robotics acquired Ombra Hands in June 2026."
CANNOT = "Kielder Arms cannot afford to fall behind, and would not buy more motors."
TEXT = "\n\n".join(
    ("Money for arms", ANGEL, A_ROUND, "Rounds", B_ROUND, HANDS, TALKS, BOUGHT, ARMS, CANNOT, ARMS_AGAIN)
)


def _round(company: str, amount: float, *backers: str, lead: str = "", **more: Any) -> dict[str, Any]:
    investors = [{"name": name, "lead": name == lead} for name in ((lead,) if lead else ()) + backers]
    return {"company": company, "amount": usd(amount), "status": "completed", "investors": investors, **more}


FACTS: list[Fact] = [
    ("funding", _round("Tarrow Robotics", 9e6, "Quay Partners"), ANGEL),
    (
        "funding",
        _round(
            "Tarrow Robotics", 40e6, "Vessel", "Vessel Industrial Fund", "Quay Partners", date="2024-03",
            valuation=usd(200e6),
        ),
        A_ROUND,
    ),
    ("funding", _round("Tarrow Robotics", 90e6, lead="Moor Capital", date="2025-10", valuation=usd(700e6)), B_ROUND),
    ("funding", _round("Ombra Hands", 12e6, "Quay Partners", "Moor Capital", date="2025-05"), HANDS),
    ("funding", {"company": "Ombra Hands", "amount": usd(50e6), "status": "rumored", "date": "2026-01"}, TALKS),
    ("funding", {**_round("Kielder Arms", 30e6, date="2024-02", round="Series A"), "investors": None}, ARMS),
    ("funding", _round("Kielder Arms", 25e6, "Lodge Ventures", round="Series A"), ARMS_AGAIN),
    (
        "acquisition",
        {"buyer": "Tarrow Robotics", "target": "Ombra Hands", "date": "2026-06", "status": "completed"},
        BOUGHT,
    ),
]  # fmt: skip
FACTS = [(kind, {slot: value for slot, value in slots.items() if value}, quote) for kind, slots, quote in FACTS]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("short"), TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


def _lines(answerer: Answerer, question: str) -> list[str]:
    return [line.text for line in answerer.reply([question]).lines]


def test_a_valuation_over_time_is_told_in_order_of_time(asked: Answerer) -> None:
    told = _lines(asked, "Tarrow Robotics valuation history")
    assert ["$200 million" in told[0], "$700 million" in told[1]] == [True, True]


def test_the_total_stands_before_the_rounds(asked: Answerer) -> None:
    assert "add up to $139 million" in _lines(asked, "total raised by Tarrow Robotics")[0]


@pytest.mark.parametrize(
    "question", ["most active investors", "which investors did the most deals?", "top VCs", "who invested the most?"]
)
def test_active_investors_are_counted_by_their_rounds(asked: Answerer, question: str) -> None:
    told = _lines(asked, question)
    assert told[0].startswith("Quay Partners: 3 rounds (")
    assert told[1].startswith("Moor Capital: 2 rounds (")
    assert not any("Lodge" in line for line in told)


def test_a_house_and_its_fund_are_one_backer(asked: Answerer) -> None:
    told = _lines(asked, "who invested in Tarrow Robotics in 2024?")[0]
    assert "Vessel Industrial Fund and Quay Partners" in told
    assert "Vessel," not in told


@pytest.mark.parametrize("question", ["is Ombra Hands raising?", "Ombra Hands raising now"])
def test_a_round_on_its_way_stands_first(asked: Answerer, question: str) -> None:
    assert "$50 million" in _lines(asked, question)[0]


def test_where_no_round_is_on_its_way_that_is_said(asked: Answerer) -> None:
    told = _lines(asked, "is Tarrow Robotics raising?")
    assert told[0] == "No round in the making is told; the last one known:"
    assert "$90 million" in told[1]


def test_where_nobody_is_told_to_have_led_that_is_said(asked: Answerer) -> None:
    assert _lines(asked, "who led Ombra Hands's round in 2025?")[0] == "Who led it is not told; who took part:"
    assert "led by Moor Capital" in _lines(asked, "who led Tarrow Robotics's last round?")[0]


def test_a_round_that_was_reopened_is_the_last(asked: Answerer) -> None:
    assert "$25 million" in _lines(asked, "Kielder Arms last round")[0]


def test_a_heading_is_no_sentence_beside_a_fact(asked: Answerer) -> None:
    assert "“Rounds”" not in plain(asked.reply(["Tarrow Robotics last round"]))


def test_what_has_no_date_stands_last_in_a_period_and_says_so(asked: Answerer) -> None:
    told = [line for line in _lines(asked, "what did Tarrow Robotics raise in 2026?") if "raised" in line]
    assert all("no date told" in line for line in told)


@pytest.mark.parametrize(
    "question",
    [
        "did Kielder Arms buy anyone?",
        "has Kielder Arms acquired any company?",
        "was Kielder Arms acquired?",
        "down rounds",
    ],
)
def test_what_is_not_told_is_declined(asked: Answerer, question: str) -> None:
    assert not asked.reply([question]).answered


@pytest.mark.parametrize("question", ["did Tarrow Robotics buy anyone?", "has Tarrow Robotics acquired any start-ups?"])
def test_whoever_was_bought_is_told(asked: Answerer, question: str) -> None:
    assert "acquired Ombra Hands" in _lines(asked, question)[0]
