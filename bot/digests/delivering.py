"""Every message that is due, to every channel, once: claimed in the state, sent, marked; after a crash looked up."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import time
import uuid
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from bot.digests.schedule import Plan
from bot.model.answer import Answer
from bot.model.posting import Gone, NotSent, Postman
from bot.state.deliveries import LEASE, Delivery, Kind
from bot.state.state import State
from bot.state.subscriptions import Subscription

log = logging.getLogger(__name__)

POST_SECONDS = 25.0
"""How long a post may take. What is left of the lease is time for a late message to appear before it is looked for."""

SETTLING = timedelta(seconds=60)
"""How long no further build may have come before news is told: several articles are one message."""

_A_TICK = 60.0
"""Seconds after which a tick begins nothing further: a new build, and whoever unsubscribed, is not kept waiting."""
_SHARE = 0.1
"""Of a processor's time, for looking what is due; less than `_QUICK` seconds are nothing."""
_QUICK = 0.1

MOST_TRIES = 12
"""Tries of one delivery before it is given up."""


@dataclass(frozen=True, slots=True)
class Composed:
    """What a message tells: the answer to post, and the ids of its events. `silent`: nothing is to be posted."""

    answer: Answer
    events: tuple[str, ...] = ()
    silent: bool = False


@dataclass(frozen=True, slots=True)
class _Due:
    """A message that nobody has in hand yet. `build`: the one before which nothing is news there."""

    platform: str
    channel: str
    kind: Kind
    period: datetime
    build: int


Compose = Callable[[Delivery], Awaitable[Composed | None]]
"""None where nobody wants the message any more: paused, unsubscribed, watching no longer."""


def plan_of(subscription: Subscription) -> Plan:
    """When a subscription's digests are due."""
    return Plan(subscription.every, subscription.at, subscription.zone, subscription.weekday, subscription.day)


