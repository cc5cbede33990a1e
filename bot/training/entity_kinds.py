"""Trains the model that tells what a name is: softmax regression over sparse features, plain numpy, no chance in it.

Labels come from the annotated articles: the slot a name fills in a gold fact tells its kind.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from bot.articles import read_article
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context
from bot.extraction.text.typing import KINDS, MODEL, model_folder, name_features
from bot.model.article import Article
from bot.model.entity import EntityKind
from bot.names import Registry, bare, default_registry, fold

Sample = tuple[str, dict[str, float], EntityKind, float]
"""Article, features, kind, weight."""

_SURE: dict[EntityKind, tuple[str, ...]] = {
    "org": ("company", "buyer", "seller", "organization", "school", "parent", "parties", "target", "exchange"),
    "person": ("person", "founders"),
    "product": ("product",),
    "place": ("place",),
}
_SLOT_KINDS: dict[str, tuple[EntityKind, float]] = {
    slot: (kind, 1.0) for kind, slots in _SURE.items() for slot in slots
}
_SLOT_KINDS["investors"] = ("org", 0.4)
for _slot in ("subject", "maker", "customer", "source", "speaker"):
    _SLOT_KINDS[_slot] = ("org", 0.2)
_ROUNDS, _RATE, _L2 = 300, 0.5, 1e-3
_KIND_WEIGHT: dict[EntityKind, float] = {"person": 2.5, "product": 1.75}
"""Articles name organisations most; on unseen names the model would take too much for one."""


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _names(item)
    elif isinstance(value, dict):
        yield from _names(value.get("any") if "any" in value else value.get("name"))


def gold_kinds(gold: dict[str, Any]) -> dict[str, EntityKind]:
    """Folded name or alias → kind, for every name whose slots agree."""
    votes: dict[str, dict[EntityKind, float]] = defaultdict(lambda: defaultdict(float))
    for fact in gold["facts"]:
        for slot, value in fact.items():
            kind, weight = _SLOT_KINDS.get(slot, (None, 0.0))
            if kind:
                for name in _names(value):
                    votes[fold(name)][kind] += weight
    kinds: dict[str, EntityKind] = {}
    for canonical, aliases in gold.get("entities", {}).items():
        group = {fold(n) for n in (canonical, *aliases)}
        total: dict[EntityKind, float] = defaultdict(float)
        for name in group:
            for kind, weight in votes.get(name, {}).items():
                total[kind] += weight
        if total:
            best = max(total, key=lambda k: (total[k], k))
            for name in group | {bare(n) for n in (canonical, *aliases)}:
                kinds.setdefault(name, best)
    return kinds


def samples(folders: Iterable[Path]) -> Iterator[Sample]:
    """(article, features, kind, weight) of every cluster of the annotated articles."""
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            text = next((path.with_suffix(s) for s in (".md", ".txt") if path.with_suffix(s).is_file()), None)
            if not isinstance(gold, dict) or "facts" not in gold or text is None:
                continue
            told = frozenset(fold(n) for name, aliases in gold.get("entities", {}).items() for n in (name, *aliases))
            yield from article_samples(path.stem, read_article(text), gold_kinds(gold), default_registry(), told)


def article_samples(
    stem: str, article: Article, kinds: dict[str, EntityKind], registry: Registry, told: frozenset[str] = frozenset()
) -> list[Sample]:
    """The clusters of one article whose kind the gold or the registry tells, as the reader sees them.

    `told` are the folded names of which facts speak; a name that is none of them may be seen to be a place.
    """
    rows: list[Sample] = []

    def record(cluster: Cluster, features: dict[str, float]) -> EntityKind:
        names = [m.text for m in cluster.named]
        kind = next((kinds[k] for n in names for k in (fold(n), bare(n)) if k in kinds), None)
        entity = registry.entities.get(cluster.entity_id)
        if kind is not None:
            rows.append((stem, features, kind, 1.0))
        elif entity is not None and entity.kind in KINDS:
            kind = entity.kind
            rows.append((stem, features, kind, 0.5))
        elif not any(fold(n) in told for n in names) and _is_surely_place(features):
            kind = "place"
            rows.append((stem, features, kind, 0.5))
        return kind or "unknown"

    Context(article, registry, record)
    return rows


_WHERE = {"in", "near", "at", "outside", "from", "around", "across", "to"}


def _is_surely_place(features: dict[str, float]) -> bool:
    """Whether a name of which no fact speaks is a place: the tagger takes it for one, or it stands only behind "in"."""
    where = sum(v for f, v in features.items() if f.startswith("p1=") and f[3:] in _WHERE)
    tagged = features.get("ner=GPE", 0.0) + features.get("ner=LOC", 0.0)
    return tagged > 0.5 or (where > 0.99 and features.get("n=1", 0.0) > 0 and not features.get("ner=PERSON"))


def registry_samples(registry: Registry) -> Iterator[Sample]:
    """The names of the registry as samples that have letters and no surroundings."""
    for entity in registry.entities.values():
        for name in (entity.name, *entity.aliases):
            if entity.kind in KINDS and name.isascii() and len(name) > 1:
                yield f"{entity.id} {name}", dict.fromkeys(name_features(name), 1.0), entity.kind, 0.3


def train(rows: list[Sample]) -> dict[str, list[float]]:
    """Weights by feature; features seen in one article only are left out."""
    seen: dict[str, set[str]] = {}
    for article, features, _, _ in rows:
        for name in features:
            seen.setdefault(name, set()).add(article)
    vocabulary = {name: i for i, name in enumerate(sorted(n for n, a in seen.items() if len(a) > 1))}
    data = [[(vocabulary[n], v) for n, v in f.items() if n in vocabulary] for _, f, _, _ in rows]
    row_of = np.repeat(np.arange(len(data)), [len(d) for d in data])
    column = np.array([i for d in data for i, _ in d])
    value = np.array([v for d in data for _, v in d])
    target = np.zeros((len(data), len(KINDS)))
    for i, (_, _, kind, _) in enumerate(rows):
        target[i, KINDS.index(kind)] = 1.0
    sample_weight = np.array([w * _KIND_WEIGHT.get(kind, 1.0) for _, _, kind, w in rows])[:, None]
    weights = np.zeros((len(vocabulary), len(KINDS)))
    history = np.full_like(weights, 1e-8)
    for _ in range(_ROUNDS):
        scores = np.zeros((len(data), len(KINDS)))
        for k in range(len(KINDS)):
            scores[:, k] = np.bincount(row_of, value * weights[column, k], minlength=len(data))
        scores -= scores.max(axis=1, keepdims=True)
        share = np.exp(scores)
        share /= share.sum(axis=1, keepdims=True)
        error = (share - target) * sample_weight
        gradient = np.zeros_like(weights)
        for k in range(len(KINDS)):
            gradient[:, k] = np.bincount(column, value * error[row_of, k], minlength=len(vocabulary))
        gradient = gradient / len(data) + _L2 * weights
        history += gradient**2
        weights -= _RATE * gradient / np.sqrt(history)
    return {
        name: [round(float(w), 4) for w in weights[i]]
        for name, i in vocabulary.items()
        if float(np.abs(weights[i]).max()) >= 0.02
    }


def main(folders: list[str]) -> None:
    """Trains on the folders named and writes the model."""
    weights = train([*samples(Path(f) for f in folders), *registry_samples(default_registry())])
    target = model_folder() / MODEL
    target.parent.mkdir(parents=True, exist_ok=True)
    body = json.dumps(weights, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    target.write_bytes(gzip.compress(body, 9, mtime=0))
    print(f"{target.name}: {len(weights)} features, {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
