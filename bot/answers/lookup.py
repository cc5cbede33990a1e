"""Runs typed queries on the fact store."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import TypeVar

from bot.answers.known import known_by
from bot.answers.lines import disputed, event_text
from bot.answers.ordering import figure_of, is_currency
from bot.answers.query import Ids, Part, Query
from bot.answers.spotting import Spotter
from bot.answers.titles import fits, standing
from bot.answers.view import ids_by_slot
from bot.answers.words import same_meaning, spelled, stems
from bot.grammar.rounds import find_rounds
from bot.model.event import Event
from bot.model.rounds import round_key
from bot.model.statement import Investor
from bot.model.when import When
from bot.store.query import Playing, bounds
from bot.store.read import EventQuery, Facts, Sketch, StoredEvent

_KIN_SLOTS = ("product", "subject", "speaker", "source", "person", "organization")
_READ_AHEAD = 500
"""Events, the newest, that are kept at hand from the start."""
_FIRST_READ = 16
"""Events that are read first where it may be enough."""
_MOST_READ = 100
"""Events of a large store that are read to answer one query, the first in its order."""
_MOST_KEPT = 5000
_PERCENT = re.compile(r"\d\s*(?:%|％|per ?cent\b|percent\b)|百分之", re.I)
_NUMBER = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?)\b", re.I)
_FORMER = re.compile(
    r"\b(?:former(?:ly)?|ex-|previous(?:ly)?|until|used to|was|were|left|stepped down|for years)\b|前", re.I
)

K = TypeVar("K")
V = TypeVar("V")


class Lookup:
    """Typed queries over the facts of one store."""

    def __init__(self, facts: Facts, spotter: Spotter) -> None:
        self.facts = facts
        self.spotter = spotter
        self._family: dict[str, Ids] = {}
        self._kin: dict[str, Ids] = {}
        self._rounds: dict[str, tuple[str, ...]] = {}
        self._quoted: dict[str, Ids] = {}
        self._wide: dict[Ids, Ids] = {}
        self._spoken_of: dict[str, Ids] = {}

    def read_ahead(self) -> None:
        """Reads what is read once, before anybody waits for it."""
        self.facts.events(EventQuery(limit=_READ_AHEAD))
        _ = self._described

    def family(self, ids: Iterable[str]) -> Ids:
        """Some entities with everything that belongs to them."""
        out: set[str] = set()
        for one in ids:
            if one not in self._family:
                below = {entity.id for entity in self.facts.children(one)}
                described = {unit for unit, _ in self._described.get(one, ())}
                _keep(self._family, one, frozenset({one, *below, *described, *self.facts.set_up_within(one)}))
            out |= self._family[one]
        return frozenset(out)

    @cached_property
    def _described(self) -> dict[str, list[tuple[str, Ids]]]:
        """Units that articles only describe ("Acme's gripper business"), by their owner, with the words of it."""
        out: dict[str, list[tuple[str, Ids]]] = {}
        for one, name in self.facts.possessives():
            owner, _, what = name.replace("’", "'").partition("'s ")
            for known in self.facts.lookup(owner):
                out.setdefault(known.id, []).append((one, stems(what)))
        return out

    def _widened(self, ids: Ids) -> Ids:
        """Some entities, and what may be the same by description: Acme Grippers is Acme's gripper business."""
        if ids in self._wide:
            return self._wide[ids]
        out = set(ids)
        for entity in self.facts.entities_of(sorted(ids)):
            for parent in self.facts.parents(entity.id)[:1]:
                own = stems(entity.name) - stems(parent.name)
                out |= {unit for unit, what in self._described.get(parent.id, ()) if own and own <= what}
        _keep(self._wide, ids, frozenset(out))
        return self._wide[ids]

    def _kin_of(self, one: str) -> Ids:
        """Whose product something is, where somebody has a post: "Acme's Rover" need not be said in every sentence."""
        if one not in self._kin:
            _keep(self._kin, one, self.facts.kin(one))
        return self._kin[one]

    def units(self, ids: Iterable[str]) -> Ids:
        """What belongs to some entities, the entities themselves left out."""
        given = frozenset(ids)
        return self.family(given) - given

    def first(self, query: Query, shown: int) -> tuple[list[StoredEvent], int]:
        """The first events that answer a query, and how many do, up to its limit."""
        if not self._is_plain(query):
            found = self.run(query)
            return found[:shown], len(found)
        asked = self._asked(query)
        ids = list(self.facts.event_ids(replace(asked, limit=query.limit))) if asked is not None else []
        return self.facts.events_of(ids[:shown]), len(ids)

    def sketches(self, query: Query) -> list[Sketch]:
        """What is enough to choose among the events that answer a query, in its order."""
        if not self._is_plain(query):
            return [Sketch(told.id, told.kind, told.date is not None) for told in self.run(query)]
        asked = self._asked(query)
        return self.facts.sketches(replace(asked, limit=query.limit)) if asked is not None else []

    def run(self, query: Query, limit: int | None = None) -> list[StoredEvent]:
        """The events that answer a query, in its order."""
        if self._is_in_order(query):
            fitting = (told for told in self._candidates(query) if self._fits(told, query))
            if query.order == "largest":
                fitting = (told for told in fitting if told.event.best("status") != "denied")
            return list(islice(fitting, limit or query.limit))
        found = [told for told in self._candidates(query) if self._fits(told, query)]
        if query.order in ("largest", "smallest"):
            found = _ranked(found, query)
        if query.about is not None:
            near = [
                told for told in found if told.usd is not None and abs(told.usd - query.about) <= 0.04 * query.about
            ]
            found = near or found
        if query.lead:
            found.sort(key=lambda told: not _has_lead(told, query))
        if query.post in ("lead", "boss"):
            found.sort(key=lambda told: standing(_title(told.event)))
        if query.post or query.past:
            found.sort(key=lambda told: (_over(told) != query.past, told.event.best("title") is None))
        if query.order == "told":
            found.sort(key=lambda told: query.kinds.index(told.kind) if query.kinds else 0)
            if query.told is None:
                found.sort(key=lambda told: told.said_last, reverse=True)
        if query.order == "fit" or query.strict:
            scored = [(self.fit(told, query.topic), n, told) for n, told in enumerate(found)]
            scored = [row for row in scored if row[0] >= query.strict]
            if query.order == "fit":
                scored.sort(key=lambda row: (-row[0], row[1]))
            found = [told for _, _, told in scored]
        return found[: limit or query.limit]

    def fit(self, told: StoredEvent, topic: tuple[str, ...]) -> float:
        """The share of the words of a topic that an event holds, in this or another wording."""
        if not topic:
            return 1.0
        titles = " ".join(dict.fromkeys(s.citation.title for s in told.statements))
        said = stems(f"{event_text(told)} {titles}")
        return sum(bool(same_meaning(word) & said) for word in topic) / len(topic)

    def holds(self, told: StoredEvent, ids: Ids) -> bool:
        """Whether one of the entities takes part in an event or is named in its quotes."""
        slots = ids_by_slot(told)
        if any(held & ids for held in slots.values()):
            return True
        if any(self._kin_of(one) & ids for slot in _KIN_SLOTS for one in slots.get(slot, ())):
            return True
        if told.id not in self._quoted:
            quotes = " ".join(dict.fromkeys(s.quote for s in told.statements))
            if not self.spotter.may_name(quotes, ids):
                return False
            _keep(self._quoted, told.id, frozenset().union(*(m.ids for m in self.spotter.find(quotes))))
        return bool(self._quoted[told.id] & ids)

    @staticmethod
    def _is_in_order(query: Query) -> bool:
        """Whether the store gives the answers in the order that is asked for."""
        told = query.order in ("newest", "oldest") or (query.order == "largest" and not query.by)
        return told and query.about is None and not (query.lead or query.post or query.past or query.strict)

    def _is_plain(self, query: Query) -> bool:
        """Whether all that the store gives for a query answers it."""
        looked_into = (
            query.named, query.needs, query.measures, query.month, query.spelled, query.near,
            query.known, query.counted, query.of_kind, query.must, query.conflicting,
            query.when and (query.kinds == ("role",) or query.status), query.status == "completed",
            query.order == "largest",
        )  # fmt: skip
        return self._is_in_order(query) and not any(looked_into)

    def _candidates(self, query: Query) -> Iterator[StoredEvent]:
        """What may answer a query, read as it is asked for; of a large store no more than is soon read."""
        asked = self._asked(query)
        if asked is None:
            return
        ids = self.facts.event_ids(asked)
        if self.facts.is_large:
            ids = islice(ids, _MOST_READ)
        size = _FIRST_READ if self._is_in_order(query) else _MOST_READ
        while piece := list(islice(ids, size)):
            for told in self.facts.events_of(piece):
                if query.known is None:
                    yield told
                elif (then := known_by(told, query.known)) is not None:
                    yield then
            size = min(4 * size, _MOST_READ)

    def _asked(self, query: Query) -> EventQuery | None:
        """What the store is asked; None where nobody can be meant."""
        playing = tuple(Playing(tuple(sorted(self._players(part))), part.slots) for part in query.parts)
        if not all(part.ids for part in playing):
            return None
        if len(playing) > 1:  # the events of whom least is told are looked through
            playing = tuple(sorted(playing, key=lambda part: sum(map(self.facts.events_about, part.ids))))
        someone: Ids = frozenset()
        if not playing and query.named and self.facts.is_large:
            someone = self.family(query.named[0])  # who only stands in a sentence is not looked for among so many
        return EventQuery(
            kinds=query.kinds,
            any_entities=tuple(sorted(someone)),
            playing=playing,
            period=None if query.kinds == ("role",) or query.status else query.when,
            told=query.told,
            min_usd=query.least,
            max_usd=query.most,
            rounds=self._wordings(query.round) if query.round else None,
            status=query.status if query.status not in ("", "completed") else None,
            disputed=query.conflicting,
            order=query.order if query.order in ("oldest", "largest") else "newest",
        )

    def _wordings(self, name: str) -> tuple[str, ...]:
        """How articles of this store write a round."""
        if name not in self._rounds:
            _keep(self._rounds, name, tuple(told for told in self.facts.rounds_told() if _is_same(told, name)))
        return self._rounds[name]

    def _fits(self, told: StoredEvent, query: Query) -> bool:
        slots = ids_by_slot(told)
        if not all(self._plays(slots, part) for part in query.parts):
            return False
        if query.month and not (
            told.date and told.date.precision in ("day", "month") and told.date.start.month == query.month
        ):
            return False
        if query.when and query.kinds == ("role",) and not _held_in(told, query.when):
            return False
        if query.measures and told.event.best("measure") not in query.measures:
            return False
        if query.round and not _is_round(told, query.round):
            return False
        if query.status and not _was(told, query):
            return False
        if query.post and not fits(_title(told.event), query.post):
            return False
        if query.needs and not any(_said(told, need) for need in query.needs):
            return False
        if len(query.parts) > 1 and query.needs and not self._told_together(told, query):
            return False
        if query.conflicting and not disputed(told):
            return False
        if query.counted and is_currency(told.event.best("unit")):
            return False
        if query.of_kind and not self._is(slots.get("subject", frozenset()), query.of_kind):
            return False
        if not all(self.holds(told, ids) or self._beside(told, ids) for ids in query.near):
            return False
        if query.spelled and not spelled(event_text(told), query.spelled):
            return False
        if not all(self.holds(told, ids) for ids in query.named):
            return False
        # Last, for it costs most.
        return not query.must or self.fit(told, query.must) >= 1

    def _is(self, ids: Ids, kind: str) -> bool:
        found = self.facts.entities_of(sorted(ids))
        # What only describes ("global shipments") is written in small letters throughout.
        return any(entity.kind == kind and entity.name != entity.name.lower() for entity in found)

    def _beside(self, told: StoredEvent, ids: Ids) -> bool:
        """Whether an article that tells an event speaks of one of the entities at all."""
        for article in dict.fromkeys(s.article for s in told.statements):
            if article not in self._spoken_of:
                passages = self.facts.passages(article)
                _keep(self._spoken_of, article, frozenset(i for p in passages for i in p.entities))
            if self._spoken_of[article] & ids:
                return True
        return False

    def _told_together(self, told: StoredEvent, query: Query) -> bool:
        """Whether one article tells what is asked of all that are named: the sum of a round is no sum of one backer."""
        return any(
            all(self._plays({slot: frozenset(ids) for slot, ids in s.entities.items()}, part) for part in query.parts)
            and any(need in s.slots or need == "%" for need in query.needs)
            for s in told.statements
        )

    def _plays(self, slots: dict[str, Ids], part: Part) -> bool:
        ids = self._players(part)
        return any(held & ids for slot, held in slots.items() if not part.slots or slot in part.slots)

    def _players(self, part: Part) -> Ids:
        """Who may play a part."""
        return self.family(part.ids) if part.units else self._widened(part.ids)


