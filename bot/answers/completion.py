"""Names that complete what was typed: in any script, from the start of any word, one slip of the finger forgiven.

The index lies in memory as sorted words, which serve as a tree of prefixes: a lookup is a few searches in them.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from heapq import merge
from itertools import chain, islice
from typing import Any, NamedTuple, TypeVar

from bot.answers.packed import Ordered, Ranks, Words
from bot.names.folding import fold

_END = "\U0010ffff"
_MARK = 5
"""Bytes of a number behind a text."""
_INSIDE = 1 << 31
"""Added to the rank of a name where it starts with a later word than its first."""
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
Offer = tuple[str, str]
"""A name of an entity, and what the entity is filed under."""


class Known(NamedTuple):
    """One name of an entity. `name` is what the entity is filed under, `events` how much is known of it."""

    entity: str
    alias: str
    name: str
    events: int = 0
    folded: str = ""
    """`fold(alias)`, where it is known already."""


class Names:
    """Names by what they start with. Immutable: a new store gets a new index."""

    def __init__(self, known: Iterable[Known], ranked: bool = False) -> None:
        """`ranked`: they come as they are offered, those of the entities of which most is known first."""
        offered = known if ranked else _sorted(known, lambda k: (-k.events, len(k.alias), k.alias, k.entity))
        entries: list[bytes] = []

        def starting() -> Iterator[Known]:
            for rank, one in enumerate(offered):
                whole = (one.folded or fold(one.alias))[:_LONGEST]
                if whole:
                    entries.extend(
                        _marked(start, rank if start == whole else rank + _INSIDE) for start in _starts(whole)
                    )
                yield one

        # One name after another: all of them as objects would take many times the memory of the index.
        self._known = _Records(starting())
        keys = _sorted(entries)
        entries.clear()
        self._ranks = Ranks(_mark(key) for key in keys)
        self._lengths = array("B", (len(_text(key)) for key in keys))
        self._keys = Ordered(key[:-_MARK] for key in keys)
        tails = _sorted(_marked(_text(key)[1:], at) for at, key in enumerate(keys) if len(_text(key)) >= _FORGIVEN)
        self._tail_at = array("I", map(_mark, tails))
        self._tails = Ordered(tail[:-_MARK] for tail in tails)

    def __len__(self) -> int:
        return len(self._known)

    def complete(self, typed: str, limit: int = 25) -> list[Offer]:
        """Who may be meant, each once: who is called so, whose name or a word of it starts so; where nobody's, who is
        near."""
        # Plain letters and digits are folded by making them small: nearly all that is typed.
        wanted = (typed.lower() if typed.isascii() and typed.isalnum() else fold(typed))[:_LONGEST]
        if not wanted:
            return self._known.offers(range(len(self._known)), limit)
        first, last = self._under(wanted, 0, len(self._keys))
        if first < last:
            ranks = self._ranks.best(first, last)
            if self._lengths[first] == len(wanted):  # whole names come first
                ranks = chain(self._exact(wanted, first, last), ranks)
            return self._known.offers(ranks, limit)
        return self._known.offers(self._near(wanted), limit) if len(wanted) >= _FORGIVEN - 1 else []

    def called(self, name: str) -> list[str]:
        """Ids of those who go by exactly this name, those of whom most is known first."""
        folded = fold(name)
        wanted = folded[:_LONGEST]
        first, last = self._under(wanted, 0, len(self._keys))
        if first == last or self._lengths[first] != len(wanted):
            return []
        ranks = [rank for rank in self._exact(wanted, first, last) if fold(self._known[rank][0]) == folded]
        return list(dict.fromkeys(map(self._known.entity, ranks)))

    def named(self, entity: str) -> str:
        """What an entity is filed under; its id where it is not known."""
        return self._known.filed(entity)

    def _exact(self, wanted: str, first: int, last: int) -> Iterator[int]:
        """The ranks of those of some keys that are whole names and no more than what is wanted."""
        return (rank for rank in self._ranks.best(first, self._keys.at(wanted + "\0", first, last)) if rank < _INSIDE)

    def _under(self, prefix: str, first: int, last: int) -> Span:
        """The keys that start with `prefix`."""
        start = self._keys.at(prefix, first, last)
        return start, self._keys.at(prefix + _END, start, last)

    def _near(self, wanted: str) -> Iterator[int]:
        """The ranks of names of five letters and more that start so but for one letter: wrong, missing, added, swapped.

        Four letters are too few to tell a beginning by: they have to be a whole name that lacks one.
        """
        at = set(self._first_letter(wanted))
        for first, last in self._slips(wanted):
            at.update(range(first, min(last, first + _SLIPPED)))
        lengths, long = self._lengths, len(wanted)
        near = [one for one in at if (lengths[one] >= _FORGIVEN if long >= _FORGIVEN else lengths[one] == _FORGIVEN)]
        whole = [one for one in near if lengths[one] <= long + 1]
        for some in (whole, near):
            yield from sorted(self._ranks[one] for one in some)

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

    def __init__(self, known: Iterable[Known]) -> None:
        bearing: list[bytes] = []

        def told() -> Iterator[str]:
            for rank, one in enumerate(known):
                bearing.append(_marked(one.entity, rank))
                alias, name = (text.replace("\0", " ") for text in (one.alias, one.name))
                yield alias if alias == name else f"{alias}\0{name}"

        self._told = Words(told())
        self._of = array("I", bytes(array("I").itemsize * len(bearing)))
        """By rank the number of the entity."""
        self._best = array("I")
        """By the number of the entity the first of its ranks."""
        entities: list[bytes] = []
        for marked in _sorted(bearing):
            entity, rank = marked[:-_MARK], _mark(marked)
            if not entities or entities[-1] != entity:
                entities.append(entity)
                self._best.append(rank)
            self._of[rank] = len(entities) - 1
        self._entities = Ordered(entities)

    def __len__(self) -> int:
        return len(self._of)

    def __getitem__(self, rank: int) -> Offer:
        alias, _, name = self._told[rank].partition("\0")
        return alias, name or alias

    def offers(self, ranks: Iterable[int], limit: int) -> list[Offer]:
        """The first of some ranks, each entity once."""
        told, of = self._told, self._of
        met: set[int] = set()
        found: list[Offer] = []
        for marked in ranks if limit > 0 else ():
            rank = marked % _INSIDE
            entity = of[rank]
            if entity not in met:
                met.add(entity)
                alias, _, name = told[rank].partition("\0")
                found.append((alias, name or alias))
                if len(found) >= limit:
                    break
        return found

    def entity(self, rank: int) -> str:
        return self._entities[self._of[rank]]

    def filed(self, entity: str) -> str:
        at = self._entities.at(entity)
        known = at < len(self._entities) and self._entities[at] == entity
        return self[self._best[at]][1] if known else entity


def _marked(text: str, number: int) -> bytes:
    """A text with a number, which sorts by the text and then by the number."""
    return text.encode("utf-8", "replace") + b"\0" + number.to_bytes(_MARK - 1, "big")


def _mark(marked: bytes) -> int:
    return int.from_bytes(marked[1 - _MARK :], "big")


def _text(marked: bytes) -> str:
    return marked[:-_MARK].decode()


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
