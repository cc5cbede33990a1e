"""Every digest that is due, to every channel, once: claimed in the state, sent, marked; after a crash looked up."""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.digests.schedule import Plan
from bot.model.answer import Answer
from bot.model.posting import Gone, NotSent, Postman
from bot.state.deliveries import LEASE, Delivery
from bot.state.state import State
from bot.state.subscriptions import Subscription

log = logging.getLogger(__name__)

POST_SECONDS = 25.0
"""How long a post may take. What is left of the lease is time for a late message to appear before it is looked for."""

MOST_TRIES = 12
"""Claims of one delivery that ran out before it is given up."""


@dataclass(frozen=True, slots=True)
class Composed:
    """What a digest tells: the answer to post, and the ids of its events. `empty`: there is no news."""

    answer: Answer
    events: tuple[str, ...] = ()
    empty: bool = False


Compose = Callable[[Subscription, Delivery], Awaitable[Composed]]


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
        at_once: int = 8,
        post_seconds: float = POST_SECONDS,
        lease: timedelta = LEASE,
    ) -> None:
        self._state = state
        self._postmen = postmen
        self._compose = compose
        self._owner = uuid.uuid4().hex
        self._gate = asyncio.Semaphore(at_once)
        self._post_seconds = post_seconds
        self._lease = lease

    async def tick(self) -> None:
        """Takes up what was left undone, then what is due now. Called again and again; two ticks never overlap."""
        left = self._state.deliveries.retake(self._owner, self._lease)
        await asyncio.gather(*(self._guarded(delivery, again=True) for delivery in left))
        due = [delivery for one in self._state.subscriptions.active() if (delivery := self._claim(one)) is not None]
        await asyncio.gather(*(self._guarded(delivery, again=False) for delivery in due))

    def _claim(self, subscription: Subscription) -> Delivery | None:
        """The newest period that is due and that nobody has in hand; those before it are part of it."""
        platform, channel = subscription.platform, subscription.channel
        deliveries = self._state.deliveries
        if platform not in self._postmen or deliveries.open(platform, channel):
            return None
        now = self._state.database.now()
        last = deliveries.last(platform, channel, now)
        after = max(moment for moment in (subscription.since, last.period if last else None) if moment is not None)
        due = plan_of(subscription).due(after, now)
        if not due:
            return None
        return deliveries.claim(platform, channel, due[-1], subscription.build, self._owner, self._lease)

    async def _guarded(self, delivery: Delivery, again: bool) -> None:
        """One channel's trouble never costs another's digest."""
        async with self._gate:
            try:
                await self._deliver(delivery, again)
            except Exception as error:
                where = f"{delivery.platform} {delivery.channel}"
                log.error("digest for %s: %s: %s", where, type(error).__name__, error, exc_info=error)

    async def _deliver(self, delivery: Delivery, again: bool) -> None:
        deliveries = self._state.deliveries
        postman = self._postmen.get(delivery.platform)
        if postman is None:
            return
        if again and await self._arrived(delivery, postman):
            return
        if delivery.tries >= MOST_TRIES:
            self._give_up(
                delivery, f"it could not be posted in {delivery.tries} tries: {delivery.reason or 'no answer'}"
            )
            return
        subscription = self._state.subscriptions.get(delivery.platform, delivery.channel)
        if subscription is None or subscription.paused:
            deliveries.failed(delivery, "the subscription ended" if subscription is None else "paused")
            return
        composed = await self._compose(subscription, delivery)
        if composed.empty and not subscription.say_nothing_new:
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
            log.warning(
                "digest for %s %s: not known whether it arrived (%s: %s); it is looked for before it is sent again",
                delivery.platform, delivery.channel, type(error).__name__, error,
            )  # fmt: skip
        else:
            deliveries.sent(delivery, message)

    async def _arrived(self, delivery: Delivery, postman: Postman) -> bool:
        """Looks for a message that may have been sent; whether nothing is left to do now."""
        try:
            message = await asyncio.wait_for(
                postman.find(delivery.channel, delivery.token, delivery.claimed), self._post_seconds
            )
        except Gone as gone:
            self._give_up(delivery, str(gone), pause=True)
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
            self._state.subscriptions.pause(delivery.platform, delivery.channel, reason)
        told = "; the subscription is paused" if pause else ""
        log.error("digest for %s %s given up: %s%s", delivery.platform, delivery.channel, reason, told)
