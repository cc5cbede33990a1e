"""What the rules found, as the learned reader is told it: where each of their facts stands and whom it names.

The reader judges a rule's fact in its sentence, as it judges its own: it is shown the place beside the tokens, and for
every name whether a rule chose it there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.extraction.kind import Draft
from bot.extraction.learned.layout import KINDS, NAMED
from bot.extraction.learned.places import place
from bot.model.money import Money
from bot.model.statement import members

if TYPE_CHECKING:
    from bot.extraction.learned.surroundings import Floats
    from bot.extraction.learned.windows import Window
    from bot.extraction.text.context import Context

AGREED: Final = 4
"""What is said of a name for one slot of a place: chosen there, chosen in its sentence, another chosen there, chosen
elsewhere in the window."""
_CLOSE: Final = 3
"""Tokens between two places that are taken for one."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A rule's fact: its kind, where it is told, and the clusters in its slots."""

    kind: str
    position: int
    named: dict[str, frozenset[int]]


def _values(draft: Draft) -> list[float]:
    found = [draft.slots.get(slot) for slot in ("value", "amount", "valuation", "high")]
    plain = (v.value if isinstance(v, Money) else v for v in found)
    return [abs(float(v)) for v in plain if isinstance(v, int | float)]


def hints(context: Context, drafts: Iterable[Draft]) -> list[Hint]:
    """A hint for every draft of a kind that the reader knows, in their order."""
    known: defaultdict[str, set[int]] = defaultdict(set)
    for number, cluster in enumerate(context.clusters):
        known[cluster.name].add(number)
    found = []
    for draft in drafts:
        if draft.kind not in NAMED:
            continue
        named = {slot: frozenset(c for name in members(draft.slots[slot]) for c in known.get(name, ()))
                 for slot in NAMED[draft.kind] if slot in draft.slots}  # fmt: skip
        titles = [t for slot in ("title", "degree", "field") if isinstance(t := draft.slots.get(slot), str)]
        position, _ = place(context, draft.kind, (draft.start, draft.end), titles, _values(draft), named)
        found.append(Hint(draft.kind, position, named))
    return found


def hinted(window: Window) -> Floats:
    """The kinds that the rules found at every token; shape (tokens, kinds), zeros and ones."""
    rows = np.zeros((len(window.ids), len(KINDS)), dtype=np.float32)
    for token, hint in window.hints:
        rows[token, KINDS.index(hint.kind)] = 1
    return rows


def agreement(window: Window, token: int, kind: str, *, hide: bool = False) -> Floats:
    """What the rules say of every name for the slots of a kind at a token; shape (slots, names, AGREED)."""
    slots = NAMED[kind]
    rows = np.zeros((len(slots), len(window.names), AGREED), dtype=np.float32)
    if hide:
        return rows
    sentence = window.sentences[token]
    for at, hint in window.hints:
        if hint.kind != kind:
            continue
        here = abs(at - token) <= _CLOSE
        for number, slot in enumerate(slots):
            chosen = hint.named.get(slot)
            if chosen is None:
                continue
            for row, name in zip(rows[number], window.names, strict=True):
                if name.cluster in chosen:
                    row[0 if here else 1 if window.sentences[at] == sentence else 3] = 1
                elif here:
                    row[2] = 1
    return rows
