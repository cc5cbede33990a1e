"""The encoder and the layers on top of it, without PyTorch: vectors for tokens, and scores made of them."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from bot.extraction.learned.files import ENCODER, HEADS, reader_folder
from bot.extraction.learned.hints import hinted
from bot.extraction.learned.layout import JOINED, SLOTS
from bot.extraction.learned.surroundings import Floats

# Before its import, or the library files an id of this machine and a database of events in the home folder, to be sent.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
import onnxruntime

if TYPE_CHECKING:
    from pathlib import Path

    from bot.extraction.learned.windows import Window


def sigmoid(scores: Floats) -> Floats:
    """Each score as a probability."""
    return np.asarray(1.0 / (1.0 + np.exp(-scores)), dtype=np.float32)


def softmax(scores: Floats) -> Floats:
    """Scores as probabilities that add up to one."""
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum(), dtype=np.float32)


class Network:
    """The trained weights of a folder; one thread, so that the same text always gives the same numbers."""

    def __init__(self, folder: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(folder / ENCODER), options, providers=["CPUExecutionProvider"])
        with np.load(folder / HEADS) as stored:
            self._layers = {name: stored[name].astype(np.float32) for name in stored.files}

    def vectors(self, window: Window) -> Floats:
        """One vector for each token of a window."""
        ids = np.array([window.ids], dtype=np.int64)
        marks = np.array([window.marks], dtype=np.int64)
        asked = {"ids": ids, "marks": marks, "hints": hinted(window)[None]}
        return np.asarray(self._session.run(["hidden"], asked)[0][0], dtype=np.float32)

    def scores(self, layer: str, vectors: Floats) -> Floats:
        """What a layer makes of some vectors."""
        made = vectors @ self._layers[f"{layer}.weight"].T
        bias = self._layers.get(f"{layer}.bias")
        return made if bias is None else np.asarray(made + bias, dtype=np.float32)

    def raw_names(self, vectors: Floats, window: Window) -> Floats:
        """A vector for every name of a window: its first token beside the mean of all its tokens."""
        return np.stack(
            [np.concatenate([vectors[n.first], vectors[n.first : n.last + 1].mean(0)]) for n in window.names]
        )

    def choose(
        self, place: Floats, names: Floats, seen: Floats, agreed: Floats, slots: list[tuple[str, str]]
    ) -> Floats:
        """The score of every name for some slots of the fact told at a place; shape (slots, names).

        `place` is the vector of its token, `names` what the layer `of_name` made, `seen` the names' surroundings,
        `agreed` what the rules say of them.
        """
        here = np.broadcast_to(self.scores("of_place", place), names.shape)
        beside = np.concatenate([here, names, here * names, seen], axis=1)
        weight, bias, width = self._layers["joined.weight"], self._layers["joined.bias"], beside.shape[1]
        shared = beside @ weight[:, :width].T + bias
        wanted = self._layers["of_slot.weight"][[SLOTS.index(slot) for slot in slots]] @ weight[:, width:][:, :JOINED].T
        ruled = agreed @ weight[:, width + JOINED :].T
        return self.scores("score", np.maximum(shared[None] + wanted[:, None] + ruled, 0.0))[..., 0]

    def nobody(self, place: Floats, slots: list[tuple[str, str]]) -> list[float]:
        """The scores of leaving slots empty."""
        scores = self.scores("nobody", place)
        return [float(scores[SLOTS.index(slot)]) for slot in slots]


@cache
def default_network() -> Network:
    """The network that ships; loaded once."""
    return Network(reader_folder())
