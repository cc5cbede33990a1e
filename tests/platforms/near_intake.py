"""An intake that has read every article already: nothing is fetched, no language model is loaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.intake.errors import Refused
from bot.intake.findings import Fact, Preview
from bot.intake.preview import accept
from bot.platforms.shared import office
from bot.settings import Settings

URL = "https://example.org/quillon"
FACTS = (
    Fact("Quillon Robotics raised $21 million", "new", "Quillon Robotics raised $21 million."),
    Fact("Quillon Robotics has 40 employees", "conflicting", "It has 40 employees.", ("another article: 30",)),
)


class NearIntake:
    """Takes what is at one address, and every file."""

    def __init__(self, settings: Settings, *_: Any) -> None:
        self._inbox = settings.inbox

    async def preview(self, url: str) -> Preview:
        if url != URL:
            raise Refused("it is at a private address")
        return _preview(url)

    async def preview_attachment(self, name: str, data: bytes) -> Preview:
        return _preview("", data.decode())

    async def accept(self, preview: Preview) -> Path | None:
        return accept(preview, self._inbox)


def take_in(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    """Puts it in the place of the one that fetches and reads."""
    monkeypatch.setattr(office, "intake_of", lambda *given: NearIntake(settings))


def _preview(url: str, text: str = "Quillon Robotics raised $21 million.") -> Preview:
    return Preview(
        "Quillon raises", "2026-01-05", "Example", url, 40, FACTS, None, None, False, "2026-01-05-quillon.md", text
    )
