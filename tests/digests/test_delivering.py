"""Once, and only once: whatever ends, falls, forgets or runs beside it."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.digests.delivering import MOST_TRIES, SETTLING, Compose, Composed, Deliverer
from bot.model.answer import Answer
from bot.model.posting import Gone, NotSent
from bot.state import State
from bot.state.deliveries import Delivery
from bot.state.subscriptions import Subscription
from tests.digests.days import MONDAY
from tests.digests.fire import deliver_under_fire
from tests.digests.post_office import PostOffice
from tests.state.clock import Clock


@pytest.fixture
def state(place: Path | str, clock: Clock) -> Iterator[State]:
    with State.open(place, clock) as state:
        state.arrivals.record("first", [("old.md", "a0")], [])
        yield state


@pytest.fixture
def office(tmp_path: Path) -> PostOffice:
    return PostOffice(tmp_path / "slack")


async def compose(delivery: Delivery) -> Composed:
    return Composed(Answer(True, f"builds {delivery.since} to {delivery.until}"), ("e1",))


def deliverer(state: State, office: PostOffice, make: Compose = compose) -> Deliverer:
    return Deliverer(state, {"slack": office}, make)


def subscribe(state: State, channel: str = "C1", **how: object) -> Subscription:
    return state.subscriptions.put(Subscription("slack", channel, at=time(9), zone="UTC", **how))  # type: ignore[arg-type]


async def test_a_digest_comes_when_it_is_due_and_not_again(state: State, office: PostOffice, clock: Clock) -> None:
    subscribe(state)
    posting = deliverer(state, office)
    clock.at = MONDAY - timedelta(seconds=1)
    await posting.tick()
    assert office.messages() == []
    clock.at = MONDAY
    for _ in range(3):
        await posting.tick()
    assert office.channels() == ["C1"]
    (delivery,) = state.deliveries.of("slack", "C1")
    assert (delivery.status, delivery.period, delivery.events) == ("sent", MONDAY, ("e1",))
    assert delivery.message == f"message {delivery.token}"


async def test_a_zone_that_nobody_knows_any_more_costs_no_other_digest(
    state: State, office: PostOffice, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    state.subscriptions.put(Subscription("slack", "C0", at=time(9), zone="Mars/Base"))
    subscribe(state)
    posting = deliverer(state, office)
    clock.at = MONDAY
    for _ in range(3):
        await posting.tick()
    assert office.channels() == ["C1"]
    assert caplog.text.count("the digest of slack C0 is not posted: 'Mars/Base' is no time zone") == 1


@pytest.mark.parametrize("fault", [Gone("no such user"), ConnectionError("no answer")])
async def test_the_log_names_nobody(
    state: State, office: PostOffice, clock: Clock, caplog: pytest.LogCaptureFixture, fault: Exception
) -> None:
    async def falls(point: str) -> None:
        raise fault

    subscribe(state, "@U0ADA")
    office.at = falls
    clock.at = MONDAY
    await deliverer(state, office).tick()
    assert "message 1 for slack somebody" in caplog.text
    assert "U0ADA" not in caplog.text


async def test_who_posts_elsewhere_leaves_a_claim_to_who_posts_there(
    state: State, office: PostOffice, clock: Clock
) -> None:
    state.deliveries.claim("slack", "C1", "digest", MONDAY, 0, "somebody", timedelta(0))
    subscribe(state)
    elsewhere = Deliverer(state, {"discord": office}, compose)
    await elsewhere.tick()
    await deliverer(state, office).tick()
    assert office.channels() == ["C1"]


async def test_a_digest_tells_what_came_since_the_last(state: State, office: PostOffice, clock: Clock) -> None:
    subscribe(state)
    posting = deliverer(state, office)
    for week in range(3):
        state.arrivals.record(f"build {week}", [], [])
        clock.at = MONDAY + timedelta(weeks=week)
        await posting.tick()
    assert [message["title"] for message in office.messages()] == ["builds 1 to 2", "builds 2 to 3", "builds 3 to 4"]


async def test_after_weeks_of_silence_one_digest_catches_up(state: State, office: PostOffice, clock: Clock) -> None:
    subscribe(state)
    state.arrivals.record("build", [], [])
    clock.at = MONDAY + timedelta(weeks=20, hours=3)
    await deliverer(state, office).tick()
    await deliverer(state, office).tick()
    assert [message["title"] for message in office.messages()] == ["builds 1 to 2"]
    assert [d.period for d in state.deliveries.of("slack", "C1")] == [MONDAY + timedelta(weeks=20)]


async def test_what_was_due_before_somebody_subscribed_is_not_posted(
    state: State, office: PostOffice, clock: Clock
) -> None:
    clock.at = MONDAY + timedelta(minutes=1)
    subscribe(state)
    await deliverer(state, office).tick()
    assert office.messages() == []


@pytest.mark.parametrize("step", [timedelta(hours=-2), timedelta(days=-400)])
async def test_a_clock_that_steps_back_repeats_nothing(
    state: State, office: PostOffice, clock: Clock, step: timedelta
) -> None:
    subscribe(state)
    posting = deliverer(state, office)
    clock.at = MONDAY
    await posting.tick()
    clock.at = MONDAY + step
    await posting.tick()
    clock.at = MONDAY + timedelta(minutes=5)
    await posting.tick()
    assert office.channels() == ["C1"]


async def test_a_clock_that_ran_ahead_for_a_while_silences_nobody(
    state: State, office: PostOffice, clock: Clock
) -> None:
    subscribe(state)
    posting = deliverer(state, office)
    clock.at = MONDAY + timedelta(days=3650)
    await posting.tick()
    clock.at = MONDAY + timedelta(weeks=1)
    await posting.tick()
    assert len(office.messages()) == 2


async def test_what_is_silent_is_marked_and_not_posted(state: State, office: PostOffice, clock: Clock) -> None:
    async def nothing_new(delivery: Delivery) -> Composed:
        return Composed(Answer(False, "Nothing new."), silent=delivery.channel == "quiet")

    subscribe(state, "quiet")
    subscribe(state, "told")
    clock.at = MONDAY
    await deliverer(state, office, nothing_new).tick()
    assert office.channels() == ["told"]
    assert state.deliveries.of("slack", "quiet")[0].status == "empty"


async def test_a_pause_stops_and_going_on_starts_from_there(state: State, office: PostOffice, clock: Clock) -> None:
    subscribe(state)
    posting = deliverer(state, office)
    assert state.subscriptions.pause("slack", "C1")
    clock.at = MONDAY + timedelta(weeks=1, hours=1)
    await posting.tick()
    assert state.subscriptions.resume("slack", "C1")
    await posting.tick()
    assert office.messages() == []
    clock.at = MONDAY + timedelta(weeks=2)
    await posting.tick()
    assert office.channels() == ["C1"]


async def test_a_channel_that_is_gone_is_given_up_and_paused(
    state: State, office: PostOffice, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    async def gone(point: str) -> None:
        raise Gone("the channel was deleted")

    subscribe(state)
    office.at = gone
    clock.at = MONDAY
    await deliverer(state, office).tick()
    assert state.deliveries.of("slack", "C1")[0].reason == "the channel was deleted"
    subscription = state.subscriptions.get("slack", "C1")
    assert subscription is not None
    assert subscription.paused == "the channel was deleted"
    assert "paused" in caplog.text


async def test_what_surely_did_not_arrive_is_sent_when_the_platform_says(
    state: State, office: PostOffice, clock: Clock
) -> None:
    async def limited(point: str) -> None:
        if point == "before":
            raise NotSent("rate limited", 120)

    subscribe(state)
    office.at = limited
    posting = deliverer(state, office)
    clock.at = MONDAY
    await posting.tick()
    office.at = PostOffice(office.file).at
    clock.move(seconds=119)
    await posting.tick()
    assert office.messages() == []
    clock.move(seconds=1)
    await posting.tick()
    assert office.channels() == ["C1"]


async def test_a_post_that_timed_out_but_arrived_is_found_and_not_repeated(
    state: State, office: PostOffice, clock: Clock
) -> None:
    async def late(point: str) -> None:
        if point == "after":
            raise TimeoutError

    subscribe(state)
    office.at = late
    posting = deliverer(state, office)
    clock.at = MONDAY
    await posting.tick()
    assert state.deliveries.of("slack", "C1")[0].status == "claimed"
    clock.move(minutes=2)
    await posting.tick()
    assert office.channels() == ["C1"]
    (delivery,) = state.deliveries.of("slack", "C1")
    assert (delivery.status, delivery.events) == ("sent", ("e1",))


async def test_where_history_cannot_be_read_nothing_is_sent_twice_and_nothing_is_tried_for_ever(
    state: State, office: PostOffice, clock: Clock
) -> None:
    async def late(point: str) -> None:
        raise TimeoutError

    subscribe(state)
    office.at, office.unreadable = late, True
    posting = deliverer(state, office)
    clock.at = MONDAY
    for _ in range(MOST_TRIES + 3):
        await posting.tick()
        clock.move(minutes=2)
    assert office.messages() == []
    (delivery,) = state.deliveries.of("slack", "C1")
    assert (delivery.status, delivery.tries) == ("failed", MOST_TRIES)


async def test_one_channel_s_trouble_costs_no_other_its_digest(
    state: State, office: PostOffice, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    async def half(delivery: Delivery) -> Composed:
        if delivery.channel == "bad":
            raise ValueError("this one cannot be composed")
        return await compose(delivery)

    for channel in ("a", "bad", "z"):
        subscribe(state, channel)
    clock.at = MONDAY
    await deliverer(state, office, half).tick()
    assert office.channels() == ["a", "z"]
    assert "this one cannot be composed" in caplog.text


async def test_several_processes_share_the_channels(state: State, office: PostOffice, clock: Clock) -> None:
    for number in range(20):
        subscribe(state, f"C{number:02}")
    clock.at = MONDAY
    await asyncio.gather(*(deliverer(state, office).tick() for _ in range(4)))
    assert office.channels() == [f"C{number:02}" for number in range(20)]


async def test_a_claim_in_another_s_hands_is_left_there(state: State, office: PostOffice, clock: Clock) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def wait(point: str) -> None:
        begun.set()
        await go_on.wait()

    subscribe(state)
    clock.at = MONDAY
    slow = PostOffice(office.file, wait)
    first = asyncio.create_task(deliverer(state, slow).tick())
    await begun.wait()
    await deliverer(state, office).tick()
    assert office.messages() == []
    go_on.set()
    await first
    assert office.channels() == ["C1"]


async def test_who_composed_too_long_leaves_it_to_the_next(state: State, office: PostOffice, clock: Clock) -> None:
    async def slow(delivery: Delivery) -> Composed:
        clock.move(seconds=50)
        return await compose(delivery)

    subscribe(state)
    clock.at = MONDAY
    await deliverer(state, office, slow).tick()
    assert office.messages() == []
    clock.move(seconds=20)
    await deliverer(state, office).tick()
    assert office.channels() == ["C1"]


async def test_who_wants_it_no_more_is_left_alone(state: State, office: PostOffice, clock: Clock) -> None:
    async def nobody(delivery: Delivery) -> Composed | None:
        return None

    subscribe(state)
    clock.at = MONDAY
    await deliverer(state, office, nobody).tick()
    assert office.messages() == []
    assert state.deliveries.of("slack", "C1")[0].reason == "nobody wants it any more"


async def test_new_articles_are_one_notice_when_no_more_come(state: State, office: PostOffice, clock: Clock) -> None:
    subscribe(state, on_arrival=True)
    subscribe(state, "other")
    posting = deliverer(state, office)
    for number in range(3):
        state.arrivals.record(f"build {number}", [], [])
        clock.at += SETTLING / 2
        await posting.tick()
    assert office.messages() == []
    clock.at += SETTLING / 2
    for _ in range(3):
        await posting.tick()
    assert [(m["channel"], m["title"]) for m in office.messages()] == [("C1", "builds 1 to 4")]


async def test_who_watches_is_told_in_person_whatever_digests_come(
    state: State, office: PostOffice, clock: Clock
) -> None:
    state.watches.add("slack", "user", "U1", "e1", "Unitree")
    state.watches.add("slack", "channel", "C1", "e1", "Unitree")
    state.watches.add("discord", "user", "7", "e1", "Unitree")
    subscribe(state)
    clock.move(minutes=1)
    state.arrivals.record("build", [], [])
    clock.at = MONDAY
    posting = deliverer(state, office)
    for _ in range(2):
        await posting.tick()
    told = sorted((m["channel"], m["title"]) for m in office.messages())
    assert told == [("@U1", "builds 1 to 2"), ("C1", "builds 1 to 2"), ("C1", "builds 1 to 2")]


async def test_what_came_before_a_watch_began_is_no_news_to_it(state: State, office: PostOffice, clock: Clock) -> None:
    clock.move(minutes=5)
    state.watches.add("slack", "user", "U1", "e1", "Unitree")
    await deliverer(state, office).tick()
    assert office.messages() == []


async def test_a_person_who_cannot_be_reached_is_tried_once_a_build(
    state: State, office: PostOffice, clock: Clock
) -> None:
    tried: list[str] = []

    async def gone(point: str) -> None:
        tried.append(point)
        raise Gone("no direct messages to this person")

    state.watches.add("slack", "user", "U1", "e1", "Unitree")
    office.at = gone
    posting = deliverer(state, office)
    for number in range(2):
        clock.move(minutes=5)
        state.arrivals.record(f"build {number}", [], [])
        clock.at += SETTLING
        for _ in range(3):
            await posting.tick()
    assert len(tried) == 2
    assert len(state.watches.all()) == 1


async def test_a_thread_that_is_gone_is_told_of_nothing_any_more(
    state: State, office: PostOffice, clock: Clock
) -> None:
    async def gone(point: str) -> None:
        raise Gone("the thread is deleted")

    state.watches.add("slack", "user", "U1", "e1", "Unitree", "C1/1.0")
    state.watches.add("slack", "user", "U1", "e1", "Unitree", "C1/2.0")
    office.at = gone
    clock.move(minutes=5)
    state.arrivals.record("a build", [], [])
    clock.at += SETTLING
    await deliverer(state, office).tick()
    assert state.watches.all() == []


def test_no_number_of_deaths_makes_it_give_up(state: State, office: PostOffice, clock: Clock) -> None:
    async def die(point: str) -> None:
        raise Killed

    subscribe(state)
    office.at = die
    clock.at = MONDAY
    for _ in range(3 * MOST_TRIES):
        with pytest.raises(Killed):
            asyncio.run(deliverer(state, office).tick())
        clock.move(minutes=2)
    office.at = PostOffice(office.file).at
    asyncio.run(deliverer(state, office).tick())
    assert office.channels() == ["C1"]


class Killed(BaseException):
    """The process ends here, as far as the others can see."""


@pytest.mark.parametrize("seed", range(20))
def test_a_process_that_dies_anywhere_loses_and_repeats_nothing(seed: int, tmp_path: Path, clock: Clock) -> None:
    chance = random.Random(seed)
    channels = [f"C{number:02}" for number in range(50)]

    async def perhaps(point: str) -> None:
        for _ in range(chance.randrange(3)):
            await asyncio.sleep(0)
        if chance.random() < 0.04:
            raise Killed

    office = PostOffice(tmp_path / "slack", perhaps)
    with State.open(tmp_path / "state.db", clock) as state:
        for channel in channels:
            subscribe(state, channel)
        deaths = 0
        for week in range(2):
            clock.at = MONDAY + timedelta(weeks=week)
            while True:
                try:
                    asyncio.run(deliverer(state, office).tick())
                except Killed:
                    deaths += 1
                    clock.move(minutes=2)
                    continue
                if all(state.deliveries.of("slack", c)[0].status == "sent" for c in channels):
                    break
                clock.move(minutes=2)
    assert office.channels() == sorted(channels * 2)
    assert deaths > 0


def test_kill_9_loses_and_repeats_nothing(tmp_path: Path) -> None:
    killed, told = deliver_under_fire(tmp_path, kills=12)
    assert killed == 12
    assert len(told) % 50 == 0
