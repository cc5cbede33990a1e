"""What builds brought, for the page that tells it. What was taken back is counted and never said again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.site.telling import Row, kind_label
from bot.store.records import Change, What

HEADINGS: dict[What, str] = {
    "new": "New",
    "corrected": "Corrected",
    "conflicting": "Newly disputed",
    "corroborated": "Told by more articles",
    "withdrawn": "Withdrawn",
}


@dataclass(frozen=True, slots=True)
class Altered:
    """An event that changed, and which slots of it."""

    row: Row
    slots: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """All changes of one sort that a build brought."""

    heading: str
    altered: tuple[Altered, ...]
    withdrawn: tuple[tuple[str, int], ...] = ()
    """How many events of each kind no article tells any more."""


def bundles(changes: Iterable[Change], rows: Mapping[str, Row]) -> list[Bundle]:
    """Changes by their sort; an event that a later build took out is not told of."""
    listed = list(changes)
    found = []
    for what, heading in HEADINGS.items():
        of_sort = [change for change in listed if change.what == what]
        if what == "withdrawn":
            counted = Counter(kind_label(change.kind) for change in of_sort)
            if counted:
                found.append(Bundle(heading, (), tuple(sorted(counted.items()))))
            continue
        slots: dict[str, list[str]] = {}
        for change in of_sort:
            if change.event in rows:
                slots.setdefault(change.event, []).extend([change.slot.replace("_", " ")] if change.slot else [])
        if slots:
            order = sorted(slots, key=lambda event: (rows[event].told, rows[event].day, event), reverse=True)
            altered = (Altered(rows[event], ", ".join(dict.fromkeys(slots[event]))) for event in order)
            found.append(Bundle(heading, tuple(altered)))
    return found
