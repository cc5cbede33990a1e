"""Every message that is due, to every channel, once: claimed in the state, sent, marked; after a crash looked up."""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, islice

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

MOST_TRIES = 12
"""Tries of one delivery before it is given up."""


@dataclass(frozen=True, slots=True)
class Composed:
    """What a message tells: the answer to post, and the ids of its events. `silent`: nothing is to be posted."""

    answer: Answer
    events: tuple[str, ...] = ()
    silent: bool = False


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
        self._owner = uuid.uuid4().hex
        self._settling = settling
        self._at_once = at_once
        self._post_seconds = post_seconds
        self._lease = lease

    async def tick(self) -> None:
        """Takes up what was left undone, then what is due now. Called again and again; two ticks never overlap."""
        deliveries = self._state.deliveries
        while left := deliveries.retake(self._owner, self._at_once, self._lease):
            await asyncio.gather(*(self._guarded(delivery, again=True) for delivery in left))
        # Claimed a few at a time: a claim must not run out while its delivery waits for its turn.
        due = (delivery for delivery in chain(self._digests(), self._notices()) if delivery is not None)
        while some := list(islice(due, self._at_once)):
            await asyncio.gather(*(self._guarded(delivery, again=False) for delivery in some))

    def _digests(self) -> Iterator[Delivery | None]:
        """Of every channel the newest period that is due and that nobody has in hand; those before are part of it."""
        now = self._state.database.now()
        for one in self._state.subscriptions.active():
            if self._busy(one.platform, one.channel, "digest"):
                continue
            last = self._state.deliveries.last(one.platform, one.channel, "digest", now)
            after = max(moment for moment in (one.since, last.period if last else None) if moment is not None)
            due = plan_of(one).due(after, now)
            if due:
                yield self._claim(one.platform, one.channel, "digest", due[-1], one.build)

    def _notices(self) -> Iterator[Delivery | None]:
        """What came with new builds, when none has followed for a while: to channels at once, and to who watches."""
        came = self._state.arrivals.newest_at()
        if came is None or self._state.database.now() - came < self._settling:
            return
        newest = self._state.arrivals.newest()
        for platform, channel, kind, build in self._wanting_notices():
            told = max(build, self._state.deliveries.told_until(platform, channel, kind))
            if told < newest and not self._busy(platform, channel, kind):
                yield self._claim(platform, channel, kind, came, build)

    def _wanting_notices(self) -> Iterator[tuple[str, str, Kind, int]]:
        """Platform, channel or person, kind, and the build before which nothing is news there."""
        for one in self._state.subscriptions.active():
            if one.on_arrival:
                yield one.platform, one.channel, "arrivals", one.build
        began: dict[tuple[str, str], int] = {}
        for watch in self._state.watches.all():
            address = watch.place or (f"@{watch.owner}" if watch.owner_kind == "user" else watch.owner)
            since = self._state.arrivals.by(datetime.fromisoformat(watch.since))
            key = (watch.platform, address)
            began[key] = min(since, began.get(key, since))
        for (platform, address), build in began.items():
            yield platform, address, "watch", build

    def _busy(self, platform: str, channel: str, kind: Kind) -> bool:
        return platform not in self._postmen or self._state.deliveries.open(platform, channel, kind)

    def _claim(self, platform: str, channel: str, kind: Kind, period: datetime, build: int) -> Delivery | None:
        return self._state.deliveries.claim(platform, channel, kind, period, build, self._owner, self._lease)

    async def _guarded(self, delivery: Delivery, again: bool) -> None:
        """One channel's trouble never costs another's digest."""
        try:
            await self._deliver(delivery, again)
        except Exception as error:
            where = f"{delivery.platform} {delivery.channel}"
            log.error("message for %s: %s: %s", where, type(error).__name__, error, exc_info=error)
            self._state.deliveries.put_off(delivery, self._lease, f"{type(error).__name__}: {error}")

    async def _deliver(self, delivery: Delivery, again: bool) -> None:
        deliveries = self._state.deliveries
        postman = self._postmen.get(delivery.platform)
        if postman is None:
            return
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
                "message for %s %s: not known whether it arrived (%s: %s); it is looked for before it is sent again",
                delivery.platform, delivery.channel, type(error).__name__, error,
            )  # fmt: skip
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
        log.error("message for %s %s given up: %s%s", delivery.platform, delivery.channel, reason, told)
