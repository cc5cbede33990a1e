"""What speaks for a candidate and against it, as a row of numbers for the judge.

A row holds: who made it (rules, readings), the reading that fits it best, how sure the reader is of its sentences,
its first two entities, its sentence, its slots, its kind, and its rivals: candidates of the kind in the same sentence.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.extraction.kind import Draft, all_kinds
from bot.extraction.learned.candidates import Candidate, Gathering
from bot.extraction.learned.layout import CHOSEN, ENTITY_KINDS, KINDS, LISTS, MEASURES, STATES, WHO

if TYPE_CHECKING:
    from bot.extraction.learned.readings import Reading
    from bot.extraction.text.context import Cluster, Sentence
from bot.model.statement import members

_EXPECTED: Final = {"person": "person", "speaker": "person", "product": "product"}
"""What kind of name a slot holds; the others hold organisations."""
_LEAST, _WEAK = 1e-4, 0.01
_UNFIT, _NOBODY, _UNKNOWN = -10.0, -1.0, -2.0
_OF_ENTITY: Final = 14
Rows = np.ndarray


def _odds(share: float) -> float:
    share = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(share / (1 - share))


class Evidence:
    """Rows for the candidates of one article."""

    def __init__(self, gathering: Gathering) -> None:
        self.gathering, self.context = gathering, gathering.context
        self._readings = gathering.look.readings

    def rows(self, candidates: list[Candidate]) -> Rows:
        """One row for each candidate; shape (candidates, numbers)."""
        here = [self._here(candidate) for candidate in candidates]
        fits = [self._best(candidate, seen) for candidate, seen in zip(candidates, here, strict=True)]
        found = []
        for candidate, seen, (best, fit) in zip(candidates, here, fits, strict=True):
            fact = candidate.fact
            sentence = self.context.sentence_at(fact.start)
            first, second = (*WHO[fact.kind], "", "")[:2]
            found.append([
                *_makers(candidate), *fit, *_sentences(candidate, seen), *self._title(fact, best),
                *self._entity(candidate, first, best, sentence), *self._entity(candidate, second, best, sentence),
                *self._sentence(sentence), *_slots(candidate), float(KINDS.index(fact.kind)),
                *(float(fact.kind == kind) for kind in KINDS), *_rivals(candidate, candidates, fits),
            ])  # fmt: skip
        return np.array(found, dtype=np.float64)

    def likely_told(self, draft: Draft, reading: Reading) -> float:
        """How likely the reader finds it that a draft's fact is told at a place, of those whom the draft names."""
        return reading.sure * math.prod(max(own, _WEAK) for own, _, _ in self._shares(draft, reading))

    def _shares(self, fact: Draft, reading: Reading) -> list[tuple[float, float, float]]:
        """For every entity of the fact: how likely the reader finds it, the best other, and nobody."""
        shares = []
        for slot in CHOSEN[fact.kind]:
            names = members(fact.slots.get(slot))
            if names:
                own = {self.gathering.numbers.get(name, -1) for name in names}
                likely = reading.named[slot].likely
                other = max((share for c, share in likely if c not in own), default=0.0)
                shares.append((sum(share for c, share in likely if c in own), other, reading.named[slot].nobody))
        for slot in WHO[fact.kind]:
            if slot in LISTS and slot in all_kinds()[fact.kind].identity:
                listed = dict(reading.named[slot].likely)
                known = (self.gathering.numbers.get(name, -1) for name in members(fact.slots.get(slot)))
                each = sorted((listed.get(number, 0.0) for number in known), reverse=True)
                shares.append((each[1] if len(each) > 1 else 0.0, 0.0, 0.0))
        return shares

    def _best(self, candidate: Candidate, here: list[Reading]) -> tuple[Reading | None, list[float]]:
        """The reading that fits a candidate best, and what it says."""
        found: tuple[bool, float, list[tuple[float, float, float]], Reading] | None = None
        for reading in here:
            if reading.kind != candidate.fact.kind:
                continue
            shares = self._shares(candidate.fact, reading)
            joint = self.likely_told(candidate.fact, reading)
            same = self.gathering.same_figure(reading, candidate.value)
            if found is None or (same, joint) > found[:2]:
                found = (same, joint, shares, reading)
        if found is None:
            return None, [0.0, 0.0, *[_odds(0.0)] * 7]
        same, joint, shares, reading = found
        own, other, nobody = ([share[i] for share in shares] for i in range(3))
        told = (
            joint, reading.sure, min(own, default=0.0), max(other, default=0.0), max(nobody, default=0.0),
            own[0] if own else 0.0, own[-1] if own else 0.0,
        )  # fmt: skip
        return reading, [1.0, float(same), *map(_odds, told)]

    def _here(self, candidate: Candidate) -> list[Reading]:
        spans = set(candidate.spans)
        return [r for r in self._readings if any(low <= r.position < high for low, high in spans)]

    def _title(self, fact: Draft, best: Reading | None) -> Iterator[float]:
        """Whether there is a title or degree, and how far the reader saw the same one."""
        title = fact.slots.get("title") or fact.slots.get("degree")
        yield float(bool(title))
        if best is None or best.title is None or not isinstance(title, str):
            yield _NOBODY
            return
        seen, told = (set(t.lower().split()) for t in (self.context.text[slice(*best.title)], title))
        yield len(seen & told) / max(1, len(seen | told))

    def _entity(self, candidate: Candidate, slot: str, best: Reading | None, sentence: Sentence | None) -> list[float]:
        names = members(candidate.fact.slots.get(slot)) if slot else ()
        known = [self.gathering.numbers[name] for name in names if name in self.gathering.numbers]
        if not known:
            return [_UNKNOWN if names else _NOBODY] * _OF_ENTITY
        cluster = self.context.clusters[known[0]]
        expected = _EXPECTED.get(slot, "org")
        here = [m for m in sentence.mentions if m.cluster is cluster] if sentence else []
        at = best.position if best else candidate.fact.start
        return [
            float(cluster.kind == expected), float(cluster is self.context.main), min(len(cluster.named), 6),
            float(any(not m.anaphoric for m in here)), float(bool(here)), len(names), len(cluster.name.split()),
            float(cluster.name[:1].isupper()), *self._taken_for(known[0], expected), *self._way(cluster, at, sentence),
        ]  # fmt: skip

    def _taken_for(self, number: int, expected: str) -> tuple[float, float]:
        """How likely the reader takes an entity for the expected kind of name, and for the best other."""
        kinds = self.gathering.look.kinds.get(number)
        if kinds is None:
            return _NOBODY, _NOBODY
        own = float(kinds[ENTITY_KINDS.index(expected)])
        return own, float(kinds.max()) - own

    def _way(self, cluster: Cluster, at: int, sentence: Sentence | None) -> tuple[float, float, float, float]:
        """From the place of the fact to the nearest name: letters, sentences, other names between, whether before."""
        nearest = min(cluster.mentions, key=lambda m: abs(m.start - at), default=None)
        if nearest is None or sentence is None:
            return 400.0, -6.0, 0.0, 0.0
        away = self.context.sentence_at(nearest.start)
        low, high = min(nearest.start, at), max(nearest.start, at)
        between = {
            id(m.cluster)
            for m in sentence.mentions
            if m.kind == cluster.kind and m.cluster is not cluster and low <= m.start < high
        }
        apart = away.index - sentence.index if away else -6
        return min(abs(nearest.start - at), 400), max(-6, min(apart, 6)), len(between), float(nearest.start < at)

    def _sentence(self, sentence: Sentence | None) -> list[float]:
        every = len(self.context.sentences)
        if sentence is None:
            return [0.0] * 9 + [float(every)]
        named = [len({id(m.cluster) for m in sentence.of_kind(kind)}) for kind in ("org", "person")]
        return [
            float(sentence.title), len(sentence.mentions), *named, len(sentence.text),
            len(sentence.money) + len(sentence.numbers), sentence.index / max(1, every),
            float('"' in sentence.text or "“" in sentence.text), len(sentence.predicates), every,
        ]  # fmt: skip


