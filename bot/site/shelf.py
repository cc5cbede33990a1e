"""All that the pages tell, read once from the store and put in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.model.entity import Entity
from bot.site.telling import KINDS, Row, Source, Whole, source_of, whole
from bot.store.earlier import earlier
from bot.store.read import EventQuery, Facts, StoredEvent
from bot.store.records import Change, StoredArticle


@dataclass(frozen=True, slots=True)
class Topic:
    """A list of events that belong together."""

    page: str
    name: str
    about: str
    kinds: tuple[str, ...]


TOPICS = (
    Topic("deals", "Deals", "Rounds, acquisitions and listings", ("funding", "acquisition", "ipo")),
    Topic("people", "People", "Who holds or held which post, and where they studied", ("role", "education")),
    Topic("products", "Products", "Launches, prices, and robots at work", ("launch", "price", "deployment")),
    Topic("companies", "Companies", "Foundings, partnerships and plans", ("founding", "partnership", "plan")),
    Topic("figures", "Figures", "What was counted, and what is expected", ("metric", "forecast")),
    Topic("statements", "Statements", "What people said", ("statement",)),
)

_WEIGHT = {kind: place for place, kind in enumerate(KINDS)}


@dataclass(slots=True)
class Shelf:
    """Everything by id; `rows` are the events, the latest first."""

    entities: dict[str, Entity]
    sources: dict[str, Source]
    articles: list[StoredArticle]
    rows: dict[str, Row]
    events: list[Whole]
    of_entity: dict[str, list[Row]]
    of_source: dict[str, list[Whole]]
    below: dict[str, list[Entity]]
    above: dict[str, Entity | None]
    changes: list[Change]
    built_at: str
    changes_before: list[tuple[str, list[Change]]] = field(default_factory=list)
    """What earlier builds corrected, with the day of each, the latest first."""

    def of_topic(self, topic: Topic) -> list[Row]:
        return [one for one in self.rows.values() if one.kind in topic.kinds]

    def newest(self, most: int) -> list[Row]:
        """What the articles told last; of one day the deals before what was only said."""
        rows = sorted(self.rows.values(), key=lambda one: (one.day, one.id), reverse=True)
        rows.sort(key=lambda one: _WEIGHT.get(one.kind, len(_WEIGHT)))
        return sorted(rows, key=lambda one: one.told, reverse=True)[:most]

    def busiest(self, most: int) -> list[Entity]:
        """Those of whom most is told."""
        ranked = sorted(self.of_entity, key=lambda one: (-len(self.of_entity[one]), self.entities[one].name, one))
        return [self.entities[one] for one in ranked[:most]]

    def disputes(self) -> list[Whole]:
        return [one for one in self.events if one.disputes]


def topics(rows: Iterable[Row]) -> tuple[Topic, ...]:
    """The lists, and one more for kinds that none of them has."""
    others = tuple(sorted({one.kind for one in rows} - set(KINDS)))
    return (*TOPICS, Topic("others", "Others", "What belongs to no other list", others)) if others else TOPICS


def _oldest_first(told: StoredEvent) -> tuple[str, str, str]:
    """By the day it was or will be true; what has none lies before all others, by the day it was told."""
    return told.date.start.isoformat() if told.date else "", told.said_first, told.id


def read(facts: Facts) -> Shelf:
    """The whole store; dates, sums and numbers in the forms that are spoken."""
    told = sorted(facts.events(EventQuery()), key=_oldest_first, reverse=True)
    articles = facts.articles()
    sources = {article.id: source_of(article) for article in articles}
    known = facts.entities_of(dict.fromkeys(name for event in told for name in event.names))
    entities = {entity.id: entity for entity in sorted(known, key=lambda e: (e.name.casefold(), e.id))}
    events = [whole(event, sources, entities) for event in told]
    of_entity: dict[str, list[Row]] = defaultdict(list)
    of_source: dict[str, list[Whole]] = defaultdict(list)
    for event, shown in zip(told, events, strict=True):
        for name in sorted(event.names):
            of_entity[name].append(shown.row)
        for article in dict.fromkeys(statement.article for statement in event.statements):
            of_source[article].append(shown)
    above = {one: next(iter(facts.parents(one)), None) for one in entities}
    return Shelf(
        entities,
        sources,
        articles,
        {shown.row.id: shown.row for shown in events},
        events,
        dict(of_entity),
        dict(of_source),
        {one: [child for child in facts.children(one) if child.id in entities] for one in entities},
        above,
        facts.changes(),
        facts.built_at(),
        [(build.name[:10], list(build.changes)) for build in reversed(earlier(facts)) if build.changes],
    )
