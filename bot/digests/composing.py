"""A channel's digest: the news that came with the builds it was not told of yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from bot.digests.content import news
from bot.digests.delivering import Composed
from bot.digests.topics import Topics
from bot.digests.wording import MOST, as_answer
from bot.state.deliveries import Delivery
from bot.state.state import State
from bot.state.subscriptions import Subscription
from bot.store.read import Facts
from bot.store.records import Change


def note_build(facts: Facts, state: State) -> bool:
    """Takes note of the build that is served; False where that was done before."""
    build = facts.built_at()
    if state.arrivals.knows(build):
        return False
    return state.arrivals.record(
        build,
        [(article.source, article.id) for article in facts.articles()],
        [asdict(change) for change in facts.changes() if change.what not in ("new", "corroborated")],
    )


def compose(facts: Facts, state: State, subscription: Subscription, delivery: Delivery) -> Composed:
    """The digest that a delivery is to bring."""
    platform, channel = subscription.platform, subscription.channel
    before = [one for one in state.deliveries.of(platform, channel) if one.status in ("sent", "empty")]
    since = max([one.claimed for one in before] or [subscription.since or delivery.period])
    watched = [(watch.entity, watch.name) for watch in state.watches.of(platform, "channel", channel)]
    digest = news(
        facts,
        since.date(),
        learned=[_change(change) for change in state.arrivals.changes(delivery.since, delivery.until)],
        topics=Topics(
            _ids(facts, subscription.entities),
            frozenset(subscription.kinds),
            subscription.min_usd,
            _ids(facts, watched),
        ),
        posted=state.deliveries.posted(platform, channel),
        fresh=state.arrivals.articles(delivery.since, delivery.until),
    )
    events = tuple(item.event for item in digest.items[:MOST])
    return Composed(as_answer(digest), events, not digest.items)


def _ids(facts: Facts, wanted: tuple[tuple[str, str], ...] | list[tuple[str, str]]) -> frozenset[str]:
    """Ids in this build, with what belongs to them; one that is gone is found again by its name."""
    found: set[str] = set()
    for entity, name in wanted:
        same = facts.entity(entity)
        for one in [same] if same is not None else facts.lookup(name):
            found |= {one.id, *(child.id for child in facts.children(one.id))}
    # An id that no build has keeps a filter a filter: nothing wanted is found, and nothing unwanted is told.
    return frozenset(found) or frozenset(entity for entity, _ in wanted)


def _change(told: Mapping[str, Any]) -> Change:
    return Change(**{**told, "entities": tuple(told["entities"])})
