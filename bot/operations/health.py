"""How the bot is: how old the facts are, when they were last reloaded, who is connected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Health:
    """Looked at when somebody asks; nothing is kept up beside."""

    built: Callable[[], str]
    """When the store that answers was built, ISO; empty where there is none. May raise where it cannot be read."""
    reloaded: Callable[[], tuple[str, str]]
    """When the last reload ended, ISO, and what came of it; empty where there was none."""
    connections: Callable[[], Mapping[str, bool]]
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def look(self) -> dict[str, Any]:
        """`ok` is false where nobody can get an answer: no facts, or no platform connected."""
        try:
            built, fault = self.built(), ""
        except Exception as error:
            built, fault = "", f"{type(error).__name__}: {error}"
        try:
            at, outcome = self.reloaded()
        except Exception as error:
            at, outcome = "", ""
            fault = fault or f"{type(error).__name__}: {error}"
        connections = dict(self.connections())
        told: dict[str, Any] = {
            "ok": bool(built) and any(connections.values()),
            "store": {"built": built, "age_seconds": self._age(built)},
            "last_reload": {"at": at, "outcome": outcome.partition(":")[0]},
            "connections": connections,
        }
        if fault:
            told["fault"] = fault
        return told

    def _age(self, built: str) -> int | None:
        return max(0, round((self.now() - datetime.fromisoformat(built)).total_seconds())) if built else None
