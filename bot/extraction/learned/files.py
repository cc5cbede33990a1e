"""Where the learned reader's files lie: below `data/models/reader`, or in the wheel."""

from __future__ import annotations

from pathlib import Path

from bot.extraction.text.typing import model_folder

TOKENS = "tokens.txt"
ENCODER = "encoder.onnx"
HEADS = "heads.npz"


def reader_folder() -> Path:
    """The folder of the vocabulary, the encoder and what is put on top of it."""
    return model_folder() / "reader"


def has_reader() -> bool:
    """Whether the trained weights are there; without them the rules read alone."""
    return (reader_folder() / ENCODER).is_file() and (reader_folder() / HEADS).is_file()
