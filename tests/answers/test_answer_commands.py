"""Slash commands: what each shows, in which order, and when it says that nothing is known."""

from __future__ import annotations

import pytest

from bot.answers import Answerer, plain
from bot.answers.commands import COMMANDS
from bot.answers.render import COMMAND

SHOWN: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = [
    ("/deal Quillon", ("$120 million", "$30 million", "Oslo"), ("Tallow raised",)),
    ("/deal 奎隆", ("$120 million",), ()),
    ("/deal Bexley Capital", ("Quillon Robotics", "Tallow"), ("Nymph",)),
    ("/deal Ostrel", ("Nymph Dynamics", "Quillon Robotics raised"), ("Tallow raised",)),
    ("/deal Nymph Dynamics", ("Ostrel Group", "$1.4 billion", "announced"), ("acquired Nymph",)),
    ("/deal Vantor Motion", ("Nymph Dynamics",), ()),
    ("/deal over $1B", ("$1.4 billion",), ("$120 million",)),
    ("/deal under $20 million", ("$9 million",), ("$120 million", "$30 million")),
    ("/deal Quillon 2023", ("$30 million",), ("raised $120 million",)),
    ("/deal since 2025", ("$120 million", "$1.4 billion"), ("$30 million",)),
    ("/deal Series B", ("$120 million",), ("$30 million",)),
    ("/deal Bexley Capital seed round", ("$9 million",), ("$120 million",)),
    ("/deal rumored", ("Oslo",), ("$120 million",)),
    ("/deal Quillon total", ("$165 million",), ()),
    ("/who Mira Aldane", ("chief executive", "Ravensholm", "Vantor Motion", "lamps"), ()),
    ("/who CEO of Quillon", ("Mira Aldane",), ("Ilka Thorne",)),
    ("/who runs Quillon", ("Mira Aldane",), ("Ilka Thorne",)),
    ("/who Quillon", ("Mira Aldane", "Otto Brandvik"), ()),
    ("/who is Ilka Thorne", ("chairwoman", "Ostrel"), ()),
    ("/timeline Quillon", ("2019", "June 2023", "January 2025", "March 2025"), ("Nymph",)),
    ("/timeline Quillon 2023", ("$30 million",), ("Kestrel",)),
    ("/timeline Kestrel 2", ("January 2025",), ()),
    ("/ask what does the Kestrel 2 cost?", ("$48,000",), ()),
]


@pytest.mark.parametrize(("message", "said", "unsaid"), SHOWN, ids=[m for m, _, _ in SHOWN])
def test_shows(answerer: Answerer, message: str, said: tuple[str, ...], unsaid: tuple[str, ...]) -> None:
    answer = answerer.reply([message])
    text = plain(answer, COMMAND)
    assert answer.answered, text
    assert [word for word in said if word not in text] == []
    told = "\n".join(line.text for line in answer.lines)
    assert [word for word in unsaid if word in told] == []
    assert all(line.citations for line in answer.lines)


def test_deals_come_newest_first(answerer: Answerer) -> None:
    days = [line.when for line in answerer.reply(["/deal Bexley Capital"]).lines]
    assert days == sorted(days, reverse=True)
    assert len(days) == 2


def test_a_timeline_runs_forward(answerer: Answerer) -> None:
    days = [line.when for line in answerer.reply(["/timeline Quillon"]).lines if line.when]
    assert days == sorted(days)
    assert len(days) > 4


def test_values_that_disagree_are_noted_with_their_own_source(answerer: Answerer) -> None:
    line = next(line for line in answerer.reply(["/deal Quillon 2025"]).lines if line.notes)
    said = line.text + " ".join(note.text for note in line.notes)
    assert "$120 million" in said
    assert "$112 million" in said
    assert {c.source for note in line.notes for c in note.citations} <= {"a-round.md", "c-follow-up.md"}


@pytest.mark.parametrize(
    "message", ["/deal Merrin Bank", "/who Otto Vandersnoot", "/timeline Zephyrine", "/deal over $9 trillion"]
)
def test_nothing_known_is_said_plainly(answerer: Answerer, message: str) -> None:
    answer = answerer.reply([message])
    assert not answer.answered
    assert answer.hints != ()


def test_a_misspelt_name_is_taken_for_the_one_that_is_meant(answerer: Answerer) -> None:
    answer = answerer.reply(["/deal Quilon Robotics"])
    assert answer.answered
    assert answer.title.endswith("(taken to mean Quillon Robotics)")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.name)
def test_every_command_stands_in_the_help(answerer: Answerer, command: object) -> None:
    text = plain(answerer.reply(["/help"]), COMMAND)
    assert f"/{getattr(command, 'name', '?')}" in text


@pytest.mark.parametrize("message", ["/deal", "/who", "/timeline", "/ask"])
def test_a_command_without_an_argument_shows_an_example(answerer: Answerer, message: str) -> None:
    answer = answerer.reply([message])
    assert not answer.answered
    assert message in answer.hints[0]


def test_an_unknown_command_lists_the_known_ones(answerer: Answerer) -> None:
    answer = answerer.reply(["/frobnicate all"])
    assert not answer.answered
    assert "/deal" in answer.hints[0]
