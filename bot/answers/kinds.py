"""Which kinds of fact are told where. A kind that is not named here, one that came later, is told everywhere."""

from __future__ import annotations

from typing import Literal

from bot.store.read import Facts

Place = Literal["news", "timeline", "profile"]
DEAL_KINDS = ("funding", "acquisition", "ipo")

EVENTS = ("founding", "funding", "acquisition", "ipo", "launch", "partnership", "deployment", "role")
_NAMED: dict[Place, tuple[str, ...]] = {
    "news": (
        "acquisition", "funding", "ipo", "launch", "partnership", "deployment", "founding", "role", "price", "plan",
        "metric",
    ),
    "timeline": (*EVENTS, "education", "plan", "metric", "price"),
    "profile": (
        "launch", "partnership", "founding", "funding", "acquisition", "ipo", "price", "deployment", "role",
        "education", "metric", "plan", "forecast", "statement",
    ),
}  # fmt: skip
"""What matters most first."""
SORTED = frozenset(kind for kinds in _NAMED.values() for kind in kinds)
"""Kinds of which it is decided here where they are told."""
NEWS = _NAMED["news"]
PERSONAL = ("role", "education", "founding", "funding", "statement")
"""What is told of a person."""
QUIET = SORTED - frozenset(EVENTS)
"""Kinds that come after the others where there is too much to tell."""


def told(place: Place, facts: Facts) -> tuple[str, ...]:
    """The kinds that a place tells: those named for it, and every kind of the store that is named for none."""
    return (*_NAMED[place], *later(facts))


def later(facts: Facts) -> tuple[str, ...]:
    """The kinds of a store that nobody has sorted in."""
    return tuple(kind for kind in facts.kinds if kind not in SORTED)
