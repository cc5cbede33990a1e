"""What is new since a day: events first told, told by more articles, changed, disputed, withdrawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answers.lines import citations_of, event_line
from bot.answers.view import View, ids_by_slot
from bot.digests.importance import importance
from bot.digests.topics import Topics
from bot.model.answer import Citation, Line
from bot.model.statement import SLOT_TYPES
from bot.store.query import EventQuery
from bot.store.read import Facts, StoredEvent
from bot.store.records import Change, StoredArticle, What

_WEIGHTY = frozenset({"money", "when", "number", "name"})
"""Types of slots whose values can be disputed; texts differ in wording."""
_MOST_CITATIONS = 3
_SAID_ALREADY = 3.0
"""What a fact loses whose sentence stands below a weightier one."""


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of news. `line` tells the event with the newest sources first."""

    what: What
    event: str
    kind: str
    line: Line
    importance: float
    watched: bool = False
    before: str = ""
    """For a change: what was told before."""
    entities: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Digest:
    """The news of the days from `since` on, before `until`, the weightiest first."""

    since: date
    until: date | None
    items: tuple[Item, ...]
    articles: int
    """How many articles brought it."""


def news(
    facts: Facts,
    since: date,
    until: date | None = None,
    learned: Sequence[Change] = (),
    topics: Topics | None = None,
    posted: Collection[str] | None = None,
    fresh: Collection[str] | None = None,
) -> Digest:
    """What articles published from `since` on tell, and what builds brought (`learned`) whenever it was published.

    `fresh` are the ids of the articles that bring the news, where it is not the day of publication that decides.
    `posted` are the ids of events told in this place before; withdrawals of others are no news there. None: told all.
    """
    wanted = topics or Topics()
    articles = {article.id: article for article in facts.articles()}
    window = {
        key for key, article in articles.items() if (_inside(article, since, until) if fresh is None else key in fresh)
    }
    later = {key for key, article in articles.items() if fresh is None and until and _inside(article, until, None)}
    changes: dict[str, list[Change]] = defaultdict(list)
    for change in learned:
        changes[change.event].append(change)
    found: list[Item] = []
    brought: set[str] = set()
    for told in facts.events(EventQuery()):
        lasting = [change for change in changes.get(told.id, ()) if change.what != "withdrawn"]
        item, bringing = _news_of(told, window, later, lasting, facts, wanted, posted)
        if item is not None:
            found.append(item)
            brought |= bringing
    found += _withdrawn(changes, facts, wanted, posted)
    return Digest(since, until, tuple(_ordered(found)), len(brought))


def _news_of(
    told: StoredEvent,
    window: Collection[str],
    later: Collection[str],
    changes: Sequence[Change],
    facts: Facts,
    topics: Topics,
    posted: Collection[str] | None,
) -> tuple[Item | None, set[str]]:
    """The news of one event and the articles that bring it; None where there is none that is wanted."""
    fresh = {s.article for s in told.statements if s.article in window}
    if any(change.what == "new" for change in changes):
        fresh = {s.article for s in told.statements}
    entities = frozenset(one for ids in ids_by_slot(told).values() for one in ids)
    if not (fresh or changes) or not topics.want(told.kind, entities, told.usd):
        return None, set()
    what, before = _what(told, fresh, later, changes, facts)
    line = replace(event_line(told), citations=_fresh_first(told, fresh), when=_newest(told, fresh))
    watched = bool(topics.watched & entities)
    weight = importance(
        what,
        told.kind,
        told.usd,
        len({s.article for s in told.statements}),
        told.date.end if told.date else None,
        _day(line.when),
        watched,
        posted is not None and told.id in posted,
    )
    return Item(what, told.id, told.kind, line, weight, watched, before, entities), fresh


def _what(
    told: StoredEvent, fresh: Collection[str], later: Collection[str], changes: Sequence[Change], facts: Facts
) -> tuple[What, str]:
    """What kind of news it is, and for a change what was told before. `later`: articles of after these days."""
    if fresh and all(s.article in fresh or s.article in later for s in told.statements):
        return "new", ""
    if fresh:
        new = {s.id for s in told.statements if s.article in fresh}
        before = _overtaken(told, new)
        if before:
            return "corrected", before
        if _disputed(told, new):
            return "conflicting", ""
        return "corroborated", ""
    order: tuple[What, ...] = ("conflicting", "corrected", "corroborated")
    change = min(changes, key=lambda c: order.index(c.what) if c.what in order else len(order))
    if change.what != "corrected":
        return change.what, ""
    typed = SLOT_TYPES.get(change.slot)
    return "corrected", facts.name(change.before) if typed == "name" else change.before


