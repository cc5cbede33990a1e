"""`/watch` as every platform hands it on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from bot.digests.command import Asker
from bot.digests.watching import WatchDesk
from bot.state import State
from bot.store.read import Facts
from tests.digests.press import Press

T = TypeVar("T")

ADA = Asker("slack", "C1", "U1")
BOSS = replace(ADA, user="U2", may=True)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    with State.open(tmp_path / "state.db") as opened:
        yield opened


@pytest.fixture
def say(tmp_path: Path, state: State) -> Callable[..., str]:
    press = Press(tmp_path)
    for name in ("Quillon", "Brisk"):
        told = f"{name} Robotics opened a new plant."
        press.publish(name.lower(), "2025-10-01", told, "launch", company=f"{name} Robotics", product="plant")
    press.build().close()

    async def read(work: Callable[[Facts], T], /) -> T:
        with Facts.open(press.db) as facts:
            return work(facts)

    desk = WatchDesk(read, state)

    def ask(text: str, asker: Asker = ADA) -> str:
        answer = asyncio.run(desk.handle(asker, text))
        return "\n".join((answer.title, *(line.text for line in answer.lines)))

    return ask


def test_a_watch_begins_is_listed_and_ends(say: Callable[..., str], state: State) -> None:
    assert say("") == "You watch nothing yet: /watch NAME begins."
    assert say("quillon robotics") == "You now watch Quillon Robotics."
    assert say("Quillon Robotics") == "You already watch Quillon Robotics."
    assert "Quillon Robotics, since " in say("")
    assert say("", BOSS) == "You watch nothing yet: /watch NAME begins."
    assert say("stop Quillon Robotics") == "You no longer watch Quillon Robotics."
    assert say("stop Quillon Robotics") == "You do not watch Quillon Robotics."
    assert state.watches.all() == []


def test_a_channel_is_told_by_administrators(say: Callable[..., str], state: State) -> None:
    assert "Only administrators" in say("here Brisk Robotics")
    assert state.watches.all() == []
    assert say("here Brisk Robotics", BOSS) == "This channel now watches Brisk Robotics."
    assert [(w.owner_kind, w.owner) for w in state.watches.all()] == [("channel", "C1")]
    assert "Brisk Robotics, since" in say("HERE")
    assert "Only administrators" in say("here stop Brisk Robotics")
    assert say("here stop Brisk Robotics", BOSS) == "This channel no longer watches Brisk Robotics."
    assert state.watches.all() == []


@pytest.mark.parametrize("channel", ["", "@U2"])
def test_where_there_is_no_channel_nothing_is_watched_for_it(
    say: Callable[..., str], state: State, channel: str
) -> None:
    assert "for channels that I am in" in say("here Brisk Robotics", replace(BOSS, channel=channel))
    assert state.watches.all() == []


def test_a_name_that_is_not_known_gets_near_ones_and_is_repeated_harmless(say: Callable[..., str]) -> None:
    assert say("Quilon Robotics") == "I know nobody called “Quilon Robotics”. Did you mean Quillon Robotics?"
    assert "<!channel>" not in say("<!channel>")


def test_what_the_facts_lost_can_still_be_ended(say: Callable[..., str], state: State) -> None:
    state.watches.add("slack", "user", "U1", "org-gone", "Gone Robotics")
    assert say("stop gone robotics") == "You no longer watch Gone Robotics."


IN_THREAD = replace(ADA, thread="C1/1700000001.000100")


def test_in_a_thread_the_news_goes_to_the_thread(say: Callable[..., str], state: State) -> None:
    assert say("Brisk Robotics", IN_THREAD) == "You now watch Brisk Robotics. News of it comes to this thread."
    assert [(w.owner, w.place) for w in state.watches.all()] == [("U1", IN_THREAD.thread)]
    assert "already watch" in say("Brisk Robotics", IN_THREAD)
    assert "Brisk Robotics, since " in say("")
    assert say("").endswith(", told in a thread")


def test_one_may_be_told_in_a_thread_and_in_person(say: Callable[..., str], state: State) -> None:
    say("Brisk Robotics")
    say("Brisk Robotics", IN_THREAD)
    assert [w.place for w in state.watches.all()] == ["", IN_THREAD.thread]
    assert say("").count("Brisk Robotics") == 1
    assert say("stop Brisk Robotics") == "You no longer watch Brisk Robotics."
    assert state.watches.all() == []


def test_whoever_is_in_a_thread_may_end_what_it_is_told(say: Callable[..., str], state: State) -> None:
    say("Brisk Robotics", IN_THREAD)
    say("Brisk Robotics")
    bo = replace(IN_THREAD, user="U9")
    assert say("stop Brisk Robotics", bo) == "This thread no longer hears of Brisk Robotics."
    assert say("stop Brisk Robotics", bo) == "You do not watch Brisk Robotics."
    assert [(w.owner, w.place) for w in state.watches.all()] == [("U1", "")]


def test_in_a_direct_conversation_the_person_is_told(say: Callable[..., str], state: State) -> None:
    say("Brisk Robotics", replace(IN_THREAD, channel="@U1"))
    assert [w.place for w in state.watches.all()] == [""]


def test_without_a_store_it_is_said_what_to_do(tmp_path: Path, state: State) -> None:
    async def read(work: Callable[[Facts], T], /) -> T:
        with Facts.open(tmp_path / "facts.db") as facts:
            return work(facts)

    answer = asyncio.run(WatchDesk(read, state).handle(ADA, "Quillon"))
    assert answer.title == f"There is no fact store at {tmp_path / 'facts.db'}: run `bot build`."
