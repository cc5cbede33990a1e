"""Runs typed queries on the fact store."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

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
from bot.store.query import bounds
from bot.store.read import EventQuery, Facts, StoredEvent

_KIN_SLOTS = ("product", "subject", "speaker", "source", "person", "organization")
_READ_AHEAD = 1500
"""Events, the newest, that are kept at hand from the start."""
_PERCENT = re.compile(r"\d\s*(?:%|％|per ?cent\b|percent\b)|百分之", re.I)
_NUMBER = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?)\b", re.I)
_LETTERS = re.compile(r"[a-z0-9]{2,}|[㐀-鿿]{1,2}")
_FORMER = re.compile(
    r"\b(?:former(?:ly)?|ex-|previous(?:ly)?|until|used to|was|were|left|stepped down|for years)\b|前", re.I
)


class Lookup:
    """Typed queries over the facts of one store."""

    def __init__(self, facts: Facts, spotter: Spotter) -> None:
        self.facts = facts
        self.spotter = spotter
        self._family: dict[str, Ids] = {}
        self._quoted: dict[str, Ids] = {}
        self._wide: dict[Ids, Ids] = {}
        self._hints: dict[Ids, frozenset[str]] = {}
        self._spoken_of: dict[str, Ids] = {}

    def read_ahead(self) -> None:
        """Reads what is read once, before anybody waits for it."""
        self.facts.events(EventQuery(limit=_READ_AHEAD))
        _ = (self._described, self._units, self._kin)

    def family(self, ids: Iterable[str]) -> Ids:
        """Some entities with everything that belongs to them."""
        out: set[str] = set()
        for one in ids:
            if one not in self._family:
                below = {entity.id for entity in self.facts.children(one)}
                described = {unit for unit, _ in self._described.get(one, ())}
                self._family[one] = frozenset({one, *below, *described, *self._units.get(one, ())})
            out |= self._family[one]
        return frozenset(out)

    @cached_property
    def _described(self) -> dict[str, list[tuple[str, Ids]]]:
        """Units that articles only describe ("Acme's gripper business"), by their owner, with the words of it."""
        out: dict[str, list[tuple[str, Ids]]] = {}
        for entity in self.facts.entities():
            owner, mark, what = entity.name.replace("’", "'").partition("'s ")
            for known in self.facts.lookup(owner) if mark else ():
                out.setdefault(known.id, []).append((entity.id, stems(what)))
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
        self._wide[ids] = frozenset(out)
        return self._wide[ids]

    @cached_property
    def _units(self) -> dict[str, set[str]]:
        """Teams and subsidiaries by whom they were set up within."""
        units: dict[str, set[str]] = {}
        for told in self.facts.events(EventQuery(kinds=("founding",))):
            slots = ids_by_slot(told)
            for parent in slots.get("parent", ()):
                units.setdefault(parent, set()).update(slots.get("organization", ()))
        return units

    @cached_property
    def _kin(self) -> dict[str, set[str]]:
        """Whose product something is, where somebody has a post: "Acme's Rover" need not be said in every sentence."""
        kin: dict[str, set[str]] = {}
        for told in self.facts.events(EventQuery(kinds=("launch", "deployment", "role", "founding"))):
            slots = ids_by_slot(told)
            for one in (*slots.get("product", ()), *slots.get("person", ())):
                kin.setdefault(one, set()).update(slots.get("maker", ()), slots.get("organization", ()))
            for one in slots.get("organization", ()):
                kin.setdefault(one, set()).update(slots.get("parent", ()))
        return kin

    def units(self, ids: Iterable[str]) -> Ids:
        """What belongs to some entities, the entities themselves left out."""
        given = frozenset(ids)
        return self.family(given) - given

    def run(self, query: Query, limit: int | None = None) -> list[StoredEvent]:
        """The events that answer a query, in its order."""
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
        if any(self._kin.get(one, frozenset()) & ids for slot in _KIN_SLOTS for one in slots.get(slot, ())):
            return True
        if told.id not in self._quoted:
            quotes = " ".join(dict.fromkeys(s.quote for s in told.statements))
            low = quotes.casefold()
            if not any(hint in low for hint in self._hints_of(ids)):
                return False
            self._quoted[told.id] = frozenset().union(*(m.ids for m in self.spotter.find(quotes)))
        return bool(self._quoted[told.id] & ids)

    def _hints_of(self, ids: Ids) -> frozenset[str]:
        """Letters of which some stand in every text that names one of the entities: looked for before names are."""
        if ids not in self._hints:
            entities = self.facts.entities_of(sorted(ids))
            written = " ".join(name for one in entities for name in (one.name, *one.aliases)).casefold().split()
            self._hints[ids] = frozenset(max(_LETTERS.findall(w), key=len, default=w[:2]) for w in written)
        return self._hints[ids]

    def _candidates(self, query: Query) -> list[StoredEvent]:
        ids: Ids = frozenset()
        if query.parts:
            first = query.parts[0]
            ids = self.family(first.ids) if first.units else self._widened(first.ids)
            if not ids:
                return []
        found = self.facts.events(
            EventQuery(
                kinds=query.kinds,
                any_entities=tuple(sorted(ids)),
                period=None if query.kinds == ("role",) or query.status else query.when,
                told=query.told,
                min_usd=query.least,
                max_usd=query.most,
                disputed=query.conflicting,
                order=query.order if query.order in ("oldest", "largest") else "newest",
            )
        )
        if query.known is None:
            return found
        return [told for event in found if (told := known_by(event, query.known)) is not None]

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
                self._spoken_of[article] = frozenset(i for p in passages for i in p.entities)
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
        ids = self.family(part.ids) if part.units else self._widened(part.ids)
        return any(held & ids for slot, held in slots.items() if not part.slots or slot in part.slots)


def _is_round(told: StoredEvent, name: str) -> bool:
    wanted = round_key(name)
    for value in told.event.values:
        if value.slot == "round" and isinstance(value.value, str):
            read = [mention.round for mention in find_rounds(value.value)]
            if wanted in (round_key(value.value), *map(round_key, read)):
                return True
    return False


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