def _makers(candidate: Candidate) -> Iterator[float]:
    rules, readings = candidate.rules, candidate.readings
    yield from (float(bool(rules)), min(len(rules), 4), max((d.score for d in rules), default=0.0))
    yield from (float(bool(readings)), min(len(readings), 4))


def _sentences(candidate: Candidate, here: list[Reading]) -> Iterator[float]:
    """How sure the reader is of this kind, and of others, in the sentences of a candidate."""
    mine = [r.sure for r in here if r.kind == candidate.fact.kind]
    yield _odds(max(mine, default=0.0))
    yield _odds(max((r.sure for r in here if r.kind != candidate.fact.kind), default=0.0))
    yield float(sum(mine))
    yield float(sum(sure > 0.3 for sure in mine))


def _slots(candidate: Candidate) -> list[float]:
    slots = candidate.fact.slots
    state, measure = slots.get("status"), slots.get("measure")
    return [
        len(slots), float("date" in slots), float("round" in slots), float(candidate.value is not None),
        float("investors" in slots), STATES.index(state) if state in STATES else _NOBODY,
        MEASURES.index(measure) if measure in MEASURES else _NOBODY,
    ]  # fmt: skip


def _rivals(
    candidate: Candidate, every: list[Candidate], fits: list[tuple[Reading | None, list[float]]]
) -> list[float]:
    """How many candidates of the kind stand in the same sentence, and how strong the strongest is."""
    value = candidate.value
    rivals = [(other, fit[2]) for other, (_, fit) in zip(every, fits, strict=True) if candidate.rivals(other)]
    same = [(other, odds) for other, odds in rivals if value is not None and other.value == value]
    return [
        len(rivals), len(same), float(any(o.rules for o, _ in rivals)), float(any(o.rules for o, _ in same)),
        max((odds for _, odds in rivals), default=_UNFIT), max((odds for _, odds in same), default=_UNFIT),
    ]  # fmt: skip
