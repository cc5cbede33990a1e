"""What administrators decided, applied to what the articles tell: entities joined and told apart, facts taken out, and
values put right.

An event is meant by its id as long as the statement that gave it that id tells of it, whichever statement is first now.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.knowledge.events import event_id
from bot.knowledge.naming import joined, split
from bot.knowledge.resolve import Resolution
from bot.knowledge.told import Told
from bot.knowledge.values import agree
from bot.model.article import Article
from bot.model.entity import Entity
from bot.model.event import EventValue, KnownEvent
from bot.model.judgement import Judgement
from bot.model.statement import SlotValue, Statement, slots_from_json
from bot.names.folding import fold


class Judged:
    """One build's judgements, in the order they were given; `idle` are those that found nothing to act on."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        given = list(judgements)
        self._names = _newest([j for j in given if j.verdict in ("same", "different")])
        self._statements = {j.targets[0]: j for j in given if j.verdict == "retract-statement"}
        self._events = {j.targets[0]: j for j in given if j.verdict == "retract-event"}
        self._articles = {j.targets[0]: j for j in given if j.verdict == "retract-article"}
        self._values: dict[str, dict[str, Judgement]] = defaultdict(dict)
        for judgement in given:
            if judgement.verdict == "correct":
                self._values[judgement.targets[0]][judgement.slot] = judgement
        self._acted: set[Judgement] = set()
        self._given = given
        self.taken_out: list[Told] = []
        """What was retracted and would be told without that, statement by statement; articles aside."""

    @property
    def acted(self) -> int:
        """How many were applied."""
        return sum(judgement in self._acted for judgement in self._given)

    @property
    def idle(self) -> list[Judgement]:
        """What found nothing to act on, or was overruled by a later one."""
        return [judgement for judgement in self._given if judgement not in self._acted]

    def articles(
        self, articles: Sequence[Article], statements: Sequence[Statement]
    ) -> tuple[list[Article], list[Statement], list[Article]]:
        """Without the articles that were taken out and what they tell; those articles."""
        gone = [article for article in articles if article.id in self._articles]
        self._acted.update(self._articles[article.id] for article in gone)
        return (
            [article for article in articles if article.id not in self._articles],
            [statement for statement in statements if statement.article not in self._articles],
            gone,
        )

    def resolution(self, known: Resolution) -> Resolution:
        """Without the statements that were taken out, and with everybody meant who was said to be."""
        told = []
        for one in known.told:
            if one.id in self._statements:
                self._acted.add(self._statements[one.id])
                self.taken_out.append(one)
            else:
                told.append(one)
        known = replace(known, told=tuple(told))
        for judgement in self._names:
            if judgement.verdict == "different":
                known = self._tell_apart(known, judgement)
        return self._join(known)

    def values(self, told: Sequence[Told], values: tuple[EventValue, ...]) -> tuple[EventValue, ...]:
        """The values of an event with what was put right in front; what it displaces is kept behind."""
        if not self._values:
            return values
        for anchor in (event_id(t.kind, t.id) for t in told):
            for slot, judgement in self._values.get(anchor, {}).items():
                right = slots_from_json({slot: json.loads(judgement.value)}).get(slot)
                if right is not None:
                    self._acted.add(judgement)
                    values = _put_right(slot, right, values)
        return values

    def without_retracted(
        self, known: Resolution, events: Sequence[KnownEvent]
    ) -> tuple[Resolution, Sequence[KnownEvent]]:
        """Without the events that were taken out, and without what tells of them."""
        gone: set[str] = set()
        kept = []
        for event in events:
            met = [self._events[a] for a in _anchors(event) if a in self._events] if self._events else []
            if met:
                self._acted.update(met)
                gone.update(event.event.statements)
            else:
                kept.append(event)
        if not gone:
            return known, events
        self.taken_out += (t for t in known.told if t.id in gone)
        return replace(known, told=tuple(t for t in known.told if t.id not in gone)), kept

    def _tell_apart(self, known: Resolution, judgement: Judgement) -> Resolution:
        by_id = {e.id: e for e in known.entities}
        one, other = _meant(judgement, by_id)
        if one is None and other is None:
            return known
        self._acted.add(judgement)
        if one is not None and other is not None and one.id == other.id:
            name, stays = judgement.words[1], judgement.words[0]
            if fold(name) == fold(one.name):
                name, stays = stays, name
            return split(known, one, name, stays)
        return known

    def _join(self, known: Resolution) -> Resolution:
        by_id = {e.id: e for e in known.entities}
        goes_by: dict[str, str] = {}

        def root(entity: str) -> str:
            while entity in goes_by:
                entity = goes_by[entity]
            return entity

        apart = []
        for judgement in self._names:
            one, other = _meant(judgement, by_id)
            if judgement.verdict == "different" and one is not None and other is not None:
                apart.append((one.id, other.id))
        for judgement in self._names:
            one, other = _meant(judgement, by_id)
            if judgement.verdict != "same" or one is None or other is None:
                continue
            first, second = root(one.id), root(other.id)
            if any({root(a), root(b)} == {first, second} for a, b in apart):
                continue  # through others they would be one with whom they are not
            self._acted.add(judgement)
            if first != second:
                goes_by[second] = first
        return joined(known, {entity: root(entity) for entity in goes_by}) if goes_by else known


def _newest(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Of what was said of two names, the last."""
    last = {frozenset(map(fold, j.words)): j for j in judgements}
    return [j for j in judgements if last[frozenset(map(fold, j.words))] is j]


def _meant(judgement: Judgement, entities: Mapping[str, Entity]) -> tuple[Entity | None, Entity | None]:
    one, other = (
        _entity(target, name, entities) for target, name in zip(judgement.targets, judgement.words, strict=True)
    )
    return one, other


def _entity(target: str, name: str, entities: Mapping[str, Entity]) -> Entity | None:
    """Who goes by the name now: of several the one of the id; where nobody does, the one of the id."""
    wanted = fold(name)
    called = [e for e in entities.values() if any(fold(alias) == wanted for alias in (e.name, *e.aliases))]
    if len(called) == 1:
        return called[0]
    return entities.get(target)


def _put_right(slot: str, right: SlotValue, values: tuple[EventValue, ...]) -> tuple[EventValue, ...]:
    said = [v for v in values if v.slot == slot]
    same = next((v for v in said if v.value == right), None) or next(
        (v for v in said if agree(slot, v.value, right, {})), None
    )
    # Where no article was read so, the value stands on the sentences that were read otherwise.
    best = same or next(iter(said), None)
    holders = best.statements if best else tuple(sorted({s for v in values for s in v.statements}))
    others = [EventValue(slot, v.value, "deprecated", v.statements) for v in said if v.value != right]
    chosen = EventValue(slot, right, "preferred", holders)
    return tuple(sorted((*(v for v in values if v.slot != slot), chosen, *others), key=lambda v: v.slot))


def _anchors(event: KnownEvent) -> Iterable[str]:
    return (event_id(event.event.kind, statement) for statement in event.event.statements)
