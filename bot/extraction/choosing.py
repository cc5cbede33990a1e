"""Whose fact it is: for the organisation (or product) slot of a draft, the likeliest of the article's entities.

The rules find that something was raised, paid or measured more surely than who did it. So a linear model, trained on
our annotated articles (`bot/training/choices.py`), looks at every entity that could fill the slot, with the rule's own
choice as one feature among others. It overrules the rule only where it is surer by a margin.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bot.extraction.kind import Draft
from bot.extraction.text.typing import model_folder
from bot.model.money import Money
from bot.model.statement import Investor

if TYPE_CHECKING:
    from bot.extraction.text.context import Cluster, Context, Mention, Sentence

MODEL = "choices.json.gz"
SLOTS: dict[str, tuple[str, frozenset[str]]] = {
    "funding": ("company", frozenset({"org"})),
    "role": ("organization", frozenset({"org"})),
    "metric": ("subject", frozenset({"org", "product"})),
    "plan": ("organization", frozenset({"org"})),
    "founding": ("organization", frozenset({"org"})),
    "ipo": ("company", frozenset({"org"})),
    "price": ("product", frozenset({"product"})),
}
"""The slot that is chosen in drafts of a kind, and the kinds of entities that can fill it."""

_MARGIN = 0.4
_REACH = 3
"""Sentences back in which an entity must be named to be a candidate, unless the piece is about it."""


@dataclass(frozen=True, slots=True)
class Question:
    """A draft whose slot is to be filled: where its anchor stands and who could be meant."""

    draft: Draft
    slot: str
    sentence: Sentence
    anchor: int
    candidates: tuple[Cluster, ...]
    proposed: Cluster | None


def _anchor(draft: Draft, sentence: Sentence) -> int:
    """Where in the article the draft's figure, person or title stands; the sentence's start where none is found."""
    for slot in ("amount", "value", "valuation"):
        wanted = draft.slots.get(slot)
        value = wanted.value if isinstance(wanted, Money) else wanted
        if isinstance(value, float | int) and not isinstance(value, bool):
            for money in sentence.money:
                if value in (money.money.value, money.also.value if money.also else None):
                    return money.start
            for number in sentence.numbers:
                if number.value == value or number.value == abs(value):
                    return number.start
    person = draft.slots.get("person")
    if person:
        for mention in sentence.mentions:
            if mention.cluster.name == person:
                return mention.start
    for slot in ("title", "round", "action"):
        text = draft.slots.get(slot)
        if isinstance(text, str) and (at := sentence.text.find(text)) >= 0:
            return sentence.start + at
    return sentence.start


def question(context: Context, draft: Draft) -> Question | None:
    """The choice that a draft leaves open; None for kinds without one."""
    slot, kinds = SLOTS.get(draft.kind, ("", frozenset()))
    sentence = context.sentence_at(draft.start) if slot else None
    if sentence is None:
        return None
    name = draft.slots.get(slot)
    proposed = next((c for c in context.clusters if c.name == name), None)
    near = {
        id(m.cluster)
        for s in context.sentences[max(0, sentence.index - _REACH) : sentence.index + 2]
        for m in s.mentions
    }
    candidates = tuple(
        c
        for c in context.clusters
        if c is proposed or (c.kind in kinds and (id(c) in near or c is context.main or _in_title(context, c)))
    )
    return Question(draft, slot, sentence, _anchor(draft, sentence), candidates, proposed)


def _in_title(context: Context, cluster: Cluster) -> bool:
    return any(s.title and any(m.cluster is cluster for m in s.mentions) for s in context.sentences[:2])


def _bucket(distance: int) -> str:
    for limit in (2, 15, 40, 80, 150):
        if distance <= limit:
            return str(limit)
    return "far"


def features(context: Context, asked: Question, cluster: Cluster) -> Iterator[str]:
    """What speaks for and against one candidate."""
    sentence, draft = asked.sentence, asked.draft
    if cluster is asked.proposed:
        yield "proposed"
        yield "proposed alone" if len(asked.candidates) == 1 else "proposed of some"
    yield f"kind {cluster.kind}"
    if cluster.subkind:
        yield f"subkind {cluster.subkind}"
    for noun in cluster.descriptors & _TELLING:
        yield f"noun {noun}"
    if cluster is context.main:
        yield "main"
    if _in_title(context, cluster):
        yield "title"
    yield f"often {min(len(cluster.named), 4)}"
    if cluster.owner is not None:
        yield "unit"
    here = [m for m in sentence.mentions if m.cluster is cluster]
    yield from _here(context, asked, here)
    for back in (1, 2, 3):
        index = sentence.index - back
        if index < 0:
            break
        before = context.sentences[index]
        same = "same paragraph" if before.paragraph == sentence.paragraph else "paragraph before"
        mentions = [m for m in before.mentions if m.cluster is cluster]
        if mentions and not here:
            yield f"back {back} {same}"
            if any(_is_subject(before, m) for m in mentions):
                yield f"back {back} subject"
            if not any(m.cluster.kind == "org" and m.cluster is not cluster for m in before.mentions):
                yield f"back {back} alone"
            break
    paragraph = [s for s in context.sentences if s.paragraph == sentence.paragraph]
    first = next((m for s in paragraph for m in s.mentions if m.kind in {"org", "product"}), None)
    if first is not None and first.cluster is cluster:
        yield "first of paragraph"
        if first.start <= paragraph[0].start + 4:
            yield "opens paragraph"
    investors = draft.slots.get("investors")
    if isinstance(investors, tuple) and any(isinstance(i, Investor) and i.name == cluster.name for i in investors):
        yield "is investor"
    for slot in ("parent", "maker", "source", "speaker"):
        if draft.slots.get(slot) == cluster.name:
            yield f"is {slot}"


_TELLING = frozenset({
    "startup", "start-up", "company", "firm", "maker", "developer", "investor", "fund", "bank", "analyst", "subsidiary",
    "unit", "rival",
})  # fmt: skip


def _is_subject(sentence: Sentence, mention: Mention) -> bool:
    return any(mention in arg.mentions for p in sentence.predicates if not p.noun for arg in p.subjects)


def _here(context: Context, asked: Question, here: list[Mention]) -> Iterator[str]:
    """The candidate's mentions in the draft's own sentence: how far, on which side, in which part of the clause."""
    if not here:
        yield "not here"
        return
    sentence, anchor = asked.sentence, asked.anchor
    yield "here"
    if all(m.anaphoric for m in here):
        yield "only meant"
    nearest = min(here, key=lambda m: min(abs(m.start - anchor), abs(m.end - anchor)))
    side = "before" if nearest.end <= anchor else "after" if nearest.start > anchor else "at"
    distance = anchor - nearest.end if side == "before" else nearest.start - anchor
    yield f"{side} {_bucket(max(0, distance))}"
    between = [m for m in sentence.mentions if m.kind in {"org", "product"} and m.cluster is not nearest.cluster
               and min(nearest.end, anchor) <= m.start < max(nearest.start, anchor)]  # fmt: skip
    yield f"{side} nearest" if not between else f"{side} {min(len(between), 3)} between"
    low, high = sorted((min(nearest.end, anchor), max(nearest.start, anchor)))
    gap = sentence.between(low, high)
    if ";" in gap or " while " in gap or " whereas " in gap:
        yield "other clause"
    follows = context.text[nearest.end : nearest.end + 2]
    if follows in {"'s", "’s", "s'"}:
        yield f"{side} owner"
    leads = context.text[max(sentence.start, nearest.start - 14) : nearest.start].lower().split()
    if leads:
        yield f"word {leads[-1]}"
        if leads[-1] in {"the", "a", "its", "startup", "company", "firm"} and len(leads) > 1:
            yield f"word {leads[-2]} {leads[-1]}"
    trails = context.text[nearest.end : nearest.end + 14].lower().split()
    if trails and not trails[0][:1].isalpha():
        yield f"trail {trails[0][:2]}"
    elif trails:
        yield f"trail {trails[0]}"
    for predicate in sentence.predicates:
        covers = predicate.clause_start <= anchor < predicate.clause_end
        near = "anchor" if covers else "other"
        noun = " noun" if predicate.noun else ""
        if any(m in here for arg in predicate.subjects for m in arg.mentions):
            yield f"{near}{noun} subject"
            if covers:
                yield f"subject of {predicate.lemma}"
        if any(m in here for arg in predicate.objects for m in arg.mentions):
            yield f"{near}{noun} object"
            if covers:
                yield f"object of {predicate.lemma}"
        for preposition, args in predicate.preps.items():
            if any(m in here for arg in args for m in arg.mentions):
                yield f"{near}{noun} {preposition}"
                if covers:
                    yield f"{predicate.lemma} {preposition}"


class Chooser:
    """Sums the weights of a candidate's features, each as it counts everywhere and in this kind of fact."""

    def __init__(self, weights: dict[str, float]) -> None:
        self._weights = weights

    def score(self, kind: str, found: list[str]) -> float:
        weights = self._weights
        return sum(weights.get(f, 0.0) + weights.get(f"{kind}: {f}", 0.0) for f in found)

    def best(self, context: Context, asked: Question) -> Cluster | None:
        """The likeliest candidate, the rule's own where none is surer by the margin; of equals the first named."""
        scores = [self.score(asked.draft.kind, list(features(context, asked, c))) for c in asked.candidates]
        if not scores:
            return None
        top = max(range(len(scores)), key=lambda n: (scores[n], -n))
        if asked.proposed in asked.candidates:
            own = asked.candidates.index(asked.proposed)
            if scores[top] - scores[own] < _MARGIN:
                return asked.proposed
        return asked.candidates[top]


def choose(context: Context, draft: Draft, chooser: Chooser) -> Draft:
    """The draft with the likeliest entity in its slot."""
    asked = question(context, draft)
    best = chooser.best(context, asked) if asked else None
    if asked is None or best is None or best is asked.proposed:
        return draft
    slots = dict(draft.slots)
    slots[asked.slot] = best.name
    investors = slots.get("investors")
    if isinstance(investors, tuple):
        slots["investors"] = tuple(i for i in investors if isinstance(i, Investor) and i.name != best.name)
    return Draft(draft.kind, slots, draft.start, draft.end, draft.score)


@cache
def default_chooser() -> Chooser:
    """The shipped model; FileNotFoundError where it is missing."""
    with gzip.open(model_folder() / MODEL, "rt", encoding="utf-8") as file:
        return Chooser(json.load(file))
