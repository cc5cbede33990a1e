"""What the learned reader sees in an article: places where facts are told, and how likely everyone is meant there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.extraction.kind import Draft
from bot.extraction.learned.hints import agreement, hints
from bot.extraction.learned.layout import KINDS, LISTS, MEASURES, NAMED, PRODUCT_KINDS, STATES
from bot.extraction.learned.network import Network, default_network, sigmoid, softmax
from bot.extraction.learned.surroundings import Floats, surroundings
from bot.extraction.learned.windows import Window, windows

if TYPE_CHECKING:
    from bot.extraction.text.context import Context

LEAST = 0.05
"""Places less likely than this are not looked at."""
_TITLE, _TITLE_BEGINS = 0.5, 0.35
"""How likely a word must be to belong to a title, and to begin one."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Who may fill a slot: clusters by their place in the context's list, the likeliest first."""

    likely: tuple[tuple[int, float], ...]
    nobody: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A place where a fact of a kind seems to be told."""

    kind: str
    position: int
    sure: float
    named: dict[str, Choice]
    title: tuple[int, int] | None
    """The span of the words of a title or degree that begin here."""
    measure: str
    state: str
    product_kind: str


@dataclass(frozen=True, slots=True)
class Look:
    """What the reader sees in an article."""

    readings: list[Reading]
    kinds: dict[int, Floats]
    """How likely every named cluster is of each kind of `ENTITY_KINDS`."""


def _by_cluster(window: Window) -> dict[int, list[int]]:
    """The places in the window's names of every entity, entities in order."""
    rows: dict[int, list[int]] = {}
    for row, name in enumerate(window.names):
        rows.setdefault(name.cluster, []).append(row)
    return dict(sorted(rows.items()))


def _choice(scores: Floats, nobody: float, clusters: dict[int, list[int]], listed: bool) -> Choice:
    """Gathers the scores of names by the entities they name; most are named once."""
    single = scores.tolist()
    gathered = np.array(
        [np.logaddexp.reduce(scores[rows]) if len(rows) > 1 else single[rows[0]] for rows in clusters.values()],
        dtype=np.float32,
    )
    if listed:
        shares, empty = sigmoid(gathered - 1.0), 0.0
    else:
        every = softmax(np.append(gathered, np.float32(nobody)))
        shares, empty = every[:-1], float(every[-1])
    ranked = sorted(zip(clusters, map(float, shares), strict=True), key=lambda c: (-c[1], c[0]))
    return Choice(tuple(ranked), empty)


def _best(network: Network, layer: str, vector: Floats, classes: tuple[str, ...]) -> str:
    return classes[int(network.scores(layer, vector).argmax())]


def _of_window(network: Network, window: Window, kinds: dict[int, list[Floats]]) -> Iterator[Reading]:
    vectors = network.vectors(window)
    raw = network.raw_names(vectors, window)
    names = network.scores("of_name", raw)
    for name, scores in zip(window.names, network.scores("entity_kinds", raw), strict=True):
        if not name.anaphoric:
            kinds.setdefault(name.cluster, []).append(softmax(scores))
    sure = sigmoid(network.scores("places", vectors))
    titles = sigmoid(network.scores("titles", vectors)[:, 0])
    clusters = _by_cluster(window)
    for token, own in enumerate(window.own):
        told = [kind for number, kind in enumerate(KINDS) if sure[token, number] >= LEAST] if own else []
        if not told:
            continue
        place, seen = vectors[token], surroundings(window, token)
        last = token
        while titles[last + 1] > _TITLE and window.sentences[last + 1] == window.sentences[token]:
            last += 1
        title = (window.places[token][0], window.places[last][1]) if titles[token] > _TITLE_BEGINS else None
        for kind in told:
            slots = [(kind, slot) for slot in NAMED[kind]]
            agreed = agreement(window, token, kind)
            scores, nobody = network.choose(place, names, seen, agreed, slots), network.nobody(place, slots)
            named = {slot: _choice(scores[i], nobody[i], clusters, slot in LISTS) for i, (_, slot) in enumerate(slots)}
            yield Reading(
                kind, window.places[token][0], float(sure[token, KINDS.index(kind)]), named, title,
                _best(network, "measures", place, MEASURES), _best(network, "states", place, STATES),
                _best(network, "product_kinds", place, PRODUCT_KINDS),
            )  # fmt: skip


def look(context: Context, rules: Iterable[Draft], network: Network | None = None) -> Look:
    """All readings of an article, in its order, and its names; `rules` is what the rules found there."""
    used, kinds = network or default_network(), dict[int, list[Floats]]()
    every = windows(context, hints(context, rules))
    found = [reading for window in every for reading in _of_window(used, window, kinds)]
    return Look(found, {cluster: np.mean(seen, axis=0) for cluster, seen in kinds.items()})