def _is_round(told: StoredEvent, name: str) -> bool:
    return any(v.slot == "round" and isinstance(v.value, str) and _is_same(v.value, name) for v in told.event.values)


def _is_same(told: str, name: str) -> bool:
    """Whether words that tell a round mean the one of a name."""
    return round_key(name) in (round_key(told), *(round_key(mention.round) for mention in find_rounds(told)))


def _keep(kept: dict[K, V], key: K, value: V) -> None:
    """Remembers what was found out, not for ever."""
    if len(kept) >= _MOST_KEPT:
        kept.clear()
    kept[key] = value


def _title(event: Event) -> str:
    title = event.best("title")
    return title if isinstance(title, str) else ""


def _said(told: StoredEvent, need: str) -> bool:
    if need == "%":
        return any(_PERCENT.search(s.quote) for s in told.statements)
    if need == "#":
        return any(_NUMBER.search(s.quote) for s in told.statements)
    if need == "date" and told.kind == "role":
        need = "start"
    return any(v.slot == need and v.rank != "deprecated" for v in told.event.values)


def _was(told: StoredEvent, query: Query) -> bool:
    """Whether an article told the event in this state, and in the period if one is asked for."""
    for statement in told.statements:
        if (statement.slots.get("status") or "completed") != query.status:
            continue
        if query.when is None:
            return True
        first, last = bounds(query.when)
        told_on = statement.citation.published
        dated = statement.slots.get("date")
        if isinstance(dated, When) and dated.start.isoformat() <= last and dated.end.isoformat() >= first:
            return True
        if told_on and first[: len(told_on)] <= told_on <= last:
            return True
    return False


