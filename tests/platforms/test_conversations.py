"""Who shares a conversation, and when it ends."""

from __future__ import annotations

from bot.platforms.shared.conversations import Conversations
from bot.platforms.shared.room import Room

CHANNEL = Room("slack", "C1")
THREAD = Room("slack", "C1", "171.5")


class Watch:
    """A stopwatch that stands until it is moved."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def test_a_conversation_grows() -> None:
    talk = Conversations()
    assert talk.say(CHANNEL, "U1", "who leads 1X?") == ("who leads 1X?",)
    assert talk.say(CHANNEL, "U1", "since when?") == ("who leads 1X?", "since when?")


def test_in_a_thread_everybody_shares_one_elsewhere_nobody() -> None:
    talk = Conversations()
    talk.say(CHANNEL, "U1", "mine")
    assert talk.say(CHANNEL, "U2", "yours") == ("yours",)
    talk.say(THREAD, "U1", "ours")
    assert talk.say(THREAD, "U2", "ours too") == ("ours", "ours too")


def test_platforms_and_channels_are_told_apart() -> None:
    talk = Conversations()
    talk.say(CHANNEL, "U1", "one")
    for room in (Room("discord", "C1"), Room("slack", "C2"), Room("slack", "C1", "U1"), Room("slack", "C1", "user U1")):
        assert talk.turns(room, "U1") == ()


def test_only_the_last_turns_are_kept() -> None:
    talk = Conversations(turns=2)
    for text in ("a", "b", "c"):
        talk.say(CHANNEL, "U1", text)
    assert talk.turns(CHANNEL, "U1") == ("b", "c")


def test_silence_ends_a_conversation() -> None:
    watch = Watch()
    talk = Conversations(seconds=60, now=watch)
    talk.say(CHANNEL, "U1", "a")
    watch.at = 59
    assert talk.say(CHANNEL, "U1", "b") == ("a", "b")
    watch.at = 118
    assert talk.turns(CHANNEL, "U1") == ("a", "b")
    watch.at = 119
    assert talk.turns(CHANNEL, "U1") == ()
    assert len(talk) == 0


def test_the_quietest_conversation_makes_room() -> None:
    talk = Conversations(rooms=2)
    talk.say(CHANNEL, "U1", "a")
    talk.say(CHANNEL, "U2", "b")
    talk.say(CHANNEL, "U1", "c")
    talk.say(CHANNEL, "U3", "d")
    assert talk.turns(CHANNEL, "U2") == ()
    assert talk.turns(CHANNEL, "U1") == ("a", "c")
    assert len(talk) == 2


def test_a_person_can_be_forgotten() -> None:
    talk = Conversations()
    talk.say(CHANNEL, "U1", "a")
    talk.say(CHANNEL, "U2", "b")
    talk.say(THREAD, "U1", "c")
    talk.forget("slack", "U1")
    assert talk.turns(CHANNEL, "U1") == ()
    assert talk.turns(CHANNEL, "U2") == ("b",)
    assert talk.turns(THREAD, "U1") == ("c",)
