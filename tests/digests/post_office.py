"""Doubles of platforms that take posts: kept in a file, so that they outlive the process that posts."""

from __future__ import annotations

import json
import os
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

from bot.model.answer import Answer


async def nothing(point: str) -> None:
    return


class PostOffice:
    """One platform. `at` is awaited before and after a message arrives: it may raise, wait or end the process."""

    def __init__(self, file: Path, at: Callable[[str], Awaitable[None]] = nothing) -> None:
        self.file = file
        self.at = at
        self.unreadable = False

    async def post(self, channel: str, answer: Answer, token: str) -> str:
        await self.at("before")
        line = json.dumps({"channel": channel, "token": token, "title": answer.title}) + "\n"
        handle = os.open(self.file, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(handle, line.encode())
        os.close(handle)
        await self.at("after")
        return f"message {token}"

    async def find(self, channel: str, token: str, since: datetime) -> str | None:
        if self.unreadable:
            raise ConnectionError("no history today")
        await self.at("looking")
        found = [m for m in self.messages() if (m["channel"], m["token"]) == (channel, token)]
        return f"message {token}" if found else None

    def messages(self) -> list[dict[str, str]]:
        if not self.file.exists():
            return []
        return [json.loads(line) for line in self.file.read_text("utf-8").splitlines()]

    def channels(self) -> list[str]:
        return sorted(message["channel"] for message in self.messages())
