"""Trains the judge of candidates on annotated articles that the reader has not seen, and writes `judge.npz`.

    python -m bot.training.judge --by READER FOLDER… [--by READER FOLDER…] [--to FILE]

`READER` is a folder with a reader that was trained without the articles behind it: on articles that it knows it is
surer than on new ones, and the judge would trust it too much. For the same reason the words of a candidate are weighed,
while the trees grow, by a model that has not seen its article. Needs the extra `train`; the same articles give the same
judge.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from bot.articles import read_article
from bot.evaluation.align import align
from bot.evaluation.compare import Names
from bot.extraction.learned.candidates import Candidate, Gathering
from bot.extraction.learned.evidence import Evidence, Rows
from bot.extraction.learned.files import JUDGE, reader_folder
from bot.extraction.learned.joining import words_of
from bot.extraction.learned.layout import KINDS
from bot.extraction.learned.network import Network
from bot.extraction.learned.readings import look
from bot.extraction.learned.wording import BUCKETS, buckets
from bot.extraction.run import drafts
from bot.extraction.text.context import Context
from bot.extraction.validate import validate

_TREES, _RATE, _LEAVES, _IN_LEAF, _L2 = 400, 0.04, 16, 25, 2.0
_FOLDS, _LOOSE = 5, 3.0
"""Into how many parts the articles fall for weighing words, and how little the weights are held down."""


@dataclass
class Lesson:
    """An article's candidates: their evidence, the buckets of their marks, and which are right (see `labels`)."""

    fold: int
    rows: Rows
    words: list[np.ndarray]
    right: np.ndarray


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


def lessons(folders: Iterable[Path], network: Network) -> Iterator[Lesson]:
    """What every annotated English article with candidates teaches."""
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
                yield Lesson(
                    zlib.crc32(f"{folder.name}/{path.name}".encode()) % _FOLDS,
                    Evidence(gathering).rows(candidates),
                    [buckets(marks) for marks in words_of(context, candidates)],
                    labels(context, candidates, gold),
                )


def as_matrix(words: list[np.ndarray]) -> csr_matrix:
    """The marks of candidates as the linear model reads them: each row of length one."""
    sizes = np.array([len(at) for at in words])
    filled = np.repeat(1 / np.sqrt(np.maximum(sizes, 1)), sizes)
    return csr_matrix((filled, np.concatenate(words), np.r_[0, np.cumsum(sizes)]), shape=(len(words), BUCKETS))


def weigh(words: csr_matrix, right: np.ndarray) -> LogisticRegression:
    """The linear model of the marks; what is optional teaches nothing."""
    counts = right >= 0
    return LogisticRegression(C=_LOOSE, max_iter=200, solver="liblinear").fit(words[counts], right[counts])


def grow(every: list[Lesson]) -> tuple[HistGradientBoostingClassifier, LogisticRegression]:
    """The trees and the weights of marks."""
    fold = np.concatenate([np.full(len(lesson.right), lesson.fold) for lesson in every])
    right = np.concatenate([lesson.right for lesson in every])
    words = as_matrix([at for lesson in every for at in lesson.words])
    said = np.zeros(len(right))
    for one in np.unique(fold):
        said[fold == one] = weigh(words[fold != one], right[fold != one]).decision_function(words[fold == one])
    rows = np.column_stack([np.concatenate([lesson.rows for lesson in every]), said])
    counts = right >= 0
    trees = HistGradientBoostingClassifier(
        max_iter=_TREES, learning_rate=_RATE, max_leaf_nodes=_LEAVES, min_samples_leaf=_IN_LEAF,
        l2_regularization=_L2, early_stopping=False, random_state=1,
    )  # fmt: skip
    return trees.fit(rows[counts], right[counts]), weigh(words, right)


def write(model: HistGradientBoostingClassifier, words: LogisticRegression, path: Path) -> None:
    """The trees as flat arrays, to whose nodes the library has no public way, and the weights in half precision."""
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
        path, allow_pickle=False, roots=np.array(roots), base=np.array(model._baseline_prediction.item()),
        words=words.coef_[0].astype(np.float16), words_base=words.intercept_[0], **flat,
    )  # fmt: skip


def main() -> None:
    """Reads the folders named, trains and writes."""
    asked = argparse.ArgumentParser(description="Train the judge of candidates.")
    asked.add_argument("--by", nargs="+", type=Path, action="append", required=True, help="a reader, folders new to it")
    asked.add_argument("--to", type=Path, default=reader_folder() / JUDGE)
    given = asked.parse_args()
    every = [lesson for reader, *folders in given.by for lesson in lessons(folders, Network(reader))]
    if len({lesson.fold for lesson in every}) < _FOLDS:
        asked.error("too few annotated English articles to learn from: a few dozen are needed, with facts in FILE.json")
    right = np.concatenate([lesson.right for lesson in every])
    print(f"{len(right)} candidates, {int((right > 0).sum())} right", flush=True)
    write(*grow(every), given.to)


if __name__ == "__main__":
    main()
