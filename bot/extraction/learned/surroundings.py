"""How a name stands to the place where a fact is told: the figures beside the encoder's vectors that choose whom."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from bot.extraction.learned.windows import Window

Floats = NDArray[np.float32]

_DISTANCES: Final = (2, 12, 30, 60, 120)
"""Letters between a name and the place, in steps."""
_BLOCKS: Final = {
    "sentence": 8,  # from four before to three after
    "title": 1, "meant": 1, "main": 1, "paragraph": 1,
    "often": 4,
    "side": 3, "near": len(_DISTANCES) + 1, "between": 4,
    "kind": 5,
    "earlier": 1, "first": 1,
}  # fmt: skip
_AT: Final = dict(zip(_BLOCKS, accumulate([0, *_BLOCKS.values()]), strict=False))
WIDTH: Final = sum(_BLOCKS.values())
_KINDS: Final = {"org": 0, "person": 1, "product": 2}
_ANY_KIND, _HIDDEN_KIND = 3, 4


def surroundings(window: Window, token: int, *, hide_kinds: bool = False) -> Floats:
    """One row for each name of a window, seen from a token of it; shape (names, WIDTH), zeros and ones."""
    context = window.context
    place, index = window.places[token][0], window.sentences[token]
    paragraph = context.sentences[index].paragraph
    here = [(n.start, n.cluster) for n in window.names if n.sentence == index]
    opening: dict[int, int] = {}
    for name in window.names:
        opening.setdefault(name.sentence, name.cluster)
    rows = np.zeros((len(window.names), WIDTH), dtype=np.float32)
    for row, name in zip(rows, window.names, strict=True):
        cluster, sentence = context.clusters[name.cluster], context.sentences[name.sentence]
        row[_AT["sentence"] + 4 + max(-4, min(3, name.sentence - index))] = 1
        row[_AT["title"]] = sentence.title
        row[_AT["meant"]] = name.anaphoric
        row[_AT["main"]] = cluster is context.main
        row[_AT["paragraph"]] = sentence.paragraph == paragraph
        row[_AT["often"] + min(3, window.told[name.cluster])] = 1
        if name.sentence == index:
            side = 0 if name.end <= place else 1 if name.start > place else 2
            distance = (place - name.end, name.start - place, 0)[side]
            row[_AT["side"] + side] = 1
            row[_AT["near"] + sum(distance > step for step in _DISTANCES)] = 1
            low, high = sorted((min(name.end, place), max(name.start, place)))
            between = {c for at, c in here if low <= at < high and c != name.cluster and at != name.start}
            row[_AT["between"] + min(3, len(between))] = 1
        kind = _HIDDEN_KIND if hide_kinds else _KINDS.get(cluster.kind, _ANY_KIND)
        row[_AT["kind"] + kind] = 1
        row[_AT["earlier"]] = sentence.paragraph == paragraph and name.sentence < index
        row[_AT["first"]] = opening[name.sentence] == name.cluster
    return rows
