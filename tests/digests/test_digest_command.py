"""`/digest` as every platform hands it on: set up, previewed, asked for, explained, paused."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from bot.digests.command import Asker, DigestDesk
from bot.digests.composing import compose, note_build
from bot.digests.delivering import Composed, Deliverer
from bot.model.money import Money
from bot.model.posting import Gone
from bot.state import State
from bot.state.deliveries import Delivery
from bot.store.read import Facts, NoStore
from tests.digests.days import MONDAY
from tests.digests.post_office import PostOffice
from tests.digests.press import Press

T = TypeVar("T")

BOSS = Asker("slack", "C1", "U1", may=True)
READER = replace(BOSS, user="U2", may=False)
ALONE = Asker("slack", "@U2", "U2")


class Office:
    """A digest desk over articles that a test publishes, and a post office; the clock stands until it is moved."""

    def __init__(self, folder: Path) -> None:
        self.now = MONDAY - timedelta(days=4)
        self.press = Press(folder)
        self.state = State.open(folder / "state.db", lambda: self.now)
        self.post = PostOffice(folder / "slack")
        self.desk = DigestDesk(self.read, self.state, "/digest")
        self.publish("first", 20.0)

    async def read(self, work: Callable[[Facts], T], /) -> T:
        with Facts.open(self.press.db) as facts:
            return work(facts)

    def publish(self, name: str, millions: float) -> None:
        day = f"{self.now:%Y-%m-%d}"
        money = Money(millions * 1e6, "USD")
        told = f"{name.title()} Robotics raised ${millions:g} million."
        self.press.publish(name, day, told, "funding", company=f"{name.title()} Robotics", amount=money)
        with self.press.build() as facts:
            note_build(facts, self.state)

    def ask(self, text: str, asker: Asker = BOSS) -> str:
        answer = asyncio.run(self.desk.handle(asker, text))
        return "\n".join((answer.title, *(line.text for line in answer.lines), *answer.hints))

    def tick(self) -> list[str]:
        """Posts what is due; what was posted in all."""

        async def composed(delivery: Delivery) -> Composed | None:
            return await self.read(lambda facts: compose(facts, self.state, delivery))

        asyncio.run(Deliverer(self.state, {"slack": self.post}, composed).tick())
        return [message["title"] for message in self.post.messages()]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path)
    yield made
    made.state.close()


def test_it_is_set_up_and_told(office: Office) -> None:
    told = office.ask("weekly Monday 11:00 Europe/Berlin over $10M about First Robotics")
    assert "Every Monday at 11:00 (Europe/Berlin); about First Robotics; sums over $10 million" in told
    assert "next on Monday, 6 October 2025, 11:00 (Europe/Berlin)" in told
    (one,) = office.state.subscriptions.all()
    assert (one.channel, one.by, one.entities[0][1]) == ("C1", "U1", "First Robotics")
    (entry,) = office.state.audit.entries()
    assert (entry.who, entry.action) == ("slack:U1", "digest")


def test_a_change_keeps_the_zone_and_nothing_else(office: Office) -> None:
    office.ask("weekly 9:00 Europe/Berlin over $10M")
    assert "Every day at 08:00 (Europe/Berlin); silent" in office.ask("daily 8:00")


class Zone:
    """A platform that knows what zone somebody set."""

    def __init__(self, name: str) -> None:
        self.name, self.asked = name, 0

    async def __call__(self) -> str:
        self.asked += 1
        return self.name


def test_without_a_zone_it_is_that_of_who_asks(office: Office) -> None:
    zone = Zone("Asia/Shanghai")
    told = office.ask("weekly Monday 9:00", replace(BOSS, own_zone=zone))
    assert "Every Monday at 09:00 (Asia/Shanghai)" in told
    assert "Asia/Shanghai is your own time zone: where another is meant" in told
    assert "(Asia/Shanghai)" in office.ask("daily 8:00", replace(BOSS, own_zone=zone))
    assert zone.asked == 1


@pytest.mark.parametrize("zone", [None, Zone(""), Zone("Moon/Tycho"), Zone("../../etc/passwd")])
def test_where_that_is_not_known_it_is_utc_and_said(office: Office, zone: Zone | None) -> None:
    told = office.ask("weekly", replace(BOSS, own_zone=zone))
    assert "(UTC)" in told
    assert "yours is not known, so it is UTC" in told


def test_a_zone_that_is_named_is_taken_without_asking(office: Office) -> None:
    zone = Zone("Asia/Shanghai")
    told = office.ask("weekly 9:00 Europe/Berlin", replace(BOSS, own_zone=zone))
    assert "(Europe/Berlin)" in told
    assert "your own" not in told
    assert zone.asked == 0


@pytest.mark.parametrize("text", ["weekly", "now", "pause", "resume", "stop"])
def test_only_administrators_change_what_a_channel_gets(office: Office, text: str) -> None:
    office.ask("weekly")
    before = office.state.subscriptions.all()
    assert "Only administrators" in office.ask(text, READER)
    assert office.state.subscriptions.all() == before
    assert office.tick() == []


def test_everybody_sets_up_their_own(office: Office) -> None:
    assert "Your digest" in office.ask("daily", ALONE)
    assert office.state.subscriptions.all()[0].channel == "@U2"


@pytest.mark.parametrize("text", ["weekly", "now", "stop"])
def test_where_the_bot_cannot_post_nothing_is_set_up(office: Office, text: str) -> None:
    assert "cannot post here" in office.ask(text, replace(BOSS, channel=""))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("weakly", "no “/digest weakly”"),
        ("weekly about Nobody At All", "nobody called “Nobody At All”"),
        ("weekly 9:00 Europe/Atlantis", "no time zone"),
        ("pause", "no digest here yet"),
        ("now", "no digest here yet"),
        ("why", "Nothing is posted here"),
    ],
)
def test_what_cannot_be_done_is_said_with_how_to_call_it(office: Office, text: str, told: str) -> None:
    said = office.ask(text)
    assert told in said
    assert "/digest weekly Monday 9:00 Europe/Berlin" in said
    assert office.state.subscriptions.all() == []


def test_a_preview_tells_what_would_be_posted_and_posts_nothing(office: Office) -> None:
    office.ask("weekly")
    assert "Nothing new since the last digest" in office.ask("preview")
    office.publish("second", 30.0)
    told = office.ask("preview", READER)
    assert "Second Robotics raised $30 million" in told
    assert "First Robotics" not in told
    assert office.tick() == []
    assert office.state.deliveries.of("slack", "C1") == []


def test_without_a_digest_the_preview_is_the_newest(office: Office) -> None:
    assert "First Robotics raised $20 million" in office.ask("")
    assert "First Robotics raised $20 million" in office.ask("preview", replace(READER, channel=""))


def test_now_posts_once_and_the_next_one_tells_only_what_came_after(office: Office) -> None:
    office.ask("weekly Monday 9:00")
    office.publish("second", 30.0)
    assert "within half a minute" in office.ask("now")
    assert "under way already" in office.ask("now")
    assert len(office.tick()) == 1
    office.now += timedelta(minutes=5)
    assert "Nothing is new" in office.ask("now")
    assert len(office.tick()) == 1
    office.publish("third", 40.0)
    office.now = MONDAY
    assert len(office.tick()) == 2
    (last, first) = office.state.deliveries.of("slack", "C1")
    assert set(first.events).isdisjoint(last.events)
    assert len(office.tick()) == 2


def test_why_tells_the_period_the_filters_and_what_became_of_each(office: Office) -> None:
    office.ask("weekly Monday 9:00 over $10M")
    assert "sums over $10 million" in office.ask("why", READER)
    office.now = MONDAY
    office.tick()
    assert "of Monday, 6 October 2025, 09:00 (UTC) had nothing new to tell" in office.ask("why")
    office.publish("second", 30.0)
    office.now += timedelta(days=7)
    office.tick()
    assert "of Monday, 13 October 2025, 09:00 (UTC) was posted and told 1 piece of news" in office.ask("why")


def test_why_tells_of_a_channel_that_is_gone_and_that_it_is_paused(office: Office) -> None:
    office.ask("weekly Monday 9:00")
    office.publish("second", 30.0)

    async def gone(point: str) -> None:
        raise Gone("the channel is archived")

    office.post.at = gone
    office.now = MONDAY
    office.tick()
    told = office.ask("why")
    assert "was not posted: the channel is archived" in told
    assert "paused: the channel is archived" in told


def test_a_message_tells_why_it_came(office: Office) -> None:
    office.ask("weekly Monday 9:00")
    office.publish("second", 30.0)
    office.now = MONDAY
    office.tick()
    token = office.post.messages()[0]["token"]
    told = office.desk.because(READER, token)
    assert [line.text for line in told.lines][1:] == [
        "The digest of Monday, 6 October 2025, 09:00 (UTC) was posted and told 1 piece of news."
    ]
    assert not office.desk.because(READER, "f" * 20).answered


def test_a_pause_lasts_until_it_is_ended_and_what_fell_into_it_is_not_posted(office: Office) -> None:
    office.ask("weekly Monday 9:00")
    assert "paused" in office.ask("pause")
    assert "paused already" in office.ask("pause")
    assert "paused" in office.ask("preview")
    office.publish("second", 30.0)
    office.now = MONDAY
    assert office.tick() == []
    assert "goes on" in office.ask("resume")
    assert "not paused" in office.ask("resume")
    assert office.tick() == []
    office.publish("third", 40.0)
    office.now += timedelta(days=7)
    assert len(office.tick()) == 1
    assert "no digest is posted here any more" in office.ask("stop").lower()
    office.publish("fourth", 50.0)
    office.now += timedelta(days=7)
    assert len(office.tick()) == 1


def test_a_store_that_is_missing_is_said(office: Office) -> None:
    async def read(work: Callable[[Facts], T], /) -> T:
        raise NoStore("there is no fact store")

    office.desk = DigestDesk(read, office.state)
    assert office.ask("preview") == "There is no fact store."


def test_a_fault_is_told_under_a_reference(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    async def read(work: Callable[[Facts], T], /) -> T:
        raise OSError("the disk")

    office.desk = DigestDesk(read, office.state)
    told = office.ask("preview")
    assert "reference" in told
    assert "the disk" not in told
    assert "the disk" in caplog.text


def test_a_channel_chooses_its_language(office: Office) -> None:
    assert office.ask("language German").startswith("Dates, sums and numbers as in German, such as 2. Oktober 2025")
    told = office.ask("weekly Monday 11:00 Europe/Berlin over $10M")
    assert "sums over 10\u00a0Mio.\u00a0$" in told
    assert "dates, sums and numbers as in German; next on Montag, 6. Oktober 2025, 11:00 (Europe/Berlin)" in told
    assert "as in German" in office.ask("why", READER)
    entry = next(one for one in office.state.audit.entries() if "language" in one.what)
    assert (entry.who, entry.what) == ("slack:U1", "C1: language de")


def test_the_language_is_set_with_the_rest_and_kept_by_a_change(office: Office) -> None:
    assert "as in Japanese" in office.ask("weekly Monday 11:00 UTC language ja over $10M")
    assert "as in Japanese" in office.ask("daily 8:00")
    assert "language" not in office.ask("language default")
    assert "as in " not in office.ask("daily 8:00")


def test_a_channel_without_a_digest_has_a_language_too(office: Office) -> None:
    office.ask("language de")
    assert "Dates, sums and numbers as in German." in office.ask("why", READER)


@pytest.mark.parametrize("text", ["language Klingon", "weekly Monday 9:00 language xx"])
def test_an_unknown_language_is_refused_with_what_there_is(office: Office, text: str) -> None:
    told = office.ask(text).splitlines()[0]
    assert "is no language that I know; I know bg, cs, da, de, " in told
    assert office.state.subscriptions.all() == []
    assert office.state.channels.language("slack", "C1") == ""


def test_only_who_may_chooses_for_a_channel(office: Office) -> None:
    assert "Only administrators" in office.ask("language de", READER)
    assert office.state.channels.language("slack", "C1") == ""
    office.ask("language de", replace(READER, channel="@U2"))
    assert office.state.channels.language("slack", "@U2") == "de"
    assert office.state.forget("slack", "U2")["settings"] == 1
    assert office.state.channels.language("slack", "@U2") == ""


def test_a_digest_is_written_in_the_forms_of_its_channel(office: Office) -> None:
    office.ask("weekly Monday 11:00 UTC language de")
    office.publish("second", 30.5)
    assert "raised 30,5\u00a0Mio.\u00a0$" in office.ask("preview", READER)
    office.now = datetime(2025, 10, 6, 11, 0, tzinfo=UTC)
    (title,) = office.tick()
    assert title.startswith("New since 2. Oktober 2025: 1 new")
