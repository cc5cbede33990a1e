"""What is kept: verdicts, channel settings, small values, event ids, watches."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.state import State
from bot.state.channels import ChannelSettings
from bot.state.feedback import Feedback
from bot.state.subscriptions import Subscription
from tests.state.clock import Clock


def test_feedback_is_listed_with_what_it_is_about_the_newest_first(state: State, clock: Clock) -> None:
    state.feedback.record("slack", "U1", "C1", ["who founded Figure?"], "good", ["e1", "e2"])
    clock.move(minutes=1)
    state.feedback.record("discord", "7", "9", ["/deal Figure", "and 优必选?"], "bad")
    first, second = state.feedback.entries()
    assert first == Feedback("discord", "7", "9", ("/deal Figure", "and 优必选?"), "bad", (), "2025-10-06T09:01:00Z")
    assert first.question == "and 优必选?"
    assert second.events == ("e1", "e2")


def test_a_second_verdict_takes_the_place_of_the_first(state: State) -> None:
    for verdict in ("good", "bad"):
        state.feedback.record("slack", "U1", "C1", ["q"], verdict)
    state.feedback.record("slack", "U2", "C1", ["q"], "good")
    assert sorted((entry.user, entry.verdict) for entry in state.feedback.entries()) == [
        ("U1", "bad"),
        ("U2", "good"),
    ]


def test_feedback_can_be_narrowed(state: State, clock: Clock) -> None:
    for user, verdict in (("U1", "good"), ("U2", "bad"), ("U3", "bad")):
        state.feedback.record("slack", user, "C1", ["q"], verdict)
        clock.move(days=1)
    assert [entry.user for entry in state.feedback.entries("bad")] == ["U3", "U2"]
    assert [entry.user for entry in state.feedback.entries(since=clock.at - timedelta(days=2))] == ["U3", "U2"]
    assert [entry.user for entry in state.feedback.entries(limit=1)] == ["U3"]


def test_half_a_character_is_kept_too(state: State) -> None:
    state.feedback.record("slack", "U1", "C1", ["wave \ud83d"], "good")
    assert state.feedback.entries()[0].question == "wave \ud83d"


def test_a_verdict_is_good_or_bad(state: State) -> None:
    with pytest.raises(Exception, match=r"(?i)check"):
        state.feedback.record("slack", "U1", "C1", ["q"], "meh")  # type: ignore[arg-type]


def test_channels_answer_in_private_until_told_otherwise(state: State) -> None:
    assert state.channels.get("slack", "C1") == ChannelSettings(public=False)
    assert state.channels.set_public("slack", "C1", True).public
    assert state.channels.get("slack", "C1").public
    assert not state.channels.get("discord", "C1").public
    assert not state.channels.set_public("slack", "C1", False).public


def test_kept_values_are_replaced_and_dropped(state: State) -> None:
    assert state.kept.get("hash") is None
    state.kept.put("hash", "1")
    state.kept.put("hash", "2")
    assert state.kept.get("hash") == "2"
    state.kept.drop("hash")
    assert state.kept.get("hash") is None


def test_kept_values_end_with_their_time(state: State, clock: Clock) -> None:
    state.kept.put("a", "1", timedelta(hours=1))
    state.kept.put("b", "2")
    clock.move(minutes=59)
    assert state.kept.get("a") == "1"
    clock.move(minutes=1)
    assert state.kept.get("a") is None
    assert state.kept.prune() == 1
    assert state.kept.get("b") == "2"


@given(one=st.text(max_size=300), other=st.text(max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_short_keys_give_their_values_back(state: State, one: str, other: str) -> None:
    keys = [state.kept.shorten(text, timedelta(days=1)) for text in (one, other, one)]
    assert [state.kept.lengthen(key) for key in keys] == [one, other, one]
    assert keys[0] == keys[2]
    assert (keys[0] == keys[1]) == (one == other)
    assert all(len(key) == 20 and key.isalnum() for key in keys)


def test_an_event_is_new_once(state: State) -> None:
    assert state.seen.first("slack", "Ev1")
    assert not state.seen.first("slack", "Ev1")
    assert state.seen.first("discord", "Ev1")
    assert state.seen.first("slack", "Ev2")


def test_an_event_is_new_again_when_its_time_is_over(state: State, clock: Clock) -> None:
    assert state.seen.first("slack", "Ev1", timedelta(minutes=10))
    clock.move(minutes=10)
    assert state.seen.first("slack", "Ev1", timedelta(minutes=10))
    assert not state.seen.first("slack", "Ev1", timedelta(minutes=10))


def test_watches_belong_to_their_owner(state: State) -> None:
    assert state.watches.add("slack", "user", "U1", "e1", "Unitree")
    assert not state.watches.add("slack", "user", "U1", "e1", "Unitree")
    assert state.watches.add("slack", "channel", "U1", "e1", "Unitree")
    assert state.watches.add("slack", "user", "U1", "e2", "Figure")
    assert [watch.name for watch in state.watches.of("slack", "user", "U1")] == ["Unitree", "Figure"]
    assert state.watches.remove("slack", "user", "U1", "e1")
    assert not state.watches.remove("slack", "user", "U1", "e1")
    assert [(watch.owner_kind, watch.name) for watch in state.watches.all()] == [
        ("channel", "Unitree"),
        ("user", "Figure"),
    ]


def test_a_person_is_forgotten_whole_and_nobody_else(state: State) -> None:
    for user in ("U1", "U2"):
        state.feedback.record("slack", user, "C1", ["q"], "good")
        state.watches.add("slack", "user", user, "e1", "Unitree")
    state.watches.add("slack", "channel", "U1", "e1", "Unitree")
    removed = state.forget("slack", "U1")
    assert (removed["feedback"], removed["watches"]) == (1, 1)
    assert [entry.user for entry in state.feedback.entries()] == ["U2"]
    assert [(watch.owner_kind, watch.owner) for watch in state.watches.all()] == [("user", "U2"), ("channel", "U1")]


def test_with_a_person_goes_the_digest_of_their_own_and_every_trace_of_it(state: State) -> None:
    for user in ("U1", "U12"):
        state.subscriptions.put(Subscription("slack", f"@{user}", by=user))
        state.audit.record(f"slack:{user}", "digest", f"@{user}: weekly")
    state.subscriptions.put(Subscription("slack", "C1", by="U1"))
    assert state.forget("slack", "U1")["digests of their own"] == 1
    assert [(one.channel, one.by) for one in state.subscriptions.all()] == [("@U12", "U12"), ("C1", "")]
    assert [(entry.who, entry.what) for entry in state.audit.entries()] == [
        ("slack:U12", "@U12: weekly"),
        ("", "weekly"),
    ]


def test_pruning_removes_what_has_run_out(state: State, clock: Clock) -> None:
    state.feedback.record("slack", "U1", "C1", ["old"], "good")
    state.kept.put("a", "1", timedelta(days=1))
    state.seen.first("slack", "Ev1")
    clock.move(days=30)
    state.feedback.record("slack", "U1", "C1", ["new"], "good")
    state.prune(feedback_for=timedelta(days=20))
    assert [entry.question for entry in state.feedback.entries()] == ["new"]
    assert not state.database.rows("SELECT 1 FROM kept UNION ALL SELECT 1 FROM seen")


def test_a_channel_has_a_language_and_a_thread_that_of_its_channel(state: State) -> None:
    assert state.channels.language("slack", "C1") == ""
    state.channels.set_public("slack", "C1", True)
    kept = state.channels.set_language("slack", "C1", "de")
    assert (kept.public, kept.language) == (True, "de")
    assert state.channels.language("slack", "C1/1700000001.000100") == "de"
    assert state.channels.language("discord", "C1") == ""
    assert state.channels.set_language("slack", "C1", "").language == ""


def test_watches_of_a_thread_end_with_it(state: State) -> None:
    for entity, place in (("e1", "C1/1.0"), ("e2", "C1/1.0"), ("e1", "C1/2.0"), ("e1", "")):
        assert state.watches.add("slack", "user", "U1", entity, entity.upper(), place)
    assert not state.watches.add("slack", "user", "U1", "e1", "E1", "C1/1.0")
    assert [watch.entity for watch in state.watches.at("slack", "C1/1.0")] == ["e1", "e2"]
    assert state.watches.leave("slack", "") == 0
    assert state.watches.leave("slack", "C1/1.0", "e2") == 1
    assert state.watches.leave("slack", "C1/1.0") == 1
    assert [watch.place for watch in state.watches.all()] == ["C1/2.0", ""]
    assert state.watches.forget("slack", "U1") == 2


def test_what_a_wrong_clock_began_in_a_time_to_come_locks_nobody_out(state: State, clock: Clock) -> None:
    clock.move(days=400)
    state.audit.begin("slack:U1", "reload", "facts.db")
    clock.move(days=-400)
    within = timedelta(seconds=30)
    number = state.audit.begin_alone("slack:U2", "reload", "facts.db", within)
    assert isinstance(number, int)
    assert state.audit.begin_alone("slack:U3", "reload", "facts.db", within) == state.audit.get(number)
