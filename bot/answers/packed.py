"""Many words and numbers in little memory: without an object for each."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator

_BLOCK = 128
_AT_ONCE = 48
"""Numbers that are looked for first: more than are mostly wanted."""
_STEP = 8
"""Words between two that are at hand when a word is looked for."""


class Words:
    """Words in one piece of memory."""

    def __init__(self, words: Iterable[str | bytes]) -> None:
        """`words` may be in UTF-8 already; half of a surrogate pair becomes a question mark."""
        text, ends = bytearray(), array("I", (0,))
        for word in words:
            text += word if isinstance(word, bytes) else word.encode("utf-8", "replace")
            ends.append(len(text))
        self._text, self._ends = bytes(text), ends

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, at: int) -> str:
        return self._text[self._ends[at] : self._ends[at + 1]].decode()


class Ordered(Words):
    """Words that come in order, in which words are found."""

    def __init__(self, words: Iterable[str | bytes]) -> None:
        super().__init__(words)
        self._marks = [self._text[self._ends[at] : self._ends[at + 1]] for at in range(0, len(self), _STEP)]

    def at(self, word: str, first: int = 0, last: int | None = None) -> int:
        """Where a word stands, or would stand, from `first` to `last`."""
        # The order of UTF-8 is the order of the characters.
        wanted = word.encode("utf-8", "replace")
        text, ends = self._text, self._ends
        before = bisect_left(self._marks, wanted) * _STEP
        high = min(before, len(ends) - 1 if last is None else last)
        low = max(first, min(before - _STEP, high))
        while low < high:
            middle = (low + high) // 2
            if text[ends[middle] : ends[middle + 1]] < wanted:
                low = middle + 1
            else:
                high = middle
        return low


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
            yield from sorted(self._ranks[first:last])
            return
        edges = self._ranks[first : low * _BLOCK] + self._ranks[high * _BLOCK : last]
        given, wanted = 0, _AT_ONCE
        while given < last - first:
            # The smallest of all are among the smallest of each block.
            some = array("I", edges)
            for start in range(low * _BLOCK, high * _BLOCK, _BLOCK):
                some += self._sorted[start : start + min(wanted, _BLOCK)]
            smallest = sorted(some)[:wanted]
            yield from smallest[given:]
            given, wanted = len(smallest), 4 * wanted
