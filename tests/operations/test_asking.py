"""How often somebody may ask: measured in a time that no clock's step touches, forgetful, and fair."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.answer import Answer
from bot.operations.asking import Allowance, Limits
from bot.operations.interactions import Interaction
from bot.platforms.shared.desk import Desk, Reader
from bot.platforms.shared.room import Room
from tests.platforms.stores import Shelf


class Time:
    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


def test_a_minute_s_worth_at_once_then_one_by_one() -> None:
    time = Time()
    limits = Limits(person=3, now=time)
    assert [limits.ask("slack", "C1", "U1") for _ in range(5)] == [0, 0, 0, 20, 20]
    time.at += 13.5
    assert limits.ask("slack", "C1", "U1") == 7
    time.at += 6.5
    assert [limits.ask("slack", "C1", "U1") for _ in range(2)] == [0, 20]
    time.at += 60
    assert [limits.ask("slack", "C1", "U1") for _ in range(4)] == [0, 0, 0, 20]


def test_a_person_is_counted_in_every_channel_and_on_each_platform_apart() -> None:
    limits = Limits(person=1, now=Time())
    assert limits.ask("slack", "C1", "U1") == 0
    assert limits.ask("slack", "C2", "U1") == 60
    assert limits.ask("slack", "C1", "U2") == 0
    assert limits.ask("discord", "C1", "U1") == 0


def test_a_channel_is_counted_over_all_who_ask_there() -> None:
    limits = Limits(person=9, channel=2, now=Time())
    assert [limits.ask("slack", "C1", f"U{n}") for n in range(3)] == [0, 0, 30]
    assert limits.ask("slack", "C2", "U2") == 0


def test_who_is_refused_by_the_channel_loses_nothing_of_their_own() -> None:
    limits = Limits(person=1, channel=1, now=Time())
    limits.ask("slack", "C1", "U1")
    assert limits.ask("slack", "C1", "U2") == 60
    assert limits.ask("slack", "C2", "U2") == 0


def test_nought_is_no_limit() -> None:
    limits = Limits(now=Time())
    assert {limits.ask("slack", "C1", "U1") for _ in range(1000)} == {0}


def test_those_who_asked_long_ago_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.operations.asking._MOST_KEYS", 10)
    time = Time()
    allowance = Allowance(1, time)
    for n in range(10):
        allowance.take(f"U{n}")
    time.at += 61
    allowance.take("new")
    assert len(allowance) == 1
    for n in range(50):  # even where all of them ask at the same moment
        allowance.take(f"V{n}")
    assert len(allowance) <= 21


@given(st.integers(1, 20), st.lists(st.floats(0, 90, allow_nan=False), min_size=1, max_size=200))
def test_never_more_than_twice_the_number_in_any_minute(a_minute: int, pauses: list[float]) -> None:
    """A saved up minute and the one that goes by; and the wait that is told suffices."""
    time = Time()
    limits = Limits(person=a_minute, now=time)
    taken: list[float] = []
    for pause in pauses:
        time.at += pause
        wait = limits.ask("slack", "", "U1")
        if wait:
            time.at += wait
            assert limits.ask("slack", "", "U1") == 0
        taken.append(time.at)
    for begin in taken:
        assert sum(begin <= at < begin + 59.9 for at in taken) <= 2 * a_minute


ROOM = Room("slack", "C1")


async def test_who_asks_too_often_is_told_in_one_line_when_to_try_again() -> None:
    shelf, kept = Shelf(), []
    desk = Desk(shelf.servings(), workers=1, limits=Limits(person=2, now=Time()), keep=[kept.append])
    asked: list[str] = []
    shelf.said = asked.append
    await desk.answer(ROOM, "U1", "one")
    await desk.again(("one",), Reader(ROOM, "U1"), asked=True)
    reply = await desk.answer(ROOM, "U1", "two")
    assert reply.answer == Answer(False, "Too many questions at once: try again in 30 s.")
    assert reply.limited
    assert reply.failed
    assert asked == ["one", "one"]
    assert (await desk.again(("one",), Reader(ROOM, "U1"), asked=True)).limited
    assert not (await desk.again(("one",), Reader(ROOM, "U1"))).limited  # a verdict, a share: no question
    assert not (await desk.answer(ROOM, "U2", "three")).limited
    assert desk.conversations.turns(ROOM, "U1") == ("one",)
    assert [one.outcome for one in kept] == ["answered", "answered", "limited", "limited", "answered"]
    assert await desk.close()


async def test_commands_of_other_rooms_are_under_the_same_limit() -> None:
    kept: list[Interaction] = []
    desk = Desk(Shelf().servings(), workers=1, limits=Limits(person=1, now=Time()), keep=[kept.append])

    async def work() -> Answer:
        return Answer(True, "done")

    async def fail() -> Answer:
        raise RuntimeError

    assert (await desk.noted("digest", ROOM, "U1", work)).title == "done"
    assert (await desk.noted("digest", ROOM, "U1", work)).title == "Too many questions at once: try again in 60 s."
    with pytest.raises(RuntimeError):
        await desk.noted("facts", ROOM, "U2", fail)
    assert [(one.command, one.outcome) for one in kept] == [
        ("digest", "answered"), ("digest", "limited"), ("facts", "failed"),
    ]  # fmt: skip
    assert await desk.close()
