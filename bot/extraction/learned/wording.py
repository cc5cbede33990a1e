"""What the words of a candidate and those around it say for it: marks, which a linear model weighs.

The reader weighs a sentence as a whole before anybody knows which fact will be made of it. Here the finished fact is
looked at: which words its slots hold, how they are written, and what stands before and behind them in its sentence.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.model.money import Money
from bot.model.statement import members
from bot.model.when import When

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.extraction.kind import Draft
    from bot.extraction.text.context import Sentence

BUCKETS: Final = 1 << 16
"""How many weights there are; marks are told apart by a checksum, and few that matter meet in one."""
_WORD = re.compile(r"\w+|[^\w\s]")
_PLAIN = re.compile(r"[a-z']+|[^\w\s]")
_LONGEST, _WORDS, _SHAPE, _NEAR = 400, 8, 16, 3


def _values(fact: Draft) -> Iterator[tuple[str, str]]:
    """The slots of a fact with what they hold, in plain writing."""
    for slot, value in fact.slots.items():
        if value is None:
            continue
        if isinstance(value, Money):
            yield slot, f"{value.value:.0f} {value.currency}"
        elif isinstance(value, When):
            yield slot, value.start.isoformat()[:7]
        elif isinstance(value, tuple):
            yield slot, ", ".join(members(value))
        else:
            yield slot, str(value)


def _shape(value: str) -> str:
    """How a value is written: "Vantor Labs 2" is "Aa Aa 0"."""
    return re.sub(r"[a-z]+", "a", re.sub(r"[A-Z]+", "A", re.sub(r"\d+", "0", value)))[:_SHAPE]


def _around(name: str, value: str, sentence: str) -> Iterator[str]:
    """The words next to a value where it stands in its sentence."""
    at = sentence.find(value) if len(value) > 2 else -1
    if at < 0:
        return
    before = _WORD.findall(sentence[max(0, at - 60) : at])[-_NEAR:]
    behind = _WORD.findall(sentence[at + len(value) : at + len(value) + 60])[:_NEAR]
    yield from (f"{name}<{word}" for word in before)
    yield from (f"{name}>{word}" for word in behind)
    if len(before) > 1:
        yield f"{name}<<{before[-2]} {before[-1]}"
    if len(behind) > 1:
        yield f"{name}>>{behind[0]} {behind[1]}"


def marks(fact: Draft, sentence: Sentence | None) -> frozenset[str]:
    """The marks of a candidate in its sentence."""
    text = sentence.text.lower()[-_LONGEST:] if sentence else ""
    found = {f"{fact.kind}|{word}" for word in _PLAIN.findall(text)}
    for slot, value in _values(fact):
        name, words = f"{fact.kind}.{slot}", _WORD.findall(value.lower())[:_WORDS]
        found.update((f"{slot}~{_shape(value)}", f"{name}?"))
        found.update(f"{name}={word}" for word in words)
        found.update(f"{slot}={word}" for word in words)
        if words:
            found.update((f"{slot}^{words[0]}", f"{slot}${words[-1]}"))
        found.update(_around(name, value.lower(), text))
    return frozenset(found)


def buckets(found: Iterable[str]) -> NDArray[np.int64]:
    """The places of the weights of some marks, each once."""
    return np.array(sorted({zlib.crc32(mark.encode()) % BUCKETS for mark in found}), dtype=np.int64)


def weighed(found: Iterable[str], weights: NDArray[np.float32], base: float) -> float:
    """What the marks say together, as odds; many marks weigh no more than few."""
    at = buckets(found)
    return base + float(weights[at].sum()) / max(1.0, float(np.sqrt(len(at))))
