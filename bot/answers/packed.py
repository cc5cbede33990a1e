"""Many words and numbers in little memory: without an object for each."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from heapq import merge

_BLOCK = 512
_STEP = 64
"""Words between two that are at hand when a word is looked for."""


class Words:
    """Words in one piece of memory. Where they are in order, words are found in them."""

    def __init__(self, words: Iterable[str | bytes]) -> None:
        """`words` may be in UTF-8 already."""
        text, ends = bytearray(), array("I", (0,))
        for word in words:
            text += word if isinstance(word, bytes) else word.encode("utf-8", "surrogatepass")
            ends.append(len(text))
        self._text, self._ends = bytes(text), ends
        self._bytes = _Bytes(self._text, ends)

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, at: int) -> str:
        return self._text[self._ends[at] : self._ends[at + 1]].decode("utf-8", "surrogatepass")

    def at(self, word: str, first: int = 0, last: int | None = None) -> int:
        """Where a word stands, or would stand, from `first` to `last`."""
        # The order of UTF-8 is the order of the characters.
        wanted = word.encode("utf-8", "surrogatepass")
        last = len(self) if last is None else last
        before = bisect_left(self._marks, wanted) * _STEP
        first = max(first, min(before - _STEP, last))
        return bisect_left(self._bytes, wanted, first, max(first, min(last, before)))

    @cached_property
    def _marks(self) -> list[bytes]:
        return [self._bytes[at] for at in range(0, len(self), _STEP)]


class _Bytes:
    def __init__(self, text: bytes, ends: array[int]) -> None:
        self._text, self._ends = text, ends

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, at: int) -> bytes:
        return self._text[self._ends[at] : self._ends[at + 1]]


class Ranks:
    """Numbers of which the smallest of any stretch are found without looking at all of it."""

    def __init__(self, ranks: Iterable[int]) -> None:
        self._ranks = array("I", ranks)
        self._sorted = array("I")
        for start in range(0, len(self._ranks), _BLOCK):
            self._sorted.extend(sorted(self._ranks[start : start + _BLOCK]))

    def __getitem__(self, at: int) -> int:
        return self._ranks[at]

    def best(self, first: int, last: int) -> Iterator[int]:
        """The numbers from `first` to `last`, the smallest first."""
        low, high = -(-first // _BLOCK), last // _BLOCK
        if high - low < 1:
            return iter(sorted(self._ranks[first:last]))
        edges = sorted(self._ranks[first : low * _BLOCK] + self._ranks[high * _BLOCK : last])
        blocks = (self._block(number) for number in range(low, high))
        return merge(edges, *blocks)

    def _block(self, number: int) -> Iterator[int]:
        return (self._sorted[at] for at in range(number * _BLOCK, (number + 1) * _BLOCK))
