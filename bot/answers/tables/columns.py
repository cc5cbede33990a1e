"""The columns of an export, in their order. New ones go to the end: who reads by position goes on reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["text", "number", "flag", "list"]


@dataclass(frozen=True, slots=True)
class Column:
    """`type` is what its cells hold; each may be empty."""

    name: str
    type: ColumnType = "text"


_LISTS = frozenset({"parties", "founders", "customer", "investors", "lead_investors", "conflicts"})
_CITED = ("quote", "article", "title_of_article", "publisher", "published", "url")
_NUMBERS = frozenset({"amount", "amount_high", "valuation", "valuation_high", "value", "high"})
_FLAGS = frozenset({"amount_approximate", "valuation_approximate", "approximate"})
_NAMES = """
event kind fact date date_first date_last date_precision date_bound start end
company buyer target seller person organization school parent product maker subject source speaker exchange
parties founders customer investors lead_investors
amount amount_high amount_currency amount_approximate
valuation valuation_high valuation_currency valuation_approximate
measure value high unit approximate
round status topic title degree field place product_kind action use text
conflicts told_first told_last
"""


def _type(name: str) -> ColumnType:
    if name in _LISTS or name in _CITED:
        return "list"
    return "number" if name in _NUMBERS else "flag" if name in _FLAGS else "text"


COLUMNS: tuple[Column, ...] = tuple(Column(name, _type(name)) for name in (*_NAMES.split(), *_CITED))
"""Of `quote`, `article`, `title_of_article`, `publisher`, `published` and `url` the first parts belong together."""

IN_MARKDOWN = ("event", "kind", "date", "fact", "conflicts", "quote", "article", "url")
"""The columns that a page has room for; `fact` tells what the others would."""
