"""What one article says: a typed fact with the sentence it rests on. Never edited."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from bot.model.money import Money
from bot.model.when import When

SlotType = Literal["name", "names", "investors", "money", "when", "number", "text", "flag"]

SLOT_TYPES: dict[str, SlotType] = {
    "company": "name",
    "buyer": "name",
    "target": "name",
    "seller": "name",
    "person": "name",
    "organization": "name",
    "school": "name",
    "parent": "name",
    "product": "name",
    "maker": "name",
    "subject": "name",
    "source": "name",
    "speaker": "name",
    "exchange": "name",
    "parties": "names",
    "founders": "names",
    "customer": "names",
    "investors": "investors",
    "amount": "money",
    "valuation": "money",
    "date": "when",
    "start": "when",
    "end": "when",
    "value": "number",
    "high": "number",
    "approximate": "flag",
    "round": "text",
    "status": "text",
    "topic": "text",
    "title": "text",
    "degree": "text",
    "field": "text",
    "place": "text",
    "product_kind": "text",
    "measure": "text",
    "unit": "text",
    "action": "text",
    "use": "text",
    "text": "text",
}
"""One type a slot name, the same in every kind."""


@dataclass(frozen=True, slots=True)
class Investor:
    name: str
    lead: bool = False


SlotValue = str | float | bool | Money | When | tuple[str, ...] | tuple[Investor, ...]


def is_name(slot: str) -> bool:
    """Whether a slot holds names of entities, one or many."""
    return SLOT_TYPES.get(slot) in ("name", "names", "investors")


def name_of(item: str | Investor) -> str:
    """The name of one item of a list, with or without what it says of a lead."""
    return item.name if isinstance(item, Investor) else item


def members(value: SlotValue | None) -> tuple[str, ...]:
    """The names of a slot, one or many; none where the value is no name."""
    if isinstance(value, str):
        return (value,)
    return tuple(name_of(item) for item in value) if isinstance(value, tuple) else ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A slice of the raw article: raw[start:end] == text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact as one article tells it; `slots` holds only what the article gives, names as the article writes them."""

    article: str
    kind: str
    slots: Mapping[str, SlotValue]
    quote: Quote
    _id: str = field(default="", init=False, repr=False, compare=False)

    @property
    def id(self) -> str:
        """A hash of article, kind, quote span and slots: the same input gives the same id."""
        if not self._id:  # merging asks for it over and over
            body = json.dumps(
                [self.article, self.kind, self.quote.start, self.quote.end, slots_to_json(self.slots)],
                ensure_ascii=False,
                sort_keys=True,
            )
            object.__setattr__(self, "_id", hashlib.sha256(body.encode()).hexdigest()[:16])
        return self._id

    def to_json(self) -> dict[str, Any]:
        """The form of facts on the command line."""
        return {"kind": self.kind, **slots_to_json(self.slots), "quote": self.quote.text}


def _value_to_json(value: SlotValue) -> Any:
    if isinstance(value, When):
        return value.iso()
    if isinstance(value, Money):
        out: dict[str, Any] = {"value": _plain(value.value), "currency": value.currency}
        if value.high is not None:
            out["high"] = _plain(value.high)
        if value.approximate:
            out["approximate"] = True
        return out
    if isinstance(value, tuple):
        return [{"name": v.name, "lead": v.lead} if isinstance(v, Investor) else v for v in value]
    return _plain(value) if isinstance(value, float) else value


def _plain(number: float) -> float | int:
    return int(number) if float(number).is_integer() else number


def slots_to_json(slots: Mapping[str, SlotValue]) -> dict[str, Any]:
    return {name: _value_to_json(value) for name, value in slots.items()}


def slots_from_json(raw: Mapping[str, Any]) -> dict[str, SlotValue]:
    """Slots from their JSON form; unknown keys and empty values are left out. ValueError on a wrong type."""
    out: dict[str, SlotValue] = {}
    for name, value in raw.items():
        kind = SLOT_TYPES.get(name)
        if kind is None or value is None or value in ("", [], {}):
            continue
        if kind == "when":
            out[name] = When.from_iso(str(value))
        elif kind == "money":
            high = value.get("high")
            out[name] = Money(
                float(value["value"]),
                str(value["currency"]),
                bool(value.get("approximate")),
                None if high is None else float(high),
            )
        elif kind == "investors":
            out[name] = tuple(Investor(str(i["name"]), bool(i.get("lead"))) for i in value)
        elif kind == "names":
            out[name] = tuple(str(v) for v in value) if isinstance(value, list) else (str(value),)
        elif kind == "number":
            out[name] = float(value)
        elif kind == "flag":
            out[name] = bool(value)
        else:
            out[name] = str(value)
    return out
