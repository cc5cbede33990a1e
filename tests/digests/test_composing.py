"""A channel is told what came with the builds since its last digest, wherever the articles were dated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.digests.composing import compose, note_build
from bot.digests.delivering import Composed, Deliverer
from bot.digests.learned import in_all
from bot.model.money import Money
from bot.state import State
from bot.state.deliveries import Delivery
from bot.state.subscriptions import Subscription
from bot.store.earlier import earlier
from bot.store.read import Facts
from bot.store.records import Change
from tests.digests.days import MONDAY
from tests.digests.post_office import PostOffice
from tests.digests.press import Press
from tests.state.clock import Clock


@pytest.fixture
def state(tmp_path: Path, clock: Clock) -> Iterator[State]:
    with State.open(tmp_path / "state.db", clock) as state:
        yield state


@pytest.fixture
def press(press: Press) -> Press:
    raised(press, "first", "Quillon", 10)
    return press


def raised(press: Press, name: str, company: str, millions: int, day: str = "2025-09-01") -> None:
    press.publish(
        name, day, f"{company} raised ${millions} million.", "funding",
        company=company, amount=Money(millions * 1e6, "USD"),
    )  # fmt: skip


class Week:
    """A channel's Mondays: `post` builds, notes, and posts what is due."""

    def __init__(self, press: Press, state: State, clock: Clock, folder: Path) -> None:
        self.press, self.state, self.clock = press, state, clock
        self.office = PostOffice(folder / "slack")
        self.composed: list[Composed] = []

    def build(self) -> None:
        with self.press.build() as facts:
            note_build(facts, self.state)

    async def post(self, weeks: int) -> list[str]:
        """The lines posted on one Monday."""
        self.clock.at = MONDAY + timedelta(weeks=weeks)
        self.composed.clear()

        async def make(delivery: Delivery) -> Composed | None:
            with Facts.open(self.press.db) as facts:
                composed = compose(facts, self.state, delivery)
            self.composed += [composed] if composed is not None else []
            return composed

        await Deliverer(self.state, {"slack": self.office}, make).tick()
        return [line.text for one in self.composed for line in one.answer.lines]


@pytest.fixture
def week(press: Press, state: State, clock: Clock, tmp_path: Path) -> Week:
    week = Week(press, state, clock, tmp_path)
    week.build()
    return week


def subscribe(state: State, **how: object) -> None:
    state.subscriptions.put(Subscription("slack", "C1", at=time(9), zone="UTC", **how))  # type: ignore[arg-type]


async def test_each_digest_tells_what_came_since_the_one_before(week: Week, press: Press, state: State) -> None:
    subscribe(state)
    raised(press, "second", "Marlow", 20, day="2024-01-01")
    week.build()
    assert await week.post(0) == ["Marlow raised $20 million"]
    raised(press, "third", "Ostrom", 30, day="")
    week.build()
    assert await week.post(1) == ["Ostrom raised $30 million"]
    assert await week.post(2) == []
    assert len(week.office.messages()) == 2


async def test_what_was_known_before_somebody_subscribed_is_no_news(week: Week, state: State) -> None:
    subscribe(state)
    assert await week.post(0) == []
    assert week.office.messages() == []


async def test_a_revised_article_is_not_new_again(week: Week, press: Press, state: State) -> None:
    subscribe(state)
    press.publish("first", "2025-09-01", "It leads the field.", "statement", speaker="Quillon", text="It leads")
    week.build()
    assert [text for text in await week.post(0) if "raised" in text] == []


async def test_a_digest_that_could_not_be_sent_is_part_of_the_next(
    week: Week, press: Press, state: State, clock: Clock
) -> None:
    subscribe(state)
    raised(press, "second", "Marlow", 20)
    week.build()
    clock.at = MONDAY
    delivery = state.deliveries.claim("slack", "C1", "digest", MONDAY, 1, "somebody")
    assert delivery is not None
    state.deliveries.failed(delivery, "out of tries")
    assert await week.post(1) == ["Marlow raised $20 million"]


async def test_topics_outlive_a_build_that_changed_ids(week: Week, press: Press, state: State) -> None:
    subscribe(state, entities=(("an id of long ago", "Marlow"),))
    raised(press, "second", "Marlow", 20)
    raised(press, "third", "Ostrom", 30)
    week.build()
    assert await week.post(0) == ["Marlow raised $20 million"]


async def test_a_topic_that_nothing_goes_by_any_more_lets_nothing_through(
    week: Week, press: Press, state: State
) -> None:
    subscribe(state, entities=(("an id of long ago", "Nobody"),))
    raised(press, "second", "Marlow", 20)
    week.build()
    assert await week.post(0) == []


async def test_what_the_channel_watches_comes_first(week: Week, press: Press, state: State) -> None:
    subscribe(state)
    raised(press, "second", "Marlow", 1)
    raised(press, "third", "Ostrom", 900)
    week.build()
    with Facts.open(press.db) as facts:
        state.watches.add("slack", "channel", "C1", facts.lookup("Marlow")[0].id, "Marlow")
    assert await week.post(0) == ["Marlow raised $1 million", "Ostrom raised $900 million"]


async def test_a_channel_may_ask_to_be_told_that_nothing_is_new(week: Week, state: State) -> None:
    subscribe(state, say_nothing_new=True)
    assert await week.post(0) == []
    assert [message["title"] for message in week.office.messages()] == ["Nothing new since 5 October 2025."]


