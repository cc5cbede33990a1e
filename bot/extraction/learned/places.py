"""At which letter of its sentence a fact is told: at its title, its figure, its round, or the name it is about."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from bot.extraction.learned.layout import NAMED

if TYPE_CHECKING:
    from bot.extraction.text.context import Cluster, Context

_FOUNDING_TITLE = re.compile(r"(?:co-?)?founder", re.IGNORECASE)
_FOUNDED = re.compile(r"\b(?:co-?)?found(?:ed|er|ers|ing|s)?\b", re.IGNORECASE)
_TITLED = frozenset({"role", "education"})
_FIGURES = frozenset({"metric", "plan", "price", "forecast", "funding", "acquisition", "ipo"})
_SAME = 0.011
_FALLBACK: dict[str, tuple[str, ...]] = {
    "role": ("organization", "person"),
    "education": ("school", "person"),
    "acquisition": ("target", "buyer"),
    "funding": ("company", "investors"),
    "launch": ("product", "maker"),
}
Span = tuple[int, int]


def cluster_numbers(clusters: list[Cluster]) -> dict[int, int]:
    """The place of each cluster in its list, by `id`."""
    return {id(cluster): number for number, cluster in enumerate(clusters)}


def is_figure(told: float, wanted: float) -> bool:
    """Whether a figure of the text is the one that is looked for, but for rounding."""
    return abs(told - wanted) <= _SAME * abs(wanted)


def _figures(context: Context) -> Iterator[tuple[int, int, tuple[float, ...]]]:
    for sentence in context.sentences:
        for money in sentence.money:
            yield money.start, money.end, (money.money.value, *((money.also.value,) if money.also else ()))
        for number in sentence.numbers:
            yield number.start, number.end, (number.value,)


def _title(text: str, titles: Collection[str]) -> tuple[int, int | None] | None:
    for title in titles:
        pattern = re.compile(r"[\s-]+".join(map(re.escape, title.split())), re.IGNORECASE)
        if match := pattern.search(text):
            return match.span()
        if _FOUNDING_TITLE.fullmatch(title) and (match := _FOUNDED.search(text)):
            return match.start(), None
    return None


def place(
    context: Context,
    kind: str,
    told: Span,
    titles: Collection[str],
    figures: Collection[float],
    clusters: Mapping[str, Collection[int]],
) -> tuple[int, Span | None]:
    """Where a fact is told within the span that tells it, and the span of its title or figure if that is the place.

    `titles` are the wordings of its title, degree or field, `figures` the values it may have been told by, `clusters`
    whom its slots name, by their place in the context's list.
    """
    start, end = told
    if kind in _TITLED and (found := _title(context.text[start:end], titles)):
        first, last = found
        return start + first, None if last is None else (start + first, start + last)
    if kind in _FIGURES:
        for low, high, values in _figures(context):
            if start <= low < end and any(is_figure(v, w) for v in values for w in figures):
                return low, (low, high)
    if kind == "funding":
        rounds = [r for s in context.sentences for r in s.rounds if start <= r.start < end]
        if rounds:
            return rounds[0].start, (rounds[0].start, rounds[0].end)
    number = cluster_numbers(context.clusters)
    for slot in _FALLBACK.get(kind, NAMED[kind]):
        there = [m.start for s in context.sentences for m in s.mentions
                 if start <= m.start < end and number[id(m.cluster)] in clusters.get(slot, ())]  # fmt: skip
        if there:
            return min(there), None
    return start, None
