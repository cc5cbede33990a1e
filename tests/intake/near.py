"""The reading process without the process: for tests of what is asked of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bot.intake.errors import NotTaken, Refused
from bot.intake.reader import Reader
from bot.previewing.__main__ import answer
from bot.previewing.reading import ReadingDesk


class NearReader(Reader):
    """Answers at once, from the same code."""

    def __init__(self) -> None:
        super().__init__()
        self._desk = ReadingDesk()
        self.asked: list[str] = []
        self.broken = False

    async def ask(self, request: Mapping[str, Any]) -> dict[str, Any]:
        self.asked.append(str(request["do"]))
        if self.broken and request["do"] == "read":
            raise NotTaken("the process that reads articles broke down: see the log")
        reply = answer(self._desk, json.dumps(dict(request)).encode())
        if "error" in reply:
            raise (Refused if reply.get("refused") else NotTaken)(reply["error"])
        return reply
