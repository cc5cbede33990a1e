"""A reader that ships, back in the network that trains: what `reader_export` wrote, to be trained on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from bot.extraction.learned.files import ENCODER, HEADS
from bot.training.reader_net import ReaderNet

_PREFIX = "net."
"""Before the names that the export leaves as they are."""


def _stored(model: onnx.ModelProto) -> dict[str, np.ndarray]:
    """The weights of an encoder in full precision, by the names that its nodes use."""
    arrays = {weight.name: numpy_helper.to_array(weight).astype(np.float32) for weight in model.graph.initializer}
    casts = {node.output[0]: node.input[0] for node in model.graph.node if node.op_type == "Cast"}
    return arrays | {name: arrays[half] for name, half in casts.items() if half in arrays}


def _multiplied(model: onnx.ModelProto, stored: dict[str, np.ndarray]) -> list[np.ndarray]:
    """The matrices that an encoder multiplies by, in order: the export turns them about and takes their names."""
    factors = (stored.get(name) for node in model.graph.node if node.op_type == "MatMul" for name in node.input)
    return [array for array in factors if array is not None and array.ndim == 2]


def _names(layers: int) -> list[str]:
    """The names of those matrices in the network, in the same order."""
    inside = ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
              "intermediate.dense", "output.dense")  # fmt: skip
    each = (f"encoder.encoder.layer.{number}.{part}.weight" for number in range(layers) for part in inside)
    return ["hints.weight", *each]


def restored(folder: Path, pretrained: Path) -> ReaderNet:
    """The network of the reader in a folder; `pretrained` is where its shape is from. ValueError where they differ."""
    net = ReaderNet(pretrained)
    model = onnx.load(str(folder / ENCODER))
    stored, state = _stored(model), net.state_dict()
    found = {name: stored[_PREFIX + name] for name in state if _PREFIX + name in stored}
    matrices, names = _multiplied(model, stored), _names(net.encoder.config.num_hidden_layers)
    found |= {name: matrix.T for name, matrix in zip(names, matrices, strict=True)}
    with np.load(folder / HEADS) as heads:
        found |= {name: heads[name].astype(np.float32) for name in heads.files}
    for name, now in state.items():
        if name in found:
            if tuple(now.shape) != found[name].shape:
                raise ValueError(f"{folder}: {name} is {found[name].shape}, where {tuple(now.shape)} is expected")
            state[name] = torch.from_numpy(found[name].copy())
        elif now.is_floating_point():
            raise ValueError(f"{folder}: no weights for {name}")
    net.load_state_dict(state)
    return net


def halfway(net: ReaderNet, other: ReaderNet) -> ReaderNet:
    """A network with the mean of each weight of two: what one read last weighs half, what came before is kept."""
    theirs = other.state_dict()
    net.load_state_dict({n: (w + theirs[n]) / 2 if w.is_floating_point() else w for n, w in net.state_dict().items()})
    return net
