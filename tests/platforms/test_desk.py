"""The desk: answers from one build, never on the event loop, never later than promised, never without a word."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import AsyncIterator

import pytest

from bot.platforms.shared.desk import Desk
from bot.platforms.shared.room import Room
from tests.platforms.stores import Shelf

ROOM = Room("slack", "C1")


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
async def desk(shelf: Shelf) -> AsyncIterator[Desk]:
    desk = Desk(shelf.servings(), workers=3, seconds=30)
    yield desk
    assert await desk.close()


async def test_an_answer_knows_what_was_said_before(desk: Desk) -> None:
    await desk.answer(ROOM, "U1", "who leads 1X?")
    reply = await desk.answer(ROOM, "U1", "since when?")
    assert reply.answer.lines[0].text == "who leads 1X? / since when?"
    assert reply.turns == ("who leads 1X?", "since when?")
    assert reply.text == "since when?"
    assert reply.events == ("e1",)
    assert not reply.failed


async def test_asking_again_gives_the_same_and_leaves_the_conversation(desk: Desk) -> None:
    first = await desk.answer(ROOM, "U1", "who leads 1X?")
    second = await desk.answer(ROOM, "U1", "since when?")
    assert await desk.again(second.turns) == second
    assert await desk.again(first.turns) == first
    assert (await desk.answer(ROOM, "U1", "why?")).turns == (*second.turns, "why?")


async def test_answers_are_made_beside_the_event_loop(desk: Desk, shelf: Shelf) -> None:
    await asyncio.gather(*(desk.answer(ROOM, f"U{n}", "q") for n in range(20)))
    assert shelf.threads
    assert threading.get_ident() not in shelf.threads
    assert len(shelf.opened) <= 3


async def test_a_store_is_opened_once_and_used_again(desk: Desk, shelf: Shelf) -> None:
    for _ in range(5):
        await desk.answer(ROOM, "U1", "q")
    assert len(shelf.opened) == 1


async def test_a_new_build_is_taken_up_and_the_old_one_closed(desk: Desk, shelf: Shelf) -> None:
    assert (await desk.answer(ROOM, "U1", "q")).answer.title == "build 1"
    shelf.build = 2
    assert (await desk.answer(ROOM, "U1", "q")).answer.title == "build 2"
    assert [store.closed for store in shelf.opened] == [True, False]


async def test_an_answer_that_began_before_the_build_ends_with_its_own(desk: Desk, shelf: Shelf) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def wait(text: str) -> None:
        if text == "slow":
            begun.set()
            assert go_on.wait(30)

    shelf.said = wait
    slow = asyncio.create_task(desk.answer(ROOM, "U1", "slow"))
    await asyncio.to_thread(begun.wait, 30)
    shelf.build = 2
    assert (await desk.answer(ROOM, "U2", "quick")).answer.title == "build 2"
    go_on.set()
    assert (await slow).answer.title == "build 1"
    assert shelf.opened[0].closed


async def test_warming_opens_a_build_before_somebody_asks(desk: Desk, shelf: Shelf) -> None:
    await desk.warm()
    await desk.warm()
    assert len(shelf.opened) == 4
    shelf.build = 2
    await desk.warm()
    assert [store.build for store in shelf.opened if not store.closed] == [2, 2, 2, 2]
    await asyncio.gather(*(desk.answer(ROOM, f"U{n}", "q") for n in range(9)), desk.complete("Fig"))
    assert len(shelf.opened) == 8


async def test_several_who_warm_at_once_open_a_build_once(desk: Desk, shelf: Shelf) -> None:
    await asyncio.gather(*(desk.warm() for _ in range(3)))
    assert len(shelf.opened) == 4


async def test_warming_ends_with_the_desk() -> None:
    go_on, begun = threading.Event(), threading.Event()

    def wait(text: str) -> None:
        begun.set()
        assert_set(go_on)

    shelf = Shelf(wait)
    desk = Desk(shelf.servings(), workers=3)
    warming = asyncio.create_task(desk.warm())
    await asyncio.to_thread(begun.wait, 30)
    assert not await desk.close(0)
    go_on.set()
    await warming
    assert await desk.close()
    assert [store.closed for store in shelf.opened] == [True]


async def test_what_goes_wrong_is_one_line_with_a_reference_that_the_log_carries(
    desk: Desk, shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(text: str) -> None:
        raise RuntimeError("the shelf fell down")

    shelf.said = fail
    with caplog.at_level(logging.ERROR):
        reply = await desk.answer(ROOM, "U1", "why?")
    assert reply.failed
    assert not reply.answer.answered
    assert reply.answer.lines == ()
    assert "\n" not in reply.answer.title
    assert f"reference {reply.reference}" in reply.answer.title
    assert "shelf" not in reply.answer.title
    assert reply.reference in caplog.text
    assert "the shelf fell down" in caplog.text
    assert "slack C1: 'why?'" in caplog.text


async def test_after_a_failure_the_store_is_opened_anew_and_the_conversation_goes_on(desk: Desk, shelf: Shelf) -> None:
    def fail(text: str) -> None:
        raise RuntimeError

    shelf.said = fail
    await desk.answer(ROOM, "U1", "a")
    shelf.said = lambda text: None
    reply = await desk.answer(ROOM, "U1", "b")
    assert not reply.failed
    assert reply.turns == ("a", "b")
    assert [store.closed for store in shelf.opened] == [True, False]


async def test_where_there_is_no_store_the_reader_is_told_what_to_do(desk: Desk, shelf: Shelf) -> None:
    shelf.build = None
    reply = await desk.answer(ROOM, "U1", "q")
    assert reply.failed
    assert "bot build" in reply.answer.title
    shelf.build = 1
    assert not (await desk.answer(ROOM, "U1", "q")).failed


async def test_an_answer_that_takes_too_long_is_given_up() -> None:
    go_on = threading.Event()
    shelf = Shelf(lambda text: None if text == "quick" else assert_set(go_on))
    desk = Desk(shelf.servings(), workers=2, seconds=0.05)
    reply = await desk.answer(ROOM, "U1", "slow")
    assert "too long" in reply.answer.title
    assert reply.reference in reply.answer.title
    assert not (await desk.again(["quick"])).failed
    assert not await desk.close(0)
    go_on.set()
    assert await desk.close()
    assert all(store.closed for store in shelf.opened)


def assert_set(event: threading.Event) -> None:
    assert event.wait(30)


async def test_names_are_completed_while_every_thread_is_at_an_answer(shelf: Shelf) -> None:
    go_on, begun = threading.Event(), threading.Semaphore(0)

    def wait(text: str) -> None:
        if text == "slow":
            begun.release()
            assert_set(go_on)

    shelf.said = wait
    desk = Desk(shelf.servings(), workers=2, seconds=30)
    slow = [asyncio.create_task(desk.answer(ROOM, f"U{n}", "slow")) for n in range(2)]
    for _ in slow:
        await asyncio.to_thread(begun.acquire)
    assert await desk.complete("Fig", 3) == ["Fig0", "Fig1", "Fig2"]
    go_on.set()
    await asyncio.gather(*slow)
    assert await desk.close()


async def test_completing_fails_without_a_word_to_the_reader(desk: Desk, shelf: Shelf) -> None:
    shelf.build = None
    assert await desk.complete("Fig") == []


async def test_any_work_can_be_done_over_the_store(desk: Desk) -> None:
    assert [entity.name for entity in await desk.read(lambda serving: serving.lookup("Figure"))] == ["Figure"]
    with pytest.raises(ZeroDivisionError):
        await desk.read(lambda serving: 1 // 0)


async def test_a_person_is_forgotten(desk: Desk) -> None:
    await desk.answer(ROOM, "U1", "a")
    desk.forget("slack", "U1")
    assert (await desk.answer(ROOM, "U1", "b")).turns == ("b",)


async def test_a_store_that_cannot_be_opened_is_told_of_once(
    desk: Desk, shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    fault = ""

    def said(text: str) -> None:
        if fault:
            raise OSError(fault)

    shelf.said = said
    for build, wrong in ((1, "torn"), (1, "torn"), (1, "torn"), (1, "worse"), (1, ""), (2, "torn")):
        shelf.build, fault = build, wrong
        await desk.warm()
    told = [line for line in caplog.text.splitlines() if "opening the fact store failed" in line]
    assert [line.rpartition("(")[2] for line in told] == ["OSError: torn)", "OSError: worse)", "OSError: torn)"]
