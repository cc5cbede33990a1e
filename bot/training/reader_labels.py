"""Where in an article the facts of its gold file are told, and whom of its entities each is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.evaluation.compare import Names
from bot.extraction.learned.layout import NAMED
from bot.extraction.learned.windows import cluster_numbers
from bot.extraction.text.context import Context

_FOUNDING_TITLE = re.compile(r"(?:co-?)?founder", re.IGNORECASE)
_FOUNDED = re.compile(r"\b(?:co-?)?found(?:ed|er|ers|ing|s)?\b", re.IGNORECASE)
_FIGURES = frozenset({"metric", "plan", "price", "forecast", "funding", "acquisition", "ipo"})
_FALLBACK: dict[str, tuple[str, ...]] = {
    "role": ("organization", "person"),
    "education": ("school", "person"),
    "acquisition": ("target", "buyer"),
    "funding": ("company", "investors"),
    "launch": ("product", "maker"),
}


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


def _figures(context: Context) -> Iterator[tuple[int, int, tuple[float, ...]]]:
    for sentence in context.sentences:
        for money in sentence.money:
            yield money.start, money.end, (money.money.value, *((money.also.value,) if money.also else ()))
        for number in sentence.numbers:
            yield number.start, number.end, (number.value,)


def _wanted(fact: dict[str, Any]) -> list[float]:
    wanted = [v.get("value") if isinstance(v, dict) else v
              for slot in ("value", "amount", "valuation") for v in choices(fact.get(slot))]  # fmt: skip
    return [abs(float(v)) for v in (*wanted, fact.get("high")) if isinstance(v, int | float)]


def _place(
    context: Context, fact: dict[str, Any], quote: tuple[int, int], clusters: dict[str, frozenset[int]]
) -> tuple[int, tuple[int, int] | None]:
    """The figure, title or name at which a fact is told, and its span where it is a figure or a title."""
    start, end = quote
    text = context.text[start:end]
    if fact["kind"] in {"role", "education"}:
        for value in (v for slot in ("title", "degree", "field") for v in choices(fact.get(slot))):
            pattern = re.compile(r"[\s-]+".join(map(re.escape, str(value).split())), re.IGNORECASE)
            if match := pattern.search(text):
                return start + match.start(), (start + match.start(), start + match.end())
            if _FOUNDING_TITLE.fullmatch(str(value)) and (match := _FOUNDED.search(text)):
                return start + match.start(), None
    if fact["kind"] in _FIGURES:
        wanted = _wanted(fact)
        for low, high, values in _figures(context):
            if start <= low < end and any(abs(v - w) <= 0.011 * w for v in values for w in wanted):
                return low, (low, high)
    if fact["kind"] == "funding":
        rounds = [r for s in context.sentences for r in s.rounds if start <= r.start < end]
        if rounds:
            return rounds[0].start, (rounds[0].start, rounds[0].end)
    number = cluster_numbers(context)
    for slot in _FALLBACK.get(fact["kind"], NAMED[fact["kind"]]):
        there = [m.start for s in context.sentences for m in s.mentions
                 if start <= m.start < end and number[id(m.cluster)] in clusters.get(slot, ())]  # fmt: skip
        if there:
            return min(there), None
    return start, None


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
