"""What a name is (organisation, person, product, place) by a linear model over its letters and its surroundings.

The weights are trained on our annotated articles (`bot/training/entity_kinds.py`) and lie in `data/models/`. The
registry and the hand-made cues are features among others: a known name keeps its kind unless all speaks against it.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.extraction.text.kind_cues import kind_cues
from bot.extraction.text.org_tails import looks_like_org
from bot.model.entity import EntityKind
from bot.names import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from bot.extraction.text.clusters import Cluster
    from bot.extraction.text.mentions import Mention
    from bot.names import Registry

KINDS: tuple[EntityKind, ...] = ("org", "person", "product", "place")
MODEL = "entity_kinds.json.gz"


_HUMAN_VERBS = {
    "say", "tell", "join", "leave", "study", "graduate", "resign", "retire", "hold", "earn", "spend", "become",
    "lead", "head", "run", "serve", "return", "move", "teach", "write", "found", "co", "cofound", "start", "quit",
    "depart", "succeed", "replace", "add", "argue", "joke", "recall", "explain", "believe", "think", "insist",
    "concede", "admit", "call", "take", "step", "report", "appoint", "hire", "name", "promote", "poach", "recruit",
    "elect", "die",
}  # fmt: skip


def model_folder() -> Path:
    """`data/models` of a checkout, or the copy inside an installed package."""
    here = Path(__file__).resolve().parents[2]
    inside = here / "_data" / "models"
    return inside if inside.is_dir() else here.parent / "data" / "models"


_GIVEN = r"[A-Z][^\W\d_'’]+(?:[-'’][^\W\d_]+)*\.?"
_FAMILY = r"(?:(?:bin|van|von|de|der|den|al|el|di|da|le|la|du)[ -])*[A-Z][^\W\d_]*(?:[-'’][^\W\d_]+)*\.?"
_PERSONLIKE = re.compile(rf"{_GIVEN}(?: {_FAMILY}){{1,3}}")


def _shape(word: str) -> str:
    text = re.sub(r"[A-Z]", "X", re.sub(r"[a-z]", "x", re.sub(r"\d", "0", word)))
    return re.sub(r"(.)\1+", r"\1+", text)


def name_features(name: str) -> Iterator[str]:
    """What the letters of a name say."""
    words = name.split()
    yield f"n={min(len(words), 5)}"
    first, last = words[0], words[-1]
    if _PERSONLIKE.fullmatch(name) and not looks_like_org(name):
        yield "personlike"
    yield f"last={fold(last)}"
    if len(words) > 1:
        yield f"first={fold(first)}"
        yield "shape=" + " ".join(_shape(w) for w in words[:4])
        for word in words[1:-1]:
            yield f"mid={fold(word)}"
    else:
        yield "one=" + _shape(first)
    for size in (2, 3, 4):
        yield f"end{size}={last.lower()[-size:]}"
        yield f"beg{size}={first.lower()[:size]}"
        if len(words) > 1:
            yield f"fend{size}={first.lower()[-size:]}"
    low = f"^{name.lower()}$"
    for i in range(len(low) - 2):
        yield f"g={low[i : i + 3]}"


def mention_features(mention: Mention, doc: Doc) -> Iterator[str]:
    """What stands around one mention, in words and in the parse."""
    before = [doc[i].lower_ for i in range(max(0, mention.first - 3), mention.first) if not doc[i].is_space]
    after = [doc[i].lower_ for i in range(mention.last + 1, min(len(doc), mention.last + 4)) if not doc[i].is_space]
    yield f"p1={before[-1] if before else '^'}"
    yield f"n1={after[0] if after else '$'}"
    if len(before) > 1:
        yield f"p2={before[-2]}_{before[-1]}"
    if len(after) > 1:
        yield f"n2={after[0]}_{after[1]}"
    if len(after) > 2:
        yield f"n3={after[2]}"
    root = doc[mention.root]
    if mention.label:
        yield f"ner={mention.label}"
    if root.dep_ in {"nsubj", "nsubjpass"} and root.head.lemma_.lower() in _HUMAN_VERBS:
        yield "human subject"
    if any(c.lower_ in {"who", "whose"} for c in root.subtree if c.head.head.i == root.i):
        yield "who"
    yield f"dep={root.dep_}"
    yield f"dep={root.dep_}:{root.head.lemma_.lower()}"
    if root.dep_ == "pobj":
        yield f"gov={root.head.lower_}:{root.head.head.lemma_.lower()}"
    for child in root.children:
        if child.dep_ in {"appos", "amod", "compound"} and not mention.first <= child.i <= mention.last:
            yield f"{child.dep_}={child.lemma_.lower()}"
    if root.dep_ in {"compound", "appos", "nmod", "poss"}:
        yield f"{root.dep_}of={root.head.lemma_.lower()}"


def cluster_features(cluster: Cluster, doc: Doc, text: str, registry: Registry) -> dict[str, float]:
    """All features of a cluster, those of its mentions averaged; `text` is `doc.text`, which is put together anew
    whenever it is asked for."""
    features: dict[str, float] = defaultdict(float, kind_cues(cluster, doc, text))
    named = cluster.named
    fullest = max({m.text for m in named}, key=lambda n: (len(n.split()), len(n), n))
    for feature in name_features(fullest):
        features[feature] = 1.0
    if any(registry.is_place(m.text) for m in named):
        features["registry place"] = 1.0
    for mention in named:
        for feature in mention_features(mention, doc):
            features[feature] += 1.0 / len(named)
        for kind, weight in mention.votes.items():
            features[f"vote {kind}"] += weight / (2 * len(named))
    for noun in cluster.descriptors:
        features[f"noun={noun}"] = 1.0
    features["often"] = min(len(named), 8) / 8
    entity = registry.entities.get(cluster.entity_id) if cluster.entity_id else None
    if entity is not None:
        features[f"registry {entity.kind}"] = 2.0
        features["registry known"] = 1.0
    return dict(features)


class EntityTyper:
    """Scores the kinds of a cluster by the sum of its features' weights."""

    def __init__(self, weights: dict[str, list[float]]) -> None:
        self._weights = weights

    def __call__(self, cluster: Cluster, features: dict[str, float]) -> EntityKind:
        """The likeliest kind; ties go to the first of `KINDS`."""
        totals = [0.0] * len(KINDS)
        for name, value in features.items():
            row = self._weights.get(name)
            if row is not None:
                for i, weight in enumerate(row):
                    totals[i] += weight * value
        return KINDS[max(range(len(KINDS)), key=lambda i: (totals[i], -i))]


@cache
def default_typer() -> EntityTyper:
    """The shipped model; FileNotFoundError where it is missing."""
    with gzip.open(model_folder() / MODEL, "rt", encoding="utf-8") as file:
        return EntityTyper(json.load(file))