async def test_who_watches_is_told_of_that_alone(week: Week, press: Press, state: State) -> None:
    with Facts.open(press.db) as facts:
        quillon = facts.lookup("Quillon")[0]
    state.watches.add("slack", "user", "U1", quillon.id, quillon.name)
    raised(press, "second", "Quillon", 20)
    raised(press, "third", "Ostrom", 900)
    week.clock.move(minutes=1)
    week.build()
    assert await week.post(0) == ["Quillon raised $20 million"]
    (message,) = week.office.messages()
    assert message["channel"] == "@U1"
    assert message["title"].startswith("From what you watch: new since ")


async def test_who_watches_no_more_is_not_told(week: Week, press: Press, state: State) -> None:
    raised(press, "second", "Quillon", 20)
    state.watches.add("slack", "user", "U1", "e1", "Quillon")
    week.clock.move(minutes=1)
    week.build()
    delivery = state.deliveries.claim("slack", "@U1", "watch", week.clock.at, 0, "somebody")
    assert delivery is not None
    state.watches.remove("slack", "user", "U1", "e1")
    with Facts.open(press.db) as facts:
        assert compose(facts, state, delivery) is None


async def test_a_build_is_noted_once(week: Week, press: Press, state: State) -> None:
    with Facts.open(press.db) as facts:
        assert not note_build(facts, state)
    assert state.arrivals.newest() == 1


class TestMissedBuilds:
    """Builds that nobody served, or that followed each other before anybody looked."""

    async def test_what_they_withdrew_is_told_once(self, week: Week, press: Press, state: State) -> None:
        subscribe(state)
        raised(press, "second", "Marlow", 20)
        week.build()
        assert await week.post(0) == ["Marlow raised $20 million"]
        press.withdraw("second")
        press.build().close()
        raised(press, "third", "Ostrom", 30)
        press.build().close()
        raised(press, "fourth", "Pell", 40)
        week.build()
        told = await week.post(1)
        assert [text for text in told if "Marlow" in text] != []
        assert {"Ostrom raised $30 million", "Pell raised $40 million"} <= set(told)
        assert await week.post(2) == []

    async def test_who_noted_them_all_is_told_no_more_of_them(self, week: Week, press: Press, state: State) -> None:
        subscribe(state)
        raised(press, "second", "Marlow", 20)
        week.build()
        await week.post(0)
        press.withdraw("second")
        week.build()
        raised(press, "third", "Ostrom", 30)
        week.build()
        assert len([text for text in await week.post(1) if "Marlow" in text]) == 1
        raised(press, "fourth", "Pell", 40)
        week.build()
        assert await week.post(2) == ["Pell raised $40 million"]

    def test_what_came_before_the_first_that_was_noted_is_none_of_them(self, press: Press, state: State) -> None:
        press.build().close()
        press.withdraw("first")
        raised(press, "second", "Marlow", 20)
        press.build().close()
        raised(press, "third", "Ostrom", 30)
        with press.build() as facts:
            assert note_build(facts, state)
            assert not note_build(facts, state)
        raised(press, "fourth", "Pell", 40)
        with press.build() as facts:
            assert note_build(facts, state)
        assert state.arrivals.newest() == 2
        assert state.arrivals.changes(0, 2) == []

    def test_so_many_are_carried_on(self, press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("bot.store.earlier.KEPT", 2)
        for number in range(4):
            raised(press, f"more-{number}", f"Company {number} Robotics", 20 + number)
            press.build().close()
        with Facts.open(press.db) as facts:
            assert len(earlier(facts)) == 2


def change(what: str, before: str = "", after: str = "", slot: str = "amount") -> Change:
    return Change(what, "event", "funding", slot, before, after)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "in_one"),
    [
        ([change("corrected", "1", "2"), change("corrected", "2", "3")], [change("corrected", "1", "3")]),
        ([change("corrected", "1", "2"), change("corrected", "2", "1")], []),
        ([change("conflicting", "1", "1 / 2"), change("corrected", "1", "2")], [change("corrected", "1", "2")]),
        ([change("corrected", "1", "2"), change("conflicting", "2", "2 / 3")],
         [change("corrected", "1", "2"), change("conflicting", "2", "2 / 3")]),
        ([change("corrected", "1", "2"), change("corrected", "a", "b", "round")],
         [change("corrected", "1", "2"), change("corrected", "a", "b", "round")]),
        ([], []),
    ],
)  # fmt: skip
def test_several_corrections_of_one_value_are_one(changes: list[Change], in_one: list[Change]) -> None:
    assert in_all(changes) == in_one


async def test_a_thread_is_told_of_what_is_watched_in_it(week: Week, press: Press, state: State) -> None:
    with Facts.open(press.db) as facts:
        (quillon,) = facts.lookup("Quillon")
    thread = "C1/1700000001.000100"
    state.channels.set_language("slack", "C1", "de")
    for user in ("U1", "U2"):
        state.watches.add("slack", "user", user, quillon.id, quillon.name, thread)
    raised(press, "second", "Quillon", 25)
    raised(press, "third", "Ostrom", 30)
    week.clock.move(minutes=1)
    week.build()
    assert await week.post(0) == ["Quillon raised 25\u00a0Mio.\u00a0$"]
    (message,) = week.office.messages()
    assert message["channel"] == thread
    assert state.watches.leave("slack", thread) == 2
    raised(press, "fourth", "Quillon", 26)
    week.build()
    assert await week.post(1) == []


async def test_only_the_digest_itself_comes_with_a_chart(week: Week, press: Press, state: State) -> None:
    subscribe(state, on_arrival=True)
    for n, company in enumerate(("Marlow", "Ostrom", "Tessaro")):
        raised(press, f"new{n}", company, 20 + n)
    week.build()
    await week.post(0)
    pictures = {one.answer.title.startswith("New since"): one.answer.picture for one in week.composed}
    assert pictures[True] is not None
    assert pictures.get(False) is None
