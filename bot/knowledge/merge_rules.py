"""What makes two statements of a kind tell of one event: one rule a kind, and one for kinds not listed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.knowledge.apart import other_figure, other_part, other_product, other_terms, round_after
from bot.knowledge.told import Told
from bot.model.statement import SLOT_TYPES

NEVER = float("-inf")


@dataclass(frozen=True, slots=True)
class Rule:
    """`identity` slots must be the same where both say them. The rest adds up: what agrees for, what contradicts
    against; statements whose sum reaches `threshold` may be one event.

    `weights` are slot → (where it agrees, where it contradicts). `days`: dates further apart are two events (None:
    no matter). `near`: what dates within it, both told to the month or better, count. `within_article`: one article
    tells these of an event once, so where they differ inside it there are two events.
    """

    identity: tuple[str, ...]
    weights: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    any_identity: bool = False
    shared: int = 1
    """How many names of an identity list must be shared."""
    days: int | None = None
    pending_days: int | None = None
    """Instead of `days` where one of the two is told as planned or rumoured: that comes before."""
    near: float = 0.0
    as_of: int | None = None
    """Undated statements printed within so many days of one another tell of one time."""
    catch_all: str = ""
    """A value of an identity slot that says nothing: there only figures that agree make one event."""
    threshold: float = 0.0
    within_article: tuple[str, ...] = ()
    apart: Callable[[Told, Told], bool] = lambda a, b: False
    """Whether two statements tell of two events whatever else agrees."""


RULES: dict[str, Rule] = {
    "funding": Rule(
        ("company",),
        {"amount": (3, -3), "round": (3, -3), "investors": (2, -1), "valuation": (2, -1)},
        days=45,
        pending_days=240,
        near=2,
        within_article=("amount", "round", "date"),
        apart=round_after,
    ),
    "acquisition": Rule(("buyer", "target"), {"amount": (1, 0)}, days=400, pending_days=700, apart=other_part),
    "ipo": Rule(("company",), {"exchange": (1, -1), "amount": (1, 0)}, days=400, pending_days=1000),
    "partnership": Rule(("parties",), {"topic": (1, -1)}, shared=2, days=120, near=2),
    "role": Rule(("person", "organization"), {"title": (1, NEVER)}, within_article=("start", "end")),
    "education": Rule(("person", "school"), {"degree": (1, NEVER), "field": (0, -1)}),
    "founding": Rule(("organization",)),
    "launch": Rule(("product",), {"maker": (1, NEVER)}, days=400, apart=other_product),
    "price": Rule(("product",), within_article=("amount",), apart=other_terms),
    "metric": Rule(
        ("subject", "measure"),
        {"value": (2, -3), "unit": (0, NEVER), "date": (5, NEVER)},
        as_of=60,
        catch_all="other",
        threshold=2,
        within_article=("value",),
        apart=other_figure,
    ),
    "forecast": Rule(
        ("source",),
        {"value": (3, -4), "measure": (0.5, NEVER), "unit": (0, -2), "date": (1, NEVER)},
        threshold=1,
        within_article=("value",),
    ),
    "plan": Rule(
        ("organization",),
        {"value": (3, -3), "action": (2, -2), "date": (1, NEVER)},
        threshold=1,
        within_article=("value",),
    ),
    "deployment": Rule(
        ("product", "maker"),
        {"customer": (3, -4), "product": (1, -3), "use": (1, 0)},
        any_identity=True,
        days=400,
        threshold=2,
        apart=other_product,
    ),
    "statement": Rule(("speaker",), {"text": (1, NEVER)}, days=45, threshold=1),
}


def rule(kind: str) -> Rule:
    """The rule of a kind; of one not listed here, what its own declaration says."""
    if kind in RULES:
        return RULES[kind]
    from bot.extraction.kind import all_kinds  # loads the language model: not for the kinds above

    declared = all_kinds().get(kind)
    if declared is None:
        names = tuple(slot for slot, of in SLOT_TYPES.items() if of == "name")
        return Rule(names, dict.fromkeys(("amount", "value", "round", "title", "text"), (1, -4)), days=90)
    return Rule(
        declared.identity,
        {slot: (1, NEVER) for slot in declared.merge if slot != "date"},
        any_identity=declared.any_identity,
        days=90,
    )
