"""Trains the model that tells whose fact it is: a conditional softmax over the candidates of each draft, plain numpy.

A draft of the rules teaches where some choice of the entity makes it a gold fact; the right choices are its target.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from bot.articles import read_article
from bot.evaluation.align import align
from bot.evaluation.compare import Names
from bot.extraction.choosing import MODEL, features, question
from bot.extraction.run import drafts
from bot.extraction.text.context import Context
from bot.extraction.text.typing import model_folder
from bot.model.statement import slots_to_json

Sample = tuple[str, str, list[list[str]], list[int]]
"""Article, kind, the features of each candidate, the indexes of the right ones."""

_ROUNDS, _RATE, _L2 = 250, 0.3, 3e-3


def article_samples(stem: str, context: Context, gold: dict[str, Any]) -> Iterator[Sample]:
    """The drafts of one article that some choice makes right."""
    names = Names(gold.get("entities", {}))
    for draft in drafts(context):
        asked = question(context, draft)
        if asked is None or len(asked.candidates) < 2:
            continue
        facts = [f for f in gold["facts"] if f["kind"] == draft.kind]
        base = slots_to_json(draft.slots)
        right = [
            n
            for n, cluster in enumerate(asked.candidates)
            if align(draft.kind, [{"kind": draft.kind, **base, asked.slot: cluster.name}], facts, names)
        ]
        if right:
            yield stem, draft.kind, [list(features(context, asked, c)) for c in asked.candidates], right


def samples(folders: Iterable[Path]) -> Iterator[Sample]:
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            text = path.with_suffix(".md")
            if isinstance(gold, dict) and "facts" in gold and text.is_file():
                yield from article_samples(path.stem, Context(read_article(text)), gold)


def train(rows: list[Sample]) -> dict[str, float]:
    """Weights by feature; what is seen in fewer than three articles is left out."""
    seen: dict[str, set[str]] = {}
    for stem, kind, candidates, _ in rows:
        for found in candidates:
            for name in found:
                seen.setdefault(name, set()).add(stem)
                seen.setdefault(f"{kind}: {name}", set()).add(stem)
    vocabulary = {name: i for i, name in enumerate(sorted(n for n, a in seen.items() if len(a) > 2))}
    row_of: list[int] = []
    column: list[int] = []
    group_of: list[int] = []
    target: list[float] = []
    for group, (_, kind, candidates, right) in enumerate(rows):
        for n, found in enumerate(candidates):
            row = len(group_of)
            group_of.append(group)
            target.append(1.0 / len(right) if n in right else 0.0)
            for name in found:
                for known in (name, f"{kind}: {name}"):
                    if known in vocabulary:
                        row_of.append(row)
                        column.append(vocabulary[known])
    rows_a, columns, groups, wanted = np.array(row_of), np.array(column), np.array(group_of), np.array(target)
    weights = np.zeros(len(vocabulary))
    history = np.full_like(weights, 1e-8)
    for _ in range(_ROUNDS):
        scores = np.bincount(rows_a, weights[columns], minlength=len(groups))
        top = np.full(len(rows), -np.inf)
        np.maximum.at(top, groups, scores)
        share = np.exp(scores - top[groups])
        share /= np.bincount(groups, share)[groups]
        error = share - wanted
        gradient = np.bincount(columns, error[rows_a], minlength=len(vocabulary)) / len(rows) + _L2 * weights
        history += gradient**2
        weights -= _RATE * gradient / np.sqrt(history)
    return {name: round(float(weights[i]), 4) for name, i in vocabulary.items() if abs(weights[i]) >= 0.01}


def main(folders: list[str]) -> None:
    """Trains on the folders named and writes the model."""
    weights = train(list(samples(Path(f) for f in folders)))
    target = model_folder() / MODEL
    body = json.dumps(weights, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    target.write_bytes(gzip.compress(body, 9, mtime=0))
    print(f"{target.name}: {len(weights)} features, {target.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
