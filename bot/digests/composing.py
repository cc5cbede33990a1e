"""A channel's digest: the news that came with the builds it was not told of yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from bot.digests.charting import charted
from bot.digests.content import news
from bot.digests.delivering import Composed
from bot.digests.learned import in_all, missed_builds
from bot.digests.topics import Topics
from bot.digests.wording import MOST, as_answer
from bot.locales import DEFAULT, speaking
from bot.model.answer import Answer
from bot.state.deliveries import Delivery, Kind
from bot.state.state import State
from bot.state.subscriptions import Subscription
from bot.state.watches import OwnerKind
from bot.store.earlier import build_name, corrections
from bot.store.read import Facts
from bot.store.records import Change


def note_build(facts: Facts, state: State) -> bool:
    """Takes note of the build that is served, and of those before it that were served to nobody who took note.

    False where that was done before.
    """
    build = build_name(facts)
    if state.arrivals.knows(build):
        return False
    for missed in missed_builds(facts, state.arrivals):
        state.arrivals.record(missed.name, (), [asdict(change) for change in missed.changes])
    articles = [(article.source, article.id) for article in facts.articles()]
    return state.arrivals.record(build, articles, [asdict(change) for change in corrections(facts)])


def noted(facts: Facts, state: State) -> int:
    """The number of the build that is served, which is noted where nobody did so before."""
    note_build(facts, state)
    return state.arrivals.number(build_name(facts))


def compose(facts: Facts, state: State, delivery: Delivery, language: str = DEFAULT) -> Composed | None:
    """The message that a delivery is to bring; None where nobody wants it any more.

    It is written in the forms of the channel's language; of `language` where none was chosen there.
    """
    with speaking(state.channels.language(delivery.platform, delivery.channel) or language):
        return _composed(facts, state, delivery)


def _composed(facts: Facts, state: State, delivery: Delivery) -> Composed | None:
    watched = _watched(facts, state, delivery)
    subscription = state.subscriptions.get(delivery.platform, delivery.channel)
    if delivery.kind == "watch":
        topics = Topics(entities=watched)
        wanted = bool(watched)
    else:
        topics = _topics(facts, subscription, watched)
        wanted = subscription is not None and not subscription.paused
    if not wanted:
        return None
    digest = news(
        facts,
        _told_last(state, subscription, delivery).date(),
        learned=in_all(_change(change) for change in state.arrivals.changes(delivery.since, delivery.until)),
        topics=topics,
        posted=state.deliveries.posted(delivery.platform, delivery.channel),
        fresh=state.arrivals.articles(delivery.since, delivery.until),
        most=MOST,
    )
    say_so = delivery.kind == "digest" and subscription is not None and subscription.say_nothing_new
    events = tuple(item.event for item in digest.items)
    answer = as_answer(digest)
    if delivery.kind == "digest":
        answer = charted(answer, digest, facts)
    return Composed(_titled(answer, delivery.kind), events, silent=not digest.items and not say_so)


def _watched(facts: Facts, state: State, delivery: Delivery) -> frozenset[str]:
    kind: OwnerKind = "user" if delivery.channel.startswith("@") else "channel"
    owned = state.watches.of(delivery.platform, kind, delivery.channel.removeprefix("@"))
    watches = [watch for watch in owned if not watch.place]
    watches += state.watches.at(delivery.platform, delivery.channel)
    return _ids(facts, [(watch.entity, watch.name) for watch in watches])


def _topics(facts: Facts, subscription: Subscription | None, watched: frozenset[str]) -> Topics:
    if subscription is None:
        return Topics()
    return Topics(_ids(facts, subscription.entities), frozenset(subscription.kinds), subscription.min_usd, watched)


def _told_last(state: State, subscription: Subscription | None, delivery: Delivery) -> datetime:
    """From when on the message tells: the last of its kind, or the beginning."""
    before = state.deliveries.of(delivery.platform, delivery.channel, delivery.kind)
    told = [one.claimed for one in before if one.status in ("sent", "empty")]
    begun = subscription.since if subscription is not None else None
    return max(told, default=begun or delivery.claimed)


def _titled(answer: Answer, kind: Kind) -> Answer:
    """The answer under a title that says why it comes unasked."""
    if kind == "digest" or not answer.answered:
        return answer
    what = "what you watch" if kind == "watch" else "new articles"
    return replace(answer, title=f"From {what}: {answer.title[:1].lower()}{answer.title[1:]}")


def _ids(facts: Facts, wanted: Sequence[tuple[str, str]]) -> frozenset[str]:
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
