"""The values of an event: everything that was said, the best supported first, what contradicts it beside it."""

from __future__ import annotations

from collections.abc import Iterable

from bot.knowledge.told import Told
from bot.knowledge.values import Parents, agree, ancestors, specificity
from bot.model.event import EventValue, Rank
from bot.model.statement import SLOT_TYPES, Investor, SlotValue, members, name_of, slots_to_json
from bot.model.when import When

_LISTS = frozenset({"names", "investors"})
_WORDING = frozenset({"title", "topic", "text", "use", "action", "degree", "field", "unit", "product_kind", "measure"})
"""Texts that differ in wording only: the best is told, the others are kept behind it."""
_WHERE_USED = frozenset({"product", "maker", "date"})
"""What robots at a customer's are called, who else had a hand in them, and what happened there when, is no dispute."""
_OF_VALUE = ("unit", "high", "approximate")
"""Slots that belong to the figure beside them."""
_FIGURES = frozenset({"amount", "valuation", "value", "date", "start", "end", "round"})
_SUMS = frozenset({"amount", "valuation"})
"""What talks name is not what a deal that was done came to: told of talks alone, it is kept behind."""
_STAGE = {"rumored": 0, "announced": 1, "completed": 2}


def rank(event: list[Told], parents: Parents) -> tuple[EventValue, ...]:
    """The values of all slots, by slot, the preferred first."""
    superseded, values = _statuses(event)
    slots = sorted({slot for told in event for slot in told.slots} - {"status"})
    carriers: list[Told] | None = None
    if "value" in slots:
        figures = _ranked("value", event, parents, superseded)
        carriers = [t for t in event if t.id in figures[0].statements]
        carriers = [t for t in carriers if t.slots["value"] == figures[0].value] or carriers
    for slot in slots:
        if SLOT_TYPES[slot] in _LISTS:
            values.append(_joined(slot, _standing(slot, event, superseded), parents))
        elif slot in _OF_VALUE and carriers is not None:
            values += _of_value(slot, event, carriers, parents)
        else:
            values += _ranked(slot, event, parents, superseded)
    order = {"preferred": 0, "normal": 1, "deprecated": 2}
    return tuple(sorted(values, key=lambda v: (v.slot, order[v.rank])))


def _ranked(slot: str, event: list[Told], parents: Parents, superseded: frozenset[str]) -> list[EventValue]:
    said: dict[str, tuple[SlotValue, list[Told]]] = {}
    for told in event:
        value = told.slots.get(slot)
        if value is not None:
            said.setdefault(_same_text(slot, value), (value, []))[1].append(told)

    def merit(key: str) -> tuple[bool, int, float, int, str, str]:
        value, tellers = said[key]
        agreeing = {t.article for other, who in said.values() if agree(slot, value, other, parents) for t in who}
        current = any(t.id not in superseded for t in tellers)
        return (
            current,
            len(agreeing),
            specificity(slot, value, parents),
            len({t.article for t in tellers}),
            max(t.day for t in tellers),
            key,
        )

    done = any(t.slots.get("status") in {"announced", "completed"} and t.id not in superseded for t in event)
    ranked: list[EventValue] = []
    standing: list[SlotValue] = []
    for key in sorted(said, key=merit, reverse=True):
        value, tellers = said[key]
        place: Rank = "preferred"
        if slot in _SUMS and all(t.id in superseded and t.slots.get("status") == "rumored" for t in tellers) and done:
            place = "deprecated"
        elif ranked:
            loose = slot in _WORDING or (slot in _WHERE_USED and tellers[0].kind == "deployment")
            agrees = loose or any(agree(slot, value, other, parents) for other in standing)
            old = slot in _FIGURES and all(t.id in superseded for t in tellers)
            place = "deprecated" if agrees or old else "normal"
        if place != "deprecated":
            standing.append(value)
        ranked.append(EventValue(slot, value, place, tuple(sorted(t.id for t in tellers))))
    return ranked


def _standing(slot: str, event: list[Told], superseded: frozenset[str]) -> list[Told]:
    """Who tells a list of names by what a deal has come to; those of talks only where nobody tells who took part."""
    return [told for told in event if told.id not in superseded and slot in told.slots] or event


def _joined(slot: str, event: Iterable[Told], parents: Parents) -> EventValue:
    """All names of a list, those that lead first; a parent gives way to its unit unless one article names both."""
    leads: dict[str, bool] = {}
    together: set[tuple[str, str]] = set()
    tellers = []
    investors = SLOT_TYPES[slot] == "investors"
    for told in event:
        value = told.slots.get(slot)
        if not isinstance(value, tuple):
            continue
        tellers.append(told.id)
        names = members(value)
        together |= {(a, b) for a in names for b in names}
        for item in value:
            name = name_of(item)
            leads[name] = leads.get(name, False) or (isinstance(item, Investor) and item.lead)
    for name in list(leads):
        for above in ancestors(name, parents):
            if above in leads and (name, above) not in together:
                leads[name] = leads.pop(above) or leads[name]
    ordered = sorted(leads, key=lambda name: not leads[name])
    value = tuple(Investor(n, leads[n]) for n in ordered) if investors else tuple(leads)
    return EventValue(slot, value, "preferred", tuple(sorted(tellers)))


def _of_value(slot: str, event: list[Told], carriers: list[Told], parents: Parents) -> list[EventValue]:
    """What belongs to the preferred figure is preferred; what was said with another is kept behind."""
    ids = {t.id for t in carriers}
    with_best = _ranked(slot, carriers, parents, frozenset())
    others = _ranked(slot, [t for t in event if t.id not in ids], parents, frozenset())
    kept = {_same_text(slot, v.value) for v in with_best}
    return with_best + [
        EventValue(v.slot, v.value, "deprecated", v.statements) for v in others if _same_text(slot, v.value) not in kept
    ]


def _statuses(event: list[Told]) -> tuple[frozenset[str], list[EventValue]]:
    """What a deal has come to, and the statements that later ones overtook.

    Rumour, announcement and completion follow one another. A denial stands if nothing was completed after it; one
    that follows a completion stands beside it.
    """
    said: dict[str, list[Told]] = {}
    for told in event:
        status = told.slots.get("status")
        if isinstance(status, str):
            said.setdefault(status, []).append(told)
    if not said:
        return frozenset(), []
    latest = {status: max(t.day for t in tellers) for status, tellers in said.items()}
    reached = [s for s in said if s != "denied"]
    furthest = max(reached, key=lambda s: (_STAGE.get(s, -1), s)) if reached else "denied"
    best = furthest
    if "denied" in said and (furthest != "completed" or latest["denied"] > latest["completed"]):
        best = "denied" if furthest == "completed" or latest["denied"] >= latest[furthest] else furthest
    places: dict[str, Rank] = {}
    for status in said:
        open_question = {best, status} == {"denied", "completed"} and latest["denied"] >= latest["completed"]
        places[status] = "preferred" if status == best else "normal" if open_question else "deprecated"
    superseded = frozenset(t.id for status, tellers in said.items() for t in tellers if places[status] == "deprecated")
    values = [
        EventValue("status", status, places[status], tuple(sorted(t.id for t in tellers)))
        for status, tellers in sorted(said.items())
    ]
    return superseded, values


def _same_text(slot: str, value: SlotValue) -> str:
    """Values written alike are one value; dates also carry their precision and open end."""
    if isinstance(value, When):
        return f"{value.start}|{value.end}|{value.precision}|{value.open}|{value.approximate}"
    if isinstance(value, str):
        return value.casefold()
    return str(slots_to_json({slot: value}))
