"""Trains the judge of candidates on annotated articles that the reader has not seen, and writes `judge.npz`.

    python -m bot.training.judge FOLDER… [--reader FOLDER] [--to FILE]

`--reader` is a folder with a reader that was trained without these articles: on articles that it knows it is surer than
on new ones, and the judge would trust it too much. Needs the extra `train`; the same articles give the same trees.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from bot.articles import read_article
from bot.evaluation.align import align
from bot.evaluation.compare import Names
from bot.extraction.learned.candidates import Candidate, Gathering
from bot.extraction.learned.evidence import Evidence, Rows
from bot.extraction.learned.files import JUDGE, reader_folder
from bot.extraction.learned.layout import KINDS
from bot.extraction.learned.network import Network
from bot.extraction.learned.readings import look
from bot.extraction.run import drafts
from bot.extraction.text.context import Context
from bot.extraction.validate import validate

_TREES, _RATE, _LEAVES, _IN_LEAF, _L2 = 150, 0.06, 12, 15, 2.0


def labels(context: Context, candidates: list[Candidate], gold: dict[str, Any]) -> np.ndarray:
    """1 for each candidate that tells a fact of the gold, 0 for the wrong ones, -1 for what is right but optional."""
    facts: list[dict[str, Any]] = gold["facts"]
    names, found = Names(gold.get("entities", {})), np.zeros(len(candidates), dtype=int)
    told = [validate(candidate.fact, context.article) for candidate in candidates]
    for kind in KINDS:
        here = [i for i, statement in enumerate(told) if statement is not None and statement.kind == kind]
        golds = [fact for fact in facts if fact["kind"] == kind]
        said = [statement.to_json() for i in here if (statement := told[i]) is not None]
        for mine, right in align(kind, said, golds, names):
            found[here[mine]] = -1 if golds[right].get("optional") else 1
    return found


def lessons(folders: Iterable[Path], network: Network) -> Iterator[tuple[Rows, np.ndarray]]:
    """(evidence, labels) of every annotated English article with candidates."""
    for folder in folders:
        for path in sorted(folder.glob("*.md")):
            told = path.with_suffix(".json")
            if not told.is_file():
                continue
            context = Context(read_article(path))
            rules = drafts(context)
            gathering = Gathering(context, rules, look(context, rules, network))
            candidates = gathering.candidates()
            if candidates:
                gold = json.loads(told.read_text(encoding="utf-8"))
                yield Evidence(gathering).rows(candidates), labels(context, candidates, gold)


def grow(rows: Rows, right: np.ndarray) -> HistGradientBoostingClassifier:
    """The trees; what is optional teaches nothing."""
    counts = right >= 0
    model = HistGradientBoostingClassifier(
        max_iter=_TREES, learning_rate=_RATE, max_leaf_nodes=_LEAVES, min_samples_leaf=_IN_LEAF,
        l2_regularization=_L2, early_stopping=False, random_state=1,
    )  # fmt: skip
    return model.fit(rows[counts], right[counts])


def write(model: HistGradientBoostingClassifier, path: Path) -> None:
    """The trees as flat arrays; the library has no public way to its nodes."""
    columns: dict[str, list[np.ndarray]] = {k: [] for k in ("feature", "threshold", "left", "right", "value")}
    roots, size = [], 0
    for (tree,) in model._predictors:
        nodes = tree.nodes
        leaf = nodes["is_leaf"].astype(bool)
        columns["feature"].append(np.where(leaf, -1, nodes["feature_idx"]).astype(np.int16))
        columns["threshold"].append(nodes["num_threshold"])
        columns["left"].append((nodes["left"] + size).astype(np.int32))
        columns["right"].append((nodes["right"] + size).astype(np.int32))
        columns["value"].append(nodes["value"])
        roots.append(size)
        size += len(nodes)
    flat = {name: np.concatenate(parts) for name, parts in columns.items()}
    np.savez_compressed(
        path, allow_pickle=False, roots=np.array(roots), base=np.array(model._baseline_prediction.item()), **flat
    )


def main() -> None:
    """Reads the folders named, trains and writes."""
    asked = argparse.ArgumentParser(description="Train the judge of candidates.")
    asked.add_argument("folders", nargs="+", type=Path)
    asked.add_argument("--reader", type=Path, default=reader_folder())
    asked.add_argument("--to", type=Path, default=reader_folder() / JUDGE)
    given = asked.parse_args()
    every = list(lessons(given.folders, Network(given.reader)))
    rows, right = (np.concatenate(parts) for parts in zip(*every, strict=True))
    print(f"{len(rows)} candidates, {int((right > 0).sum())} right", flush=True)
    write(grow(rows, right), given.to)


if __name__ == "__main__":
    main()
