"""Entities joined and split after names were resolved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.knowledge.resolve import Resolution
from bot.knowledge.told import Told
from bot.model.entity import Entity
from bot.model.statement import Investor, SlotValue, is_name, members
from bot.names.entry import entity_id
from bot.names.folding import fold, tokens


def joined(known: Resolution, goes_by: Mapping[str, str]) -> Resolution:
    """Every entity of `goes_by` is the one it is mapped to: its names, what is told of it, what belongs to it."""
    by_id = {e.id: e for e in known.entities}
    taken: dict[str, list[Entity]] = defaultdict(list)
    for taken_in, into in goes_by.items():
        taken[into].append(by_id[taken_in])
    entities: list[Entity] = []
    for entity in known.entities:
        if entity.id in goes_by:
            continue
        others = sorted(taken.get(entity.id, ()), key=lambda e: e.id)
        names = dict.fromkeys((*entity.aliases, *(n for o in others for n in (o.name, *o.aliases))))
        names.pop(entity.name, None)
        parent = entity.parent or next((o.parent for o in others if o.parent and o.parent != entity.name), "")
        entities.append(replace(entity, aliases=tuple(names), parent=parent))
    parents: dict[str, str] = {}
    for child, parent in sorted(known.parents.items(), key=lambda pair: pair[0] in goes_by):
        below, above = goes_by.get(child, child), goes_by.get(parent, parent)
        if below != above:
            parents.setdefault(below, above)
    told = tuple(_renamed(t, lambda slot, printed, entity: goes_by.get(entity, entity)) for t in known.told)
    return Resolution(tuple(entities), told, known.descriptions - set(goes_by), parents)


def split(known: Resolution, entity: Entity, name: str, stays: str) -> Resolution:
    """The name stands for somebody of its own from now on.

    In an article that prints the other name too, a short form of that name goes on standing for it.
    """
    wanted = fold(name)
    fresh = entity_id(entity.kind, name)
    ids = {e.id for e in known.entities}
    while fresh in ids:
        fresh += "-apart"
    own = next((alias for alias in (entity.name, *entity.aliases) if fold(alias) == wanted), None)
    if own is None:
        return known
    short = _is_short(name, stays)
    printed_in: dict[str, set[str]] = defaultdict(set)
    if short:
        for one in known.told:
            printed_in[one.article] |= {
                fold(n) for s, v in one.statement.slots.items() if is_name(s) for n in members(v)
            }

    def meant(article: str) -> Callable[[str, str, str], str]:
        left = short and fold(stays) in printed_in[article]
        return lambda slot, printed, who: fresh if who == entity.id and fold(printed) == wanted and not left else who

    told = tuple(_renamed(t, meant(t.article)) for t in known.told)
    aliases = tuple(alias for alias in entity.aliases if fold(alias) != wanted)
    entities = [replace(e, aliases=aliases) if e.id == entity.id else e for e in known.entities]
    entities.append(Entity(fresh, own, entity.kind))
    return replace(known, entities=tuple(sorted(entities, key=lambda e: e.id)), told=told)


def _is_short(name: str, whole: str) -> bool:
    part, full = ([t.form for t in tokens(text)] for text in (name, whole))
    return len(part) < len(full) and any(full[i : i + len(part)] == part for i in range(len(full)))


def _renamed(told: Told, meant: Callable[[str, str, str], str]) -> Told:
    """The statement with every name asked for: `meant(slot, name as printed, id)`."""
    slots: dict[str, SlotValue] = {}
    for slot, value in told.slots.items():
        if not is_name(slot):
            slots[slot] = value
            continue
        printed = members(told.statement.slots[slot])
        new = [meant(slot, n, e) for n, e in zip(printed, members(value), strict=True)]
        slots[slot] = _filled(value, new)
    return told if slots == told.slots else replace(told, slots=slots)


def _filled(value: SlotValue, names: list[str]) -> SlotValue:
    """The value with other names in the places of its own."""
    if not isinstance(value, tuple):
        return names[0]
    leads = [v.lead for v in value if isinstance(v, Investor)]
    return tuple(map(Investor, names, leads)) if leads else tuple(names)
