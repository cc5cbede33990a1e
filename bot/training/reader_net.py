"""The learned reader as PyTorch sees it: the encoder and the layers on top of it, and their loss on one window."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from bot.extraction.learned.hints import AGREED, agreement, hinted
from bot.extraction.learned.layout import (
    ENTITY_KINDS,
    JOINED,
    KINDS,
    LISTS,
    MEASURES,
    NAMED,
    PRODUCT_KINDS,
    SLOTS,
    STATES,
)  # fmt: skip
from bot.extraction.learned.surroundings import WIDTH, surroundings
from bot.extraction.learned.windows import MARKS, UNKIND, Window
from bot.training.reader_labels import Told

SIZE = 384
"""Length of the encoder's vectors."""
HIDDEN = 160
_KIND_OF_SLOT = {
    "person": "person", "founders": "person", "product": "product", "company": "org", "organization": "org",
    "school": "org", "buyer": "org", "target": "org", "maker": "org", "investors": "org", "parties": "org",
}  # fmt: skip


class Hide(NamedTuple):
    """What a window is shown without: the kinds of names, what the rules found."""

    kinds: bool
    hints: bool


@dataclass
class Lesson:
    """A window with the facts told in it; `told` holds the token of each."""

    window: Window
    told: list[tuple[int, Told]]
    known: bool = False
    """Whether the rules were made by people who had read the article: what they find there says less."""

    @cached_property
    def seen(self) -> list[list[np.ndarray]]:
        """The surroundings of every fact, with the kinds of names shown and hidden."""
        return [[surroundings(self.window, token, hide_kinds=h) for token, _ in self.told] for h in (False, True)]

    @cached_property
    def agreed(self) -> list[list[np.ndarray]]:
        """What the rules say of the names at every fact, shown and hidden."""
        return [[agreement(self.window, token, f.kind, hide=h) for token, f in self.told] for h in (False, True)]

    @cached_property
    def kinds(self) -> list[tuple[int, int]]:
        """The names whose kind the gold tells by the slots they fill: (place in the window's names, kind)."""
        known: dict[int, int] = {}
        for _, fact in self.told:
            for slot, clusters in fact.clusters.items():
                if slot in _KIND_OF_SLOT:
                    known |= dict.fromkeys(clusters, ENTITY_KINDS.index(_KIND_OF_SLOT[slot]))
        return [(i, known[n.cluster]) for i, n in enumerate(self.window.names) if n.cluster in known]


