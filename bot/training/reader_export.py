"""Writes a trained reader as files that are read without PyTorch: the encoder as ONNX, the layers on top as arrays."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from bot.extraction.learned.files import ENCODER, HEADS
from bot.extraction.learned.layout import KINDS
from bot.training.reader_net import ReaderNet

_HEADS = (
    "places", "titles", "entity_kinds", "of_place", "of_name", "of_slot", "joined", "score", "nobody", "measures",
    "states", "product_kinds",
)  # fmt: skip


class _Encoder(nn.Module):
    def __init__(self, net: ReaderNet) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, marks: Tensor, hints: Tensor) -> Tensor:
        return self.net.encode(ids, marks, hints, torch.ones_like(ids))


def _halved(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model with its large weights stored in half precision; they are computed with in full."""
    casts = []
    for weight in list(model.graph.initializer):
        array = numpy_helper.to_array(weight)
        if array.dtype != np.float32 or array.size < 1024:
            continue
        half = numpy_helper.from_array(array.astype(np.float16), f"{weight.name}_half")
        casts.append(helper.make_node("Cast", [half.name], [weight.name], to=TensorProto.FLOAT))
        model.graph.initializer.remove(weight)
        model.graph.initializer.append(half)
    nodes = list(model.graph.node)
    del model.graph.node[:]
    model.graph.node.extend([*casts, *nodes])
    return model


def export(net: ReaderNet, folder: Path) -> None:
    """Writes `encoder.onnx` (half precision) and `heads.npz` into a folder."""
    net.eval()
    target = folder / ENCODER
    ids = torch.ones(1, 16, dtype=torch.long)
    torch.onnx.export(
        _Encoder(net), (ids, torch.zeros_like(ids), torch.zeros(1, 16, len(KINDS))), str(target),
        input_names=["ids", "marks", "hints"],
        output_names=["hidden"], dynamic_axes={name: {1: "tokens"} for name in ("ids", "marks", "hints", "hidden")},
        opset_version=17, dynamo=False,
    )  # fmt: skip
    onnx.save(_halved(onnx.load(str(target))), str(target))
    arrays: dict[str, np.ndarray] = {}
    for name in _HEADS:
        layer = getattr(net, name)
        arrays[f"{name}.weight"] = layer.weight.detach().numpy().astype(np.float16)
        if getattr(layer, "bias", None) is not None:
            arrays[f"{name}.bias"] = layer.bias.detach().numpy().astype(np.float32)
    np.savez_compressed(folder / HEADS, allow_pickle=False, **arrays)
    print(f"{target.name}: {target.stat().st_size / 1e6:.0f} MB", flush=True)