def _overtaken(told: StoredEvent, new: Collection[str]) -> str:
    """What a deal was before, where the new statements alone tell that it went on; empty where they do not."""
    view = View(told)
    now = next((v for v in told.event.values if v.slot == "status" and v.rank == "preferred"), None)
    if now is None or not set(now.statements) <= set(new):
        return ""
    was = next((v for v in told.event.values if v.slot == "status" and not set(v.statements) & set(new)), None)
    if was is None:
        return ""
    parts = [view.printed("status", was.value)]
    for slot in ("amount", "valuation"):
        current = view.text(slot)
        for value in told.event.values:
            if (
                value.slot == slot
                and not set(value.statements) & set(new)
                and view.printed(slot, value.value) != current
            ):
                parts.append(view.printed(slot, value.value))
    return ", ".join(parts)


def _disputed(told: StoredEvent, new: Collection[str]) -> bool:
    """Whether only new statements say one of several values that do not agree."""
    view = View(told)
    for slot in {v.slot for v in told.event.values}:
        if slot != "status" and SLOT_TYPES.get(slot) not in _WEIGHTY:
            continue
        values = view.conflicts(slot)
        if len({view.printed(slot, v.value) for v in values}) > 1 and any(
            set(v.statements) <= set(new) for v in values
        ):
            return True
    return False


def _fresh_first(told: StoredEvent, fresh: Collection[str]) -> tuple[Citation, ...]:
    """One citation an article: of the fresh ones first, the sentence that says most."""
    ranked = sorted(told.statements, key=lambda s: (s.article not in fresh, -len(s.slots)))
    best: dict[str, Citation] = {}
    for statement in ranked:
        best.setdefault(statement.article, statement.citation)
    return tuple(best.values())[:_MOST_CITATIONS] or citations_of(told)


def _newest(told: StoredEvent, fresh: Collection[str]) -> str:
    """The day of the newest article that brings it."""
    return max((s.citation.published for s in told.statements if s.article in fresh), default=told.said_last)


def _withdrawn(
    changes: Mapping[str, Sequence[Change]], facts: Facts, topics: Topics, posted: Collection[str] | None
) -> Iterable[Item]:
    for event, told in changes.items():
        for change in told:
            if change.what != "withdrawn" or facts.event(event) is not None:
                continue
            if (posted is not None and event not in posted) or not topics.want(change.kind, change.entities, None):
                continue
            watched = bool(topics.watched & set(change.entities))
            weight = importance("withdrawn", change.kind, None, 1, None, None, watched, posted is not None)
            yield Item(
                "withdrawn", event, change.kind, Line(change.before, event=event), weight, watched, "",
                frozenset(change.entities),
            )  # fmt: skip


def _ordered(items: Iterable[Item]) -> list[Item]:
    """The weightiest first; a fact whose sentence was shown for a weightier one goes back."""
    shown: set[tuple[str, str]] = set()
    ranked: list[Item] = []
    for item in sorted(items, key=_order):
        first = next(((c.source, c.quote) for c in item.line.citations), None)
        if first in shown:
            item = replace(item, importance=round(item.importance - _SAID_ALREADY, 3))
        elif first is not None:
            shown.add(first)
        ranked.append(item)
    return sorted(ranked, key=_order)


def _order(item: Item) -> tuple[float, str, str]:
    return -item.importance, item.line.text, item.event


def _inside(article: StoredArticle, since: date, until: date | None) -> bool:
    """An article known by its month or year only counts as of the first day of it: in one window, never in two."""
    day = _day(article.published)
    return day is not None and since <= day and (until is None or day < until)


def _day(published: str) -> date | None:
    parts = [int(part) for part in published[:10].split("-") if part.isdigit()]
    return date(*[*parts, 1, 1][:3]) if parts else None
