"""Names that complete what was typed: in any script, from the start of any word, one slip of the finger forgiven.

The index lies in memory as sorted words, which serve as a tree of prefixes: a lookup is a few searches in them.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import islice
from typing import Any, TypeVar

from bot.answers.packed import Ranks, Words
from bot.names.folding import fold

_END = "\U0010ffff"
_FORGIVEN = 5
"""Letters of a name from which on a slip is forgiven."""
_LONGEST = 60
"""Letters that are looked at; names that differ later only are told apart by their rank."""
_SLIPPED = 2000
"""Names looked at for one slip; so many only share a beginning that tells nobody from another."""

_PIECE = 4096
"""Items that are sorted at once."""

T = TypeVar("T")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Known:
    """One name of an entity. `name` is what the entity is filed under, `events` how much is known of it."""

    entity: str
    alias: str
    name: str
    events: int = 0
    folded: str = ""
    """`fold(alias)`, where it is known already."""


class Names:
    """Names by what they start with. Immutable: a new store gets a new index."""

    def __init__(self, known: Iterable[Known]) -> None:
        ranked = _sorted(known, lambda k: (-k.events, len(k.alias), k.alias, k.entity))
        self._known = _Records(ranked)
        entries: list[tuple[str, int]] = []
        for rank, one in enumerate(ranked):
            whole = (one.folded or fold(one.alias))[:_LONGEST]
            if whole:
                entries.extend((start, rank if start == whole else rank + len(ranked)) for start in _starts(whole))
        del ranked
        entries = _sorted(entries)
        self._ranks = Ranks(rank for _, rank in entries)
        self._lengths = array("B", (len(key) for key, _ in entries))
        self._keys = Words(key for key, _ in entries)
        beheaded = _sorted((key[1:], at) for at, (key, _) in enumerate(entries) if len(key) >= _FORGIVEN)
        self._tail_at = array("I", (at for _, at in beheaded))
        self._tails = Words(tail for tail, _ in beheaded)

    def __len__(self) -> int:
        return len(self._known)

    def complete(self, typed: str, limit: int = 25) -> list[Known]:
        """Who may be meant, each once: who is called so, whose name or a word of it starts so, who is near."""
        wanted = fold(typed)[:_LONGEST]
        found: dict[str, Known] = {}
        if not wanted:
            self._take(found, (self._known[rank] for rank in range(len(self._known))), limit)
            return list(found.values())
        self._take(found, self._exact(wanted), limit)
        if len(found) < limit:
            self._take(found, self._starting(wanted), limit)
        if len(found) < limit and len(wanted) >= _FORGIVEN - 1:
            self._take(found, self._near(wanted), limit)
        return list(found.values())

    def _take(self, found: dict[str, Known], offered: Iterator[Known], limit: int) -> None:
        for one in offered:
            if len(found) >= limit:
                return
            found.setdefault(one.entity, one)

    def called(self, name: str) -> list[Known]:
        """Who goes by exactly this name, those of whom most is known first."""
        found: dict[str, Known] = {}
        self._take(found, self._exact(fold(name)[:_LONGEST]), len(self._known))
        return [one for one in found.values() if (one.folded or fold(one.alias)) == fold(name)]

    def named(self, entity: str) -> str:
        """What an entity is filed under; its id where it is not known."""
        return self._known.filed(entity)

    def _exact(self, wanted: str) -> Iterator[Known]:
        first = self._keys.at(wanted)
        ranks = self._ranks.best(first, self._keys.at(wanted + "\0", first))
        return (self._known[rank] for rank in ranks if rank < len(self._known))

    def _starting(self, wanted: str) -> Iterator[Known]:
        return self._named(self._ranks.best(*self._under(wanted, 0, len(self._keys))))

    def _named(self, ranks: Iterable[int]) -> Iterator[Known]:
        return (self._known[rank % len(self._known)] for rank in ranks)

    def _under(self, prefix: str, first: int, last: int) -> Span:
        """The keys that start with `prefix`."""
        start = self._keys.at(prefix, first, last)
        return start, self._keys.at(prefix + _END, start, last)

    def _near(self, wanted: str) -> Iterator[Known]:
        """Names of five letters and more that start with `wanted` but for one letter wrong, missing, added or swapped.

        Four letters are too few to tell a beginning by: they have to be a whole name that lacks one.
        """
        at = set(self._first_letter(wanted))
        for first, last in self._slips(wanted):
            at.update(range(first, min(last, first + _SLIPPED)))
        lengths, long = self._lengths, len(wanted)
        near = [one for one in at if (lengths[one] >= _FORGIVEN if long >= _FORGIVEN else lengths[one] == _FORGIVEN)]
        whole = [one for one in near if lengths[one] <= long + 1]
        for some in (whole, near):
            yield from self._named(sorted(self._ranks[one] for one in some))

    def _first_letter(self, wanted: str) -> Iterator[int]:
        """Where the slip is in the first letter: the rest of a name starts with the rest, or with all of it."""
        for rest in (wanted, wanted[1:]):
            first = self._tails.at(rest)
            last = self._tails.at(rest + _END, first)
            yield from self._tail_at[first : min(last, first + _SLIPPED)]

    def _slips(self, wanted: str) -> Iterator[Span]:
        """Where the slip is further on: as far as the name is as typed, then one step aside, then as typed again."""
        yield self._under(wanted[1:], 0, len(self._keys))
        yield self._under(wanted[1] + wanted[0] + wanted[2:], 0, len(self._keys))
        first, last = 0, len(self._keys)
        for at in range(1, len(wanted) + 1):
            first, last = self._under(wanted[:at], first, last)
            if first == last:
                return
            rest = wanted[at:]
            if rest:
                yield self._under(wanted[:at] + rest[1:], first, last)
            if len(rest) > 1:
                yield self._under(wanted[:at] + rest[1] + rest[0] + rest[2:], first, last)
            for letter in self._letters(at, first, last) if rest else ():
                yield self._under(wanted[:at] + letter + rest[1:], first, last)
                yield self._under(wanted[:at] + letter + rest, first, last)

    def _letters(self, depth: int, first: int, last: int) -> Iterator[str]:
        """The letters that keys of one prefix go on with."""
        at = first
        while at < last:
            key = self._keys[at]
            if len(key) <= depth:
                at = self._keys.at(key + "\0", at, last)
                continue
            yield key[depth]
            at = self._keys.at(key[: depth + 1] + _END, at, last)


class _Records:
    """What is known by rank; taken apart only when it is asked for."""

    def __init__(self, known: list[Known]) -> None:
        self._entity, self._alias = Words(k.entity for k in known), Words(k.alias for k in known)
        self._name, self._folded = Words(k.name for k in known), Words(k.folded for k in known)
        self._events = array("Q", (k.events for k in known))
        filed = sorted({k.entity: rank for rank, k in enumerate(known)}.items())
        self._filed = array("I", (rank for _, rank in filed))
        self._entities = Words(entity for entity, _ in filed)

    def __len__(self) -> int:
        return len(self._events)

    def __getitem__(self, rank: int) -> Known:
        return Known(
            self._entity[rank], self._alias[rank], self._name[rank], self._events[rank], self._folded[rank]
        )  # fmt: skip

    def filed(self, entity: str) -> str:
        at = self._entities.at(entity)
        known = at < len(self._entities) and self._entities[at] == entity
        return self[self._filed[at]].name if known else entity


def _sorted(items: Iterable[T], key: Callable[[T], Any] | None = None) -> list[T]:
    """`sorted` in pieces: a single sort of many items holds up every other thread until it is done."""
    waiting = iter(items)
    pieces = []
    while piece := list(islice(waiting, _PIECE)):
        pieces.append(sorted(piece, key=key))  # type: ignore[type-var, arg-type]
    return list(merge(*pieces, key=key))  # type: ignore[arg-type]


def _starts(folded: str) -> Iterator[str]:
    """A name from its first word on, and from each later one."""
    yield folded
    at = folded.find(" ")
    while at >= 0:
        yield folded[at + 1 :]
        at = folded.find(" ", at + 1)
