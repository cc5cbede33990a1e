"""Runs joins: what the answers of several queries have in common."""

from __future__ import annotations

from bot.answers.lookup import Lookup
from bot.answers.query import Ids, Join
from bot.answers.view import ids_by_slot
from bot.store.read import StoredEvent


def run_join(lookup: Lookup, join: Join) -> list[StoredEvent]:
    """The facts that share an entity, those of one entity together; empty where nothing is shared."""
    found = [[t for t in lookup.run(query) if t.event.best("status") != "denied"] for query in join.queries]
    held = [[(told, _ids(told, on) - _asked(join)) for told in some] for some, on in zip(found, join.on, strict=True)]
    shared = (
        frozenset.intersection(*(frozenset(i for _, ids in some for i in ids) for some in held))
        if held
        else frozenset()
    )
    out: list[StoredEvent] = []
    for entity in sorted(shared):
        facts = [told for some in held for told, ids in some if entity in ids]
        places = {i for told in facts for i in _ids(told, ("organization",))}
        if all(query.kinds == ("role",) for query in join.queries) and len(places) < 2:
            continue  # one post told twice is no move
        out += [told for told in facts if told.id not in {known.id for known in out}]
    return out[: join.limit]


def shared_entities(told: list[StoredEvent], join: Join) -> Ids:
    """The entities that the facts share: the answer."""
    ids = [frozenset(_ids(t, on)) for t in told for on in join.on[:1]]
    return frozenset().union(*ids) if ids else frozenset()


def _ids(told: StoredEvent, slots: tuple[str, ...]) -> Ids:
    held = ids_by_slot(told)
    return frozenset(i for slot in slots for i in held.get(slot, ()))


def _asked(join: Join) -> Ids:
    return frozenset(i for query in join.queries for part in query.parts for i in part.ids)
