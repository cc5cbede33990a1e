"""What is new since a day: events first told, told by more articles, changed, disputed, withdrawn."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answers.importance import importance
from bot.answers.lines import citations_of, event_line
from bot.answers.view import View, ids_by_slot
from bot.digests.topics import Topics
from bot.digests.weighing import Item, Weighed, day_of, weightiest
from bot.locales import English
from bot.model.answer import Citation, Line
from bot.model.statement import SLOT_TYPES
from bot.store.outlines import Outline
from bot.store.read import Facts, StoredEvent
from bot.store.records import Change, StoredArticle, What

_WEIGHTY = frozenset({"money", "when", "number", "name"})
"""Types of slots whose values can be disputed; texts differ in wording."""
_MOST_CITATIONS = 3
_ENGLISH = English()
"""What is news does not hang on the forms that it is told in."""


@dataclass(frozen=True, slots=True)
class Digest:
    """The news of the days from `since` on, before `until`, the weightiest first."""

    since: date
    until: date | None
    items: tuple[Item, ...]
    """All of it, or the weightiest where only so many were asked for."""
    articles: int
    """How many articles brought it."""
    counts: Mapping[What, int]
    """How many pieces of news there are of each kind, those that are not among the items too."""


def news(
    facts: Facts,
    since: date,
    until: date | None = None,
    learned: Sequence[Change] = (),
    topics: Topics | None = None,
    posted: Collection[str] | None = None,
    fresh: Collection[str] | None = None,
    most: int | None = None,
) -> Digest:
    """What articles published from `since` on tell, and what builds brought (`learned`) whenever it was published.

    `fresh` are the ids of the articles that bring the news, where it is not the day of publication that decides.
    `posted` are the ids of events told in this place before; withdrawals of others are no news there. None: told all.
    `most`: how many pieces are told, the weightiest; the others are weighed and counted, which takes little.
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
    days = {key: article.published for key, article in articles.items()}
    found = _found(facts, window, later, changes, wanted, posted, days)
    found += _withdrawn(changes, facts, wanted, posted)
    brought = set().union(*(one.fresh for one in found))
    counts = Counter(one.what for one in found)
    items = weightiest(found, lambda some: _told(facts, some), len(found) if most is None else most)
    return Digest(since, until, tuple(items), len(brought), counts)


def _found(
    facts: Facts,
    window: Collection[str],
    later: set[str],
    changes: Mapping[str, Sequence[Change]],
    topics: Topics,
    posted: Collection[str] | None,
    days: Mapping[str, str],
) -> list[Weighed]:
    """Every event that is news and wanted, weighed; of those that were told before, what changed is looked up."""
    within = facts.events_with(topics.entities) if topics.entities else frozenset()
    watched = facts.events_with(topics.watched) if topics.watched else frozenset()
    fresh_of: dict[str, set[str]] = {}
    outlines: dict[str, Outline] = {}
    for one in facts.outlines(window, changes):
        lasting = [change.what for change in changes.get(one.id, ()) if change.what != "withdrawn"]
        fresh = one.articles if "new" in lasting else one.articles.intersection(window)
        part = topics.entities if one.id in within else ()
        if (fresh or lasting) and topics.want(one.kind, part, one.usd):
            outlines[one.id], fresh_of[one.id] = one, fresh
    before = {key for key, fresh in fresh_of.items() if not fresh or not (fresh | later) >= outlines[key].articles}
    known: dict[str, tuple[What, str]] = {
        told.id: _what(told, fresh_of[told.id], [c for c in changes.get(told.id, ()) if c.what != "withdrawn"], facts)
        for told in facts.events_of(sorted(before))
    }
    found = []
    for key, one in outlines.items():
        what, was = known.get(key, ("new", ""))
        newest = max((days[article] for article in fresh_of[key]), default=one.said_last)
        weight = importance(
            what,
            one.kind,
            one.usd,
            len(one.articles),
            day_of(one.date_end),
            day_of(newest),
            key in watched,
            posted is not None and key in posted,
        )
        found.append(Weighed(what, key, one.kind, weight, newest, fresh_of[key], key in watched, was))
    return found


def _told(facts: Facts, weighed: Sequence[Weighed]) -> list[Item]:
    """Events that were weighed, in words."""
    by_id = {told.id: told for told in facts.events_of(one.event for one in weighed)}
    return [_item(by_id[one.event], one) for one in weighed]


def _item(told: StoredEvent, one: Weighed) -> Item:
    line = replace(event_line(told), citations=_fresh_first(told, one.fresh), when=one.newest)
    entities = frozenset(entity for ids in ids_by_slot(told).values() for entity in ids)
    return Item(one.what, one.event, one.kind, line, one.importance, one.watched, one.before, entities)


def _what(told: StoredEvent, fresh: Collection[str], changes: Sequence[Change], facts: Facts) -> tuple[What, str]:
    """What kind of news of something that was told before it is, and for a change what it was."""
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
    view = View(told, _ENGLISH)
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


def _withdrawn(
    changes: Mapping[str, Sequence[Change]], facts: Facts, topics: Topics, posted: Collection[str] | None
) -> Iterable[Weighed]:
    for event, told in changes.items():
        for change in told:
            if change.what != "withdrawn" or facts.event(event) is not None:
                continue
            if (posted is not None and event not in posted) or not topics.want(change.kind, change.entities, None):
                continue
            watched = bool(topics.watched & set(change.entities))
            weight = importance("withdrawn", change.kind, None, 1, None, None, watched, posted is not None)
            line, entities = Line(change.before, event=event), frozenset(change.entities)
            item = Item("withdrawn", event, change.kind, line, weight, watched, "", entities)
            yield Weighed("withdrawn", event, change.kind, weight, watched=watched, item=item)


def _inside(article: StoredArticle, since: date, until: date | None) -> bool:
    """An article known by its month or year only counts as of the first day of it: in one window, never in two."""
    day = day_of(article.published)
    return day is not None and since <= day and (until is None or day < until)
