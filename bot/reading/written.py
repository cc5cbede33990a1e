"""Statements as text and back, with nothing lost: unlike the form on the command line, which tells a quarter's year."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.model.money import Money
from bot.model.statement import Investor, Quote, SlotValue, Statement
from bot.model.when import When


def written(statements: Sequence[Statement]) -> str:
    """One line that holds the statements of one article, in their order."""
    return json.dumps(
        [
            [s.article, s.kind, s.quote.start, s.quote.end, s.quote.text, {n: _out(v) for n, v in s.slots.items()}]
            for s in statements
        ],
        separators=(",", ":"),
    )


def read_back(line: str) -> list[Statement]:
    """The statements that `written` wrote."""
    return [
        Statement(article, kind, {name: _in(value) for name, value in slots.items()}, Quote(start, end, text))
        for article, kind, start, end, text, slots in json.loads(line)
    ]


def _out(value: SlotValue) -> Any:
    """What JSON knows stays as it is; all else is a list that begins with what it is."""
    if isinstance(value, Money):
        return ["money", value.value, value.currency, value.approximate, value.high]
    if isinstance(value, When):
        return ["when", value.start.isoformat(), value.end.isoformat(), value.precision, value.approximate, value.open]
    if isinstance(value, tuple):
        return ["list", *([item.name, item.lead] if isinstance(item, Investor) else item for item in value)]
    return value


def _in(value: Any) -> SlotValue:
    if not isinstance(value, list):
        return value  # type: ignore[no-any-return]
    what, *parts = value
    if what == "money":
        return Money(*parts)
    if what == "when":
        start, end, *told = parts
        return When(date.fromisoformat(start), date.fromisoformat(end), *told)
    return tuple(Investor(*item) if isinstance(item, list) else item for item in parts)