def _held_in(told: StoredEvent, when: When) -> bool:
    """Whether a post began, ended or may have been held in a period; one without dates by when it was told."""
    start, end = told.event.best("start"), told.event.best("end")
    dates = [value for value in (start, end) if isinstance(value, When)]
    first, last = bounds(when)
    if dates:
        return any(d.start.isoformat() <= last and d.end.isoformat() >= first for d in dates)
    return first <= told.said_first <= last


def _ranked(found: list[StoredEvent], query: Query) -> list[StoredEvent]:
    """By the figure that was asked for; what has none is left out where a slot was named."""
    figures = [(figure_of(told, query.by), told) for told in found if told.event.best("status") != "denied"]
    up = query.order == "smallest"
    known = sorted(((f, t) for f, t in figures if f is not None), key=lambda row: row[0] if up else -row[0])
    return [t for _, t in known] + ([] if query.by else [t for f, t in figures if f is None])


def _has_lead(told: StoredEvent, query: Query) -> bool:
    backers = told.event.best("investors")
    leads = {v.name for v in backers if isinstance(v, Investor) and v.lead} if isinstance(backers, tuple) else set()
    asked = [part.ids for part in query.parts if part.slots == ("investors",)]
    return bool(leads & asked[0]) if asked else bool(leads)


def _over(told: StoredEvent) -> bool:
    return told.event.best("end") is not None or bool(_FORMER.search(_title(told.event)))
