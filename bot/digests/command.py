"""`/digest`: one handler for every platform. Text in, answer out."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.answers.text import echo
from bot.digests import wanting
from bot.digests.composing import compose
from bot.digests.delivering import plan_of
from bot.digests.newest import newest
from bot.digests.schedule import zone_of
from bot.locales import DEFAULT, forms, language, speaking
from bot.model.answer import Answer, Line
from bot.operations.faults import reported, under
from bot.state.deliveries import Delivery, Kind
from bot.state.state import State
from bot.state.subscriptions import Subscription
from bot.state.watches import OwnerKind
from bot.store.read import Facts, NoStore
from bot.store.work import Read

log = logging.getLogger(__name__)


WORDS = ("preview", "now", "why", "pause", "resume", "stop", "language", *wanting.EVERY)
"""What may follow `/digest`."""

_KINDS: dict[Kind, str] = {"digest": "The digest", "arrivals": "The news of new articles", "watch": "What is watched"}
_AS_BEFORE = "default"
_SHOWN = 5
_SEARCHED = 100


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks where. `channel` is a channel's id, or `@` and a person's id in a direct conversation.

    `may`: whether they may change what is posted there; the platform has been asked. Without a channel (a place where
    the bot cannot post) nothing can be set up. `own_zone` asks the platform for their time zone, empty where not known.
    """

    platform: str
    channel: str
    user: str
    may: bool = False
    own_zone: Callable[[], Awaitable[str]] | None = None
    thread: str = ""
    """The thread in which it is asked, as messages are posted to it; empty outside of one."""

    @property
    def direct(self) -> bool:
        return self.channel.startswith("@")


