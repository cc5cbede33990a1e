"""Scores extracted facts against gold facts: precision, recall and F1 of facts and of slots, and the grounded share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.evaluation.align import SLOTS, Fact, align, slot_counts
from bot.evaluation.compare import Names, squeeze

LOOSE = frozenset({"statement"})
"""Which claims are worth filing is a matter of taste: shown, but left out of `all`."""


@dataclass(slots=True)
class Counts:
    """What was right, what was predicted, what gold holds."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def add(self, right: int, predicted: int, gold: int) -> None:
        self.right += right
        self.predicted += predicted
        self.gold += gold

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """A fact that went wrong: `missed` stands in gold alone, `spurious` was predicted alone."""

    what: str
    article: str
    fact: Fact


@dataclass(slots=True)
class FactScore:
    """Counts by kind, quotes found in the articles, and every fact that went wrong."""

    facts: dict[str, Counts] = field(default_factory=dict)
    slots: dict[str, Counts] = field(default_factory=dict)
    quoted: int = 0
    grounded: int = 0
    articles: int = 0
    misses: list[Miss] = field(default_factory=list)

    @property
    def grounded_share(self) -> float | None:
        """The share of predicted facts whose quote stands in the article; None where no text was given."""
        return self.grounded / self.quoted if self.quoted else None

    def total(self) -> tuple[Counts, Counts]:
        """Facts and slots over all kinds but the loose ones."""
        facts, slots = Counts(), Counts()
        for kind in SLOTS:
            if kind not in LOOSE and kind in self.facts:
                facts.add(self.facts[kind].right, self.facts[kind].predicted, self.facts[kind].gold)
                slots.add(self.slots[kind].right, self.slots[kind].predicted, self.slots[kind].gold)
        return facts, slots

    def rows(self) -> Iterator[tuple[str, Counts, Counts]]:
        """(kind, facts, slots) of each kind that occurs, then `all`."""
        for kind in SLOTS:
            counts = self.facts.get(kind)
            if counts and (counts.predicted or counts.gold):
                yield kind, counts, self.slots[kind]
        yield ("all", *self.total())


def score_facts(
    golds: Mapping[str, Mapping[str, object]],
    preds: Mapping[str, Sequence[Fact]],
    texts: Mapping[str, str] | None = None,
) -> FactScore:
    """Scores predictions by article stem; `texts` holds the articles in which quotes are looked for."""
    score = FactScore({k: Counts() for k in SLOTS}, {k: Counts() for k in SLOTS}, articles=len(golds))
    for name, gold in golds.items():
        said = list(preds.get(name, ()))
        text = squeeze(texts[name]) if texts and name in texts else None
        if text is not None:
            quotes = [squeeze(fact.get("quote") or "") for fact in said]
            score.quoted += len(quotes)
            score.grounded += sum(bool(quote) and quote in text for quote in quotes)
        _score_article(score, name, gold, said)
    return score


def _score_article(score: FactScore, name: str, gold: Mapping[str, object], said: list[Fact]) -> None:
    entities, true = gold.get("entities", {}), gold["facts"]
    if not isinstance(entities, dict) or not isinstance(true, list):
        raise ValueError(f"{name}: gold whose entities are no mapping or whose facts are no list")
    names = Names(entities)
    for kind in SLOTS:
        preds = [fact for fact in said if fact.get("kind") == kind]
        golds = [fact for fact in true if fact["kind"] == kind]
        pairs = align(kind, preds, golds, names)
        for i, j in pairs:
            if not golds[j].get("optional"):
                score.facts[kind].add(1, 1, 1)
                score.slots[kind].add(*slot_counts(kind, preds[i], golds[j], names))
        for i in sorted(set(range(len(preds))) - {i for i, _ in pairs}):
            score.facts[kind].add(0, 1, 0)
            score.misses.append(Miss("spurious", name, preds[i]))
        for j in sorted(set(range(len(golds))) - {j for _, j in pairs}):
            if not golds[j].get("optional"):
                score.facts[kind].add(0, 0, 1)
                score.slots[kind].add(0, 0, slot_counts(kind, None, golds[j], names)[2])
                score.misses.append(Miss("missed", name, golds[j]))
    unknown = [fact for fact in said if fact.get("kind") not in SLOTS]
    score.misses.extend(Miss("unknown kind", name, fact) for fact in unknown)
