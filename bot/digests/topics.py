"""What a channel wants to hear of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topics:
    """All that is given must hold; `watched` only moves what it names to the front."""

    entities: frozenset[str] = frozenset()
    """Ids of companies, people and products: one of them takes part."""
    kinds: frozenset[str] = frozenset()
    min_usd: float | None = None
    """The least sum. What is told without a sum passes."""
    watched: frozenset[str] = frozenset()

    def want(self, kind: str, entities: Iterable[str], usd: float | None) -> bool:
        """Whether something of a kind, with these who take part and this sum, is to be told."""
        if self.kinds and kind not in self.kinds:
            return False
        if self.entities and not self.entities.intersection(entities):
            return False
        return self.min_usd is None or usd is None or usd >= self.min_usd
