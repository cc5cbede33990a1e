"""Where in an article the facts of its gold file are told, and whom of its entities each is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.evaluation.compare import Names
from bot.extraction.learned.layout import NAMED
from bot.extraction.learned.places import place
from bot.extraction.text.context import Context


@dataclass(frozen=True, slots=True)
class Told:
    """A gold fact in its article: the place where it is told and the clusters in its slots.

    A slot that the gold leaves empty is missing; one whose entity no cluster names has no clusters and teaches nothing.
    """

    kind: str
    position: int
    span: tuple[int, int] | None
    clusters: dict[str, frozenset[int]] = field(default_factory=dict)
    optional: bool = False
    measure: str = ""
    state: str = ""
    product_kind: str = ""


def choices(value: Any) -> list[Any]:
    """The accepted values of a gold slot, best first."""
    listed = value["any"] if isinstance(value, dict) and "any" in value else [value]
    return [item for item in listed if item is not None]


def _quote(text: str, quote: str) -> tuple[int, int] | None:
    match = re.search(r"\s+".join(re.escape(word) for word in quote.split()), text)
    return match.span() if match else None


def _names(value: Any) -> Iterator[str]:
    items = value if isinstance(value, list) else choices(value)
    for item in items:
        for single in choices(item):
            inner = single.get("name") if isinstance(single, dict) else single
            yield from (name for name in choices(inner) if isinstance(name, str))


def _clusters(fact: dict[str, Any], names: Names, known: dict[str, set[int]]) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for slot in NAMED[fact["kind"]]:
        value = fact.get(slot)
        if value is None or (isinstance(value, dict) and not choices(value)):
            continue
        found[slot] = frozenset(c for name in _names(value) for c in known.get(names.key(name), ()))
    return found


def _wanted(fact: dict[str, Any]) -> list[float]:
    wanted = [v.get("value") if isinstance(v, dict) else v
              for slot in ("value", "amount", "valuation") for v in choices(fact.get(slot))]  # fmt: skip
    return [abs(float(v)) for v in (*wanted, fact.get("high")) if isinstance(v, int | float)]


def _place(
    context: Context, fact: dict[str, Any], quote: tuple[int, int], clusters: dict[str, frozenset[int]]
) -> tuple[int, tuple[int, int] | None]:
    titles = [str(value) for slot in ("title", "degree", "field") for value in choices(fact.get(slot))]
    return place(context, fact["kind"], quote, titles, _wanted(fact), clusters)


def _word(value: Any) -> str:
    first = next(iter(choices(value)), "")
    return first if isinstance(first, str) else ""


def told(context: Context, gold: dict[str, Any]) -> list[Told]:
    """The facts of a gold file whose quotes stand in the article."""
    names = Names(gold.get("entities", {}))
    known: defaultdict[str, set[int]] = defaultdict(set)
    for number, cluster in enumerate(context.clusters):
        known[names.key(cluster.name)].add(number)
    found: list[Told] = []
    for fact in gold["facts"]:
        if fact["kind"] not in NAMED:
            continue
        quotes: Iterable[str] = (fact["quote"], *fact.get("also_quotes", ()))
        quote = next((span for q in quotes if (span := _quote(context.text, q))), None)
        if quote is None:
            continue
        clusters = _clusters(fact, names, known)
        position, span = _place(context, fact, quote, clusters)
        found.append(
            Told(
                fact["kind"], position, span, clusters, bool(fact.get("optional")), _word(fact.get("measure")),
                _word(fact.get("status")), _word(fact.get("product_kind")),
            )
        )  # fmt: skip
    return found
