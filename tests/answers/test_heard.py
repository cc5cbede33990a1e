"""A conversation goes on from where it stands: what was answered before is not answered again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.answers import Answerer, answerer
from bot.answers.asked.heard import Conversations, Heard
from bot.answers.desk import Desk
from bot.model.answer import Answer
from bot.store.read import Facts
from tests.answers.test_answer_conversations import TALKS

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize("turns", [turns for turns, _ in TALKS], ids=" / ".join)
def test_turn_by_turn_the_answers_are_those_of_the_whole_conversation(facts: Facts, turns: tuple[str, ...]) -> None:
    at_once, by_turn = Answerer(facts, TODAY), Answerer(facts, TODAY)
    told = [by_turn.reply(turns[:many]) for many in range(1, len(turns) + 1)]
    assert told[-1] == at_once.reply(turns)


def test_only_the_last_message_of_a_conversation_that_is_known_is_answered(
    facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered: list[str] = []

    def noted(desk: Desk, text: str) -> Answer:
        answered.append(text)
        return answerer_free(desk, text)

    asked, answerer_free = Answerer(facts, TODAY), answerer.answer_free
    monkeypatch.setattr(answerer, "answer_free", noted)
    asked.reply(["who runs Quillon?"])
    asked.reply(["who runs Quillon?", "where did she study?"])
    asked.reply(["who runs Quillon?", "and Tallow?"])
    assert answered == ["who runs Quillon?", "where did she study?", "and Tallow?"]


def test_two_who_go_on_from_one_message_do_not_hear_each_other(facts: Facts) -> None:
    asked = Answerer(facts, TODAY)
    first = asked.reply(["/deal Quillon", "and in 2023?"])
    asked.reply(["/deal Quillon", "and Tallow?"])
    assert asked.reply(["/deal Quillon", "and in 2023?"]) == first


def test_the_longest_beginning_that_was_heard_is_gone_on_from() -> None:
    kept, one, two = Conversations(), Heard(last="one"), Heard(last="two")
    kept.keep(("a",), TODAY, one)
    kept.keep(("a", "b"), TODAY, two)
    assert kept.longest(("a", "b", "c"), TODAY) == (2, two)
    assert kept.longest(("a", "c"), TODAY) == (1, one)
    assert kept.longest(("b", "a"), TODAY) == (0, Heard())


def test_on_another_day_it_is_heard_anew() -> None:
    kept = Conversations()
    kept.keep(("raised last month?",), TODAY, Heard(last="raised last month?"))
    assert kept.longest(("raised last month?",), TODAY + timedelta(days=1)) == (0, Heard())


def test_the_oldest_are_forgotten() -> None:
    kept = Conversations(most=2)
    for turn in ("a", "b", "c"):
        kept.keep((turn,), TODAY, Heard(last=turn))
    assert [kept.longest((turn,), TODAY)[0] for turn in ("a", "b", "c")] == [0, 1, 1]
