"""What the learned reader can say: the kinds, the slots that name someone, the classes of measures and states."""

from __future__ import annotations

from typing import Final

KINDS: Final = (
    "funding", "acquisition", "ipo", "partnership", "role", "education", "founding", "launch", "price", "metric",
    "forecast", "plan", "deployment", "statement",
)  # fmt: skip

NAMED: Final[dict[str, tuple[str, ...]]] = {
    "funding": ("company", "investors"),
    "acquisition": ("buyer", "target", "seller"),
    "ipo": ("company",),
    "partnership": ("parties",),
    "role": ("person", "organization"),
    "education": ("person", "school"),
    "founding": ("organization", "parent", "founders"),
    "launch": ("product", "maker"),
    "price": ("product",),
    "metric": ("subject",),
    "forecast": ("source",),
    "plan": ("organization",),
    "deployment": ("product", "maker", "customer"),
    "statement": ("speaker",),
}
"""The slots of a kind that are chosen among the entities of the article."""

LISTS: Final = frozenset({"investors", "parties", "founders"})
"""Slots that hold several entities: each is judged alone. In the others one entity, or none, is chosen."""

SLOTS: Final = tuple((kind, slot) for kind in KINDS for slot in NAMED[kind])
MEASURES: Final = (
    "total_raised", "rounds", "valuation", "revenue", "profit", "employees", "units", "orders", "capacity",
    "market_size", "investment", "other",
)  # fmt: skip
STATES: Final = ("completed", "announced", "rumored", "denied")
PRODUCT_KINDS: Final = ("robot", "model", "platform", "component", "service")
ENTITY_KINDS: Final = ("org", "person", "product", "place")

JOINED: Final = 128
"""Length of the vectors that stand for a place, a name and a slot where they are compared."""

WHO: Final[dict[str, tuple[str, ...]]] = {
    **{kind: slots for kind, slots in NAMED.items() if kind not in {"acquisition", "founding"}},
    "acquisition": ("buyer", "target"),
    "founding": ("organization",),
}
"""The slots by whose entities a fact is judged."""

CHOSEN: Final = {kind: tuple(slot for slot in slots if slot not in LISTS) for kind, slots in WHO.items()}
"""Those of them that hold one entity."""