class Deliverer:
    """One in every process that posts; several on one state share the work. The truth is in the state, not here."""

    def __init__(
        self,
        state: State,
        postmen: Mapping[str, Postman],
        compose: Compose,
        settling: timedelta = SETTLING,
        at_once: int = 8,
        post_seconds: float = POST_SECONDS,
        lease: timedelta = LEASE,
    ) -> None:
        self._state = state
        self._postmen = postmen
        self._compose = compose
        self._owner = f"{socket.gethostname()} {os.getpid()} {uuid.uuid4().hex}"
        self._settling = settling
        self._at_once = at_once
        self._post_seconds = post_seconds
        self._lease = lease
        self._look_again = 0.0
        """When, in monotonic time, it is looked for what is due again."""
        self._unknown: set[str] = set()
        """Time zones of subscriptions that this machine does not know."""

    async def tick(self, known: int | None = None) -> None:
        """Takes up what was left undone, then what is due now. Called again and again; two ticks never overlap.

        `known` is the number of the build that is served here: on another machine it may be a later one. None: the
        newest.
        """
        known = self._state.arrivals.newest() if known is None else known
        due = await self._looked(known)
        ends = time.monotonic() + _A_TICK
        while time.monotonic() < ends:
            left = self._state.deliveries.retake(self._owner, self._at_once, self._lease, known, self._postmen)
            # Claimed a few at a time: a claim must not run out while its delivery waits for its turn.
            some = left or list(islice(self._claimed(due, known), self._at_once))
            if not some:
                return
            await asyncio.gather(*(self._guarded(delivery, again=bool(left)) for delivery in some))

    async def _looked(self, known: int) -> Iterator[_Due]:
        """What is due, looked for beside the event loop, and more seldom where there is much to look through."""
        if time.monotonic() < self._look_again:
            return iter(())

        def look() -> tuple[list[_Due], float]:
            began = time.thread_time()
            return [*self._digests(), *self._notices(known)], time.thread_time() - began

        due, took = await asyncio.to_thread(look)
        self._look_again = time.monotonic() + (took / _SHARE if took > _QUICK else 0.0)
        return iter(due)

    def _claimed(self, due: Iterator[_Due], known: int) -> Iterator[Delivery]:
        for one in due:
            claimed = self._state.deliveries.claim(
                one.platform, one.channel, one.kind, one.period, one.build, self._owner, self._lease, known
            )
            if claimed is not None:
                yield claimed

    def _digests(self) -> Iterator[_Due]:
        """Of every channel the newest period that is due and that nobody has in hand; those before are part of it."""
        now = self._state.database.now()
        busy, last = self._state.deliveries.under_way(), self._state.deliveries.last_digests(now)
        newest: dict[tuple[Plan, datetime], datetime | None] = {}
        for one in self._state.subscriptions.active():
            place = (one.platform, one.channel)
            if one.platform not in self._postmen or (*place, "digest") in busy:
                continue
            after = max(moment for moment in (one.since, last.get(place)) if moment is not None)
            try:
                key = (plan_of(one), after)
            except ValueError as error:  # time zones come and go with the system's list of them
                if one.zone not in self._unknown:
                    log.error("the digest of %s is not posted: %s", _where(*place), error)
                self._unknown.add(one.zone)
                continue
            if key not in newest:  # many channels have one plan
                newest[key] = next(reversed(key[0].due(after, now)), None)
            if (period := newest[key]) is not None:
                yield _Due(*place, "digest", period, one.build)

    def _notices(self, known: int) -> Iterator[_Due]:
        """What came with new builds, when none has followed for a while: to channels at once, and to who watches."""
        came = self._state.arrivals.noted_at(known)
        if came is None or self._state.database.now() - came < self._settling:
            return
        busy, told = self._state.deliveries.under_way(), self._state.deliveries.notices_until()
        for platform, channel, kind, build in self._wanting_notices():
            place = (platform, channel, kind)
            if platform in self._postmen and max(build, told.get(place, 0)) < known and place not in busy:
                yield _Due(platform, channel, kind, came, build)

    def _wanting_notices(self) -> Iterator[tuple[str, str, Kind, int]]:
        """Platform, channel or person, kind, and the build before which nothing is news there."""
        for one in self._state.subscriptions.active():
            if one.on_arrival:
                yield one.platform, one.channel, "arrivals", one.build
        noted = self._state.arrivals.noted()
        began: dict[tuple[str, str], int] = {}
        for watch in self._state.watches.all():
            address = watch.place or (f"@{watch.owner}" if watch.owner_kind == "user" else watch.owner)
            # Builds are numbered as they came, but the clock may have stepped back between two.
            since = max((number for at, number in noted if at <= watch.since), default=0)
            key = (watch.platform, address)
            began[key] = min(since, began.get(key, since))
        for (platform, address), build in began.items():
            yield platform, address, "watch", build

    async def _guarded(self, delivery: Delivery, again: bool) -> None:
        """One channel's trouble never costs another's digest."""
        try:
            await self._deliver(delivery, again)
        except Exception as error:
            log.error("%s: %s: %s", _named(delivery), type(error).__name__, error, exc_info=error)
            self._state.deliveries.put_off(delivery, self._lease, f"{type(error).__name__}: {error}")

    async def _deliver(self, delivery: Delivery, again: bool) -> None:
        deliveries = self._state.deliveries
        postman = self._postmen[delivery.platform]
        if again and await self._arrived(delivery, postman):
            return
        if delivery.tries >= MOST_TRIES:
            self._give_up(delivery, f"it could not be posted in {delivery.tries} tries: {delivery.reason}")
            return
        composed = await self._compose(delivery)
        if composed is None:
            deliveries.failed(delivery, "nobody wants it any more")
            return
        if composed.silent:
            deliveries.empty(delivery)
            return
        deliveries.plan(delivery, composed.events)
        if not deliveries.holds(delivery, self._owner, timedelta(seconds=self._post_seconds)):
            return  # composing took so long that another process may take it over
        try:
            message = await asyncio.wait_for(
                postman.post(delivery.channel, composed.answer, delivery.token), self._post_seconds
            )
        except Gone as gone:
            self._give_up(delivery, str(gone), pause=True)
        except NotSent as later:
            deliveries.put_off(delivery, timedelta(seconds=max(later.retry_after, 1.0)), str(later))
        except Exception as error:
            # It may have arrived: when the claim has run out, somebody looks for it.
            deliveries.put_off(delivery, self._lease, f"no answer ({type(error).__name__})")
            log.warning(
                "%s: not known whether it arrived (%s: %s); it is looked for before it is sent again",
                _named(delivery),
                type(error).__name__,
                error,
            )
        else:
            deliveries.sent(delivery, message)

    async def _arrived(self, delivery: Delivery, postman: Postman) -> bool:
        """Looks for a message that may have been sent; whether nothing is left to do now.

        A platform that is away says for how long it is not to be asked again: an hour without it costs no digest.
        """
        try:
            message = await asyncio.wait_for(
                postman.find(delivery.channel, delivery.token, delivery.claimed), self._post_seconds
            )
        except Gone as gone:
            self._give_up(delivery, str(gone), pause=True)
            return True
        except NotSent as later:
            if delivery.tries >= MOST_TRIES:
                self._give_up(delivery, str(later))
            else:
                wait = timedelta(seconds=max(later.retry_after, 1.0))
                self._state.deliveries.put_off(delivery, wait, str(later))
            return True
        except Exception as error:
            reason = f"its history cannot be read ({type(error).__name__}: {error})"
            if delivery.tries >= MOST_TRIES:
                self._give_up(delivery, reason)
            else:
                self._state.deliveries.put_off(delivery, self._lease, reason)
            return True
        if message is not None:
            self._state.deliveries.sent(delivery, message)
        return message is not None

    def _give_up(self, delivery: Delivery, reason: str, pause: bool = False) -> None:
        self._state.deliveries.failed(delivery, reason)
        if pause:
            self._state.watches.leave(delivery.platform, delivery.channel)
        paused = pause and self._state.subscriptions.pause(delivery.platform, delivery.channel, reason)
        told = "; the subscription is paused" if paused else ""
        log.error("%s given up: %s%s", _named(delivery), reason, told)


def _named(delivery: Delivery) -> str:
    """A delivery in the log."""
    return f"message {delivery.id} for {_where(delivery.platform, delivery.channel)}"


def _where(platform: str, channel: str) -> str:
    """A place in the log, which names nobody."""
    return f"{platform} {'somebody' if channel.startswith('@') else channel}"