class ReaderNet(nn.Module):
    """Where facts are told (`places`), which words are titles, and for each slot whom of the names it means."""

    def __init__(self, weights: Path) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(
            str(weights), attn_implementation="sdpa", add_pooling_layer=False,
            attention_probs_dropout_prob=0.0,  # which would take more than half of the time
        )  # fmt: skip
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.marks = nn.Embedding(MARKS, SIZE)
        nn.init.zeros_(self.marks.weight)
        self.hints = nn.Linear(len(KINDS), SIZE, bias=False)
        nn.init.zeros_(self.hints.weight)
        self.places = nn.Linear(SIZE, len(KINDS))
        nn.init.constant_(self.places.bias, -4.0)
        self.titles = nn.Linear(SIZE, 1)
        self.entity_kinds = nn.Linear(2 * SIZE, len(ENTITY_KINDS))
        self.of_place = nn.Linear(SIZE, JOINED)
        self.of_name = nn.Linear(2 * SIZE, JOINED)
        self.of_slot = nn.Embedding(len(SLOTS), JOINED)
        self.joined = nn.Linear(4 * JOINED + WIDTH + AGREED, HIDDEN)
        self.score = nn.Linear(HIDDEN, 1)
        self.nobody = nn.Linear(SIZE, len(SLOTS))
        self.measures = nn.Linear(SIZE, len(MEASURES))
        self.states = nn.Linear(SIZE, len(STATES))
        self.product_kinds = nn.Linear(SIZE, len(PRODUCT_KINDS))
        self.dropout = nn.Dropout(0.15)

    def encode(self, ids: Tensor, marks: Tensor, hints: Tensor, mask: Tensor) -> Tensor:
        """Vectors of every token; shapes (windows, tokens[, kinds]) in, (windows, tokens, SIZE) out."""
        words = self.encoder.embeddings.word_embeddings(ids) + self.marks(marks) + self.hints(hints)
        hidden: Tensor = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        return hidden

    def names(self, hidden: Tensor, window: Window) -> Tensor:
        """A vector for every name of a window: its first token beside the mean of all."""
        return torch.stack([torch.cat([hidden[n.first], hidden[n.first : n.last + 1].mean(0)]) for n in window.names])

    def choose(
        self, hidden: Tensor, names: Tensor, token: int, seen: np.ndarray, agreed: np.ndarray, slots: list[int]
    ) -> Tensor:
        """Scores of every name for some slots of the fact told at a token; shape (slots, names)."""
        place, named = self.of_place(hidden[token]), self.of_name(names)
        count, wanted = len(named), torch.tensor(slots)
        beside = torch.cat([place.expand(count, -1), named, place * named, torch.from_numpy(seen)], -1)
        slot = self.of_slot(wanted).unsqueeze(1).expand(-1, count, -1)
        both = torch.cat([beside.unsqueeze(0).expand(len(slots), -1, -1), slot, torch.from_numpy(agreed)], -1)
        scores: Tensor = self.score(self.dropout(torch.relu(self.joined(both)))).squeeze(-1)
        return scores

    def loss(self, hidden: Tensor, lesson: Lesson, hide: Hide) -> Tensor:
        """What one window costs; `hidden` are the vectors of its tokens."""
        window = lesson.window
        own = torch.tensor(window.own, dtype=torch.float)
        there, weight = torch.zeros(len(own), len(KINDS)), own[:, None].repeat(1, len(KINDS))
        title = torch.zeros(len(own))
        for token, fact in lesson.told:
            kind = KINDS.index(fact.kind)
            there[token, kind] = 1
            weight[token, kind] = 0.4 if fact.optional else 2.0
            if fact.span and fact.kind in {"role", "education"}:
                last = window.token_at.get(fact.span[1] - 1, token)
                title[token : last + 1] = 1
        cost = functional.binary_cross_entropy_with_logits(
            self.places(self.dropout(hidden)), there, weight=weight, reduction="sum"
        )
        cost = cost + 0.3 * functional.binary_cross_entropy_with_logits(
            self.titles(hidden).squeeze(-1), title, weight=own, reduction="sum"
        )
        names = self.names(hidden, window)
        if lesson.kinds:
            rows, kinds = zip(*lesson.kinds, strict=True)
            cost = cost + 0.1 * functional.cross_entropy(
                self.entity_kinds(names[list(rows)]), torch.tensor(kinds), reduction="sum"
            )
        seen, agreed = lesson.seen[hide.kinds], lesson.agreed[hide.hints]
        for (token, fact), *beside in zip(lesson.told, seen, agreed, strict=True):
            weighed = 0.5 if fact.optional else 1.0
            cost = cost + weighed * self._fact_loss(hidden, names, window, token, fact, *beside)
        return cost

    def _fact_loss(
        self,
        hidden: Tensor,
        names: Tensor,
        window: Window,
        token: int,
        fact: Told,
        seen: np.ndarray,
        agreed: np.ndarray,
    ) -> Tensor:
        slots = NAMED[fact.kind]
        numbers = [SLOTS.index((fact.kind, slot)) for slot in slots]
        scores, nobody = self.choose(hidden, names, token, seen, agreed, numbers), self.nobody(hidden[token])
        clusters = [name.cluster for name in window.names]
        cost = hidden.new_zeros(())
        for slot, number, row in zip(slots, numbers, scores, strict=True):
            right = fact.clusters.get(slot)
            if right is not None and not right:
                continue  # somebody whom no cluster names
            if slot in LISTS:
                cost = cost + 0.4 * _each(row, clusters, right or frozenset())
                continue
            every = torch.logsumexp(torch.cat([row, nobody[number : number + 1]]), 0)
            if right is None:
                cost = cost + 0.5 * (every - nobody[number])
            elif rows := [i for i, cluster in enumerate(clusters) if cluster in right]:
                cost = cost + every - torch.logsumexp(row[rows], 0)
        for layer, classes, word in (
            (self.measures, MEASURES, fact.measure),
            (self.states, STATES, fact.state),
            (self.product_kinds, PRODUCT_KINDS, fact.product_kind),
        ):
            if word in classes:
                cost = cost + 0.5 * functional.cross_entropy(
                    layer(hidden[token])[None], torch.tensor([classes.index(word)])
                )
        return cost


def _each(row: Tensor, clusters: list[int], right: frozenset[int]) -> Tensor:
    """The loss of a list: every entity is in it or not."""
    every = sorted(set(clusters))
    scores = torch.stack(
        [torch.logsumexp(row[[i for i, c in enumerate(clusters) if c == cluster]], 0) for cluster in every]
    )
    wanted = torch.tensor([float(cluster in right) for cluster in every])
    return functional.binary_cross_entropy_with_logits(scores - 1.0, wanted, reduction="sum")


def batch(lessons: list[Lesson], hide: list[Hide]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Tokens, marks, hints and mask of several windows, padded to the longest."""
    longest = max(len(lesson.window.ids) for lesson in lessons)
    ids, marks, mask = (torch.zeros(len(lessons), longest, dtype=torch.long) for _ in range(3))
    hints = torch.zeros(len(lessons), longest, len(KINDS))
    for row, (lesson, without) in enumerate(zip(lessons, hide, strict=True)):
        window, size = lesson.window, len(lesson.window.ids)
        shown = [UNKIND.get(m, m) for m in window.marks] if without.kinds else window.marks
        ids[row, :size] = torch.tensor(window.ids)
        marks[row, :size] = torch.tensor(shown)
        mask[row, :size] = 1
        if not without.hints:
            hints[row, :size] = torch.from_numpy(hinted(window))
    return ids, marks, hints, mask