class Refused(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """Something is not done: one line that says why and what to do."""


class DigestDesk:
    """`command` is how readers call it: `/digest`, `/embodied digest`."""

    def __init__(self, read: Read, state: State, command: str = "/digest", language: str = DEFAULT) -> None:
        """`language`: in whose forms it is written where none was chosen."""
        self._read = read
        self._state = state
        self._command = command
        self._language = language

    async def handle(self, asker: Asker, text: str) -> Answer:
        """The answer to what follows `/digest`; raises for a cancellation only."""
        try:
            chosen = await asyncio.to_thread(self._chosen, asker)
        except Exception as error:  # the state cannot be read: what follows will say so
            log.error("the language of a conversation cannot be read: %s: %s", type(error).__name__, error)
            chosen = ""
        with speaking(chosen or self._language):
            return await self._handle(asker, text)

    async def _handle(self, asker: Asker, text: str) -> Answer:
        word = (text.split() or ["preview"])[0].casefold()
        try:
            if word not in WORDS:
                return self._usage(f"There is no “{self._command} {echo(word, 20)}”.")
            if word == "preview":
                return await self._preview(asker)
            if word == "why":
                return await asyncio.to_thread(self._why, asker)
            if not asker.channel:
                raise Refused("I cannot post here unasked: use it in a channel that I am in, or write to me directly.")
            if not (asker.may or asker.direct):
                raise Refused("Only administrators may change what is posted to a channel.")
            if word == "language":
                return await asyncio.to_thread(self._spoken, asker, text)
            if word in wanting.EVERY:
                return await self._set_up(asker, text)
            if word == "now":
                return await self._now(asker)
            return await asyncio.to_thread(self._switched, asker, word)
        except (Refused, wanting.Unclear, ValueError) as refusal:
            return self._usage(f"{str(refusal)[:1].upper()}{str(refusal)[1:]}")
        except NoStore as error:
            return Answer(False, error.sentence)
        except Exception as error:
            return Answer(False, under(reported(log, f"{self._command} {word}", error)))

    def because(self, asker: Asker, token: str) -> Answer:
        """Why a message came that bears a token."""
        with speaking(self._chosen(asker) or self._language):
            return self._because(asker, token)

    def _because(self, asker: Asker, token: str) -> Answer:
        deliveries = self._state.deliveries
        for place in filter(None, (asker.channel, asker.thread)):
            for kind in _KINDS:
                for one in deliveries.of(asker.platform, place, kind, _SEARCHED):
                    if one.token == token:
                        return self._told_why(asker, [one], "Why this message came")
        return Answer(False, "I do not know any more why that message came.")

    def _usage(self, reason: str) -> Answer:
        name = self._command
        return Answer(
            False,
            reason,
            hints=(
                f"{name} preview: what the next digest would tell, for you alone",
                f"{name} weekly Monday 9:00 Europe/Berlin: sets it up; daily and monthly work alike",
                f"{name} weekly over $100M only deals about NAME, NAME: narrows it",
                f"{name} weekly at once: news of new articles as well, as they come; … even if nothing is new: says so",
                f"{name} language German: dates, sums and numbers as in German; language default: as before",
                f"{name} now, why, pause, resume, stop",
            ),
        )

    async def _preview(self, asker: Asker) -> Answer:
        subscription = await asyncio.to_thread(self._subscription, asker)
        if subscription is None:
            return await self._read(newest)
        answer = await self._composed(subscription)
        return answer or replace(await self._read(newest), title="Nothing new since the last digest; before that:")

    async def _composed(self, subscription: Subscription) -> Answer | None:
        """What would be posted; None where nothing is new."""
        if subscription.paused:
            raise Refused(f"The digest is paused ({subscription.paused}): {self._command} resume")

        def work(facts: Facts) -> Answer | None:
            told = compose(facts, self._state, self._next(subscription), self._language)
            return told.answer if told is not None and told.events else None

        return await self._read(work)

    def _next(self, one: Subscription) -> Delivery:
        """The delivery as it would be claimed now; it is not written down."""
        now = self._state.database.now()
        since = max(one.build, self._state.deliveries.told_until(one.platform, one.channel, "digest"))
        newest = self._state.arrivals.newest()
        return Delivery(0, one.platform, one.channel, "digest", now, "", since, newest, "claimed", 0, now)

    async def _now(self, asker: Asker) -> Answer:
        """Claims a delivery that has run out already: whichever process posts takes it over at its next look."""
        subscription = await asyncio.to_thread(self._subscription, asker)
        if subscription is None:
            raise Refused("There is no digest here yet.")
        if await self._composed(subscription) is None and not subscription.say_nothing_new:
            return Answer(True, "Nothing is new since the last digest, so nothing is posted.")

        def claim() -> Delivery | None:
            deliveries = self._state.deliveries
            if deliveries.open(asker.platform, asker.channel, "digest"):
                return None
            now = self._state.database.now()
            owner = f"asked for by {asker.user}"
            return deliveries.claim(
                asker.platform, asker.channel, "digest", now, subscription.build, owner, timedelta(0)
            )

        if await asyncio.to_thread(claim) is None:
            return Answer(True, "A digest is under way already.")
        return Answer(True, "The digest comes within half a minute.")

    async def _set_up(self, asker: Asker, text: str) -> Answer:
        wanted = wanting.read(text)

        def known(facts: Facts) -> tuple[tuple[str, str], ...]:
            def lookup(name: str) -> tuple[str, str] | None:
                found = facts.lookup(name)
                return (found[0].id, found[0].name) if found else None

            return wanting.entities(wanted.names, lookup)

        entities = await self._read(known) if wanted.names else ()
        before = await asyncio.to_thread(self._subscription, asker)
        zone, about = wanted.zone or (before.zone if before else ""), ""
        if not zone:
            zone, about = await _zone_of(asker)

        def put() -> Answer:
            kept = self._state.subscriptions.put(
                Subscription(
                    asker.platform, asker.channel, wanted.every, wanted.weekday, wanted.day, wanted.at, zone,
                    entities, wanted.kinds, wanted.min_usd, wanted.always, wanted.at_once, by=asker.user,
                )
            )  # fmt: skip
            self._state.audit.record(_who(asker), "digest", f"{asker.channel}: {text}")
            if wanted.language:
                self._state.channels.set_language(*_place(asker), wanted.language)
            title = "The digest of this channel" if not asker.direct else "Your digest"
            with speaking(self._chosen(asker) or self._language):
                lines = (self._told(kept, asker), *([Line(about)] if about else []))
                return Answer(True, title, lines)

        return await asyncio.to_thread(put)

    def _switched(self, asker: Asker, word: str) -> Answer:
        """pause, resume, stop"""
        subscriptions, place = self._state.subscriptions, (asker.platform, asker.channel)
        before = subscriptions.get(*place)
        if before is None:
            raise Refused("There is no digest here yet.")
        if word == "pause":
            told = "The digest is paused." if subscriptions.pause(*place) else f"It is paused already: {before.paused}."
        elif word == "resume":
            told = "The digest goes on." if subscriptions.resume(*place) else "It is not paused."
        else:
            told = "No digest is posted here any more." if subscriptions.remove(*place) else "There was none."
        self._state.audit.record(_who(asker), "digest", f"{asker.channel}: {word}")
        after = subscriptions.get(*place)
        return Answer(True, told, (self._told(after, asker),) if after else ())

    def _spoken(self, asker: Asker, text: str) -> Answer:
        """language: tells it, or chooses it for all that is posted here."""
        _, _, wanted = " ".join(text.split()).partition(" ")
        if wanted:
            chosen = "" if wanted.casefold() == _AS_BEFORE else language(wanted)
            self._state.channels.set_language(*_place(asker), chosen)
            self._state.audit.record(_who(asker), "digest", f"{asker.channel}: language {chosen or _AS_BEFORE}")
        now = self._chosen(asker) or self._language
        with speaking(now):
            example = forms().day(self._state.database.now().date())
        told = wanting.written(now)
        return Answer(True, f"{told[:1].upper()}{told[1:]}, such as {example}. Sentences and quotes stay as they are.")

    def _why(self, asker: Asker) -> Answer:
        """What is set up here, and what became of the last messages."""
        deliveries = self._state.deliveries
        last = [one for kind in _KINDS for one in deliveries.of(asker.platform, asker.channel, kind, _SHOWN)]
        last.sort(key=lambda one: one.period, reverse=True)
        title = "What is posted to this channel" if not asker.direct else "What is posted to you"
        return self._told_why(asker, last[:_SHOWN], title)

    def _told_why(self, asker: Asker, deliveries: list[Delivery], title: str) -> Answer:
        subscription = self._subscription(asker)
        lines = [self._told(subscription, asker)] if subscription else []
        if not subscription and (chosen := self._chosen(asker)):
            spoken = wanting.written(chosen)
            lines.append(Line(f"{spoken[:1].upper()}{spoken[1:]}."))
        zone = subscription.zone if subscription else "UTC"
        kind: OwnerKind = "user" if asker.direct else "channel"
        watches = self._state.watches.of(asker.platform, kind, asker.channel.removeprefix("@"))
        for place in {asker.channel, asker.thread} - {""}:
            watches += self._state.watches.at(asker.platform, place)
        if watches:
            names = list(dict.fromkeys(watch.name for watch in watches))[:10]
            lines.append(Line(f"Watched: {', '.join(names)}{' …' if len(watches) > len(names) else ''}."))
        lines += [Line(_became(one, zone)) for one in deliveries]
        if not lines:
            return self._usage("Nothing is posted here: no digest is set up and nothing is watched.")
        return Answer(True, title, tuple(lines))

    def _told(self, one: Subscription, asker: Asker) -> Line:
        return Line(wanting.told(one, self._due(one), self._chosen(asker)))

    def _chosen(self, asker: Asker) -> str:
        """The language that was chosen here, empty where none was."""
        return self._state.channels.language(*_place(asker)) if asker.channel else ""

    def _subscription(self, asker: Asker) -> Subscription | None:
        return self._state.subscriptions.get(asker.platform, asker.channel) if asker.channel else None

    def _due(self, one: Subscription) -> datetime | None:
        return None if one.paused else plan_of(one).next(self._state.database.now())


def _place(asker: Asker) -> tuple[str, str]:
    return asker.platform, asker.channel


async def _zone_of(asker: Asker) -> tuple[str, str]:
    """The time zone of who asks, where it is known, else UTC; and what is said of it."""
    own = await asker.own_zone() if asker.own_zone is not None else ""
    try:
        zone = zone_of(own).key if own else ""
    except ValueError:
        zone = ""
    if zone:
        return zone, f"{zone} is your own time zone: where another is meant, name it after the time."
    return "UTC", "No time zone was named and yours is not known, so it is UTC: name it after the time."


def _who(asker: Asker) -> str:
    return f"{asker.platform}:{asker.user}"


def _became(one: Delivery, zone: str) -> str:
    """What became of a delivery, in a line."""
    due = wanting.moment(one.period, zone)
    pieces = f"{forms().number(len(one.events))} piece{'' if len(one.events) == 1 else 's'} of news"
    told = {
        "sent": f"was posted and told {pieces}",
        "empty": "had nothing new to tell, so nothing was posted",
        "failed": f"was not posted: {one.reason}",
        "claimed": "is under way" + (f"; tried {one.tries + 1} times, {one.reason}" if one.reason else ""),
    }[one.status]
    return f"{_KINDS[one.kind]} of {due} {told}."
