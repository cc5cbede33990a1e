"""What a model said, kept on disk for good: the same article asked about again needs no endpoint."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from bot.extraction.asked.form import Facts, version


@dataclass(frozen=True, slots=True)
class Frozen:
    """One file an answer, named by the text that was shown, the version of the question and the model."""

    folder: Path
    model: str

    def get(self, prompt: str) -> Facts | None:
        """What was answered; None where that is not known or cannot be read."""
        try:
            return Facts.model_validate_json(self._place(prompt).read_bytes())
        except (OSError, ValidationError):
            return None

    def put(self, prompt: str, told: Facts, source: str) -> None:
        """Keeps an answer; OSError where that cannot be done."""
        place = self._place(prompt)
        place.parent.mkdir(parents=True, exist_ok=True)
        facts = [fact.model_dump(exclude_none=True) for fact in told.facts]
        body = {"source": source, "model": self.model, "version": version(), "facts": facts}
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=".")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(body, file, ensure_ascii=False, indent=1)
        os.replace(name, place)  # noqa: PTH105 - whole or not at all, whoever else writes it

    def _place(self, prompt: str) -> Path:
        told = hashlib.sha256("\0".join((version(), self.model, prompt)).encode("utf-8", "surrogatepass")).hexdigest()
        return self.folder / told[:2] / f"{told[:40]}.json"
