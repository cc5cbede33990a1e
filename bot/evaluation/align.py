"""Which predicted fact stands for which gold fact, and how many of its slots are right."""

from __future__ import annotations

from typing import Any

from bot.evaluation.compare import Names, equal, options

Fact = dict[str, Any]

IDENTITY: dict[str, tuple[str, ...]] = {
    "funding": ("company",),
    "acquisition": ("buyer", "target"),
    "ipo": ("company",),
    "partnership": ("parties",),
    "role": ("person", "organization"),
    "education": ("person", "school"),
    "founding": ("organization",),
    "launch": ("product",),
    "price": ("product",),
    "metric": ("subject", "measure", "value"),
    "forecast": ("source", "value"),
    "plan": ("organization",),
    "deployment": ("product", "maker"),
    "statement": ("speaker",),
}
"""Slots that must agree for two facts to be the same one."""

SLOTS: dict[str, tuple[str, ...]] = {
    "funding": ("amount", "round", "investors", "lead", "date", "valuation", "status"),
    "acquisition": ("seller", "amount", "date", "status"),
    "ipo": ("date", "exchange", "amount", "status"),
    "partnership": ("topic", "date"),
    "role": ("title", "start", "end"),
    "education": ("degree", "field", "date"),
    "founding": ("parent", "founders", "date", "place"),
    "launch": ("maker", "product_kind", "date"),
    "price": ("amount",),
    "metric": ("unit", "date"),
    "forecast": ("measure", "unit", "date"),
    "plan": ("action", "value", "unit", "date"),
    "deployment": ("customer", "use", "date"),
    "statement": ("text", "date"),
}
"""Slots that are scored once two facts are the same one."""

_SEVERAL_OF_ONE_SUBJECT = frozenset({"funding", "plan", "statement"})
"""Kinds with several facts of one subject (the rounds of a company): contradictory slots are no match there."""


def slot_values(fact: Fact, slot: str) -> list[Any]:
    """The filled items of a slot, each scored on its own; `lead` is read off the investors."""
    if slot == "investors":
        return [i.get("name") if isinstance(i, dict) else i for i in fact.get("investors") or []]
    if slot == "lead":
        investors = [i for i in fact.get("investors") or [] if isinstance(i, dict)]
        return [i["name"] for i in investors if i.get("lead") and i.get("name")]
    value = fact.get(slot)
    if value is None or value in ("", [], {}):
        return []
    return value if isinstance(value, list) else [value]


def same_identity(kind: str, pred: Fact, gold: Fact, names: Names) -> bool:
    """Whether the identity slots agree; of a partnership two parties, of a deployment the product or the maker."""
    if kind == "partnership":
        said = {names.key(party) for party in slot_values(pred, "parties")}
        wanted = [{names.key(option) for option in options(party)} for party in slot_values(gold, "parties")]
        return sum(bool(said & party) for party in wanted) >= 2
    if kind == "deployment":
        return any(_share(slot, pred, gold, names) for slot in IDENTITY[kind])
    return all(not slot_values(gold, slot) or _share(slot, pred, gold, names) for slot in IDENTITY[kind])


def _share(slot: str, pred: Fact, gold: Fact, names: Names) -> bool:
    return any(equal(slot, x, y, names) for x in slot_values(pred, slot) for y in slot_values(gold, slot))


def slot_counts(kind: str, pred: Fact | None, gold: Fact | None, names: Names) -> tuple[int, int, int]:
    """(right, predicted, gold) over the scored slots of one aligned pair, or of one side alone."""
    right = predicted = wanted = 0
    for slot in SLOTS[kind]:
        said = slot_values(pred, slot) if pred else []
        true = slot_values(gold, slot) if gold else []
        left, spare = list(true), 0
        for value in said:
            hit = next((option for option in left if equal(slot, value, option, names)), None)
            if hit is not None:
                left.remove(hit)
                right += 1
            elif any(isinstance(y, dict) and "any" in y and equal(slot, value, y, names) for y in true):
                spare += 1  # another accepted alternative of an item already found: neither right nor wrong
        excused = sum(None in options(y) for y in left) if pred else 0  # leaving it empty is right too
        predicted += len(said) - spare
        wanted += len(true) - excused
    return right, predicted, wanted


def align(kind: str, preds: list[Fact], golds: list[Fact], names: Names) -> list[tuple[int, int]]:
    """Pairs of positions (predicted, gold), one to one: best agreement of slots first, required before optional."""
    candidates: list[tuple[float, bool, int, int]] = []
    for i, pred in enumerate(preds):
        for j, gold in enumerate(golds):
            if same_identity(kind, pred, gold, names):
                right, predicted, wanted = slot_counts(kind, pred, gold, names)
                agreement = 2 * right / (predicted + wanted) if predicted + wanted else 1.0
                candidates.append((agreement, not gold.get("optional"), i, j))
    candidates.sort(key=lambda c: (c[0], c[1]), reverse=True)
    used_preds: set[int] = set()
    used_golds: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for agreement, _, i, j in candidates:
        if i in used_preds or j in used_golds or (kind in _SEVERAL_OF_ONE_SUBJECT and agreement == 0.0):
            continue
        used_preds.add(i)
        used_golds.add(j)
        pairs.append((i, j))
    return pairs
