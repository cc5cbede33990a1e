"""Readings written down here, for the tests of what is made of them."""

from __future__ import annotations

from bot.extraction.learned.readings import Choice, Reading
from bot.extraction.text.context import Context


def _choice(context: Context, shares: dict[str, float]) -> Choice:
    numbers = {cluster.name: i for i, cluster in enumerate(context.clusters)}
    ranked = sorted(((numbers[name], share) for name, share in shares.items()), key=lambda c: -c[1])
    return Choice(tuple(ranked), 0.05)


def reading(
    context: Context, kind: str, at: str, sure: float = 0.95, title: str = "", **who: dict[str, float]
) -> Reading:
    """A reading of a kind at some words; `who` gives the likely entities of each slot."""
    start = context.text.index(at)
    span = (context.text.index(title), context.text.index(title) + len(title)) if title else None
    named = {slot: _choice(context, shares) for slot, shares in who.items()}
    return Reading(kind, start, sure, named, span, "employees", "completed", "robot")
