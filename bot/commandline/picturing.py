"""Pictures at the command line: saved to a file, or told of."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from bot.charts.artist import size
from bot.commandline.output import Failure, one_line, warn
from bot.commandline.saving import save
from bot.model.answer import Answer


def picture_of(answer: Answer, file: Path | None, command: str) -> None:
    """Saves the picture of an answer and prints where it is and how large; without a file says that there is one.

    Failure where there is none to save, or it cannot be saved.
    """
    if file is None:
        if answer.picture is not None and not sys.stdout.isatty():
            warn(f"{command}: a picture comes with this: --chart FILE saves it")
        return
    if answer.picture is None:
        raise Failure(f"{command}: no picture comes with this, so {file} was not written")
    save(file, answer.picture, command)
    wide, tall = size(answer.picture)
    sys.stdout.flush()
    sys.stdout.buffer.write(f"Picture: {one_line(str(file))} ({wide} × {tall} pixels)\n".encode())
    sys.stdout.buffer.flush()


def as_json(answer: Answer) -> dict[str, Any]:
    """What is told of a picture and of a file, where there is one: its words or its name, and its size."""
    out: dict[str, Any] = {}
    if answer.file is not None:
        out["file"] = {"name": answer.file.name, "bytes": len(answer.file.data)}
    if answer.picture is None:
        return out
    wide, tall = size(answer.picture)
    told = {"alt": answer.picture_alt, "width": wide, "height": tall, "bytes": len(answer.picture)}
    return out | {"picture": told}
