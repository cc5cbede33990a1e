"""Runs typed queries on the fact store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import TypeVar

from bot.answers.absences import last_before
from bot.answers.amounts import UNSURE
from bot.answers.asked.spotting import Spotter
from bot.answers.asked.words import same_meaning, spelled, stems
from bot.answers.fitting import (
    STATES,
    as_written,
    counts_other_goods,
    has_lead,
    held_in,
    is_absurd,
    is_round,
    is_same_round,
    is_told_in,
    ranked,
    says,
    title_of,
    was_in_state,
)
from bot.answers.kinds import later
from bot.answers.known import known_by
from bot.answers.lines import disputed, event_text
from bot.answers.ordering import figure_of, is_between, is_currency
from bot.answers.paces import is_for_use
from bot.answers.pipeline import still_ahead
from bot.answers.query import Ids, Part, Query
from bot.answers.sorts import Sorts
from bot.answers.tenure import is_over, left_on
from bot.answers.titles import fits, standing
from bot.answers.view import ids_by_slot
from bot.answers.whereabouts import Whereabouts, subjects
from bot.model.when import When
from bot.names.folding import fold
from bot.store.query import Playing, lies_in
from bot.store.read import EventQuery, Facts, Sketch, StoredEvent

_KIN_SLOTS = ("product", "subject", "speaker", "source", "person", "organization")
_READ_AHEAD = 300
"""Events, the newest, that are kept at hand from the start."""
_FIRST_READ = 16
"""Events that are read first where it may be enough."""
_MOST_READ = 100
"""Events of a large store that are read to answer one query, the first in its order."""
_MOST_COMPARED = 40
"""The same where all that is said of each is compared with the words of a question."""
_MOST_KEPT, _ALL = 5000, 100_000
_MEASURING = frozenset({"metric", "forecast"})
"""Kinds that say what they measure; a round has its valuation without that."""
K = TypeVar("K")
V = TypeVar("V")


def _says_what_is_asked(told: StoredEvent, query: Query) -> bool:
    """Whether the slots of an event say what a query wants of them."""
    of_month = told.date and told.date.precision in ("day", "month") and told.date.start.month == query.month
    return (
        (not query.month or bool(of_month))
        and not (query.when and query.kinds == ("role",) and not held_in(told, query.when, query.needs))
        and (not query.measures or told.kind not in _MEASURING or told.event.best("measure") in query.measures)
        and not is_absurd(told)
        and not (query.currency and not is_told_in(told, query.currency))
        and (not query.round or is_round(told, query.round))
        and (not query.status or was_in_state(told, query))
        and not (query.post and told.kind == "role" and not fits(title_of(told.event) or as_written(told), query.post))
        and (not query.needs or any(says(told, need) for need in query.needs))
        and (not query.conflicting or disputed(told))
        and not counts_other_goods(told, query)
        and (not query.paid or is_for_use(told) == (query.paid == "for use"))
        and not (query.counted and is_currency(told.event.best("unit")))
        and not (query.follows and has_lead(told, query))
    )


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
        self.whereabouts = Whereabouts(facts)
        self._sorts = Sorts(facts, self.whereabouts)

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

    def _named_for(self, ids: Ids) -> Ids:
        """What has the name of one of some entities in its own: the exchanges of a town."""
        names = [fold(entity.name) for entity in self.facts.entities_of(sorted(ids))]
        found: set[str] = set()
        for name in names:
            for bearer in islice(self.facts.known_names.bearing(max(name.split(" "), key=len)), _MOST_READ):
                if bearer.kind == "org" and f" {name} " in f" {bearer.folded} ":
                    found.add(bearer.entity)
        for name in names:
            words = name.split(" ")
            for length in range(1, len(words)):
                places = (known for known in self.facts.lookup(" ".join(words[:length])) if known.kind == "place")
                found.update(place.id for place in places)
        return self.family(found)

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
        if query.absent or query.ahead:
            return self._apart(query)
        if query.without and query.needs == ("start",):
            return self._successors(query)
        if query.is_in_order:
            fitting = (told for told in self._candidates(query) if self._fits(told, query))
            if query.order == "largest":
                fitting = (told for told in fitting if told.event.best("status") != "denied")
            return list(islice(fitting, limit or query.limit))
        found = [told for told in self._candidates(query) if self._fits(told, query)]
        if query.order in ("largest", "smallest"):
            found = self._by_size(found, query)
        if query.about is not None:
            near = [
                told for told in found if told.usd is not None and abs(told.usd - query.about) <= 0.04 * query.about
            ]
            found = near or found
        if query.lead:
            found.sort(key=lambda told: not has_lead(told, query))
        if query.post in ("lead", "boss"):
            found.sort(key=lambda told: standing(title_of(told.event)))
        if query.post or query.past:
            found.sort(key=lambda told: (is_over(told) != query.past, told.event.best("title") is None))
        if query.needs == ("end",):
            found.sort(key=left_on, reverse=True)
        if query.order == "told":
            rank = {kind: n for n, kind in enumerate(query.kinds)}
            found.sort(key=lambda told: rank.get(told.kind, len(rank)))
            if query.told is None:
                found.sort(key=lambda told: told.said_last, reverse=True)
        if query.order == "fit" or query.strict:
            scored = [(self.fit(told, query.topic), n, told) for n, told in enumerate(found)]
            scored = [row for row in scored if row[0] >= query.strict]
            if query.order == "fit":
                scored.sort(key=lambda row: (-row[0], row[1]))
            found = [told for _, _, told in scored]
        return found[: limit or query.limit]

    def _by_size(self, found: list[StoredEvent], query: Query) -> list[StoredEvent]:
        """By the figure that was asked for; those who only count what others make come last, and mere rumours."""
        found = ranked(found, query)
        if query.measures in (("valuation",), ("employees",)) and not query.named:
            found = self._each_once(found)
        if query.bounds_figure:
            found = [told for told in found if is_between(figure_of(told, query.by), query.least, query.most)]
        if query.of_kind == "org":
            found.sort(key=self._sorts.is_of_watchers)
        if query.of_field:
            found.sort(key=lambda told: told.event.best("status") == "rumored")
        return found

    def _each_once(self, found: list[StoredEvent]) -> list[StoredEvent]:
        """Of what each company is valued at the last that is told, before what is only rumoured."""
        last: dict[Ids, tuple[bool, str, str]] = {}
        of = {told.id: subjects(("company", "subject"), ids_by_slot(told)) for told in found}
        for told in found:
            day = told.date.start.isoformat() if told.date else told.said_first
            rank = (told.event.best("status") not in UNSURE, day, told.id)
            last[of[told.id]] = max(rank, last.get(of[told.id], rank))
        return [told for told in found if last[of[told.id]][2] == told.id]

    def _apart(self, query: Query) -> list[StoredEvent]:
        if query.ahead:
            return still_ahead(self.facts, self.run(replace(query, ahead=False, limit=_MOST_READ)))[: query.limit]
        if query.when is None or self.facts.is_large:
            return []  # of a large store not all can be read, and one that was missed would make it wrong
        return last_before(self.run(replace(query, absent=False, when=None, limit=_ALL)), query)

    def _successors(self, query: Query) -> list[StoredEvent]:
        """Whoever came to a place when somebody left it, or later than they came."""
        left = Part(("person",), query.without)
        gone = self.run(replace(query, without=frozenset(), needs=(), named=(), parts=(*query.parts, left)))
        ends = [end.start for told in gone if isinstance(end := told.event.best("end"), When)]
        starts = [start.end for told in gone if isinstance(start := told.event.best("start"), When)]
        since = max(ends, default=max(starts, default=None))
        if since is None:
            return []
        came = self.run(replace(query, without=frozenset(), limit=_MOST_READ))
        later = [t for t in came if isinstance(start := t.event.best("start"), When) and start.end >= since]
        return [told for told in later if not self._plays(ids_by_slot(told), left)][: query.limit]

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

    def _is_plain(self, query: Query) -> bool:
        """Whether all that the store gives for a query answers it."""
        looked_into = (
            query.named, query.needs, query.measures, query.month, query.spelled, query.near,
            query.known, query.counted, query.of_kind, query.of_field, query.paid, query.must, query.conflicting,
            query.described, query.home, query.follows, query.without, query.absent, query.status in STATES,
            query.surely, query.when and (query.kinds == ("role",) or query.status), query.status == "completed",
            query.order == "largest", query.currency, query.ahead,
        )  # fmt: skip
        return query.is_in_order and not any(looked_into)

    def _candidates(self, query: Query) -> Iterator[StoredEvent]:
        """What may answer a query, read as it is asked for; of a large store no more than is soon read."""
        asked = self._asked(query)
        if asked is None:
            return
        ids = self.facts.event_ids(asked)
        if self.facts.is_large:
            ids = islice(ids, _MOST_COMPARED if query.order == "fit" else _MOST_READ)
        size = _FIRST_READ if query.is_in_order else _MOST_READ
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
            kinds=(*query.kinds, *later(self.facts)) if query.later else query.kinds,
            any_entities=tuple(sorted(someone)),
            playing=playing,
            period=None if query.kinds == ("role",) or query.status else query.when,
            told=query.told,
            min_usd=None if query.bounds_figure else query.least,
            max_usd=None if query.bounds_figure else query.most,
            rounds=self._wordings(query.round) if query.round else None,
            status=query.status if query.status not in ("", "completed", *STATES) else None,
            measures=query.measures,
            disputed=query.conflicting,
            order=query.order if query.order in ("oldest", "largest") else "newest",
        )

    def _wordings(self, name: str) -> tuple[str, ...]:
        """How articles of this store write a round."""
        if name not in self._rounds:
            _keep(self._rounds, name, tuple(told for told in self.facts.rounds_told() if is_same_round(told, name)))
        return self._rounds[name]

    def _fits(self, told: StoredEvent, query: Query) -> bool:
        """Whether an event is what a query asks for; what costs most is looked at last."""
        slots = ids_by_slot(told)
        return (
            all(self._plays(slots, part) for part in query.parts)
            and _says_what_is_asked(told, query)
            and not (query.surely and query.when and not (told.date and lies_in(told.date, query.when)))
            and not (len(query.parts) > 1 and query.needs and not self._told_together(told, query))
            and (not query.of_kind or self._sorts.holds(told, subjects(("subject", "product"), slots), query.of_kind))
            and (not query.of_field or self._sorts.is_of_field(told))
            and all(self.holds(told, ids) or self._beside(told, ids) for ids in query.near)
            and not (query.without and any(held & query.without for held in slots.values()))
            and not (query.spelled and not spelled(event_text(told), query.spelled))
            and all(self.holds(told, ids) for ids in query.named)
            and not (query.must and self.fit(told, query.must) < 1)
            and self._is_described(told, query, slots)
        )

    def _is_described(self, told: StoredEvent, query: Query, slots: Mapping[str, Ids]) -> bool:
        """Whether those who are asked for are at home where they should be, and called what they should be called."""
        if not (query.described or query.home):
            return True
        asked = subjects(query.asked, slots)
        return self.whereabouts.fits(asked, query.described, query.home, event_text(told))

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

    def _plays(self, slots: Mapping[str, Ids], part: Part) -> bool:
        ids = self._players(part)
        return any(held & ids for slot, held in slots.items() if not part.slots or slot in part.slots)

    def _players(self, part: Part) -> Ids:
        """Who may play a part. A listing in a town is one on an exchange that is named for it."""
        if part.slots == ("exchange",):
            return self.family(part.ids) | self._named_for(part.ids)
        return self.family(part.ids) if part.units else self._widened(part.ids)


def _keep(kept: dict[K, V], key: K, value: V) -> None:
    if len(kept) >= _MOST_KEPT:
        kept.clear()
    kept[key] = value
