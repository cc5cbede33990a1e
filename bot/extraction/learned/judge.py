"""How likely a candidate is right: boosted trees over its evidence, read without the library that grew them.

One more number stands beside the evidence: what a linear model makes of the candidate's words.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from bot.extraction.learned.files import JUDGE, reader_folder
from bot.extraction.learned.wording import weighed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.extraction.learned.evidence import Rows


class Judge:
    """Trees as flat arrays of nodes: `feature` (-1 in a leaf), `threshold`, `left`, `right`, `value`, `roots`.

    `words` holds the weights of marks, `words_base` the odds without any.
    """

    def __init__(self, path: Path) -> None:
        with np.load(path) as stored:
            self._feature, self._threshold = stored["feature"], stored["threshold"]
            self._left, self._right, self._value = stored["left"], stored["right"], stored["value"]
            self._roots, self._base = stored["roots"], float(stored["base"])
            self._words, self._words_base = stored["words"].astype(np.float32), float(stored["words_base"])

    def likely(self, evidence: Rows, words: Sequence[frozenset[str]]) -> NDArray[np.float64]:
        """The probability that each candidate is right, by its evidence and its marks; shape (candidates,)."""
        if not len(evidence):
            return np.zeros(0)
        said = [weighed(marks, self._words, self._words_base) for marks in words]
        rows = np.column_stack([evidence, said])
        node = np.broadcast_to(self._roots, (len(rows), len(self._roots))).copy()
        while (inner := self._feature[node] >= 0).any():
            at = node[inner]
            value = rows[np.nonzero(inner)[0], self._feature[at]]
            node[inner] = np.where(value <= self._threshold[at], self._left[at], self._right[at])
        odds = self._base + self._value[node].sum(axis=1)
        return np.asarray(1.0 / (1.0 + np.exp(-odds)), dtype=np.float64)


@cache
def default_judge() -> Judge:
    """The judge that ships; loaded once."""
    return Judge(reader_folder() / JUDGE)
