"""Job cuts: whether there were any at a house, and how many went or what share of the staff."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answers import Answerer, plain
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import of_one

NAMES: list[tuple[str, EntityKind]] = [("Corran Arms", "org"), ("Selby Motion", "org"), ("Vestrel", "org")]
TEXT = """A hard spring for Corran Arms

Corran Arms has a new chief. After talks with Selby Motion, the gripper-maker laid off nearly a third of its staff.

Those who were laid off get 12 weeks of pay.

Vestrel will cut 140 jobs in Delft, and its board is to shrink.

Selby Motion has 90 employees.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("cuts"), TEXT, NAMES, [])) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("how many people did Corran Arms lay off?", "a third of its staff"),
        ("layoffs at Corran Arms?", "a third of its staff"),
        ("did Corran Arms lay people off", "a third of its staff"),
        ("how big were the layoffs at Corran Arms", "a third of its staff"),
        ("how many jobs will Vestrel cut", "140 jobs"),
        ("what share of its staff did Corran Arms cut", "a third of its staff"),
    ],
)
def test_cuts_are_told(answerer: Answerer, asked: str, said: str) -> None:
    (first, *_) = answerer.reply([asked]).lines
    assert said in first.text


@pytest.mark.parametrize(
    "asked",
    [
        "how many people did Selby Motion lay off?",  # the sentence that names it tells of another
        "how many employees does Corran Arms have?",
    ],
)
def test_those_of_another_and_other_numbers_are_none(answerer: Answerer, asked: str) -> None:
    answer = answerer.reply([asked])
    assert not answer.answered, plain(answer)


def test_a_span_of_pay_is_no_number_of_jobs(tmp_path: Path) -> None:
    quote = "Vestrel said laid-off employees get 12 weeks of pay, or 14 weeks for employees of two years."
    text = f"Pay at Vestrel\n\n{quote}\n"
    with Facts.open(of_one(tmp_path, text, NAMES, [])) as facts:
        assert not Answerer(facts).reply(["how many employees did Vestrel lay off?"]).answered
