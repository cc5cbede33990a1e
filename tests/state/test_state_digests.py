"""Subscriptions, deliveries and arrivals, one by one; how they work together stands in tests/digests."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from bot.state import State
from bot.state.deliveries import LEASE, Delivery
from bot.state.subscriptions import Subscription
from tests.state.clock import Clock

DUE = datetime(2025, 10, 6, 9, 0, tzinfo=UTC)


def claim(state: State, channel: str = "C1", period: datetime = DUE, owner: str = "one") -> Delivery:
    found = state.deliveries.claim("slack", channel, "digest", period, 0, owner)
    assert found is not None
    return found


def test_a_subscription_comes_back_as_it_was_put(state: State, clock: Clock) -> None:
    state.arrivals.record("b1", [], [])
    wanted = Subscription(
        "slack",
        "C1",
        "month",
        3,
        31,
        time(8, 30),
        "Asia/Shanghai",
        (("e1", "宇树"),),
        ("funding",),
        1e6,
        True,
        True,
        "",
        "U1",
    )
    kept = state.subscriptions.put(wanted)
    assert kept.since == clock.at
    assert kept.build == 1
    assert (kept.entities, kept.kinds, kept.at) == ((("e1", "宇树"),), ("funding",), time(8, 30))
    assert state.subscriptions.get("slack", "C1") == kept
    assert state.subscriptions.get("discord", "C1") is None


def test_a_change_keeps_what_was_told_and_begins_with_now(state: State, clock: Clock) -> None:
    first = state.subscriptions.put(Subscription("slack", "C1"))
    state.arrivals.record("b1", [], [])
    clock.move(days=1)
    changed = state.subscriptions.put(Subscription("slack", "C1", "day"))
    assert (changed.every, changed.since, changed.build) == ("day", clock.at, first.build)
    assert len(state.subscriptions.all()) == 1


def test_pausing_and_going_on(state: State, clock: Clock) -> None:
    state.subscriptions.put(Subscription("slack", "C1"))
    assert state.subscriptions.pause("slack", "C1", "the channel was deleted")
    assert not state.subscriptions.pause("slack", "C1")
    assert state.subscriptions.active() == []
    assert state.subscriptions.all()[0].paused == "the channel was deleted"
    state.arrivals.record("b1", [], [])
    clock.move(days=9)
    assert state.subscriptions.resume("slack", "C1")
    assert not state.subscriptions.resume("slack", "C1")
    (again,) = state.subscriptions.active()
    assert (again.since, again.build) == (clock.at, 1)
    assert state.subscriptions.remove("slack", "C1")
    assert not state.subscriptions.remove("slack", "C1")


def test_a_name_is_taken_off_subscriptions(state: State) -> None:
    state.subscriptions.put(Subscription("slack", "C1", by="U1"))
    assert state.forget("slack", "U1")["names on subscriptions"] == 1
    assert [one.by for one in state.subscriptions.all()] == [""]


def test_a_period_is_claimed_once(state: State) -> None:
    claim(state)
    assert state.deliveries.claim("slack", "C1", "digest", DUE, 0, "two") is None
    assert state.deliveries.claim("slack", "C1", "watch", DUE, 0, "two") is not None
    claim(state, "C2")
    claim(state, period=DUE + timedelta(weeks=1))


def test_tokens_fit_where_platforms_carry_them_and_tell_deliveries_apart(state: State) -> None:
    tokens = {claim(state, channel, DUE + timedelta(weeks=n)).token for channel in ("C1", "C2") for n in range(5)}
    assert len(tokens) == 10
    assert all(len(token) == 20 and token.isalnum() for token in tokens)


def test_a_claim_that_ran_out_is_taken_over_once(state: State, clock: Clock) -> None:
    mine = claim(state)
    assert state.deliveries.retake("two", 9) == []
    clock.at += LEASE
    (taken,) = state.deliveries.retake("two", 9)
    assert (taken.token, taken.tries) == (mine.token, 0)
    assert state.deliveries.retake("three", 9) == []
    assert not state.deliveries.holds(mine, "one", timedelta(0))
    assert state.deliveries.holds(taken, "two", timedelta(seconds=30))


@pytest.mark.parametrize("end", ["sent", "empty", "failed"])
def test_what_is_done_is_done(state: State, clock: Clock, end: str) -> None:
    mine = claim(state)
    assert state.deliveries.open("slack", "C1", "digest")
    if end == "sent":
        state.deliveries.sent(mine, "m1", ["e1"])
    elif end == "empty":
        state.deliveries.empty(mine)
    else:
        state.deliveries.failed(mine, "gone")
    assert not state.deliveries.open("slack", "C1", "digest")
    state.deliveries.failed(mine, "too late")
    clock.at += 2 * LEASE
    assert state.deliveries.retake("two", 9) == []
    (done,) = state.deliveries.of("slack", "C1")
    assert done.status == end
    assert state.deliveries.posted("slack", "C1") == ({"e1"} if end == "sent" else set())


def test_the_next_delivery_begins_where_the_last_that_arrived_ended(state: State) -> None:
    for number in range(3):
        state.arrivals.record(f"b{number}", [], [])
        mine = claim(state, period=DUE + timedelta(weeks=number))
        assert mine.until == number + 1
        if number == 1:
            state.deliveries.failed(mine, "no answer")
        else:
            state.deliveries.sent(mine, "m")
    assert [(one.since, one.until) for one in state.deliveries.of("slack", "C1")] == [(1, 3), (1, 2), (0, 1)]


def test_the_last_digests_before_a_moment(state: State) -> None:
    for channel in ("C1", "C2"):
        state.subscriptions.put(Subscription("slack", channel))
    for week in range(3):
        claim(state, period=DUE + timedelta(weeks=week))
    state.deliveries.claim("slack", "C2", "arrivals", DUE, 0, "one")
    claim(state, "C3")
    last = state.deliveries.last_digests(DUE + timedelta(days=8))
    assert last == {("slack", "C1"): DUE + timedelta(weeks=1)}
    assert state.deliveries.last_digests(DUE - timedelta(seconds=1)) == {}


def test_what_is_under_way_and_what_was_told_are_known_of_all_at_once(state: State) -> None:
    state.arrivals.record("b1", [], [])
    for kind, channel in (("arrivals", "C1"), ("watch", "@U1"), ("watch", "C1"), ("digest", "C1")):
        delivery = state.deliveries.claim("slack", channel, kind, DUE, 0, "one")
        assert delivery is not None
        if (kind, channel) != ("watch", "C1"):
            state.deliveries.sent(delivery, "m")
    assert state.deliveries.under_way() == {("slack", "C1", "watch")}
    assert state.deliveries.notices_until() == {("slack", "C1", "arrivals"): 1, ("slack", "@U1", "watch"): 1}


def test_articles_arrive_with_the_first_build_that_has_them(state: State) -> None:
    assert state.arrivals.newest() == 0
    assert state.arrivals.record("b1", [("one.md", "a1")], [])
    assert state.arrivals.record("b2", [("one.md", "a1-revised"), ("two.md", "a2")], [{"what": "corrected"}])
    assert not state.arrivals.record("b2", [("three.md", "a3")], [])
    assert state.arrivals.knows("b2")
    assert not state.arrivals.knows("b3")
    assert state.arrivals.newest() == 2
    assert state.arrivals.articles(0, 2) == {"a1-revised", "a2"}
    assert state.arrivals.articles(1, 2) == {"a2"}
    assert state.arrivals.changes(0, 1) == []
    assert state.arrivals.changes(1, 2) == [{"what": "corrected"}]


def test_builds_are_found_by_time(state: State, clock: Clock) -> None:
    assert state.arrivals.noted_at(1) is None
    state.arrivals.record("b1", [], [])
    first = clock.at
    clock.move(hours=1)
    state.arrivals.record("b2", [], [])
    assert [state.arrivals.noted_at(number) for number in (1, 2)] == [first, clock.at]
    assert [state.arrivals.number(name) for name in ("b1", "b2", "b3")] == [1, 2, 0]
    assert state.arrivals.noted() == [("2025-10-06T09:00:00Z", 1), ("2025-10-06T10:00:00Z", 2)]


def test_old_deliveries_that_told_nothing_are_pruned_but_not_where_news_begins(state: State, clock: Clock) -> None:
    for week in range(4):
        state.arrivals.record(f"b{week}", [], [])
        state.deliveries.empty(claim(state, period=DUE + timedelta(weeks=week)))
    clock.move(days=1)
    assert state.deliveries.prune(clock.at) == 3
    assert [one.until for one in state.deliveries.of("slack", "C1")] == [4]
    assert state.deliveries.told_until("slack", "C1", "digest") == 4


def test_messages_to_a_person_are_forgotten(state: State) -> None:
    claim(state, "@U1")
    claim(state, "U1")
    assert state.forget("slack", "U1")["messages to them"] == 1
    assert state.deliveries.of("slack", "@U1") == []
    assert len(state.deliveries.of("slack", "U1")) == 1


def test_claims_are_taken_over_a_few_at_a_time_the_oldest_first(state: State, clock: Clock) -> None:
    for channel in ("C1", "C2", "C3"):
        claim(state, channel)
        clock.move(seconds=1)
    clock.at += LEASE
    assert [one.channel for one in state.deliveries.retake("two", 2)] == ["C1", "C2"]
    assert [one.channel for one in state.deliveries.retake("two", 2)] == ["C3"]


def test_only_what_was_tried_counts_as_a_try(state: State, clock: Clock) -> None:
    mine = claim(state)
    for _ in range(5):
        clock.at += LEASE
        assert [one.tries for one in state.deliveries.retake("two", 9)] == [0]
    state.deliveries.put_off(mine, timedelta(minutes=5), "rate limited")
    clock.at += LEASE
    assert state.deliveries.retake("three", 9) == []
    clock.move(minutes=4)
    (again,) = state.deliveries.retake("three", 9)
    assert (again.tries, again.reason) == (1, "rate limited")


def test_a_claim_of_a_clock_that_was_wrong_is_taken_over(state: State, clock: Clock) -> None:
    clock.move(days=1000)
    delivery = claim(state)
    clock.move(days=-1000)
    assert [one.id for one in state.deliveries.retake("two", 9)] == [delivery.id]
    state.deliveries.put_off(delivery, timedelta(days=30), "asked to wait")
    assert state.deliveries.retake("three", 9) == []
    clock.move(days=1)
    assert [one.id for one in state.deliveries.retake("three", 9)] == [delivery.id]


def test_only_claims_of_the_own_platforms_are_taken_over(state: State, clock: Clock) -> None:
    claim(state)
    clock.move(minutes=2)
    assert state.deliveries.retake("two", 9, platforms=()) == []
    assert state.deliveries.retake("two", 9, platforms=("discord",)) == []
    assert len(state.deliveries.retake("two", 9, platforms=("discord", "slack"))) == 1
