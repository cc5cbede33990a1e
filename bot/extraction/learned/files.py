"""Where the learned reader's files lie: below `data/models/reader`, or in the wheel."""

from __future__ import annotations

from pathlib import Path

from bot.extraction.text.typing import model_folder

TOKENS = "tokens.txt"
ENCODER = "encoder.onnx"
HEADS = "heads.npz"
JUDGE = "judge.npz"


def reader_folder() -> Path:
    """The folder of the vocabulary, the encoder and what is put on top of it."""
    return model_folder() / "reader"


def has_reader() -> bool:
    """Whether the trained weights are there; without them the rules read alone."""
    return all((reader_folder() / name).is_file() for name in (ENCODER, HEADS, JUDGE))
