"""How a message in free words is read: as several things, as one, or without what it says of whom it names."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bot.answers.asked.question import Clause, clauses
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.legs.two_sides import both_sides
from bot.answers.several import found_for
from bot.answers.text import read
from bot.grammar.patterns import Pattern

_APPOSED = Pattern(r"(?<=\w), (?:the|an?|that|those|one of the|whose) [^,?!;:]{5,90}(?=[,?!]|$)")
"""What is said of somebody right after the name."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A message as it was read."""

    parts: list[Clause]
    """The things it asks, in order."""
    found: list[Found] = field(default_factory=list)
    """What answers them."""
    missing: list[str] = field(default_factory=list)
    """The words of those that nothing answers."""


def read_apart(desk: Desk, message: str) -> Reading:
    """The first way of reading a message in which something answers it; nothing found where there is none."""
    spoken_of = desk.memory.foci
    parts = _apart(desk, message)
    if not parts:
        return Reading([])
    reading = Reading(parts, *found_for(desk, parts))
    if not reading.found and not spoken_of:
        reading = Reading(parts, both_sides(desk, parts), reading.missing)
        if reading.found:
            return replace(reading, missing=[])
    if not reading.found:
        # What was taken for several things may be one, or its first thing may be more than was taken for it.
        whole = clauses(read(message), desk.lookup.spotter, desk.today)
        reading = replace(reading, parts=whole)
        if [_core(one) for one in whole] != [_core(one) for one in parts]:
            desk.memory.foci = spoken_of
            reading = Reading(whole, *found_for(desk, whole[:1]))
            if reading.found and len(whole) > 1:
                reading = Reading(whole, *found_for(desk, whole))
    if not reading.found and (plain := _APPOSED.sub("", message)) != message:
        # "Acme, the gripper maker from Leeds": who is named need not be told to be what is said of them.
        desk.memory.foci = spoken_of
        named = _apart(desk, plain)
        if any(one.names for one in named):
            found, missing = found_for(desk, named)
            reading = Reading(named if found else reading.parts, found, missing)
    return reading


def _apart(desk: Desk, message: str) -> list[Clause]:
    return clauses(read(message), desk.lookup.spotter, desk.today, apart=True)


def _core(clause: Clause) -> tuple[object, ...]:
    """What a clause asks, wherever it stands in its message."""
    narrow = replace(clause.narrow, spans=())
    return clause.shape.rstrip(" ?.!"), clause.names, narrow, clause.unknown, clause.again
