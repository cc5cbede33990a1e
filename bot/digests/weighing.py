"""The weightiest pieces of news, found without putting all the others into words."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from bot.model.answer import Line
from bot.store.records import What

_SAID_ALREADY = 3.0
"""What a fact loses whose sentence stands below a weightier one."""
_AT_ONCE = 32
"""Pieces that are put into words at a time."""


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of news. `line` tells the event with the newest sources first."""

    what: What
    event: str
    kind: str
    line: Line
    importance: float
    watched: bool = False
    before: str = ""
    """For a change: what was told before."""
    entities: frozenset[str] = frozenset()


@dataclass(slots=True)
class Weighed:
    """One piece of news before it is put into words; `item` where that is done already. There may be very many."""

    what: What
    event: str
    kind: str
    importance: float
    newest: str = ""
    """The day of the newest article that brings it."""
    fresh: AbstractSet[str] = frozenset()
    """Ids of the articles that bring it."""
    watched: bool = False
    before: str = ""
    item: Item | None = None


_Ranked = tuple[tuple[float, int, str], int]
"""What orders a piece, and its place among those that were found."""
Tell = Callable[[Sequence[Weighed]], list[Item]]
"""Puts pieces into words, in their order."""


def weightiest(found: Sequence[Weighed], tell: Tell, most: int) -> list[Item]:
    """The first so many, the newer first of two that weigh the same; a fact whose sentence was shown for a weightier
    one goes back."""
    heap = [(_order(one, one.importance), place) for place, one in enumerate(found)]
    heapq.heapify(heap)
    told: dict[int, Item] = {}
    back: dict[int, Item] = {}
    shown: set[tuple[str, str]] = set()
    first_ones: list[Item] = []
    while heap and len(first_ones) < most:
        if (place := heap[0][1]) not in told and place not in back:
            told |= _in_words(found, heap, tell, told.keys() | back.keys())
        heapq.heappop(heap)
        if place in back:
            first_ones.append(back[place])
            continue
        item = told.pop(place)
        sentence = next(((c.source, c.quote) for c in item.line.citations), None)
        if sentence in shown:
            back[place] = replace(item, importance=round(item.importance - _SAID_ALREADY, 3))
            heapq.heappush(heap, (_order(found[place], back[place].importance), place))
            continue
        if sentence is not None:
            shown.add(sentence)
        first_ones.append(item)
    return first_ones


def _in_words(found: Sequence[Weighed], heap: list[_Ranked], tell: Tell, done: Collection[int]) -> dict[int, Item]:
    """The next pieces that are not in words yet, by their place; the heap stays as it is."""
    taken = [heapq.heappop(heap) for _ in range(min(_AT_ONCE, len(heap)))]
    for one in taken:
        heapq.heappush(heap, one)
    places = [place for _, place in taken if place not in done]
    ready = {place: item for place in places if (item := found[place].item) is not None}
    untold = [place for place in places if place not in ready]
    return ready | dict(zip(untold, tell([found[place] for place in untold]), strict=True))


def _order(one: Weighed, importance: float) -> tuple[float, int, str]:
    newest = day_of(one.newest)
    return -importance, -newest.toordinal() if newest else 0, one.event


@lru_cache(4096)
def day_of(published: str) -> date | None:
    """The first day of a date as precise as it is known; None for nothing."""
    parts = [int(part) for part in published[:10].split("-") if part.isdigit()]
    return date(*[*parts, 1, 1][:3]) if parts else None
