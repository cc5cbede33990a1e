"""A sum of money as it was told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Money:
    """`value` in base units of an ISO 4217 currency; `high` is the upper end of a range."""

    value: float
    currency: str
    approximate: bool = False
    high: float | None = None
